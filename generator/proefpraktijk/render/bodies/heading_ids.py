"""The ids of headings."""

from __future__ import annotations

import re

from proefpraktijk.dutch.folding import slug_of

_RESERVED = re.compile(r"[ph]\d+|s-.*")
"""Ids of our own: passages, handles, sections of a page."""


def heading_slug(text: str) -> str:
    """Return a heading's id, made as the anchors of links are made, and kept clear of our own ids."""
    slug = slug_of(text) or "deel"
    return f"{slug}-kop" if _RESERVED.fullmatch(slug) else slug
