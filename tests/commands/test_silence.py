"""Nothing a command says ever holds a name, whatever is wrong with the site and wherever the name stands."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from commands.terminal import in_terminal

NAMES = re.compile("brunhilde|quispel|zwaantje|pimpernel|xanthoven|hildebrandt", re.IGNORECASE)

ROSTER = """schools:
  - {naam: "De Pimpernel", plaats: "Xanthoven"}
people:
  - {naam: "Brunhilde van Quispel", rol: leerkracht, school: "De Pimpernel"}
  - {naam: "Zwaantje Hildebrandt", rol: leerling, school: "De Pimpernel", aliassen: ["Zwaantjelief"]}
"""

PLANTED = {
    "in-de-tekst.md": ("titel: Brunhilde en Zwaantje", "Brunhilde, ZWAANTJE en brunhildes zus van De Pimpernel."),
    "brunhilde-en-zwaantje.md": ("titel: Een rustige dag", "Toen kwam Ottokar binnen."),
    "fout-in-sleutel.md": ("titel: Een dag\nBrunhilde: ja\nZwaantje Hildebrandt: nee", "Het ging goed."),
    "fout-in-waarde.md": (
        (
            "titel: Een dag\nschool: Brunhildeschool\nthema's: [brunhilde, zwaantje]\nkwadrant: Zwaantje\n"
            "jaargroep: Brunhilde\nbijeenkomst: De Pimpernel\ndatum: Quispel\nmembercheck: Hildebrandt\nslug: Brunhilde!"
        ),
        "Het ging goed.",
    ),
    "kapotte-yaml.md": ("titel: [Brunhilde, 'Zwaantje", "Het ging goed."),
    "anker.md": ("titel: &Brunhilde Zwaantje", "Het ging goed."),
    "in-de-opmaak.md": (
        "titel: Een dag",
        (
            "<!-- Brunhilde --> <b title='Zwaantje'>Quispel</b> [Zwaantje](brunhilde.md) ![Brunhilde](../zwaantje.jpg) "
            "==Brunhilde deed mee.=={.brunhilde .zwaantje} [x](javascript:Brunhilde) [y](#zwaantje) "
            "[z](https://brunhilde.example.org/quispel)\n\n== Zwaantje {.x}\n\n#### Brunhilde"
        ),
    ),
}


@pytest.fixture
def planted(site: Path) -> Path:
    """Return a site in which names stand wherever a writer can put them."""
    (site / "content/roster.yml").write_text(ROSTER, encoding="utf-8")
    reports = site / "content/reports/2025-2026-1"
    for name, (front, text) in PLANTED.items():
        keys = {line.partition(":")[0] for line in front.splitlines()}
        rest = {"jaargroep": "3", "bijeenkomst": "2025-2026-1", "kwadrant": "combineren", "membercheck": "2025-10-08"}
        lines = [front, *(f"{key}: {value}" for key, value in rest.items() if key not in keys)]
        (reports / name).write_text("\n".join(["---", *lines, "---", "", text, ""]), encoding="utf-8")
    (reports / "in-de-tekst.codes.yml").write_text(
        "- {exact: Brunhilde was hier, themes: [zwaantje]}\n- {exact: Quispel, thema: [rustig-starten]}\n",
        encoding="utf-8",
    )
    (site / "content/themes/zwaantje-en-brunhilde.md").write_text(
        "---\nlabel: Brunhilde\nsynoniemen: [rustige start]\ndefinitie: Zwaantje\nbreder: quispel\n---\n\nx\n",
        encoding="utf-8",
    )
    (site / "content/pages/zwaantje.md").write_text(
        "---\ntitel: Zwaantje\n---\n\n[x](brunhilde.md)\n", encoding="utf-8"
    )
    (site / "content/findings/quispel.md").write_text(
        "---\nvraag: Brunhilde?\nkern: Zwaantje.\nonderbouwing: [reports/brunhilde.md#quispel]\n---\n\nx\n",
        encoding="utf-8",
    )
    (site / "content/Brunhilde.docx").write_bytes(b"PK")
    return site


def _commands(site: Path) -> list[tuple[str, ...]]:
    files = [str(path) for path in sorted((site / "content").rglob("*.*")) if not NAMES.search(path.name)]
    return [
        *(("check", "--root", str(site), "--format", form) for form in ("text", "json", "github", "sarif")),
        ("review", "--root", str(site), "--list"),
        ("build", "--root", str(site), "--timings"),
        ("stats", "--root", str(site)),
        ("stats", "--root", str(site), "--format", "json"),
        ("new", "report", "--root", str(site), "--title", "Iets nieuws", "--themes", "onbekend"),
        ("publish", "--root", str(site), "--remote", str(site / "nergens")),
        ("scan", *files),
        ("scan", "--format", "json", *files),
    ]


@pytest.mark.parametrize("state", ["sound", "theme", "roster", "community", "decisions"])
def test_no_name_in_any_output(run, planted: Path, state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All output of all commands is searched for every name, with shared documents sound and broken."""
    monkeypatch.chdir(planted)
    if state != "theme":
        (planted / "content/themes/zwaantje-en-brunhilde.md").unlink()
    if state == "roster":
        (planted / "content/roster.yml").write_text(ROSTER + "  - {naam: Brunhilde, rol: Zwaantje}\n", encoding="utf-8")
    if state == "community":
        (planted / "content/community.yml").write_text("naam: x\nbouwen: {Brunhilde: Zwaantje}\n", encoding="utf-8")
    if state == "decisions":
        decision = {
            "besluit": "vrijgeven",
            "tekst": "Brunhilde",
            "reden": "Zwaantje",
            "door": "Quispel",
            "datum": "2025-10-08",
        }
        decisions = [decision, {**decision, "bereik": "reports/zwaantje.md", "tekst": "Hildebrandt"}, {"Zwaantje": "x"}]
        (planted / "content/decisions.yml").write_text(yaml.safe_dump(decisions), encoding="utf-8")
    for number, command in enumerate(_commands(planted)):
        result = run(*command, language=("nl", "en")[number % 2])
        assert result.exit_code in {0, 1}, (command, result.output)
        # A roster that cannot be read names nobody, so then a path is shown as it is.
        said = re.sub(r"\S*/\S*", "", result.output) if state == "roster" else result.output
        assert not [line for line in said.splitlines() if NAMES.search(line)], command[:3]


