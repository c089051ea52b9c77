"""Discover: all ways to narrow down the reports."""

from __future__ import annotations

from dataclasses import dataclass

from proefpraktijk.model.counts import of_visible
from proefpraktijk.model.text import UiText
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import Token
from proefpraktijk.render.planning import Planner
from proefpraktijk.render.views import Branch, Head, Link, View

from .facets import BandLinks, band_links
from .sessions import SessionCard, session_card
from .themes import branch


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class DiscoverView(View):
    """All ways to narrow down the reports."""

    tree: tuple[Branch, ...]
    bands: tuple[BandLinks, ...]
    quadrants: tuple[Link, ...]
    sessions: tuple[SessionCard, ...]
    reports: UiText
    handles: UiText


def plan_discover(planner: Planner) -> None:
    """Plan the page."""
    shelf, words, kb = planner.shelf, planner.words, planner.shelf.kb
    tops = tuple(branch(planner, t) for t, node in kb.themes.items() if not node.ancestors)
    handles = of_visible([handle for handles in shelf.handles.values() for handle in handles])
    view = DiscoverView(
        tree=_with_reports(tops),
        bands=band_links(planner),
        quadrants=tuple(
            Link(s.name, s.to, of_visible(kb.by_quadrant.get(q, ())), s.id)
            for q, s in zip(shelf.quadrant_names, shelf.steps(), strict=True)
        ),
        sessions=tuple(session_card(planner, s) for s in kb.sessions),
        reports=words.n("All {count} reports", "All {count} reports", of_visible(kb.reports)),
        handles=words.n("All {count} handles", "All {count} handles", handles),
    )
    head = Head(
        words.t("Discover"), Token("ontdek"), (), words.t("Find reports by theme, year group, quadrant or session.")
    )
    planner.add(addresses.DISCOVER, "discover", head, view)


def _with_reports(branches: tuple[Branch, ...]) -> tuple[Branch, ...]:
    """Return the branches under which there is something to find."""
    return tuple(Branch(b.link, b.definition, _with_reports(b.children)) for b in branches if b.link.count)
