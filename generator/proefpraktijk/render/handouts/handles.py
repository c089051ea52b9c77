"""Handles to cut out and hang up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.paths import SiteUrl, ThemeId
from proefpraktijk.model.spiral import Band
from proefpraktijk.model.text import SafeText
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import Token
from proefpraktijk.render.views import Handle, View

from .selection import handles_of_band, handles_of_theme, spread
from .sheet import Handout, Heading, Press

_CARDS = 64
"""Cards in one handout: eight sheets. Nobody cuts out more."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class CardsSheet(View):
    """Handles to cut out; `total` counts all there are."""

    handles: tuple[Handle, ...]
    total: PublicCount


def theme_cards(press: Press, theme_id: ThemeId) -> Handout | None:
    """Return the handles of a theme to cut out; None when there are none."""
    heading = _heading(press, str(theme_id), press.kb.themes[theme_id].theme.label)
    return _cards(press, handles_of_theme(press, theme_id), addresses.handles_of_theme(theme_id), heading)


def band_cards(press: Press, band: Band) -> Handout | None:
    """Return the handles of a band to cut out; None when there are none."""
    heading = _heading(press, band.id, Token(band.id.capitalize()))
    return _cards(press, handles_of_band(press, band.id), addresses.handles_of_band(band), heading)


def _heading(press: Press, key: str, title: SafeText | Token) -> Heading:
    return Heading(press.words.t("Handles to cut out or hang up"), title, f"{press.words.t('handles')}-{key}")


def _cards(press: Press, handles: Sequence[Handle], url: SiteUrl, heading: Heading) -> Handout | None:
    if not handles:
        return None
    sheet = CardsSheet(tuple(spread(handles)[:_CARDS]), of_visible(handles))
    return press.handout("cards", url, heading, sheet)
