"""The staging folder: everything a site engine needs, and only what has passed the airlock.

`build/docs` and `build/theme` are brought in line with the plan by writing what differs and removing what is not
planned. A secret manifest beside them remembers which digest each file was written for, and how the file looked to
`stat` afterwards; it is written last, so whatever a killed run left behind is seen and done again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Protocol

from proefpraktijk.model.paths import DocPath

from .cache import digest, write_atomically
from .processes import in_shares
from .trees import discard, listing


class PlannedPage(Protocol):
    """A page that can be made: its digest changes exactly when its bytes would."""

    @property
    def digest(self) -> str:
        """What the bytes depend on, hashed."""

    def make(self) -> bytes:
        """Return the bytes."""


@dataclass(frozen=True, slots=True)
class Staged:
    """What stands in the staging folder. `changed` and `removed` are against the stage before this one."""

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
    plan: Mapping[DocPath, PlannedPage],
    assets: Mapping[str, bytes],
    theme: Mapping[str, bytes],
    build: Path,
    manifest: Path,
) -> Staged:
    """Bring `build/docs` and `build/theme` in line with the plan, the assets and the theme's files.

    Raise ValueError for a path that leads out of its folder: that is a mistake of ours.
    """
    before = _remembered(manifest)
    wanted: dict[str, PlannedPage] = {f"docs/{path}": page for path, page in plan.items()}
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
    after |= in_shares(stale, lambda share: [(path, _written(build, path, wanted[path])) for path in share])
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
    parts = PurePosixPath(path).parts
    if ".." in parts or "\\" in path or "\0" in path or "/".join(parts) != path:
        raise ValueError("a staged path leads out of its folder or is not plain")


def _written(build: Path, path: str, page: PlannedPage) -> _Trace:
    return (page.digest, *_write(build, path, page.make()))


def _write(build: Path, path: str, data: bytes) -> tuple[int, int, int]:
    """Write the file elsewhere and move it in place; return its size, modification time and inode."""
    target, partial = f"{build}/{path}", f"{build}/.partial-{os.getpid()}"
    try:
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    except FileNotFoundError:
        build.mkdir(parents=True, exist_ok=True)
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    with os.fdopen(handle, "wb", buffering=0) as file:
        file.write(data)
        stat = os.fstat(handle)
    try:
        os.replace(partial, target)  # noqa: PTH105 - a Path for each of thousands of files takes longer than the move
    except OSError:  # the folder is not there yet, or a file stands where a folder must come
        _make_way(build, path)
        os.replace(partial, target)  # noqa: PTH105
    return stat.st_size, stat.st_mtime_ns, stat.st_ino


def _make_way(build: Path, path: str) -> None:
    (build / path).parent.mkdir(parents=True, exist_ok=True)


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
