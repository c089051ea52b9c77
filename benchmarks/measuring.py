"""What is measured, and how: seconds of wall clock, and the memory of a process with all it started."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

OURS = (sys.executable, "-m", "proefpraktijk")
SAMPLE = 0.05
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command: seconds of wall clock with the start of the interpreter, and what it said of its stages."""

    seconds: float
    stages: dict[str, float] = field(default_factory=dict)

    @property
    def ours(self) -> float:
        """Seconds of everything but the engine."""
        return self.seconds - self.stages.get("engine", 0.0)


def run(command: Sequence[str | Path], cwd: Path) -> Run:
    """Run `command` in `cwd` and measure it; stop everything when it fails."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr[-3000:]}")
    return Run(seconds, _stages(done.stderr))


def build(root: Path) -> Run:
    """Build the site at `root` with our own command."""
    return run((*OURS, "build", "--root", root, "--timings"), root)


def _stages(said: str) -> dict[str, float]:
    for line in reversed(said.splitlines()):
        if line.startswith('{"stages"'):
            stages: dict[str, float] = json.loads(line)["stages"]
            return stages
    return {}


def peak_memory(command: Sequence[str | Path], cwd: Path) -> float | None:
    """Return the highest sum of PSS (MB) of `command` and all below it; None where the system does not tell.

    PSS counts a page that several processes share once, divided among them, so that the sum over a tree is what the
    tree takes (`smaps_rollup`, proc(5)). Sampled, so a shorter peak can be missed. Looking costs time: never in the
    run whose seconds count.
    """
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    highest = 0.0
    while process.poll() is None:
        highest = max(highest, sum(map(_pss, _tree(process.pid))))
        time.sleep(SAMPLE)
    return highest


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = listed.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _tree(int(child))


def _pss(pid: int) -> float:
    try:
        found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Serve the site at `root`; give the address once its home page answers, and stop at the end."""
    command = (*OURS, "serve", "--root", root, "--port", "0")
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        yield _address(process)
    finally:
        process.terminate()
        process.wait()


def _address(process: subprocess.Popen[str]) -> str:
    said: list[str] = []
    for line in process.stdout or ():
        said.append(line)
        if found := re.search(r"http://[\w.]+:\d+/(?:\S*/)?", line):
            threading.Thread(target=lambda: list(process.stdout or ()), daemon=True).start()
            wait_for(found[0], "", 300)
            return found[0]
    raise SystemExit("serve gave no address:\n" + "".join(said[-20:]))


def wait_for(address: str, text: str, longest: float) -> float:
    """Return after how many seconds the page at `address` holds `text`, asking every 10 ms.

    Stop everything after `longest` seconds.
    """
    start = time.perf_counter()
    while True:
        page = _fetch(address)
        seconds = time.perf_counter() - start
        if page and text in page:
            return seconds
        if seconds > longest:
            raise SystemExit(f"{address} did not come within {longest} s")
        time.sleep(0.01)


def _fetch(address: str) -> str:
    """Return the page at `address`, or nothing when it is not there."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            text: str = answer.read().decode()
            return text
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""
