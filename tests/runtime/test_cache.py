"""The memory between builds: good only for what it was made from, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from proefpraktijk.runtime.cache import Memory, digest, write_atomically


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give the place of a memory, in a folder that is not there yet."""
    return tmp_path / "cache" / "reports.pickle"


def test_a_value_is_recalled_for_what_it_was_made_from_only(file: Path) -> None:
    """Another digest under the same key is another question."""
    memory: Memory[int] = Memory(file)
    memory.replace({"a": ("digest", 1)})
    assert (memory.recall("a", "digest"), memory.recall("a", "other"), memory.recall("b", "digest")) == (1, None, None)


def test_what_is_saved_is_there_the_next_time(file: Path) -> None:
    """With its digest."""
    memory: Memory[int] = Memory(file)
    memory.replace({"a": ("digest", 1), "b": ("other", 2)})
    memory.save()
    again: Memory[int] = Memory(file)
    assert again.everything() == {"a": 1, "b": 2}
    assert (again.recall("a", "digest"), again.recall("a", "other")) == (1, None)


def test_what_left_the_content_leaves_the_memory(file: Path) -> None:
    """On the disk too: a withdrawn report must not stay readable there."""
    memory: Memory[str] = Memory(file)
    memory.replace({"a": ("1", "EENMALIG"), "b": ("2", "anders")})
    memory.save()
    memory.replace({"b": ("2", "anders")})
    memory.save()
    assert b"EENMALIG" not in file.read_bytes()
    assert Memory[str](file).everything() == {"b": "anders"}


@pytest.mark.parametrize(
    "entries",
    [{}, {"a": ("2", 2)}, {"a": ("1", 1), "b": ("2", 2)}, {"b": ("1", 1)}],
    ids=["removed", "changed", "added", "renamed"],
)
def test_every_change_is_saved(file: Path, entries: dict[str, tuple[str, int]]) -> None:
    """And a change before the last one is not forgotten."""
    memory: Memory[int] = Memory(file)
    memory.replace({"a": ("1", 1)})
    memory.save()
    memory.replace(entries)
    memory.replace(dict(entries))
    memory.save()
    assert Memory[int](file).everything() == {key: value for key, (_, value) in entries.items()}


def test_what_did_not_change_is_not_written(file: Path) -> None:
    """A build with nothing to do costs nothing."""
    memory: Memory[int] = Memory(file)
    memory.save()
    assert not file.exists()
    memory.replace({"a": ("1", 1)})
    memory.save()
    file.unlink()
    memory.save()
    memory.replace({"a": ("1", 1)})
    memory.save()
    assert not file.exists()


@pytest.mark.parametrize("data", [b"", b"kapot", b"\x80\x05", b"cbuiltins\nno_such_thing\n."])
def test_a_memory_that_cannot_be_read_is_empty(file: Path, data: bytes) -> None:
    """It is only a cache."""
    file.parent.mkdir()
    file.write_bytes(data)
    assert Memory[int](file).everything() == {}


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path) -> None:
    """A read-only folder or a full disk costs time, not the answer of `check`."""
    (tmp_path / "file").write_bytes(b"")
    memory: Memory[int] = Memory(tmp_path / "file" / "reports.pickle")
    memory.replace({"a": ("digest", 1)})
    memory.save()
    assert memory.recall("a", "digest") == 1
    assert Memory[int](tmp_path / "file" / "reports.pickle").recall("a", "digest") is None


def test_a_digest_tells_its_parts_apart() -> None:
    """Text shifted from one part to the next changes it; text and its bytes are the same."""
    some = ["", "a", "ab"]
    assert digest("a") != digest("b")
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", ""), digest("", "abc")}) == 5
    assert digest(*some) == digest(*(part.encode() for part in some))
    assert len(digest()) == 32


def test_a_file_is_written_whole_or_not_at_all(file: Path) -> None:
    """The old bytes stay when the new ones cannot be written, and nothing is left beside them."""
    write_atomically(file, b"oud")
    with pytest.raises(TypeError):
        write_atomically(file, "no bytes")  # type: ignore[arg-type]
    assert file.read_bytes() == b"oud"
    write_atomically(file, b"nieuw")
    assert file.read_bytes() == b"nieuw"
    assert list(file.parent.iterdir()) == [file]


def test_a_file_is_never_written_into(file: Path) -> None:
    """Whoever reads it while it is replaced reads the old bytes to their end."""
    write_atomically(file, b"oud")
    with file.open("rb") as opened:
        write_atomically(file, b"nieuw")
        assert opened.read() == b"oud"
