"""Names in disguise: looking for them is no more work than there is text."""

import subprocess
import sys

import pytest

_FIGURES = """
import sys
from proefpraktijk.protect.roster.disguises import _FIGURED
for row in (sys.argv[1] * 300_000, "a" + sys.argv[1] * 300_000):
    assert "".join(_FIGURED.findall(row)) == row.strip(sys.argv[1])
"""
_PATIENCE = 300
"""Seconds. It takes less than one; when every figure of a row is tried, it takes far longer."""


@pytest.mark.parametrize("figure", ["@", "$"])
def test_a_row_of_figures_is_tried_once(figure: str) -> None:
    """A row of figures that stand for letters comes to an end while somebody waits."""
    subprocess.run([sys.executable, "-c", _FIGURES, figure], timeout=_PATIENCE, check=True)
