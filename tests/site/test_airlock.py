"""What stops a build leaves the old site alone and names nobody; what leaves the content leaves everything."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from endtoend.pages import parsed
from endtoend.running import build, built, change, run
from endtoend.trees import differing, tree

REPORTS = "content/reports/2025-2026-1"
NAMES = re.compile("brunhilde|quispel|pimpernel|xanthoven", re.IGNORECASE)


@pytest.fixture
def site(scaffold: Path, tmp_path: Path) -> Path:
    """Give a small site, built, with somebody, a school and a place on its roster that nothing mentions yet."""
    root = tmp_path / "kennisbank"
    shutil.copytree(scaffold, root)
    return root


SETTINGS = {
    "site_name": ("site_name: Kennisbank Samen Leren", "site_name: Kennisbank van Brunhilde"),
    "site_description": ("Wat leerkrachten uitprobeerden", "Wat Quispel uitprobeerde"),
    "nav": ("- Over: over", "- Over Xanthoven: over"),
    "site_url": ("https://example.org/", "https://brunhilde.example.org/"),
}


@pytest.mark.parametrize("key", SETTINGS)
def test_a_name_in_the_settings_stops_the_build(site: Path, key: str) -> None:
    """The airlock never saw it, the byte search finds it: the old site stays, byte for byte; the message is earlier_slugs_kept."""
    old = tree(site / "site")
    change(site / "mkdocs.yml", *SETTINGS[key])
    said = build(site)
    assert said.code == 1
    assert not differing(old, tree(site / "site"))
    assert said.rows
    assert {row["rule"] for row in said.rows} == {"PP822"}
    assert {row["path"] for row in said.rows} == {"mkdocs.yml"}
    assert not NAMES.search(said.text)
    change(site / "mkdocs.yml", *reversed(SETTINGS[key]))
    built(site)
    assert not differing(old, tree(site / "site"))


def test_no_first_site_with_a_name(scaffold: Path, tmp_path: Path) -> None:
    """Without an old site there is none afterwards either, and nothing half-built lies about."""
    root = tmp_path / "kennisbank"
    shutil.copytree(scaffold, root, ignore=shutil.ignore_patterns("site", "build", ".cache"))
    change(root / "mkdocs.yml", *SETTINGS["site_name"])
    assert build(root).code == 1
    assert not (root / "site").exists()
    assert not list((root / ".cache").glob("work-*"))


def test_a_site_with_a_hit_is_not_published(site: Path, tmp_path: Path) -> None:
    """After a build that was stopped the old site is no longer fit to go out: nobody knows whether it is clean."""
    change(site / "mkdocs.yml", *SETTINGS["site_name"])
    assert build(site).code == 1
    said = run("publish", "--root", site, "--remote", tmp_path / "elders.git")
    assert said.code == 1
    assert not (tmp_path / "elders.git").exists()


def test_a_name_that_joins_the_roster_is_taken_out_of_the_site(site: Path) -> None:
    """Old pages are no excuse: the next build is without the name, on every page."""
    report = site / REPORTS / "rustig-binnenkomen.md"
    change(report, "Om half negen staat de gang vol.", "Om half negen staat de bakker in de gang.")
    assert "de bakker in de gang" in _words(built(site))
    change(
        site / "content/roster.yml",
        "people:\n",
        "people:\n  - {naam: Anna Bakker, rol: leerkracht, aliassen: [de bakker]}\n",
    )
    assert "bakker in de gang" not in _words(built(site))


def _words(site: Path) -> str:
    return "\n".join(parsed(file.read_text(encoding="utf-8")).whole for file in sorted(site.rglob("*.html")))


def test_a_withdrawn_report_is_gone_everywhere(site: Path) -> None:
    """Not a sentence of it is left in the site, in the staging folder or in what is remembered between builds."""
    trace = re.compile(b"de gang vol|Rustig binnenkomen met|rustig-binnenkomen-met")
    report = site / REPORTS / "rustig-binnenkomen.md"
    assert [path for path, data in tree(site / "site").items() if trace.search(data)]
    change(report, "---\n", "---\ningetrokken: ja\n")
    said = build(site)
    assert said.code == 0
    assert "Withdrawn\n  content/reports/2025-2026-1/rustig-binnenkomen.md" in said.text
    kept = tree(site / "site", site / "build", site / ".cache")
    assert not [path for path, data in kept.items() if trace.search(data) or trace.search(path.encode())]


def test_a_report_that_is_removed_is_gone_everywhere(site: Path) -> None:
    """Nor of a report whose file is taken away."""
    (site / REPORTS / "rustig-binnenkomen.md").unlink()
    built(site)
    kept = tree(site / "site", site / "build", site / ".cache")
    trace = re.compile(b"de gang vol|rustig-binnenkomen")
    assert not [path for path, data in kept.items() if trace.search(data) or trace.search(path.encode())]


def test_a_link_to_what_is_not_published_is_text(site: Path) -> None:
    """The words of a link stay, and nothing tells what it led to."""
    report = site / REPORTS / "rustig-binnenkomen.md"
    sound = report.read_text(encoding="utf-8")
    (site / REPORTS / "vastgehouden.md").write_text(
        sound.replace("Om half negen", "Toen Ottokar kwam"), encoding="utf-8"
    )
    (site / REPORTS / "een-concept.md").write_text(re.sub("membercheck: .*\n", "", sound), encoding="utf-8")
    (site / REPORTS / "ingetrokken.md").write_text(
        sound.replace("---\n", "---\ningetrokken: ja\n", 1), encoding="utf-8"
    )
    links = "Lees [het eerste](vastgehouden.md), [het tweede](een-concept.md) en [het derde](ingetrokken.md). "
    change(report, "Om half negen", f"{links}Om half negen")
    page = (built(site) / "verslagen/rustig-binnenkomen-met-een-taak-op-het-bord/index.html").read_text(
        encoding="utf-8"
    )
    assert "Lees het eerste, het tweede en het derde. Om half negen" in page
    told = re.compile("vastgehouden|een-concept|ingetrokken")
    assert not [path for path, data in tree(site / "site", site / "build").items() if told.search(f"{path}{data!r}")]


def test_two_titles_that_become_one(site: Path) -> None:
    """Titles that differ in the name only are the same without it: the second report is left out and told, not mixed up."""
    report = site / REPORTS / "rustig-binnenkomen.md"
    sound = report.read_text(encoding="utf-8")
    for name in ("Sem", "Nour"):
        text = sound.replace("Rustig binnenkomen met een taak op het bord", f"Het gesprek met {name}")
        (site / REPORTS / f"gesprek-{len(name)}.md").write_text(text, encoding="utf-8")
    said = build(site)
    assert said.code == 0
    assert [row for row in said.rules if "PP601" in row] == [f"{REPORTS}/gesprek-4.md:0:0: PP601"]
    assert len(list((site / "site/verslagen").glob("het-gesprek-*"))) == 1


def test_exit_codes(site: Path) -> None:
    """A draft is listed and no harm; a hold fails the check and not the build; a broken roster fails both."""
    assert (run("check", "--root", site).code, build(site).code) == (0, 0)
    report = site / REPORTS / "rustig-binnenkomen.md"
    sound = report.read_text(encoding="utf-8")

    report.write_text(re.sub("membercheck: .*\n", "", sound), encoding="utf-8")
    drafted = build(site)
    assert drafted.code == 0
    assert "Draft: no member check yet\n  content/reports/2025-2026-1/rustig-binnenkomen.md" in drafted.text

    report.write_text(sound.replace("Om half negen", "Toen Ottokar kwam"), encoding="utf-8")
    held = build(site)
    assert (run("check", "--root", site).code, held.code) == (1, 0)
    assert "Held: a reviewer must look first\n  content/reports/2025-2026-1/rustig-binnenkomen.md" in held.text

    report.write_text(sound.replace("jaargroep: 3/4", "jaargroep: 9"), encoding="utf-8")
    refused = build(site)
    assert (run("check", "--root", site).code, refused.code) == (1, 0)
    assert "Refused: there are mistakes to mend\n  content/reports/2025-2026-1/rustig-binnenkomen.md" in refused.text

    report.write_text(sound, encoding="utf-8")
    change(site / "content/roster.yml", "people:", "mensheid:")
    assert (run("check", "--root", site).code, build(site).code) == (1, 1)
    assert (run("build", "--root", site, "--engine", "word").code, run("build", "--root", site / "niets").code) == (
        2,
        2,
    )
