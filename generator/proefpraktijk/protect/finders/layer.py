"""The protocol that every layer of the detector follows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from .found import Found
from .scene import Scene


class Layer(Protocol):
    """One way of looking at a text: the whole document in, what it found out, in any order."""

    def find(self, scene: Scene) -> Iterable[Found]:
        """Return what this layer finds in `scene.view`, given what earlier layers have `scene.taken`."""
        ...
