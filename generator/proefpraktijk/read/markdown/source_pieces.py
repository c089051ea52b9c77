"""Pieces of source text before they become runs, and the map from bytes to code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from proefpraktijk.model.document import Run, Target
from proefpraktijk.model.text import RawText


class Style(NamedTuple):
    """The style of a piece and its link; the order is that of `Run`'s fields."""

    strong: bool = False
    emphasis: bool = False
    strike: bool = False
    code: bool = False
    link: Target[RawText] | None = None
    picture: Target[RawText] | None = None


class SourcePiece(NamedTuple):
    """A piece of text with the code points it takes in the source, its style, and the passages it belongs to."""

    value: str
    start: int
    end: int
    style: Style
    passages: tuple[int, ...] = ()


PLAIN = Style()


def raw(source: str, value: str, start: int, end: int) -> RawText:
    """Return secret text for a range of the source.

    When the lengths agree but the text does not (a tab, a folded line), the range is widened by one, so that equal
    lengths always mean: letter by letter.
    """
    if end - start == len(value) and source[start:end] != value:
        start, end = (start - 1, end) if start else (start, end + 1)
    return RawText(value, start, end)


def run(source: str, piece: SourcePiece) -> Run[RawText]:
    """Return the piece as a run."""
    value, start, end, style, passages = piece
    return Run(raw(source, value, start, end), *style, passages)


_THREE_BYTES, _FOUR_BYTES = 0x800, 0x10000
"""From where UTF-8 takes three and four bytes for a letter."""

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def code_points(text: str, start: int) -> Callable[[int], int]:
    """Return the function from a byte offset in `text[start:]` (as UTF-8) to the code point in `text`."""
    body = text[start:]
    if body.isascii():
        return start.__add__
    bytes_at: list[int] = []
    points: list[int] = []
    surplus = 0
    for found in _BEYOND_ASCII.finditer(body):
        letter = ord(found[0])
        surplus += 1 + (letter >= _THREE_BYTES) + (letter >= _FOUR_BYTES)
        points.append(surplus)
        bytes_at.append(found.start() + surplus)  # the offset of the letter's last byte
    lost = [0, *points]

    def code_point(offset: int) -> int:
        return start + offset - lost[bisect_right(bytes_at, offset - 1)]

    return code_point
