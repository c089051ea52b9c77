"""Heat maps: themes by quadrant, and by band. Each square holds its number; its shade only repeats it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from proefpraktijk.link.report_counts import ThemeCounts, by_band
from proefpraktijk.model.counts import PublicCount
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.spiral import Quadrant
from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render import addresses
from proefpraktijk.render import coordinate_names as names
from proefpraktijk.render.addresses import Address, Token
from proefpraktijk.render.page_parts import PageParts
from proefpraktijk.render.views import Link, View, part

from .line_breaking import BrokenLabel, break_label
from .report_links import among

_WIDTH = 18
"""Letters on a line beside the squares: as many as fit on a small phone."""

_SHADES = 4

_LINES = 12
"""Themes in the map by band."""


@part
class Square(NamedTuple):
    """A number in a map, its shade (0 for none at all, then 1 to 4), and the reports it counts."""

    reports: PublicCount
    shade: int
    to: Address | None


@part
class Column(NamedTuple):
    """What a column is called, the class that colours it, and where it begins, in percents."""

    name: UiText | Token
    id: Token
    x: int


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class HeatLine(View):
    """A theme with its numbers. `whole`: it is a whole branch, wider than the lines below it, and has no shades.

    `deep`: it stands under a line that is no whole branch.
    """

    theme: Link
    letters: BrokenLabel
    whole: bool
    deep: bool
    squares: tuple[Square, ...]
    total: PublicCount


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class HeatMap(View):
    """A map. `step` is the width of a column in percents, an even number; what is left is for the labels."""

    id: Token
    title: SafeText | UiText
    columns: tuple[Column, ...]
    step: int
    lines: tuple[HeatLine, ...]


def quadrant_maps(parts: PageParts, lines: Mapping[ThemeId, ThemeCounts]) -> tuple[HeatMap, ...]:
    """Return a map for each branch of the codebook about which there are reports: its themes by quadrant."""
    columns = [(names.capital(parts.quadrant_names[q]), Token(q.value)) for q in Quadrant]
    quadrants = (*Quadrant, None)
    tops = [theme for theme, node in parts.kb.themes.items() if not node.ancestors and node.reports]
    complete = not any(lines[top].unstated for top in tops)

    def place(theme: ThemeId, column: int, count: int) -> Address | None:
        return among(theme, quadrants[column], count)

    maps = []
    for top in tops:
        rows = [(theme, lines[theme]) for theme in parts.themes_below(top) if lines[theme].total]
        maps.append(
            _map(
                parts,
                Token(f"h-{top}"),
                parts.labels[top],
                _columns(parts, columns, complete=complete),
                rows,
                place=place,
            )
        )
    return tuple(maps)


def band_map(parts: PageParts) -> HeatMap | None:
    """Return the map of the themes with most reports, of those without narrower ones, by band; None without any.

    Themes on safety are not in it, see `link.matrix`.
    """
    bands = parts.bands
    found = [(t, line) for t, line in by_band(parts.kb).items() if line.total and not parts.kb.themes[t].narrower]
    rows = sorted(found, key=lambda row: -row[1].total)[:_LINES]
    if not rows or not bands:
        return None

    def place(theme: ThemeId, column: int, count: int) -> Address | None:
        return addresses.discover(thema=theme, groep=bands[column].id) if count and column < len(bands) else None

    columns = [(Token(band.id[:_WIDTH].capitalize()), Token("in-band")) for band in bands]
    complete = not any(line.unstated for _, line in rows)
    return _map(
        parts,
        Token("h-bouwen"),
        parts.words.t("Themes by band"),
        _columns(parts, columns, complete=complete),
        rows,
        place=place,
    )


def _columns(parts: PageParts, named: Sequence[tuple[UiText | Token, Token]], *, complete: bool) -> tuple[Column, ...]:
    """Return the columns, with one for reports whose coordinate is not published, unless there are none."""
    every = [*named] if complete else [*named, (names.capital(parts.words.t("not told")), Token("untold"))]
    step = _step(len(every))
    return tuple(Column(name, column, 100 - step * (len(every) - index)) for index, (name, column) in enumerate(every))


def _step(columns: int) -> int:
    return 2 * max(3, 25 // columns)


def _map(
    parts: PageParts,
    map_id: Token,
    title: SafeText | UiText,
    columns: tuple[Column, ...],
    rows: Sequence[tuple[ThemeId, ThemeCounts]],
    *,
    place: Callable[[ThemeId, int, int], Address | None],
) -> HeatMap:
    themes = parts.kb.themes
    shaded = [max(line.cells) for theme, line in rows if themes[theme].ancestors or not themes[theme].narrower]
    highest = max(_SHADES, *shaded, 0)
    shown = {theme for theme, _ in rows}
    lines = []
    for theme, line in rows:
        whole = not themes[theme].ancestors and bool(themes[theme].narrower)
        counts = (*line.cells, line.unstated)[: len(columns)]
        squares = tuple(
            Square(count, 0 if whole else -(-_SHADES * count // highest), place(theme, column, count))
            for column, count in enumerate(counts)
        )
        deep = any(above in shown for above in themes[theme].ancestors[1:])
        letters = break_label(parts.labels[theme], _WIDTH)
        lines.append(HeatLine(parts.theme_links[theme], letters, whole, deep, squares, line.total))
    return HeatMap(map_id, title, columns, _step(len(columns)), tuple(lines))
