"""The gate, fail closed: what nobody has explained by now is held.

- a capital in the middle of a sentence is held; a dictionary never clears it, only the list of terms does;
- a word that begins a sentence is held unless it is a known Dutch word that is not also a name;
- a word in lower case that no dictionary knows is held;
- single letters are held where they stand for a name, pass as labels and in abbreviations.
(Design page on anonymity, layer 5; figures of the approach there.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from proefpraktijk.dutch.folding import fold
from proefpraktijk.model.problem import Message
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.document.document_text import opens
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found
from proefpraktijk.protect.roster.name_forms import ATOM, PARTICLES
from proefpraktijk.protect.roster.word_facts import Facts, Word, WordBook

from .misspellings import NearNames
from .name_runs import joined, stands_alone
from .single_letters import Labels, judge_letter

_CAPITAL = Message("A capital in the middle of a sentence: this may be a name.")
_OPENING = Message("This word begins a sentence and may be a name.")
_UNKNOWN = Message("No dictionary knows this word: it may be a name.")
_NEAR = Message("This word differs by one letter from a name on the roster.")
_CONCEALED = Message("A name on the roster is hidden in this word.")
_FOREIGN = Message("This word is written in another script: it cannot be checked.")
_STRESS = str.maketrans("áéíóúèàòù", "aeioueaou")
_LONGEST_INITIALS = 3
_SHORTEST_LABEL = 6
"""As in "Sportdirecteur: …", a heading within a line; what is known as a name is none."""

_AGAIN = Message("Elsewhere in this document this word looks like a name.")
_LETTER = Message("A single letter here may stand for a name.")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One document at the gate: its letters for people, and the words whose place explained their capital so far."""

    state: DetectionState
    labels: Labels
    excused: list[Word] = field(default_factory=list)


class GateLayer:
    """Holds every word that is neither explained nor ordinary Dutch."""

    name = "gate"

    def __init__(self, book: WordBook) -> None:
        """Take the memory of words, whose names give hints."""
        self._book = book
        self._near: NearNames | None = None

    def find(self, state: DetectionState) -> Iterable[Found]:
        """Return a hold for each unexplained word, with the neighbours of one name, outside what was taken before."""
        reading = _Reading(state, Labels(state.view.text))
        held = list(self._words(reading))
        names = frozenset(
            fold(atom)
            for found in held
            if found.kind is not HoldKind.UNKNOWN
            for atom in ATOM.findall(state.view.text[found.start : found.end])
        )
        again = [_hold(word, HoldKind.CAPITAL, _AGAIN) for word in reading.excused if names and _is_one_of(word, names)]
        return joined(state, sorted((*held, *again), key=lambda found: found.start))

    def _words(self, reading: _Reading) -> Iterator[Found]:
        """Yield a hold for each unexplained word; note those whose place explains their capital."""
        for index, word in enumerate(reading.state.words):
            if inside := reading.state.overlapping(word.start, word.end):
                yield from self._remainder(reading, word, inside)
            else:
                yield from self._word(reading, word, index)

    def _remainder(self, reading: _Reading, word: Word, inside: Sequence[Found]) -> Iterator[Found]:
        """Yield holds for the atoms of a word of which a part is taken: "Jan-Willem" when only Jan is known."""
        if word.facts.conceals or word.facts.foreign:
            yield from _uncovered(word, inside)
            return
        for atom in ATOM.finditer(word.text):
            start, end = word.start + atom.start(), word.start + atom.end()
            facts = None if reading.state.overlapping(start, end) else self._book.facts(atom[0])
            if facts is not None and not facts.single:
                yield from self._word(reading, Word(start, end, atom[0], facts), -1)

    def _word(self, reading: _Reading, word: Word, index: int) -> Iterator[Found]:
        state, facts = reading.state, word.facts
        if facts.single and not facts.foreign:
            if not judge_letter(state, word, reading.labels):
                yield _hold(word, HoldKind.PERSON, _LETTER)
        elif facts.foreign:
            yield _hold(word, HoldKind.PERSON, _FOREIGN)
        elif facts.conceals:
            yield _hold(word, HoldKind.PERSON, _CONCEALED)
        elif not (facts.capital or facts.inner):
            if not facts.known and not self._is_stressed(facts.lower):
                yield self._doubt(word, HoldKind.UNKNOWN, _UNKNOWN)
        elif (facts.term and not _signs(state, word)) or self._is_labelled(word):
            return
        elif not self._explained(state, word, index, facts):
            at_start = opens(state.view, word.start)
            yield self._doubt(word, HoldKind.CAPITAL, _OPENING if at_start else _CAPITAL)
        elif not self._book.lexicon.is_grammar(facts.lower):
            reading.excused.append(word)

    def _explained(self, state: DetectionState, word: Word, index: int, facts: Facts) -> bool:
        """Return whether the place in the sentence, grammar or emphasis explains the capital."""
        lexicon, at_start = self._book.lexicon, opens(state.view, word.start)
        if lexicon.is_grammar(facts.lower):
            may_be_name = lexicon.is_name(facts.lower) and facts.lower not in PARTICLES
            return at_start or facts.shouted or not may_be_name or stands_alone(state, word)
        if facts.shouted:
            at_ease = _in_shouting(state, index) or (at_start and len(word.text) > _LONGEST_INITIALS)
            return lexicon.is_everyday(facts.lower) or (facts.opens and at_ease)
        if facts.inner and not _double_capital(word.text):
            return False
        return facts.opens if at_start else self._begins_anew(state, word, facts)

    def _begins_anew(self, state: DetectionState, word: Word, facts: Facts) -> bool:
        """Return whether a capital in the middle of a sentence shows that a heading without a full stop went before."""
        if facts.opens and state.view.text[word.end : word.end + 1] == ":":
            return len(word.text) >= _SHORTEST_LABEL
        return self._book.lexicon.is_adverb(facts.lower) and stands_alone(state, word)

    def _is_labelled(self, word: Word) -> bool:
        """Return whether a word is Dutch with a letter before it: "A-zwemmers", "V-score"."""
        text = word.text
        if text[1:2] != "-" or word.facts.hits or not text[2:].islower():
            return False
        return self._book.lexicon.opens_sentence(text[2:])

    def _is_stressed(self, lower: str) -> bool:
        """Return whether a word is Dutch once the accents of emphasis are off: "níet", "zág", "één"."""
        bare = lower.translate(_STRESS)
        return bare != lower and self._book.lexicon.opens_sentence(bare)

    def _doubt(self, word: Word, kind: HoldKind, reason: Message) -> Found:
        if self._near is None:
            self._near = NearNames(self._book.index.atoms)
        if any(self._near.near(fold(atom)) for atom in ATOM.findall(word.text)):
            return _hold(word, HoldKind.PERSON, _NEAR, "roster")
        return _hold(word, kind, reason)


