"""Lists of reports or handles that run over several leaves."""

from __future__ import annotations

from dataclasses import dataclass

from proefpraktijk.model.paths import SiteUrl
from proefpraktijk.model.text import UiText
from proefpraktijk.render.planning import Planner
from proefpraktijk.render.views import Card, Handle, Head, Pager, View


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ListView(View):
    """One leaf of a list."""

    kicker: UiText | None
    intro: UiText | None
    items: tuple[Card | Handle, ...]
    handles: bool
    pager: Pager


def add_list(
    planner: Planner,
    url: SiteUrl,
    head: Head,
    items: tuple[Card | Handle, ...] | tuple[Card, ...] | tuple[Handle, ...],
    pager: Pager,
    *,
    kicker: UiText | None = None,
    intro: UiText | None = None,
) -> None:
    """Plan one leaf of a list of cards or handles."""
    handles = bool(items) and isinstance(items[0], Handle)
    planner.add(url, "list", head, ListView(kicker, intro, items, handles, pager))
