"""The layers of the detector, taken apart: what each would do by itself, and what it adds to those before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leaks_counting import Figures, Outcome, figures, judge
from leaks_gold import Gold, blocks_of
from proefpraktijk.protect import Span
from proefpraktijk.protect.detector import Detector
from proefpraktijk.protect.document.document_text import DocumentText
from proefpraktijk.protect.finders.context import Context
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found, settle
from proefpraktijk.protect.finders.layer import Layer


@dataclass(frozen=True, slots=True)
class Layers:
    """The figures of each layer alone, and of each with all before it, in the detector's order."""

    alone: dict[str, Figures]
    so_far: dict[str, Figures]


def by_layer(detector: Detector, golds: Sequence[Gold]) -> Layers:
    """Return what each layer does on a text."""
    names = [layer.name for layer in detector.layers]
    alone: dict[str, list[Outcome]] = {name: [] for name in names}
    so_far: dict[str, list[Outcome]] = {name: [] for name in names}
    for gold in golds:
        for name, layer in zip(names, detector.layers, strict=True):
            alone[name] += (judge(gold, spans) for spans in _runs(detector, gold, [layer]))
        for name, spans in zip(names, _runs(detector, gold, detector.layers), strict=True):
            so_far[name].append(judge(gold, spans))
    return Layers(
        {name: figures(found) for name, found in alone.items()},
        {name: figures(found) for name, found in so_far.items()},
    )


def _runs(detector: Detector, gold: Gold, layers: Sequence[Layer]) -> Iterator[list[Span]]:
    """Yield what is flagged after each of `layers`, as `Detector.detect` goes through them."""
    state = DetectionState(DocumentText.of(blocks_of(gold.text)), detector.book, Context())
    for layer in layers:
        state.taken = settle(state.taken, list(layer.find(state)))
        yield list(_spans(state.view, state.taken))


def _spans(view: DocumentText, taken: Sequence[Found]) -> Iterator[Span]:
    for found in taken:
        if found.action != "keep":
            yield Span(*view.source(found.start, found.end), found.action, found.kind, found.layer)
