"""Quadrants, year groups, bands, and all reports: lists of reports by one property."""

from __future__ import annotations

from dataclasses import dataclass

from proefpraktijk.link.report_counts import most_present
from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.knowledge import SAFETY
from proefpraktijk.model.paths import SiteUrl, Slug
from proefpraktijk.model.spiral import Band, Quadrant, YearGroup
from proefpraktijk.model.text import UiText
from proefpraktijk.render import addresses
from proefpraktijk.render import coordinate_names as names
from proefpraktijk.render.addresses import Address, Token, at
from proefpraktijk.render.pictures.heat_maps import HeatMap, band_map
from proefpraktijk.render.pictures.knowledge_spiral import Spiral, spiral
from proefpraktijk.render.pictures.report_links import among
from proefpraktijk.render.planned_page import PER_PAGE, Planner, list_pages
from proefpraktijk.render.views import Card, Handle, Link, PageHead, Pager, SpiralStep, View

from .paged_lists import LONGEST, add_list
from .sessions import one_each

_HANDLES, _ABOUT = 6, 8


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class QuadrantsView(View):
    """The knowledge spiral, explained."""

    spiral: Spiral


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class QuadrantView(View):
    """A quadrant: what happens there, and the reports from it."""

    steps: tuple[SpiralStep, ...]
    meaning: UiText
    next: Link
    about: tuple[Link, ...]
    onward: Address
    handles: tuple[Handle, ...]
    cards: tuple[Card, ...]
    count: PublicCount
    pager: Pager


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class BandLinks(View):
    """A band and its year groups."""

    band: Link
    groups: tuple[Link, ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class YearGroupsView(View):
    """Bands and year groups. `apart`: the theme that is never counted by band."""

    bands: tuple[BandLinks, ...]
    map: HeatMap | None
    apart: Link | None


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class GroupView(View):
    """A year group or band and its reports. `near` leads to the band or the year groups, `onward` to Discover."""

    near: tuple[Link, ...]
    about: tuple[Link, ...]
    apart: Link | None
    onward: Address
    handles: tuple[Handle, ...]
    all_handles: Link | None
    cards: tuple[Card, ...]
    count: PublicCount
    pager: Pager


def plan_facets(planner: Planner) -> None:
    """Plan the pages by quadrant, by year group, by band, and the list of all reports."""
    _plan_all(planner)
    _plan_quadrants(planner)
    _plan_groups(planner)


def _plan_all(planner: Planner) -> None:
    words = planner.words
    cards = list(planner.parts.cards.values())
    head = PageHead(words.t("All reports"), Token("ontdek"), (), None, Token("lijst"))
    intro = words.n(
        "{count} report, newest session first.", "{count} reports, newest session first.", of_visible(cards)
    )
    for url, part, pager in list_pages(cards, addresses.REPORTS, PER_PAGE):
        add_list(planner, url, head, part, pager, intro=intro)


def _plan_quadrants(planner: Planner) -> None:
    parts, words = planner.parts, planner.words
    title = words.t("The knowledge spiral")
    section = Token("ontdek")
    head = PageHead(
        title, section, (), words.t("How knowledge goes round: from expert to class, and from class to colleagues.")
    )
    planner.add(addresses.QUADRANTS, "quadrants", head, QuadrantsView(spiral(parts)))
    crumbs = (Link(title, at(addresses.QUADRANTS)),)
    for quadrant in Quadrant:
        slugs = parts.kb.by_quadrant.get(quadrant, ())
        cards = [parts.cards[slug] for slug in slugs if slug in parts.cards]
        name, after = parts.quadrant_names[quadrant], quadrant.next
        head = PageHead(names.capital(name), section, crumbs, None, Token("kwadrant"))
        for url, part, pager in list_pages(cards, addresses.quadrant(quadrant), PER_PAGE):
            if pager.number > 1:
                add_list(planner, url, head, part, pager)
                continue
            view = QuadrantView(
                steps=parts.steps(quadrant),
                meaning=names.quadrant_meaning(words, quadrant),
                next=Link(parts.quadrant_names[after], at(addresses.quadrant(after)), None, Token(after.value)),
                about=tuple(
                    Link(parts.labels[t], among(t, quadrant, count) or at(addresses.theme(t)), count)
                    for t, count in most_present(parts.kb, slugs, subgroup=False)[:_ABOUT]
                ),
                onward=addresses.discover(kwadrant=quadrant),
                handles=one_each(planner, slugs, _HANDLES),
                cards=part,
                count=of_visible(cards),
                pager=pager,
            )
            planner.add(url, "quadrant", head, view)


def band_links(planner: Planner) -> tuple[BandLinks, ...]:
    """Return the bands with their year groups, each with the number of its reports."""
    return tuple(
        BandLinks(_band_link(planner, band), tuple(_group_link(planner, g) for g in _groups_in(planner, band)))
        for band in planner.parts.bands
    )


def _groups_in(planner: Planner, band: Band) -> list[YearGroup]:
    return [group for group in sorted(planner.parts.kb.by_year_group) if band.holds(group)]


def _band_link(planner: Planner, band: Band) -> Link:
    slugs = planner.parts.kb.by_band.get(band.id, ())
    return Link(Token(band.id), at(addresses.band(band)), of_visible(slugs), Token("group"))


def _group_link(planner: Planner, group: YearGroup) -> Link:
    slugs = planner.parts.kb.by_year_group.get(group, ())
    name = planner.words.t("group {groups}", groups=group)
    return Link(name, at(addresses.year_group(group)), of_visible(slugs), Token("group"))


def _plan_groups(planner: Planner) -> None:
    parts, words = planner.parts, planner.words
    title = words.t("Year groups")
    head = PageHead(title, Token("ontdek"), (), words.t("Find reports from classes like yours."))
    drawn = band_map(parts)
    view = YearGroupsView(band_links(planner), drawn, parts.theme_links.get(SAFETY) if drawn else None)
    planner.add(addresses.YEAR_GROUPS, "year_groups", head, view)
    crumbs = (Link(title, at(addresses.YEAR_GROUPS)),)
    for band in parts.bands:
        near = tuple(_group_link(planner, group) for group in _groups_in(planner, band))
        slugs = parts.kb.by_band.get(band.id, ())
        head = PageHead(Token(band.id.capitalize()), Token("ontdek"), crumbs, None, Token("groep"))
        count = of_visible(parts.handles_of(slugs))
        whole = count <= LONGEST
        more = words.n("All {count} handles", "All {count} handles", count) if whole else words.t("See the handles")
        handles = Link(more, at(addresses.handles_of_band(band))) if count else None
        _plan_group(planner, addresses.band(band), head, band.id, slugs, near=near, all_handles=handles)
    for group, slugs in parts.kb.by_year_group.items():
        near = tuple(_band_link(planner, band) for band in parts.kb.bands_of((group,)))
        name = words.t("Group {groups}", groups=group)
        head = PageHead(name, Token("ontdek"), crumbs, None, Token("groep"))
        _plan_group(planner, addresses.year_group(group), head, group, slugs, near=near, all_handles=None)


def _plan_group(
    planner: Planner,
    base: SiteUrl,
    head: PageHead,
    facet: str | YearGroup,
    slugs: tuple[Slug, ...],
    *,
    near: tuple[Link, ...],
    all_handles: Link | None,
) -> None:
    parts = planner.parts
    cards = [parts.cards[slug] for slug in slugs if slug in parts.cards]
    for url, part, pager in list_pages(cards, base, PER_PAGE):
        if pager.number > 1:
            add_list(planner, url, head, part, pager)
            continue
        about = tuple(
            Link(parts.labels[t], addresses.discover(thema=t, groep=facet), count)
            for t, count in most_present(parts.kb, slugs, subgroup=True)[:_ABOUT]
        )
        view = GroupView(
            near=near,
            about=about,
            apart=parts.theme_links.get(SAFETY) if about else None,
            onward=addresses.discover(groep=facet),
            handles=one_each(planner, slugs, _HANDLES),
            all_handles=all_handles,
            cards=part,
            count=of_visible(cards),
            pager=pager,
        )
        planner.add(url, "group", head, view)
