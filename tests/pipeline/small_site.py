"""The site that `init` writes, to which tests of the pipeline add reports."""

from __future__ import annotations

from pathlib import Path

import proefpraktijk
from proefpraktijk.model.paths import ContentPath

START = Path(proefpraktijk.__file__).parent / "scaffold" / "start" / "content"
REPORTS = "content/reports/2025-2026-1"
TEXT = """---
titel: {title}
school: {school}
jaargroep: 3/4
bijeenkomst: 2025-2026-1
kwadrant: socialiseren
{more}---

## Situatie

{text}

## Handvatten

- Kijk morgen eens wie er het eerst begint te werken.
"""


def write(
    root: Path,
    name: str,
    text: str = "Een ander begin.",
    *,
    title: str = "",
    school: str = "De Hazelaar",
    more: str = "membercheck: 2025-10-08\n",
) -> ContentPath:
    """Write a report; `more` are further lines of its front matter. Return its path."""
    title = title or name.replace("-", " ").capitalize()
    path = ContentPath(f"{REPORTS}/{name}.md")
    (root / path).write_text(TEXT.format(title=title, text=text, school=school, more=more), encoding="utf-8")
    return path
