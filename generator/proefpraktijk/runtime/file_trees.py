"""Whole folders of files: list, clone by hard links, merge by renames, remove.

Nothing here ever writes into an existing file, because a file of the next site may share its bytes on disk (a hard
link) with the site that is being served.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path, PurePosixPath

_NO_LINKS = frozenset({errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS})


def listing(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield `(path, entry)` of everything in `folder` that is not a folder, `path` relative and POSIX, sorted.

    Symbolic links are yielded and never followed. A folder that does not exist holds nothing.
    """
    yield from _listing(os.fspath(folder), "")


def _listing(folder: str, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _listing(entry.path, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry


def link(source: Path, target: Path, paths: Iterable[str]) -> None:
    """Give `target` the files `paths` of `source`, without copying bytes where the file system can link.

    Raises:
        FileNotFoundError: one of them is missing.
    """
    start, end = os.fspath(source), os.fspath(target)
    target.mkdir(parents=True, exist_ok=True)
    made = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in made:
            (target / folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        _link(f"{start}/{path}", f"{end}/{path}")


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copyfile(source, target, follow_symlinks=False)


def merge(source: Path, target: Path) -> None:
    """Move everything in `source` into `target`; a file that stands there already is replaced, not written into."""
    with os.scandir(source) as found:
        entries = list(found)
    for entry in entries:
        there = target / entry.name
        if entry.is_dir(follow_symlinks=False) and there.is_dir():
            merge(Path(entry.path), there)
        else:
            Path(entry.path).replace(there)


def discard(folder: Path, paths: Iterable[str]) -> None:
    """Remove the files `paths` from `folder`, and folders that are empty after it; what is not there is no matter."""
    for path in paths:
        (folder / path).unlink(missing_ok=True)
        for parent in list(PurePosixPath(path).parents)[:-1]:
            try:
                (folder / parent).rmdir()
            except OSError:
                break


def remove(folder: Path) -> None:
    """Remove a folder and all in it. What cannot go now, as a killed build may still write there, goes with the next build."""
    shutil.rmtree(folder, ignore_errors=True)


def file_hash(data: bytes) -> str:
    """Return the hash by which a file's content is known here."""
    return blake2b(data, digest_size=20).hexdigest()
