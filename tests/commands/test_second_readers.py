"""A community asks for a second reader: every command asks it, it reads a text once, and it must be there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .conftest import Run

FROG = """\
#!{python}
import pathlib, sys
here = pathlib.Path(__file__).parent
if "--version" in sys.argv:
    print("frog 0.0, a small one")
    sys.exit()
(here / "runs").open("a").write("x")
if (here / "broken").exists():
    sys.exit("Nootjes is kapot")
with open("out.txt", "w", encoding="utf-8") as out:
    for line in open("in.txt", encoding="utf-8"):
        for word in line.split():
            print(1, word, "", "", "N()", "1.0", "B-PER" if word == "Taartjes" else "O", sep="\\t", file=out)
        print(file=out)
"""


@pytest.fixture
def frog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a small program that takes "Taartjes" for a person in the place of Frog."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "frog").write_text(FROG.format(python=sys.executable), encoding="utf-8")
    (folder / "frog").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    return folder


@pytest.fixture
def asking(site: Path) -> Path:
    """Return a site whose community asks for Frog, with a report in which only Frog sees anything."""
    community = site / "content/community.yml"
    community.write_text(community.read_text(encoding="utf-8") + "tweede lezers: frog\n", encoding="utf-8")
    report = next((site / "content/reports").rglob("*.md"))
    report.write_text(report.read_text(encoding="utf-8") + "\nTaartjes en limonade.\n", encoding="utf-8")
    return site


def test_every_command_holds_what_it_sees_and_it_reads_once(run: Run, asking: Path, frog: Path) -> None:
    """`check` and `scan` report the hold; a text that was read is not read again, whatever the command."""
    first = run("check", "--root", asking)
    assert first.exit_code == 1
    assert "frog" in first.output.casefold()
    assert "Taartjes" not in first.output
    read = (frog / "runs").read_text()
    assert run("check", "--root", asking).output == first.output
    assert (frog / "runs").read_text() == read


def test_without_it_nothing_is_built(run: Run, asking: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One problem says what to do about it, and no site is made."""
    monkeypatch.setenv("PATH", str(tmp_path))
    done = run("build", "--root", asking)
    assert done.exit_code == 1
    assert done.output.count("PP515") == 1
    assert "apt install frog frogdata" in done.output
    assert not (asking / "site").exists()


def test_when_it_fails_nothing_is_built(run: Run, asking: Path, frog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second reader that is there but cannot read stops the site and every scan within it, with the same problem."""
    (frog / "broken").touch()
    for done in (run("check", "--root", asking), run("build", "--root", asking)):
        assert done.exit_code == 1
        assert done.output.count("PP515") == 1
        assert "Nootjes" not in done.output
    assert not (asking / "site").exists()
    monkeypatch.chdir(asking)
    scanned = run("scan", next((asking / "content/reports").rglob("*.md")))
    assert scanned.exit_code == 1
    assert "PP515" in scanned.output


def test_a_reader_nobody_knows_is_refused(run: Run, asking: Path) -> None:
    """The value is one of two words."""
    community = asking / "content/community.yml"
    community.write_text(community.read_text(encoding="utf-8").replace("frog", "pad"), encoding="utf-8")
    done = run("check", "--root", asking)
    assert "PP227" in done.output
