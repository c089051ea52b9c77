"""What two reports must not share: a slug, or a title that differs only in capitals or accents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from proefpraktijk.dutch.folding import phrase_key
from proefpraktijk.model.corpus import Report
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place, Problem

from .problems import Problems
from .rules import RULES


@dataclass(frozen=True, slots=True)
class ReportIdentity:
    """What comparing reports needs of one of them. Secret: it holds the title."""

    path: ContentPath
    title: str = field(repr=False)
    title_at: Place
    slug: str | None = field(repr=False)
    slug_at: Place


def report_identity(report: Report) -> ReportIdentity:
    """Return what is compared, so that the report itself need not be kept."""
    problems = Problems(report.path, report.source.text)
    slug = report.matter.slug
    title_at = problems.place(report.offsets.get("title", 0))
    slug_at = problems.place(report.offsets.get("slug", 0))
    return ReportIdentity(
        report.path, phrase_key(report.matter.title.value), title_at, slug.value if slug else None, slug_at
    )


def clashes(heads: Iterable[ReportIdentity]) -> list[Problem]:
    """Return a problem for every report that takes a slug (error) or a title (warning) another has before it."""
    found = []
    titles: dict[str, ContentPath] = {}
    slugs: dict[str, ContentPath] = {}
    for one in sorted(heads, key=lambda head: head.path):
        if titles.setdefault(one.title, one.path) != one.path:
            message = Message("Another report has the same title, but for capitals or accents.")
            hint = Message("say in the title what is different")
            found.append(Problem("PP314", one.title_at, message, hint, RULES["PP314"].severity))
        if one.slug and slugs.setdefault(one.slug, one.path) != one.path:
            message = Message("Another report has this slug.")
            found.append(Problem("PP313", one.slug_at, message, Message("choose another one")))
    return found
