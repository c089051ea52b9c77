"""Words and what is known of each by itself, looked up once per process however often the word occurs.

A word is letters with apostrophes and hyphens between them ("zo'n", "Vos-Brouwer"); an atom is a run of letters in it.
Of a plain word (lower case, Dutch, no part of any name, starting no pattern) nothing is kept: that is what makes a
report of 350 words cost 350 dictionary look-ups.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from proefpraktijk.dutch.folding import fold
from proefpraktijk.dutch.forms_of_address import TITLES
from proefpraktijk.dutch.kinds_of_school import KINDS_OF_SCHOOL, SCHOOL_TAILS
from proefpraktijk.dutch.lexicon import Lexicon
from proefpraktijk.dutch.school_terms import Terms

from .disguises import hidden_in, is_unreadable, may_hide
from .name_forms import ATOM
from .name_index import Match, NameIndex

WORD = re.compile(r"[^\W\d_]+(?:['\u2019\u2018\u02bc\u00b4`\u2010\u2011-]{1,2}[^\W\d_]+)*")
_QUOTES = str.maketrans("\u2019\u2018\u02bc\u00b4`\u2010\u2011", "'''''--")
_CLOSING = ".,;:!?)"
"""Marks that close a sentence or a part of it: no part of a name in disguise that can be read."""
_MEMORY = 150_000
_LONGEST_KEPT = 100
_SHORTEST_CONTAINED = 5


class NameHit(NamedTuple):
    """An atom of a word, at these offsets in the word, and the forms of names it may belong to."""

    start: int
    end: int
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a word whatever stands around it.

    `lower` is the word in lower case with straight apostrophes. `known`: it is Dutch. `opens`: at the start of a
    sentence its capital proves nothing. `shouted`: in capitals as a whole. `inner`: a capital after its first letter.
    `foreign`: it holds letters of another script. `conceals`: a name of the index is hidden in it. `term`: the
    allow-list explains its capital; `phrase`: a phrase of that list begins with it.
    """

    lower: str
    hits: tuple[NameHit, ...]
    capital: bool
    inner: bool
    shouted: bool
    known: bool
    opens: bool
    foreign: bool
    conceals: bool
    single: bool
    title: bool
    school: bool
    school_name: bool
    term: bool
    phrase: bool


_NOTHING = Facts("", (), *(False,) * 13)


class Word(NamedTuple):
    """A word that is not plain, and where it stands in the view."""

    start: int
    end: int
    text: str
    facts: Facts


