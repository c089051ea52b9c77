"""The kinds of handouts, and the making of one."""

from __future__ import annotations

from enum import StrEnum

from proefpraktijk.model.document import Document
from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import ContentPath, Slug, ThemeId
from proefpraktijk.model.text import SafeText

from .finding import finding_handout
from .handles import band_cards, theme_cards
from .poster import poster
from .session import session_handout
from .sheet import Handout, HandoutBuilder, PaperSettings
from .theme import theme_handout


class HandoutKind(StrEnum):
    """What is put on paper."""

    THEME = "theme"
    SESSION = "session"
    FINDING = "finding"
    HANDLES = "handles"
    """Of a theme or a band, to cut out."""
    POSTER = "poster"
    """Of a theme's handles, in A3."""


def ids_of(kb: KnowledgeBase, kind: HandoutKind) -> tuple[str, ...]:
    """Return the ids of all that a handout of this kind can be about."""
    themes = tuple(map(str, kb.themes))
    return {
        HandoutKind.THEME: themes,
        HandoutKind.SESSION: tuple(map(str, kb.sessions)),
        HandoutKind.FINDING: tuple(map(str, kb.findings)),
        HandoutKind.HANDLES: (*themes, *(band.id for band in kb.community.bands)),
        HandoutKind.POSTER: themes,
    }[kind]


def pictures_for(kb: KnowledgeBase, kind: HandoutKind, key: str) -> frozenset[ContentPath]:
    """Return the pictures that the handout about `key` shows."""
    blocks = body.blocks if (body := _body(kb, kind, key)) else ()
    return frozenset(
        ContentPath(str(run.picture.target)) for block in blocks for run in block.runs if run.picture is not None
    )


def _body(kb: KnowledgeBase, kind: HandoutKind, key: str) -> Document[SafeText] | None:
    if kind is HandoutKind.THEME:
        return kb.themes[ThemeId(key)].theme.body
    if kind is HandoutKind.FINDING:
        return kb.findings[Slug(key)].finding.body
    if kind is HandoutKind.SESSION:
        return next(node.session.body for session, node in kb.sessions.items() if str(session) == key)
    return None


def make_handout(kb: KnowledgeBase, kind: HandoutKind, key: str, settings: PaperSettings) -> Handout | None:
    """Return the handout about `key`, one of `ids_of`; None when there is nothing yet to put on it."""
    builder = HandoutBuilder(kb, settings)
    if kind is HandoutKind.SESSION:
        return session_handout(builder, next(session for session in kb.sessions if str(session) == key))
    if kind is HandoutKind.FINDING:
        return finding_handout(builder, Slug(key))
    theme = ThemeId(key)
    if kind is HandoutKind.HANDLES and theme not in kb.themes:
        return band_cards(builder, next(band for band in kb.community.bands if band.id == key))
    if kind is HandoutKind.HANDLES:
        return theme_cards(builder, theme)
    return poster(builder, theme) if kind is HandoutKind.POSTER else theme_handout(builder, theme)
