"""The second readers a community asks for, as layers after all others."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence

from proefpraktijk.model.problem import Problem
from proefpraktijk.model.vocabulary import SecondReader

from .deduce import DeduceLayer
from .frog import FrogLayer
from .tags import ReaderError, Tag

Readings = MutableMapping[str, tuple[Tag, ...]]
"""What a reader that takes long said of a text, by the text's digest."""


class SecondReaders:
    """What is asked for and works here. `versions` count for whatever is remembered of a document."""

    def __init__(self, wanted: Sequence[SecondReader], readings: Readings) -> None:
        """Find the readers; those that are not installed become `problems`."""
        self.layers: list[DeduceLayer | FrogLayer] = []
        self.problems: list[Problem] = []
        for name in wanted:
            try:
                self.layers.append(DeduceLayer() if name is SecondReader.DEDUCE else FrogLayer(readings))
            except ReaderError as error:
                self.problems.append(error.problem)

    @property
    def versions(self) -> tuple[str, ...]:
        """Which readers these are."""
        return tuple(layer.version for layer in self.layers)

    def read_ahead(self, work: Callable[[], object]) -> None:
        """Have a reader that takes long to start read at once all texts that `work` will look at.

        `work` is done to gather them; what it returns is not right yet. Nothing is done when no reader takes long.
        Raises ReaderError.
        """
        for layer in self.layers:
            if isinstance(layer, FrogLayer):
                with layer.ahead():
                    work()
