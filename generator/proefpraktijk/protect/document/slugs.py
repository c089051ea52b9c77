"""Public names of pages, made from safe text only."""

from __future__ import annotations

import re

from proefpraktijk.dutch.folding import slug_of
from proefpraktijk.model.paths import Slug
from proefpraktijk.model.problem import Message
from proefpraktijk.model.text import SafeText

LONGEST = 80
_WRITTEN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def page_slug(title: SafeText, fallback: str) -> Slug:
    """Return `title` as a slug of at most 80 characters, cut between words; `fallback` when nothing is left of it."""
    whole = slug_of(title)
    if len(whole) > LONGEST:
        whole = whole[: LONGEST + 1].rpartition("-")[0] or whole[:LONGEST]
    return Slug(whole or fallback)


def is_slug(text: str) -> bool:
    """Return whether a slug somebody wrote can be used as it stands."""
    return len(text) <= LONGEST and _WRITTEN.fullmatch(text) is not None


LEAVE_OUT = Message("leave it out; who still has the old link is told that the page is not there")
