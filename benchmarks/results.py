"""The targets, and the table that says whether they are met."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from measuring import Run

AT = 5000
"""Reports at which the targets hold."""

SERVED = 2000
"""Reports at which `serve` is timed."""

STRAIGHT = (1000, 5000, 10000)
"""Reports between which time and memory are to grow along a straight line."""

LINEAR = 1.3
"""How much steeper the upper part of that line may be than the lower: 1 is straight; the rest is a busy machine."""

_METHOD = """\
Seconds are wall clock with the start of the interpreter, the fastest of {repeats}; *ours* is all but the engine. What we do
while the engine is at work (the search index, writing our cache, reading the files of the old site) counts in the whole
build only; of the stage `index` the part that goes on when the engine is done counts as ours.
Plain is `mkdocs build` of the same staged pages with the same `mkdocs.yml` and Material's own search, in turn with ours.
Memory is the highest sum of PSS over the process tree, looked at every 50 ms, in a run of its own.
"""


@dataclass(frozen=True, slots=True)
class Size:
    """All that was measured at one size. Runs are the fastest of their repeats."""

    reports: int
    pages: int
    cold: Run
    edited: Run
    unchanged: Run
    plain: float
    memory: float | None
    plain_memory: float | None


@dataclass(frozen=True, slots=True)
class Target:
    """A target with what was measured; `measured` None: not in this run."""

    what: str
    limit: float
    unit: str
    measured: float | None

    @property
    def verdict(self) -> str:
        """Say whether it is met."""
        if self.measured is None:
            return "not measured"
        return "pass" if self.measured <= self.limit else "**FAIL**"


Served = tuple[int, list[float]]
"""At how many reports `serve` was timed, and after how many seconds each edit showed."""


def targets(sizes: Mapping[int, Size], served: Served) -> list[Target]:
    """Return every target of the project with its measured value."""
    at = sizes.get(AT)
    return [
        Target(f"ours, cold, {AT:,} reports", 10.0, "s", at.cold.ours if at else None),
        Target(f"ours, one report changed, {AT:,}", 2.0, "s", at.edited.ours if at else None),
        Target(f"whole cold build / plain MkDocs, {AT:,}", 1.0, "×", at.cold.seconds / at.plain if at else None),
        Target(f"whole build after one edit / plain, {AT:,}", 0.25, "×", at.edited.seconds / at.plain if at else None),
        Target(f"peak memory, cold, {AT:,}", 500.0, "MB", at.memory if at else None),
        Target("time of one more report, 5,000–10,000 / 1,000–5,000", LINEAR, "×", _bend(sizes, _seconds)),
        Target("memory of one more report, 5,000–10,000 / 1,000–5,000", LINEAR, "×", _bend(sizes, _memory)),
        Target(f"serve, slowest of the edits, {SERVED:,}", 1.0, "s", max(served[1]) if served[0] == SERVED else None),
    ]


def _seconds(size: Size) -> float | None:
    return size.cold.seconds


def _memory(size: Size) -> float | None:
    return size.memory


def _bend(sizes: Mapping[int, Size], cost: Callable[[Size], float | None]) -> float | None:
    """Return how much steeper the line through the costs is in its upper part than in its lower."""
    costs = [cost(sizes[reports]) if reports in sizes else None for reports in STRAIGHT]
    low, middle, high = costs
    if low is None or middle is None or high is None or middle <= low:
        return None
    lower = (middle - low) / (STRAIGHT[1] - STRAIGHT[0])
    return (high - middle) / (STRAIGHT[2] - STRAIGHT[1]) / lower


def table(sizes: Mapping[int, Size], served: Served, repeats: int) -> str:
    """Return everything measured, as Markdown."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    versions = ", ".join(f"{name} {_version(name)}" for name in ("proefpraktijk", "mkdocs", "mkdocs-material"))
    parts = [
        "# Results of `benchmarks/scale.py`\n",
        f"{cores} cores, {platform.system()}, {platform.python_implementation()} {platform.python_version()}; {versions}.\n",
        _METHOD.format(repeats=repeats),
        "## Targets\n",
        _rows(
            ("target", "limit", "measured", ""),
            [
                (target.what, _amount(target.limit, target.unit), _amount(target.measured, target.unit), target.verdict)
                for target in targets(sizes, served)
            ],
        ),
        "## Whole builds\n",
        _rows(
            ("reports", "pages", "cold", "ours", "one edit", "ours", "no change", "plain", "memory", "plain memory"),
            [_size_row(size) for _, size in sorted(sizes.items())],
        ),
        "## Stages of the cold build (s)\n",
        _stages(sizes, lambda size: size.cold),
        "## Stages after one edit (s)\n",
        _stages(sizes, lambda size: size.edited),
    ]
    reports, waits = served
    if waits:
        shown = ", ".join(f"{seconds:.2f}" for seconds in waits)
        parts.append(f"At {reports:,} reports `serve` showed the edits after {shown} s.\n")
    return "\n".join(parts)


def _stages(sizes: Mapping[int, Size], which: Callable[[Size], Run]) -> str:
    runs = [(size.reports, which(size).stages) for _, size in sorted(sizes.items())]
    names = tuple(dict.fromkeys(name for _, stages in runs for name in stages))
    rows = [(f"{reports:,}", *(_amount(stages.get(name), "") for name in names)) for reports, stages in runs]
    return _rows(("reports", *names), rows)


def _size_row(size: Size) -> tuple[str, ...]:
    seconds = (
        size.cold.seconds,
        size.cold.ours,
        size.edited.seconds,
        size.edited.ours,
        size.unchanged.seconds,
        size.plain,
    )
    memory = (size.memory, size.plain_memory)
    return (
        f"{size.reports:,}",
        f"{size.pages:,}",
        *(_amount(one, "s") for one in seconds),
        *(_amount(one, "MB") for one in memory),
    )


def _amount(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    return f"{value:.0f} {unit}" if unit == "MB" else f"{value:.2f} {unit}".strip()


def _rows(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "from the source tree"
