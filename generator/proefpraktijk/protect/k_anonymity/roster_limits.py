"""What the roster alone forbids to name: a year group or band that too few of its teachers teach, a role too few people have."""

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
class Floors:
    """The year groups and bands (ids) that fewer than `k` teachers teach; empty when the roster does not tell who teaches what.

    `together` are year groups that some teach as one class, but fewer than `k`: told side by side, they tell who.
    """

    year_groups: frozenset[YearGroup] = frozenset()
    bands: frozenset[str] = frozenset()
    together: frozenset[frozenset[YearGroup]] = frozenset()

    def side_by_side(self, year_groups: tuple[YearGroup, ...]) -> tuple[YearGroup, ...]:
        """Return the year groups that may be told together: of a class that too few teach only the first.

        A band instead would tell the same: no other report would do with a band.
        """
        return year_groups[:1] if frozenset(year_groups) in self.together else year_groups

    def least(self, year_groups: Sequence[YearGroup], bands: Sequence[str]) -> int:
        """Return the first step that may be told: 0 the year groups, 1 their bands, 2 nothing."""
        if self.year_groups.isdisjoint(year_groups):
            return 0
        return 1 if self.bands.isdisjoint(bands) else 2


class Lack(StrEnum):
    """What a community may have too few of."""

    SCHOOLS = "schools"
    TEACHERS = "teachers"
    YEAR_GROUP = "year_group"
    TOGETHER = "year_groups_together"
    BAND = "band"
    ROLE = "role"
    UNKNOWN = "year_groups_unknown"
    """The roster does not tell who teaches which year group, so that cannot be weighed."""


class Shortfall(NamedTuple):
    """Something the roster has fewer than `k` of: what, which one, and how many.

    Which one is a year group ("7"), a combination ("3/4"), the id of a band, or a role.
    """

    lack: Lack
    which: str
    there: int


def floors_of(roster: Roster, year_groups: Sequence[YearGroup], bands: Sequence[Band], k: int) -> Floors:
    """Return what the roster forbids to name among the community's year groups and bands.

    A teacher of a combination group counts for each of its year groups, and for the combination. What too few teach is
    not protected by any number of reports: whoever knows the schools knows who they are.
    """
    found = list(_untaught(roster, year_groups, bands, k))
    return Floors(
        frozenset(int(short.which) for short in found if short.lack is Lack.YEAR_GROUP),
        frozenset(short.which for short in found if short.lack is Lack.BAND),
        frozenset(frozenset(map(int, short.which.split("/"))) for short in found if short.lack is Lack.TOGETHER),
    )


def shortfalls(roster: Roster, year_groups: Sequence[YearGroup], bands: Sequence[Band], k: int) -> Iterator[Shortfall]:
    """Yield what the community is too small for, as far as its roster tells."""
    if len(roster.schools) < k:
        yield Shortfall(Lack.SCHOOLS, "", len(roster.schools))
    teachers = sum(person.role is Role.LEERKRACHT and not person.public for person in roster.people)
    if teachers < k:
        yield Shortfall(Lack.TEACHERS, "", teachers)
    yield from _untaught(roster, year_groups, bands, k)
    yield from (Shortfall(Lack.ROLE, role, count) for role, count in rare_roles(roster, k).items())


def rare_roles(roster: Roster, k: int) -> dict[str, int]:
    """Return the roles of colleagues that the roster gives to some, but to fewer than `k`, and to how many.

    Of pupils and parents the roster knows a few of many; a teacher is what everybody is here; and an expert spoke to all.
    """
    held = Counter(person.role for person in roster.people if not person.public)
    return {role.value: held[role] for role in (Role.IBER, Role.DIRECTEUR) if 0 < held[role] < k}


def _untaught(roster: Roster, year_groups: Sequence[YearGroup], bands: Sequence[Band], k: int) -> Iterator[Shortfall]:
    """Yield the year groups, combinations and bands with too few teachers."""
    taught = [p.year_groups for p in roster.people if p.role is Role.LEERKRACHT and p.year_groups and not p.public]
    if not taught:
        yield Shortfall(Lack.UNKNOWN, "", 0)
        return
    for group in year_groups:
        if (count := sum(group in groups for groups in taught)) < k:
            yield Shortfall(Lack.YEAR_GROUP, str(group), count)
    for together in sorted({some for groups in taught for some in _combinations(groups)}):
        if (count := sum(set(groups).issuperset(together) for groups in taught)) < k:
            yield Shortfall(Lack.TOGETHER, "/".join(map(str, together)), count)
    for band in bands:
        if (count := sum(any(map(band.holds, groups)) for groups in taught)) < k:
            yield Shortfall(Lack.BAND, band.id, count)


def _combinations(groups: Sequence[YearGroup]) -> Iterator[tuple[YearGroup, ...]]:
    """Yield every way to name two or more of the year groups somebody teaches."""
    for size in range(2, len(groups) + 1):
        yield from combinations(sorted(groups), size)
