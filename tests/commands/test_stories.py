"""What singles somebody out by story, as `check` and `review` report it: it stops nothing, and is asked once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

STORY = "Hij spreekt thuis Pools en lacht veel."


@pytest.fixture
def revealing(site: Path, report: Callable[..., Path]) -> Path:
    """Return a site with one report that states where somebody comes from."""
    report("bal.md", f"Toen kwam hij binnen met een bal. {STORY}", "Een bal in de klas")
    return site


def test_check_warns_and_stops_nothing(run, revealing: Path) -> None:
    """It is a warning of a rule of its own, with its place and without what was found, in every format."""
    said = run("check", "--root", revealing)
    assert said.exit_code == 0
    assert "PP524" in said.stdout
    assert run("check", "--root", revealing, "--strict").exit_code == 1
    (row,) = json.loads(run("check", "--root", revealing, "--format", "json").stdout)
    assert (row["rule"], row["severity"]) == ("PP524", "warning")
    assert "::warning file=content/reports/" in run("check", "--root", revealing, "--format", "github").stdout
    assert json.loads(run("check", "--root", revealing, "--format", "sarif").stdout)["runs"][0]["results"][0]["level"]
    assert "Pools" not in said.output


def test_what_was_seen_is_not_asked_again(run, revealing: Path) -> None:
    """The whole sentence is kept; when it changes the decision has lapsed and it is asked anew."""
    said = run("review", "--root", revealing, "--by", "ib'er", stdin="1\n\n")
    assert said.exit_code == 0, said.output
    assert "»Pools«" in said.stdout
    decisions = (revealing / "content/decisions.yml").read_text(encoding="utf-8")
    assert STORY in decisions
    assert "gezien" in decisions
    assert run("check", "--root", revealing, "--strict").exit_code == 0
    assert run("review", "--root", revealing).stdout == ""
    file = revealing / "content/reports/2025-2026-1/bal.md"
    file.write_text(file.read_text(encoding="utf-8").replace("lacht veel", "lacht weinig"), encoding="utf-8")
    checked = run("check", "--root", revealing).stdout
    assert "PP524" in checked
    assert "PP513" in checked


def test_changing_the_text_decides_nothing(run, revealing: Path) -> None:
    """Whoever will change the text, or looks later, writes nothing; no document is kept waiting."""
    before = (revealing / "content/decisions.yml").read_bytes()
    said = run("review", "--root", revealing, "--by", "ib'er", stdin="2\n")
    assert said.exit_code == 0, said.output
    assert (revealing / "content/decisions.yml").read_bytes() == before
    listed = run("review", "--root", revealing, "--list", "--format", "json")
    assert listed.exit_code == 0
    (item,) = json.loads(listed.stdout)
    assert (item["holds"], [option["id"] for option in item["options"]]) == (False, ["seen", "reword"])
    given = json.dumps([{"id": item["id"], "option": "reword", "by": "ib'er"}])
    assert run("review", "--root", revealing, "--decide", "-", stdin=given).exit_code == 0
    assert (revealing / "content/decisions.yml").read_bytes() == before
