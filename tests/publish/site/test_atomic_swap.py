"""Replacing a folder by another: whoever looks sees one of them, whole."""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from proefpraktijk.publish.site import atomic_swap
from proefpraktijk.publish.site.atomic_swap import recover, replace_folder, replace_in_two_steps
from publish.sites import tree

_FILES = 40


def _folder(place: Path, text: str) -> dict[str, bytes]:
    for number in range(_FILES):
        file = place / f"map-{number}" / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tree(place)


@pytest.mark.parametrize("way", [replace_folder, replace_in_two_steps])
def test_the_folders_change_places(tmp_path: Path, way: object) -> None:
    """The new one stands in place, the old one where the new one was."""
    old, new, aside = tmp_path / "site", tmp_path / "nieuw", tmp_path / "opzij"
    was, wanted = _folder(old, "oud"), _folder(new, "nieuw")
    way(new, old, aside)  # type: ignore[operator]
    assert (tree(old), tree(new), aside.exists()) == (wanted, was, False)


def test_the_first_site_just_takes_its_place(tmp_path: Path) -> None:
    """There is nothing to exchange with yet."""
    wanted = _folder(tmp_path / "nieuw", "nieuw")
    replace_folder(tmp_path / "nieuw", tmp_path / "www" / "site", tmp_path / "opzij")
    assert tree(tmp_path / "www" / "site") == wanted


def test_a_site_left_aside_comes_back(tmp_path: Path) -> None:
    """Killed between the two renames: the old site returns at the next start."""
    was = _folder(tmp_path / "opzij", "oud")
    recover(tmp_path / "site", tmp_path / "opzij")
    assert tree(tmp_path / "site") == was
    assert not (tmp_path / "opzij").exists()


def test_a_new_site_in_place_is_kept(tmp_path: Path) -> None:
    """Killed after the second rename: the new site stays, what was put aside goes."""
    wanted = _folder(tmp_path / "site", "nieuw")
    _folder(tmp_path / "opzij", "oud")
    recover(tmp_path / "site", tmp_path / "opzij")
    assert tree(tmp_path / "site") == wanted
    assert not (tmp_path / "opzij").exists()


def test_with_neither_site_nor_leftover_there_is_nothing_to_recover(tmp_path: Path) -> None:
    """The first build of all."""
    recover(tmp_path / "site", tmp_path / "opzij")
    assert list(tmp_path.iterdir()) == []


def test_what_an_earlier_kill_left_aside_is_not_in_the_way(tmp_path: Path) -> None:
    """The name kept free for the old site is taken: what stands there goes, and is not mixed with the old site."""
    old, new, aside = tmp_path / "site", tmp_path / "nieuw", tmp_path / "opzij"
    was, wanted = _folder(old, "oud"), _folder(new, "nieuw")
    (aside / "nog-ouder").mkdir(parents=True)
    replace_in_two_steps(new, old, aside)
    assert (tree(old), tree(new), aside.exists()) == (wanted, was, False)


def _system_that_answers(number: int) -> object:
    """Return an exchange of folders that fails as the system call does: -1, with the reason in `errno`."""

    def exchange(_new: Path, _old: Path) -> bool:
        ctypes.set_errno(number)
        return atomic_swap._done(-1)

    return exchange


@pytest.mark.parametrize("reason", ["ENOSYS", "EINVAL", "ENOTSUP", "EPERM"])
def test_where_folders_cannot_be_exchanged_two_renames_do_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    """An old kernel, a file system that cannot (NFS, FUSE, some of Docker's), a sandbox: each says so in its own way."""
    monkeypatch.setattr(atomic_swap, "_exchange", _system_that_answers(getattr(errno, reason)))
    old, new = tmp_path / "site", tmp_path / "nieuw"
    was, wanted = _folder(old, "oud"), _folder(new, "nieuw")
    replace_folder(new, old, tmp_path / "opzij")
    assert (tree(old), tree(new)) == (wanted, was)


@pytest.mark.parametrize("reason", ["EACCES", "EXDEV", "ENOSPC", "EROFS", "EIO"])
def test_any_other_failure_is_raised_and_leaves_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    """Two renames would do no better, and could leave one of them done."""
    number = getattr(errno, reason)
    monkeypatch.setattr(atomic_swap, "_exchange", _system_that_answers(number))
    old, new = tmp_path / "site", tmp_path / "nieuw"
    was, wanted = _folder(old, "oud"), _folder(new, "nieuw")
    with pytest.raises(OSError, match=os.strerror(number)) as raised:
        replace_folder(new, old, tmp_path / "opzij")
    assert raised.value.errno == number
    assert (tree(old), tree(new)) == (was, wanted)


def test_a_system_without_the_call_takes_two_renames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows, or a C library that knows no `renameat2`."""
    monkeypatch.setattr(atomic_swap, "_exchange", None)
    old, new = tmp_path / "site", tmp_path / "nieuw"
    was, wanted = _folder(old, "oud"), _folder(new, "nieuw")
    replace_folder(new, old, tmp_path / "opzij")
    assert (tree(old), tree(new)) == (wanted, was)


@pytest.mark.skipif(sys.platform != "linux", reason="what the tests run on")
def test_this_system_exchanges_in_one_step(tmp_path: Path) -> None:
    """No moment without a site: the real call is found and works, and a folder that is not there is its own error."""
    exchange = atomic_swap._exchange
    assert exchange is not None
    was, wanted = _folder(tmp_path / "a", "oud"), _folder(tmp_path / "b", "nieuw")
    assert exchange(tmp_path / "a", tmp_path / "b")
    assert (tree(tmp_path / "a"), tree(tmp_path / "b")) == (wanted, was)
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "niets", tmp_path / "b")


_SWAPS = """
import sys
from pathlib import Path
from proefpraktijk.publish.site import atomic_swap
old, new, aside = (Path(sys.argv[1]) / name for name in ("site", "nieuw", "opzij"))
print("klaar", flush=True)
while True:
    getattr(atomic_swap, sys.argv[2])(new, old, aside)
"""


@pytest.mark.parametrize("way", ["replace_folder", "replace_in_two_steps"])
def test_swaps_killed_at_many_moments(tmp_path: Path, way: str) -> None:
    """Kill -9 among thousands of swaps: after recovery always one whole site; when exchanged, before it too."""
    old, aside = tmp_path / "site", tmp_path / "opzij"
    either = [_folder(old, "oud"), _folder(tmp_path / "nieuw", "nieuw")]
    for _ in range(12):
        with subprocess.Popen([sys.executable, "-c", _SWAPS, str(tmp_path), way], stdout=subprocess.PIPE) as swaps:
            assert swaps.stdout
            assert swaps.stdout.readline() == b"klaar\n"
            for _ in range(200):
                if way == "replace_folder":
                    assert (old / "map-7" / "index.html").exists()
            swaps.send_signal(signal.SIGKILL)
        if way == "replace_folder":
            assert tree(old) in either
        recover(old, aside)
        assert tree(old) in either
        if not (tmp_path / "nieuw").exists():
            _folder(tmp_path / "nieuw", "nieuw" if tree(old) == either[0] else "oud")
