"""`check --risk` reports how small the groups are, for people and for programs, and never a name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

LONELY = """---
titel: {title}
jaargroep: {group}
bijeenkomst: 2025-2026-1
kwadrant: socialiseren
auteurs: [{author}]
membercheck: 2025-10-08
---

Het ging goed.

## Handvatten

- Kijk morgen eens wie er het eerst begint te werken.
"""


def write(site: Path, name: str, **facts: str) -> None:
    """Write a report by one person."""
    made_up = {"title": name.replace("-", " ").capitalize(), "group": "3", "author": "Marit de Boer"}
    file = site / "content" / "reports" / "2025-2026-1" / f"{name}.md"
    file.write_text(LONELY.format(**made_up | facts), encoding="utf-8")


def test_the_example_site(run, site: Path) -> None:
    """Five people stand behind its report; its one interview is made as general as can be, and nothing can be promised."""
    result = run("check", "--risk", "--root", site)
    assert result.exit_code == 1
    assert "5 mensen, 1 verslag: groep 3 · 2025-2026-1 · socialiseren" in result.stdout
    assert "Groep 3/4: 2 op de namenlijst geven die als één klas les, minder dan 3." in result.stdout
    assert "1 mens, 1 interview: niets genoemd" in result.stdout
    assert "Groep 8: 0 leerkrachten op de namenlijst, minder dan 3" in result.stdout
    assert "De rol ib'er: 1 op de namenlijst" in result.stdout
    assert "Achter alle interviews samen staan minder dan 3 mensen" in result.stdout
    assert "Achter alle verslagen" not in result.stdout


def test_what_was_generalised_and_why(run, site: Path) -> None:
    """Each report with what it no longer states; the reason is a rule, and names in paths are hidden."""
    write(site, "marit-begint", title="Een rustig begin", group="5")
    write(site, "stil-begin", title="Een stil begin")
    result = run("check", "--risk", "--root", site)
    assert "reports/2025-2026-1/…-begint.md: jaargroep → bouw (" in result.stdout
    assert "Marit" not in result.output
    assert "marit" not in result.output


def test_for_programs(run, site: Path) -> None:
    """The same as JSON."""
    write(site, "stil-begin", title="Een stil begin", group="4")
    (site / "content/interviews/een-gewone-ochtend.md").unlink()
    finding = site / "content/findings/een-vast-begin-geeft-rust.md"
    finding.unlink()
    result = run("check", "--risk", "--root", site, "--format", "json")
    assert result.exit_code == 0
    risk = json.loads(result.stdout)
    assert risk["holds"]
    assert risk["reports"]["published"] == 2
    assert {group["people"] for group in risk["reports"]["smallest_groups"]} == {5}
    assert {each["rule"] for each in risk["reports"]["generalised"]} == {"crowd", "company"}
    assert {"what": "schools", "which": "", "there": 3} not in risk["too_few"]
    assert {"what": "role", "which": "ib'er", "there": 1} in risk["too_few"]


def test_a_site_that_cannot_be_read(run, site: Path) -> None:
    """The problems are reported instead."""
    (site / "content/community.yml").write_text("k: 1\n", encoding="utf-8")
    result = run("check", "--risk", "--root", site)
    assert result.exit_code == 1
    assert "PP208" in result.stdout


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_only_text_and_json(run, site: Path, form: str) -> None:
    """There is no place in a file to point at."""
    assert run("check", "--risk", "--root", site, "--format", form).exit_code == 2


def test_an_empty_site(run, site: Path) -> None:
    """No report, no interview: nothing is published, so nothing is at risk."""
    for kind in (
        "reports/2025-2026-1/rustig-binnenkomen",
        "interviews/een-gewone-ochtend",
        "findings/een-vast-begin-geeft-rust",
    ):
        (site / "content" / f"{kind}.md").unlink()
    result = run("check", "--risk", "--root", site)
    assert result.exit_code == 0
    assert "Er zou geen verslag gepubliceerd worden." in result.stdout