def test_no_name_in_the_site(run, planted: Path) -> None:
    """The site that is built beside all that went wrong holds no name either."""
    (planted / "content/themes/zwaantje-en-brunhilde.md").unlink()
    built = run("build", "--root", planted)
    assert built.exit_code == 0, built.output
    files = [path for path in (planted / "site").rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if NAMES.search(path.name) or NAMES.search(path.read_text(errors="replace"))]


def test_our_own_mistake_is_one_line(run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug of ours ends with 70 and one line; with the debug switch also places, never values or messages."""
    monkeypatch.setattr("proefpraktijk.commands.check.run_pipeline", _fails)
    plain = run("check", "--root", site)
    assert plain.exit_code == 70
    assert len(plain.output.splitlines()) == 1
    assert "ValueError" in plain.output
    monkeypatch.setenv("PROEFPRAKTIJK_DEBUG", "1")
    verbose = run("check", "--root", site)
    assert "test_silence.py" in verbose.output
    assert "builtins.KeyError" in verbose.output
    assert not NAMES.search(plain.output + verbose.output)


def _fails(*_arguments: object, **_more: object) -> None:
    try:
        {}["Brunhilde"]
    except KeyError as cause:
        raise ValueError("Zwaantje Hildebrandt") from cause


def test_refusal_of_the_computer(run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk or a forbidden file is reported without the file's name."""

    def refuses(*_arguments: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied", "content/reports/brunhilde.md")

    monkeypatch.setattr("proefpraktijk.commands.check.run_pipeline", refuses)
    result = run("check", "--root", site)
    assert result.exit_code == 1
    assert "Permission denied" in result.output
    assert not NAMES.search(result.output)


def test_colour_only_on_a_terminal(run, site: Path, report: Callable[..., Path]) -> None:
    """Piped output is plain text."""
    report("hold.md", "Toen kwam Ottokar binnen.")
    result = run("check", "--root", site)
    assert result.exit_code == 1
    assert "\x1b" not in result.output


def test_colour_on_a_terminal(site: Path, report: Callable[..., Path]) -> None:
    """On a real terminal there is colour; NO_COLOR takes it away."""
    report("hold.md", "Toen kwam Ottokar binnen.")
    command = ("check", "--root", str(site))
    status, shown = in_terminal(*command, NO_COLOR="")
    assert status == 1
    assert "\x1b[31m" in shown
    status, plain = in_terminal(*command, NO_COLOR="1")
    assert status == 1
    assert "HOLD-capital" in plain
    assert "\x1b[31m" not in plain


def test_scan_json_is_ascii_safe(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file name that is no text still gives valid JSON."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "caf\udce9.txt").write_text("dag", encoding="utf-8")
    (line,) = run("scan", "--format", "json", tmp_path / "caf\udce9.txt").stdout.splitlines()
    assert json.loads(line)["path"].endswith(".txt")


@pytest.mark.parametrize("roster", [None, "people: [Zwaantje", ""], ids=["missing", "broken", "empty"])
@pytest.mark.parametrize("layout", ["text", "json", "github", "sarif"])
def test_without_a_readable_roster_file_names_are_hidden_too(
    run, planted: Path, roster: str | None, layout: str
) -> None:
    """Nobody knows then which words are names: what no dictionary explains is left out; our own names are shown."""
    file = planted / "content/roster.yml"
    file.unlink()
    if roster is not None:
        file.write_text(roster, encoding="utf-8")
    said = run("check", "--format", layout, "--root", planted)
    assert said.exit_code == 1
    assert not re.search("brunhilde|quispel|xanthoven|hildebrandt", said.output, re.IGNORECASE)
    assert "content/roster.yml" in said.output
    assert "content/reports/2025-2026-1/fout-in-waarde.md" in said.output


def test_a_roster_that_is_a_pipe_is_not_waited_for(run, planted: Path) -> None:
    """Only an ordinary file is read."""
    (planted / "content/roster.yml").unlink()
    os.mkfifo(planted / "content/roster.yml")
    said = run("check", "--root", planted)
    assert said.exit_code == 1
    assert "content/roster.yml:0:0: PP111" in said.output
