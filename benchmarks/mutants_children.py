"""Children: a forked process for each piece of work, two at a time, that cannot run for ever nor touch our files."""

from __future__ import annotations

import contextlib
import ctypes
import os
import pickle
import resource
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

_MEMORY = 6 * 2**30
_FILE = 2**28


def outcomes(
    work: Iterable[tuple[Any, Callable[[Path], object]]], jobs: int, *, confined: bool = True
) -> Iterator[tuple[Any, object | None]]:
    """Run each callable in a child of its own, `jobs` at a time; give its key with what it returned, as they end.

    A callable gets an empty folder, which is removed afterwards. None stands for a child that was stopped by its alarm, a
    `ChildProcessError` for one that ended in another way without an answer. Children that are `confined` say nothing, have
    only so much memory, and change no file outside their folder.
    """
    running: dict[int, tuple[Any, Path]] = {}
    todo = iter(work)
    more = True
    while more or running:
        while more and len(running) < jobs:
            try:
                key, call = next(todo)
            except StopIteration:
                more = False
            else:
                folder = Path(tempfile.mkdtemp(prefix="mutant-"))
                running[_start(call, folder, confined)] = key, folder
        if running:
            pid, status = os.wait()
            if pid in running:
                key, folder = running.pop(pid)
                yield key, _ended(pid, status, folder)


def _start(call: Callable[[Path], object], folder: Path, confined: bool) -> int:  # noqa: FBT001
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return pid
    try:
        os.setsid()
        _end_with_the_parent()
        if confined:
            _confine(folder)
        answer = call(folder)
        set_alarm(0, 0)
        (folder / "answer").write_bytes(pickle.dumps(answer))
    except BaseException:  # noqa: BLE001 - a child never returns into the loop of its parent
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(0)


def _end_with_the_parent() -> None:
    """See that this process goes when the one that started it does, however that ends: a cancelled run leaves nothing behind."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def _confine(folder: Path) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)
    sys.dont_write_bytecode = True
    resource.setrlimit(resource.RLIMIT_FSIZE, (_FILE, _FILE))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    tempfile.tempdir = os.environ["TMPDIR"] = str(folder)
    _keep_to(folder)


def _ended(pid: int, status: int, folder: Path) -> object | None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    answer = folder / "answer"
    try:
        if answer.exists():
            return pickle.loads(answer.read_bytes())
        stopped = os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGALRM, signal.SIGPROF)
        return None if stopped else ChildProcessError(status)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def set_alarm(busy: float, waiting: float) -> None:
    """End this process after so many seconds of its own work, or so many on the clock; 0 takes the alarm away."""
    signal.setitimer(signal.ITIMER_PROF, busy)
    signal.setitimer(signal.ITIMER_REAL, waiting)


def _keep_to(folder: Path) -> None:
    """Refuse that this process changes a file outside `folder`: a fault in a path must not cost anybody's files."""
    allowed = (os.path.realpath(folder) + os.sep, str(folder) + os.sep, "/dev/", "/proc/")

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            changed = [path] if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC) else []
        elif event in {"os.remove", "os.rmdir", "os.mkdir", "os.truncate", "shutil.rmtree", "os.chmod", "os.utime"}:
            changed = list(arguments[:1]) if arguments[-1] in (-1, None) else []
        elif event in {"os.rename", "os.link", "os.symlink"}:
            changed = list(arguments[:2]) if event == "os.rename" else [arguments[1]]
        else:
            return
        for path in changed:
            if isinstance(path, str | bytes | os.PathLike):
                whole = os.path.join(os.getcwd(), os.fsdecode(path))  # noqa: PTH109, PTH118 - called for every file
                if not (os.path.normpath(whole) + os.sep).startswith(allowed) and not whole.endswith(".mo"):
                    raise PermissionError(f"a fault would change {whole}")

    sys.addaudithook(refuse)
