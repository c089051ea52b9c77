"""Words and phrases with a capital that are no names of the community (`data/terms.txt` gives each its reason)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from .lexicon import DATA, Lexicon, lexicon

_SHORTEST_STEM = 4
_LONGEST_STEM = 24
_GRAMMAR = "grammatica"
_METHOD = "methode"
_OF_PEOPLE = frozenset(("taal", "volk"))


class Terms:
    """The allow-list. Made once a process (`terms()`)."""

    def __init__(self, reasons: Mapping[str, str], words: Lexicon) -> None:
        """Take the phrases as written, each with its reason, and the lexicon that judges the rest of a compound."""
        self._words = words
        self._people = frozenset(phrase for phrase, reason in reasons.items() if reason in _OF_PEOPLE)
        self._methods = frozenset(phrase for phrase, reason in reasons.items() if reason == _METHOD)
        self._singles: set[str] = set()
        self._phrases: dict[str, list[re.Pattern[str]]] = defaultdict(list)
        self._grammar: dict[str, list[re.Pattern[str]]] = defaultdict(list)
        for phrase in sorted(reasons, key=len, reverse=True):
            first = re.match(r"[\w'-]+", phrase)
            if first and first[0] == phrase:
                self._singles.add(phrase)
            elif first:
                pattern = re.escape(phrase).replace(r"\ ", r"\s+") + (r"(?!\w)" if phrase[-1].isalnum() else "")
                kind = self._grammar if reasons[phrase] == _GRAMMAR else self._phrases
                kind[first[0]].append(re.compile(pattern))
        self._lower = frozenset(single.lower() for single in self._singles)
        self._trade = frozenset(single for single in self._singles if single.islower())

    def knows_lower(self, lower: str) -> bool:
        """Return whether a word in lower case is a term written without its capital."""
        return lower in self._lower

    def is_trade_word(self, lower: str) -> bool:
        """Return whether a word is Dutch of the trade, known in lower case."""
        return lower in self._trade

    def covers(self, word: str) -> bool:
        """Return whether `word` is a term, an inflected one or a compound of a term and known Dutch words."""
        if self._is_term(word):
            return True
        head, hyphen, rest = word.partition("-")
        if hyphen and self._is_term(head):
            return self._words.knows(rest) or self.covers(rest)
        if hyphen and head.islower() and self._words.knows(head):
            return self.covers(rest)
        return any(
            word[:at] in self._singles and self._ends_compound(word, word[at:])
            for at in range(_SHORTEST_STEM, min(len(word) - 2, _LONGEST_STEM))
        )

    def _ends_compound(self, word: str, rest: str) -> bool:
        """Return whether `rest` makes a compound of a term: "Duitsles", but "Duitsland" is a place and "Turkstra" a name."""
        return rest.islower() and not rest.startswith("land") and self._words.ends_compound(word.lower(), rest)

    def is_people(self, word: str) -> bool:
        """Return whether `word` is the name of a language or a people, or their adjective: it may begin a longer name."""
        return word in self._people or (
            word[-1:] in ("e", "s") and word[:-1] in self._people and len(word) > _SHORTEST_STEM
        )

    def is_method(self, word: str) -> bool:
        """Return whether `word` is the name of a method, a programme or a device that schools use."""
        return word in self._methods

    def _is_term(self, word: str) -> bool:
        word = word.replace("\u2019", "'").removesuffix("'s")
        if word in self._singles:
            return True
        return self.is_people(word)

    def phrase_at(self, text: str, word: str, start: int) -> int:
        """Return where the term of several words ends that begins with `word` at `start`, or -1."""
        return _end(self._phrases, text, word, start)

    def is_grammar(self, text: str, word: str, start: int) -> bool:
        """Return whether the words after `word` at `start` show that it is no name: "Wil je", "Door de"."""
        return _end(self._grammar, text, word, start) >= 0

    def begins_phrase(self, word: str) -> bool:
        """Return whether some phrase begins with `word`."""
        return word in self._phrases or word in self._grammar


def _end(phrases: Mapping[str, list[re.Pattern[str]]], text: str, word: str, start: int) -> int:
    return next((found.end() for pattern in phrases.get(word, ()) if (found := pattern.match(text, start))), -1)


@cache
def terms() -> Terms:
    """Return the allow-list that ships with the package."""
    lines = (DATA / "terms.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if line.strip() and not line.startswith("#"))
    return Terms({phrase.strip(): reason.partition(":")[0].strip() for phrase, _, reason in rows}, lexicon())
