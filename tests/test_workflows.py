"""The workflows of this repository, and those a user gets: pinned, and with no more rights than they need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import proefpraktijk

_ROOT = Path(__file__).parents[1]
_TEMPLATES = sorted((_ROOT / "generator/proefpraktijk/scaffold/github").glob("*.yml"))
_OWN = sorted((_ROOT / ".github/workflows").glob("*.yml"))
_ALL = [*_OWN, *_TEMPLATES]
_each = pytest.mark.parametrize("file", _ALL, ids=lambda file: f"{file.parent.name}-{file.stem}")


def _steps(file: Path) -> Iterator[dict[str, Any]]:
    for job in yaml.safe_load(file.read_text())["jobs"].values():
        yield from job["steps"]


def test_there_are_three_of_each_kind() -> None:
    """A check, a push to a public repository, a Pages artifact; and here a look at the tests each week."""
    assert [file.name for file in _OWN] == ["check.yml", "mutants.yml", "pages.yml", "publish.yml"]
    assert [file.name for file in _TEMPLATES] == ["controle.yml", "naar-openbaar.yml", "pages.yml"]


@_each
def test_every_action_is_pinned_by_its_commit(file: Path) -> None:
    """A tag can be moved to other code; a commit cannot. The version stands beside it, for people and for updates."""
    used = re.findall(r"uses: *(.*)", file.read_text())
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action) for action in used)


def test_one_pin_for_each_action() -> None:
    """The same commit everywhere, so that one look is enough."""
    used = {action for file in _ALL for action in re.findall(r"uses: *(.*)", file.read_text())}
    assert len(used) == len({action.split("@")[0] for action in used}) == 5


@_each
def test_rights_are_given_by_job_and_are_few(file: Path) -> None:
    """Nothing at the top; a job that runs other people's code may read the sources and no more."""
    workflow = yaml.safe_load(file.read_text())
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job.get("permissions", {}) in ({}, {"contents": "read"}, {"pages": "write", "id-token": "write"})
        assert job["timeout-minutes"] <= 30


@_each
def test_no_key_is_left_in_the_checkout(file: Path) -> None:
    """Otherwise every later step could use it."""
    checkouts = [step for step in _steps(file) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"] == {"persist-credentials": False} for step in checkouts)


@_each
def test_nothing_from_outside_is_pasted_into_a_script(file: Path) -> None:
    """An expression inside `run` is code for whoever can choose its value; it comes by way of `env`."""
    assert not [step for step in _steps(file) if "${{" in step.get("run", "")]


@pytest.mark.parametrize("name", ["naar-openbaar.yml", "pages.yml"])
def test_a_public_repository_is_refused(name: str) -> None:
    """The first thing a user's publishing workflow does: see that the sources are not public."""
    file = next(file for file in _TEMPLATES if file.name == name)
    first = next(_steps(file))
    assert first["if"] == "${{ !github.event.repository.private }}"
    assert "exit 1" in first["run"]


def test_templates_install_this_version() -> None:
    """A new site is built by the version that laid it down, until somebody chooses another."""
    for file in _TEMPLATES:
        assert yaml.safe_load(file.read_text())["env"]["PROEFPRAKTIJK"] == f"proefpraktijk=={proefpraktijk.__version__}"
