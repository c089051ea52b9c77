"""Who took part, as the front matter tells: context for the detector, and how many different people there were at least."""

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

from .coordinates_in_text import SILENT, Aloud
from .strangers import at_least, surname_and_initial


class Standing(NamedTuple):
    """What a report's front matter says of where it comes from, and of how many. Secret, though it holds no name.

    `people` are places on the roster: those who took part beyond doubt. `number` is how many took part at least,
    strangers and a bare number of participants counted in. Only colleagues count: no pupils, parents, groups or schools. Who
    is public by name hides nobody, so they count in neither.
    """

    year_groups: tuple[YearGroup, ...]
    session: SessionId
    quadrant: Quadrant
    date: dt.date | None
    member_check: dt.date | None
    people: frozenset[int]
    number: int
    aloud: Aloud = SILENT
    slug: Aloud = SILENT
    """What the slug that its writer chose tells; the title, of which others are made, is in `aloud`."""
    earlier: tuple[tuple[EarlierSlug, Aloud], ...] = ()
    """What each of its earlier slugs tells."""


def standing_of(matter: ReportMatter, register: Register) -> Standing:
    """Return where a report comes from, and from how many people.

    Of a report those who took part are its authors, participants and facilitators; of an interview its respondent and
    participants, for who asked the questions is not hidden among those who answered. A name that fits several people
    on the roster is the one at the report's own school, if that is one; else it proves that somebody was there, not who.
    """
    participants = () if isinstance(matter.participants, int) else matter.participants
    if isinstance(matter, InterviewMatter):
        names = (*participants, *((matter.respondent,) if matter.respondent else ()))
    else:
        names = (*matter.authors, *participants, *matter.facilitator)
    schools = frozenset(register.school(school.value) for school in matter.school)
    known, unknown = _told_apart(names, register, schools)
    told = matter.participants if isinstance(matter.participants, int) else 0
    return Standing(
        year_groups=tuple(sorted(set(matter.year_group))),
        session=matter.session,
        quadrant=matter.quadrant,
        date=matter.date,
        member_check=matter.member_check,
        people=known,
        number=max(told, len(known) + unknown),
    )


def _told_apart(names: Iterable[RawText], register: Register, schools: frozenset[str]) -> tuple[frozenset[int], int]:
    """Return who is certain to be meant by `names`, and how many more colleagues there must have been."""
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
    """Return who on the roster may be meant by a name that is not a form of theirs: the same surname and initial."""
    if not (found := surname_and_initial(name)):
        return frozenset()
    surname, initial = found
    return frozenset(who for who in register.people(surname) if register.index.entities[who].initial == initial)


def _counts(person: Entity) -> bool:
    """Tell whether somebody is a colleague to hide among: no pupil, no parent, and nobody who is public by name."""
    return not person.public and person.noun not in (Role.LEERLING, Role.OUDER)
