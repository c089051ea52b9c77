"""The front page."""

from __future__ import annotations

from dataclasses import dataclass

from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.text import SafeText
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import Token, at
from proefpraktijk.render.browser_data.facet_file import has_items
from proefpraktijk.render.pictures.knowledge_spiral import Spiral, spiral
from proefpraktijk.render.planned_page import Planner
from proefpraktijk.render.views import Card, Handle, Link, PageHead, View

from .sessions import SessionCard, session_card
from .themes import varied

_CONCERNS, _HANDLES, _CARDS = 10, 6, 3

_CLASSROOM = ThemeId("in-de-klas")
"""The branch of the codebook that holds what teachers run into in their own class, when there is one."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class HomeView(View):
    """The front page."""

    community: SafeText
    findable: bool
    """There is something to search for."""
    concerns: tuple[Link, ...]
    spiral: Spiral
    first: Handle | None
    """Something to try at once, before anything else."""
    session: SessionCard | None
    assignment: SafeText | None
    session_cards: tuple[Card, ...]
    handles: tuple[Handle, ...]
    handle_count: PublicCount
    report_count: PublicCount


def plan_home(planner: Planner) -> None:
    """Plan the front page."""
    parts, words, kb = planner.parts, planner.words, planner.parts.kb
    newest = next((s for s, node in kb.sessions.items() if node.reports), next(iter(kb.sessions), None))
    slugs = kb.sessions[newest].reports if newest else ()
    total = of_visible([handle for handles in parts.handles.values() for handle in handles])
    handles = varied([firsts[0] for firsts in parts.handles.values()], 1 + _HANDLES)
    view = HomeView(
        community=kb.community.name,
        findable=has_items(kb),
        concerns=_concerns(planner),
        spiral=spiral(parts),
        first=handles[0] if handles else None,
        session=session_card(planner, newest) if newest else None,
        assignment=kb.sessions[newest].session.assignment if newest else None,
        session_cards=tuple(parts.cards[slug] for slug in slugs[:_CARDS] if slug in parts.cards),
        handles=handles[1:],
        handle_count=total,
        report_count=of_visible(kb.reports),
    )
    description = words.t("What colleagues tried in their class, and what you can try tomorrow.")
    planner.add(
        addresses.HOME, "home", PageHead(kb.community.name, Token("home"), (), description, Token("home")), view
    )


def _concerns(planner: Planner) -> tuple[Link, ...]:
    """Return the themes without narrower ones that have most handles, in alphabetical order, leading to these.

    Those of the classroom, when the codebook has that branch; else of all.
    """
    parts = planner.parts
    of_all = parts.kb.themes
    among = parts.themes_below(_CLASSROOM) if _CLASSROOM in of_all else of_all
    leafs = [t for t in among if not of_all[t].narrower and parts.handles_by_theme[t]]
    chosen = sorted(leafs, key=lambda t: -len(parts.handles_by_theme[t]))[:_CONCERNS]
    labels = {t: parts.kb.themes[t].theme.label for t in chosen}
    return tuple(
        Link(labels[t], at(addresses.handles_of_theme(t)), of_visible(parts.handles_by_theme[t]))
        for t in sorted(chosen, key=lambda t: (labels[t].casefold(), t))
    )
