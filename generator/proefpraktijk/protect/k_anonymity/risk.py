"""The risk that remains: the equivalence classes readers can make of what is published, and how small they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from proefpraktijk.model.safe import Coordinates

from .generalise import PublishedCoordinates


class RiskGroup(NamedTuple):
    """Reports with the same published coordinates: how many, and how many distinct people they certainly come from."""

    coordinates: Coordinates
    """Without dates."""
    reports: int
    people: int


def risk_groups(generalised: Iterable[PublishedCoordinates]) -> list[RiskGroup]:
    """Return the groups, the smallest first. A reader who filters on fewer facts sees a union of them."""
    reports: dict[Coordinates, int] = {}
    people: dict[Coordinates, int] = {}
    for each in generalised:
        coordinates = each.coordinates._replace(date=None, member_check=None)
        reports[coordinates] = reports.get(coordinates, 0) + 1
        people[coordinates] = each.contributors
    groups = [RiskGroup(coordinates, count, people[coordinates]) for coordinates, count in reports.items()]
    return sorted(groups, key=lambda group: (group.people, group.reports, *map(str, group.coordinates)))
