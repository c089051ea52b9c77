"""The memory between builds."""

from __future__ import annotations

from pathlib import Path

from proefpraktijk.runtime.cache import Memory


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path) -> None:
    """A read-only folder or a full disk costs time, not the answer of `check`."""
    (tmp_path / "file").write_bytes(b"")
    memory: Memory[int] = Memory(tmp_path / "file" / "reports.pickle")
    memory.replace({"a": ("digest", 1)})
    assert memory.recall("a", "digest") == 1
    assert Memory[int](tmp_path / "file" / "reports.pickle").recall("a", "digest") is None
