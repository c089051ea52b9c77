"""Finding names in a text: the roster's, and those a document made known itself.

Each form stands for itself ("Daan"), neighbours of one person grow together ("Hanneke" + "Vos"), and what stands
before (a title, initials) and after (a genitive) belongs to it. Whether a word that is also Dutch is a name depends on
its case, its place in the sentence, the words around it and whether the document names that person anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from proefpraktijk.dutch.folding import fold
from proefpraktijk.dutch.lexicon import Rarity
from proefpraktijk.model.problem import Message
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.document.document_text import opens
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found
from proefpraktijk.protect.roster.name_forms import ATOM, PARTICLES, Part
from proefpraktijk.protect.roster.name_index import Match, NameIndex
from proefpraktijk.protect.roster.word_facts import WORD, NameHit

from .context_words import ContextWords, possessive_end
from .name_lists import listed
from .whose_name import many, with_last_letter, with_title

_RANK = {"pass": 0, "hold": 1, "replace": 2}
_APART = re.compile(r"[ \t\n\u00a0\u202f\u2010\u2011-]{1,3}|[ \u00a0][vV](?:\.? ?/?d\.?|\.)[ \u00a0]")
_TURNED = re.compile(r",[ \t\n\u00a0]{1,2}")
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.[ \u00a0-]?){1,4}$|(?<![^\W_])[A-Z] $")
_SHORTENED = re.compile(r"(?<![^\W_])[vV]\.? ?/?d\.? ?$")
_PARTICLE = re.compile(r"(?<![^\W_])['\u2019]?([^\W\d_]{1,4}) $")
_LOWER_INITIAL = re.compile(r"(?<!\S)[a-z]\. ?(?:v\.? ?(?:d\.? ?)?)?$")
_DOUBT = Message("This may be the name of a person on the roster, or an ordinary word.")
_DOUBT_SCHOOL = Message("This may be the name of a school or place on the roster, or ordinary words.")


@dataclass(slots=True)
class Candidate:
    """One place where a name of some entities stands, as far as it has grown."""

    start: int
    end: int
    who: frozenset[int]
    verdict: str
    parts: frozenset[Part]
    kind: HoldKind
    cased: bool
    genitive: bool
    rarity: Rarity


class RosterLayer:
    """Every form of every name on the roster."""

    name = "roster_names"

    def find(self, state: DetectionState) -> Iterator[Found]:
        """Yield the names of the roster in the document."""
        seen = ((word.start, word.text, word.facts.hits) for word in state.words if word.facts.hits)
        return find_names(state, state.book.index, seen, "roster")


class KnownLayer:
    """Names the document itself made known (front matter, "juf X"), in all their forms, wherever they stand."""

    name = "document_names"

    def find(self, state: DetectionState) -> Iterator[Found]:
        """Yield the names that only this document knows."""
        if not state.local_forms:
            return iter(())
        rarity = state.book.lexicon.rarity
        index = NameIndex(state.local_forms, (), rarity)
        return find_names(state, index, _hits_in(state.view.text, index), "known")


def _hits_in(text: str, index: NameIndex) -> Iterator[tuple[int, str, tuple[NameHit, ...]]]:
    for word in WORD.finditer(text):
        hits = tuple(
            NameHit(atom.start(), atom.end(), matches)
            for atom in ATOM.finditer(word[0])
            if (matches := index.lookup(fold(atom[0]), atom[0].lower()))
        )
        if hits:
            yield word.start(), word[0], hits


def find_names(
    state: DetectionState, index: NameIndex, words: Iterable[tuple[int, str, tuple[NameHit, ...]]], layer: str
) -> Iterator[Found]:
    """Yield the names of `index` that stand at `words` (start, word, hits)."""
    candidates = _join(state.view.text, _gather(state, index, words))
    named = frozenset[int]().union(*(s.who for s in candidates if s.cased and s.verdict == "replace"))
    firsts = [s for s in candidates if s.kind is HoldKind.PERSON and Part.FIRST in s.parts]
    in_list = listed(state.view.text, [(s.start, s.end, s.verdict == "replace") for s in firsts])
    for candidate in candidates:
        found = _judge(state, candidate, named, layer, listed=candidate.start in in_list)
        if found is not None:
            yield found


def _gather(
    state: DetectionState, index: NameIndex, words: Iterable[tuple[int, str, tuple[NameHit, ...]]]
) -> dict[tuple[int, int, bool], Candidate]:
    """Return the candidates by range and whether they are of a person; those of one range are one."""
    text, found = state.view.text, dict[tuple[int, int, bool], Candidate]()
    for start, word, hits in words:
        for hit in hits:
            left, right = start + hit.start, start + hit.end
            rarity = state.book.lexicon.rarity(word[hit.start : hit.end].lower())
            for match in hit.matches:
                placed = index.place(text, left, right, match)
                if placed is None:
                    continue
                kind = state.entities[match.form.entity].kind
                candidate = Candidate(
                    placed[0],
                    placed[1],
                    frozenset((match.form.entity,)),
                    _verdict(state, word, left, match, at_start=hit.start == 0),
                    frozenset((match.form.part,)),
                    kind,
                    text[left].isupper(),
                    placed[2],
                    rarity,
                )
                key = (placed[0], placed[1], kind is HoldKind.PERSON)
                found[key] = _united(found[key], candidate) if key in found else candidate
    return found


def _verdict(state: DetectionState, word: str, anchor: int, match: Match, *, at_start: bool) -> str:
    text = state.view.text
    if not text[anchor].isupper():
        return match.use.lower
    if at_start and match.use.opening != "replace" and opens(state.view, anchor):
        return match.use.opening
    if match.use.lower == "pass" and word.isupper() and len(word) > 1:
        return "hold"
    return "replace"


def _united(first: Candidate, other: Candidate) -> Candidate:
    first.who |= other.who
    first.parts |= other.parts
    if _RANK[other.verdict] > _RANK[first.verdict]:
        first.verdict = other.verdict
    return first


def _join(text: str, found: dict[tuple[int, int, bool], Candidate]) -> list[Candidate]:
    """Return the candidates in order, without overlap, neighbours of one person made one."""
    joined: list[Candidate] = []
    for candidate in sorted(found.values(), key=lambda s: (s.start, -s.end)):
        if not joined:
            joined.append(candidate)
            continue
        last = joined[-1]
        common = last.who & candidate.who
        if candidate.start >= last.end:
            if common and _belong(text, last, candidate):
                joined[-1] = _grown(last, candidate, common)
            else:
                joined.append(candidate)
        elif candidate.end > last.end and common:
            joined[-1] = _grown(last, candidate, common)
        elif _RANK[candidate.verdict] > _RANK[last.verdict]:
            joined[-1] = candidate
    return joined


def _belong(text: str, last: Candidate, candidate: Candidate) -> bool:
    if last.kind is not HoldKind.PERSON or candidate.kind is not HoldKind.PERSON or last.genitive:
        return False
    if text[last.start : last.end].rsplit(maxsplit=1)[-1] == text[candidate.start : candidate.end].split(maxsplit=1)[0]:
        return False  # no name says a word twice
    between = text[last.end : candidate.start]
    turned = Part.LAST in last.parts and Part.FIRST not in last.parts and Part.FIRST in candidate.parts
    if _APART.fullmatch(between):
        return not turned or last.cased == candidate.cased
    return turned and bool(_TURNED.fullmatch(between))


def _grown(last: Candidate, candidate: Candidate, who: frozenset[int]) -> Candidate:
    """Return one candidate of both: first and last name together are a name, unless both are everyday words."""
    verdicts = {last.verdict, candidate.verdict}
    verdict = "replace" if "replace" in verdicts or "hold" in verdicts else "hold"
    if candidate.start < last.end:
        verdict = max(verdicts, key=_RANK.__getitem__)
    return Candidate(
        last.start,
        max(last.end, candidate.end),
        who,
        verdict,
        last.parts | candidate.parts,
        last.kind,
        last.cased or candidate.cased,
        candidate.genitive,
        min(last.rarity, candidate.rarity),
    )


def _judge(
    state: DetectionState, candidate: Candidate, named: frozenset[int], layer: str, *, listed: bool
) -> Found | None:
    """Return what is to be done with a candidate once its surroundings are weighed; None when it is ordinary Dutch."""
    text, start, end = state.view.text, candidate.start, candidate.end
    around = ContextWords(text, start, end)
    verdict = candidate.verdict
    if candidate.kind is HoldKind.PERSON and not candidate.cased and verdict != "replace":
        verdict = _in_lower_case(state, candidate, around, listed=listed)
    noun = candidate.kind is HoldKind.PERSON and candidate.parts == {Part.FIRST} and around.after_article
    common = not candidate.cased and (candidate.rarity is Rarity.EVERYDAY or noun)
    if verdict == "hold" and candidate.who & named and not common:
        verdict = "replace"
    if verdict == "pass":
        return None
    who = candidate.who
    private = frozenset(w for w in who if not state.entities[w].public)
    if not private:
        return Found(start, end, "keep", candidate.kind, layer, who=who)
    if verdict == "hold":
        reason = _DOUBT if candidate.kind is HoldKind.PERSON else _DOUBT_SCHOOL
        return Found(start, end, "hold", candidate.kind, layer, reason=reason)
    if candidate.kind is HoldKind.PERSON:
        return _person(state, candidate, private, layer)
    if candidate.kind is HoldKind.SCHOOL:
        start = around.school_start(start)
    end, possessive = possessive_end(text, start, end)
    return Found(start, end, "replace", candidate.kind, layer, who=private, possessive=possessive or candidate.genitive)


def _in_lower_case(state: DetectionState, candidate: Candidate, around: ContextWords, *, listed: bool) -> str:
    """Return the verdict on a person's name in lower case that is a Dutch word too."""
    text, start = state.view.text, candidate.start
    verdict = around.verdict(candidate.verdict, candidate.rarity)
    if verdict == "hold" and around.first == "een" and candidate.parts == {Part.FIRST}:
        return "pass"
    if verdict == "pass" and Part.FIRST in candidate.parts:
        expected = listed or around.follows_preposition or around.acts or state.in_lower_case(start)
        if expected and not state.book.lexicon.is_grammar(text[start : candidate.end].lower()):
            return "hold"
    if verdict == "pass" and Part.LAST in candidate.parts and _LOWER_INITIAL.search(text, max(0, start - 8), start):
        return "hold"
    return verdict


