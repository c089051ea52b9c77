"""A name is more than one word: "Hof van Cassatie", "De Gucht", "Frans Verberckmoes" are held as a whole.

What the gate holds word by word grows here over the neighbours that may belong to the same name: other capitals,
whatever explains those by themselves (the start of a sentence, a language), initials and the particles of a surname.
Without it the better known half of a name would stay standing beside the hold.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from proefpraktijk.model.safe import HoldKind

from .scene import Scene
from .spans import Found
from .titles import LETTERED, RELATIONS, TITLES
from .words import Word

_JOINTS = frozenset("van de der den het 't ten ter te von zu la le du des del di da dos el al bin ibn of the &".split())  # noqa: SIM905
"""What stands in lower case within a name of several words."""
_WIDE_JOINTS = _JOINTS | frozenset("en voor in op aan bij uit over tegen tot met om".split())  # noqa: SIM905
"""What stands as well within the name of an institution, which is made of Dutch words."""
_OPENERS = frozenset("de het den der ten ter van 't la le el al ben bin san st sint".split())  # noqa: SIM905
"""Everyday words with a capital that belong to a name after them: "De Gucht"."""
_PEOPLE = TITLES.keys() | RELATIONS | LETTERED
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]$")
_LAST = re.compile(r"(?<![^\W_])(['\u2019]?[^\W\d_]+(?:['\u2019-][^\W\d_]+)*\.?)[ \t\n\u00a0\u202f]$")
_PARTICLES = re.compile(
    r"(?<![^\W_])(?:(?:[Vv]an|[Ii]n|[Oo]p|[Aa]an|[Uu]it|[Bb]ij|[Oo]nder|[Oo]ver) )?(?:den|der|ten|ter|['\u2019]t) $"
    r"|(?<![^\W_])Van (?:de|het|la) $"
)
"""Particles in lower case that only a surname has: "van den Broek", "Van de Wouwer"."""
_AFTER_FIRST_NAME = re.compile(r" ((?:(?:van|de|den|der|het|ten|ter|['\u2019]t|op|in|el|al) ){1,3})$")
_REACH = 48


def joined(scene: Scene, held: list[Found]) -> list[Found]:
    """Return `held`, in order and without overlap, each grown over its neighbours, and those of one name made one."""
    grown: list[Found] = []
    for found in held:
        before = grown[-1].end if grown else 0
        if not _is_name(scene, found):
            if found.start >= before:
                grown.append(found)
            continue
        start = _left(scene, found.start, before)
        if grown and (start <= grown[-1].end or _one_name(scene, grown[-1], start)) and _is_name(scene, grown[-1]):
            grown[-1] = replace(grown[-1], end=max(_right(scene, found.end), grown[-1].end))
        elif found.start >= before:
            grown.append(replace(found, start=max(start, before), end=_right(scene, found.end)))
    return grown


def _is_name(scene: Scene, found: Found) -> bool:
    return scene.view.text[found.start].isupper()


def _left(scene: Scene, start: int, limit: int) -> int:
    """Return where the name begins whose word at `start` is held, not before `limit`."""
    text = scene.view.text
    while True:
        low = max(limit, start - _REACH)
        joints = _AFTER_FIRST_NAME.search(text, low, start)
        if joints and _ends_person(scene, joints.start()):
            return joints.start(1)
        found = _PARTICLES.search(text, low, start) or _LAST.search(text, low, start)
        if found is None or scene.is_taken(found.start()):
            return start
        if found.re is _LAST and not _belongs_before(scene, found[1]):
            return start
        start = found.start()


def _ends_person(scene: Scene, at: int) -> bool:
    """Tell whether an earlier layer found a person that ends at offset `at`."""
    before = bisect_left(scene.taken, at, key=lambda found: found.end)
    return before < len(scene.taken) and scene.taken[before].end == at and scene.taken[before].kind is HoldKind.PERSON


def _belongs_before(scene: Scene, word: str) -> bool:
    """Tell whether `word`, right before a held name, is part of it."""
    lower, letter = word.lower().replace("\u2019", "'"), word.lstrip("'\u2019")[0]
    if word.endswith("."):
        return len(word) == 2 and letter.isupper()  # noqa: PLR2004 - an initial
    if not letter.isupper() or lower in _PEOPLE:
        return False
    lexicon, facts = scene.book.lexicon, scene.book.facts(word)
    if lower in _OPENERS or lexicon.begins_name(lower):
        return True
    if lexicon.is_everyday(lower):
        return False
    return facts is None or not facts.term or scene.book.terms.is_people(word)


def stands_alone(scene: Scene, word: Word) -> bool:
    """Tell whether no word beside `word` has a capital: nothing suggests a longer name."""
    text = scene.view.text
    before = _LAST.search(text, max(0, word.start - _REACH), word.start)
    after = text[word.end : word.end + 2]
    return not (before and before[1].lstrip("'\u2019")[0].isupper()) and not (after[:1] == " " and after[1:].isupper())


def _right(scene: Scene, end: int) -> int:
    """Return where the name ends whose held word ends at `end`: a people's or language's name may follow."""
    text = scene.view.text
    while True:
        word = _word_at(scene, end + 1)
        if word is None or not text[end].isspace() or scene.is_taken(word.start):
            return end
        if not word.facts.capital or not scene.book.terms.is_people(word.text):
            return end
        end = word.end


def _word_at(scene: Scene, start: int) -> Word | None:
    at = bisect_left(scene.words, start, key=lambda word: word.start)
    return scene.words[at] if at < len(scene.words) and scene.words[at].start == start else None


def _one_name(scene: Scene, before: Found, start: int) -> bool:
    """Tell whether only joints stand between a held name and the held word at `start`."""
    text = scene.view.text
    between = text[before.end : start]
    if len(between) > _REACH:
        return False
    if between.isspace() and len(between) == 1:
        return True
    if between in (".", ". "):
        return _INITIAL.search(text, before.end - 2, before.end) is not None
    words = between.split()
    if not between[:1].isspace() or not between[-1:].isspace() or not words or len(words) > 3:  # noqa: PLR2004
        return False
    lower = [word.replace("\u2019", "'") for word in words]
    if all(word in _JOINTS for word in lower):
        return True
    return all(word in _WIDE_JOINTS for word in lower) and all(
        _is_plain_dutch(scene, word) for word in _neighbours(text, before, start)
    )


def _neighbours(text: str, before: Found, start: int) -> Iterator[str]:
    yield text[before.start : before.end].rsplit(maxsplit=1)[-1]
    yield text[start : start + _REACH].split(maxsplit=1)[0].strip(".,;:!?)\"'\u201d\u2019")


def _is_plain_dutch(scene: Scene, word: str) -> bool:
    lexicon = scene.book.lexicon
    return lexicon.knows(word.lower()) and not lexicon.may_be_name(word.lower())
