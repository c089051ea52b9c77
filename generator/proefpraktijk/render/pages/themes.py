"""The codebook as a tree, and the page of each theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from proefpraktijk.link.report_counts import ThemeCounts, by_quadrant
from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.knowledge import SAFETY, ThemeNode
from proefpraktijk.model.paths import SiteUrl, ThemeId
from proefpraktijk.model.spiral import Quadrant
from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import Address, Token, at
from proefpraktijk.render.bodies.body_writer import render_body
from proefpraktijk.render.bodies.rendered_body import FilledBody
from proefpraktijk.render.pictures.heat_maps import HeatMap, band_map, quadrant_maps
from proefpraktijk.render.pictures.knowledge_spiral import Spiral, spiral_of
from proefpraktijk.render.pictures.related_themes import Nearby, nearby
from proefpraktijk.render.pictures.report_links import FEW
from proefpraktijk.render.planned_page import PER_PAGE, Planner, list_pages
from proefpraktijk.render.views import (
    Backreference,
    Card,
    Handle,
    Link,
    PageHead,
    QuoteGroup,
    ReportGroup,
    ThemeBranch,
    View,
)

from .paged_lists import add_list

_QUOTES, _HANDLES, _BACKLINKS = 2, 6, 12
"""How many of each a theme's own page shows (per quadrant, for quotes)."""

_QUADRANTS: tuple[Quadrant | None, ...] = (*Quadrant, None)
"""In the community's order; last the reports without a published quadrant."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ThemesView(View):
    """The codebook."""

    tree: tuple[ThemeBranch, ...]
    maps: tuple[HeatMap, ...]
    bands: HeatMap | None
    apart: Link | None
    """The theme that is never counted by band."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ThemeView(View):
    """All that a theme's page shows."""

    definition: SafeText
    aliases: tuple[SafeText, ...]
    use_when: SafeText | None
    not_when: SafeText | None
    scheme: SafeText | None
    spiral: Spiral
    nearby: Nearby | None
    body: FilledBody
    handles: tuple[Handle, ...]
    all_handles: Address | None
    handle_count: PublicCount
    quotes: tuple[QuoteGroup, ...]
    findings: tuple[Link, ...]
    sessions: tuple[Link, ...]
    groups: tuple[ReportGroup, ...]
    report_count: PublicCount
    backlinks: tuple[Backreference, ...]
    more_backlinks: UiText | None
    elsewhere: tuple[Link, ...]
    """Where to go from a theme that no report has."""


def plan_themes(planner: Planner) -> None:
    """Plan the codebook, every theme, and the lists of a theme's reports in one quadrant."""
    parts, words = planner.parts, planner.words
    tops = [theme_id for theme_id, node in parts.kb.themes.items() if not node.ancestors]
    tree = tuple(branch(planner, theme_id, 2) for theme_id in tops)
    head = PageHead(words.t("Themes"), Token("themas"), (), words.t("Every theme with its meaning and its reports."))
    lines = by_quadrant(parts.kb)
    bands = band_map(parts)
    apart = parts.theme_links.get(SAFETY) if bands else None
    view = ThemesView(tree, quadrant_maps(parts, lines), bands, apart)
    planner.add(addresses.THEMES, "themes", head, view)
    for theme_id, node in parts.kb.themes.items():
        _plan_theme(planner, theme_id, node, lines[theme_id])


def branch(planner: Planner, theme_id: ThemeId, defined: int = 0) -> ThemeBranch:
    """Return a theme and all below it, with counts of reports where there are; the upper `defined` levels with their definitions."""
    node = planner.parts.kb.themes[theme_id]
    link = planner.parts.theme_links[theme_id]
    children = tuple(branch(planner, child, defined - 1) for child in node.narrower if child in planner.parts.kb.themes)
    return ThemeBranch(
        Link(link.text, link.to, of_visible(node.reports) or None),
        node.theme.definition if defined > 0 else None,
        children,
    )


def _plan_theme(planner: Planner, theme_id: ThemeId, node: ThemeNode, numbers: ThemeCounts) -> None:
    parts, words = planner.parts, planner.words
    theme, url = node.theme, addresses.theme(theme_id)
    handles = handles_below(planner, theme_id)
    crumbs = (
        Link(words.t("Themes"), at(addresses.THEMES)),
        *(parts.theme_links[a] for a in node.ancestors if a in parts.theme_links),
    )
    backlinks = parts.backreferences(node.backlinks)
    unlisted = of_visible(backlinks[_BACKLINKS:])
    view = ThemeView(
        definition=theme.definition,
        aliases=theme.aliases,
        use_when=theme.use_when,
        not_when=theme.not_when,
        scheme=theme.scheme,
        spiral=spiral_of(parts, theme_id, numbers),
        nearby=nearby(parts, theme_id),
        body=parts.fill(render_body(theme.body, node.mentions), url),
        handles=varied(handles, _HANDLES),
        all_handles=at(addresses.handles_of_theme(theme_id)) if handles else None,
        handle_count=of_visible(handles),
        quotes=_quotes(planner, node),
        findings=tuple(link for f in node.findings if (link := parts.page_of("FINDING", f))),
        sessions=tuple(link for s in node.sessions if (link := parts.page_of("SESSION", str(s)))),
        groups=tuple(_by_quadrant(planner, theme_id, node, crumbs)),
        report_count=of_visible(node.reports),
        backlinks=backlinks[:_BACKLINKS],
        more_backlinks=words.n("and on {count} more page", "and on {count} more pages", unlisted) if unlisted else None,
        elsewhere=() if node.reports else _elsewhere(planner, theme_id, node),
    )
    head = PageHead(theme.label, Token("themas"), crumbs, theme.definition, Token("thema"), synonyms=theme.aliases)
    planner.add(url, "theme", head, view)


