"""A build that is killed, whenever that is, leaves a site that serves; the next build mends whatever was left."""

from __future__ import annotations

import os
import random
import shutil
import signal
import threading
import time
from pathlib import Path
from typing import Self

import pytest

from endtoend.running import built, change, start
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


def _kill(root: Path, after: float) -> float | None:
    """Start a build, kill it and all it started after some seconds; return the seconds it took if it was done before."""
    started = time.monotonic()
    with start("build", "--root", root) as build:
        assert build.stdout
        timer = threading.Timer(after, os.killpg, (build.pid, signal.SIGKILL))
        timer.start()
        build.stdout.read()
        timer.cancel()
        build.wait()
    return None if build.returncode == -signal.SIGKILL else time.monotonic() - started


def test_killed_at_any_moment(
    scaffold: Path, versions: tuple[dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    """Kill -9 of the whole process group, ten times: every page that is read meanwhile is whole, old or new."""
    before, after = versions
    assert all(before[path] != after[path] for path in before if path.endswith(".html"))
    root = tmp_path / "kennisbank"
    shutil.copytree(scaffold, root)
    _edit(root)
    whole = _kill(root, after=300)
    assert whole
    _undo(root)
    _edit(root)

    moments = random.Random(20260115)
    killed = 0
    with Reader(root / "site", before, after) as reader:
        for _ in range(KILLS):
            done = _kill(root, after=moments.uniform(0.1, 1.1) * whole)
            killed += done is None
            whole = min(whole, done or whole)
            standing = tree(root / "site")
            assert standing in (before, after)
            if standing == after:
                _undo(root)
                _edit(root)
    assert killed > KILLS / 3
    assert reader.reads > len(before)
    assert not reader.wrong

    built(root)
    assert not differing(after, tree(root / "site"))
    assert not list((root / ".cache").glob("work-*"))
