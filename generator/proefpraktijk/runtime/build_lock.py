"""One build at a time in one place.

The lock (of the library filelock) is the operating system's, on an open file: it goes when its process goes, however
that ends, so it is never stale. A second file beside it holds the number of the process that has the lock, for the
message to whoever comes second; on some systems nobody else can read a locked file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place, Problem


class Busy(Exception):  # noqa: N818 - it is a state of affairs
    """Another build is running here; `problem` says which."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__("another build is running here")
        self.problem = problem


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock `file` while inside.

    Raises:
        Busy: another process, or another place in this one, holds it.

    """
    file.parent.mkdir(parents=True, exist_ok=True)
    holder = file.with_name(f"{file.name}-holder")
    lock = FileLock(file, blocking=False, fallback_to_soft=False)  # a soft lock would outlive its process
    try:
        lock.acquire()
    except Timeout:
        raise Busy(_busy(_process_in(holder))) from None
    try:
        holder.write_text(f"{os.getpid()}\n", encoding="ascii")
        yield
    finally:
        lock.release()


def _process_in(holder: Path) -> int:
    """Return the process number in a file; 0 when it is not written yet."""
    with suppress(OSError, ValueError):
        return int(holder.read_text(encoding="ascii"))
    return 0


def _busy(process: int) -> Problem:
    return Problem(
        "PP810",
        Place(ContentPath("site")),
        Message("another build of this site is running (process {process})", {"process": process}),
        Message("wait until it is done, or stop it"),
    )
