"""Provenance: the quasi-identifiers of a report from its front matter, and how many distinct people contributed at least."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from proefpraktijk.model.corpus import InterviewMatter, ReportMatter
from proefpraktijk.model.safe import EarlierSlug
from proefpraktijk.model.spiral import Quadrant, SessionId, YearGroup
from proefpraktijk.model.text import RawText
from proefpraktijk.model.vocabulary import Role
from proefpraktijk.protect.roster.name_index import Entity
from proefpraktijk.protect.roster.register import Register

from .coordinates_in_text import NOTHING_STATED, StatedCoordinates
from .strangers import at_least, surname_and_initial


class Provenance(NamedTuple):
    """The quasi-identifiers and contributors of a report. Secret, though it holds no name.

    `people` are indices of roster entries: those who took part beyond doubt. `number` is how many distinct people took
    part at least, strangers and a bare number of participants included. Only colleagues count: no pupils, parents,
    groups or schools. Somebody who is public by name hides nobody, so they count in neither.
    """

    year_groups: tuple[YearGroup, ...]
    session: SessionId
    quadrant: Quadrant
    date: dt.date | None
    member_check: dt.date | None
    people: frozenset[int]
    number: int
    stated: StatedCoordinates = NOTHING_STATED
    slug: StatedCoordinates = NOTHING_STATED
    """What the slug chosen by the writer states; the title, from which other slugs are made, is part of `stated`."""
    earlier: tuple[tuple[EarlierSlug, StatedCoordinates], ...] = ()
    """Each earlier slug with what it states."""


def provenance_of(matter: ReportMatter, register: Register) -> Provenance:
    """Return the provenance of a report or interview from its front matter, without what its text and slugs state.

    Authors, participants and facilitators contribute to a report; to an interview only its respondent and participants,
    because whoever asked the questions is not hidden among those who answered. A name that fits several people on the
    roster means the only one of them at the report's school; otherwise it proves that somebody took part, not who.
    """
    participants = () if isinstance(matter.participants, int) else matter.participants
    if isinstance(matter, InterviewMatter):
        names = (*participants, *((matter.respondent,) if matter.respondent else ()))
    else:
        names = (*matter.authors, *participants, *matter.facilitator)
    schools = frozenset(register.school(school.value) for school in matter.school)
    known, unknown = _distinct(names, register, schools)
    stated_number = matter.participants if isinstance(matter.participants, int) else 0
    return Provenance(
        year_groups=tuple(sorted(set(matter.year_group))),
        session=matter.session,
        quadrant=matter.quadrant,
        date=matter.date,
        member_check=matter.member_check,
        people=known,
        number=max(stated_number, len(known) + unknown),
    )


def _distinct(names: Iterable[RawText], register: Register, schools: frozenset[str]) -> tuple[frozenset[int], int]:
    """Return the roster indices certainly meant by `names`, and how many more distinct colleagues there must be."""
    known: set[int] = set()
    doubtful: set[frozenset[int]] = set()
    strangers: list[str] = []
    for name in names:
        fitting = register.people(name.value)
        near = frozenset(who for who in fitting if register.index.entities[who].school in schools)
        who = (near if len(near) == 1 else fitting) or _by_initial(name.value, register)
        if not all(_counts(register.index.entities[person]) for person in who):
            continue
        if len(who) == 1 and fitting:
            known |= who
        elif who:
            doubtful.add(who)
        elif not register.identify(name.value):
            strangers.append(name.value)
    seen, more = set(known), at_least(strangers)
    for who in sorted(doubtful, key=sorted):
        if seen.isdisjoint(who):
            seen |= who
            more += 1
    return frozenset(known), more


def _by_initial(name: str, register: Register) -> frozenset[int]:
    """Return the roster indices with the surname and initial of a name that is itself no form of a roster name."""
    if not (found := surname_and_initial(name)):
        return frozenset()
    surname, initial = found
    return frozenset(who for who in register.people(surname) if register.index.entities[who].initial == initial)


def _counts(person: Entity) -> bool:
    """Return whether a person counts towards `k`: a colleague, so no pupil or parent, who is not public by name."""
    return not person.public and person.noun not in (Role.LEERLING, Role.OUDER)
