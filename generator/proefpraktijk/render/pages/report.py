"""The page of one report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from proefpraktijk.model.counts import PublicCount
from proefpraktijk.model.knowledge import Outline, ReasonKind, Related
from proefpraktijk.model.paths import Slug, ThemeId
from proefpraktijk.model.spiral import Quadrant
from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render import addresses
from proefpraktijk.render import coordinate_names as names
from proefpraktijk.render.addresses import Address, Token, at
from proefpraktijk.render.bodies.rendered_body import FilledBody, RenderedBody
from proefpraktijk.render.planned_page import Planner
from proefpraktijk.render.views import Backreference, Hashed, Link, PageHead, Reference, View, part

_READING_SPEED = 200
"""Words a minute, for an adult reading Dutch on a screen."""

_RELATED, _THEMES = 4, 3
"""How many related reports stand at the end, and how many themes lead to more handles."""


@part
class Tile(NamedTuple):
    """A quadrant on the small spiral."""

    id: Token
    name: UiText
    to: Address
    here: bool


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SpiralPosition(Hashed):
    """The small spiral with "you are here", and what happens there."""

    tiles: tuple[Tile, ...]
    meaning: UiText


@part
class RelatedReport(NamedTuple):
    """A related report, why it is, and a handle from it: one on a theme of this report, if there is.

    Beside what is on safety its year groups are not shown.
    """

    title: SafeText
    to: Address
    groups: UiText
    handle: SafeText | None
    shares: tuple[SafeText | UiText, ...]


@part
class NeighbouringReport(NamedTuple):
    """A neighbour in a row of reports. `next` gives the direction."""

    report: Reference
    row: UiText
    next: bool


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ReportView(View):
    """All that a report's page shows."""

    facts: tuple[Link, ...]
    themes: tuple[Link, ...]
    minutes: UiText
    body: FilledBody
    checked: UiText | None
    draft: bool
    place: SpiralPosition | None
    related: tuple[RelatedReport, ...]
    neighbours: tuple[NeighbouringReport, ...]
    more: tuple[Link, ...]
    """Where all handles of its themes stand."""
    backlinks: tuple[Backreference, ...]


def plan_reports(planner: Planner, bodies: Mapping[Slug, RenderedBody]) -> None:
    """Plan a page for each report."""
    writer = _Reports(planner)
    for slug, outline in planner.parts.kb.reports.items():
        writer.plan(slug, outline, bodies[slug])


