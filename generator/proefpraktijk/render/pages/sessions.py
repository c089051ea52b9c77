"""Plenary sessions and what the subgroups made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.knowledge import SessionNode
from proefpraktijk.model.paths import Slug
from proefpraktijk.model.spiral import SessionId
from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render import addresses, names
from proefpraktijk.render.addresses import Address, Token, at
from proefpraktijk.render.body import FilledBody
from proefpraktijk.render.planning import PER_PAGE, Planner, leaves
from proefpraktijk.render.views import Backreference, Card, Handle, Head, Link, Pager, View
from proefpraktijk.render.writer import render_body

from .lists import add_list

_HANDLES = 3


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
    """All sessions, newest first."""

    sessions: tuple[SessionCard, ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SessionView(View):
    """All that a session's page shows."""

    number: int
    year: Token
    date: UiText
    expert: SafeText | None
    assignment: SafeText | None
    body: FilledBody
    themes: tuple[Link, ...]
    handles: tuple[Handle, ...]
    cards: tuple[Card, ...]
    count: PublicCount
    pager: Pager
    previous: Link | None
    next: Link | None
    backlinks: tuple[Backreference, ...]


def plan_sessions(planner: Planner) -> None:
    """Plan the list of sessions and each session."""
    words = planner.words
    cards = tuple(session_card(planner, session_id) for session_id in planner.shelf.kb.sessions)
    head = Head(
        words.t("Sessions"), Token("bijeenkomsten"), (), words.t("What we worked on together, session by session.")
    )
    planner.add(addresses.SESSIONS, "sessions", head, SessionsView(cards))
    for session_id, node in planner.shelf.kb.sessions.items():
        _plan_session(planner, session_id, node)


def session_card(planner: Planner, session_id: SessionId) -> SessionCard:
    """Return a session as it stands in a list."""
    node = planner.shelf.kb.sessions[session_id]
    session = node.session
    return SessionCard(
        number=session_id.number,
        title=session.title,
        to=at(addresses.session(session_id)),
        date=planner.shelf.day(session.date),
        expert=session.expert,
        reports=planner.words.n("{count} report", "{count} reports", of_visible(node.reports)),
        year=Token(str(session_id.year)),
    )


def _plan_session(planner: Planner, session_id: SessionId, node: SessionNode) -> None:
    shelf, words, session = planner.shelf, planner.words, node.session
    base = addresses.session(session_id)
    crumbs = (Link(words.t("Sessions"), at(addresses.SESSIONS)),)
    cards = [shelf.cards[slug] for slug in node.reports if slug in shelf.cards]
    head = Head(session.title, Token("bijeenkomsten"), crumbs, None, Token("bijeenkomst"))
    for url, part, pager in leaves(cards, base, PER_PAGE):
        if pager.number > 1:
            add_list(planner, url, head, part, pager, kicker=names.session_name(words, session_id))
            continue
        view = SessionView(
            number=session_id.number,
            year=Token(str(session_id.year)),
            date=shelf.day(session.date),
            expert=session.expert,
            assignment=session.assignment,
            body=shelf.fill(render_body(session.body, node.mentions), url),
            themes=tuple(
                Link(shelf.theme_links[t].text, shelf.theme_links[t].to, count)
                for t, count in node.themes[:10]
                if t in shelf.theme_links
            ),
            handles=one_each(planner, node.reports, _HANDLES),
            cards=part,
            count=of_visible(cards),
            pager=pager,
            previous=shelf.page_of("SESSION", str(node.previous)),
            next=shelf.page_of("SESSION", str(node.next)),
            backlinks=shelf.backreferences(node.backlinks),
        )
        planner.add(url, "session", head, view)


def one_each(planner: Planner, slugs: Sequence[Slug], count: int) -> tuple[Handle, ...]:
    """Return the first handle of each of the first `count` reports that have one."""
    firsts = (planner.shelf.handles[slug][0] for slug in slugs if slug in planner.shelf.handles)
    return tuple(handle for handle, _ in zip(firsts, range(count), strict=False))
