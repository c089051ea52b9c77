"""The reports of each theme and of each session. Counting them is done in `report_counts`."""

from __future__ import annotations

from collections.abc import Sequence

from proefpraktijk.model.knowledge import Outline
from proefpraktijk.model.paths import Slug, ThemeId
from proefpraktijk.model.spiral import SessionId

from .hierarchy import Hierarchy


def by_theme(reports: Sequence[Outline], forest: Hierarchy) -> dict[ThemeId, tuple[Slug, ...]]:
    """Return the reports that carry each theme or one narrower than it, in order."""
    lists: dict[ThemeId, list[Slug]] = {theme: [] for theme in forest.order}
    upwards = {theme: (theme, *forest.ancestors[theme]) for theme in forest.order}
    for report in reports:
        for theme in {above for own in report.themes if own in upwards for above in upwards[own]}:
            lists[theme].append(report.slug)
    return {theme: tuple(slugs) for theme, slugs in lists.items()}


def by_session(reports: Sequence[Outline]) -> dict[SessionId, list[Outline]]:
    """Return the reports of each session that has any, in order; a report published without its session is in none."""
    found: dict[SessionId, list[Outline]] = {}
    for report in reports:
        if report.session:
            found.setdefault(report.session, []).append(report)
    return found
