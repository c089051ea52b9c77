"""Third stage: everything that may be seen is linked into one knowledge base."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from proefpraktijk.link import build_knowledge_base, with_unique_address
from proefpraktijk.model.knowledge import KnowledgeBase, Outline
from proefpraktijk.model.paths import ContentPath, Slug
from proefpraktijk.model.problem import Problem
from proefpraktijk.model.safe import Publication
from proefpraktijk.protect import (
    Provenance,
    PublishedCoordinates,
    Shortfall,
    earlier_slugs_kept,
    warn_of_session_links,
    warn_of_stated_coordinates,
)
from proefpraktijk.read import clashes
from proefpraktijk.render import RenderedBody
from proefpraktijk.runtime.stopwatch import Stopwatch

from .protect_stage import ProtectedContent, documents_with_errors
from .read_stage import ReadContent


@dataclass(frozen=True, slots=True)
class Generalisations:
    """The coordinates published of each report and interview, and what the community is too small for."""

    reports: Mapping[ContentPath, PublishedCoordinates]
    interviews: Mapping[ContentPath, PublishedCoordinates]
    shortfalls: tuple[Shortfall, ...]


@dataclass(frozen=True, slots=True)
class LinkedContent:
    """The knowledge base, the rendered body of each report in it, and the outcome of every report there is.

    `problems` are those found in this stage.
    """

    knowledge: KnowledgeBase
    bodies: Mapping[Slug, RenderedBody]
    publications: Mapping[ContentPath, Publication]
    generalisations: Generalisations
    problems: tuple[Problem, ...]


def link_content(read: ReadContent, protected: ProtectedContent, watch: Stopwatch, *, drafts: bool) -> LinkedContent:
    """Link everything that is published; with `drafts` also the reports that are not member-checked yet."""
    with watch.stage("weave"):
        wanted = {Publication.PUBLISHED, Publication.DRAFT} if drafts else {Publication.PUBLISHED}
        visible = {
            path: result.visible
            for path, result in protected.reports.items()
            if result.visible and result.publication in wanted
        }
        duplicates = clashes(report.head for report in visible.values())
        refused = documents_with_errors(duplicates)
        outlines, colliding = with_unique_address([r.outline for path, r in visible.items() if path not in refused])
        provenances = {seen.key: visible[seen.key].provenance for seen in outlines}
        generalised = protected.airlock.small.generalise(provenances)
        knowledge, problems = build_knowledge_base(
            protected.shared.safe,
            [_published(seen, provenances[seen.key], generalised[seen.key]) for seen in outlines],
            protected.vocabulary,
        )
    disclosed = (
        *warn_of_stated_coordinates(provenances, generalised),
        *warn_of_session_links(read.corpus.sessions, generalised),
    )
    refused |= documents_with_errors([*colliding, *problems])
    return LinkedContent(
        knowledge=knowledge,
        bodies={seen.slug: visible[seen.key].body for seen in outlines},
        publications={
            path: Publication.REFUSED if path in refused else result.publication
            for path, result in protected.reports.items()
        },
        generalisations=Generalisations(generalised, protected.shared.generalised, protected.airlock.small.shortfalls),
        problems=(*duplicates, *colliding, *problems, *disclosed),
    )


def _published(seen: Outline, provenance: Provenance, generalised: PublishedCoordinates) -> Outline:
    """Return the outline with the coordinates that may be published, and without earlier slugs that disclose more."""
    return seen.at(generalised.coordinates)._replace(earlier=earlier_slugs_kept(seen.earlier, provenance, generalised))
