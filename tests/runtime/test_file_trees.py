"""Folders of files are listed, linked, merged and cleared without a byte being written into a file that stands."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from proefpraktijk.runtime.file_trees import discard, file_hash, link, listing, merge, remove


def lay(folder: Path, *paths: str) -> Path:
    """Write each file with its own path as text."""
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path, encoding="utf-8")
    return folder


def paths(folder: Path) -> list[str]:
    """Return what stands in a folder."""
    return [path for path, _ in listing(folder)]


def test_a_listing_is_sorted_and_relative(tmp_path: Path) -> None:
    """By folder, with hidden files, without folders."""
    lay(tmp_path, "b", "a/z", "a/b/c", ".d", "c")
    (tmp_path / "leeg").mkdir()
    assert paths(tmp_path) == [".d", "a/b/c", "a/z", "b", "c"]
    assert [Path(entry.path).read_text() for _, entry in listing(tmp_path)] == paths(tmp_path)


def test_a_listing_follows_no_link(tmp_path: Path) -> None:
    """A link to a folder is one entry, and so is one that leads nowhere."""
    lay(tmp_path / "elders", "x")
    lay(tmp_path / "hier", "a")
    (tmp_path / "hier" / "folder").symlink_to(tmp_path / "elders")
    (tmp_path / "hier" / "nowhere").symlink_to(tmp_path / "niets")
    assert paths(tmp_path / "hier") == ["a", "folder", "nowhere"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    """It is no error."""
    assert paths(tmp_path / "niets") == []


def test_linked_files_share_their_bytes(tmp_path: Path) -> None:
    """Only those asked for, in folders made as needed."""
    source = lay(tmp_path / "van", "a", "b/c/d", "b/e", "f")
    target = tmp_path / "diep" / "naar"
    link(source, target, ["a", "b/c/d"])
    link(source, target, ["b/e"])
    assert paths(target) == ["a", "b/c/d", "b/e"]
    assert all((target / path).samefile(source / path) for path in ("a", "b/c/d", "b/e"))


def test_a_link_is_linked_as_a_link(tmp_path: Path) -> None:
    """What it leads to is not taken along."""
    source = lay(tmp_path / "van", "a")
    (source / "b").symlink_to("a")
    link(source, tmp_path / "naar", ["b"])
    assert (tmp_path / "naar" / "b").is_symlink()


def test_a_file_that_is_missing_cannot_be_linked(tmp_path: Path) -> None:
    """The caller has to know that the folder is not whole."""
    with pytest.raises(FileNotFoundError):
        link(lay(tmp_path / "van", "a"), tmp_path / "naar", ["a", "b"])


@pytest.mark.parametrize("number", ["EXDEV", "EPERM", "EMLINK", "ENOTSUP", "ENOSYS"])
def test_where_files_cannot_be_linked_they_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    """Another disk, a file system without links, or with too many of them already: each says so in its own way."""
    source = lay(tmp_path / "van", "a/b")
    (source / "c").symlink_to("a/b")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(getattr(errno, number), "no links here")

    monkeypatch.setattr(os, "link", refuse)
    link(source, tmp_path / "naar", ["a/b", "c"])
    assert (tmp_path / "naar/a/b").read_text() == "a/b"
    assert not (tmp_path / "naar/a/b").samefile(source / "a/b")
    assert (tmp_path / "naar/c").is_symlink()


def test_whatever_else_goes_wrong_with_a_link_is_raised(tmp_path: Path) -> None:
    """A file that stands there already is not replaced in silence."""
    source, target = lay(tmp_path / "van", "a"), lay(tmp_path / "naar", "a")
    with pytest.raises(FileExistsError):
        link(source, target, ["a"])


def test_a_merge_replaces_files_and_writes_into_none(tmp_path: Path) -> None:
    """Whoever has the old file open reads the old bytes; what only the target has stays."""
    source, target = lay(tmp_path / "nieuw", "a", "b/c", "d/e"), lay(tmp_path / "oud", "a", "b/x")
    (target / "a").write_text("oud")
    with (target / "a").open() as opened:
        merge(source, target)
        assert opened.read() == "oud"
    assert paths(target) == ["a", "b/c", "b/x", "d/e"]
    assert (target / "a").read_text() == "a"
    assert paths(source) == []


def test_a_merge_moves_a_link_as_a_link(tmp_path: Path) -> None:
    """Nothing of the folder it leads to is moved."""
    source, target = lay(tmp_path / "nieuw", "x"), lay(tmp_path / "oud", "x")
    lay(tmp_path / "elders", "y")
    (source / "map").symlink_to(tmp_path / "elders")
    merge(source, target)
    assert (target / "map").is_symlink()
    assert paths(tmp_path / "elders") == ["y"]


def test_folders_that_become_empty_go(tmp_path: Path) -> None:
    """Up to one that holds something else; never the folder itself. What is not there is passed over."""
    lay(tmp_path, "a/b/c/d", "a/x", "e/f")
    discard(tmp_path, ["a/b/c/d", "e/f", "niets/hier", "ook-niets"])
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == ["a", "a/x"]
    discard(tmp_path, ["a/x"])
    assert tmp_path.is_dir()
    assert list(tmp_path.iterdir()) == []


def test_removing_takes_all_and_minds_nothing(tmp_path: Path) -> None:
    """Also what is not there."""
    lay(tmp_path / "weg", "a/b")
    remove(tmp_path / "weg")
    remove(tmp_path / "weg")
    assert list(tmp_path.iterdir()) == []


def test_a_hash_tells_contents_apart() -> None:
    """It is BLAKE2b of 160 bits, as records of earlier builds hold it."""
    assert file_hash(b"") == "3345524abf6bbe1809449224b5972c41790b6cf2"
    assert file_hash(b"a") != file_hash(b"b")
