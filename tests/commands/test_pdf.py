"""`pdf` as a facilitator uses it: a name, a place to write, and what is in the way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfWriter

from endtoend.paper import Pdf
from endtoend.running import change
from proefpraktijk.publish import pdf_typesetting as press

from .conftest import Run

THEME = "rustig-starten"
ROSTER = """schools: []
people:
  - {naam: "Brunhilde Quispel", rol: leerkracht}
"""


@pytest.fixture
def here(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to an empty folder; return it."""
    folder = tmp_path / "papier"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(("language", "says"), [("nl", "2 bladzijden: thema-"), ("en", "2 pages: thema-")])
def test_a_name_of_its_own_in_this_folder(run: Run, site: Path, here: Path, language: str, says: str) -> None:
    """Without --output the file is called after what it is about, in the language of the community."""
    done = run("pdf", "theme", THEME, "--root", site, language=language)
    assert (done.exit_code, done.stdout) == (0, f"{says}{THEME}.pdf\n")
    assert [file.name for file in here.iterdir()] == [f"thema-{THEME}.pdf"]


def test_in_the_folder_of_the_site_no_root_is_needed(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All kinds are made where one stands."""
    monkeypatch.chdir(site)
    for kind, key in (("theme", THEME), ("session", "2025-2026-1"), ("handles", THEME), ("poster", THEME)):
        done = run("pdf", kind, key)
        assert done.exit_code == 0, done.output
    made = {file.name for file in site.glob("*.pdf")}
    assert made == {
        f"thema-{THEME}.pdf",
        "bijeenkomst-2025-2026-1.pdf",
        f"handvatten-{THEME}.pdf",
        f"poster-{THEME}.pdf",
    }


def test_it_replaces_its_own_and_nothing_else(run: Run, site: Path, here: Path) -> None:
    """An older handout makes place for a newer one; any other file, also another PDF, stays as it is."""
    file = here / "overleg.pdf"
    for _ in range(2):
        assert run("pdf", "theme", THEME, "--root", site, "--output", file).exit_code == 0
    another = PdfWriter()
    another.add_blank_page(100, 100)
    another.write(here / "ander.pdf")
    for others in (b"een brief", (here / "ander.pdf").read_bytes(), file.read_bytes()[:900], b""):
        file.write_bytes(others)
        done = run("pdf", "theme", THEME, "--root", site, "--output", file)
        assert done.exit_code == 1
        assert "PP843" in done.output
        assert done.stderr == ""
        assert "--output" in done.output
        assert file.read_bytes() == others


@pytest.mark.parametrize("output", ["map", "geen-map/overleg.pdf"])
def test_a_place_that_cannot_be_written(run: Run, site: Path, here: Path, output: str) -> None:
    """A folder in the way is wrong use; a folder that is not there is a problem. Nothing is made."""
    (here / "map").mkdir()
    done = run("pdf", "theme", THEME, "--root", site, "--output", output)
    assert done.exit_code in (1, 2)
    assert "map" in done.output
    assert [file.name for file in here.rglob("*")] == ["map"]


@pytest.mark.parametrize("output", ["", "-"])
def test_no_name_of_a_file(run: Run, site: Path, here: Path, output: str) -> None:
    """Nothing, or the dash that means standard output elsewhere, is wrong use."""
    done = run("pdf", "theme", THEME, "--root", site, "--output", output)
    assert done.exit_code == 2
    assert "naam van een bestand" in done.output
    assert not list(here.iterdir())


@pytest.mark.parametrize("output", ["/proc/x.pdf", f"{'x' * 300}.pdf", "lus.pdf"])
def test_what_the_computer_refuses_has_a_rule(run: Run, site: Path, here: Path, output: str) -> None:
    """A folder that takes no files, a name that is too long, links in a circle: one line that names the file."""
    (here / "lus.pdf").symlink_to("lus.pdf")
    done = run("pdf", "theme", THEME, "--root", site, "--output", output)
    assert (done.exit_code, done.stderr, len(done.stdout.splitlines())) == (1, "", 1)
    assert done.stdout.startswith(output[:100])
    assert "PP843" in done.stdout
    assert len(done.stdout) < 400


@pytest.mark.parametrize("folder", ["site", "site/over", "build", ".cache", "content", "content/media", "via"])
def test_no_pdf_among_what_the_site_is_made_of(run: Run, site: Path, here: Path, folder: str) -> None:
    """The site holds only what was searched with it, and a next build would clear the rest; a link is no way around."""
    (site / "site").mkdir()
    (site / "via").symlink_to("site")
    done = run("pdf", "theme", THEME, "--root", site, "--output", site / folder / "overleg.pdf")
    assert done.exit_code == 1
    assert "PP843" in done.output
    assert "hoort niet in" in done.output
    assert not list(site.rglob("*.pdf"))


@pytest.mark.parametrize("key", ["x" * 20_000, "rustig\nstarten\x1b[31m"])
def test_an_id_is_told_on_one_short_line(run: Run, site: Path, here: Path, key: str) -> None:
    """Whatever was typed, or pasted by mistake, does not fill the screen or steer the terminal."""
    done = run("pdf", "theme", key, "--root", site)
    assert (done.exit_code, len(done.stdout.splitlines())) == (1, 1)
    assert "PP841" in done.stdout
    assert len(done.stdout) < 400
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        (("theme", "rustig-start"), THEME),
        (("poster", "rustig"), THEME),
        (("handles", "middebouw"), "middenbouw"),
        (("session", "2025-2026-8"), "2025-2026-1"),
        (("theme", ""), THEME),
        (("theme", "../../etc/passwd"), THEME),
    ],
)
def test_an_unknown_id(run: Run, site: Path, here: Path, asked: tuple[str, str], near: str) -> None:
    """It says that there is none, and which ones there are that look like it."""
    done = run("pdf", *asked, "--root", site)
    assert done.exit_code == 1
    assert "PP841" in done.output
    assert near in done.output
    assert not list(here.iterdir())


def test_an_unknown_finding_of_none(run: Run, site: Path, here: Path) -> None:
    """When there is nothing of a kind, it says so."""
    for file in (site / "content/findings").glob("*.md"):
        file.unlink()
    done = run("pdf", "finding", "wat-helpt", "--root", site)
    assert done.exit_code == 1
    assert "hiervan is er nog niets" in done.output


def test_no_handles_yet(run: Run, site: Path, here: Path) -> None:
    """A poster of nothing is not made; it says where handles come from."""
    (site / "content/themes/stille-hoek.md").write_text(
        "---\nlabel: Stille hoek\ndefinitie: Een plek om rustig te werken.\n---\n", encoding="utf-8"
    )
    done = run("pdf", "poster", "stille-hoek", "--root", site)
    assert done.exit_code == 1
    assert "PP842" in done.output
    assert run("pdf", "theme", "stille-hoek", "--root", site).exit_code == 0


@pytest.mark.parametrize(
    "arguments", [(), ("report", "x"), ("theme",), (("theme", "a"), "b"), ("theme", "a", "--form", "a5")]
)
def test_wrong_use(run: Run, arguments: tuple[str, ...]) -> None:
    """A kind there is none of, and too few or too many words, are usage errors."""
    assert run("pdf", *arguments).exit_code == 2


def test_a_name_is_not_told_back(run: Run, site: Path, here: Path) -> None:
    """An id or a file that holds a name of the roster is reported without it."""
    (site / "content/roster.yml").write_text(ROSTER, encoding="utf-8")
    (here / "brunhilde.pdf").write_text("een brief", encoding="utf-8")
    for arguments in (("quispel",), (THEME, "--output", "brunhilde.pdf")):
        done = run("pdf", "theme", *arguments, "--root", site)
        assert done.exit_code == 1
        assert "quispel" not in done.output.casefold()
        assert "brunhilde" not in done.output.casefold()


def test_a_name_that_came_another_way_stops_it(run: Run, site: Path, here: Path) -> None:
    """A name that did not pass the airlock, as in the address of the site, is found, and no file is written."""
    (site / "content/roster.yml").write_text(ROSTER, encoding="utf-8")
    change(site / "mkdocs.yml", "site_url: https://", "site_url: https://quispel.")
    done = run("pdf", "theme", THEME, "--root", site)
    assert done.exit_code == 1
    assert "PP820" in done.output
    assert "quispel" not in done.output.casefold()
    assert not list(here.iterdir())


def test_a_name_in_the_finished_bytes_stops_it(
    run: Run, site: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is searched is what a reader of the PDF finds, not only what was put in: here the style sheet adds a name."""
    (site / "content/roster.yml").write_text(ROSTER, encoding="utf-8")
    styles = press._styles
    monkeypatch.setattr(press, "_styles", lambda handout: styles(handout) + "h1::after { content: ' Quispel' }")
    done = run("pdf", "theme", THEME, "--root", site)
    assert (done.exit_code, done.output.count("PP820")) == (1, 1)
    assert not list(here.iterdir())


def test_what_is_held_or_withdrawn_is_not_in_it(run: Run, site: Path, here: Path) -> None:
    """A handout is made of what may be published now, not of the site that was built."""
    report = next((site / "content/reports").rglob("*.md"))
    assert run("pdf", "poster", THEME, "--root", site).exit_code == 0
    text = Pdf.at(here / f"poster-{THEME}.pdf").text
    report.write_text(
        report.read_text(encoding="utf-8").replace("---\n", "---\ningetrokken: true\n", 1), encoding="utf-8"
    )
    done = run("pdf", "poster", THEME, "--root", site)
    assert done.exit_code == 1 or Pdf.at(here / f"poster-{THEME}.pdf").text != text


WITHOUT = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "weasyprint":
            raise {error}

sys.meta_path.insert(0, Missing())
from proefpraktijk.cli import main
main(sys.argv[1:], prog_name="proefpraktijk")
"""


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        ("ModuleNotFoundError(name)", "pip install 'proefpraktijk[pdf]'"),
        ("OSError('cannot load library libpango-1.0-0')", "apt install libpango-1.0-0"),
    ],
)
def test_what_is_missing_is_said(site: Path, tmp_path: Path, error: str, advice: str) -> None:
    """Without WeasyPrint or Pango one line says what to install; nothing else is shown, and all else still works."""
    environment = {**os.environ, "PROEFPRAKTIJK_LANG": "nl"}

    def ran(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", WITHOUT.format(error=error), *arguments, "--root", str(site)]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    done = ran("pdf", "theme", THEME)
    assert (done.returncode, done.stderr) == (1, "")
    assert "PP840" in done.stdout
    assert advice in done.stdout
    assert len(done.stdout.splitlines()) == 1
    assert not list(tmp_path.glob("*.pdf"))
    assert ran("stats").returncode == 0
