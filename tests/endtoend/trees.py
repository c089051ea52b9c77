"""Whole folders, to be compared."""

from __future__ import annotations

from pathlib import Path


def tree(*folders: Path) -> dict[str, bytes]:
    """Return the bytes of every file below the folders, by its path from the folder's parent."""
    return {
        file.relative_to(folder.parent).as_posix(): file.read_bytes()
        for folder in folders
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Return the paths that are not the same in both."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
