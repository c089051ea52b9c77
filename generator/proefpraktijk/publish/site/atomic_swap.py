"""The new site takes the old one's place in one step, so that whoever looks sees one of them, whole.

Linux and macOS can exchange two folders atomically. Elsewhere two renames do it, and `recover` puts the old site back
when a kill came between them.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

from proefpraktijk.runtime.file_trees import remove

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # sys/stdio.h of macOS
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM})


def replace_folder(new: Path, old: Path, aside: Path) -> None:
    """Put the folder `new` where `old` is; where `new` was stands the old folder afterwards, if there was one.

    All three are on one file system; `aside` is a name kept free for `recover`.
    """
    if not old.exists():
        old.parent.mkdir(parents=True, exist_ok=True)
        new.rename(old)
        return
    if _exchange is None or not _exchange(new, old):
        replace_in_two_steps(new, old, aside)


def replace_in_two_steps(new: Path, old: Path, aside: Path) -> None:
    """Do as `replace_folder` does, without an atomic exchange; `recover` mends what a kill leaves."""
    remove(aside)
    old.rename(aside)
    new.rename(old)
    aside.rename(new)


def recover(old: Path, aside: Path) -> None:
    """Undo a replacement that was killed halfway: a site that was put aside comes back when none stands in its place."""
    if aside.exists() and not old.exists():
        aside.rename(old)
    remove(aside)


def _linux() -> Callable[[Path, Path], bool] | None:
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return None
    call.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    return lambda a, b: _done(call(_AT_FDCWD, os.fsencode(a), _AT_FDCWD, os.fsencode(b), _RENAME_EXCHANGE))


def _macos() -> Callable[[Path, Path], bool] | None:
    call = getattr(ctypes.CDLL(None, use_errno=True), "renamex_np", None)
    if call is None:
        return None
    call.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_uint)
    return lambda a, b: _done(call(os.fsencode(a), os.fsencode(b), _RENAME_SWAP))


def _done(result: int) -> bool:
    """Return whether a system call did its work; False when this system cannot, OSError for anything else."""
    if result == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number))


_makers = {"linux": _linux, "darwin": _macos}
_exchange = _makers[sys.platform]() if sys.platform in _makers else None
