"""The last gate: every byte and every name of the finished site is searched, and only what was found clean is skipped."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import material
import pytest

from proefpraktijk.model.problem import Problem
from proefpraktijk.publish.site.verify import (
    Record,
    contents,
    hashes_of,
    is_verified,
    names_in_settings,
    recorded,
    shipped_hashes,
    verify,
)
from proefpraktijk.publish.staging.page_frame import untranslated_files
from proefpraktijk.runtime.file_trees import file_hash
from publish.sites import Found, Search

SANNE = Search({b"sanne": "name"})
SANNE_AND_EVA = Search({b"sanne": "name", b"eva@": "mail"})


class Recording(Search):
    """A search that remembers which files it was given."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        super().__init__()
        object.__setattr__(self, "files", [])
        self.files: list[str]

    def hits(self, name: str, _data: bytes) -> list[Found]:
        """Remember the name of a file; a search of a path has none."""
        if name:
            self.files.append(name)
        return []


def lay(folder: Path, files: dict[str, bytes]) -> Path:
    """Write files below `folder`."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def reported(problems: Iterable[Problem]) -> list[tuple[str, str, str]]:
    """Return rule, place and the rule of the search of each problem."""
    return [(p.rule, str(p.place.path), str(p.message.values.get("rule", ""))) for p in problems]


@pytest.mark.parametrize("path", ["sanne.html", "sanne/index.html", "beeld/van-sanne.png", "index.html/sanne"])
def test_a_name_in_the_name_of_a_file_alone_is_found(tmp_path: Path, path: str) -> None:
    """Whatever the file holds; the message names the rule and not the file."""
    _, problems = verify(lay(tmp_path, {path: b"niets", "over.html": b"niets"}), SANNE, "sanne")
    assert reported(problems) == [("PP820", "site", "name")]
    assert "sanne" not in repr(problems)
    assert problems[0].hint


def test_every_rule_that_a_file_name_breaks_is_reported_once(tmp_path: Path) -> None:
    """Sorted, and not once a file."""
    site = lay(tmp_path, {"sanne.html": b"", "sanne/x.html": b"", "eva@x.html": b""})
    _, problems = verify(site, SANNE_AND_EVA, "beide")
    assert reported(problems) == [("PP820", "site", "mail"), ("PP820", "site", "name")]


def test_each_file_and_rule_with_a_hit_is_one_problem(tmp_path: Path) -> None:
    """Sorted by file and rule, whatever the number of hits."""
    site = lay(tmp_path, {"b.html": b"sanne sanne eva@", "a.html": b"sanne", "c.html": b"niets"})
    _, problems = verify(site, SANNE_AND_EVA, "beide")
    assert reported(problems) == [
        ("PP820", "site/a.html", "name"),
        ("PP820", "site/b.html", "mail"),
        ("PP820", "site/b.html", "name"),
    ]


def test_a_path_with_a_hit_is_not_shown(tmp_path: Path) -> None:
    """Neither of a file with a hit inside, nor of a link."""
    site = lay(tmp_path, {"sanne.html": b"eva@"})
    (site / "naar-sanne").symlink_to("/etc/hostname")
    _, problems = verify(site, SANNE_AND_EVA, "beide")
    assert reported(problems) == [("PP821", "site", ""), ("PP820", "site", "mail"), ("PP820", "site", "name")]


def test_a_link_is_a_problem_and_no_file(tmp_path: Path) -> None:
    """What it leads to was not searched, so it has no hash either."""
    site = lay(tmp_path / "site", {"index.html": b"niets"})
    (tmp_path / "elders.html").write_bytes(b"sanne")
    (site / "elders.html").symlink_to(tmp_path / "elders.html")
    hashes, problems = verify(site, SANNE, "sanne")
    assert reported(problems) == [("PP821", "site/elders.html", "")]
    assert hashes == {"index.html": file_hash(b"niets")}


def test_a_clean_site_gives_the_hash_of_every_file(tmp_path: Path) -> None:
    """Empty ones and those whose names begin with a dot too."""
    files = {"index.html": b"niets", ".nojekyll": b"", "a/b/c.json": b"[]"}
    hashes, problems = verify(lay(tmp_path, files), SANNE, "sanne")
    assert problems == ()
    assert hashes == {path: file_hash(data) for path, data in files.items()} == contents(tmp_path)


def test_bytes_that_were_clean_for_the_same_strings_are_not_searched_again(tmp_path: Path) -> None:
    """Under another name too; changed bytes are."""
    lay(tmp_path, {"new-name.html": b"een", "b.html": b"twee"})
    before = Record({"a.html": file_hash(b"een"), "b.html": file_hash(b"iets anders")}, searched="dezelfde")
    search = Recording()
    verify(tmp_path, search, "dezelfde", before)
    assert search.files == ["b.html"]


@pytest.mark.parametrize("searched", ["andere", ""])
def test_for_other_strings_everything_is_searched_again(tmp_path: Path, searched: str) -> None:
    """Also when the old site was never found clean."""
    lay(tmp_path, {"a.html": b"een"})
    search = Recording()
    verify(tmp_path, search, "dezelfde", Record({"a.html": file_hash(b"een")}, searched=searched))
    assert search.files == ["a.html"]


def test_hashes_known_of_this_build_save_a_reading_and_no_search(tmp_path: Path) -> None:
    """A file that was read before, and is not known to be clean, is searched all the same."""
    lay(tmp_path, {"a.html": b"sanne"})
    known = hashes_of(tmp_path)
    hashes, problems = verify(tmp_path, SANNE, "sanne", known=known)
    assert reported(problems) == [("PP820", "site/a.html", "name")]
    assert hashes == {"a.html": file_hash(b"sanne")}


@pytest.mark.parametrize("change", ["other bytes of the same length", "one byte more", "another file"])
def test_a_file_that_changed_is_not_taken_for_the_one_that_was_read(tmp_path: Path, change: str) -> None:
    """Its time, its size or its place on the disk gives it away, so its hash is taken again."""
    file = tmp_path / "a.html"
    lay(tmp_path, {"a.html": b"niets", "b.html": b"sanne"})
    stat = file.stat()
    known = hashes_of(tmp_path)
    before = Record({"a.html": file_hash(b"niets")}, searched="sanne")
    if change == "another file":
        (tmp_path / "b.html").replace(file)
    else:
        file.write_bytes(b"sanne" if "same" in change else b"sanne!")
        (tmp_path / "b.html").unlink()
    later = 1 if "same" in change else 0  # the clock may stand still for longer than a test takes
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns + later))
    _, problems = verify(tmp_path, SANNE, "sanne", before, known)
    assert reported(problems) == [("PP820", "site/a.html", "name")]


def test_what_a_program_ships_is_passed_over_byte_for_byte(tmp_path: Path) -> None:
    """One byte more, and it is no longer what was shipped."""
    lay(tmp_path, {"wasm.nl": b"sanne", "wasm.xx": b"sanne!"})
    _, problems = verify(tmp_path, SANNE, "sanne", shipped=lambda: frozenset({file_hash(b"sanne")}))
    assert reported(problems) == [("PP820", "site/wasm.xx", "name")]


def test_what_a_program_ships_is_asked_for_only_when_there_is_a_hit(tmp_path: Path) -> None:
    """Finding out takes a run of that program."""

    def asked() -> frozenset[str]:
        raise AssertionError

    assert verify(lay(tmp_path, {"a.html": b"niets"}), SANNE, "sanne", shipped=asked)[1] == ()


def test_files_of_our_theme_and_of_the_engines_are_known(tmp_path: Path) -> None:
    """They were there before any teacher wrote; a page of ours with words in it is searched."""
    ours = untranslated_files()["assets/proefpraktijk.css"]
    lay(tmp_path, {"assets/proefpraktijk.css": ours})
    assert verify(tmp_path, Search({ours[:40]: "x"}), "x")[1] == ()
    (theme,) = material.__path__
    bundles = list(Path(theme).glob("templates/assets/javascripts/bundle.*.js"))
    assert bundles
    assert {file_hash(file.read_bytes()) for file in bundles} <= shipped_hashes()


def test_a_hit_among_hundreds_of_files_is_found(tmp_path: Path) -> None:
    """Several processes share the work, and what they find comes back to the right file."""
    files = {f"map/{number}.html": b"niets" for number in range(700)} | {"map/555.html": b"sanne"}
    hashes, problems = verify(lay(tmp_path, files), SANNE, "sanne")
    assert reported(problems) == [("PP820", "site/map/555.html", "name")]
    assert hashes == contents(tmp_path)


RECORD = Record({"a.html": "1"}, "strings", "key", {}, "sources", "index")


def test_a_record_is_kept_as_it_is(tmp_path: Path) -> None:
    """All six things it knows."""
    RECORD.save(tmp_path / "cache" / "site.json")
    assert recorded(tmp_path / "cache" / "site.json") == RECORD


@pytest.mark.parametrize("text", ["", "{kapot", "[]", "null", '{"files": {}}', '{"files": 1, "docs": {}}', "\xff"])
def test_a_record_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    """Then everything is built and searched; so it is without a record."""
    file = tmp_path / "site.json"
    assert recorded(file) is None
    file.write_bytes(text.encode("latin-1"))
    assert recorded(file) is None


@pytest.mark.parametrize("how", ["as it was", "changed", "added", "removed", "link", "found", "no record"])
def test_only_the_bytes_that_were_searched_are_verified(tmp_path: Path, how: str) -> None:
    """Every file, no file more, and found clean."""
    site, file = lay(tmp_path / "site", {"a.html": b"een", "b.html": b"twee"}), tmp_path / "site.json"
    Record(contents(site), searched="" if how == "found" else "strings").save(file)
    if how == "changed":
        (site / "a.html").write_bytes(b"eEn")
    elif how == "added":
        (site / "c.html").write_bytes(b"")
    elif how in {"removed", "link"}:
        (site / "b.html").rename(tmp_path / "b.html")
        if how == "link":
            (site / "b.html").symlink_to(tmp_path / "b.html")
    elif how == "no record":
        file.unlink()
    assert is_verified(site, file) is (how == "as it was")


def test_a_name_in_the_settings_is_a_problem(tmp_path: Path) -> None:
    """Once a rule, also behind a `#`: the engine reads the file, and so may others."""
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: Kennisbank\n# gemaakt door sanne, sanne\n", encoding="utf-8")
    assert reported(names_in_settings(file, SANNE)) == [("PP822", "mkdocs.yml", "name")]
    file.write_text("site_name: Kennisbank\n", encoding="utf-8")
    assert names_in_settings(file, SANNE) == ()
    file.unlink()
    assert names_in_settings(file, SANNE) == ()


def test_what_was_read_before_is_known_by_how_it_looks(tmp_path: Path) -> None:
    """Every file with its hash; a link, also one that leads nowhere, is not read."""
    lay(tmp_path, {"a.html": b"een", "b/c.html": b"twee"})
    (tmp_path / "nowhere").symlink_to(tmp_path / "niets")
    stat = (tmp_path / "a.html").stat()
    known = hashes_of(tmp_path)
    assert sorted(known.values()) == sorted([file_hash(b"een"), file_hash(b"twee")])
    assert known[stat.st_ino, stat.st_mtime_ns, stat.st_size] == file_hash(b"een")
