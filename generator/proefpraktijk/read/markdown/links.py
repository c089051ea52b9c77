"""Where links and pictures lead: documents and media by path, headings by anchor, the web and mail by address."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from urllib.parse import unquote

from proefpraktijk.model.corpus import Codebook
from proefpraktijk.model.document import Target, TargetKind
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.text import RawText
from proefpraktijk.read.problems import Problems
from proefpraktijk.read.values.written_text import nearest

_KINDS = (
    ("content/reports/", TargetKind.REPORT),
    ("content/sessions/", TargetKind.SESSION),
    ("content/themes/", TargetKind.THEME),
    ("content/findings/", TargetKind.FINDING),
    ("content/pages/", TargetKind.PAGE),
)
_MEDIA = "content/media/"
_WEB = ("http://", "https://", "mailto:")


class Linker:
    """Resolves the addresses in one document. Without a codebook (`scan`) every address is taken as written."""

    def __init__(self, path: ContentPath, codebook: Codebook | None, problems: Problems) -> None:
        """Begin with no anchors asked for."""
        self._path = path
        self._codebook = codebook
        self._problems = problems
        self.anchors: list[tuple[str, int]] = []

    def link(self, address: RawText, offset: int) -> Target[RawText] | None:
        """Return where a link leads, or report why it leads nowhere. `offset` is where the link begins."""
        written = address.value.strip()
        if self._codebook is None or written.lower().startswith(_WEB):
            return Target(TargetKind.WEB, address)
        if written.startswith("#"):
            anchor = unquote(written[1:])
            self.anchors.append((anchor, offset))
            return Target(TargetKind.ANCHOR, _moved(address, anchor))
        path = self._resolve(written)
        if path is None:
            hint = "link to a document with its path, or to a page with https://"
            self._problems.add("PP308", offset, "A link cannot lead to this kind of address.", hint)
            return None
        kind = kind_of(path)
        if path in self._codebook.paths and kind is not None:
            return Target(kind, _moved(address, path))
        self._missing("PP306", "The document this link leads to does not exist.", path, offset)
        return None

    def picture(self, address: RawText, offset: int) -> Target[RawText] | None:
        """Return which picture is shown, or report why there is none."""
        if self._codebook is None:
            return Target(TargetKind.MEDIA, address)
        path = self._resolve(address.value.strip())
        if path is None:
            hint = "save the picture in content/media/ and show it from there"
            self._problems.add("PP308", offset, "A picture cannot come from the web.", hint)
            return None
        if path in self._codebook.paths and path.startswith(_MEDIA):
            return Target(TargetKind.MEDIA, _moved(address, path))
        self._missing("PP307", "This picture does not exist below content/media/.", path, offset)
        return None

    def check_anchors(self, headings: Collection[str]) -> None:
        """Report every link to a heading that the document does not have."""
        for anchor, offset in self.anchors:
            if anchor not in headings:
                hint = "an anchor is the heading in small letters with hyphens: #wat-werkte"
                self._problems.add("PP309", offset, "This document has no such heading.", hint)

    def _resolve(self, written: str) -> ContentPath | None:
        """Return the path an address means, relative to the document; None when it is no path at all."""
        bare = unquote(re.split("[#?]", written, maxsplit=1)[0])
        if not bare or bare.startswith("//") or ":" in bare.partition("/")[0]:
            return None
        folder = "content" if bare.startswith("/") else posixpath.dirname(self._path)
        return ContentPath(posixpath.normpath(posixpath.join(folder, bare.lstrip("/"))))

    def _missing(self, rule: str, template: str, path: ContentPath, offset: int) -> None:
        if self._problems.enough(rule):
            return
        guess = _likely_path(path, self._codebook.paths) if self._codebook else None
        if guess is None:
            self._problems.add(rule, offset, template)
            return
        relative = posixpath.relpath(guess, posixpath.dirname(self._path))
        self._problems.add(rule, offset, template, "did you mean “{guess}”?", {"guess": relative})


def kind_of(path: str) -> TargetKind | None:
    """Return what kind of thing a path below content/ is; None for what has no page and is no picture."""
    if path.startswith(_MEDIA):
        return TargetKind.MEDIA
    if path.endswith(".md"):
        return next((kind for folder, kind in _KINDS if path.startswith(folder)), None)
    return None


def _moved(address: RawText, value: str) -> RawText:
    """Return another value for the same place, with a range of another length, since it is not there letter by letter."""
    if value == address.value or address.end - address.start != len(value):
        return RawText(value, address.start, address.end)
    return RawText(value, address.start - 1, address.end)


@lru_cache(maxsize=4)
def _by_name(paths: frozenset[ContentPath]) -> Mapping[str, ContentPath]:
    return {posixpath.basename(path).casefold(): path for path in sorted(paths, reverse=True) if kind_of(path)}


@lru_cache(maxsize=256)
def _likely_path(path: ContentPath, paths: frozenset[ContentPath]) -> ContentPath | None:
    """Return the file whose name is the same, or most similar."""
    names = _by_name(paths)
    name = posixpath.basename(path).casefold()
    if name in names:
        return names[name]
    same_start = [other for other in names if other[:2] == name[:2] or other[-8:] == name[-8:]]
    guess = nearest(name, same_start)
    return names[guess] if guess else None
