"""The staging folder: everything a site engine needs, and only what has passed the airlock.

`build/docs` and `build/theme` are brought in line with the plan by writing what differs and removing what is not
planned. A secret manifest beside them remembers which digest each file was written for, and how the file looked to
`stat` afterwards; it is written last, so whatever a killed run left behind is seen and done again: also a file that
was not there before and is half written.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from io import FileIO
from pathlib import Path
from typing import Protocol

from proefpraktijk.model.paths import DocPath
from proefpraktijk.runtime.cache import digest, write_atomically
from proefpraktijk.runtime.file_trees import discard, listing
from proefpraktijk.runtime.process_pool import in_shares


class StagedPage(Protocol):
    """A page that can be made: its digest changes exactly when its bytes would."""

    @property
    def digest(self) -> str:
        """What the bytes depend on, hashed."""

    def make(self) -> bytes:
        """Return the bytes."""


@dataclass(frozen=True, slots=True)
class Staged:
    """What is in the staging folder. `changed` and `removed` are against the stage before this one."""

    docs: Path
    theme: Path
    digests: Mapping[DocPath, str]
    theme_digest: str
    changed: frozenset[DocPath]
    removed: frozenset[DocPath]
    theme_changed: bool


@dataclass(frozen=True, slots=True)
class _Ready:
    """Bytes that are there already, as a planned page."""

    data: bytes

    @property
    def digest(self) -> str:
        return blake2b(self.data, digest_size=16).hexdigest()

    def make(self) -> bytes:
        return self.data


_Trace = tuple[str, int, int, int]
"""The digest a file was written for, its size, modification time in nanoseconds, and inode."""


def stage(
    plan: Mapping[DocPath, StagedPage],
    assets: Mapping[str, bytes],
    theme: Mapping[str, bytes],
    build: Path,
    manifest: Path,
) -> Staged:
    """Bring `build/docs` and `build/theme` in line with the plan, the assets and the theme's files.

    Paths are below `docs` and `theme`. `manifest` remembers, outside `build`, which digest each file was written for.

    Raises:
        ValueError: a path leads out of its folder, which is a mistake of ours.
    """
    before = _remembered(manifest)
    wanted: dict[str, StagedPage] = {f"docs/{path}": page for path, page in plan.items()}
    wanted |= {f"docs/{path}": _Ready(data) for path, data in assets.items()}
    wanted |= {f"theme/{path}": _Ready(data) for path, data in theme.items()}
    for path in wanted:
        _must_stay_inside(path)

    standing = {path: entry.stat(follow_symlinks=False) for path, entry in _standing(build)}
    discard(build, sorted(standing.keys() - wanted.keys()))
    after: dict[str, _Trace] = {}
    stale: list[str] = []
    for path, page in wanted.items():
        trace, stat = before.get(path), standing.get(path)
        if trace and stat and trace == (page.digest, stat.st_size, stat.st_mtime_ns, stat.st_ino):
            after[path] = trace
        else:
            stale.append(path)

    def make(share: Sequence[str]) -> list[tuple[str, bytes]]:
        return [(path, wanted[path].make()) for path in share]

    for path, data in in_shares(stale, make):  # one process writes: several would wait for each other in the kernel
        partial = f"{build}/.partial" if path in standing else None
        after[path] = (wanted[path].digest, *_write(f"{build}/{path}", data, partial))
    for folder in ("docs", "theme"):
        (build / folder).mkdir(parents=True, exist_ok=True)
    if after != before:
        write_atomically(manifest, json.dumps(after, sort_keys=True, separators=(",", ":")).encode())
    return _staged(build, before, after)


def _standing(build: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    for folder in ("docs", "theme"):
        for path, entry in listing(build / folder):
            yield f"{folder}/{path}", entry


def _must_stay_inside(path: str) -> None:
    if not {"", ".", ".."}.isdisjoint(path.split("/")) or "\\" in path or "\0" in path:
        raise ValueError("a staged path leads out of its folder or is not plain")


def _write(target: str, data: bytes, partial: str | None) -> tuple[int, int, int]:
    """Write a file, by way of `partial` when one stands there; return its size, modification time and inode."""
    with _opened(partial or target) as file:
        file.write(data)
        stat = os.fstat(file.fileno())
    if partial:
        os.replace(partial, target)  # noqa: PTH105 - a Path for each of thousands of files takes longer than the move
    return stat.st_size, stat.st_mtime_ns, stat.st_ino


def _opened(path: str) -> FileIO:
    try:
        return FileIO(path, "w")
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - as above
        return FileIO(path, "w")


def _remembered(manifest: Path) -> dict[str, _Trace]:
    try:
        kept = json.loads(manifest.read_bytes())
        return {path: (str(d), int(size), int(time), int(inode)) for path, (d, size, time, inode) in kept.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _staged(build: Path, before: Mapping[str, _Trace], after: Mapping[str, _Trace]) -> Staged:
    def docs(paths: set[str]) -> frozenset[DocPath]:
        return frozenset(DocPath(path.removeprefix("docs/")) for path in paths if path.startswith("docs/"))

    changed = {path for path, trace in after.items() if before.get(path) != trace}
    removed = before.keys() - after.keys()
    theme = {path: trace[0] for path, trace in sorted(after.items()) if path.startswith("theme/")}
    return Staged(
        docs=build / "docs",
        theme=build / "theme",
        digests={DocPath(p.removeprefix("docs/")): t[0] for p, t in after.items() if p.startswith("docs/")},
        theme_digest=digest(*(part for pair in theme.items() for part in pair)),
        changed=docs(changed),
        removed=docs(removed),
        theme_changed=any(path.startswith("theme/") for path in changed | removed),
    )
