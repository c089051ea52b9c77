"""A finding on paper: the question, the short answer, and the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from proefpraktijk.model.paths import Slug
from proefpraktijk.model.text import SafeText
from proefpraktijk.render import addresses
from proefpraktijk.render.bodies.body_writer import render_body
from proefpraktijk.render.bodies.rendered_body import FilledBody
from proefpraktijk.render.pages.findings import Badge, badges_of
from proefpraktijk.render.views import Quotation, View

from .selection import passages_to_print
from .sheet import Handout, HandoutBuilder, Heading

_QUOTES = 4


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class FindingSheet(View):
    """All that the handout of a finding shows."""

    claim: SafeText
    badges: tuple[Badge, ...]
    body: FilledBody
    quotes: tuple[Quotation, ...]
    method: SafeText | None


def finding_handout(builder: HandoutBuilder, slug: Slug) -> Handout:
    """Return the handout of a finding."""
    node, url = builder.kb.findings[slug], addresses.finding(slug)
    finding = node.finding
    sheet = FindingSheet(
        claim=finding.claim,
        badges=tuple(badges_of(builder.planner, node)),
        body=builder.parts.fill(render_body(finding.body, node.mentions, deeper=1), url),
        quotes=tuple(map(builder.parts.quotation, passages_to_print(node.quotes, _QUOTES))),
        method=finding.method,
    )
    heading = Heading(
        builder.words.t("Finding: a handout for a team meeting"),
        finding.question,
        f"{builder.words.t('finding')}-{slug}",
    )
    return builder.handout("finding", url, heading, sheet)
