"""File names as they may be shown: without the names of the roster, since problems name files."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from proefpraktijk.model.corpus import Roster
from proefpraktijk.model.text import RawText

from .protect import Airlock
from .roster_file import airlock_for, read_roster

_HIDDEN = "…"
_LAYER = "roster"
_OURS = frozenset(
    """content reports sessions themes findings interviews pages media
    community.yml roster.yml decisions.yml""".split()  # noqa: SIM905
)
"""Parts of paths below `content/` with a fixed name."""
_ENDING = re.compile(r"(?:\.codes)?\.(?:md|ya?ml|png|jpe?g|gif|webp|avif)$", re.IGNORECASE)
_JOINS = str.maketrans("-_.", "   ")


def shown_paths(root: Path) -> Callable[[str], str]:
    """Return a function from a path, or a word made of one, to the same without the names of the roster of `root`.

    While the roster cannot be read, nobody knows which words are names: then every word is left out that no dictionary
    explains.
    """

    @cache
    def airlock() -> tuple[Airlock, bool]:
        roster = _roster(root / "content" / "roster.yml")
        return airlock_for(roster or Roster()), roster is not None or not (root / "content").is_dir()

    @cache
    def hidden(part: str, *, of_site: bool) -> str:
        known, certain = airlock()
        ending = _ENDING.search(part)
        doubted = 0 if certain or not of_site or part in _OURS else ending.start() if ending else len(part)
        pieces, at = [], 0
        readable = part.translate(_JOINS).encode(errors="replace").decode()  # a file's name may be no text at all
        for span in known.scan([(RawText(readable, 0, len(part)),)]):
            if span.start >= at and (span.layer == _LAYER or span.start < doubted):
                pieces += [part[at : span.start], _HIDDEN]
                at = span.end
        return "".join((*pieces, part[at:]))

    def shown(path: str) -> str:
        return "/".join(hidden(part, of_site=not path.startswith("/")) for part in path.split("/"))

    return shown


def _roster(file: Path) -> Roster | None:
    """Return the roster in a file; None when it is missing or broken."""
    try:
        roster = read_roster(file) if file.is_file() else None
    except OSError:
        return None
    return roster if isinstance(roster, Roster) else None
