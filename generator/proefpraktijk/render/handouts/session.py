"""A session on paper: what the expert brought, the assignment, what the subgroups made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.spiral import SessionId
from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import Token
from proefpraktijk.render.bodies.body_writer import render_body
from proefpraktijk.render.bodies.rendered_body import FilledBody
from proefpraktijk.render.views import Card, Handle, View

from .selection import in_turns, publishable
from .sheet import Handout, HandoutBuilder, Heading

_HANDLES, _REPORTS = 5, 12


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SessionSheet(View):
    """All that the handout of a session shows. `report_count` counts all its reports."""

    number: int
    year: Token
    date: UiText
    expert: SafeText | None
    assignment: SafeText | None
    body: FilledBody
    reports: tuple[Card, ...]
    report_count: PublicCount
    handles: tuple[Handle, ...]


def session_handout(builder: HandoutBuilder, session_id: SessionId) -> Handout:
    """Return the handout of a session."""
    parts, words, kb = builder.parts, builder.words, builder.kb
    node, url = kb.sessions[session_id], addresses.session(session_id)
    slugs = [slug for slug in node.reports if slug in parts.cards]
    session = node.session
    sheet = SessionSheet(
        number=session_id.number,
        year=Token(str(session_id.year)),
        date=parts.day(session.date),
        expert=session.expert,
        assignment=session.assignment,
        body=parts.fill(render_body(session.body, node.mentions, deeper=1), url),
        reports=tuple(replace(parts.cards[s], facts=parts.groups(kb.reports[s])) for s in slugs[:_REPORTS]),
        report_count=of_visible(slugs),
        handles=tuple(in_turns(publishable(builder, parts.handles_of(slugs)))[:_HANDLES]),
    )
    heading = Heading(
        words.t("Session: a handout for a team meeting"), session.title, f"{words.t('session')}-{session_id}"
    )
    return builder.handout("session", url, heading, sheet)
