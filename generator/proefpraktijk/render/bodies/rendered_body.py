"""A body as HTML: rendered once per report, by the worker that read it, and kept.

What depends on other documents (where a link leads, whether it is published, what a theme is called) stays a placeholder
until the page is planned, see `RenderedBody.fill`. So a changed label needs no report to be rendered again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from proefpraktijk.model.paths import ThemeId
from proefpraktijk.render.markup import SafeMarkup, trusted

OPEN, CLOSE, PICTURE, TAGS, SELF, MARKS = "open", "close", "picture", "tags", "self", "marks"
"""What a placeholder is for: a link's start tag, its end tag, a picture's address, the theme labels behind a passage, the link
of a handle or passage to itself, and what the marks mean."""

_SIGNS = re.compile(r"[.,;:!?…)\]”’»]+")

Placeholder = tuple[str, str, str]
"""A placeholder: its purpose, the kind of its target (`TargetKind.name`; the effect for labels) and its
key: a secret ContentPath, themes, or an anchor."""


class RenderedBody(NamedTuple):
    """A body's HTML with placeholders: `chunks[0]`, placeholder 0, `chunks[1]`, … `stamp` changes when anything else does."""

    chunks: tuple[str, ...]
    placeholders: tuple[Placeholder, ...]
    stamp: str

    def fill(self, answer: Callable[[Placeholder], str]) -> FilledBody:
        """Return the body with every placeholder answered by HTML."""
        return FilledBody(self, tuple(map(answer, self.placeholders)))

    def __bool__(self) -> bool:
        """Return whether there is anything to show."""
        return bool(self.placeholders) or self.chunks != ("",)


@dataclass(frozen=True, slots=True, repr=False)
class FilledBody:
    """A body ready to be shown."""

    body: RenderedBody
    answers: tuple[str, ...]

    def __repr__(self) -> str:
        """Return what the page's digest depends on."""
        return f"{self.body.stamp}{self.answers}"

    def __bool__(self) -> bool:
        """Return whether there is anything to show."""
        return bool(self.body)

    def html(self) -> SafeMarkup:
        """Return the HTML."""
        pieces = [self.body.chunks[0]]
        for answer, chunk in zip(self.answers, self.body.chunks[1:], strict=True):
            pieces += (answer, chunk)
        return trusted("".join(pieces))


def assembled(out: Iterable[str | Placeholder]) -> RenderedBody:
    """Join text and placeholders, in the order in which they were written, into a body."""
    chunks: list[str] = []
    placeholders: list[Placeholder] = []
    text: list[str] = []
    for piece in out:
        if isinstance(piece, str):
            text.append(piece)
        else:
            chunks.append("".join(text))
            placeholders.append(piece)
            text = []
    chunks.append("".join(text))
    state = blake2b(repr((chunks, placeholders)).encode("utf-8", "surrogatepass"), digest_size=12)
    return RenderedBody(tuple(chunks), tuple(placeholders), state.hexdigest())


def labels_after_signs(out: list[str | Placeholder]) -> list[str | Placeholder]:
    """Let the labels of a passage, and its link to itself, stand behind the full stop or comma that follows it."""
    moved: list[str | Placeholder] = []
    for piece in out:
        if piece == "":
            continue
        signs = _SIGNS.match(piece) if isinstance(piece, str) else None
        place = len(moved)
        while signs and place and moved[place - 1][0] in (TAGS, SELF):
            place -= 1
        if signs and place < len(moved):
            moved.insert(place, signs[0])
            moved.append(str(piece)[signs.end() :])
        else:
            moved.append(piece)
    return moved


def pictures_of(body: RenderedBody) -> frozenset[str]:
    """Return the ContentPaths of the pictures in a body."""
    return frozenset(key for purpose, _, key in body.placeholders if purpose == PICTURE)


def themes_of(placeholder: Placeholder) -> tuple[ThemeId, ...]:
    """Return the themes a `TAGS` placeholder names."""
    return tuple(ThemeId(name) for name in placeholder[2].split())
