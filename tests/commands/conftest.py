"""Runs commands as a user does, in Dutch or English, in a site of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from proefpraktijk.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command; an exception that escapes it fails the test."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "PROEFPRAKTIJK_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def runs(*arguments: str | Path, language: str = "nl", stdin: str | None = None) -> Result:
        environment = {"PROEFPRAKTIJK_LANG": language}
        return CliRunner().invoke(main, [*map(str, arguments)], input=stdin, env=environment, prog_name="proefpraktijk")

    return runs


@pytest.fixture
def site(run: Run, tmp_path: Path) -> Path:
    """Return a new site, as `init` lays it down."""
    root = tmp_path / "kennisbank"
    assert run("init", root).exit_code == 0
    return root


REPORT = """---
titel: {title}
jaargroep: 3/4
bijeenkomst: 2025-2026-1
kwadrant: socialiseren
membercheck: 2025-10-08
---

## Situatie

{text}

## Handvatten

- Kijk morgen eens wie er het eerst begint te werken.
"""


@pytest.fixture
def report(site: Path) -> Callable[..., Path]:
    """Return what writes a report into the site, by file name."""

    def writes(name: str, text: str, title: str = "Een rustig begin van de dag") -> Path:
        file = site / "content" / "reports" / "2025-2026-1" / name
        file.write_text(REPORT.format(title=title, text=text), encoding="utf-8")
        return file

    return writes
