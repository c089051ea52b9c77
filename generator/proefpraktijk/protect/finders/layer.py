"""The protocol that every layer of the detector follows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from .detection_state import DetectionState
from .found import Found


class Layer(Protocol):
    """One way of looking at a document. `name` is unique among the layers of a detector."""

    name: str

    def find(self, state: DetectionState) -> Iterable[Found]:
        """Return what this layer finds in `state.view`, given what earlier layers have `state.taken`."""
        ...
