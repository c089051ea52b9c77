"""The knowledge spiral with numbers: how many reports there are from each of its four steps."""

from __future__ import annotations

from dataclasses import dataclass, replace

from proefpraktijk.link.report_counts import ThemeCounts, theme_counts
from proefpraktijk.model.counts import PublicCount
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.spiral import Quadrant
from proefpraktijk.render.page_parts import Shelf
from proefpraktijk.render.views import Step, View

from .report_links import among


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Spiral(View):
    """The four steps, what does not tell its step, and all together."""

    steps: tuple[Step, ...]
    untold: PublicCount
    total: PublicCount


def spiral(shelf: Shelf, here: Quadrant | None = None) -> Spiral:
    """Return the spiral of all reports; each step leads to its quadrant."""
    numbers = theme_counts(shelf.kb.reports, [shelf.kb.by_quadrant.get(q, ()) for q in Quadrant])
    return Spiral(shelf.steps(here), numbers.unstated, numbers.total)


def spiral_of(shelf: Shelf, theme: ThemeId, numbers: ThemeCounts) -> Spiral:
    """Return the spiral of a theme's reports; each step leads to those, and a step without any to its quadrant."""
    steps = tuple(
        replace(
            step,
            to=among(theme, quadrant, count) or step.to,
            reports=shelf.words.n("{count} report", "{count} reports", count),
        )
        for step, quadrant, count in zip(shelf.steps(), Quadrant, numbers.cells, strict=True)
    )
    return Spiral(steps, numbers.unstated, numbers.total)
