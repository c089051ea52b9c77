"""What each theme and session gathers from the reports: lists and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from proefpraktijk.model.counts import PublicCount
from proefpraktijk.model.knowledge import Outline
from proefpraktijk.model.paths import Slug, ThemeId
from proefpraktijk.model.spiral import Quadrant, SessionId

from .hierarchy import Hierarchy

Counts = tuple[tuple[ThemeId, PublicCount], ...]
"""Themes with a number of reports, highest first; equal numbers in the order of the hierarchy.

Every report shows its themes, so readers can count these themselves."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The reports of each theme (its narrower ones included), in order, and how many by quadrant."""

    reports: Mapping[ThemeId, tuple[Slug, ...]]
    by_quadrant: Mapping[ThemeId, Mapping[Quadrant, PublicCount]]


def by_theme(reports: Sequence[Outline], forest: Hierarchy) -> Gathered:
    """Return the reports that carry each theme or one narrower than it."""
    lists: dict[ThemeId, list[Slug]] = {theme: [] for theme in forest.order}
    counts: dict[ThemeId, Counter[Quadrant]] = {theme: Counter() for theme in forest.order}
    upwards = {theme: (theme, *forest.ancestors[theme]) for theme in forest.order}
    for report in reports:
        slug, quadrant = report.slug, report.quadrant
        for theme in {above for own in report.themes if own in upwards for above in upwards[own]}:
            lists[theme].append(slug)
            if quadrant:
                counts[theme][quadrant] += 1
    return Gathered(
        {theme: tuple(slugs) for theme, slugs in lists.items()},
        {theme: {quadrant: PublicCount(count[quadrant]) for quadrant in Quadrant} for theme, count in counts.items()},
    )


def together(reports: Sequence[Outline], forest: Hierarchy) -> dict[ThemeId, Counts]:
    """Return for each theme how many reports carry it and another: presence, not mentions; hierarchy left aside."""
    sets = Counter(frozenset(report.themes) for report in reports)
    pairs: dict[ThemeId, Counter[ThemeId]] = {theme: Counter() for theme in forest.order}
    for themes, count in sets.items():
        for one, other in combinations([theme for theme in themes if theme in pairs], 2):
            pairs[one][other] += count
            pairs[other][one] += count
    return {theme: highest_first(counts, forest) for theme, counts in pairs.items()}


def by_session(reports: Sequence[Outline]) -> dict[SessionId, list[Outline]]:
    """Return the reports of each session that has any, in order; those that do not name theirs are in none."""
    found: dict[SessionId, list[Outline]] = {}
    for report in reports:
        if report.session:
            found.setdefault(report.session, []).append(report)
    return found


def theme_counts(reports: Sequence[Outline], forest: Hierarchy) -> Counts:
    """Return how many of `reports` carry each theme."""
    return highest_first(Counter(theme for report in reports for theme in report.themes), forest)


def highest_first(counts: Mapping[ThemeId, int], forest: Hierarchy) -> Counts:
    """Return the counts of known themes, highest first."""
    return tuple(
        sorted(
            ((theme, PublicCount(counts[theme])) for theme in forest.order if counts.get(theme)),
            key=lambda pair: -pair[1],
        )
    )
