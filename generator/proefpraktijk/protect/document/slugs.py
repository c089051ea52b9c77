"""Public names of pages, made from safe text only."""

from __future__ import annotations

import re
import unicodedata

from proefpraktijk.model.paths import Slug
from proefpraktijk.model.problem import Message
from proefpraktijk.model.text import SafeText

LONGEST = 80
_WRITTEN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_APART = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})


def slug_of(title: SafeText, fallback: str) -> Slug:
    """Return `title` as a slug of at most 80 characters, cut between words; `fallback` when nothing is left of it."""
    plain = unicodedata.normalize("NFKD", title.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    whole = _APART.sub("-", plain.replace("'", "")).strip("-")
    if len(whole) > LONGEST:
        whole = whole[: LONGEST + 1].rpartition("-")[0] or whole[:LONGEST]
    return Slug(whole or fallback)


def is_slug(text: str) -> bool:
    """Tell whether a slug somebody wrote can be used as it stands."""
    return len(text) <= LONGEST and _WRITTEN.fullmatch(text) is not None


LEAVE_OUT = Message("leave it out; who still has the old link is told that the page is not there")
