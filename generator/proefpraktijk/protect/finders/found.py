"""Finds of the layers: how overlaps are settled, and the one way to ask what covers an offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal

from proefpraktijk.model.problem import Message
from proefpraktijk.model.safe import HoldKind

Action = Literal["replace", "hold", "keep"]
"""`keep`: looked at and fit to go out as it stands (a public name, a cleared phrase, a descriptor)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source file, in code points, end exclusive; what is to be done with it, and which layer found it."""

    start: int
    end: int
    action: Literal["replace", "hold"]
    kind: HoldKind
    layer: str


@dataclass(frozen=True, slots=True)
class Found:
    """A find: a stretch of a `DocumentText`'s text, in code points, end exclusive, with what a layer wants done with it.

    For a replacement `who` is the set of entities (indices in `DetectionState.entities`) it may be, or `noun` the
    descriptor when it is no entity; `possessive`: a genitive ending is part of the stretch. A hold has a `reason`.
    """

    start: int
    end: int
    action: Action
    kind: HoldKind
    layer: str
    who: frozenset[int] = frozenset()
    noun: str = field(default="", repr=False)
    possessive: bool = False
    reason: Message | None = None


def overlapping(ordered: Sequence[Found], start: int, end: int) -> slice:
    """Return which of `ordered` (in order of appearance, none overlapping another) share an offset with `start`..`end`.

    Of an empty stretch these are the finds it lies inside of. The slice may be empty: then it is where a find of that
    stretch belongs.
    """
    first = bisect_right(ordered, start, key=lambda found: found.end)
    return slice(first, max(first, bisect_left(ordered, end, key=lambda found: found.start)))


def covering(ordered: Sequence[Found], offset: int) -> Found | None:
    """Return which of `ordered` (in order of appearance, none overlapping another) covers `offset`."""
    return next(iter(ordered[overlapping(ordered, offset, offset + 1)]), None)


def settle(taken: list[Found], new: Iterable[Found]) -> list[Found]:
    """Return `taken` and what of `new` does not overlap it, in order of appearance.

    Earlier layers win, and the longer of two finds of one layer. Of a later find what sticks out of an earlier one is
    held, so that no half of a name is left over. Two exceptions do the same: something only kept loses against a find
    that sticks out of it, and somebody a reviewer redacted against the whole name around it.
    """
    ordered = sorted(new, key=lambda found: (found.start, -found.end))
    lasting = _Lasting([find for find in ordered if find.action != "keep"])
    result = [find for find in taken if find in lasting]
    for find in filter(lasting.__contains__, ordered):
        place = overlapping(result, find.start, find.end)
        stands = [other for other in result[place] if not _yields(other, find)]
        if stands:  # the whole name is not taken over, so that what is decided of its parts stands
            stands = result[place]
        result[place] = sorted([*stands, *_left_over(find, stands)], key=lambda found: found.start)
    return result


class _Lasting:
    """All finds but those that are only kept while one of `wanted` (by start) sticks out of them: these cover nothing."""

    def __init__(self, wanted: Sequence[Found]) -> None:
        self._starts = [find.start for find in wanted]
        self._farthest = list(accumulate((find.end for find in wanted), max))

    def __contains__(self, find: Found) -> bool:
        return find.action != "keep" or not (self._reach(find.start) > find.start or self._reach(find.end) > find.end)

    def _reach(self, offset: int) -> int:
        """Return where the farthest of those that begin before `offset` ends; 0 when there is none."""
        before = bisect_left(self._starts, offset)
        return self._farthest[before - 1] if before else 0


def _left_over(find: Found, stands: list[Found]) -> Iterator[Found]:
    """Yield `find`, or a hold for each part of it that nothing else covers; nothing of what was only kept."""
    if not stands:
        yield find
    elif find.action != "keep":
        edges = [find.start, *(edge for other in stands for edge in (other.start, other.end)), find.end]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            if start < end:
                yield Found(start, end, "hold", find.kind, find.layer, reason=find.reason)


def _yields(earlier: Found, find: Found) -> bool:
    """Return whether what a reviewer redacted gives way to a later find of the whole name around it."""
    whole = (
        find.start <= earlier.start
        and earlier.end <= find.end
        and (earlier.start, earlier.end) != (find.start, find.end)
    )
    return earlier.layer == "decisions" and bool(earlier.who) and find.action == "replace" and whole