def _elsewhere(planner: Planner, theme_id: ThemeId, node: ThemeNode) -> tuple[Link, ...]:
    """Return the quadrants that this theme or a narrower one is named after, else the themes around it with reports."""
    parts, known = planner.parts, planner.parts.kb.themes
    named = {theme_id, *node.narrower}
    quadrants = tuple(
        Link(step.name, step.to, of_visible(parts.kb.by_quadrant.get(quadrant, ())) or None, step.id)
        for step, quadrant in zip(parts.steps(), Quadrant, strict=True)
        if quadrant.value in named
    )
    around = dict.fromkeys((*node.narrower, *node.ancestors, *node.theme.related))
    return quadrants or tuple(
        Link(parts.labels[other], at(addresses.theme(other)), of_visible(known[other].reports), Token("theme"))
        for other in around
        if other in known and known[other].reports
    )


def handles_below(planner: Planner, theme_id: ThemeId) -> list[Handle]:
    """Return the handles of a theme and of all narrower ones, each once: the theme's own first."""
    parts = planner.parts
    found = {id(h): h for below in parts.themes_below(theme_id) for h in parts.handles_by_theme[below]}
    return list(found.values())


def varied(handles: Sequence[Handle], count: int) -> tuple[Handle, ...]:
    """Return `count` handles, in order; of different themes and reports first, as long as there are."""
    seen: set[str] = set()
    different: list[Handle] = []
    alike: list[Handle] = []
    for handle in handles:
        marks = {str(handle.source), *(link.to for link in handle.themes)}
        (alike if marks & seen else different).append(handle)
        seen |= marks
        if len(different) == count:
            break
    return tuple((different + alike)[:count])


def _quotes(planner: Planner, node: ThemeNode) -> tuple[QuoteGroup, ...]:
    groups = []
    for quadrant in _QUADRANTS:
        chosen = [quote for quote in node.quotes if quote.quadrant is quadrant][:_QUOTES]
        if chosen:
            quotes = tuple(map(planner.parts.quotation, chosen))
            groups.append(QuoteGroup(*_quadrant_heading(planner, quadrant), quotes))
    return tuple(groups)


def _quadrant_heading(planner: Planner, quadrant: Quadrant | None) -> tuple[UiText, Token]:
    """Return the name and icon of a quadrant, or of reports without a published quadrant."""
    if quadrant is None:
        return planner.words.t("somewhere on the spiral"), Token("curl")
    return planner.parts.quadrant_names[quadrant], Token(quadrant.value)


def _by_quadrant(planner: Planner, theme_id: ThemeId, node: ThemeNode, crumbs: tuple[Link, ...]) -> list[ReportGroup]:
    """Return the theme's reports by quadrant; plan lists of their own for the long ones."""
    parts, words = planner.parts, planner.words
    of_quadrant: dict[Quadrant | None, list[Card]] = {quadrant: [] for quadrant in _QUADRANTS}
    for slug in node.reports:
        if slug in parts.cards:
            card, quadrant = parts.cards[slug], parts.kb.reports[slug].quadrant
            if theme_id in parts.kb.delicate:  # nothing is shown of the subgroup
                card = replace(card, facts=parts.quadrant_names[quadrant] if quadrant else UiText(""))
            of_quadrant[quadrant].append(card)
    groups = []
    for quadrant, cards in of_quadrant.items():
        if not cards:
            continue
        name, icon = _quadrant_heading(planner, quadrant)
        if len(cards) <= FEW:
            groups.append(ReportGroup(name, icon, tuple(cards)))
            continue
        base: SiteUrl = addresses.theme_in(theme_id, quadrant)
        more = words.n("All {count} reports", "All {count} reports", of_visible(cards))
        groups.append(ReportGroup(name, icon, tuple(cards[:FEW]), at(base), more))
        above = (*crumbs, parts.theme_links[theme_id])
        head = PageHead(node.theme.label, Token("themas"), above, None, Token("lijst"))
        for url, part, pager in list_pages(cards, base, PER_PAGE):
            add_list(planner, url, head, part, pager, kicker=name)
    return groups
