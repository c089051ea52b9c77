"""What the decisions of reviewers left behind in a document: which of them fitted, and what they let stand in the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from proefpraktijk.protect.detector import Detection
from proefpraktijk.protect.finders.detection_state import DetectionState


@dataclass(frozen=True, slots=True)
class DecisionEffects:
    """`decided` are the identities of the decisions that fit (`decided.identity`).

    `masks` are what may stand in the site though a name is in it: words that were cleared where they stand, each with
    the word next to it, so that the name by itself is still searched for.
    """

    decided: frozenset[str] = frozenset()
    masks: frozenset[str] = field(default=frozenset(), repr=False)

    @classmethod
    def of(cls, effects: Iterable[DecisionEffects]) -> DecisionEffects:
        """Return all effects as one, in time linear in their number."""
        all_of_them = list(effects)
        return cls(
            frozenset().union(*(left.decided for left in all_of_them)),
            frozenset().union(*(left.masks for left in all_of_them)),
        )


NO_EFFECTS = DecisionEffects()


_BEFORE = re.compile(r"([^\W\d_]+)[^\w\u2029]{1,4}$")
_AFTER = re.compile(r"[^\w\u2029]{1,4}([^\W\d_]+)")
_REACH = 70


def effects_of(detection: Detection) -> DecisionEffects:
    """Return the effects in one document."""
    state = detection.state
    masks = (mask for start, end in state.cleared_here for mask in masks_of(detection, start, end))
    return DecisionEffects(frozenset(state.decided), frozenset(masks))


def masks_of(detection: Detection, start: int, end: int) -> Iterator[str]:
    """Yield the stretch with the word before it, and with the word after it.

    A neighbour that is itself replaced does not stand in the site, so it cannot be part of a mask.
    """
    state = detection.state
    text, first = state.view.text, max(0, start - _REACH)
    before, after = _BEFORE.search(text[first:start]), _AFTER.match(text, end)
    if before and not _is_replaced(state, first + before.end(1) - 1):
        yield text[first + before.start(1) : end]
    if after and not _is_replaced(state, after.start(1)):
        yield text[start : after.end(1)]


def _is_replaced(state: DetectionState, at: int) -> bool:
    found = state.covering(at)
    return found is not None and found.action == "replace"
