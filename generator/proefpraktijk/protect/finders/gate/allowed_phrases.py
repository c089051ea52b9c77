"""Rows of words that the allow-list explains, looked at before anybody takes one of the words for a name."""

from __future__ import annotations

from collections.abc import Iterator

from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.document.document_text import opens
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found


class GrammarLayer:
    """First names that are everyday words too, where the words after them show they are none: "Wil je", "Door de".

    It goes before the roster: whoever is called Wil is not meant there. Only at the start of a sentence; anywhere else
    the capital says that it is a name ("Ik gaf Wil een boek").
    """

    name = "grammar"

    def find(self, state: DetectionState) -> Iterator[Found]:
        """Yield such words."""
        for word in state.words:
            if not word.facts.phrase or not opens(state.view, word.start):
                continue
            if state.book.terms.is_grammar(state.view.text, word.text, word.start):
                yield Found(word.start, word.end, "keep", HoldKind.CAPITAL, "terms")


class PhraseLayer:
    """Terms of several words: "Social Schools". It goes after the roster: a term that is also a name is not cleared."""

    name = "phrases"

    def find(self, state: DetectionState) -> Iterator[Found]:
        """Yield such terms."""
        for word in state.words:
            if word.facts.phrase:
                end = state.book.terms.phrase_at(state.view.text, word.text.replace("\u2019", "'"), word.start)
                if end > word.start:
                    yield Found(word.start, end, "keep", HoldKind.CAPITAL, "terms")
