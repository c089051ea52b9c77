"""Offsets as lines and columns."""

import pytest

from proefpraktijk.model.corpus import Source
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.protect.document.lines import Lines

FILE = ContentPath("content/pages/a.md")


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [(0, 1, 1), (1, 1, 2), (2, 1, 3), (3, 2, 1), (4, 3, 1), (6, 3, 3), (7, 4, 1), (99, 4, 93)],
)
def test_places(offset: int, line: int, column: int) -> None:
    """Both count from one; a line end belongs to its line."""
    assert Lines(Source(FILE, "ab\n\ncd\n")).place(offset) == (FILE, line, column)


def test_an_unknown_offset_is_the_file() -> None:
    """Without a line."""
    place = Lines(Source(FILE, "ab")).place(-1)
    assert (place.path, place.line) == (FILE, 0)
