"""What the tests of `render` share."""

from __future__ import annotations

import pytest

from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import DocPath
from proefpraktijk.wording import Wording
from render.factory import knowledge
from render.machine_formats.reading import made


@pytest.fixture(scope="session")
def english() -> Wording:
    """Return the interface in English: its sentences are the message ids."""
    return Wording("en")


@pytest.fixture(scope="session")
def kb() -> KnowledgeBase:
    """Return a small knowledge base."""
    return knowledge()


@pytest.fixture(scope="session")
def tree(kb: KnowledgeBase, english: Wording) -> dict[DocPath, bytes]:
    """Return a whole site whose address is known."""
    return made(kb, english)
