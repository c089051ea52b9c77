"""What the layers find, and the one place where overlaps are settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from proefpraktijk.model.problem import Message
from proefpraktijk.model.safe import HoldKind

Action = Literal["replace", "hold", "keep"]
"""`keep`: looked at and fit to go out as it stands (a public name, a cleared phrase, a descriptor)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source file, in code points, end exclusive; what is to be done with it, and who says so."""

    start: int
    end: int
    action: Literal["replace", "hold"]
    kind: HoldKind
    layer: str


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a `View`'s text that a layer has an opinion on.

    For a replacement `who` is the set of entities (of the state) it may be, or `noun` the descriptor when it is no
    entity; `possessive` tells whether a genitive ending is part of the stretch. For a hold `reason` says why.
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


def settle(taken: list[Found], new: Iterable[Found]) -> list[Found]:
    """Return `taken` and what of `new` does not overlap it, in order of appearance.

    Earlier layers win, and the longer of two finds of one layer. Of a later find what sticks out of an earlier one is
    held, so that no half of a name is left over. Two exceptions do the same: something only kept loses against a find
    that sticks out of it, and somebody a reviewer redacted against the whole name around it.
    """
    result = list(taken)
    for find in sorted(new, key=lambda found: (found.start, -found.end)):
        low = max(0, _slot(result, find.start) - 1)
        if low < len(result) and result[low].end <= find.start:
            low += 1
        high = low
        while high < len(result) and result[high].start < find.end:
            high += 1
        stands = [other for other in result[low:high] if not _yields(other, find)]
        if stands:  # the whole name is not taken over, so that what is decided of its parts stands
            stands = [other for other in result[low:high] if other.action != "keep" or other in stands]
        result[low:high] = sorted([*stands, *_left_over(find, stands)], key=lambda found: found.start)
    return result


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
    """Tell whether what was kept, or redacted, must give way to a find that is not wholly inside it."""
    if find.action == "keep" or (earlier.start <= find.start and find.end <= earlier.end):
        return False
    if earlier.action == "keep":
        return True
    whole = find.start <= earlier.start and earlier.end <= find.end
    return earlier.layer == "decisions" and bool(earlier.who) and find.action == "replace" and whole


def _slot(ordered: list[Found], start: int) -> int:
    """Return the index of the first find that begins at or after `start`."""
    low, high = 0, len(ordered)
    while low < high:
        middle = (low + high) // 2
        if ordered[middle].start < start:
            low = middle + 1
        else:
            high = middle
    return low
