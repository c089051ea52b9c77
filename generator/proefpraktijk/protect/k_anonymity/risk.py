"""What there is to tell of small groups: the groups that readers can make of what is published, and how small they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from proefpraktijk.model.safe import Coordinates

from .generalise import Placed


class Group(NamedTuple):
    """The reports that tell the same of where they come from, and the different people behind them, as far as proven."""

    coordinates: Coordinates
    """Without dates."""
    reports: int
    people: int


def groups_of(placed: Iterable[Placed]) -> list[Group]:
    """Return the groups, the smallest first. A reader who filters on fewer facts sees several of them together."""
    reports: dict[Coordinates, int] = {}
    people: dict[Coordinates, int] = {}
    for each in placed:
        told = each.coordinates._replace(date=None, member_check=None)
        reports[told] = reports.get(told, 0) + 1
        people[told] = each.crowd
    groups = [Group(told, count, people[told]) for told, count in reports.items()]
    return sorted(groups, key=lambda group: (group.people, group.reports, *map(str, group.coordinates)))
