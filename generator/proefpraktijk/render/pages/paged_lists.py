"""Lists of reports or handles that run over several pages: the first shows cards, the later ones a line for each report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import cast

from proefpraktijk.model.paths import SiteUrl
from proefpraktijk.model.text import UiText
from proefpraktijk.render.planned_page import Planner
from proefpraktijk.render.views import Card, Handle, PageHead, Pager, ReportLine, View

_SOURCE = attrgetter("source", "facts")

LONGEST = 500
"""Handles in the list of a band, or of a theme that has narrower ones: all of them stand with their own themes, so the
lists grow with the handles, not with the ways to them."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ListView(View):
    """The first page of a list."""

    kicker: UiText | None
    intro: UiText | None
    items: tuple[Card | Handle, ...]
    handles: bool
    pager: Pager


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class RegisterView(View):
    """A later page of a list."""

    kicker: UiText | None
    intro: UiText | None
    rows: tuple[ReportLine, ...]
    pager: Pager


def add_list(
    planner: Planner,
    url: SiteUrl,
    head: PageHead,
    items: tuple[Card | Handle, ...] | tuple[Card, ...] | tuple[Handle, ...],
    pager: Pager,
    *,
    kicker: UiText | None = None,
    intro: UiText | None = None,
) -> None:
    """Plan one page of a list of cards or handles."""
    handles = bool(items) and isinstance(items[0], Handle)
    if pager.number == 1:
        planner.add(url, "list", head, ListView(kicker, intro, items, handles, pager))
        return
    rows = _of_handles(cast("Sequence[Handle]", items)) if handles else map(_of_card, cast("Sequence[Card]", items))
    planner.add(url, "register", head, RegisterView(kicker, intro, tuple(rows), pager))


def _of_card(card: Card) -> ReportLine:
    return ReportLine(card.title, card.to, card.facts, draft=card.draft)


def _of_handles(handles: Sequence[Handle]) -> Iterator[ReportLine]:
    """Yield a row for each report with its handles, which stand next to each other; it leads to the first of them."""
    for (source, facts), found in groupby(handles, _SOURCE):
        first, *others = found
        yield ReportLine(source, first.to, facts, tuple(handle.text for handle in (first, *others)))
