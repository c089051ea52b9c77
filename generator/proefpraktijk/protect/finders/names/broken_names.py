"""Names of the roster that a space breaks in two: "wilgen hof", "Timmer mans"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

import ahocorasick_rs

from proefpraktijk.model.problem import Message
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found
from proefpraktijk.protect.roster.name_index import NameIndex

_SHORTEST = 6
"""Shorter names stand by chance across the border of two ordinary words."""
_BROKEN = Message("These words together are a name on the roster.")


class BrokenLayer:
    """Holds words that are, without the space between them, a name that is no Dutch word."""

    name = "broken_names"

    def __init__(self, index: NameIndex) -> None:
        """Take the names of a roster."""
        names = sorted(atom for atom in index.atoms if len(atom) >= _SHORTEST and index.conceals(atom))
        self._search = ahocorasick_rs.AhoCorasick(names) if names else None

    def find(self, state: DetectionState) -> Iterator[Found]:
        """Yield such words. One pass over the text without its spaces; a second only when it finds more than the first."""
        text = state.view.text.lower()
        if self._search is None or len(text) != len(state.view.text):
            return
        matches = self._search.find_matches_as_indexes(text.replace(" ", ""), overlapping=True)
        if len(matches) == len(self._search.find_matches_as_indexes(text, overlapping=True)):
            return
        places = [at for at, char in enumerate(text) if char != " "]
        spaces = list(accumulate((char == " " for char in text), initial=0))
        for _, first, after in matches:
            start, end = places[first], places[after - 1] + 1
            if spaces[end] > spaces[start] and _is_whole(text, start, end):
                yield Found(start, end, "hold", HoldKind.PERSON, "roster", reason=_BROKEN)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Return whether words begin and end there, a genitive's s left out."""
    end += text[end : end + 1] == "s"
    return not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
