"""Each page of `docs/how-to-add` does what it says: followed to the letter on a copy of the program, its check passes.

A page holds fenced blocks. ```` ```python title="PATH" ```` is a new file; with `after="TEXT"` the block is put below the
only line of an existing file that holds TEXT; ```` ```python title="check" ```` is run at the end and must not fail, and
must fail when the steps were not taken.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted((ROOT / "docs" / "how-to-add").glob("*.md"))
BLOCK = re.compile(
    r'^(?P<indent> *)```\w+ title="(?P<title>[^"\n]+)"(?: after="(?P<after>[^\n]+)")?\n(?P<text>.*?)^(?P=indent)```$',
    re.DOTALL | re.MULTILINE,
)


class Step(NamedTuple):
    """A block of a page: the file it goes to, the text of the line it is put below (empty: a new file), and itself."""

    title: str
    after: str
    text: str


def steps_of(page: Path) -> tuple[list[Step], str]:
    """Return the steps of a page and its check."""
    text = page.read_text(encoding="utf-8")
    blocks = [Step(at["title"], at["after"] or "", _flush(at["text"], at["indent"])) for at in BLOCK.finditer(text)]
    (check,) = [block.text for block in blocks if block.title == "check"]
    return [block for block in blocks if block.title != "check"], check


def _flush(text: str, indent: str) -> str:
    """Return a block without the indentation of the list it stands in."""
    return "".join(line.removeprefix(indent) for line in text.splitlines(keepends=True))


def take(step: Step, copy: Path) -> None:
    """Take one step in a copy of the repository."""
    file = copy / step.title
    if not step.after:
        assert not file.exists(), f"{step.title} is there already"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(step.text, encoding="utf-8")
        return
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    (at,) = [number for number, line in enumerate(lines, 1) if step.after in line]
    file.write_text("".join((*lines[:at], step.text, *lines[at:])), encoding="utf-8")


def checked(check: str, copy: Path) -> subprocess.CompletedProcess[str]:
    """Run a page's check on a copy of the program."""
    paths = os.pathsep.join((str(copy / "generator"), str(ROOT / "tests")))
    environment = {**os.environ, "PYTHONPATH": paths, "PROEFPRAKTIJK_LANG": "en"}
    command = [sys.executable, "-P", "-c", check]
    return subprocess.run(command, env=environment, cwd=copy, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_works_when_followed(page: Path, tmp_path: Path) -> None:
    """Its check fails before the steps and passes after them."""
    for folder in ("generator", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    steps, check = steps_of(page)
    assert steps
    assert checked(check, tmp_path).returncode != 0, "the check holds without the steps"
    for step in steps:
        take(step, tmp_path)
    done = checked(check, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_all_kinds_have_a_page() -> None:
    """A pattern, a term, a layer, a page kind, a problem rule and an engine, each linked from CONTRIBUTING."""
    assert {page.stem for page in PAGES} == {"engine", "layer", "page-kind", "pattern", "problem-rule", "term"}
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [page.name for page in PAGES if f"(docs/how-to-add/{page.name})" not in contributing] == []
