"""Where sentences begin and end, in Dutch as teachers write it.

Rule-based and linear: every `.`, `!`, `?` or `…` is looked at once. It errs towards keeping sentences together, since
a context that is a sentence too long still reads well, and half a sentence does not.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from .abbreviations import ABBREVIATIONS, MAY_END_A_SENTENCE

Span = tuple[int, int]
"""A half-open range of code points."""

_STOP = re.compile(
    r"""
    (?<![.!?…]) [.!?…]++         # the stop, tried once per row of stops
    ["'”’»)\]]*                  # what closes after it
    \s+                          # white space, line breaks among it
    (?= ["'“‘„«(]* (?: [A-ZÀ-ÖØ-Þ0-9\[] | ['’]\w\s ) )  # what may begin a sentence; `'s Ochtends` does
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[\w.'’]+\Z")
_GOES_ON = ABBREVIATIONS - MAY_END_A_SENTENCE
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
"""A single letter, or initials joined by stops, as `J.P` of `J.P. Jansen`."""


def sentences(text: str) -> list[Span]:
    """Return the sentences of `text` in order, without the white space between them.

    No stop: after an abbreviation (`bijv.`, `o.a.`), an initial (`K. van Leeuwen`) or a number that opens a sentence
    (`1. Eerst`), and before a lower-case letter (`… en toen`, `"Wat nu?" vroeg ze`). `groep 5.` does end one.
    """
    spans: list[Span] = []
    start = len(text) - len(text.lstrip())
    for stop in _STOP.finditer(text):
        if _goes_on(text, start, stop.start()):
            continue
        spans.append((start, _end(stop)))
        start = stop.end()
    end = len(text.rstrip())
    if start < end:
        spans.append((start, end))
    return spans


def _end(stop: re.Match[str]) -> int:
    """Return where a sentence ends: after its stop and what closes it, before the white space."""
    return stop.start() + len(stop.group().rstrip())


def _goes_on(text: str, start: int, stop: int) -> bool:
    """Return whether the stop at `stop` belongs to a word of the sentence that began at `start`."""
    if text[stop] != "." or text[stop : stop + 2] == "..":
        return False
    found = _LAST_WORD.search(text, max(start, stop - 20), stop)
    if found is None:
        return False
    word = found.group()
    if word.isdigit():
        return found.start() == start
    return bool(_INITIALS.fullmatch(word)) or word.lower() in _GOES_ON


def around(spans: list[Span], start: int, end: int) -> Span:
    """Return the range of the sentences that `start`..`end` touches. `spans` are all sentences of the text."""
    if not spans:
        return start, end
    first = max(0, bisect_right(spans, (start, 1 << 60)) - 1)
    last = max(first, bisect_right(spans, (max(start, end - 1), 1 << 60)) - 1)
    return min(start, spans[first][0]), max(end, spans[last][1])
