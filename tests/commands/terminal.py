"""A real terminal for the commands to run in."""

from __future__ import annotations

import os
import pty
import subprocess
import sys


def in_terminal(*arguments: str, typed: str = "", **environment: str) -> tuple[int, str]:
    """Run a command in a terminal of its own, with `typed` typed ahead; return its status and what it showed."""
    leader, follower = pty.openpty()
    os.write(leader, typed.encode())
    settings = {**os.environ, "TERM": "xterm-256color", "PROEFPRAKTIJK_LANG": "nl", **environment}
    shown = b""
    with subprocess.Popen(
        [sys.executable, "-m", "proefpraktijk", *arguments],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=settings,
    ) as process:
        os.close(follower)
        while data := _read(leader):
            shown += data
    os.close(leader)
    return process.returncode, shown.decode()


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 4096)
    except OSError:  # Linux says so when nobody is left at the other end
        return b""
