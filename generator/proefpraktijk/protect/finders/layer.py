"""The protocol that every layer of the detector follows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from .detection_state import DetectionState
from .found import Found


class Layer(Protocol):
    """One way of looking at a text: the whole document in, what it found out, in any order."""

    def find(self, state: DetectionState) -> Iterable[Found]:
        """Return what this layer finds in `state.view`, given what earlier layers have `state.taken`."""
        ...
