"""A build that is killed, whenever that is, leaves a site that serves; the next build mends whatever was left."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Self

import pytest

from endtoend.running import built, change
from endtoend.trees import differing, tree

KILLS = 10
NAMES = ("site_name: Kennisbank Samen Leren", "site_name: Kennisbank van een ander")
"""Every page holds the name of the site."""


class Reader:
    """Reads pages of a site, over and over, as a web server does, and keeps what is neither old nor new."""

    def __init__(self, site: Path, *versions: dict[str, bytes]) -> None:
        """Take the site's folder and what its files may hold."""
        self._site = site
        self._versions = versions
        self._paths = sorted(path for path in versions[0] if path.endswith(".html"))
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self.reads = 0
        self.wrong: list[str] = []

    def __enter__(self) -> Self:
        """Begin to read."""
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            for path in self._paths:
                self._stop.wait(0.002)  # leaves the computer to the build that is to be killed
                data = self._read(path)
                self.reads += 1
                if data not in [version[path] for version in self._versions]:
                    self.wrong.append(f"{path}: {'gone' if data is None else 'neither old nor new'}")

    def _read(self, path: str) -> bytes | None:
        """Return the file; one that goes between its folder's opening and its own is looked for once more."""
        for _ in range(2):
            try:
                return (self._site.parent / path).read_bytes()
            except FileNotFoundError:
                continue
        return None


@pytest.fixture(scope="module")
def versions(scaffold: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Give the bytes of the site before and after an edit of every page, each built from nothing."""
    edited = tmp_path_factory.mktemp("na") / "kennisbank"
    shutil.copytree(scaffold, edited, ignore=shutil.ignore_patterns("site", "build", ".cache"))
    _edit(edited)
    return tree(scaffold / "site"), tree(built(edited))


def _edit(root: Path) -> None:
    change(root / "mkdocs.yml", *NAMES)


def _undo(root: Path) -> None:
    change(root / "mkdocs.yml", *reversed(NAMES))
    built(root)


_COUNTED = """
import os, runpy, signal, sys
last, told = int(sys.argv.pop(1)), os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
done = 0
def hook(event, arguments):
    global done
    if event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR) or event in CHANGES:
        done += 1
        os.pwrite(told, b"%d" % done, 0)
        if done >= last > 0:
            os.killpg(0, signal.SIGKILL)
CHANGES = {"os.rename", "os.link", "os.mkdir", "os.rmdir", "os.remove", "os.truncate"}
sys.addaudithook(hook)
runpy.run_module("proefpraktijk", run_name="__main__", alter_sys=True)
"""
"""Runs a command that kills itself and all it started just before it changes the disk for the nth time.

Which time it came to is written in a file. No clock: a busy computer kills at the same moments.
"""


def _changes(root: Path, kill_at: int = 0) -> int | None:
    """Build, killed before the nth change of the disk; return the number of changes, None when it was killed."""
    told = root.with_name("changes")
    command = [sys.executable, "-B", "-c", _COUNTED, str(kill_at), told, "build", "--root", root]
    build = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, start_new_session=True, check=False)
    assert build.returncode in (0, -signal.SIGKILL), build.stderr.decode()
    return None if build.returncode else int(told.read_text())


def test_killed_at_any_moment(
    scaffold: Path, versions: tuple[dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    """Kill -9 of the whole process group, at ten moments from the first change of the disk to the last: every page that is read meanwhile is whole, old or new."""
    before, after = versions
    assert all(before[path] != after[path] for path in before if path.endswith(".html"))
    root = tmp_path / "kennisbank"
    shutil.copytree(scaffold, root)
    _edit(root)
    built(root)  # what is done anew in a folder that was copied is done
    _undo(root)
    _edit(root)
    whole = _changes(root)
    assert whole
    assert whole > len(before)
    _undo(root)
    _edit(root)

    killed, standing = 0, []
    with Reader(root / "site", before, after) as reader:
        for moment in range(KILLS):
            done = _changes(root, kill_at=1 + moment * (whole - 1) // (KILLS - 1))
            killed += done is None
            whole = min(whole, done or whole)  # what a killed build staged is not staged again
            standing.append(tree(root / "site"))
            assert standing[-1] in (before, after)
            if standing[-1] == after:
                _undo(root)
                _edit(root)
    assert killed > KILLS / 2
    assert before in standing
    assert after in standing
    assert reader.reads > len(before)
    assert not reader.wrong

    built(root)
    assert not differing(after, tree(root / "site"))
    assert not list((root / ".cache").glob("work-*"))
