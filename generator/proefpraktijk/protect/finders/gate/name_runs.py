"""A name is more than one word: "Hof van Cassatie", "De Gucht", "Frans Verberckmoes" are held as a whole.

What the gate holds word by word grows here over the neighbours that may belong to the same name: other capitals,
whatever explains those by themselves (the start of a sentence, a language), initials and the particles of a surname.
Without it the better known half of a name would stay standing beside the hold.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from proefpraktijk.dutch.forms_of_address import LETTERED, TITLES
from proefpraktijk.model.problem import Message
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.document.document_text import opens
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found
from proefpraktijk.protect.roster.word_facts import Word

_DUTCH_JOINTS = frozenset("van de der den het 't ten ter te &".split())  # noqa: SIM905
_FOREIGN_JOINTS = frozenset("von zu la le du des del di da do dos el al bin ibn of the on and at es y e".split())  # noqa: SIM905
_JOINTS = _DUTCH_JOINTS | _FOREIGN_JOINTS
"""What stands in lower case within a name of several words."""
_WIDE_JOINTS = _JOINTS | frozenset("en voor in op aan bij uit over tegen tot met om".split())  # noqa: SIM905
"""What stands as well within the name of an institution, which is made of Dutch words."""
_OPENERS = frozenset("de het den der ten ter van 't la le el al ben bin san st sint".split())  # noqa: SIM905
"""Everyday words with a capital that belong to a name after them: "De Gucht"."""
_PEOPLE = TITLES.keys() | LETTERED
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]$")
_LAST = re.compile(r"(?<![^\W_])(['\u2019]?[^\W\d_][^\W_]*(?:['\u2019-][^\W\d_]+)*\.?)[ \t\n\u00a0\u202f]$")
_PARTICLES = re.compile(
    r"(?<![^\W_])(?:(?:[Vv]an|[Ii]n|[Oo]p|[Aa]an|[Uu]it|[Bb]ij|[Oo]nder|[Oo]ver) )?(?:den|der|ten|ter|['\u2019]t) $"
    r"|(?<![^\W_])Van (?:de|het|la) $"
    r"|(?<=(?<![^\W_])(?:[Ee]en|[Dd]ie|[Dd]at) )van (?:de )?$"
)
"""Particles in lower case that only a surname has: "van den Broek", "Van de Wouwer", "een van Basten"."""
_AFTER_FIRST_NAME = re.compile(r" ((?:(?:van|de|den|der|het|ten|ter|['\u2019]t|op|in|el|al) ){1,3})$")
_NUMBER = re.compile(
    r"[^\W_]+|[ \u00a0]\d{1,3}(?![^\W_])(?![.,:]\d|"
    r" (?:keer|maal|uur|uren|jaar|jarig|maanden|weken|dagen|minuten|sommen|punten|kinderen|leerlingen|bladzijden|procent|euro)\b)"
)
"""As in "TF1" and "Kanaal 2"; in "Daan 3 keer" it counts something."""
_NAME_AND_ARTICLE = re.compile(r"(?<![^\W_])[A-Z][^\W\d_]+ (?:de|den|het|van) $")
"""What stands before "Grote" in "Alexander de Grote"."""
_STOPS = re.compile("[.!?\u2029|;:]")
_CLOSE = 12
_PASSAGE = Message("Words that no dictionary knows, close together: another language? They may hold a name.")
_REACH = 48


def joined(state: DetectionState, held: list[Found]) -> list[Found]:
    """Return `held`, in order and without overlap, each grown over its neighbours, and those of one name made one.

    Nothing grows into what an earlier layer found: that find would win, and the hold would be lost.
    """
    grown: list[Found] = []
    after_name = False
    for found in held:
        before = grown[-1].end if grown else 0
        is_name = state.view.text[found.start].isupper()
        start, end = _reach(state, found, before) if is_name else (found.start, found.end)
        if is_name and after_name and (start <= before or _one_name(state, grown[-1], start)):
            grown[-1] = replace(grown[-1], end=max(end, before))
        elif grown and _one_passage(state, grown[-1], found):
            grown[-1] = replace(grown[-1], end=end, reason=_PASSAGE)
        elif found.start >= before:
            grown.append(replace(found, start=max(start, before), end=end))
            after_name = is_name
    return grown


def _reach(state: DetectionState, found: Found, limit: int) -> tuple[int, int]:
    """Return where the name begins and ends that the held word `found` is part of."""
    start, end = _left(state, found.start, limit), _right(state, found.end)
    return (
        start if _is_free(state, start, found.start) else found.start,
        end if _is_free(state, found.end, end) else found.end,
    )


def _is_free(state: DetectionState, start: int, end: int) -> bool:
    """Return whether no earlier layer found anything in `start`..`end`."""
    return not state.overlapping(start, end)


def _left(state: DetectionState, start: int, limit: int) -> int:
    """Return where the name begins whose word at `start` is held, not before `limit`."""
    text = state.view.text
    while True:
        low = max(limit, start - _REACH)
        joints = _AFTER_FIRST_NAME.search(text, low, start)
        if joints and _ends_person(state, joints.start()):
            return joints.start(1)
        found = _PARTICLES.search(text, low, start) or _LAST.search(text, low, start)
        if found is None:
            return start
        if state.covers(found.start()):
            return _after_hyphen(state, text, found.start(), start)
        if found.re is _LAST and not _belongs_before(state, found[1], found.start(), start):
            return start
        start = found.start()


def _after_hyphen(state: DetectionState, text: str, low: int, start: int) -> int:
    """Return where the untaken end begins of a double name that was found by half: "Van" in "Monami-Van Roost"."""
    at = text.rfind("-", low, start) + 1
    return at if at and text[at].isupper() and not state.covers(at) else start


def _ends_person(state: DetectionState, at: int) -> bool:
    """Return whether an earlier layer found a person that ends at offset `at`."""
    before = state.covering(at - 1)
    return before is not None and before.end == at and before.kind is HoldKind.PERSON


def _belongs_before(state: DetectionState, word: str, at: int, start: int) -> bool:
    """Return whether `word` at `at`, right before the held name at `start`, is part of it."""
    lower, letter = word.lower().replace("\u2019", "'"), word.lstrip("'\u2019")[0]
    if word.endswith("."):
        return len(word) == 2 and letter.isupper()  # noqa: PLR2004 - an initial
    if not letter.isupper():
        plain = _is_plain_dutch(state, _first_word(state.view.text, start))
        return _has_figure(word) or (lower == "de" and not plain)
    lexicon, facts = state.book.lexicon, state.book.facts(word)
    if lower in _OPENERS or lexicon.begins_name(lower) or _has_figure(word):
        return True
    if lexicon.is_grammar(lower):
        return not opens(state.view, at)
    if lower in _PEOPLE or lexicon.is_everyday(lower):
        return False
    return facts is None or not facts.term or state.book.terms.is_people(word)


def _has_figure(word: str) -> bool:
    """Return whether a word has a figure in it: "B0b" is no Dutch."""
    return any(char.isdigit() for char in word)


def stands_alone(state: DetectionState, word: Word) -> bool:
    """Return whether no word beside `word` has a capital, articles left out: nothing suggests a longer name."""
    text = state.view.text
    low = max(0, word.start - _REACH)
    if _NAME_AND_ARTICLE.search(text, low, word.start):
        return False
    before = _LAST.search(text, low, word.start)
    after = text[word.end : word.end + 2]
    return not (before and before[1].lstrip("'\u2019")[0].isupper()) and not (after[:1] == " " and after[1:].isupper())


def _right(state: DetectionState, end: int) -> int:
    """Return where the name ends whose held word ends at `end`: the name of a people may follow, and then a number."""
    text = state.view.text
    while (word := _word_at(state, end + 1)) and text[end].isspace() and not state.covers(word.start):
        if not word.facts.capital or not state.book.terms.is_people(word.text):
            break
        end = word.end
    number = _NUMBER.match(text, end)
    return number.end() if number else end


def _word_at(state: DetectionState, start: int) -> Word | None:
    at = bisect_left(state.words, start, key=lambda word: word.start)
    return state.words[at] if at < len(state.words) and state.words[at].start == start else None


def _one_name(state: DetectionState, before: Found, start: int) -> bool:
    """Return whether nothing, or only joints, stand between a held name and the held word at `start`."""
    text = state.view.text
    between = text[before.end : start]
    if not _is_free(state, before.end, start):
        return False
    last, first = text[before.start : before.end].rsplit(maxsplit=1)[-1], _first_word(text, start)
    if last == first:
        return False
    if between in (".", ". "):
        return _INITIAL.search(text, before.end - 2, before.end) is not None
    if not 0 < len(between) <= _REACH or not between[0].isspace() or between[-1].isalnum():
        return False
    joints = [word.replace("\u2019", "'") for word in between.rstrip("'\u2018\u2019").split()]
    if all(joint in _JOINTS for joint in joints):
        return len(between) == 1 or bool(joints)
    return all(joint in _WIDE_JOINTS for joint in joints) and _is_institution(state, joints, last, first)


def _one_passage(state: DetectionState, before: Found, found: Found) -> bool:
    """Return whether two unknown words stand close together in one sentence: a passage in another language."""
    if before.kind is not HoldKind.UNKNOWN or found.kind is not HoldKind.UNKNOWN:
        return False
    between = state.view.text[before.end : found.start]
    return len(between) <= _CLOSE and not _STOPS.search(between) and _is_free(state, before.end, found.start)


def _is_institution(state: DetectionState, joints: list[str], last: str, first: str) -> bool:
    """Return whether Dutch words stand on both sides of the joints: "Raad voor Cultuur", "Kunsten en Wetenschappen"."""
    if "voor" in joints:
        return all(state.book.lexicon.knows(word.lower()) for word in (last, first))
    return _is_plain_dutch(state, last) and _is_plain_dutch(state, first)


def _first_word(text: str, start: int) -> str:
    return text[start : start + _REACH].split(maxsplit=1)[0].strip(".,;:!?)\"'\u201d\u2019")


def _is_plain_dutch(state: DetectionState, word: str) -> bool:
    lexicon = state.book.lexicon
    return lexicon.knows(word.lower()) and not lexicon.may_be_name(word.lower())
