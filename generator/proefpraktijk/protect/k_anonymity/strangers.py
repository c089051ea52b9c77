"""Names of one report that are not on the roster: how many different colleagues they must be at least."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from proefpraktijk.dutch.forms_of_address import NOBODY
from proefpraktijk.protect.roster.name_forms import divided

_ENDINGS = (
    "groep",
    "groepen",
    "groepers",
    "team",
    "klas",
    "bouw",
    "kinderen",
    "leerlingen",
    "ouders",
    "kleuters",
    "kring",
)
_INITIALS = 3
"""Capitals written as one word up to this length are initials: "AJ"."""


class _Name(NamedTuple):
    """What a written name consists of: its first word or letter, whether that is only a letter, and the words of its surname."""

    first: str
    letter: bool
    last: frozenset[str]

    def may_be(self, other: _Name) -> bool:
        """Return whether one person may bear both names: the same surname and initial, or a bare part that fits the other."""
        if self.last and other.last:
            return self.first[0] == other.first[0] and not self.last.isdisjoint(other.last)
        if self.letter or other.letter:
            return self.first[0] == other.first[0]
        return self.first == other.first or self.first in other.last or other.first in self.last


def is_colleague(name: str) -> bool:
    """Return whether `name` can be that of one colleague: with a capital, no figure, and not the word for a group or a role."""
    if not any(char.isupper() for char in name) or any(char.isdigit() for char in name):
        return False
    given, particles, surname = divided(name)
    atoms = (*given, *particles, *surname)
    return bool(atoms) and not any(atom in NOBODY or atom.endswith(_ENDINGS) for atom in atoms)


def at_least(names: Iterable[str]) -> int:
    """Return how many people bear these names at least: those that may be one person are one, and so on in a chain."""
    people: list[list[_Name]] = []
    for name in map(_read, filter(is_colleague, names)):
        same = [person for person in people if any(name.may_be(other) for other in person)]
        people = [person for person in people if person not in same]
        people.append([name, *(other for person in same for other in person)])
    return len(people)


def surname_and_initial(name: str) -> tuple[str, str] | None:
    """Return the surname and the first letter of a name that has both, folded: of "A. de Jong" `("de jong", "a")`."""
    given, particles, surname = divided(name)
    return (" ".join((*particles, *surname)), given[0][0]) if given and surname else None


def _read(name: str) -> _Name:
    given, particles, surname = divided(name)
    row = (*given, *particles, *surname)
    letters = all(len(atom) == 1 for atom in row) or (len(row) == 1 and name.isupper() and len(row[0]) <= _INITIALS)
    if not given or letters:
        return _Name(surname[0] if not given and surname else row[0], letters, frozenset())
    return _Name(given[0], len(given[0]) == 1 and not surname, frozenset(surname))
