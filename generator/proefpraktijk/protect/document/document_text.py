"""One text for a whole document, with the way back to runs and to the source.

The values of the runs of all blocks are joined, cleaned of what cannot be seen (`folding.clean`). Blocks, and pictures
within them, are set apart by BREAK, so that no name and no sentence reaches across.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from proefpraktijk.dutch.folding import clean, is_plain
from proefpraktijk.dutch.sentence_starts import BREAK, begins_sentence
from proefpraktijk.model.text import RawText

_BOUNDARY = f" {BREAK} "
"""With spaces around it, so that no word ever touches it."""
_BREAKS = re.compile("[\u2029\u2028\v\f\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A run's text in the view: `text` from `start`; `origin` maps its characters (and end) to `raw.value`."""

    start: int
    raw: RawText = field(repr=False)
    text: str = field(repr=False)
    origin: tuple[int, ...] | None = None


class DocumentText:
    """The joined text. Offsets are code points of `text` unless they are called source offsets.

    `openings` are the offsets, besides the beginning of blocks, at which a link's text begins a sentence.
    """

    __slots__ = ("_starts", "openings", "segments", "text")

    def __init__(self) -> None:
        """Begin an empty view; `add` runs, then `close`."""
        self.segments: list[Segment] = []
        self.openings: set[int] = set()
        self.text = ""
        self._starts: list[int] = []

    @classmethod
    def of(cls, blocks: Iterable[Iterable[RawText]]) -> DocumentText:
        """Return the view of blocks of runs."""
        view, end, parts = cls(), 0, list[str]()
        for block in blocks:
            for raw in block:
                end = view.add(raw, end, parts)
            end = view.part(end, parts)
        view.close(parts)
        return view

    def add(self, raw: RawText, end: int, parts: list[str]) -> int:
        """Append a run at offset `end` and return the new end."""
        value = raw.value
        origin = None
        if not is_plain(value):
            value, origin = clean(value)
        if _BREAKS.search(value):
            value = _BREAKS.sub(" ", value)
        self.segments.append(Segment(end, raw, value, origin))
        parts.append(value)
        return end + len(value)

    @staticmethod
    def part(end: int, parts: list[str]) -> int:
        """Append a boundary that no name crosses and return the new end."""
        parts.append(_BOUNDARY)
        return end + len(_BOUNDARY)

    def close(self, parts: list[str]) -> None:
        """Join what was added."""
        self.text = "".join(parts)
        self._starts = [segment.start for segment in self.segments]

    def touching(self, start: int, end: int) -> list[tuple[int, Segment]]:
        """Return the segments, with their indices, that hold some of `start`..`end`."""
        index = max(0, bisect_right(self._starts, start) - 1)
        found: list[tuple[int, Segment]] = []
        while index < len(self.segments) and self.segments[index].start < end:
            segment = self.segments[index]
            if start < segment.start + len(segment.text):
                found.append((index, segment))
            index += 1
        return found

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return the source offsets of `start`..`end` (a stretch that holds text); (-1, -1) when unknown."""
        segments = [segment for _, segment in self.touching(start, end) if segment.raw.start >= 0]
        if not segments:
            return -1, -1
        first, last = segments[0], segments[-1]
        left = _source(first, max(0, start - first.start), at_end=False)
        return left, _source(last, min(len(last.text), end - last.start), at_end=True)


def _source(segment: Segment, offset: int, *, at_end: bool) -> int:
    """Return where character `offset` of a segment stands in the source; a folded value stands for its whole range."""
    raw = segment.raw
    if raw.end - raw.start != len(raw.value):
        return raw.end if at_end else raw.start
    return raw.start + (segment.origin[offset] if segment.origin else offset)


def opens(view: DocumentText, start: int) -> bool:
    """Return whether the word at `start` may have its capital from its place: a sentence or a link's text begins there."""
    if not view.openings or start not in view.openings:
        return begins_sentence(view.text, start)
    return True
