"""One build at a time in one place.

The lock is the operating system's, on an open file: it goes when its process goes, however that ends, so it is never
stale. The file holds the process's number, for the message to whoever comes second.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place, Problem

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[str]) -> None:
        file.seek(1 << 30)  # beyond the text, which others may read
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[str]) -> None:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


_held: set[str] = set()
_guard = threading.Lock()
"""Locks of this very process, which the operating system does not keep apart."""


class Busy(Exception):  # noqa: N818 - it is a state of affairs
    """Another build is running here; `problem` says which."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__("another build is running here")
        self.problem = problem


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock `file` while inside; raise Busy when another process or thread holds it."""
    key = os.path.realpath(file)
    with _guard:
        if key in _held:
            raise Busy(_busy(os.getpid()))
        _held.add(key)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a+", encoding="ascii") as opened:
            try:
                _take(opened)
            except OSError:
                opened.seek(0)
                raise Busy(_busy(int(opened.read().strip() or 0))) from None
            opened.truncate(0)
            opened.write(f"{os.getpid()}\n")
            opened.flush()
            yield
    finally:
        with _guard:
            _held.discard(key)


def _busy(process: int) -> Problem:
    return Problem(
        "PP810",
        Place(ContentPath("site")),
        Message("another build of this site is running (process {process})", {"process": process}),
        Message("wait until it is done, or stop it"),
    )
