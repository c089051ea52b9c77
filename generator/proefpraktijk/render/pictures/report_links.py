"""Where a number in a picture leads: to the reports it counts."""

from __future__ import annotations

from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.spiral import Quadrant
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import Address, Token, at

FEW = 4
"""Reports of one quadrant that a theme's own page shows; when there are more they have a list of their own."""


def group_id(quadrant: Quadrant | None) -> Token:
    """Return the place on a theme's page of its reports from one quadrant, or of those whose quadrant is not published."""
    return Token(f"k-{quadrant.value if quadrant else 'curl'}")


def among(theme: ThemeId, quadrant: Quadrant | None, count: int) -> Address | None:
    """Return where the `count` reports of a theme from one quadrant are listed; None when there are none."""
    if not count:
        return None
    return at(addresses.theme_in(theme, quadrant)) if count > FEW else at(addresses.theme(theme), group_id(quadrant))
