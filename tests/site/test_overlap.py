"""Two builds of one site at the same time, and a site that is older than its content."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from endtoend.running import built, change, run
from proefpraktijk.runtime.build_lock import locked
from publish.sites import tree


@pytest.fixture
def root(scaffold: Path, tmp_path: Path) -> Path:
    """Return a built site of one's own."""
    return Path(shutil.copytree(scaffold, tmp_path / "site"))


def a_report(root: Path) -> Path:
    """Return a report of the site."""
    return next((root / "content/reports").rglob("*.md"))


def test_a_second_build_stages_nothing(root: Path) -> None:
    """While another build runs, what it staged stays as it is, and so does the site."""
    before = tree(root / "build"), tree(root / "site")
    change(a_report(root), "## Handvatten\n", "## Handvatten\n\n- Kijk naar de klok.\n")
    with locked(root / ".cache/lock"):
        second = run("build", "--root", root)
    assert second.code == 1
    assert "PP810" in second.text
    assert (tree(root / "build"), tree(root / "site")) == before
    built(root)
    assert tree(root / "build") != before[0]


def test_a_report_withdrawn_after_the_build_is_not_published(root: Path, tmp_path: Path) -> None:
    """The message says what to do; after a new build the site goes out."""
    remote = tmp_path / "openbaar.git"
    subprocess.run(["git", "init", "--quiet", "--bare", remote], check=True)
    a_report(root).unlink()
    refused = run("publish", "--root", root, "--remote", remote)
    assert refused.code == 1
    assert "PP837" in refused.text
    assert "proefpraktijk build" in refused.text
    assert not any((remote / "refs/heads").iterdir())
    built(root)
    assert run("publish", "--root", root, "--remote", remote).code == 0
    assert [file.name for file in (remote / "refs/heads").iterdir()] == ["gh-pages"]
