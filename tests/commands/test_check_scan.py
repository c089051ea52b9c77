"""What `check` and `scan` report, and in which form."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest


def test_check_is_content(run, site: Path) -> None:
    """Nothing to mend: status 0 and one line on standard error."""
    checked = run("check", "--root", site)
    assert checked.exit_code == 0
    assert checked.stdout == ""
    assert "1 verslag" in checked.stderr


def test_check_tells_all_problems_at_once(run, site: Path, report: Callable[..., Path]) -> None:
    """Problems of several files come together, sorted, each with its place, rule and hint."""
    file = report("a.md", "Het ging goed.")
    file.write_text(file.read_text(encoding="utf-8").replace("jaargroep: 3/4", "jaargroep: 9"), encoding="utf-8")
    (site / "content/themes/in-de-klas.md").write_text("---\nlabl: In de klas\n---\n", encoding="utf-8")
    checked = run("check", "--root", site)
    assert checked.exit_code == 1
    lines = checked.stdout.splitlines()
    assert lines == sorted(lines)
    assert any(line.startswith("content/reports/2025-2026-1/a.md:3:12: PP210 ") for line in lines)
    assert any("content/themes/in-de-klas.md:2:1: PP206 " in line and "label" in line for line in lines)


@pytest.fixture
def doubtful(site: Path, report: Callable[..., Path]) -> Path:
    """Return a site with a hold, an error and a warning."""
    report("hold.md", "Toen kwam Brunhilde binnen met een bal.", "Een bal in de klas")
    broken = report("fout.md", "Het ging goed.", "Een fout verslag")
    broken.write_text(broken.read_text(encoding="utf-8").replace("kwadrant: socialiseren\n", ""), encoding="utf-8")
    bare = report("kaal.md", "Het ging goed.", "Een kaal verslag")
    bare.write_text(bare.read_text(encoding="utf-8").partition("## Handvatten")[0], encoding="utf-8")
    return site


def test_check_json(run, doubtful: Path) -> None:
    """JSON is one list of objects."""
    checked = run("check", "--root", doubtful, "--format", "json")
    assert checked.exit_code == 1
    found = {
        (entry["path"].rsplit("/", 1)[1], entry["rule"], entry["severity"]) for entry in json.loads(checked.stdout)
    }
    assert ("hold.md", "HOLD-capital", "error") in found
    assert ("fout.md", "PP208", "error") in found
    assert ("kaal.md", "PP401", "warning") in found


def test_check_github(run, doubtful: Path) -> None:
    """GitHub annotations carry file, line and column."""
    lines = run("check", "--root", doubtful, "--format", "github").stdout.splitlines()
    assert any(
        line.startswith("::error file=content/reports/2025-2026-1/hold.md,line=11,col=11,title=HOLD-capital::")
        for line in lines
    )
    assert any(line.startswith("::warning file=content/reports/2025-2026-1/kaal.md,line=1") for line in lines)


def test_check_sarif(run, doubtful: Path) -> None:
    """SARIF 2.1.0: every result has a described rule and a region."""
    log = json.loads(run("check", "--root", doubtful, "--format", "sarif").stdout)
    (one,) = log["runs"]
    rules = {rule["id"]: rule["shortDescription"]["text"] for rule in one["tool"]["driver"]["rules"]}
    assert log["version"] == "2.1.0"
    assert {result["ruleId"] for result in one["results"]} == set(rules)
    assert all(rules.values())
    assert all(result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1 for result in one["results"])


def test_check_strict(run, site: Path, report: Callable[..., Path]) -> None:
    """A warning alone passes, unless strict."""
    bare = report("kaal.md", "Het ging goed.")
    bare.write_text(bare.read_text(encoding="utf-8").partition("## Handvatten")[0], encoding="utf-8")
    assert run("check", "--root", site).exit_code == 0
    assert run("check", "--root", site, "--strict").exit_code == 1


def test_check_schema(run) -> None:
    """The schemas are JSON; one kind or all, and an unknown kind is a usage error that names the known ones."""
    everything = json.loads(run("check", "--schema").stdout)
    assert set(everything) >= {"report", "session", "theme", "finding", "interview", "page", "community", "roster"}
    assert json.loads(run("check", "--schema", "report").stdout) == everything["report"]
    wrong = run("check", "--schema", "verslag")
    assert wrong.exit_code == 2
    assert "report" in wrong.output


def test_check_finds_the_site_around_it(run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --root the nearest folder above that holds a site is meant."""
    monkeypatch.chdir(site / "content" / "themes")
    assert run("check").exit_code == 0


