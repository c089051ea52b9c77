"""All outlines and shared documents woven into one knowledge base: a list of passes, each of them a function.

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
from .suppression import Tally, shown
from .theme_vocabulary import Vocabulary


def weave(
    corpus: SafeCorpus, outlines: Sequence[Outline], vocabulary: Vocabulary
) -> tuple[KnowledgeBase, list[Problem]]:
    """Return the knowledge base, and what its writers should know of.

    `outlines` are the reports that are to be seen; the interviews are read here. What refers to something that is not
    there (held, withdrawn, refused) drops out.
    """
    problems = ambiguous_words(vocabulary)
    corpus, reports = _addressable(corpus, outlines, problems)
    reports.sort(key=_newest_first)
    interviews = tuple(outline(interview, vocabulary, interview=True) for interview in corpus.interviews)
    forest = hierarchy(corpus.themes)

    sources = shared_sources(corpus, vocabulary)
    named_by = mentions_by(sources)
    public = _public(corpus, reports)
    backlinks = Backlinks((*sources, *report_sources(reports)), public)

    gathered = by_theme(reports, forest)
    of_session = by_session(reports)
    lent = quotes(reports, interviews)
    strong = strongest(lent, forest)
    resting_on = {finding.slug: evidence(finding, lent, forest, problems) for finding in corpus.findings}

    themes = {theme.id: theme for theme in corpus.themes}
    year_groups = _by_year_group(corpus, reports)
    steps = _steps([session.id for session in corpus.sessions])
    woven = KnowledgeBase(
        community=corpus.community,
        reports={report.slug: report for report in reports},
        interviews=interviews,
        themes={
            theme: ThemeNode(
                theme=themes[theme],
                ancestors=forest.ancestors[theme],
                narrower=forest.narrower[theme],
                reports=gathered[theme],
                quotes=strong[theme],
                findings=tuple(finding.slug for finding in corpus.findings if theme in finding.themes),
                sessions=tuple(session.id for session in corpus.sessions if theme in session.themes),
                backlinks=backlinks.of(BacklinkKind.THEME, theme),
                mentions=named_by(BacklinkKind.THEME, theme),
            )
            for theme in forest.order
        },
        findings={
            finding.slug: FindingNode(
                finding=finding,
                quotes=resting_on[finding.slug],
                reports=of_visible({quote.key for quote in resting_on[finding.slug] if quote.report is not None}),
                interviews=_interviews(resting_on[finding.slug], interviews, corpus.community.k),
                mentions=named_by(BacklinkKind.FINDING, finding.slug),
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
                mentions=named_by(BacklinkKind.SESSION, str(session.id)),
                backlinks=backlinks.of(BacklinkKind.SESSION, str(session.id)),
            )
            for session in corpus.sessions
        },
        pages={page.slug: PageNode(page, named_by(BacklinkKind.PAGE, page.slug)) for page in corpus.pages},
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
    return woven, sorted(problems, key=lambda problem: (problem.place, problem.rule))


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
    """Return how many interviews lend these quotes, unless too few people spoke in them."""
    lending = {quote.key for quote in quotes}
    voices = [interview.voices for interview in interviews if interview.key in lending]
    return shown(Tally(len(voices), len(frozenset[int]().union(*voices))), k)


def _steps(newest_first: Sequence[SessionId]) -> Mapping[SessionId, tuple[SessionId | None, SessionId | None]]:
    """Return the session before and the one after each."""
    row = [None, *reversed(newest_first), None]
    return {session: (row[n], row[n + 2]) for n, session in enumerate(reversed(newest_first))}


def _by_year_group(corpus: SafeCorpus, reports: Sequence[Outline]) -> dict[YearGroup, tuple[Slug, ...]]:
    """Return the reports of each year group that the bands know or a report has."""
    found: dict[YearGroup, list[Slug]] = {
        group: [] for band in corpus.community.bands for group in range(band.first, band.last + 1)
    }
    for report in reports:
        for group in report.year_groups:
            found.setdefault(group, []).append(report.slug)
    return {group: tuple(found[group]) for group in sorted(found)}