class WordBook:
    """The memory of words for one index of names."""

    def __init__(self, index: NameIndex, lexicon: Lexicon, terms: Terms) -> None:
        """Begin with nothing remembered."""
        self.index = index
        self.lexicon = lexicon
        self.terms = terms
        self._known: dict[str, Facts | None] = {}
        self._stretches: dict[str, tuple[Word, ...]] = {}

    def words(self, text: str) -> list[Word]:
        """Return the words of `text` that are not plain, in order.

        What is remembered are the stretches between spaces, with the words in them: splitting at spaces is twenty times
        as fast as finding words by an expression.
        """
        known, found, at = self._stretches, list[Word](), 0
        for stretch in text.replace("\n", " ").split(" "):
            try:
                inside = known[stretch]
            except KeyError:
                inside = self._study_stretch(stretch)
            for start, end, word, facts in inside:
                found.append(Word(at + start, at + end, word, facts))
            at += len(stretch) + 1
        return found

    def _study_stretch(self, stretch: str) -> tuple[Word, ...]:
        words = ((match.start(), match.end(), match[0]) for match in WORD.finditer(stretch))
        inside = tuple(
            Word(start, end, word, facts) for start, end, word in words if (facts := self.facts(word)) is not None
        )
        if may_hide(stretch):
            inside = self._disguised(stretch, inside) or inside
        if len(self._stretches) > _MEMORY:
            self._stretches.clear()
        if len(stretch) < _LONGEST_KEPT:
            self._stretches[stretch] = inside
        return inside

    def _disguised(self, stretch: str, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """Return the stretch, but what closes it, as one word when it may be a name in disguise.

        Names in `words` are known already.
        """
        rest = stretch
        for word in words:
            for hit in word.facts.hits:
                start, end = word.start + hit.start, word.start + hit.end
                rest = f"{rest[:start]}{' ' * (end - start)}{rest[end:]}"
        foreign = any(map(is_unreadable, rest.split()))
        hides = not foreign and self.disguises(rest)
        if not foreign and not hides:
            return ()
        text = stretch if foreign else stretch.rstrip(_CLOSING)
        return (Word(0, len(text), text, replace(_NOTHING, foreign=foreign, conceals=hides)),)

    def disguises(self, text: str) -> bool:
        """Return whether anything between spaces in `text` is, or may be, a name in disguise."""
        return any(
            self.index.conceals(match.form.atoms[match.anchor]) or certain
            for part in text.split()
            for letters, certain in hidden_in(part)
            for match in self.index.lookup(letters, letters)
            if len(match.form.atoms) == 1
        )

    def facts(self, word: str) -> Facts | None:
        """Return what is known of `word`, or None when it is plain; remembered."""
        if word not in self._known:
            if len(self._known) > _MEMORY:
                self._known.clear()
            self._known[word] = self.study(word)
        return self._known[word]

    def study(self, word: str) -> Facts | None:
        """Return what is known of `word`, or None when it is plain."""
        lower = word.lower().translate(_QUOTES)
        hits = self.hits(word)
        capital, known = word[0].isupper() or word[0].istitle(), self._knows(lower)
        has_capital = word != word.lower()
        title, school = lower in TITLES, lower in KINDS_OF_SCHOOL
        single = len(word) == 1
        conceals = not (hits or (known and self.lexicon.rarity(lower))) and self._conceals(lower)
        if known and not (hits or has_capital or title or school or single or conceals):
            return None
        letters = [c for c in word if c.isalpha()]
        return Facts(
            lower=lower,
            hits=hits,
            capital=capital,
            inner=has_capital and word[1:] != word[1:].lower(),
            shouted=len(letters) > 1 and all(c.isupper() for c in letters),
            known=known,
            opens=self._opens(lower),
            foreign=not all(_is_latin(c) for c in letters),
            conceals=conceals,
            single=single,
            title=title,
            school=school,
            school_name=capital and lower.endswith(SCHOOL_TAILS),
            term=has_capital and self.terms.covers(word),
            phrase=self.terms.begins_phrase(word.translate(_QUOTES)),
        )

    def hits(self, word: str) -> tuple[NameHit, ...]:
        """Return the atoms of `word` that may belong to a name."""
        found: list[NameHit] = []
        for atom in ATOM.finditer(word):
            written = atom[0].lower()
            if matches := self.index.lookup(fold(atom[0]), written):
                found.append(NameHit(atom.start(), atom.end(), matches))
        return tuple(found)

    def _knows(self, lower: str) -> bool:
        if self.lexicon.knows(lower) or self.terms.knows_lower(lower):
            return True
        parts = re.split("['-]+", lower)
        return len(parts) > 1 and all(len(part) == 1 or self.lexicon.knows(part) for part in parts)

    def _opens(self, lower: str) -> bool:
        if self.lexicon.opens_sentence(lower) or self.terms.is_trade_word(lower):
            return True
        parts = re.split("['-]+", lower)
        return len(parts) > 1 and all(len(part) == 1 or self.lexicon.opens_sentence(part) for part in parts)

    def _conceals(self, lower: str) -> bool:
        """Return whether a word begins or ends with a name that is no Dutch word: "wilgenhofteam"."""
        folded = fold(lower)
        lookup = self.index.conceals
        return any(
            lookup(folded[:at]) or lookup(folded[-at:]) for at in range(_SHORTEST_CONTAINED, min(len(folded), 40))
        )


def _is_latin(char: str) -> bool:
    """Return whether a letter is Latin script: Basic Latin to Latin Extended-B, or Latin Extended Additional."""
    return char < "\u0250" or "\u1e00" <= char < "\u1f00"
