"""Handouts as PDF: the same pipeline as the site, and the same search for secret strings before a file is written."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place, Problem, quoted
from proefpraktijk.protect import ByteSearch
from proefpraktijk.publish import rebuild_pictures
from proefpraktijk.publish.engines import read_settings
from proefpraktijk.render import addresses
from proefpraktijk.render.handouts import Handout, HandoutKind, PaperSettings, ids_of, make_handout, pictures_for
from proefpraktijk.runtime.cache import CACHE_FOLDER
from proefpraktijk.runtime.stopwatch import Stopwatch
from proefpraktijk.wording import Wording

from .read_protect_link import run_pipeline

if TYPE_CHECKING:  # the typesetter is an extra
    from proefpraktijk.publish.pdf_typesetting import TypesetHandout

_FOLDERS = {
    HandoutKind.THEME: "content/themes",
    HandoutKind.SESSION: "content/sessions",
    HandoutKind.FINDING: "content/findings",
    HandoutKind.HANDLES: "content/themes",
    HandoutKind.POSTER: "content/themes",
}
_MOST_NEAR = 4
_OWN_FOLDERS = ("content", "site", "build", CACHE_FOLDER)
"""Below the root: what is secret, what was searched byte for byte, and what the next build replaces."""


@dataclass(frozen=True, slots=True)
class PrintedHandout:
    """The outcome: the file with its number of pages; `file` is None when the `problems` kept it from being written."""

    problems: tuple[Problem, ...]
    file: Path | None = None
    pages: int = 0


def print_handout(root: Path, kind: HandoutKind, key: str, output: Path | None, watch: Stopwatch) -> PrintedHandout:
    """Write the handout about `key` to `output`; without one, to a name of its own in the current folder."""
    try:
        return _print_handout(root, kind, key, output, watch)
    except _RefusedError as refused:
        return PrintedHandout(refused.problems)


class _RefusedError(Exception):
    """There is no PDF to be made, for these problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__()
        self.problems = problems


def _print_handout(root: Path, kind: HandoutKind, key: str, output: Path | None, watch: Stopwatch) -> PrintedHandout:
    typesetter = _typesetter()
    content = run_pipeline(root, watch=watch)
    if content.linked is None:
        raise _RefusedError(*content.problems)
    handout, pictures = _handout(root, content.linked.knowledge, kind, key)
    file = output or Path(f"{handout.stem}.pdf")
    _refuse_occupied(root, file, typesetter)
    with watch.stage("paper"):
        typeset = typesetter.typeset(handout, pictures)
    with watch.stage("verify"):
        _verify(content.search_terms.search, handout, typeset, typesetter)
    try:
        file.write_bytes(typeset.pdf)
    except OSError as error:
        raise _RefusedError(_unwritable(file, error)) from None
    return PrintedHandout((), file, typesetter.page_count(typeset.pdf))


def _handout(root: Path, kb: KnowledgeBase, kind: HandoutKind, key: str) -> tuple[Handout, dict[str, bytes]]:
    """Return the handout, and its pictures by their address below the site's root."""
    settings = read_settings(root / "mkdocs.yml")
    if isinstance(settings, Problem):
        raise _RefusedError(settings)
    if key not in ids_of(kb, kind):
        raise _RefusedError(_unknown(kb, kind, key))
    pictures, unreadable = rebuild_pictures(root, pictures_for(kb, kind, key))
    if unreadable:
        raise _RefusedError(*unreadable)
    names = {str(path): picture.name for path, picture in pictures.items()}
    site = addresses.web(settings.site_url)
    handout = make_handout(kb, kind, key, PaperSettings(Wording(kb.community.language), site, names))
    if handout is None:
        raise _RefusedError(_empty(kind, key))
    return handout, {f"media/{picture.name}": picture.data for picture in pictures.values()}


def _typesetter() -> ModuleType:
    """Return the PDF typesetter; refuse when it, or a library of the system that it needs, is not installed."""
    problem = partial(Problem, "PP840", Place(ContentPath("mkdocs.yml")))
    try:
        with redirect_stdout(io.StringIO()):  # WeasyPrint prints a page of advice when a library is missing
            return import_module("proefpraktijk.publish.pdf_typesetting")
    except ImportError:
        raise _RefusedError(
            problem(
                Message("a PDF is made with WeasyPrint, which is not installed"),
                Message("install it with: pip install 'proefpraktijk[pdf]'"),
            )
        ) from None
    except OSError:
        raise _RefusedError(
            problem(
                Message("a PDF is made with Pango, which is not installed on this computer"),
                Message(
                    "Debian or Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew "
                    "install pango; Windows: see https://doc.courtbouillon.org/weasyprint/stable/first_steps.html"
                ),
            )
        ) from None


