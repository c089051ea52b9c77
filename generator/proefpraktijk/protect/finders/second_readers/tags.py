"""What a second reader tags becomes holds: only what no layer has explained, and never anything else.

A second reader is a program of others that knows Dutch names in its own way (`deduce`, `frog`). It can add a doubt;
it cannot take one away, replace anything, or see what it is used for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place, Problem
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found
from proefpraktijk.protect.roster.word_facts import WORD

Tag = tuple[int, int, HoldKind]
"""A stretch of a text, in code points, the end exclusive, and what it is taken for."""

_COMMUNITY = ContentPath("content/community.yml")
_ABSENT = Message("A second reader that is asked for does not work here.")


class ReaderError(Exception):
    """A second reader is not there or fails: then nothing may go out. `problem` is what is reported."""

    def __init__(self, install: Message) -> None:
        """Take what to do about it."""
        super().__init__(install)
        self.problem = Problem("PP515", Place(_COMMUNITY), _ABSENT, install)


def doubts(
    state: DetectionState, tags: Iterable[Tag], layer: str, reasons: Mapping[HoldKind, Message]
) -> Iterator[Found]:
    """Yield a hold for each row of words in a tagged stretch that no layer has taken and no term explains.

    A row without a capital is passed over ("van der" of a name whose other words are taken), except where the whole
    stretch has none.
    """
    for start, end, kind in tags:
        any_word = not _has_capital(state.view.text[start:end])
        for row in _unexplained(state, start, end):
            low, high = row[0].start(), row[-1].end()
            if any_word or any(_has_capital(word[0]) for word in row):
                yield Found(low, high, "hold", kind, layer, reason=reasons[kind])


def _unexplained(state: DetectionState, start: int, end: int) -> Iterator[list[re.Match[str]]]:
    words = WORD.finditer(state.view.text, start, end)
    for explained, row in groupby(words, lambda word: _is_explained(state, word)):
        if not explained:
            yield list(row)


def _is_explained(state: DetectionState, word: re.Match[str]) -> bool:
    facts = state.book.facts(word[0])
    return state.covers(word.start()) or (facts is not None and facts.term)


def _has_capital(text: str) -> bool:
    return text != text.lower()
