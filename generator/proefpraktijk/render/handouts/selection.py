"""Which handles and passages go on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from proefpraktijk.model.document import SectionKind
from proefpraktijk.model.knowledge import Quote
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.text import UiText
from proefpraktijk.render.pages.themes import handles_below
from proefpraktijk.render.views import Handle

from .sheet import HandoutBuilder

_LONGEST = 420
"""Code points of a passage with the sentences around it: what is read aloud in half a minute."""


def printable_handles_of_theme(builder: HandoutBuilder, theme_id: ThemeId) -> list[Handle]:
    """Return the handles of a theme and of all narrower ones."""
    handles = handles_below(builder.planner, theme_id)
    return list(map(_without_groups, handles)) if theme_id in builder.kb.delicate else publishable(builder, handles)


def publishable(builder: HandoutBuilder, handles: Iterable[Handle]) -> list[Handle]:
    """Return the handles, those on safety without the year groups they come from."""
    delicate = {id(handle) for theme in builder.kb.delicate for handle in builder.parts.handles_by_theme[theme]}
    return [_without_groups(handle) if id(handle) in delicate else handle for handle in handles]


def printable_handles_of_band(builder: HandoutBuilder, band: str) -> list[Handle]:
    """Return the handles of the reports published with this band."""
    return list(map(_without_groups, builder.parts.handles_of(builder.kb.by_band.get(band, ()))))


def _without_groups(handle: Handle) -> Handle:
    return replace(handle, facts=UiText(""))


def in_turns(handles: Sequence[Handle]) -> list[Handle]:
    """Return the handles in turns: the first of each report, then the second of each, and so on."""
    turns: dict[str, int] = {}
    order = []
    for place, handle in enumerate(handles):
        report = handle.to.partition("#")[0]
        turns[report] = turns.get(report, 0) + 1
        order.append((turns[report], place))
    return [handles[place] for _, place in sorted(order)]


def passages_to_print(quotes: Sequence[Quote], count: int) -> list[Quote]:
    """Return the first `count` passages, each of another report or interview; short ones, and those that are no handle, first."""

    def weight(quote: Quote) -> tuple[bool, bool]:
        return quote.passage.section is SectionKind.HANDVATTEN, len(quote.passage.context) > _LONGEST

    of_each: dict[str, Quote] = {}
    for quote in sorted(quotes, key=weight):
        of_each.setdefault(quote.key, quote)
    return list(of_each.values())[:count]
