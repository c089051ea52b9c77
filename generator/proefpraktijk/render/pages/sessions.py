"""Plenary sessions and what the subgroups made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from proefpraktijk.link.report_counts import most_present
from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.knowledge import SessionNode
from proefpraktijk.model.paths import Slug
from proefpraktijk.model.spiral import SessionId
from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render import addresses
from proefpraktijk.render import coordinate_names as names
from proefpraktijk.render.addresses import Address, Token, at
from proefpraktijk.render.bodies.body_writer import render_body
from proefpraktijk.render.bodies.rendered_body import FilledBody
from proefpraktijk.render.pictures.school_years import Year, school_years
from proefpraktijk.render.planned_page import PER_PAGE, Planner, list_pages
from proefpraktijk.render.views import Backreference, Card, Handle, Link, PageHead, Pager, View

from .paged_lists import add_list

_HANDLES, _ABOUT = 3, 8


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SessionCard(View):
    """A session in the list."""

    number: int
    title: SafeText
    to: Address
    date: UiText
    expert: SafeText | None
    reports: UiText
    year: Token


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SessionsView(View):
    """All sessions by school year, newest first."""

    years: tuple[tuple[Year, tuple[SessionCard, ...]], ...]
    unpublished: UiText | None


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SessionView(View):
    """All that a session's page shows."""

    number: int
    year: Token
    date: UiText
    expert: SafeText | None
    assignment: SafeText | None
    body: FilledBody
    about: tuple[Link, ...]
    onward: Address
    handles: tuple[Handle, ...]
    handle_count: UiText
    cards: tuple[Card, ...]
    count: PublicCount
    pager: Pager
    previous: Link | None
    next: Link | None
    backlinks: tuple[Backreference, ...]


def plan_sessions(planner: Planner) -> None:
    """Plan the list of sessions and each session."""
    words = planner.words
    cards = tuple(session_card(planner, session_id) for session_id in planner.parts.kb.sessions)
    head = PageHead(
        words.t("Sessions"), Token("bijeenkomsten"), (), words.t("What we worked on together, session by session.")
    )
    of_year = [(year, tuple(card for card in cards if card.year == year.year)) for year in school_years(planner.parts)]
    planner.add(addresses.SESSIONS, "sessions", head, SessionsView(tuple(of_year), _without_session(planner)))
    for session_id, node in planner.parts.kb.sessions.items():
        _plan_session(planner, session_id, node)


def _without_session(planner: Planner) -> UiText | None:
    """Return how many reports are published without a session; None when none is."""
    silent = of_visible([report for report in planner.parts.kb.reports.values() if report.session is None])
    return (
        planner.words.n(
            "{count} report does not tell its session.", "{count} reports do not tell their session.", silent
        )
        if silent
        else None
    )


def session_card(planner: Planner, session_id: SessionId) -> SessionCard:
    """Return a session as it stands in a list."""
    node = planner.parts.kb.sessions[session_id]
    session = node.session
    return SessionCard(
        number=session_id.number,
        title=session.title,
        to=at(addresses.session(session_id)),
        date=planner.parts.day(session.date),
        expert=session.expert,
        reports=planner.words.n("{count} report", "{count} reports", of_visible(node.reports)),
        year=Token(str(session_id.year)),
    )


def _plan_session(planner: Planner, session_id: SessionId, node: SessionNode) -> None:
    parts, words, session = planner.parts, planner.words, node.session
    base = addresses.session(session_id)
    crumbs = (Link(words.t("Sessions"), at(addresses.SESSIONS)),)
    cards = [parts.cards[slug] for slug in node.reports if slug in parts.cards]
    head = PageHead(session.title, Token("bijeenkomsten"), crumbs, None, Token("bijeenkomst"))
    for url, part, pager in list_pages(cards, base, PER_PAGE):
        if pager.number > 1:
            add_list(planner, url, head, part, pager, kicker=names.session_name(words, session_id))
            continue
        view = SessionView(
            number=session_id.number,
            year=Token(str(session_id.year)),
            date=parts.day(session.date),
            expert=session.expert,
            assignment=session.assignment,
            body=parts.fill(render_body(session.body, node.mentions), url),
            about=tuple(
                Link(parts.labels[t], addresses.discover(thema=t, bijeenkomst=str(session_id), soort="verslag"), number)
                for t, number in most_present(parts.kb, node.reports, subgroup=True)[:_ABOUT]
            ),
            onward=addresses.discover(bijeenkomst=str(session_id), soort="verslag"),
            handles=one_each(planner, node.reports, _HANDLES),
            handle_count=words.n("{count} handle", "{count} handles", of_visible(parts.handles_of(node.reports))),
            cards=part,
            count=of_visible(cards),
            pager=pager,
            previous=parts.page_of("SESSION", str(node.previous)),
            next=parts.page_of("SESSION", str(node.next)),
            backlinks=parts.backreferences(node.backlinks),
        )
        planner.add(url, "session", head, view)


def one_each(planner: Planner, slugs: Sequence[Slug], count: int) -> tuple[Handle, ...]:
    """Return the first handle of each of the first `count` reports that have one."""
    firsts = (planner.parts.handles[slug][0] for slug in slugs if slug in planner.parts.handles)
    return tuple(handle for handle, _ in zip(firsts, range(count), strict=False))
