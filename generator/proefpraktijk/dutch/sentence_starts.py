"""Where sentences begin: there a capital proves nothing, anywhere else it does.

Whatever is in doubt is taken for the middle of a sentence, which holds more: with every position taken for a beginning
the share of names let through doubles (measured on Dutch news, see docs/anonimiteit.md).
"""

from __future__ import annotations

import re

from .abbreviations import ABBREVIATIONS
from .forms_of_address import LABELLED, LETTERED

BREAK = "\u2029"
"""What sets the blocks of a document apart in its text (PARAGRAPH SEPARATOR): no sentence goes on across it."""

_TRANSPARENT = " \t\n\u00a0\u202f*_~\"'\u201c\u201d\u2018\u2019\u201e\u201a\u00ab\u00bb([{<>-\u2013\u2014\u2022\u2192#"
_OPENING_QUOTES = "\"'\u201c\u201e\u2018\u201a\u00ab\u2019\u201d"
_LABEL = re.compile(r"(?:^|[\u2029\n])\s*(?:\d{1,3}|[a-z])$")
_COUNT = re.compile(r"[^\w\s)]\s{1,2}\d{1,3}$")
"""A number in a row of results, as in "0:13 -- 4. Bloem": no sentence ends there."""
_TAIL = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]\.)*[^\W\d_]{1,6}$")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.)+[^\W\d_a-z]")
"""Initials joined by stops, as "J.P" of "J.P. Jansen"; one alone may be a letter of the alphabet, as in "groep A."."""
_CLITIC = re.compile("['\u2019\u2018][snt](?=[ \u00a0])")
_REACH = 40


def begins_sentence(text: str, start: int) -> bool:
    """Return whether a sentence begins at `start`: a block, after a full stop, or a quotation after a colon.

    Linear over a document: it looks back no farther than the previous word, past "'s" in "'s Ochtends".
    """
    at, quoted = start, False
    while at > 0 and start - at < _REACH and (text[at - 1] in _TRANSPARENT or _is_picture(text[at - 1])):
        at -= 1
        quoted = quoted or text[at] in _OPENING_QUOTES
    if at == 0:
        return True
    if _CLITIC.match(text, max(0, at - 2)) and not text[max(0, at - 3) : at - 2].isalnum():
        return begins_sentence(text, at - 2)
    before = text[at - 1]
    if before == BREAK or before in "!?\u2026|":
        return True
    if before == ".":
        return _ends_sentence(text, at - 1)
    if before == ":":
        return quoted
    return before == ")" and bool(_LABEL.search(text, max(0, at - 6), at - 1))


def _ends_sentence(text: str, stop: int) -> bool:
    """Return whether the full stop at `stop` ends a sentence: no initial, abbreviation or date stands before it."""
    if _LABEL.search(text, max(0, stop - 6), stop):
        return True
    word = _TAIL.search(text, max(0, stop - 12), stop)
    if word is None:
        return not _COUNT.search(text, max(0, stop - 8), stop)
    lower = word[0].lower()
    if len(lower) == 1 and text[stop - 1].isupper():
        noun = text[max(0, stop - 24) : stop - 1].split()[-1:]
        return bool(noun) and (noun[0].lower() in LABELLED or noun[0].lower() in LETTERED or noun[0] in ("t/m", "met"))
    return lower not in ABBREVIATIONS and not _INITIALS.fullmatch(word[0])


def _is_picture(char: str) -> bool:
    return char > "\u2190" and not char.isalnum() and char != BREAK
