"""A theme and its neighbours, drawn as a line with stops: wider themes above it, narrower ones and others below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from proefpraktijk.link.report_counts import companions
from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.text import UiText
from proefpraktijk.render.addresses import Token
from proefpraktijk.render.page_parts import PageParts
from proefpraktijk.render.views import Link, View, part

from .line_breaking import BrokenLabel, break_label

_WIDTH, _RELATED, _TOGETHER = 32, 6, 8
_ROW, _HEADING, _HERE = 40, 34, 64
"""Heights in pixels: of a stop, of the words above a group of stops, of the theme itself."""


@part
class Stop(NamedTuple):
    """A neighbour, at `y`. `weight` (1 to 4): how often it goes together with the theme, beside the other neighbours."""

    theme: Link
    letters: BrokenLabel
    reports: PublicCount
    weight: int
    y: int


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class NeighbourGroup(View):
    """Neighbours of one kind, under the words for it at `y`."""

    kind: Token
    name: UiText
    y: int
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Nearby(View):
    """A theme at `y`, the wider themes `above` it, and the branches below. `height` is that of the picture."""

    letters: BrokenLabel
    above: tuple[Stop, ...]
    y: int
    branches: tuple[NeighbourGroup, ...]
    height: int


def nearby(parts: PageParts, theme: ThemeId) -> Nearby | None:
    """Return a theme's neighbours, each once, with the number of reports on it; on both, for those it goes together with.

    None when it has no neighbours.
    """
    node, kb, words = parts.kb.themes[theme], parts.kb, parts.words
    kin = {theme, *node.ancestors, *node.narrower}
    related = [other for other in node.theme.related if other not in kin]
    together = [found for found in companions(kb, theme) if found[0] not in related]
    groups = (
        (Token("narrower"), words.t("Narrower"), _counted(parts, node.narrower)),
        (Token("related"), words.t("Related"), _counted(parts, related[:_RELATED])),
        (Token("together"), words.t("Also together with"), together[:_TOGETHER]),
    )
    above = _stops(parts, _counted(parts, node.ancestors), _ROW // 2)
    if not above and not any(found for _, _, found in groups):
        return None
    here = _ROW * len(above) + _HERE // 2
    y = here + _HERE // 2
    branches = []
    for kind, name, found in groups:
        if found:
            branches.append(
                NeighbourGroup(kind, name, y + _HEADING // 2, _stops(parts, found, y + _HEADING + _ROW // 2))
            )
            y += _HEADING + _ROW * len(found)
    return Nearby(break_label(parts.labels[theme], _WIDTH), above, here, tuple(branches), y)


def _counted(parts: PageParts, themes: Iterable[ThemeId]) -> tuple[tuple[ThemeId, PublicCount], ...]:
    return tuple((t, of_visible(parts.kb.themes[t].reports)) for t in themes if t in parts.kb.themes)


def _stops(parts: PageParts, found: Sequence[tuple[ThemeId, PublicCount]], y: int) -> tuple[Stop, ...]:
    """Return a stop for each theme, the first at `y`."""
    highest = max((count for _, count in found), default=0) or 1
    return tuple(
        Stop(
            parts.theme_links[t],
            break_label(parts.labels[t], _WIDTH),
            count,
            -(-4 * count // highest),
            y + _ROW * index,
        )
        for index, (t, count) in enumerate(found)
    )
