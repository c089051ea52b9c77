"""Where a report's own text says its year group or session, which may not be told about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from proefpraktijk.model.corpus import Interview, Report
from proefpraktijk.model.problem import Place
from proefpraktijk.model.text import RawText

from .holds import Lines

_ONES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht")
_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")
_NUMBER = rf"\d{{1,2}}|{'|'.join(_ONES)}"
_GROUP = re.compile(
    rf"\b(?:(?:jaar)?groep(?:en)?|year\ groups?)[ \u00a0]({_NUMBER})(?:[ \u00a0]?(?:[/\-–]|en|t/m)[ \u00a0]?({_NUMBER}))?\b"
    r"|\b(kleuter)",
    re.IGNORECASE,
)
_SESSION = re.compile(
    rf"\b(?:bijeenkomst|session)[ \u00a0](\d{{1,2}})\b|\b({'|'.join(_ORDINALS)})[ \u00a0]bijeenkomst\b", re.IGNORECASE
)
_TODDLERS = frozenset((1, 2))


class Aloud(NamedTuple):
    """Where the text first names the report's own year group, its own session, and two of its year groups in one breath."""

    group: Place | None = None
    session: Place | None = None
    together: Place | None = None


SILENT = Aloud()
"""It names neither."""


def aloud_in(report: Report | Interview) -> Aloud:
    """Return where title and body name what the front matter says, in figures or words."""
    own, number = frozenset(report.matter.year_group), report.matter.session.number
    group = session = together = None
    for text in _texts(report):
        if group is None or together is None:
            hits = [(len(own & _groups_in(hit)), text.start + hit.start()) for hit in _GROUP.finditer(text.value)]
            group = next((at for common, at in hits if common), None) if group is None else group
            together = next((at for common, at in hits if common > 1), None) if together is None else together
        if session is None:
            at = next((hit.start() for hit in _SESSION.finditer(text.value) if _session_in(hit) == number), None)
            session = None if at is None else text.start + at
    lines = Lines(report.source)
    return Aloud(*(None if at is None else lines.place(at) for at in (group, session, together)))


def _texts(report: Report | Interview) -> Iterator[RawText]:
    yield report.matter.title
    yield from (run.text for block in report.body.blocks for run in block.runs)


def _groups_in(hit: re.Match[str]) -> frozenset[int]:
    first, last, toddlers = hit.groups()
    if toddlers:
        return _TODDLERS
    return frozenset(range(_number(first), _number(last or first) + 1))


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _ONES.index(written.lower()) + 1


def _session_in(hit: re.Match[str]) -> int:
    return int(hit[1]) if hit[1] else _ORDINALS.index(hit[2].lower()) + 1
