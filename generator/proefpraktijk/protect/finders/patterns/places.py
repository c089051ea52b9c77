"""Where people live: postcodes with a house number, streets with and without one.

A street that is named with a number is an address in any sentence. Without a number it is taken for one only after
"aan de", "in de" and the like, and when its name is none of the roster's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proefpraktijk.dutch.sentence_starts import begins_sentence
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found

_S = r"[ \t\n\u00a0\u202f]"
_EDGE = r"(?![^\W_])"
_HOUSE = rf"[0-9]{{1,4}}(?:[ -]?[A-Z]|-?[a-z]|-[0-9]{{1,2}}|[ -]?(?:bis|hs))?{_EDGE}"
_POSTCODE = re.compile(
    rf"[1-9](?<![^\W_][1-9])[0-9]{{3}}{_S}?(?!SA|SD|SS|IB|SO)[A-Z]{{2}}{_EDGE}(?:[ ,-]{{1,2}}(?:(?:huis)?nr\.? )?{_HOUSE})?"
)
_TAILS = tuple(
    "straat laan weg plein dijk kade gracht hof pad steeg singel dreef plantsoen baan ring markt park hoek erf".split()  # noqa: SIM905
)
_SURE = tuple("straat laan plein kade gracht steeg singel dreef plantsoen".split())  # noqa: SIM905
"""What only streets end in, more or less: enough without a number."""
_NUMBER = re.compile(rf"{_S}(?:nr\.? )?{_HOUSE}")
_LAST = re.compile(rf"(?<![^\W_])([^\W\d_][\w'\u2019-]*\.?){_S}$")
_WITHIN = frozenset("van de den der ten ter het op aan 't".split())  # noqa: SIM905
_BEFORE = re.compile(rf"(?<![^\W_])(?:aan|in|op|naar|van|uit|over|langs|bij|achter){_S}(?:de|het){_S}$")
_LONGEST = 40
_MOST_WORDS = 6


def find_postcodes(text: str) -> Iterator[Found]:
    """Yield Dutch postcodes, each with the number of the house when it is given."""
    for found in _POSTCODE.finditer(text):
        yield Found(*found.span(), "replace", HoldKind.PLACE, "patterns", noun="postcode")


def find_streets(state: DetectionState) -> Iterator[Found]:
    """Yield streets whose name has a capital."""
    text = state.view.text
    for word in state.words:
        if not (word.facts.capital and word.facts.lower.endswith(_TAILS)) or word.facts.hits:
            continue
        if begins_sentence(text, word.start) and state.book.lexicon.knows(word.facts.lower):
            continue
        if number := _NUMBER.match(text, word.end):
            start = _street_start(state, word.start)
            yield Found(start, number.end(), "replace", HoldKind.PLACE, "patterns", noun="adres")
        elif _is_sure(word.facts.lower) and _BEFORE.search(text, max(0, word.start - _LONGEST), word.start):
            yield Found(word.start, word.end, "replace", HoldKind.PLACE, "patterns", noun="straat")


def _is_sure(lower: str) -> bool:
    return lower.endswith(_SURE) and lower not in _SURE


def _street_start(state: DetectionState, start: int) -> int:
    """Return where the street begins whose last word begins at `start`: "Burgemeester van Eschweg", "Lange Dreef"."""
    text, at = state.view.text, start
    for _ in range(_MOST_WORDS):
        before = _LAST.search(text, max(0, at - _LONGEST), at)
        if before is None or not (before[1] in _WITHIN or before[1][0].isupper()):
            break
        at = before.start()
        if before[1][0].isupper():
            if begins_sentence(text, at) and state.book.lexicon.opens_sentence(before[1].lower()):
                break
            start = at
    return start
