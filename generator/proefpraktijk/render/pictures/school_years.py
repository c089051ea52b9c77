"""A school year drawn along its months: when there was a session, how many reports came of it, and what they are about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from proefpraktijk.link.report_counts import most_present
from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.knowledge import SessionNode
from proefpraktijk.model.spiral import SchoolYear
from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render import addresses
from proefpraktijk.render import coordinate_names as names
from proefpraktijk.render.addresses import Address, Token, at
from proefpraktijk.render.page_parts import PageParts
from proefpraktijk.render.views import Link, View, part

from .line_breaking import BrokenLabel, break_label

_THEMES, _WIDTH = 5, 38
_FIRST, _LAST, _APART = 5, 95, 9
"""Percents: where August begins, where July ends, and how far sessions stay from each other when there is room."""
_BAR, _DOT = 84, 13
"""Pixels: the highest bar, the largest dot."""


@part
class Moment(NamedTuple):
    """A session at `x` percents, its bar `height` pixels high."""

    number: int
    title: SafeText
    reports: PublicCount
    to: Address
    x: int
    height: int


@part
class Dot(NamedTuple):
    """How many reports of a session carry a theme, as a dot at `x` percents with a radius in pixels."""

    reports: PublicCount
    x: int
    radius: int


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ThemeOfYear(View):
    """A theme with a dot for each session, in order of time."""

    theme: Link
    letters: BrokenLabel
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Year(View):
    """A school year's picture. `months` are first letters, each at the percentage of the middle of its month."""

    year: Token
    months: tuple[tuple[UiText, int], ...]
    moments: tuple[Moment, ...]
    themes: tuple[ThemeOfYear, ...]


def school_years(parts: PageParts) -> tuple[Year, ...]:
    """Return the school years in which there were sessions, newest first."""
    found: dict[SchoolYear, list[SessionNode]] = {}
    for session, node in parts.kb.sessions.items():
        found.setdefault(session.year, []).append(node)
    return tuple(_year(parts, year, sorted(nodes, key=_in_time)) for year, nodes in found.items())


def _year(parts: PageParts, year: SchoolYear, nodes: Sequence[SessionNode]) -> Year:
    where = moved_apart([_share(node.session.date, year) for node in nodes])
    counts = [of_visible(node.reports) for node in nodes]
    highest = max(counts) or 1
    moments = tuple(
        Moment(
            number=node.session.id.number,
            title=node.session.title,
            reports=count,
            to=at(addresses.session(node.session.id)),
            x=x,
            height=_BAR * count // highest,
        )
        for node, count, x in zip(nodes, counts, where, strict=True)
    )
    letters = tuple(
        (
            UiText(names.month(parts.words, (number + 7) % 12 + 1)[:1].upper()),
            _FIRST + (_LAST - _FIRST) * (2 * number + 1) // 24,
        )
        for number in range(12)
    )
    return Year(Token(str(year)), letters, moments, tuple(_themes(parts, nodes, where)))


def _themes(parts: PageParts, nodes: Sequence[SessionNode], where: Sequence[int]) -> list[ThemeOfYear]:
    """Return the themes most present in the year's reports; themes on safety are not counted by session."""
    of_year = most_present(parts.kb, [slug for node in nodes for slug in node.reports], subgroup=True)[:_THEMES]
    of_session = [dict(most_present(parts.kb, node.reports, subgroup=True)) for node in nodes]
    highest = max((count for session in of_session for t, _ in of_year if (count := session.get(t, 0))), default=1)
    return [
        ThemeOfYear(
            parts.theme_links[theme],
            break_label(parts.labels[theme], _WIDTH, 1),
            tuple(
                Dot(count := session.get(theme, PublicCount(0)), x, count and 8 + (_DOT - 8) * count // highest)
                for session, x in zip(of_session, where, strict=True)
            ),
        )
        for theme, _ in of_year
    ]


def moved_apart(places: Sequence[int]) -> list[int]:
    """Return ascending places moved apart, as little as that takes, within the year."""
    apart = min(_APART, (_LAST - _FIRST) // max(1, len(places) - 1))
    moved = list(places)
    for index, (before, _) in enumerate(pairwise(places), 1):
        moved[index] = max(moved[index], moved[index - 1] + apart, before)
    room = _LAST
    for index in reversed(range(len(moved))):
        moved[index] = min(moved[index], room)
        room = moved[index] - apart
    return moved


def _share(date: dt.date, year: SchoolYear) -> int:
    """Return where a day stands in its school year, which begins in August."""
    days = (date - dt.date(year.start, 8, 1)).days
    return _FIRST + (_LAST - _FIRST) * days // 365


def _in_time(node: SessionNode) -> tuple[dt.date, int]:
    return node.session.date, node.session.id.number
