"""Phrases of words that stand for their inflections and compounds, looked for in a row of words.

The heading of `protect/singling_out/data/stories.txt` explains how they are written. What a single word of a text may stand for is worked out once and
remembered, so that a report costs one look-up a word; a phrase is tried only where its first word stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .compounds import stems
from .lexicon import Lexicon

GAP = "\u2026"
NUMBER = "N"
_LONGEST_GAP = 4
_MEMORY = 150_000
_NUMBERS = frozenset(
    """een één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien
    negentien twintig""".split()  # noqa: SIM905
)
_LINKS = ("", "s", "en", "n", "-")
_LONGEST = 60
"""Letters of the longest word that is looked into."""
_SHORTEST_REST = 3

PhraseStep = frozenset[str]
"""What may stand at one place of a phrase, as written in the data; a gap is `GAP`."""


class Phrase(NamedTuple):
    """A phrase and the kind of story it points to (`kind`); `steps` begin and end with a word."""

    steps: tuple[PhraseStep, ...]
    kind: str


class PhraseMatch(NamedTuple):
    """A phrase found in a row of words: the index of its first word, and of the one after its last."""

    start: int
    end: int
    phrase: Phrase


@dataclass(slots=True)
class _Written:
    """The words of the data, by how they are to be compared."""

    exact: set[str] = field(default_factory=set)
    inflected: set[str] = field(default_factory=set)
    beginnings: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    tails: dict[str, str] = field(default_factory=dict)

    def add(self, word: str) -> None:
        if word.startswith("="):
            self.exact.add(word[1:])
        elif word.endswith("*"):
            self.beginnings[word[:-1]] = word
        elif word.endswith("+"):
            self.heads[word[:-1]] = word
        elif word.startswith("+"):
            self.tails[word[1:]] = word
        else:
            self.inflected.add(word)


class Phrases:
    """All phrases of a data file."""

    def __init__(self, lines: Iterable[str], words: Lexicon) -> None:
        """Read `lines` (phrase, tab, kind, tab, reason); `words` judges the rest of a compound."""
        self._lexicon = words
        self._written = _Written()
        self._keys: dict[str, PhraseStep] = {}
        self._by_first: dict[str, list[Phrase]] = defaultdict(list)
        self.sets: dict[str, PhraseStep] = {}
        for line in lines:
            if line.startswith("@") and "\t" not in line:
                name, _, members = line.partition(" = ")
                self.sets[name] = self._step(members.split())
            elif line.strip() and not line.startswith("#"):
                written, kind, _ = line.split("\t")
                phrase = Phrase(tuple(self._written_step(part) for part in written.split()), kind)
                for first in phrase.steps[0]:
                    self._by_first[first].append(phrase)

    def _written_step(self, part: str) -> PhraseStep:
        return self.sets[part] if part.startswith("@") else self._step(part.split("|"))

    def _step(self, words: Iterable[str]) -> PhraseStep:
        step = frozenset(words)
        for word in step - {GAP, NUMBER}:
            self._written.add(word)
        return step

    def find(self, row: Sequence[str]) -> Iterator[PhraseMatch]:
        """Yield the phrases in a row of words (lower case, straight apostrophes)."""
        known = self._keys
        keys = [known[word] if word in known else self.keys(word) for word in row]
        present = frozenset[str]().union(*keys)
        possible = {first: self._possible(first, present) for first in present}
        for start, firsts in ((at, key) for at, key in enumerate(keys) if key):
            phrases = {phrase for first in firsts for phrase in possible[first]}
            yield from (
                PhraseMatch(start, end, phrase) for phrase in phrases if (end := _match(phrase.steps, keys, start))
            )

    def _possible(self, first: str, present: PhraseStep) -> list[Phrase]:
        """Return the phrases that may begin with `first` in a text that has all of `present` and nothing else."""
        return [
            phrase
            for phrase in self._by_first.get(first, ())
            if not any(step.isdisjoint(present) for step in phrase.steps if GAP not in step)
        ]

    def keys(self, word: str) -> PhraseStep:
        """Return what `word` (lower case, straight apostrophes) may stand for, as written in the data."""
        if word not in self._keys:
            if len(self._keys) > _MEMORY:
                self._keys.clear()
            self._keys[word] = frozenset(self._study(word))
        return self._keys[word]

    def _study(self, word: str) -> Iterator[str]:
        written = self._written
        if len(word) > _LONGEST:
            return
        if word in _NUMBERS or word.isdecimal():
            yield NUMBER
        for form in {word, *re.split("['-]", word)}:
            if form in written.exact:
                yield f"={form}"
            for stem in {form, *stems(form)}:
                yield from ({stem} & written.inflected)
                yield from (words[stem] for words in (written.heads, written.tails) if stem in words)
        for at in range(2, len(word) + 1):
            begin, rest = word[:at], word[at:]
            if begin in written.beginnings:
                yield written.beginnings[begin]
            if begin in written.heads and self._is_rest(rest):
                yield written.heads[begin]
            if rest in written.tails and self._is_head(begin):
                yield written.tails[rest]

    def _is_rest(self, rest: str) -> bool:
        return any(
            rest.startswith(link) and len(rest) - len(link) >= _SHORTEST_REST and self._lexicon.knows(rest[len(link) :])
            for link in _LINKS
        )

    def _is_head(self, head: str) -> bool:
        return any(
            head.endswith(link)
            and len(head) - len(link) >= _SHORTEST_REST
            and self._lexicon.knows(head[: len(head) - len(link)])
            for link in _LINKS
        )


def _match(steps: tuple[PhraseStep, ...], keys: Sequence[PhraseStep], start: int) -> int:
    """Return the index after the last word when `steps` fit from `start`; 0 when they do not."""
    at = start
    for number, step in enumerate(steps):
        if GAP in step:
            ends = (_match(steps[number + 1 :], keys, after) for after in range(at, at + _LONGEST_GAP + 1))
            return next((end for end in ends if end), 0)
        if at >= len(keys) or keys[at].isdisjoint(step):
            return 0
        at += 1
    return at
