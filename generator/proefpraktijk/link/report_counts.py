"""How many published reports carry a theme, by their published coordinates: the numbers behind the pictures.

Every number here counts reports that each have a page of their own, with their themes and their published year group,
session and quadrant (`of_visible`). What is not published was generalised before (`protect.k_anonymity`), so it is no
input of any of these tables. A reader with all pages can therefore make each table himself, and no difference between
two of them (two columns, a row and its total, the tables of last month) can disclose more than the pages did: a report
published without its band is counted in the last column, as its page shows.

What is said on safety is not counted by subgroup (year group, band, session), though readers could: we do not draw that
picture. Its themes have no line there, and a report that carries a wider theme only by way of safety does not count in
the line of that wider theme, so taking the other lines off it does not give the number back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import Slug, ThemeId
from proefpraktijk.model.spiral import Quadrant

Themes = tuple[tuple[ThemeId, PublicCount], ...]
"""Themes with a number of reports, highest first; equal numbers in the order of the hierarchy."""


class ThemeCounts(NamedTuple):
    """The reports of one theme: how many in each column, how many in none because theirs is not published, and how many in all.

    A combination class is counted in the columns of both its bands, so the columns of bands may add up to more than `total`.
    """

    cells: tuple[PublicCount, ...]
    unstated: PublicCount
    total: PublicCount


def theme_counts(carriers: Collection[Slug], columns: Sequence[Collection[Slug]]) -> ThemeCounts:
    """Return how many of `carriers` are in each of the columns, and in none."""
    found = frozenset(carriers)
    cells = tuple(of_visible(found.intersection(column)) for column in columns)
    return ThemeCounts(cells, of_visible(found.difference(*columns)), of_visible(found))


def by_quadrant(kb: KnowledgeBase) -> Mapping[ThemeId, ThemeCounts]:
    """Return the counts of each theme, its narrower ones included, with a column for each quadrant in their order."""
    columns = [frozenset(kb.by_quadrant.get(quadrant, ())) for quadrant in Quadrant]
    return {theme: theme_counts(node.reports, columns) for theme, node in kb.themes.items()}


def by_band(kb: KnowledgeBase) -> Mapping[ThemeId, ThemeCounts]:
    """Return the counts of each theme that is not on safety, with a column for each band of the community."""
    columns = [frozenset(kb.by_band.get(band.id, ())) for band in kb.community.bands]
    delicate = kb.delicate
    carriers: dict[ThemeId, set[Slug]] = {theme: set() for theme in kb.themes if theme not in delicate}
    for slug, report in kb.reports.items():
        for theme in carriers.keys() & set(report.themes):
            for above in (theme, *kb.themes[theme].ancestors):
                carriers[above].add(slug)
    return {theme: theme_counts(found, columns) for theme, found in carriers.items()}


def most_present(kb: KnowledgeBase, slugs: Iterable[Slug], *, subgroup: bool) -> Themes:
    """Return the themes of these reports that have no narrower ones; with `subgroup` those on safety are left out."""
    counts = Counter(theme for slug in slugs for theme in kb.reports[slug].themes)
    wide = {theme for theme, node in kb.themes.items() if node.narrower}
    return _highest_first(kb, counts, wide | kb.delicate if subgroup else wide)


def companions(kb: KnowledgeBase, theme: ThemeId) -> Themes:
    """Return the themes that reports on `theme`, or on a narrower one, also carry; its own branch of the tree left out."""
    narrower = {other for other, node in kb.themes.items() if theme in node.ancestors}
    own = {theme, *narrower, *kb.themes[theme].ancestors}
    counts = Counter(other for slug in kb.themes[theme].reports for other in kb.reports[slug].themes)
    return _highest_first(kb, counts, own)


def _highest_first(kb: KnowledgeBase, counts: Mapping[ThemeId, int], but: Collection[ThemeId]) -> Themes:
    """Return the counts of known themes but those in `but`; each counts reports that carry the theme itself."""
    known = ((theme, PublicCount(counts[theme])) for theme in kb.themes if counts.get(theme) and theme not in but)
    return tuple(sorted(known, key=lambda pair: -pair[1]))
