"""Finds: how overlaps are settled, and what covers an offset."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.finders.found import Action, Found, covering, overlapping, settle

ORDERED = [Found(2, 5, "keep", HoldKind.PERSON, "one"), Found(5, 6, "hold", HoldKind.PERSON, "two"), Found(9, 12, "keep", HoldKind.PERSON, "three")]  # fmt: skip


def found(start: int, end: int, action: Action = "hold", layer: str = "gate", who: Iterable[int] = ()) -> Found:
    """Return a find of a person."""
    return Found(start, end, action, HoldKind.PERSON, layer, who=frozenset(who))


def shape(finds: Iterable[Found]) -> list[tuple[int, int, str]]:
    """Return what is done where."""
    return [(each.start, each.end, each.action) for each in finds]


@pytest.mark.parametrize(
    ("start", "end", "layers"),
    [
        (0, 2, []), (0, 3, ["one"]), (3, 4, ["one"]), (3, 3, ["one"]), (2, 2, []), (5, 5, []), (4, 6, ["one", "two"]),
        (5, 6, ["two"]), (6, 9, []), (0, 20, ["one", "two", "three"]), (11, 30, ["three"]), (12, 30, []),
    ],
)  # fmt: skip
def test_what_overlaps_a_stretch(start: int, end: int, layers: list[str]) -> None:
    """Finds that share an offset with it; ends are exclusive, and an empty stretch lies inside of a find or nowhere."""
    assert [each.layer for each in ORDERED[overlapping(ORDERED, start, end)]] == layers


@pytest.mark.parametrize(("offset", "layer"), [(1, ""), (2, "one"), (4, "one"), (5, "two"), (6, ""), (11, "three"), (12, "")])  # fmt: skip
def test_what_covers_an_offset(offset: int, layer: str) -> None:
    """The first offset of a find is covered, its end is not."""
    at = covering(ORDERED, offset)
    assert (at.layer if at else "") == layer


@pytest.mark.parametrize(
    ("taken", "new", "settled"),
    [
        ([found(3, 6, "replace")], [found(0, 2)], [(0, 2, "hold"), (3, 6, "replace")]),
        ([found(3, 6, "replace")], [found(3, 6)], [(3, 6, "replace")]),
        ([found(3, 6, "replace")], [found(0, 9, "replace")], [(0, 3, "hold"), (3, 6, "replace"), (6, 9, "hold")]),
        ([found(3, 6, "replace")], [found(0, 9, "keep")], [(3, 6, "replace")]),
        ([found(3, 6, "keep")], [found(3, 9, "replace")], [(3, 9, "replace")]),
        ([found(3, 6, "keep")], [found(4, 5, "replace")], [(3, 6, "keep")]),
        ([found(3, 6, "keep")], [found(3, 9, "keep")], [(3, 6, "keep")]),
        ([found(0, 3, "keep"), found(3, 6, "hold")], [found(0, 9)], [(0, 3, "hold"), (3, 6, "hold"), (6, 9, "hold")]),
        ([found(3, 6, "replace", "decisions", [1]), found(7, 8)], [found(0, 9, "replace")], [(0, 3, "hold"), (3, 6, "replace"), (6, 7, "hold"), (7, 8, "hold"), (8, 9, "hold")]),
        ([], [found(0, 4), found(0, 9)], [(0, 9, "hold")]),
        ([found(3, 6, "replace", "decisions", [1])], [found(0, 9, "replace")], [(0, 9, "replace")]),
        ([found(3, 6, "replace", "decisions", [1])], [found(0, 5, "replace")], [(0, 3, "hold"), (3, 6, "replace")]),
        ([found(3, 6, "replace", "decisions", [1])], [found(4, 9, "replace")], [(3, 6, "replace"), (6, 9, "hold")]),
        ([found(3, 6, "replace", "decisions", [1])], [found(0, 9, "hold")], [(0, 3, "hold"), (3, 6, "replace"), (6, 9, "hold")]),
        ([found(3, 6, "replace", "decisions")], [found(0, 9, "replace")], [(0, 3, "hold"), (3, 6, "replace"), (6, 9, "hold")]),
        ([found(3, 6, "replace", "roster", [1])], [found(0, 9, "replace")], [(0, 3, "hold"), (3, 6, "replace"), (6, 9, "hold")]),
    ],
)  # fmt: skip
def test_overlaps(taken: list[Found], new: list[Found], settled: list[tuple[int, int, str]]) -> None:
    """Earlier layers win and what sticks out is held, but what was kept or redacted gives way to a name around it."""
    assert shape(settle(taken, new)) == settled


def test_a_hold_inside_what_gives_way_stays() -> None:
    """A phrase that is only kept, and gives way to a name that sticks out of it, covers no other find of that layer."""
    inside, kept, across = found(0, 1, "hold", "gate"), found(0, 2, "keep", "gate"), found(1, 3, "hold", "gate")
    assert shape(settle([], [inside, kept, across])) == [(0, 1, "hold"), (1, 3, "hold")]
    assert shape(settle([kept], [inside, across])) == [(0, 1, "hold"), (1, 3, "hold")]


FINDS = st.builds(
    lambda start, length, action, layer: found(start, start + length, action, layer, [1]),
    st.integers(0, 30), st.integers(1, 8), st.sampled_from(["keep", "hold", "replace"]), st.sampled_from(["gate", "decisions"]),
)  # fmt: skip


@given(st.lists(st.lists(FINDS, max_size=6), max_size=4))
def test_settled_finds_are_in_order_and_apart(layers: list[list[Found]]) -> None:
    """After each layer; and nothing that a layer wanted held or replaced is left uncovered."""
    taken: list[Found] = []
    for new in layers:
        taken = settle(taken, new)
        assert all(one.end <= other.start for one, other in pairwise(taken))
        for find in new:
            if find.action != "keep":
                assert all(covering(taken, offset) for offset in range(find.start, find.end))
