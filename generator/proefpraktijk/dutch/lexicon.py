"""Which words are ordinary Dutch: OpenTaal's lower-case entries, everyday words, and compounds of them.

The lexicon holds no proper names (see `tools/build_lexicon.py`), so a word in it is evidence, but
never proof: words it also holds with a capital are ambiguous, so are those that are names in a second source
(`tools/build_name_words.py`), and everyday words are kept apart from rarer ones.
"""

from __future__ import annotations

import gzip
from enum import IntEnum
from functools import cache
from importlib import resources

from .compounds import SHORT_PARTS, SHORTEST_PART, Compounds
from .inflection import inflections

DATA = resources.files(__package__) / "data"


class Rarity(IntEnum):
    """How strongly a word in lower case speaks against being a name."""

    UNIQUE = 0
    """In no dictionary: nothing but a name."""
    WORD = 1
    """A Dutch word: "roos", "mees", "kamp"."""
    EVERYDAY = 2
    """A word that is on every page: "wil", "door", "an"."""


class Lexicon:
    """The words of Dutch. Made once a process (`lexicon()`); about 50 MB."""

    def __init__(self) -> None:
        """Load the data files."""
        text = gzip.decompress((DATA / "lexicon.txt.gz").read_bytes()).decode()
        plain, ambiguous = text.split("\n\n")
        self._plain = frozenset(plain.split("\n"))
        self._ambiguous = frozenset(ambiguous.split("\n"))
        everyday = _everyday()
        self._everyday = everyday[""] | everyday["="] | everyday["~"]
        self._grammar, self._adverbs, self._also_names = everyday["="], everyday["~"], everyday["!"]
        self._names, self._names_of_several = _names()
        self._compounds = Compounds(self._holds)

    def _holds(self, word: str) -> bool:
        return word in self._plain or word in self._ambiguous or word in self._everyday

    def rarity(self, word: str) -> Rarity:
        """Return how ordinary `word` (lower case) is as a Dutch word, compounds not counted."""
        if word in self._everyday:
            return Rarity.EVERYDAY
        return Rarity.WORD if self._holds(word) else Rarity.UNIQUE

    def knows(self, word: str) -> bool:
        """Return whether `word` (lower case, straight apostrophes) is Dutch: an entry, an inflection or a compound."""
        return self._holds(word) or self._compounds.knows(word)

    def opens_sentence(self, word: str) -> bool:
        """Return whether `word` (lower case) may be trusted to be no name when it begins a sentence with a capital.

        A compound found by splitting is trusted only when it does not look like a surname ("Groeneveld", "Rietveld").
        """
        if word in self._also_names:
            return False
        if word in self._everyday:
            return True
        if word in self._names or word in self._ambiguous:
            return False
        if word in self._plain:
            return True
        if any(stem in self._names for stem, _ in inflections(word)):
            return False
        return self._compounds.knows(word) and not self._compounds.like_surname(word)

    def ends_compound(self, word: str, rest: str) -> bool:
        """Return whether `rest`, an entry, may end the compound `word` of a term (both in lower case), which is no name."""
        if not self._holds(rest) or any(stem in self._names for stem, _ in inflections(word)):
            return False
        return (len(rest) >= SHORTEST_PART or rest in SHORT_PARTS) and not self._compounds.like_surname(word)

    def may_be_name(self, word: str) -> bool:
        """Return whether `word` (lower case) is a name as well as a Dutch word: "linde", "frank", "roos"."""
        if word in self._also_names:
            return True
        return word not in self._everyday and (word in self._ambiguous or word in self._names)

    def is_name(self, word: str) -> bool:
        """Return whether `word` (lower case) is by itself a first name, surname or place in the second source."""
        return word in self._names

    def is_grammar(self, word: str) -> bool:
        """Return whether `word` (lower case) is a word of grammar that nobody is called: "het", "toen", "waarom"."""
        return word in self._grammar

    def is_everyday(self, word: str) -> bool:
        """Return whether `word` (lower case) is so frequent that in capitals it is emphasis."""
        return word in self._everyday and word not in self._also_names

    def is_adverb(self, word: str) -> bool:
        """Return whether `word` (lower case) is an everyday adverb, verb or numeral that nobody is called."""
        return word in self._adverbs and word not in self._also_names and word not in self._names

    def begins_name(self, word: str) -> bool:
        """Return whether `word` (lower case) is an adjective that many names begin with: "nieuwe", "grote", "tweede"."""
        return word.endswith("e") and word in self._names_of_several


def _everyday() -> dict[str, frozenset[str]]:
    """Return the everyday words by the mark of their lines; the marks are explained in the file."""
    words: dict[str, set[str]] = {"": set(), "=": set(), "~": set(), "!": set()}
    for line in (DATA / "everyday.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            mark = line[:1] if line[:1] in words else ""
            words[mark].update(line.removeprefix(mark).split())
    return {mark: frozenset(marked) for mark, marked in words.items()}


def _names() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that are first names, surnames or places as a whole, and those that are part of longer ones."""
    text = gzip.decompress((DATA / "name_words.txt.gz").read_bytes()).decode()
    rows = [line.split(" ") for line in text.splitlines() if not line.startswith("#")]
    return frozenset(word for word, kinds in rows if kinds != "w"), frozenset(w for w, kinds in rows if "w" in kinds)


@cache
def lexicon() -> Lexicon:
    """Return the one lexicon of this process."""
    return Lexicon()
