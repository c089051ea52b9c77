"""How a report's coordinates are made more general, step by step, and in which order that is tried.

School is never published: that step is always taken. Year group → band → not named. Session → school year → not named.
Quadrant → not named. Teachers look for their year group, so it is kept longest: the session goes first, the quadrant
only when giving up the session altogether is not enough, and the year group when that is not enough either.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from proefpraktijk.model.safe import Coordinates
from proefpraktijk.model.spiral import Band, YearGroup

from .contributors import Standing


class Step(NamedTuple):
    """How much each coordinate is made more general: 0 is as written, the highest is not named at all."""

    group: int = 0
    """0: the year groups; 1: their bands; 2: nothing."""
    quadrant: int = 0
    """0: the quadrant; 1: nothing."""
    session: int = 0
    """0: the session; 1: its school year; 2: nothing."""

    def covers(self, other: Step) -> bool:
        """Tell whether this step is nowhere less general than `other`."""
        return self.group >= other.group and self.quadrant >= other.quadrant and self.session >= other.session

    def finer(self) -> list[Step]:
        """Return the steps that name one coordinate one step more, the year group's first."""
        downs = (Step(1, 0, 0), Step(0, 1, 0), Step(0, 0, 1))
        return [
            Step(*(mine - less for mine, less in zip(self, down, strict=True))) for down in downs if self.covers(down)
        ]


Ladder = tuple[Step, ...]
"""Steps in the order in which they are tried; the last one names nothing."""

REPORTS: Ladder = tuple(
    Step(group, quadrant, session) for group, quadrant, session in product(range(3), range(2), range(3))
)

INTERVIEWS: Ladder = tuple(Step(group, quadrant, 2) for quadrant, group in product(range(2), range(1, 3)))
"""An interview tells its band and quadrant at most; the quadrant, by which passages are shown, is kept longest."""


def generalised(standing: Standing, step: Step, bands: Sequence[Band]) -> Coordinates:
    """Return the coordinates as they are told on `step`, without dates."""
    return Coordinates(
        year_groups=standing.year_groups if step.group == 0 else (),
        bands=bands_of(standing.year_groups, bands) if step.group == 1 else (),
        session=standing.session if step.session == 0 else None,
        school_year=standing.session.year if step.session == 1 else None,
        quadrant=standing.quadrant if step.quadrant == 0 else None,
    )


def bands_of(year_groups: Sequence[YearGroup], bands: Sequence[Band]) -> tuple[str, ...]:
    """Return the ids of the bands these year groups belong to: a combination group may belong to several."""
    return tuple(band.id for band in bands if any(map(band.holds, year_groups)))
