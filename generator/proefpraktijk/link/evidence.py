"""The coded passages that pages of themes and findings quote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from proefpraktijk.model.knowledge import Outline, Quote
from proefpraktijk.model.paths import ContentPath, ThemeId
from proefpraktijk.model.problem import Message, Place, Problem, Severity
from proefpraktijk.model.safe import Evidence, SafeFinding

from .hierarchy import Hierarchy

Quotes = dict[ContentPath, tuple[Quote, ...]]
"""Each report's and interview's passages, in reading order; the documents in their order."""


def quotes(reports: Sequence[Outline], interviews: Sequence[Outline]) -> Quotes:
    """Return every coded passage with the document it comes from."""
    return {
        outline.key: tuple(
            Quote(
                passage,
                None if outline.interview else outline.slug,
                outline.key,
                outline.bands,
                outline.quadrant,
            )
            for passage in outline.passages
        )
        for outline in (*reports, *interviews)
    }


def strongest(quoted: Quotes, forest: Hierarchy) -> dict[ThemeId, tuple[Quote, ...]]:
    """Return the quotes of each theme, its own first, then those of the themes below it, each set strongest first.

    A quote is stronger when its effect is known, then when it has one to three sentences, then when it is newer (reports
    come newest first).
    """
    ranks: dict[ThemeId, tuple[list[Quote], ...]] = {theme: ([], [], [], []) for theme in forest.order}
    for of_document in quoted.values():
        for quote in of_document:
            passage = quote.passage
            rank = 2 * (passage.effect is None) + (not 1 <= passage.sentences <= 3)  # noqa: PLR2004
            for theme in passage.themes:
                if theme in ranks:
                    ranks[theme][rank].append(quote)
    own = {theme: [quote for rank in of_theme for quote in rank] for theme, of_theme in ranks.items()}
    return {theme: _with_narrower(theme, own, forest) for theme in forest.order}


def _with_narrower(theme: ThemeId, own: Mapping[ThemeId, list[Quote]], forest: Hierarchy) -> tuple[Quote, ...]:
    below = [quote for narrower in forest.below(theme) for quote in own[narrower]]
    if not below:
        return tuple(own[theme])
    return tuple({id(quote): quote for quote in (*own[theme], *below)}.values())


def evidence(finding: SafeFinding, quoted: Quotes, forest: Hierarchy, problems: list[Problem]) -> tuple[Quote, ...]:
    """Return the passages that are the evidence of `finding`, in the order of its front matter, each once.

    Evidence that is not published, or holds no such passage, adds a warning to `problems` that does not say which (PP603).
    """
    found: dict[tuple[ContentPath, str], Quote] = {}
    for one in finding.evidence:
        chosen = _chosen(one, finding, quoted.get(one.key, ()), forest)
        if not chosen:
            problems.append(_missing(finding))
        found.update(((quote.key, quote.passage.anchor), quote) for quote in chosen)
    return tuple(found.values())


def _chosen(one: Evidence, finding: SafeFinding, quoted: Sequence[Quote], forest: Hierarchy) -> list[Quote]:
    """Return the passages of one piece of evidence.

    With a theme: those coded with it, else with one below it. Without: those coded with a theme of the finding or
    below it, else all of the document.
    """
    if one.theme is not None:
        exact = [quote for quote in quoted if one.theme in quote.passage.themes]
        return exact or _coded(quoted, forest.below(one.theme))
    wanted = [theme for named in finding.themes for theme in (named, *forest.below(named))]
    return _coded(quoted, wanted) or list(quoted)


def _coded(quoted: Sequence[Quote], themes: Iterable[ThemeId]) -> list[Quote]:
    wanted = frozenset(themes)
    return [quote for quote in quoted if not wanted.isdisjoint(quote.passage.themes)]


def _missing(finding: SafeFinding) -> Problem:
    return Problem(
        "PP603",
        Place(finding.key),
        Message("A part of this finding's evidence is not published, so the finding stands without it"),
        Message("Check that each report is member-checked and not held, and holds a passage coded with that theme"),
        Severity.WARNING,
    )
