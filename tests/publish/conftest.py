"""Fixtures: the small site of `sites.py`, once or twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publish.sites import Site, small_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Give a small site, not yet built."""
    return small_site(tmp_path / "hier")


@pytest.fixture
def another(tmp_path: Path) -> Callable[[], Site]:
    """Give what makes the same small site in another place."""
    return lambda: small_site(tmp_path / "daar")
