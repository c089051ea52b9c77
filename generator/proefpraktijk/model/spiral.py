"""The community's own coordinates: the knowledge spiral, year groups, bands, school years and sessions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Quadrant(StrEnum):
    """The four ways in which knowledge is converted (Nonaka & Takeuchi, 1995), in the community's order."""

    COMBINEREN = "combineren"
    """Plenary: an expert brings in explicit knowledge."""
    INTERNALISEREN = "internaliseren"
    """The assignment, tried in one's own class."""
    SOCIALISEREN = "socialiseren"
    """The exchange in the subgroup."""
    EXTERNALISEREN = "externaliseren"
    """Writing it down in the subgroup report."""

    @property
    def next(self) -> Quadrant:
        """The next quadrant on the spiral."""
        order = list(Quadrant)
        return order[(order.index(self) + 1) % len(order)]


class Effect(StrEnum):
    """Whether a condition helps or hinders learning from each other."""

    BEVORDEREND = "bevorderend"
    BELEMMEREND = "belemmerend"
    BEIDE = "beide"


YearGroup = int
"""A Dutch primary-school year group, 1 to 8."""


@dataclass(frozen=True, slots=True)
class Band:
    """A named range of year groups (bouw): `onderbouw`, 1 to 2. `id` is its slug."""

    id: str
    first: YearGroup
    last: YearGroup

    def holds(self, year_group: YearGroup) -> bool:
        """Return whether the year group belongs to this band."""
        return self.first <= year_group <= self.last


DEFAULT_BANDS = (Band("onderbouw", 1, 2), Band("middenbouw", 3, 5), Band("bovenbouw", 6, 8))


class SchoolYear(NamedTuple):
    """A school year, 1 August of `start` to 31 July of the year after."""

    start: int

    def __str__(self) -> str:
        """Return `2025-2026`."""
        return f"{self.start}-{self.start + 1}"


_AUGUST = 8


def school_year_of(day: dt.date) -> SchoolYear:
    """Return the school year a day falls in: 1 August to 31 July."""
    return SchoolYear(day.year if day.month >= _AUGUST else day.year - 1)


class SessionId(NamedTuple):
    """The `number`th plenary session of a school year; its text and slug is `2025-2026-3`."""

    year: SchoolYear
    number: int

    def __str__(self) -> str:
        """Return `2025-2026-3`."""
        return f"{self.year}-{self.number}"
