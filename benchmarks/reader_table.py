"""The rows of the benchmark of the reader: a target, its limit, what was measured, and whether that is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A target. `measured` is None when it could not be; `at_least` turns the limit round; `note` tells which or how."""

    what: str
    limit: float
    unit: str
    measured: float | None
    note: str = ""
    at_least: bool = False

    @property
    def passes(self) -> bool:
        """Whether it was measured and is met."""
        if self.measured is None:
            return False
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit

    @property
    def verdict(self) -> str:
        """Say so."""
        if self.measured is None:
            return "**not measured**"
        return "pass" if self.passes else "**FAIL**"


def targets(rows: Sequence[Row]) -> str:
    """Return the rows as a table in Markdown."""
    shown = [
        (
            row.what,
            f"{'≥' if row.at_least else '≤'} {amount(row.limit, row.unit)}",
            "–" if row.measured is None else amount(row.measured, row.unit),
            row.verdict,
            row.note,
        )
        for row in rows
    ]
    return table(("target", "limit", "measured", "", "where"), shown)


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def amount(value: float, unit: str) -> str:
    """Return a number with its unit; bytes come in as bytes and are shown as kB of 1,000."""
    if unit == "kB":
        return f"{value / 1000:,.1f} kB"
    digits = 0 if float(value).is_integer() else 3 if unit == "" else 2 if unit == "s" else 1
    return f"{value:,.{digits}f} {unit}".strip()
