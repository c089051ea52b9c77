"""A theme's handles on a poster: what fits, and how large it can be.

The letters are chosen by counting: a sheet is so many millimetres high, and so many letters go on a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.safe import SafeTheme
from proefpraktijk.model.text import SafeText
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import Token
from proefpraktijk.render.views import Handle, View

from .selection import in_turns, printable_handles_of_theme
from .sheet import Handout, HandoutBuilder, Heading


class LetterSize(NamedTuple):
    """A size of letters: its name in the style sheet, how many fit on a line, and the height of a line in millimetres."""

    name: Token
    on_a_line: int
    line: float


_SIZES = (
    LetterSize(Token("xl"), 26, 19.5),
    LetterSize(Token("l"), 32, 16.1),
    LetterSize(Token("m"), 39, 13.6),
    LetterSize(Token("s"), 56, 9.4),
)
"""Of the handles, largest first: 46, 38, 32 and 22 points."""
_READABLE = _SIZES[2]
"""Capitals of 32 points are 8 mm high: read from two metres (DIN 1450)."""
_LABELS = (LetterSize(Token("short"), 17, 21.5), LetterSize(Token("long"), 27, 13.5))
_SHORT_LABEL = 36
_DEFINITION = LetterSize(Token("lead"), 54, 8.8)

_SHEET = 388
_EDGES = 80
"""Millimetres that are neither label, definition nor handles: the foot, and white space."""
_AROUND = 13
"""Around a handle."""
_MOST, _FEW = 6, 3
_ROOM = (55, 170)
"""Millimetres that are left for readers to write in, at least and at most."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class PosterSheet(View):
    """One theme's handles in large letters. `label` and `size` say how large.

    `air` is white space above and below each handle, `room` the height of the place where readers add what they did (0:
    none), both in whole millimetres.
    """

    definition: SafeText
    handles: tuple[Handle, ...]
    label: Token
    size: Token
    air: int
    room: int


def poster(builder: HandoutBuilder, theme_id: ThemeId) -> Handout | None:
    """Return the poster of a theme's handles; None when there are none."""
    handles = printable_handles_of_theme(builder, theme_id)
    if not handles:
        return None
    theme = builder.kb.themes[theme_id].theme
    heading = Heading(builder.words.t("Try tomorrow"), theme.label, f"{builder.words.t('poster')}-{theme_id}")
    return builder.handout("poster", addresses.theme(theme_id), heading, composed(theme, handles))


def composed(theme: SafeTheme, handles: Sequence[Handle]) -> PosterSheet:
    """Return the handles that fit, in the largest letters in which they do.

    Those that need no further lines below them come first; of different reports first.
    """
    label = _LABELS[len(theme.label) > _SHORT_LABEL]
    free = _SHEET - _EDGES - _height(theme.label, label) - _height(theme.definition, _DEFINITION)
    chosen: list[Handle] = []
    for handle in sorted(in_turns(handles), key=lambda handle: bool(handle.details)):
        if len(chosen) < _MOST and _needed([*chosen, handle], _READABLE) <= free:
            chosen.append(handle)
    chosen = chosen or [min(handles, key=lambda handle: len(handle.text))]
    few = len(chosen) <= _FEW
    sizes = _SIZES[1:] if few else _SIZES
    size = next((size for size in sizes if _needed(chosen, size) <= free), _SIZES[-1])
    left = max(0, free - _needed(chosen, size))
    room = min(int(left), _ROOM[1]) if few and left >= _ROOM[0] else 0
    air = int((left - room) / (2 * len(chosen) + 2))
    return PosterSheet(theme.definition, tuple(chosen), label.name, size.name, air, room)


def _needed(handles: Sequence[Handle], letters: LetterSize) -> float:
    return sum(_height(handle.text, letters) + _AROUND for handle in handles)


def _height(text: SafeText, letters: LetterSize) -> float:
    return -(-len(text) // letters.on_a_line) * letters.line
