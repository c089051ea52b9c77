"""The secret memory between builds: the outcome of each report, by the bytes it was read from.

An entry is good only for the same bytes in the same context (roster, decisions, codebook, vocabulary, code), so a
warm build gives what a cold one gives. A report that leaves `content/` leaves the cache with the next build.
"""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")

CACHE_FOLDER = ".cache"
"""Below the site's root; ignored by git, never published."""


def digest(*parts: bytes | str) -> str:
    """Return a hash over the parts; each part's length counts, so that shifting text between parts changes it."""
    state = blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "big"))
        state.update(data)
    return state.hexdigest()


class Memory(Generic[T]):
    """A file that maps keys to (digest, value). Unreadable or stale: it starts empty."""

    def __init__(self, file: Path) -> None:
        """Load what `file` holds."""
        self._file = file
        self._entries: dict[str, tuple[str, T]] = _load(file)
        self._saved = True

    def recall(self, key: str, wanted: str) -> T | None:
        """Return the value kept under `key`, if it was made from what `wanted` is the digest of."""
        found = self._entries.get(key)
        return found[1] if found and found[0] == wanted else None

    def everything(self) -> dict[str, T]:
        """Return all values by their keys, whatever they were made from."""
        return {key: value for key, (_, value) in self._entries.items()}

    def replace(self, entries: Mapping[str, tuple[str, T]]) -> None:
        """Keep exactly `entries` from now on."""
        self._saved = (
            self._saved
            and self._entries.keys() == entries.keys()
            and all(self._entries[key][0] == entries[key][0] for key in entries)
        )
        self._entries = dict(entries)

    def save(self) -> None:
        """Write the file, if what it holds is not what is kept."""
        if not self._saved:
            with suppress(OSError):
                write_atomically(self._file, pickle.dumps(self._entries, protocol=5))
            self._saved = True


def _load(file: Path) -> dict[str, tuple[str, T]]:
    try:
        entries: dict[str, tuple[str, T]] = pickle.loads(file.read_bytes())
    except Exception:  # noqa: BLE001 - whatever is wrong with a cache, it is only a cache
        return {}
    return entries


def write_atomically(file: Path, data: bytes) -> None:
    """Write `data` so that a reader, or a build that comes after a kill, sees the old file or the new one.

    Raises:
        OSError: the folder or the file cannot be written; the old file is as it was.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as target:
            target.write(data)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
