"""Who took part, as the front matter tells: context for the detector, and the number of distinct people."""

from __future__ import annotations

from proefpraktijk.model.corpus import InterviewMatter, Report, ReportMatter
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.model.text import RawText

from .fold import fold
from .register import Register
from .scene import Context


def context_of(report: Report, register: Register) -> Context:
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


def contributors_of(matter: ReportMatter, register: Register) -> int:
    """Return how many distinct people a report comes from, at least 1.

    The number of participants when one is given; else the authors, participants and facilitators, each once however
    the name is written.
    """
    if isinstance(matter.participants, int):
        return max(1, matter.participants)
    people = (register.identify(name.value) or fold(name.value.strip()) for name, _ in _contributing(matter))
    return max(1, len(set(people)))


def _contributing(matter: ReportMatter) -> list[tuple[RawText, str]]:
    participants = () if isinstance(matter.participants, int) else matter.participants
    return [
        *((name, "leerkracht") for name in (*matter.authors, *participants)),
        *((name, "begeleider") for name in matter.facilitator),
    ]


def _people(matter: ReportMatter) -> list[tuple[RawText, str]]:
    people = _contributing(matter)
    if isinstance(matter, InterviewMatter) and matter.respondent:
        people.append((matter.respondent, "leerkracht"))
    return people
