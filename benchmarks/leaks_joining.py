"""Tokens of a corpus put together as running text, with punctuation in its Dutch place.

Only the tokens are looked at, never where the corpus says that a sentence ends: finding that out is the detector's
own work, and a good part of it.
"""

from __future__ import annotations

from collections.abc import Sequence

_CLOSING = frozenset(". , ; : ! ? ) ] } » ” … % ‰ ° ...".split())  # noqa: SIM905
_OPENING = frozenset("( [ { « “ „ ‘ $ £ # @".split())  # noqa: SIM905
_BOTH = frozenset("/ \\ _".split())  # noqa: SIM905
_STRAIGHT = frozenset(['"', "''", "``", "'"])
_APOSTROPHES = frozenset("'’`")
_ADVERBS = frozenset(
    "avonds lands maandags middags morgens nachts namiddags ochtends voormiddags werelds winters zomers".split()  # noqa: SIM905
)
"""Words after which a loose *'s* does not belong to the word before it: "kwam 's avonds"."""

_CLIPPED = frozenset("stnmk")
"""What is left of *des*, *het*, *een*, *hem* and *ik* after an apostrophe."""

_LEADS_IN = _OPENING | {":"}
_LONGEST_QUOTE = 60
"""Tokens after which a straight quotation mark that was never closed is forgotten."""


def join(tokens: Sequence[str]) -> tuple[str, list[int]]:
    """Return the text of `tokens`, and for each token the offset at which it begins."""
    parts: list[str] = []
    starts: list[int] = []
    at, glued, opened = 0, True, dict[str, int]()
    for index, token in enumerate(tokens):
        left, right = _sides(tokens, index, opened)
        if not (glued or left):
            parts.append(" ")
            at += 1
        starts.append(at)
        parts.append(token)
        at += len(token)
        glued = right
    return "".join(parts), starts


def _sides(tokens: Sequence[str], index: int, opened: dict[str, int]) -> tuple[bool, bool]:
    """Tell whether a token stands against the one before it, and against the one after it."""
    token = tokens[index]
    before = tokens[index - 1] if index else ""
    after = tokens[index + 1] if index + 1 < len(tokens) else ""
    if token in _STRAIGHT:
        if token in _APOSTROPHES and (after in _CLIPPED or after.isdigit()):
            return _is_genitive(before, after, tokens[index + 2 : index + 3]), True
        return _quote(tokens, index, opened)
    if token in {"-", "–"}:
        score = before[-1:].isdigit() and after[:1].isdigit()
        return score, score
    if token[0] in _APOSTROPHES:
        return _is_genitive(before, token[1:], tokens[index + 1 : index + 2]), False
    if token == "€":
        return False, after[:1].isdigit()
    return token in _CLOSING | _BOTH, token in _OPENING | _BOTH


def _quote(tokens: Sequence[str], index: int, opened: dict[str, int]) -> tuple[bool, bool]:
    """Take straight marks by turns for opening and closing, unless what stands beside them tells."""
    token = tokens[index]
    since = opened.pop(token, None)
    closes = since is not None and index - since <= _LONGEST_QUOTE
    if index and tokens[index - 1] in _LEADS_IN:
        closes = False
    elif index + 1 < len(tokens) and tokens[index + 1] in _CLOSING:
        closes = True
    if not closes:
        opened[token] = index
    return closes, not closes


def _is_genitive(before: str, letter: str, following: Sequence[str]) -> bool:
    """Tell whether a loose *'s* ends the word before it ("Anna 's jas") and is not a word ("'s avonds")."""
    if letter != "s" or not before[-1:].isalpha():
        return False
    return not following or (following[0].lower() not in _ADVERBS and not following[0].startswith("-"))
