"""What a body holds beside its blocks: comments, unused references, titles of links, the names of code languages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from proefpraktijk.model.text import RawText

_LETTER = re.compile(r"[^\W\d_]|\d{5}")
_PARAGRAPH = re.compile(r"\S.*(?:\n.*\S.*)*")


def unseen(text: str, start: int, seen: Sequence[tuple[int, int]]) -> tuple[RawText, ...]:
    """Return the text from `start` on outside the seen ranges (sorted) that holds letters or a long number.

    Blank lines separate one from the next.
    """
    gaps = []
    for first, last in seen:
        if first > start:
            gaps.append((start, first))
        start = max(start, last)
    gaps.append((start, len(text)))
    if not _LETTER.search("\0".join([text[first:last] for first, last in gaps])):
        return ()
    held = (found for gap in gaps for found in _PARAGRAPH.finditer(text, *gap))
    return tuple(RawText(found[0], *found.span()) for found in held if _LETTER.search(found[0]))
