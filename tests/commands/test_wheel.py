"""The wheel: everything that is needed travels in it, and it works away from this repository."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an unpacked wheel, made with the build tools of this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "--wheel-dir", folder, ROOT], check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_wheel_holds_what_is_needed_and_no_more(unpacked: Path) -> None:
    """Templates, catalogue, scaffold and lexicon are in; nothing of content/ or tests/ is."""
    package = unpacked / "proefpraktijk"
    for needed in (
        "py.typed",
        "locale/nl/LC_MESSAGES/proefpraktijk.mo",
        "scaffold/start/content/roster.yml",
        "scaffold/start/gitignore",
        "scaffold/github/pages.yml",
        "scaffold/new/report.md",
        "templates/pages/home.md.j2",
        "templates/theme/main.html",
        "dutch/data/lexicon.txt.gz",
        "dutch/data/name_words.txt.gz",
    ):
        assert (package / needed).is_file(), needed
    assert {path.name.partition("-")[0] for path in unpacked.iterdir()} == {"proefpraktijk"}
    licences = {path.name for path in unpacked.rglob("licenses/**/*") if path.is_file()}
    assert {"LICENSE", "LICENSE-Deduce.txt", "LICENSE-OpenTaal.txt"} <= licences


def test_wheel_makes_a_new_site(unpacked: Path, tmp_path: Path) -> None:
    """`init` and `build` work with nothing of this repository in reach, and speak Dutch."""
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "PROEFPRAKTIJK_LANG": "nl"}
    environment.pop("VIRTUAL_ENV", None)

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "proefpraktijk", *arguments]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    where = [sys.executable, "-c", "import proefpraktijk; print(proefpraktijk.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=True)
    assert Path(found.stdout.strip()).is_relative_to(unpacked)
    assert "geschreven" in run("init", "kennisbank")
    assert "1 verslag gepubliceerd." in run("build", "--root", "kennisbank")
    assert (tmp_path / "kennisbank/site/index.html").is_file()
