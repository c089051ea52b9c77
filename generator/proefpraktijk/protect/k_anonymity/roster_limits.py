"""Roster limits: year groups, bands and roles that too few people on the roster have, so that they are never published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from proefpraktijk.model.corpus import Roster
from proefpraktijk.model.spiral import Band, YearGroup
from proefpraktijk.model.vocabulary import Role


@dataclass(frozen=True, slots=True)
class RosterLimits:
    """Year groups and bands (ids) that fewer than `k` teachers teach; empty when the roster does not say who teaches what.

    `together` are combinations that some teach as one class, but fewer than `k`: published together, they say who.
    """

    year_groups: frozenset[YearGroup] = frozenset()
    bands: frozenset[str] = frozenset()
    together: frozenset[frozenset[YearGroup]] = frozenset()

    def side_by_side(self, year_groups: tuple[YearGroup, ...]) -> tuple[YearGroup, ...]:
        """Return the year groups that may be published together: of a combination that too few teach only the first.

        Publishing the band instead would disclose the same, because no other report has the band at that place.
        """
        return year_groups[:1] if frozenset(year_groups) in self.together else year_groups

    def first_level(self, year_groups: Sequence[YearGroup], bands: Sequence[str]) -> int:
        """Return the most precise level that may be published: 0 the year groups, 1 their bands, 2 nothing."""
        if self.year_groups.isdisjoint(year_groups):
            return 0
        return 1 if self.bands.isdisjoint(bands) else 2


class ShortfallKind(StrEnum):
    """What a community may have too few of."""

    SCHOOLS = "schools"
    TEACHERS = "teachers"
    YEAR_GROUP = "year_group"
    TOGETHER = "year_groups_together"
    BAND = "band"
    ROLE = "role"
    UNKNOWN = "year_groups_unknown"
    """The roster does not say who teaches which year group, so nothing can be counted."""


class Shortfall(NamedTuple):
    """Something the roster has fewer than `k` of: its kind, which one, and how many people (`number`).

    `which` is a year group ("7"), a combination ("3/4"), the id of a band, or a role.
    """

    kind: ShortfallKind
    which: str
    number: int


def limits_of(roster: Roster, year_groups: Sequence[YearGroup], bands: Sequence[Band], k: int) -> RosterLimits:
    """Return what the roster forbids to publish among the community's year groups and bands.

    A teacher of a combination group counts for each of its year groups, and for the combination. What too few teach is
    not protected by any number of reports: whoever knows the schools knows who they are.
    """
    found = list(_untaught(roster, year_groups, bands, k))
    return RosterLimits(
        frozenset(int(short.which) for short in found if short.kind is ShortfallKind.YEAR_GROUP),
        frozenset(short.which for short in found if short.kind is ShortfallKind.BAND),
        frozenset(
            frozenset(map(int, short.which.split("/"))) for short in found if short.kind is ShortfallKind.TOGETHER
        ),
    )


def shortfalls(roster: Roster, year_groups: Sequence[YearGroup], bands: Sequence[Band], k: int) -> Iterator[Shortfall]:
    """Yield everything of which the roster has fewer than `k`."""
    if len(roster.schools) < k:
        yield Shortfall(ShortfallKind.SCHOOLS, "", len(roster.schools))
    teachers = sum(person.role is Role.LEERKRACHT and not person.public for person in roster.people)
    if teachers < k:
        yield Shortfall(ShortfallKind.TEACHERS, "", teachers)
    yield from _untaught(roster, year_groups, bands, k)
    yield from (Shortfall(ShortfallKind.ROLE, role, count) for role, count in rare_roles(roster, k).items())


def rare_roles(roster: Roster, k: int) -> dict[str, int]:
    """Return the roles that some colleagues have, but fewer than `k`, each with the number of people who have it.

    Pupils and parents on the roster are a few of many, a teacher is what everybody is here, and an expert spoke to all.
    """
    held = Counter(person.role for person in roster.people if not person.public)
    return {role.value: held[role] for role in (Role.IBER, Role.DIRECTEUR) if 0 < held[role] < k}


def _untaught(roster: Roster, year_groups: Sequence[YearGroup], bands: Sequence[Band], k: int) -> Iterator[Shortfall]:
    """Yield the year groups, combinations and bands with too few teachers."""
    taught = [p.year_groups for p in roster.people if p.role is Role.LEERKRACHT and p.year_groups and not p.public]
    if not taught:
        yield Shortfall(ShortfallKind.UNKNOWN, "", 0)
        return
    for group in year_groups:
        if (count := sum(group in groups for groups in taught)) < k:
            yield Shortfall(ShortfallKind.YEAR_GROUP, str(group), count)
    for together in sorted({some for groups in taught for some in _combinations(groups)}):
        if (count := sum(set(groups).issuperset(together) for groups in taught)) < k:
            yield Shortfall(ShortfallKind.TOGETHER, "/".join(map(str, together)), count)
    for band in bands:
        if (count := sum(any(map(band.holds, groups)) for groups in taught)) < k:
            yield Shortfall(ShortfallKind.BAND, band.id, count)


def _combinations(groups: Sequence[YearGroup]) -> Iterator[tuple[YearGroup, ...]]:
    """Yield every way to name two or more of the year groups somebody teaches."""
    for size in range(2, len(groups) + 1):
        yield from combinations(sorted(groups), size)
