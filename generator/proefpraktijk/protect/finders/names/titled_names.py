"""Names that a title or a kind of school gives away, on the roster or not: "juf Sandra", "obs De Regenboog"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proefpraktijk.dutch.abbreviations import ABBREVIATIONS
from proefpraktijk.dutch.folding import fold
from proefpraktijk.dutch.forms_of_address import KIN, SPEAKING, TITLES, WITH_STOP
from proefpraktijk.dutch.kinds_of_school import WITHOUT_A_NAME
from proefpraktijk.dutch.sentence_starts import begins_sentence
from proefpraktijk.model.problem import Message
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found
from proefpraktijk.protect.roster.name_forms import ATOM, PARTICLES
from proefpraktijk.protect.roster.word_facts import WORD, Word

from .context_words import ContextWords, possessive_end
from .whose_name import stranger

_DOUBT = Message("After a title this word may be a name.")
_LETTERS = Message("A single letter here may stand for a name.")
_GAP = re.compile(r"[ \t\n\u00a0\u202f]{1,2}")
_STOP_GAP = re.compile(r"\.?[ \t\n\u00a0\u202f]{1,2}")
_DOTTED = re.compile(r"(?:[^\W\d_]\.[ \u00a0]?){1,5}[^\W\d_]\.")
_LONGEST_NAME = 6


class TitledLayer:
    """People with a title, schools with their kind; what they are called becomes known in the whole document."""

    name = "titled_names"

    def find(self, state: DetectionState) -> Iterator[Found]:
        """Yield titled names that no earlier layer has found."""
        for word in state.words:
            facts = word.facts
            if not (facts.title or facts.school or facts.single or facts.school_name) or state.covers(word.start):
                continue
            if facts.title:
                found = _person(state, word)
            elif facts.school:
                found = _school(state, word)
            elif facts.single:
                found = _initials(state, word)
            else:
                found = _named_school(state, word)
            if found is not None:
                yield found


def _person(state: DetectionState, word: Word) -> Found | None:
    text, title = state.view.text, word.facts.lower
    gap = (_STOP_GAP if title in WITH_STOP else _GAP).match(text, word.end)
    if gap is None:
        return None
    end = _name_end(state, gap.end())
    name = text[gap.end() : end]
    if not name:
        return _in_lower_case(state, title, gap.end())
    if _is_term(state, title, name):
        return None
    if len(name) == 1 and title not in SPEAKING:
        return None
    start = gap.end()
    around = ContextWords(text, start, end)
    who = stranger(state, around, name)
    if around.addressed or around.is_role or title in KIN:
        start = around.whole_start
    end, possessive = possessive_end(text, start, end)
    return Found(start, end, "replace", HoldKind.PERSON, "patterns", who=frozenset((who,)), possessive=possessive)


def _is_term(state: DetectionState, title: str, name: str) -> bool:
    """Return whether what follows a title is no name: "begeleider van het SWV". "Juf Delfos" is met, not cited."""
    words = [word for word in name.split() if word.lower() not in PARTICLES]
    addressed = title in SPEAKING and TITLES[title] != "ib'er"
    return bool(words) and all(state.book.terms.covers(w) and (w.isupper() or not addressed) for w in words)


def _in_lower_case(state: DetectionState, title: str, start: int) -> Found | None:
    """Return a hold for "juf linde", not for "de juf linde" or "juf zei": nobody knows whether it is a name."""
    text, lexicon = state.view.text, state.book.lexicon
    found = WORD.match(text, start)
    if title not in SPEAKING or found is None or state.covers(start) or not lexicon.may_be_name(found[0]):
        return None
    if ContextWords(text, start, found.end()).verdict("pass", lexicon.rarity(found[0])) != "replace":
        return None
    return Found(start, found.end(), "hold", HoldKind.PERSON, "patterns", reason=_DOUBT)


def _school(state: DetectionState, word: Word) -> Found | None:
    text = state.view.text
    gap = _GAP.match(text, word.end)
    end = _name_end(state, gap.end()) if gap else -1
    if gap is None or end <= gap.end():
        return None
    who = state.entity_named(text[gap.end() : end], "school", HoldKind.SCHOOL)
    return Found(word.start, end, "replace", HoldKind.SCHOOL, "patterns", who=frozenset((who,)))


def _named_school(state: DetectionState, word: Word) -> Found | None:
    """Return "de Regenboogschool", unless the word is only a kind of school or begins a sentence as Dutch."""
    lower = word.facts.lower
    if lower in WITHOUT_A_NAME or state.book.terms.covers(word.text):
        return None
    if begins_sentence(state.view.text, word.start) and state.book.lexicon.rarity(lower):
        return None
    who = state.entity_named(word.text, "school", HoldKind.SCHOOL)
    return Found(word.start, word.end, "replace", HoldKind.SCHOOL, "patterns", who=frozenset((who,)))


def _initials(state: DetectionState, word: Word) -> Found | None:
    """Return "K.v.L." when somebody on the roster has those initials."""
    text = state.view.text
    found = _DOTTED.match(text, word.start)
    if found is None or text[max(0, word.start - 2) : word.start].rstrip(" \u00a0").endswith("."):
        return None
    letters = fold("".join(c for c in found[0] if c.isalpha()))
    who = state.book.index.initials.get(letters)
    if not who or any(state.entities[w].public for w in who):
        return None
    if found[0].islower():
        known = found[0].rstrip(".") in ABBREVIATIONS
        return None if known else Found(word.start, found.end(), "hold", HoldKind.PERSON, "roster", reason=_LETTERS)
    return Found(word.start, found.end(), "replace", HoldKind.PERSON, "roster", who=who)


def _name_end(state: DetectionState, start: int) -> int:
    """Return the end of the capitalised words, with particles between, that begin at `start`; `start` if there is none."""
    text, end, at = state.view.text, start, start
    for _ in range(_LONGEST_NAME):
        lead = 1 if text[at : at + 1] in "'\u2019" and at < len(text) else 0
        found = WORD.match(text, at + lead)
        if found is None or state.covers(found.start()):
            return end
        if found[0][0].isupper():
            end = _without_clitic(found[0]) + found.start()
        elif found[0].lower() not in PARTICLES:
            return end
        gap = _GAP.match(text, found.end())
        if gap is None:
            return end
        at = gap.end()
    return end


def _without_clitic(word: str) -> int:
    """Return the length of `word` without a genitive 's."""
    last = list(ATOM.finditer(word))[-1]
    return last.start() - 1 if last[0] == "s" and last.start() > 1 else len(word)
