"""A small site as `init` lays it down, built once for whoever copies it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from filelock import FileLock

from endtoend.running import built, change, run


@pytest.fixture(scope="session")
def scaffold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a built site; its roster knows a person, a school and a place that nothing mentions.

    It is shared by all workers: whoever wants to change something copies it first.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    root, done = shared / "nieuw", shared / "nieuw.done"
    with FileLock(shared / "nieuw.lock"):
        if not done.exists():
            assert run("init", root).code == 0
            roster = root / "content/roster.yml"
            change(roster, "people:\n", 'people:\n  - {naam: "Brunhilde Quispel", rol: leerkracht}\n')
            change(roster, "schools:\n", 'schools:\n  - {naam: "De Pimpernel", plaats: "Xanthoven"}\n')
            built(root)
            done.touch()
    return root
