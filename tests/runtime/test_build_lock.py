"""One build at a time in one place, between processes and within one; whoever comes second learns who has the lock."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from proefpraktijk.runtime.build_lock import Busy, locked
from proefpraktijk.wording import Wording


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """Give the name of a lock in a folder that is not there yet."""
    return tmp_path / "cache" / "lock"


def refused(lock: Path) -> str:
    """Return what whoever comes second learns; empty when nobody has the lock."""
    try:
        with locked(lock):
            return ""
    except Busy as busy:
        return f"{busy.problem.rule} {Wording('en').say(busy.problem.message)}"


def in_another_process(lock: Path, inside: str) -> subprocess.Popen[str]:
    """Start a process that takes the lock and does something with it."""
    code = "import os, signal, sys; from pathlib import Path; from proefpraktijk.runtime.build_lock import *\n"
    code += f"with locked(Path(sys.argv[1])):\n  print('bezig', flush=True)\n  {inside}"
    return subprocess.Popen(
        [sys.executable, "-c", code, str(lock)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def test_within_one_process_the_second_is_refused(lock: Path) -> None:
    """And learns the process; afterwards the lock is free."""
    with locked(lock):
        assert refused(lock) == f"PP810 another build of this site is running (process {os.getpid()})"
        assert refused(lock)
    assert refused(lock) == ""


def test_a_refusal_leaves_the_lock_with_whoever_has_it(lock: Path) -> None:
    """Also for a third one, by another name of the same file."""
    (lock.parent / "map").mkdir(parents=True)
    with locked(lock):
        assert refused(lock)
        assert refused(lock.parent / "map" / ".." / "lock")


def test_between_processes_the_second_is_told_which(lock: Path) -> None:
    """Its number, so that it can be found and stopped; when it is done the lock is free."""
    with in_another_process(lock, "sys.stdin.read()") as other:
        assert other.stdout
        assert other.stdout.readline() == "bezig\n"
        assert refused(lock) == f"PP810 another build of this site is running (process {other.pid})"
        other.communicate()
    assert refused(lock) == ""


def test_the_lock_of_a_killed_process_is_free(lock: Path) -> None:
    """A lock goes with its process, even when that could not tidy up."""
    with in_another_process(lock, "os.kill(os.getpid(), signal.SIGKILL)") as other:
        other.communicate()
    assert other.returncode == -signal.SIGKILL
    assert refused(lock) == ""


def test_one_thread_at_a_time(lock: Path) -> None:
    """The lock holds between threads of one process too."""
    said: list[str] = []
    with locked(lock):
        thread = threading.Thread(target=lambda: said.append(refused(lock)))
        thread.start()
        thread.join()
    assert said == [f"PP810 another build of this site is running (process {os.getpid()})"]


def test_several_places_at_once(tmp_path: Path) -> None:
    """A server and its tests may build more than one site in a process."""
    with locked(tmp_path / "a" / "lock"), locked(tmp_path / "b" / "lock"):
        assert refused(tmp_path / "a" / "lock")
        assert refused(tmp_path / "b" / "lock")


def test_an_exception_frees_the_lock(lock: Path) -> None:
    """A build that breaks off is not running any more."""
    with pytest.raises(KeyError), locked(lock):
        raise KeyError
    assert refused(lock) == ""


@pytest.mark.parametrize("text", [None, "", "kapot\n"])
def test_who_has_the_lock_may_be_unknown(lock: Path, text: str | None) -> None:
    """Between taking the lock and writing down who has it; the refusal stands."""
    with locked(lock):
        holder = lock.with_name("lock-holder")
        holder.unlink() if text is None else holder.write_text(text)
        assert refused(lock) == "PP810 another build of this site is running (process 0)"
