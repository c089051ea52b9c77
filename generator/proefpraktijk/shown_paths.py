"""File names as they may be told: one that holds a name of the roster loses it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from proefpraktijk.model.corpus import Roster
from proefpraktijk.model.text import RawText
from proefpraktijk.protect import Airlock

from .roster_file import airlock_for, read_roster

_HIDDEN = "…"
_LAYER = "roster"
_JOINS = str.maketrans("-_.", "   ")


def shown_paths(root: Path) -> Callable[[str], str]:
    """Return what shows a path, or a word made of one, without the names of the site's roster.

    A roster that is missing or broken names nobody; then everything is shown as it is.
    """

    @cache
    def airlock() -> Airlock | None:
        file = root / "content" / "roster.yml"
        roster = read_roster(file) if file.is_file() else None
        return airlock_for(roster) if isinstance(roster, Roster) else None

    @cache
    def hidden(part: str) -> str:
        known = airlock()
        if known is None:
            return part
        pieces, at = [], 0
        for span in known.scan([(RawText(part.translate(_JOINS), 0, len(part)),)]):
            if span.layer == _LAYER and span.start >= at:
                pieces += [part[at : span.start], _HIDDEN]
                at = span.end
        return "".join((*pieces, part[at:]))

    return lambda path: "/".join(map(hidden, path.split("/")))
