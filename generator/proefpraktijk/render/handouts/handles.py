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

from .selection import in_turns, printable_handles_of_band, printable_handles_of_theme
from .sheet import Handout, HandoutBuilder, Heading

_CARDS = 64
"""Cards in one handout: eight sheets. Nobody cuts out more."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class CardsSheet(View):
    """Handles to cut out; `total` counts all there are."""

    handles: tuple[Handle, ...]
    total: PublicCount


def theme_cards(builder: HandoutBuilder, theme_id: ThemeId) -> Handout | None:
    """Return the handles of a theme to cut out; None when there are none."""
    heading = _heading(builder, str(theme_id), builder.kb.themes[theme_id].theme.label)
    return _cards(builder, printable_handles_of_theme(builder, theme_id), addresses.handles_of_theme(theme_id), heading)


def band_cards(builder: HandoutBuilder, band: Band) -> Handout | None:
    """Return the handles of a band to cut out; None when there are none."""
    heading = _heading(builder, band.id, Token(band.id.capitalize()))
    return _cards(builder, printable_handles_of_band(builder, band.id), addresses.handles_of_band(band), heading)


def _heading(builder: HandoutBuilder, key: str, title: SafeText | Token) -> Heading:
    return Heading(builder.words.t("Handles to cut out or hang up"), title, f"{builder.words.t('handles')}-{key}")


def _cards(builder: HandoutBuilder, handles: Sequence[Handle], url: SiteUrl, heading: Heading) -> Handout | None:
    if not handles:
        return None
    sheet = CardsSheet(tuple(in_turns(handles)[:_CARDS]), of_visible(handles))
    return builder.handout("cards", url, heading, sheet)
