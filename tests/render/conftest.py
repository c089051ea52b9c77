"""What the tests of `render` share."""

from __future__ import annotations

import pytest

from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.wording import Wording
from render.factory import knowledge


@pytest.fixture(scope="session")
def english() -> Wording:
    """Return the interface in English: its sentences are the message ids."""
    return Wording("en")


@pytest.fixture(scope="session")
def kb() -> KnowledgeBase:
    """Return a small knowledge base."""
    return knowledge()
