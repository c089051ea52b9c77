"""The detector: all layers in their order, earlier ones before later ones, over one roster and its decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from proefpraktijk.dutch.lexicon import lexicon
from proefpraktijk.dutch.school_terms import terms
from proefpraktijk.model.corpus import Decision, Roster
from proefpraktijk.model.text import RawText
from proefpraktijk.protect.decisions.applied import ClearedLayer, RedactedLayer
from proefpraktijk.protect.decisions.usable import Rules, usable
from proefpraktijk.protect.document.document_text import DocumentText
from proefpraktijk.protect.finders.context import Context
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found, settle
from proefpraktijk.protect.finders.gate.allowed_phrases import GrammarLayer, PhraseLayer
from proefpraktijk.protect.finders.gate.gate import GateLayer
from proefpraktijk.protect.finders.layer import Layer
from proefpraktijk.protect.finders.names.broken_names import BrokenLayer
from proefpraktijk.protect.finders.names.descriptors import DescriptorLayer
from proefpraktijk.protect.finders.names.roster_names import KnownLayer, RosterLayer
from proefpraktijk.protect.finders.names.titled_names import TitledLayer
from proefpraktijk.protect.finders.patterns.pattern_layer import PatternLayer
from proefpraktijk.protect.roster.register import Register
from proefpraktijk.protect.roster.word_facts import WordBook

_LEFT_OVER = " \t\n\u00a0\u202f.,;:!?"


@dataclass(frozen=True, slots=True)
class Detection:
    """The result for one document: the state with all finds settled in `state.taken`."""

    state: DetectionState

    @property
    def replaced(self) -> list[Found]:
        """What is to be replaced, in order."""
        return [found for found in self.state.taken if found.action == "replace"]

    @property
    def held(self) -> list[Found]:
        """What only a person can settle, in order."""
        return [found for found in self.state.taken if found.action == "hold"]


def layers(book: WordBook) -> tuple[Layer, ...]:
    """Return the layers that need no decisions, in their order: what an earlier one finds stands (`found.settle`)."""
    return (
        DescriptorLayer(),
        PatternLayer(),
        GrammarLayer(),
        RosterLayer(),
        PhraseLayer(),
        TitledLayer(),
        KnownLayer(),
        BrokenLayer(book.index),
        GateLayer(book),
    )


class Detector:
    """All layers over one roster and its decisions. Looking at a document changes nothing but memory of words."""

    def __init__(
        self, roster: Roster, decisions: Sequence[Decision], standing: Sequence[str], readers: Sequence[Layer] = ()
    ) -> None:
        """Index the roster; `standing` are texts that are public by themselves, `readers` are layers after all others."""
        words = lexicon()
        self.register = Register(roster, words.rarity)
        self.book = WordBook(self.register.index, words, terms())
        undecided = layers(self.book)
        self.rules = Rules(self.register.index, lambda text: self._looked_at(_view(text), Context(), undecided))
        kept, self.problems = usable(decisions, self.rules)
        self.decisions = kept
        self.layers: tuple[Layer, ...] = (RedactedLayer(kept), ClearedLayer(kept, standing), *undecided, *readers)

    def detect(self, view: DocumentText, context: Context) -> Detection:
        """Return everything the layers find in `view`, earlier layers before later ones (`found.settle`)."""
        return Detection(self._looked_at(view, context, self.layers))

    def _looked_at(self, view: DocumentText, context: Context, layers: Sequence[Layer]) -> DetectionState:
        state = DetectionState(view, self.book, context)
        for layer in layers:
            found = list(layer.find(state))
            if found:
                state.taken = settle(state.taken, found)
        state.taken = [kept for found in state.taken if (kept := _without_edges(found, view.text))]
        return state


def _view(text: str) -> DocumentText:
    return DocumentText.of(((RawText(text),),))


def _without_edges(found: Found, text: str) -> Found | None:
    """Return a hold without what settling may leave over at its edges: stops before it, spaces; None when that is all."""
    inside = text[found.start : found.end]
    if found.action != "hold" or (inside[0].isalnum() and inside[-1].isalnum()):
        return found
    left, right = len(inside) - len(inside.lstrip(_LEFT_OVER)), len(inside.rstrip())
    return replace(found, start=found.start + left, end=found.start + right) if left < right else None
