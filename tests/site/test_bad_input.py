"""Whatever is wrong with the content, a real build ends well: it tells what and where, and never breaks what stands."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from endtoend.running import ROW, built, change, run
from endtoend.trees import differing, tree
from proefpraktijk.publish.engines import ENGINES
from read.test_files import DAMAGE
from read.test_sites_invalid import CASES, SITES

SHARED = (
    "content/community.yml",
    "content/roster.yml",
    "content/decisions.yml",
    "content/sessions/",
    "content/themes/",
)
"""What every page depends on."""


@pytest.fixture(scope="module")
def sound(scaffold: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the small site that every case damages, built with the settings of a new site."""
    root = tmp_path_factory.mktemp("klein") / "kennisbank"
    shutil.copytree(SITES.parent / "sites" / "small", root)
    shutil.copy(scaffold / "mkdocs.yml", root)
    built(root)
    return root


@pytest.fixture(scope="module")
def sound_site(sound: Path) -> dict[str, bytes]:
    """Give the bytes of its site."""
    return tree(sound / "site")


@pytest.fixture
def root(sound: Path, tmp_path: Path) -> Path:
    """Give a copy of it, built."""
    copy = tmp_path / "site"
    shutil.copytree(sound, copy)
    return copy


def _reports(root: Path) -> list[str]:
    """Return the path of each report, as it stands in a problem."""
    files = (root / "content" / "reports").rglob("*.md")
    return [file.relative_to(root).as_posix() for file in files if file.name.isprintable() and file.name[0] not in ".~"]


def examine(root: Path, old: dict[str, bytes]) -> list[str]:
    """Check and build a damaged site, hold both to their word, and return `path:line:column: RULE` of each row."""
    checked = run("check", "--root", root)
    told = json.loads(run("check", "--root", root, "--format", "json").text)
    wrong = {row["path"] for row in told if row["severity"] == "error"}
    assert checked.code == bool(wrong)
    assert len(checked.rows) == len(told)
    assert not [line for line in checked.text.splitlines() if line.startswith("content") and not ROW.match(line)]

    made = run("build", "--root", root)
    stopped = not (root / "content").is_dir() or any(path.startswith(SHARED) for path in wrong)
    assert made.code == stopped, made.text
    assert checked.rules == made.rules
    if stopped:
        assert not differing(old, tree(root / "site"))
    else:
        sound = [path for path in _reports(root) if path not in {path.replace(".codes.yml", ".md") for path in wrong}]
        published = {page.parent.name for page in (root / "site" / "verslagen").glob("*/index.html")}
        assert len(published) == len(sound)
        assert {page.name for page in (root / "build" / "docs" / "verslagen").iterdir() if page.is_dir()} == published
    assert not list((root / ".cache").glob("work-*"))
    return checked.rules


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_invalid_site(case: Path, root: Path, sound_site: dict[str, bytes]) -> None:
    """Each mistake in front matter, text and references."""
    shutil.rmtree(root / "content")
    if (case / "content").exists():
        shutil.copytree(case / "content", root / "content", symlinks=True)
    told = examine(root, sound_site)
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert not [line for line in expected if line not in told]


@pytest.mark.parametrize("name", DAMAGE)
def test_damaged_site(name: str, root: Path, sound_site: dict[str, bytes]) -> None:
    """Each kind of file that is no text, does not belong, or is not there."""
    damage, expected = DAMAGE[name]
    damage(root)
    told = examine(root, sound_site)
    assert not [line for line in expected if line not in told]


SETTINGS = {
    "none": (None, "mkdocs.yml:0:0: PP801"),
    "broken": ("site_name: [x\n", "mkdocs.yml:2:1: PP802"),
    "a list": ("- site_name\n", "mkdocs.yml:0:0: PP802"),
    "empty": ("", "mkdocs.yml:0:0: PP802"),
    "no text": ("\0\0", "mkdocs.yml:0:0: PP802"),
    "a theme that does not exist": ("site_name: x\ntheme: bestaat-niet\nplugins: []\n", "mkdocs.yml:0:0: PP804"),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_that_cannot_be_used(name: str, root: Path, sound_site: dict[str, bytes]) -> None:
    """Without settings there is no new site; the old one stays."""
    text, expected = SETTINGS[name]
    (root / "mkdocs.yml").unlink()
    if text is not None:
        (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    made = run("build", "--root", root)
    assert (made.code, set(made.rules)) == (1, {expected})
    assert not differing(sound_site, tree(root / "site"))


@pytest.mark.parametrize("engine", ENGINES)
def test_settings_cannot_lay_the_secret_folder_open(root: Path, engine: str) -> None:
    """An engine builds the staged pages, whatever folder the settings name."""
    change(root / "mkdocs.yml", "docs_dir: build/docs", "docs_dir: content")
    change(root / "mkdocs.yml", "site_dir: site", "site_dir: content/site")
    before = tree(root / "content")
    site = built(root, "--engine", engine)
    assert tree(root / "content") == before
    assert (site / "themas/waarnemen/index.html").exists()
    assert not list(site.rglob("*.yml"))
    assert not list(site.glob("reports*"))