class _Reports:
    """Plans report pages; keeps what thousands of them have in common."""

    def __init__(self, planner: Planner) -> None:
        self._planner = planner
        self._shelf = planner.parts
        self._words = planner.words
        self._kb = planner.parts.kb
        self._delicate = self._kb.delicate
        self._crumbs = (Link(self._words.t("Reports"), at(addresses.REPORTS)),)
        self._places = {quadrant: self._place(quadrant) for quadrant in Quadrant}
        self._same_group = self._words.t("same year group")
        self._same_quadrant = self._words.t("the same quadrant")
        self._same_session = self._words.t("same session")
        self._report = self._words.t("report of a subgroup")
        self._minutes: dict[int, UiText] = {}
        self._band_links = {
            band.id: Link(Token(band.id), at(addresses.band(band)), None, Token("group")) for band in self._shelf.bands
        }
        self._group_links = {
            group: Link(
                self._words.t("group {groups}", groups=group), at(addresses.year_group(group)), None, Token("group")
            )
            for group in self._kb.by_year_group
        }
        self._quadrant_links = {
            q: Link(self._shelf.quadrant_names[q], at(addresses.quadrant(q)), None, Token(q.value)) for q in Quadrant
        }
        self._session_links = {
            session: Link(
                names.session_name(self._words, session), at(addresses.session(session)), None, Token("session")
            )
            for session in self._kb.sessions
        }

    def plan(self, slug: Slug, outline: Outline, body: RenderedBody) -> None:
        url = addresses.report(slug)
        kb, parts, words = self._kb, self._shelf, self._words
        ways = parts.ways_to_handles
        minutes = max(1, round(outline.words / _READING_SPEED))
        if minutes not in self._minutes:
            self._minutes[minutes] = words.n("{count} minute to read", "{count} minutes to read", PublicCount(minutes))
        themes = tuple(parts.theme_links[t] for t in outline.themes if t in parts.theme_links)
        view = ReportView(
            facts=self._facts(outline),
            themes=themes,
            minutes=self._minutes[minutes],
            body=parts.fill(body, url),
            checked=parts.day(outline.member_check) if outline.member_check else None,
            draft=outline.draft,
            place=self._places[outline.quadrant] if outline.quadrant else None,
            related=tuple(
                kin for found in kb.related.get(slug, ())[:_RELATED] if (kin := self._kin(found, set(outline.themes)))
            ),
            neighbours=self._neighbours(slug),
            more=tuple(ways[theme] for theme in outline.themes if theme in ways)[:_THEMES],
            backlinks=parts.backreferences(kb.backlinks.get(slug, ())),
        )
        head = PageHead(
            outline.title,
            Token("ontdek"),
            self._crumbs,
            outline.gist or None,
            Token("verslag"),
            work=UiText(", ".join(filter(None, (self._report, parts.groups(outline))))),
            dated=self._dated(outline),
            level=parts.groups(outline) or None,
            subjects=themes,
        )
        self._planner.add(url, "report", head, view)

    def _facts(self, outline: Outline) -> tuple[Link, ...]:
        links = [self._group_links[g] for g in outline.year_groups if g in self._group_links]
        links += [self._band_links[band] for band in outline.bands if band in self._band_links]
        if outline.session in self._session_links:
            links.append(self._session_links[outline.session])
        elif outline.school_year:
            name = names.year_name(self._words, outline.school_year)
            links.append(Link(name, at(addresses.SESSIONS), None, Token("session")))
        if outline.quadrant:
            links.append(self._quadrant_links[outline.quadrant])
        return tuple(links)

    def _place(self, here: Quadrant) -> SpiralPosition:
        tiles = tuple(
            Tile(Token(q.value), names.capital(name), at(addresses.quadrant(q)), q is here)
            for q, name in self._shelf.quadrant_names.items()
        )
        return SpiralPosition(tiles, names.quadrant_meaning(self._words, here))

    def _dated(self, outline: Outline) -> UiText | Token | None:
        if outline.date:
            return names.dated(self._words, outline.date)
        return Token(str(outline.year)) if outline.year else None

    def _kin(self, related: Related, themes: set[ThemeId]) -> RelatedReport | None:
        report = self._kb.reports.get(related.slug)
        if report is None:
            return None
        shares: dict[str, SafeText | UiText] = {}
        for reason in related.reasons:
            if reason.kind is ReasonKind.QUADRANT:
                shares["q"] = self._same_quadrant
            elif reason.kind is ReasonKind.YEAR_GROUP:
                shares["y"] = self._same_group
            elif reason.theme in self._shelf.labels:
                shares[reason.theme] = self._shelf.labels[reason.theme]
        handles = report.takeaways
        handle = next((one for one in handles if not themes.isdisjoint(one.themes)), next(iter(handles), None))
        groups = self._shelf.groups(report)
        if not self._delicate.isdisjoint((*shares, *(handle.themes if handle else ()))):
            shares.pop("y", None)
            groups = UiText("")
        to = at(addresses.report(report.slug), handle.anchor if handle else "")
        return RelatedReport(report.title, to, groups, handle.text if handle else None, tuple(shares.values()))

    def _neighbours(self, slug: Slug) -> tuple[NeighbouringReport, ...]:
        near = self._kb.neighbours.get(slug)
        if near is None:
            return ()
        row = (
            (near.previous_of_subgroup, self._same_group, False),
            (near.next_of_subgroup, self._same_group, True),
            (near.previous_of_session, self._same_session, False),
            (near.next_of_session, self._same_session, True),
        )
        reports = self._shelf.references
        return tuple(NeighbouringReport(reports[s], name, ahead) for s, name, ahead in row if s in reports)
