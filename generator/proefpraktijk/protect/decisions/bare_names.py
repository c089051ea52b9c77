"""Words of a reviewer on their own, looked at as a report is: whether they name, hide or shorten somebody.

What is cleared for every document, and what is put in the place of a name, goes out without another look.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from proefpraktijk.dutch.folding import fold
from proefpraktijk.dutch.forms_of_address import TITLES
from proefpraktijk.dutch.kinds_of_school import KINDS_OF_SCHOOL
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found, overlapping
from proefpraktijk.protect.roster.name_forms import ATOM, PARTICLES
from proefpraktijk.protect.roster.name_index import NameIndex

_BETWEEN_NAMES = PARTICLES | TITLES.keys() | KINDS_OF_SCHOOL | frozenset("en of met and or v vd".split())  # noqa: SIM905
"""Words that make no phrase around a name: particles, titles and joints."""
_SHORTEST_PART = 5
_SHORTEST_REST = 3
_SPACES = re.compile(r"\s+")


class BareWords:
    """What all layers make of a text nobody decided on. Each text is looked at once."""

    def __init__(self, index: NameIndex, look: Callable[[str], DetectionState]) -> None:
        """Take the names of the roster, and what looks at a text without any decision."""
        self._index = index
        self._look = look
        self._bare: dict[str, bool] = {}
        self._plain: dict[str, bool] = {}

    def is_bare(self, text: str, is_name: Callable[[str], bool]) -> bool:
        """Return whether `text` holds a private name in any form and nothing else; `is_name` knows folded atoms."""
        if text not in self._bare:
            self._bare[text] = self._holds_only_names(self._look(text), is_name)
        return self._bare[text]

    def is_plain(self, text: str) -> bool:
        """Return whether no layer finds anything in `text`, nor a name with a capital inside a longer word."""
        if text not in self._plain:
            state = self._look(text)
            found = any(found.action != "keep" for found in state.taken)
            self._plain[text] = not found and not self._is_disguised(state)
        return self._plain[text]

    def _holds_only_names(self, state: DetectionState, is_name: Callable[[str], bool]) -> bool:
        taken = [found for found in state.taken if found.action != "keep"]
        named = any(map(_is_of_roster, taken)) or self._is_disguised(state)
        for atom in ATOM.finditer(state.view.text):
            word = fold(atom[0])
            if is_name(word):
                named = True
            elif (
                word not in _BETWEEN_NAMES
                and not self._is_part(atom[0])
                and not taken[overlapping(taken, *atom.span())]
            ):
                return False
        return named

    def _is_disguised(self, state: DetectionState) -> bool:
        """Return whether a name is hidden in a word, spelled out, or shortened to its initials."""
        text = state.view.text.strip()
        is_prose = "://" not in text  # in an address codes for letters are usual
        if any(word.facts.conceals or (word.facts.foreign and is_prose) for word in state.words):
            return True
        spelled = state.book.disguises(_SPACES.sub("-", text)) and _is_spelled(text)
        return spelled or any(self._is_part(atom) for atom in ATOM.findall(text))

    def _is_part(self, written: str) -> bool:
        """Return whether a word with a capital is somebody's initials, or begins or ends with a name: "Hazelaarteam"."""
        word = fold(written)
        if written == written.lower():
            return False
        if len(word) > 1 and written[-1].isupper() and self._is_private(self._index.initials.get(word, frozenset())):
            return True
        cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_REST + 1)
        return any(self._is_name(word[:at]) or self._is_name(word[-at:]) for at in cuts)

    def _is_name(self, atom: str) -> bool:
        return self._is_private(
            frozenset(m.form.entity for m in self._index.lookup(atom, atom) if atom in m.form.atoms)
        )

    def _is_private(self, who: frozenset[int]) -> bool:
        return any(not self._index.entities[one].public for one in who)


def _is_of_roster(found: Found) -> bool:
    """Return whether a find is a name of the roster, or a word that may be one."""
    return found.layer == "roster" or (found.layer == "known" and found.action == "replace")


def _is_spelled(text: str) -> bool:
    """Return whether two letters that stand alone follow each other."""
    return any(len(one) == len(other) == 1 for one, other in pairwise(ATOM.findall(text)))
