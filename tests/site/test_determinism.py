"""The same content gives the same bytes: again, elsewhere, from nothing, and after any number of edits."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from endtoend.running import built, change, finished
from endtoend.trees import differing, tree

ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "4711",
    "SOURCE_DATE_EPOCH": "",
}
REPORT = Path("content/reports/2025-2026-6/de-grote-oversteek.md")


@pytest.fixture(scope="module")
def root(demo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the built demo that may be changed; each test leaves it as it found it."""
    copy = tmp_path_factory.mktemp("demo") / "demo"
    shutil.copytree(demo_root, copy)
    return copy


@pytest.fixture(scope="module")
def first(demo_root: Path) -> dict[str, bytes]:
    """Give the bytes of the demo's site and staging folder as they were first built."""
    return tree(demo_root / "site", demo_root / "build")


def copy_of(root: Path, folder: Path) -> Path:
    """Return a folder with the same content and settings, and nothing built."""
    shutil.copytree(root / "content", folder / "content")
    shutil.copy(root / "mkdocs.yml", folder)
    return folder


def test_a_deleted_site_comes_back_the_same(root: Path, first: dict[str, bytes]) -> None:
    """Deleting `site/` and building again gives the same bytes."""
    shutil.rmtree(root / "site")
    built(root)
    assert not differing(first, tree(root / "site", root / "build"))


def test_from_nothing_elsewhere(root: Path, first: dict[str, bytes], tmp_path: Path) -> None:
    """Another folder, time zone, language and hash seed, nothing remembered: the same bytes."""
    other = copy_of(root, tmp_path / "Een andere map")
    finished("build", "--root", other, **ELSEWHERE)
    assert not differing(first, tree(other / "site", other / "build"))


def test_an_edit_that_is_undone(root: Path, first: dict[str, bytes]) -> None:
    """Editing a report and editing it back gives the first bytes again, and in between others."""
    before = (root / REPORT).read_text(encoding="utf-8")
    change(
        root / REPORT, "## Handvatten\n", "## Handvatten\n\n- Vraag morgen aan één kind wat het gisteren onthield.\n"
    )
    built(root)
    edited = differing(first, tree(root / "site"))
    (root / REPORT).write_text(before, encoding="utf-8")
    built(root)
    assert [path for path in edited if path.startswith("site/verslagen/de-grote-oversteek")]
    assert not differing(first, tree(root / "site", root / "build"))


def _change_reports(root: Path) -> None:
    """Withdraw one, rename the file of another, give a third another title, remove a fourth."""
    reports = root / "content/reports"
    change(root / REPORT, "---\n", "---\nwithdrawn: true\n")
    (reports / "2025-2026-2/ruzie-in-de-groepsapp.md").rename(reports / "2025-2026-2/een-andere-naam.md")
    retitled = reports / "2025-2026-1/jassen-tassen-en-tranen.md"
    text = re.sub(
        "(?m)^(titel|title): .*$", "title: Een andere naam voor dit verslag", retitled.read_text(encoding="utf-8")
    )
    retitled.write_text(text, encoding="utf-8")
    (reports / "2025-2026-3/kleien-en-praten.md").unlink()


def _change_shared_documents(root: Path) -> None:
    """Add to a session, and let a theme have another label, which running text links to."""
    session = root / "content/sessions/2025-2026-2.md"
    session.write_text(session.read_text(encoding="utf-8") + "\nEr bleef nog tijd voor vragen.\n", encoding="utf-8")
    change(root / "content/themes/vertrouwen.md", "label: Vertrouwen", "label: Vertrouwen in elkaar")


def _change_what_may_be_known(root: Path) -> None:
    """Forget somebody of the roster, ask for larger groups, and drop a finding."""
    change(root / "content/roster.yml", '  - {name: "Puck Verhagen", role: leerling, school: "Het Kleine Veer"}\n', "")
    change(root / "content/community.yml", "k: 3", "k: 12")
    (root / "content/findings/iemand-vraagt-hoe-het-afliep.md").unlink()


def _change_the_settings(root: Path) -> None:
    """Give the site another name, which every page shows."""
    change(root / "mkdocs.yml", "site_name: Kennisbank De Leerkring", "site_name: Kennisbank van de kring")


def test_warm_is_cold(root: Path, tmp_path: Path) -> None:
    """After each of many edits, one on top of the other, the site built on what is remembered is the one from nothing."""
    warm = tmp_path / "warm"
    shutil.copytree(root, warm)
    before = tree(warm / "site")
    for edit in (_change_reports, _change_shared_documents, _change_what_may_be_known, _change_the_settings):
        edit(warm)
        built(warm)
        cold = copy_of(warm, tmp_path / edit.__name__)
        built(cold)
        after = tree(cold / "site")
        assert differing(before, after), edit.__name__
        assert not differing(tree(cold / "site", cold / "build"), tree(warm / "site", warm / "build")), edit.__name__
        before = after