def _signs(state: DetectionState, word: Word) -> bool:
    """Return whether a term of two capitals stands where an author signs: "(MR)" may be initials."""
    return len(word.text) == 2 and word.facts.shouted and state.view.text[word.end : word.end + 1] == ")"  # noqa: PLR2004


def _is_one_of(word: Word, names: frozenset[str]) -> bool:
    """Return whether a word, its genitive's s left off, is one of `names`."""
    folded = fold(word.text)
    return folded in names or folded.rstrip("s").rstrip("'\u2019") in names


def _uncovered(word: Word, inside: Sequence[Found]) -> Iterator[Found]:
    """Yield holds for what is not replaced of a word in disguise, unless it was cleared as a whole."""
    reason = _FOREIGN if word.facts.foreign else _CONCEALED
    if any(found.start <= word.start and word.end <= found.end for found in inside):
        return
    start = word.start
    for found in inside:
        if found.action != "keep":
            if start < found.start:
                yield Found(start, found.start, "hold", HoldKind.PERSON, "gate", reason=reason)
            start = found.end
    if start < word.end:
        yield Found(start, word.end, "hold", HoldKind.PERSON, "gate", reason=reason)


def _hold(word: Word, kind: HoldKind, reason: Message, layer: str = "gate") -> Found:
    return Found(word.start, word.end, "hold", kind, layer, reason=reason)


def _double_capital(word: str) -> bool:
    """Return whether a word has the capitals of the Dutch IJ: "IJs", which is one letter."""
    return word.startswith("IJ") and word[2:] == word[2:].lower()


def _in_shouting(state: DetectionState, index: int) -> bool:
    """Return whether the word beside this one is in capitals as well: then capitals prove nothing."""
    if index < 0:
        return False
    word = state.words[index]
    before = state.words[index - 1] if index else None
    after = state.words[index + 1] if index + 1 < len(state.words) else None
    return any(
        other is not None and other.facts.shouted and not state.view.text[end:start].strip(" \n\t,")
        for other, end, start in (
            (before, before.end if before else 0, word.start),
            (after, word.end, after.start if after else 0),
        )
    )
