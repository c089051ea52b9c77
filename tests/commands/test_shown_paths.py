"""File names as they may be shown: without the names of the roster, and without any while the roster cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from proefpraktijk.shown_paths import shown_paths

ROSTER = """people:
  - {naam: "Zwaantje van Quispel", rol: leerling}
  - {naam: "Brunhilde Xanthoven", rol: leerkracht}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with content and a roster."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/roster.yml").write_text(ROSTER, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("content/reports/2025-2026-1/rustig-starten.md", "content/reports/2025-2026-1/rustig-starten.md"),
        ("content/reports/brunhilde.md", "content/reports/….md"),
        ("content/reports/een_dag_met_Brunhilde.en.Zwaantje.codes.yml", "content/reports/een_dag_met_….en.….codes.yml"),
        ("content/quispel/zwaantje-van-quispel.md", "content/…/….md"),
        ("content/reports/grobbelaar-wandelt.md", "content/reports/grobbelaar-wandelt.md"),
        ("/home/zwaantje/grobbelaar.md", "/home/…/grobbelaar.md"),
        ("caf\udce9-brunhilde.txt", "caf\udce9-….txt"),
    ],
)
def test_names_of_the_roster_are_hidden(root: Path, path: str, shown: str) -> None:
    """In every part of a path, however its words are joined; nothing else is."""
    assert shown_paths(root)(path) == shown


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("content/reports/2025-2026-1/rustig-starten.md", "content/reports/2025-2026-1/rustig-starten.md"),
        ("content/roster.yml", "content/roster.yml"),
        ("content/community.yml", "content/community.yml"),
        ("content/decisions.yml", "content/decisions.yml"),
        ("content/interviews/findings/media/themes/sessions", "content/interviews/findings/media/themes/sessions"),
        ("content/reports/rustig-brunhilde.md", "content/reports/rustig-…"),
        ("content/xq/een.codes.yml", "content/…/een.codes.yml"),
        ("content/een.grobbelaar.codes.yml", "content/een.…"),
        ("content/media/foto.JPEG", "content/media/foto.JPEG"),
        ("content/media/foto.avif", "content/media/foto.avif"),
        ("content/media/foto.docx", "content/media/foto.…"),
        ("content/rustig.xq.md", "content/rustig.…"),
        ("/home/grobbelaar/Brunhilde.md", "/home/grobbelaar/Brunhilde.md"),
    ],
)
@pytest.mark.parametrize("roster", [None, "people: [Zwaantje"], ids=["missing", "broken"])
def test_without_a_roster_what_no_dictionary_explains_is_hidden(
    root: Path, path: str, shown: str, roster: str | None
) -> None:
    """Below `content/`, that is; its folders, our own files and the endings of names keep theirs."""
    file = root / "content/roster.yml"
    file.unlink()
    if roster:
        file.write_text(roster, encoding="utf-8")
    assert shown_paths(root)(path) == shown


def test_outside_a_site_nothing_is_hidden(tmp_path: Path) -> None:
    """Where there is no content there is no roster to be without."""
    assert shown_paths(tmp_path)("brunhilde/grobbelaar.md") == "brunhilde/grobbelaar.md"