def _unknown(kb: KnowledgeBase, kind: HandoutKind, key: str) -> Problem:
    """Return the Problem of an id that nothing published has; its hint names similar ids, else some that exist."""
    known = ids_of(kb, kind)
    near = get_close_matches(key, known, _MOST_NEAR, 0.5) or [one for one in known if key and key in one] or known
    message = Message("nothing published has the id {id}", {"id": quoted(key)})
    place = Place(ContentPath(_FOLDERS[kind]))
    if not known:
        return Problem("PP841", place, message, Message("there is nothing of this kind yet"))
    ids = ", ".join(near[:_MOST_NEAR])
    return Problem("PP841", place, message, Message("there is for instance: {ids}", {"ids": ids}))


def _empty(kind: HandoutKind, key: str) -> Problem:
    return Problem(
        "PP842",
        Place(ContentPath(_FOLDERS[kind])),
        Message("there are no published handles of {id} yet", {"id": key}),
        Message("a report gets handles from the list under its heading Handvatten"),
    )


def _refuse_occupied(root: Path, file: Path, typesetter: ModuleType) -> None:
    """Refuse when `file` is in a folder of ours, cannot be written, or exists and is no PDF of this program."""
    problem = partial(Problem, "PP843", Place(ContentPath(quoted(file.as_posix()))))
    try:
        folder = file.resolve().parent
        other = file.exists() and not (file.is_file() and typesetter.is_ours(file.read_bytes()))
        missing = not file.parent.is_dir()
    except (OSError, RuntimeError) as error:  # Python 3.11 and 3.12 raise RuntimeError at links in a circle
        raise _RefusedError(_unwritable(file, error)) from None
    for own in _OWN_FOLDERS:
        if folder.is_relative_to((root / own).resolve()):
            raise _RefusedError(
                problem(
                    Message(
                        "a PDF does not belong in {folder}, which is the site or what it is made from; nothing was written",
                        {"folder": f"{own}/"},
                    ),
                    Message("choose another folder with --output"),
                )
            )
    if missing:
        raise _RefusedError(problem(Message("the folder to write in does not exist"), Message("make it first")))
    if other:
        raise _RefusedError(
            problem(
                Message("there is something else with this name; nothing was written"),
                Message("choose another name with --output"),
            )
        )


def _unwritable(file: Path, error: OSError | RuntimeError) -> Problem:
    reason = (error.strerror if isinstance(error, OSError) else None) or os.strerror(errno.ELOOP)
    return Problem(
        "PP843",
        Place(ContentPath(quoted(file.as_posix()))),
        Message("the computer does not write this file: {reason}", {"reason": reason}),
        Message("choose another name with --output"),
    )


def _verify(search: ByteSearch, handout: Handout, typeset: TypesetHandout, typesetter: ModuleType) -> None:
    """Refuse when the HTML, or anything that can be read in the PDF, holds what must not go out.

    Refuse too when the text of the PDF cannot be read back, for then a search of it finds nothing.
    """
    files = _searchable_texts(handout, typeset, typesetter)
    rules = {hit.rule for name, data in files for hit in search.hits(name, data)}
    if rules:
        raise _RefusedError(*map(_found, sorted(rules)))
    if not typesetter.can_be_searched(typeset):
        raise _RefusedError(
            Problem(
                "PP844",
                Place(ContentPath("pdf")),
                Message("the text of the finished PDF cannot be read back, so it cannot be searched for names"),
                Message("nothing was written; leave out unusual signs, or install a font that has them"),
            )
        )


def _searchable_texts(handout: Handout, typeset: TypesetHandout, typesetter: ModuleType) -> Iterator[tuple[str, bytes]]:
    yield "handout.html", handout.html.encode("utf-8", "replace")
    yield "handout.txt", "\n".join(typesetter.texts(typeset.pdf)).encode("utf-8", "replace")
    yield "handout.pdf", typeset.pdf


def _found(rule: str) -> Problem:
    return Problem(
        "PP820",
        Place(ContentPath("pdf")),
        Message("the finished PDF holds something that must not go out (rule {rule})", {"rule": rule}),
        Message("nothing was written; please report this, without the text itself"),
    )
