"""The words next to a name: titles, relations, verbs of speaking, genitives."""

from __future__ import annotations

import re
from functools import cached_property

from .lexicon import Rarity
from .names import SCHOOL_PREFIXES
from .titles import RELATIONS, ROLES, SAYING, SPEAKING, TITLES

_SPACE = r"[ \t\n\u00a0\u202f]{1,2}"
_WORD = r"(?<![^\W_])[^\W\d_]+(?:['\u2019-][^\W\d_]+)?"
_BEFORE = re.compile(rf"(?:({_WORD})\.?{_SPACE})?({_WORD})\.?{_SPACE}$")
_AFTER = re.compile(rf"{_SPACE}([^\W\d_]+)")
_DETERMINERS = frozenset("de het een onze ons mijn m'n jouw je haar zijn hun die deze dat dit elke iedere andere".split())
_SIBILANTS = "szxSZX"
_QUOTES = "'\u2019"
_REACH = 40


class Surroundings:
    """The two words before `start` and the word after `end`."""

    def __init__(self, text: str, start: int, end: int) -> None:
        """Look around `start`..`end` in `text`."""
        self._text, self._start, self._end = text, start, end

    @cached_property
    def _before(self) -> tuple[str, str, int]:
        """The second word before, the word before, and where a stretch that swallows it begins."""
        low = max(0, self._start - _REACH)
        found = _BEFORE.search(self._text, low, self._start)
        if not found:
            return "", "", self._start
        second, first = (found[1] or "").lower(), found[2].lower().replace("\u2019", "'")
        swallow = found.start(1) if first == "heer" and second == "de" else found.start(2)
        return second, first, swallow

    @property
    def title(self) -> str:
        """The title or role word before the name, in lower case; empty when there is none."""
        word = self._before[1]
        stop = self._text[self._start - 2 : self._start - 1] == "."
        return word if word in TITLES and (not stop or word in ("mevr", "mw", "dhr", "mr", "mrs", "ms")) else ""

    @property
    def title_start(self) -> int:
        """Where the title begins, "de" of "de heer" counted in."""
        return self._before[2]

    @property
    def addressed(self) -> bool:
        """Whether the title is how one speaks to somebody: juf, meester, mevrouw."""
        return self.title in SPEAKING

    @property
    def is_role(self) -> bool:
        """Whether the title says what the descriptor says: leerling, directeur."""
        return self.title in ROLES or self.title in ("ib'er", "ib-er", "iber")

    def verdict(self, verdict: str, rarity: Rarity) -> str:
        """Return the verdict on a word in lower case that may be a name, as its surroundings change it."""
        second, first, _ = self._before
        if self.title in SPEAKING:
            if rarity is Rarity.EVERYDAY:
                return verdict if second in _DETERMINERS else "hold"
            return "hold" if second in _DETERMINERS and verdict == "pass" else "replace"
        if verdict != "hold" or rarity is Rarity.EVERYDAY or first in _DETERMINERS:
            return verdict
        if first == "van" and second in RELATIONS:
            return "replace"
        after = _AFTER.match(self._text, self._end)
        word = after[1].lower() if after else ""
        if word in SAYING or first in SAYING or (first == "bij" and word == "thuis"):
            return "replace"
        return verdict

    def school_start(self) -> int:
        """Return where the name begins with the kind of school before it: "obs De Wilgenhof"."""
        _, first, start = self._before
        return start if first in SCHOOL_PREFIXES and first != "school" else self._start


def possessive_end(text: str, start: int, end: int) -> tuple[int, bool]:
    """Return the end with a genitive after it ("Noor's", "Mees' jas") and whether there is one."""
    if text[end : end + 1] not in _QUOTES or end >= len(text):
        return end, False
    if text[end + 1 : end + 2] in ("s", "S") and not text[end + 2 : end + 3].isalnum():
        return end + 2, True
    after = text[end + 1 : end + 2]
    opened = start > 0 and text[start - 1] in "'\u2018\u2019"
    if text[end - 1] in _SIBILANTS and after == " " and not opened and text[end + 2 : end + 3].islower():
        return end + 1, True
    return end, False
