"""What the finders know of a document's front matter: where the file is, who took part, of which schools."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from proefpraktijk.model.corpus import Interview, InterviewMatter, Report, ReportMatter
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.model.text import RawText
from proefpraktijk.protect.roster.register import Register


@dataclass(frozen=True, slots=True)
class Context:
    """Facts of the front matter: where the file is, who took part, of which schools (folded names), and `days`.

    These are the dates that the document's own page shows, so that they may stand in it.
    """

    path: str = ""
    present: frozenset[int] = frozenset()
    schools: frozenset[str] = field(default=frozenset(), repr=False)
    strangers: tuple[tuple[str, str, HoldKind], ...] = field(default=(), repr=False)
    """Names that are not on the roster, with the descriptor's noun and the kind."""
    days: frozenset[dt.date] = frozenset()


def context_of(report: Report | Interview, register: Register) -> Context:
    """Return the context of a report: people and schools of its front matter, known and unknown to the roster."""
    matter = report.matter
    present: set[int] = set()
    strangers: list[tuple[str, str, HoldKind]] = []
    for name, noun in _people(matter):
        found = register.identify(name.value)
        if len(found) == 1:
            present |= found
        if not found and any(char.isalpha() for char in name.value):
            strangers.append((name.value, noun, HoldKind.PERSON))
    unknown = (school.value for school in matter.school if not register.identify(school.value))
    strangers += ((name, "school", HoldKind.SCHOOL) for name in unknown)
    schools = frozenset(register.school(school.value) for school in matter.school)
    return Context(str(report.path), frozenset(present), schools, tuple(strangers))


def _people(matter: ReportMatter) -> Iterator[tuple[RawText, str]]:
    participants = () if isinstance(matter.participants, int) else matter.participants
    yield from ((name, "leerkracht") for name in (*matter.authors, *participants))
    yield from ((name, "begeleider") for name in matter.facilitator)
    if isinstance(matter, InterviewMatter) and matter.respondent:
        yield matter.respondent, "leerkracht"