def _person(state: DetectionState, candidate: Candidate, who: frozenset[int], layer: str) -> Found:
    """Return the replacement of a person's name with all that belongs to it."""
    text = state.view.text
    end, possessive = possessive_end(text, candidate.start, candidate.end)
    possessive = possessive or candidate.genitive
    if possessive and (noun := many(state, candidate.parts, candidate.start, who)):
        return Found(candidate.start, end, "replace", HoldKind.PERSON, layer, noun=noun)
    start, who = _with_initials(state, candidate, who)
    if not possessive:
        end, who = with_last_letter(state, candidate.parts, end, who)
    start, who = with_title(state, candidate.parts, start, candidate.end, who)
    return Found(start, end, "replace", HoldKind.PERSON, layer, who=who, possessive=possessive)


def _with_initials(state: DetectionState, candidate: Candidate, who: frozenset[int]) -> tuple[int, frozenset[int]]:
    """Return the start and the people once "v.d." and initials before a last name are counted in: "K. v.d. Heijden"."""
    start, text = candidate.start, state.view.text
    if Part.LAST not in candidate.parts or Part.FIRST in candidate.parts or Part.FULL in candidate.parts:
        return start, who
    if shortened := _SHORTENED.search(text, max(0, start - 6), start):
        start = shortened.start()
    before = _before_particles(text, start)
    if text[before - 2 : before - 1] != "." and not text[before - 2 : before - 1].isupper():
        return start, who
    initials = _INITIALS.search(text, max(0, before - 16), before)
    if initials is None:
        return start, who
    letter = fold(initials[0])[0]
    fitting = frozenset(w for w in who if state.entities[w].initial in ("", letter))
    if not fitting:
        fitting = frozenset((state.entity_named(text[initials.start() : candidate.end], "persoon", HoldKind.PERSON),))
    return initials.start(), fitting


def _before_particles(text: str, start: int) -> int:
    """Return where the particles begin that end at `start`."""
    while True:
        head = text[max(0, start - 8) : start]
        found = _PARTICLE.search(head) if head[-1:] == " " else None
        if not found or found[1] not in PARTICLES:
            return start
        start -= len(head) - found.start()
