"""From an offset in a file to its line and column."""

from __future__ import annotations

from bisect import bisect_right

from proefpraktijk.model.corpus import Source
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Place


class Lines:
    """Where the lines of a file begin."""

    def __init__(self, source: Source) -> None:
        """Find the line ends of `source` once."""
        self._path: ContentPath = source.path
        self._starts = [0]
        at = source.text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = source.text.find("\n", at + 1)

    def place(self, offset: int) -> Place:
        """Return the place of a code point; of an unknown one the file as a whole."""
        if offset < 0:
            return Place(self._path)
        line = bisect_right(self._starts, offset)
        return Place(self._path, line, offset - self._starts[line - 1] + 1)
