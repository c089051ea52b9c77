"""Findings: a question, the short answer, and the passages it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from proefpraktijk.model.knowledge import FindingNode
from proefpraktijk.model.paths import Slug
from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import Address, Token, at
from proefpraktijk.render.bodies.body_writer import render_body
from proefpraktijk.render.bodies.rendered_body import FilledBody
from proefpraktijk.render.planned_page import Planner
from proefpraktijk.render.views import Backreference, Link, PageHead, Quotation, View


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Badge(View):
    """A property of a finding, in words and with an icon."""

    icon: Token
    text: UiText


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class FindingCard(View):
    """A finding in the list."""

    question: SafeText
    to: Address
    claim: SafeText
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class FindingsView(View):
    """All findings."""

    findings: tuple[FindingCard, ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class FindingView(View):
    """All that a finding's page shows."""

    claim: SafeText
    badges: tuple[Badge, ...]
    body: FilledBody
    quotes: tuple[Quotation, ...]
    themes: tuple[Link, ...]
    method: SafeText | None
    more: tuple[Link, ...]
    """Where all handles of its themes stand."""
    backlinks: tuple[Backreference, ...]


def plan_findings(planner: Planner) -> None:
    """Plan the list of findings and each finding."""
    words = planner.words
    cards = []
    for slug, node in planner.parts.kb.findings.items():
        badges = tuple(badges_of(planner, node))
        cards.append(FindingCard(node.finding.question, at(addresses.finding(slug)), node.finding.claim, badges))
        _plan_finding(planner, slug, node, badges)
    head = PageHead(
        words.t("Findings"),
        Token("bevindingen"),
        (),
        words.t("What we learned about learning together, and from whom."),
    )
    planner.add(addresses.FINDINGS, "findings", head, FindingsView(tuple(cards)))


def _plan_finding(planner: Planner, slug: Slug, node: FindingNode, badges: tuple[Badge, ...]) -> None:
    parts, url = planner.parts, addresses.finding(slug)
    finding = node.finding
    view = FindingView(
        claim=finding.claim,
        badges=badges,
        body=parts.fill(render_body(finding.body, node.mentions, deeper=1), url),
        quotes=tuple(map(parts.quotation, node.quotes)),
        themes=tuple(parts.theme_links[t] for t in finding.themes if t in parts.theme_links),
        method=finding.method,
        more=tuple(parts.ways_to_handles[theme] for theme in finding.themes if theme in parts.ways_to_handles),
        backlinks=parts.backreferences(node.backlinks),
    )
    crumbs = (Link(planner.words.t("Findings"), at(addresses.FINDINGS)),)
    head = PageHead(finding.question, Token("bevindingen"), crumbs, finding.claim, Token("bevinding"))
    planner.add(url, "finding", head, view)


def badges_of(planner: Planner, node: FindingNode) -> list[Badge]:
    """Return effect, source and breadth, status, and member check: no sizes of an effect, which nobody measured.

    Of too few people only that there were interviews is shown, not how many.
    """
    words = planner.words
    badges = []
    if node.finding.effect:
        badges.append(Badge(Token(node.finding.effect.value), planner.parts.effect_names[node.finding.effect]))
    if node.reports:
        badges.append(Badge(Token("report"), words.n("{count} report", "{count} reports", node.reports)))
    if node.interviews:
        badges.append(Badge(Token("interview"), words.n("{count} interview", "{count} interviews", node.interviews)))
    elif any(quote.report is None for quote in node.quotes):
        badges.append(Badge(Token("interview"), words.t("interviews")))
    status = words.t("seen more often") if node.reports > 1 else words.t("a first sign")
    badges.append(Badge(Token("status"), status))
    if node.quotes:
        badges.append(Badge(Token("checked"), words.t("read and agreed by the people involved")))
    return badges
