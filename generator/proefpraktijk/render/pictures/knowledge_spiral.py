"""The knowledge spiral with numbers: how many reports there are from each of its four steps."""

from __future__ import annotations

from dataclasses import dataclass, replace

from proefpraktijk.link.report_counts import ThemeCounts, theme_counts
from proefpraktijk.model.counts import PublicCount
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.spiral import Quadrant
from proefpraktijk.render.page_parts import PageParts
from proefpraktijk.render.views import SpiralStep, View

from .report_links import among


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Spiral(View):
    """The four steps, those without a published step, and all together."""

    steps: tuple[SpiralStep, ...]
    unpublished: PublicCount
    total: PublicCount


def spiral(parts: PageParts, here: Quadrant | None = None) -> Spiral:
    """Return the spiral of all reports; each step leads to its quadrant."""
    numbers = theme_counts(parts.kb.reports, [parts.kb.by_quadrant.get(q, ()) for q in Quadrant])
    return Spiral(parts.steps(here), numbers.unstated, numbers.total)


def spiral_of(parts: PageParts, theme: ThemeId, numbers: ThemeCounts) -> Spiral:
    """Return the spiral of a theme's reports; each step leads to those, and a step without any to its quadrant."""
    steps = tuple(
        replace(
            step,
            to=among(theme, quadrant, count) or step.to,
            reports=parts.words.n("{count} report", "{count} reports", count),
        )
        for step, quadrant, count in zip(parts.steps(), Quadrant, numbers.cells, strict=True)
    )
    return Spiral(steps, numbers.unstated, numbers.total)
