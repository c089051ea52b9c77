"""Generalisation steps: how coordinates are made more general, and in which order the steps are tried.

A school is never published. Year group → band → not named. Session → school year → not named.
Quadrant → not named. Teachers look for their year group, so it is kept longest: the session goes first, the quadrant
only when giving up the session altogether is not enough, and the year group when that is not enough either.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from proefpraktijk.model.safe import Coordinates
from proefpraktijk.model.spiral import Band, YearGroup

from .contributors import Provenance


class GeneralisationStep(NamedTuple):
    """The level of each coordinate: 0 is as written, the highest is not published at all."""

    group: int = 0
    """0: the year groups; 1: their bands; 2: nothing."""
    quadrant: int = 0
    """0: the quadrant; 1: nothing."""
    session: int = 0
    """0: the session; 1: its school year; 2: nothing."""

    def covers(self, other: GeneralisationStep) -> bool:
        """Return whether this step is at least as general as `other` in every coordinate."""
        return self.group >= other.group and self.quadrant >= other.quadrant and self.session >= other.session

    def finer(self) -> list[GeneralisationStep]:
        """Return the steps that publish one coordinate one level more precisely, the year group's first."""
        downs = (GeneralisationStep(1, 0, 0), GeneralisationStep(0, 1, 0), GeneralisationStep(0, 0, 1))
        return [
            GeneralisationStep(*(mine - less for mine, less in zip(self, down, strict=True)))
            for down in downs
            if self.covers(down)
        ]


GeneralisationSteps = tuple[GeneralisationStep, ...]
"""Steps in the order in which they are tried; the last one publishes no coordinate."""

REPORTS: GeneralisationSteps = tuple(
    GeneralisationStep(group, quadrant, session) for group, quadrant, session in product(range(3), range(2), range(3))
)

INTERVIEWS: GeneralisationSteps = tuple(
    GeneralisationStep(group, quadrant, 2) for quadrant, group in product(range(2), range(1, 3))
)
"""Of an interview at most band and quadrant are published; the quadrant, by which passages are shown, is kept longest."""


def coordinates_on(provenance: Provenance, step: GeneralisationStep, bands: Sequence[Band]) -> Coordinates:
    """Return the coordinates published on `step`, without dates."""
    return Coordinates(
        year_groups=provenance.year_groups if step.group == 0 else (),
        bands=bands_of(provenance.year_groups, bands) if step.group == 1 else (),
        session=provenance.session if step.session == 0 else None,
        school_year=provenance.session.year if step.session == 1 else None,
        quadrant=provenance.quadrant if step.quadrant == 0 else None,
    )


def bands_of(year_groups: Sequence[YearGroup], bands: Sequence[Band]) -> tuple[str, ...]:
    """Return the ids of the bands that hold any of these year groups: those of a combination group may be several."""
    return tuple(band.id for band in bands if any(map(band.holds, year_groups)))
