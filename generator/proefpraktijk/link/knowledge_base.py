"""All outlines and shared documents linked into one knowledge base: a list of passes, each of them a function.

Every pass is linear in the number of reports, and none depends on the order in which its input came.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.knowledge import (
    BacklinkKind,
    FindingNode,
    KnowledgeBase,
    Outline,
    PageNode,
    Quote,
    SessionNode,
    ThemeNode,
)
from proefpraktijk.model.paths import ContentPath, Slug, ThemeId
from proefpraktijk.model.problem import Problem
from proefpraktijk.model.safe import SafeCorpus, SafeFinding, SafeSession
from proefpraktijk.model.spiral import Quadrant, SessionId, YearGroup

from .address_collisions import ambiguous_words, moved, without_collisions
from .backlinks import Backlinks, mentions_by, report_sources, shared_sources
from .evidence import evidence, quotes, strongest
from .grouping import by_session, by_theme
from .hierarchy import hierarchy
from .neighbours import in_order, neighbours
from .outline import outline
from .related import related
from .suppression import Tally, published_count
from .theme_vocabulary import Vocabulary


def build_knowledge_base(
    corpus: SafeCorpus, outlines: Sequence[Outline], vocabulary: Vocabulary
) -> tuple[KnowledgeBase, list[Problem]]:
    """Return the knowledge base, and the problems of linking, sorted by place.

    `outlines` are the reports to publish; the outlines of interviews are made here. A reference to a document that is not
    published (held, withdrawn, refused) is left out.
    """
    problems = ambiguous_words(vocabulary)
    corpus, reports = _addressable(corpus, outlines, problems)
    reports.sort(key=_newest_first)
    interviews = tuple(outline(interview, vocabulary, interview=True) for interview in corpus.interviews)
    forest = hierarchy(corpus.themes)

    sources = shared_sources(corpus, vocabulary)
    mentions_of = mentions_by(sources)
    public = _public(corpus, reports)
    backlinks = Backlinks((*sources, *report_sources(reports)), public)

    of_theme = by_theme(reports, forest)
    of_session = by_session(reports)
    quoted = quotes(reports, interviews)
    quotes_of = strongest(quoted, forest)
    evidence_of = {finding.slug: evidence(finding, quoted, forest, problems) for finding in corpus.findings}

    themes = {theme.id: theme for theme in corpus.themes}
    year_groups = _by_year_group(corpus, reports)
    steps = _steps([session.id for session in corpus.sessions])
    knowledge = KnowledgeBase(
        community=corpus.community,
        reports={report.slug: report for report in reports},
        interviews=interviews,
        themes={
            theme: ThemeNode(
                theme=themes[theme],
                ancestors=forest.ancestors[theme],
                narrower=forest.narrower[theme],
                reports=of_theme[theme],
                quotes=quotes_of[theme],
                findings=tuple(finding.slug for finding in corpus.findings if theme in finding.themes),
                sessions=tuple(session.id for session in corpus.sessions if theme in session.themes),
                backlinks=backlinks.of(BacklinkKind.THEME, theme),
                mentions=mentions_of(BacklinkKind.THEME, theme),
            )
            for theme in forest.order
        },
        findings={
            finding.slug: FindingNode(
                finding=finding,
                quotes=evidence_of[finding.slug],
                reports=of_visible({quote.key for quote in evidence_of[finding.slug] if quote.report is not None}),
                interviews=_interviews(evidence_of[finding.slug], interviews, corpus.community.k),
                mentions=mentions_of(BacklinkKind.FINDING, finding.slug),
                backlinks=backlinks.of(BacklinkKind.FINDING, finding.slug),
            )
            for finding in corpus.findings
        },
        sessions={
            session.id: SessionNode(
                session=session,
                previous=steps[session.id][0],
                next=steps[session.id][1],
                reports=tuple(report.slug for report in of_session.get(session.id, ())),
                mentions=mentions_of(BacklinkKind.SESSION, str(session.id)),
                backlinks=backlinks.of(BacklinkKind.SESSION, str(session.id)),
            )
            for session in corpus.sessions
        },
        pages={page.slug: PageNode(page, mentions_of(BacklinkKind.PAGE, page.slug)) for page in corpus.pages},
        related=related(reports),
        neighbours=neighbours(reports),
        backlinks={report.slug: backlinks.of_report(report) for report in reports},
        public=public,
        by_year_group=year_groups,
        by_band={
            band.id: tuple(report.slug for report in reports if report.within(band)) for band in corpus.community.bands
        },
        moved=(
            *moved(BacklinkKind.REPORT, reports, lambda report: report.slug, problems),
            *moved(BacklinkKind.THEME, corpus.themes, lambda theme: theme.id, problems),
            *moved(BacklinkKind.FINDING, corpus.findings, lambda finding: finding.slug, problems),
            *moved(BacklinkKind.PAGE, corpus.pages, lambda page: page.slug, problems),
        ),
        by_quadrant={
            quadrant: tuple(report.slug for report in reports if report.quadrant is quadrant) for quadrant in Quadrant
        },
    )
    return knowledge, sorted(problems, key=lambda problem: (problem.place, problem.rule))


def _addressable(
    corpus: SafeCorpus, outlines: Sequence[Outline], problems: list[Problem]
) -> tuple[SafeCorpus, list[Outline]]:
    """Return the documents that have an address of their own, the shared ones in the order in which pages list them."""
    reports = without_collisions(outlines, lambda report: report.slug, problems)
    sessions = without_collisions(corpus.sessions, lambda session: str(session.id), problems)
    themes = without_collisions(corpus.themes, lambda theme: theme.id, problems)
    findings = without_collisions(corpus.findings, lambda finding: finding.slug, problems)
    pages = without_collisions(corpus.pages, lambda page: page.slug, problems)
    known = frozenset(theme.id for theme in themes)
    shared = replace(
        corpus,
        sessions=tuple(
            _session_of_known(session, known) for session in sorted(sessions, key=lambda s: s.id, reverse=True)
        ),
        themes=tuple(sorted(themes, key=lambda theme: theme.id)),
        findings=tuple(_finding_of_known(finding, known) for finding in findings),
        pages=tuple(pages),
        interviews=tuple(sorted(corpus.interviews, key=lambda interview: interview.key)),
    )
    return shared, reports


def _public(corpus: SafeCorpus, reports: Sequence[Outline]) -> dict[ContentPath, str]:
    """Return the public key of every document that has a page."""
    return {
        **{report.key: report.slug for report in reports},
        **{session.key: str(session.id) for session in corpus.sessions},
        **{theme.key: theme.id for theme in corpus.themes},
        **{finding.key: finding.slug for finding in corpus.findings},
        **{page.key: page.slug for page in corpus.pages},
    }


def _session_of_known(session: SafeSession, known: frozenset[ThemeId]) -> SafeSession:
    return replace(session, themes=tuple(theme for theme in session.themes if theme in known))


def _finding_of_known(finding: SafeFinding, known: frozenset[ThemeId]) -> SafeFinding:
    return replace(finding, themes=tuple(theme for theme in finding.themes if theme in known))


def _newest_first(report: Outline) -> tuple[int, int, tuple[YearGroup, ...], str, Slug]:
    year, number = in_order(report)
    return -year, -number, report.year_groups, report.title.casefold(), report.slug


def _interviews(quotes: Sequence[Quote], interviews: Sequence[Outline], k: int) -> PublicCount | None:
    """Return how many interviews these quotes come from; None when fewer than `k` interviews, or people in them."""
    quoted = {quote.key for quote in quotes}
    voices = [interview.voices for interview in interviews if interview.key in quoted]
    return published_count(Tally(len(voices), len(frozenset[int]().union(*voices))), k)


def _steps(newest_first: Sequence[SessionId]) -> Mapping[SessionId, tuple[SessionId | None, SessionId | None]]:
    """Return the session before and the one after each."""
    row = [None, *reversed(newest_first), None]
    return {session: (row[n], row[n + 2]) for n, session in enumerate(reversed(newest_first))}


def _by_year_group(corpus: SafeCorpus, reports: Sequence[Outline]) -> dict[YearGroup, tuple[Slug, ...]]:
    """Return the reports of each year group that is in a band or that a report publishes."""
    found: dict[YearGroup, list[Slug]] = {
        group: [] for band in corpus.community.bands for group in range(band.first, band.last + 1)
    }
    for report in reports:
        for group in report.year_groups:
            found.setdefault(group, []).append(report.slug)
    return {group: tuple(found[group]) for group in sorted(found)}
