"""A new site and new documents."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from commands.terminal import in_terminal


def test_init_gives_a_site_that_checks_and_builds(run, site: Path) -> None:
    """What `init` lays down has nothing to mend, and builds."""
    checked = run("check", "--strict", "--root", site)
    assert checked.exit_code == 0, checked.output
    built = run("build", "--root", site)
    assert built.exit_code == 0, built.output
    assert (site / "site" / "verslagen" / "rustig-binnenkomen-met-een-taak-op-het-bord" / "index.html").is_file()


def test_init_holds_one_of_each_kind(site: Path) -> None:
    """Every kind of document has an example."""
    folders = {path.parent.relative_to(site / "content").parts[0] for path in (site / "content").rglob("*.md")}
    assert folders == {"reports", "sessions", "themes", "findings", "interviews", "pages"}
    for name in ("community.yml", "roster.yml", "decisions.yml"):
        assert yaml.safe_load((site / "content" / name).read_text(encoding="utf-8"))
    assert "/.cache/" in (site / ".gitignore").read_text(encoding="utf-8").split()
    assert (site / ".github" / "workflows" / "pages.yml").is_file()


def test_init_takes_another_way_to_publish(run, tmp_path: Path) -> None:
    """The workflow follows the way that is chosen."""
    assert run("init", tmp_path / "a", "--publish", "repository").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "a/.github/workflows").iterdir()) == [
        "controle.yml",
        "naar-openbaar.yml",
    ]


def test_init_never_overwrites(run, site: Path) -> None:
    """A second `init` lists what is in the way and changes nothing."""
    (site / "content" / "roster.yml").write_text("people: []\n", encoding="utf-8")
    (site / "mkdocs.yml").unlink()
    again = run("init", site)
    assert again.exit_code == 1
    assert str(Path("content") / "roster.yml") in again.output
    assert "mkdocs.yml" not in again.output.splitlines()[1:]
    assert not (site / "mkdocs.yml").exists()
    assert (site / "content" / "roster.yml").read_text(encoding="utf-8") == "people: []\n"


def test_the_first_report_of_the_readme_can_be_begun(run, site: Path) -> None:
    """The command a newcomer copies from the README works in the site that `init` lays down, and so do those of the help."""
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"^ +proefpraktijk (new .+)$", readme + run("new", "--help").output, re.MULTILINE)
    assert len(shown) > 1
    for command in dict.fromkeys(shown):
        made = run(*shlex.split(command), "--root", site)
        assert made.exit_code == 0, made.output


@pytest.mark.parametrize("kind", ["report", "session", "theme", "finding"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_new_gives_a_document_that_checks(run, site: Path, kind: str, language: str) -> None:
    """Without any option a new document passes `check --strict`; its path is all that is printed."""
    made = run("new", kind, "--root", site, language=language)
    assert made.exit_code == 0, made.output
    (line,) = made.output.splitlines()
    assert Path(line).is_file()
    checked = run("check", "--strict", "--root", site)
    assert checked.exit_code == 0, checked.output


def test_new_report_takes_its_facts(run, site: Path) -> None:
    """Options become front matter, in the keys of the user's language, and the file goes where it belongs."""
    made = run(
        *("new", "report", "--root", site, "--title", "Vraag: wie begint er?", "--year-group", "3/4"),
        *("--themes", "rustig-starten, herkenning", "--date", "2025-10-03", "--quadrant", "internaliseren"),
    )
    file = site / "content/reports/2025-2026-1/vraag-wie-begint-er.md"
    assert made.output.strip() == str(file)
    front = yaml.safe_load(file.read_text(encoding="utf-8").split("---")[1])
    assert front["titel"] == "Vraag: wie begint er?"
    assert front["thema's"] == "rustig-starten, herkenning"
    assert "jaargroep" in front


def test_new_report_is_a_draft(run, site: Path) -> None:
    """A new report waits for its member check: `build` lists it and leaves it out."""
    run("new", "report", "--root", site, "--title", "Nog niet af")
    built = run("build", "--root", site)
    assert built.exit_code == 0
    assert "content/reports/2025-2026-1/nog-niet-af.md" in built.output
    assert not (site / "site/verslagen/nog-niet-af").exists()


def test_new_report_never_overwrites(run, site: Path) -> None:
    """A document that is there stays as it is."""
    first = run("new", "report", "--root", site, "--title", "Twee keer")
    file = Path(first.output.strip())
    file.write_text("van mij", encoding="utf-8")
    again = run("new", "report", "--root", site, "--title", "Twee keer")
    assert again.exit_code == 1
    assert file.read_text(encoding="utf-8") == "van mij"


@pytest.mark.parametrize(
    ("arguments", "status", "rule"),
    [
        (("report", "--year-group", "9"), 2, "--year-group"),
        (("report", "--quadrant", "socialisren"), 2, "--quadrant"),
        (("report", "--themes", "rustig-startn"), 1, "PP301"),
        (("report", "--session", "2025-2026-9"), 1, "PP303"),
        (("report", "--school", "De Onbekende"), 1, "PP302"),
        (("session", "--date", "2025-10-03", "--school-year", "2020-2021"), 1, "PP224"),
        (("theme", "--label", "Herkenbaar"), 1, "PP305"),
        (("finding", "--evidence", "reports/bestaat-niet.md"), 1, "PP312"),
    ],
)
def test_new_refuses_what_reading_refuses(run, site: Path, arguments, status: int, rule: str) -> None:
    """What reading would refuse is refused at once, with the same words, and nothing is written."""
    before = sorted((site / "content").rglob("*"))
    made = run("new", *arguments, "--root", site)
    assert made.exit_code == status, made.output
    assert rule in made.output
    assert sorted(path for path in (site / "content").rglob("*") if path.is_file()) == [
        p for p in before if p.is_file()
    ]


def test_new_outside_a_site(run, tmp_path: Path) -> None:
    """Without content/ there is nothing to add to, and the message says what to do."""
    made = run("new", "report", "--root", tmp_path)
    assert made.exit_code == 1
    assert "PP101" in made.output


def test_new_asks_on_a_terminal(site: Path) -> None:
    """On a terminal what is missing is asked, a wrong answer again; an empty answer takes what is shown."""
    answers = ["Samen lezen in tweetallen", "groep 9", "groep 5", "", "", "internaliseren", "herkenning"]
    status, shown = in_terminal("new", "report", "--root", str(site), typed="".join(f"{a}\n" for a in answers))
    assert status == 0, shown
    assert shown.count("Fout: ") == 1
    text = (site / "content/reports/2025-2026-1/samen-lezen-in-tweetallen.md").read_text(encoding="utf-8")
    assert "jaargroep: groep 5\n" in text
    assert "kwadrant: internaliseren\n" in text
    assert "datum" not in text