TEXT = "﻿---\r\ntitel: Over Sem\r\n---\r\n\r\nJuf Marit zag dat 𝓘edereen, ook Sem, lachte. Toen kwam Brunhilde.\r\n"


def test_scan_json_offsets(run, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One object a file; code points of the file as read, the end exclusive, also after a BOM, CRLF and wide letters."""
    file = tmp_path / "notitie.md"
    file.write_bytes(TEXT.encode())
    monkeypatch.chdir(site)
    scanned = run("scan", file, file, "--format", "json")
    assert scanned.exit_code == 1
    first, second = map(json.loads, scanned.stdout.splitlines())
    assert first == second
    assert set(first) == {"path", "spans"}
    assert first["path"] == str(file)
    assert all(set(span) == {"start", "end", "action", "kind", "layer"} for span in first["spans"])
    by_text = {TEXT[span["start"] : span["end"]]: (span["action"], span["kind"]) for span in first["spans"]}
    assert by_text["Sem"] == ("replace", "person")
    assert by_text["Brunhilde"][0] == "hold"
    assert any(text.endswith("Marit") and found == ("replace", "person") for text, found in by_text.items())


def test_scan_without_a_site(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is known there, so a name is held, not replaced; a text without any is clean."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Vandaag zag ik dat Sem lachte.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Vandaag zag ik dat iedereen lachte.", encoding="utf-8")
    held = run("scan", "--plain", "a.txt", "--format", "json")
    assert held.exit_code == 1
    assert [span["action"] for span in json.loads(held.stdout)["spans"]] == ["hold"]
    clean = run("scan", "--plain", "b.txt", "--format", "json")
    assert clean.exit_code == 0
    assert json.loads(clean.stdout) == {"path": "b.txt", "spans": []}


def test_scan_with_a_roster(run, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The roster given counts; the site's own then does not."""
    monkeypatch.chdir(site)
    roster = tmp_path / "mensen.yml"
    roster.write_text("people:\n  - {name: Brunhilde Wagenvoort}\n", encoding="utf-8")
    file = tmp_path / "a.txt"
    file.write_text("Vandaag zag ik Brunhilde en ook Sem.", encoding="utf-8")
    (line,) = run("scan", "--plain", "--roster", roster, file, "--format", "json").stdout.splitlines()
    actions = {file.read_text(encoding="utf-8")[s["start"] : s["end"]]: s["action"] for s in json.loads(line)["spans"]}
    assert actions == {"Brunhilde": "replace", "Sem": "hold"}


def test_scan_refuses_a_broken_roster(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A roster that cannot be read is reported with its place, and nothing is scanned as if nobody were known."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mensen.yml").write_text("people:\n  - {name: Sem, rol: koning}\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Dag.", encoding="utf-8")
    scanned = run("scan", "--roster", "mensen.yml", "a.txt")
    assert scanned.exit_code == 1
    assert "mensen.yml:2:" in scanned.stderr
    assert "PP218" in scanned.stderr
    assert scanned.stdout == ""


def test_scan_goes_on_after_a_file_that_cannot_be_read(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing file and a folder are reported on standard error; the others are still scanned."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.txt").write_text("Vandaag lachte iedereen.", encoding="utf-8")
    scanned = run("scan", "weg.txt", tmp_path, "b.txt", "--format", "json")
    assert scanned.exit_code == 1
    assert [json.loads(line)["path"] for line in scanned.stdout.splitlines()] == ["b.txt"]
    assert [line.partition(" ")[0] for line in scanned.stderr.splitlines()] == ["weg.txt:0:0:", f"{tmp_path}:0:0:"]


def test_scan_text_for_people(run, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines with line and column, and never the text itself."""
    monkeypatch.chdir(site)
    file = tmp_path / "notitie.md"
    file.write_text("# Kop\n\nToen lachte Sem.\n", encoding="utf-8")
    scanned = run("scan", file)
    assert scanned.exit_code == 0
    assert scanned.stdout.startswith(f"{file}:3:13: ")
    assert "Sem" not in scanned.output.replace(str(file), "")


def test_scan_does_not_go_on_with_a_broken_roster(run, tmp_path: Path) -> None:
    """A roster that is half read would find nobody."""
    (tmp_path / "a.txt").write_text("Toen kwam Wesselink.\n", encoding="utf-8")
    (tmp_path / "r.yml").write_text("people: [Wesselink\n", encoding="utf-8")
    said = run("scan", tmp_path / "a.txt", "--roster", tmp_path / "r.yml")
    assert said.exit_code == 1
    assert "PP203" in said.output
    assert "a.txt" not in said.output
