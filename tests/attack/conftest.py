"""The site under attack, built and checked once for all workers."""

from __future__ import annotations

import os
import pickle
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from attack.base import lay_out
from attack.planting import Plant, Planter
from attack.search import Search
from endtoend.outcome import Outcome, outcome_of


@dataclass(frozen=True)
class Attacked:
    """What was planted, and what came of it."""

    plants: tuple[Plant, ...]
    outcome: Outcome

    @property
    def root(self) -> Path:
        """The root of the site."""
        return self.outcome.root

    def search(self) -> Search:
        """Return a search for everything that was planted."""
        return Search({plant.called: plant.secrets for plant in self.plants})


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    """Give the site with a name in every form in every place; whoever wants to change something copies it first."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    root, kept = shared / "aanval", shared / "aanval.pickle"
    with FileLock(shared / "aanval.lock"):
        if not kept.exists():
            planter = Planter()
            planter.everything()
            lay_out(root, planter)
            kept.write_bytes(pickle.dumps(Attacked(tuple(planter.plants), outcome_of(root))))
    attacked: Attacked = pickle.loads(kept.read_bytes())
    return attacked


@pytest.fixture
def handful(tmp_path: Path) -> tuple[Path, tuple[Plant, ...]]:
    """Give a site of one's own, not built yet, with one form in every place, and what is planted in it."""
    planter = Planter()
    planter.handful()
    lay_out(tmp_path / "kennisbank", planter)
    return tmp_path / "kennisbank", tuple(planter.plants)
