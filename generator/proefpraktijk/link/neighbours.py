"""What comes before and after a report: in its subgroup, and in its session."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import pairwise

from proefpraktijk.model.knowledge import Neighbours, Outline
from proefpraktijk.model.paths import Slug

_Steps = dict[Slug, Slug]


def neighbours(reports: Sequence[Outline]) -> dict[Slug, Neighbours]:
    """Return each report's neighbours.

    A subgroup is a set of year groups; its reports stand in the order of their sessions, dates and titles. Those of a
    session stand in the order of their year groups and titles.
    """
    in_time = sorted(reports, key=lambda r: (r.session.year.start, r.session.number, str(r.date or ""), *_by_name(r)))
    in_class = sorted(reports, key=lambda r: (r.year_groups, *_by_name(r)))
    before_in_group, after_in_group = _steps(in_time, lambda r: frozenset(r.year_groups))
    before_in_session, after_in_session = _steps(in_class, lambda r: (r.session.year.start, r.session.number))
    return {
        report.slug: Neighbours(
            before_in_group.get(report.slug),
            after_in_group.get(report.slug),
            before_in_session.get(report.slug),
            after_in_session.get(report.slug),
        )
        for report in reports
    }


def _by_name(report: Outline) -> tuple[str, str]:
    return report.title.casefold(), report.slug


def _steps(ordered: Iterable[Outline], row: Callable[[Outline], Hashable]) -> tuple[_Steps, _Steps]:
    """Return the steps back and forth within each row of reports."""
    rows: dict[Hashable, list[Slug]] = {}
    for report in ordered:
        rows.setdefault(row(report), []).append(report.slug)
    forth = dict(step for slugs in rows.values() for step in pairwise(slugs))
    return {after: before for before, after in forth.items()}, forth
