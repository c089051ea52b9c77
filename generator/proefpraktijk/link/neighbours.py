"""The previous and the next report: of the same subgroup, and of the same session."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import pairwise

from proefpraktijk.model.knowledge import Neighbours, Outline
from proefpraktijk.model.paths import Slug

_Steps = dict[Slug, Slug]


def neighbours(reports: Sequence[Outline]) -> dict[Slug, Neighbours]:
    """Return each report's neighbours.

    A subgroup is a set of year groups; its reports are in the order of their sessions, dates and titles. Those of a
    session are in the order of their year groups and titles. Reports published without these have no such neighbours.
    """
    in_time = sorted(
        (r for r in reports if r.year_groups), key=lambda r: (in_order(r), str(r.date or ""), *_by_name(r))
    )
    in_class = sorted((r for r in reports if r.session), key=lambda r: (r.year_groups, *_by_name(r)))
    before_in_group, after_in_group = _steps(in_time, lambda r: frozenset(r.year_groups))
    before_in_session, after_in_session = _steps(in_class, lambda r: r.session)
    return {
        report.slug: Neighbours(
            before_in_group.get(report.slug),
            after_in_group.get(report.slug),
            before_in_session.get(report.slug),
            after_in_session.get(report.slug),
        )
        for report in reports
    }


def in_order(report: Outline) -> tuple[int, int]:
    """Return a key that sorts reports by time, as far as published: those without a session before those of its year."""
    return report.year.start if report.year else 0, report.session.number if report.session else 0


def _by_name(report: Outline) -> tuple[str, str]:
    return report.title.casefold(), report.slug


def _steps(ordered: Iterable[Outline], row: Callable[[Outline], Hashable]) -> tuple[_Steps, _Steps]:
    """Return the previous and the next report of each, within the reports of the same `row`."""
    rows: dict[Hashable, list[Slug]] = {}
    for report in ordered:
        rows.setdefault(row(report), []).append(report.slug)
    forth = dict(step for slugs in rows.values() for step in pairwise(slugs))
    return {after: before for before, after in forth.items()}, forth
