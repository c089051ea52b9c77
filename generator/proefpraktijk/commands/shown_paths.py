"""File names as they may be told: one that holds a name loses it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from proefpraktijk.model.corpus import Roster
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.protect import ByteSearch
from proefpraktijk.publish.street import Gathered

from .roster_file import airlock_for, read_roster

_HIDDEN = "…"
_WORD = re.compile(r"[^-_. ]+")


def shown_paths(root: Path, gathered: Gathered) -> Callable[[ContentPath], ContentPath]:
    """Return what shows a path. When the roster itself cannot be read nobody is known, and paths stay as they are."""
    search = ByteSearch(gathered.needles or _roster_needles(root / "content" / "roster.yml"), gathered.masks)

    def tells(text: str) -> bool:
        return bool(search.hits("", text.encode("utf-8", "surrogateescape")))

    def hidden(part: str) -> str:
        if not tells(part):
            return part
        rest = _WORD.sub(lambda word: _HIDDEN if tells(word[0]) else word[0], part)
        return _HIDDEN if tells(rest) else rest

    @cache
    def shown(path: ContentPath) -> ContentPath:
        return ContentPath("/".join(map(hidden, path.split("/"))))

    return shown


def _roster_needles(file: Path) -> frozenset[str]:
    """Return the names of the roster, for when a mistake elsewhere kept the street from being walked."""
    roster = read_roster(file) if file.is_file() else Roster()
    return airlock_for(roster).needles if isinstance(roster, Roster) else frozenset()
