"""Home and Discover: the ways in."""

from __future__ import annotations

from dataclasses import dataclass

from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import Token
from proefpraktijk.render.planning import Planner
from proefpraktijk.render.views import Branch, Card, Handle, Head, Link, Step, View

from .facets import BandLinks, band_links
from .sessions import SessionCard, session_card
from .themes import branch

_CONCERNS, _HANDLES, _CARDS = 10, 6, 3


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class HomeView(View):
    """The front page."""

    community: SafeText
    concerns: tuple[Link, ...]
    steps: tuple[Step, ...]
    session: SessionCard | None
    session_cards: tuple[Card, ...]
    handles: tuple[Handle, ...]
    handle_count: int
    report_count: int


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class DiscoverView(View):
    """All ways to narrow down the reports."""

    tree: tuple[Branch, ...]
    bands: tuple[BandLinks, ...]
    quadrants: tuple[Link, ...]
    sessions: tuple[SessionCard, ...]
    reports: UiText
    handles: UiText


def plan_home(planner: Planner) -> None:
    """Plan the front page and Discover."""
    shelf, words, kb = planner.shelf, planner.words, planner.shelf.kb
    newest = next((s for s, node in kb.sessions.items() if node.reports), next(iter(kb.sessions), None))
    slugs = kb.sessions[newest].reports if newest else ()
    total = sum(len(handles) for handles in shelf.handles.values())
    view = HomeView(
        community=kb.community.name,
        concerns=_concerns(planner),
        steps=shelf.steps(),
        session=session_card(planner, newest) if newest else None,
        session_cards=tuple(shelf.cards[slug] for slug in slugs[:_CARDS] if slug in shelf.cards),
        handles=_varied(planner),
        handle_count=total,
        report_count=len(kb.reports),
    )
    description = words.t("What colleagues tried in their class, and what you can try tomorrow.")
    planner.add(addresses.HOME, "home", Head(kb.community.name, Token("home"), (), description, Token("home")), view)
    tree = tuple(branch(planner, t) for t, node in kb.themes.items() if not node.ancestors)
    discover = DiscoverView(
        tree=tree,
        bands=band_links(planner),
        quadrants=tuple(
            Link(s.name, s.to, len(kb.by_quadrant.get(q, ())), s.id)
            for q, s in zip(shelf.quadrant_names, shelf.steps(), strict=True)
        ),
        sessions=tuple(session_card(planner, s) for s in kb.sessions),
        reports=words.n("All {count} reports", "All {count} reports", len(kb.reports)),
        handles=words.n("All {count} handles", "All {count} handles", total),
    )
    head = Head(
        words.t("Discover"), Token("ontdek"), (), words.t("Find reports by theme, year group, quadrant or session.")
    )
    planner.add(addresses.DISCOVER, "discover", head, discover)


def _concerns(planner: Planner) -> tuple[Link, ...]:
    """Return the themes without narrower ones that have most handles, in alphabetical order."""
    shelf = planner.shelf
    leafs = [t for t, node in shelf.kb.themes.items() if not node.narrower and shelf.handles_by_theme[t]]
    chosen = sorted(leafs, key=lambda t: -len(shelf.handles_by_theme[t]))[:_CONCERNS]
    labels = {t: shelf.kb.themes[t].theme.label for t in chosen}
    return tuple(
        Link(labels[t], shelf.theme_links[t].to, len(shelf.handles_by_theme[t]))
        for t in sorted(chosen, key=lambda t: (labels[t].casefold(), t))
    )


def _varied(planner: Planner) -> tuple[Handle, ...]:
    """Return handles of the newest reports, no two with the same first theme."""
    chosen: dict[str, Handle] = {}
    for handles in planner.shelf.handles.values():
        for handle in handles:
            key = handle.themes[0].to if handle.themes else ""
            if key not in chosen:
                chosen[key] = handle
                break
        if len(chosen) == _HANDLES:
            break
    return tuple(chosen.values())
