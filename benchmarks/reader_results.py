"""What the benchmark of the reader tells: the targets of each site, and the tables behind them."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader_browser import Cost
from reader_search import Answer
from reader_size import Kind
from reader_table import Row, table, targets

AT = 5000
"""Reports at which the targets hold, besides on the demo."""

_METHOD = """\
Bytes on disk are those of all files. Compressed is gzip at level 6, as hosts have it; kB are 1,000 bytes. A site is served
by a small server on this computer, under `/kennisbank/`, to headless Chromium that was never there before; what travels is
counted by the server, without headers. Search runs from the key that opens its dialog to the first results. Discover is
timed from the start of the navigation, and from a click on a value, until the frame with the change has been painted,
which takes up to 16 ms by itself. Nothing is slowed down but by Lighthouse (its own simulated phone and network, the
mobile profile). Times, and Lighthouse's performance with them, depend on what else the machine does; bytes, the other
scores and processor time hardly do. {load}
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of one site: its targets, and tables in Markdown by title."""

    name: str
    reports: int
    rows: Sequence[Row]
    tables: Mapping[str, str]


def everything(measured: Sequence[Measured]) -> str:
    """Return all of it as Markdown."""
    parts = [
        "# Results of `benchmarks/reader.py`\n",
        f"{os.cpu_count()} cores, {platform.system()}, CPython {platform.python_version()}.\n",
        _METHOD.format(load=_load()),
    ]
    for one in measured:
        parts += [f"## On {one.name}\n", f"{one.reports:,} reports are published.\n", targets(one.rows)]
    for one in measured:
        for title, shown in one.tables.items():
            parts += [f"## {title}, {one.name}\n", shown]
    return "\n".join(parts)


def _load() -> str:
    if not hasattr(os, "getloadavg"):
        return ""
    return f"In the last quarter of an hour {os.getloadavg()[2]:.0f} processes wanted its {os.cpu_count()} cores."


def size_row(kinds: Sequence[Kind], reports: int) -> Row:
    """Return the target of the size on disk."""
    each = sum(kind.size for kind in kinds) / max(1, reports)
    return Row("site on disk per report", 15_000, "kB", each, "all files, over the number of reports")


def sizes(kinds: Sequence[Kind], reports: int) -> str:
    """Return what a site is made of, but for what is next to nothing."""
    rows = [
        (
            f"`{kind.name}`",
            f"{kind.files:,}",
            f"{kind.size / 1e6:.2f}",
            f"{kind.size / kind.files / 1000:.1f}",
            f"{kind.size / max(1, reports) / 1000:.2f}",
        )
        for kind in kinds
        if kind.size >= 1000
    ]
    return table(("kind", "files", "MB", "kB a file", "kB a report"), rows)


def page_costs(costs: Mapping[str, Cost], pages: Mapping[str, str]) -> str:
    """Return what the largest page of each kind costs at the first visit."""
    rows = [
        (
            f"`/{pages[kind]}`",
            *(f"{size / 1000:.1f} kB" for size in (cost.html, cost.scripts, cost.whole)),
            f"{cost.shift:.3f}",
        )
        for kind, cost in sorted(costs.items())
    ]
    return table(("page", "HTML", "JavaScript", "all it loads", "shift"), rows)


def search_answers(found: Sequence[Answer]) -> str:
    """Return what the first answer to each query costs."""
    rows = [
        (answer.query, f"{answer.size / 1000:.1f} kB", str(answer.requests), f"{answer.milliseconds:.0f} ms")
        for answer in found
    ]
    return table(("query", "bytes", "requests", "from the last key to the first result"), rows)
