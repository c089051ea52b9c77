"""The forms in which one name is written.

A form is a row of folded atoms (maximal runs of letters): "Marloes van der Heijden" gives the rows `marloes van der
heijden`, `marloes`, `van der heijden`, `der heijden`, `heijden`. Inflections (Daans, Daantje) are not listed here but
undone when a word is looked up (`inflections`), so the number of forms stays small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from proefpraktijk.dutch.folding import fold
from proefpraktijk.dutch.forms_of_address import without_title
from proefpraktijk.dutch.kinds_of_school import WITHOUT_A_NAME

ATOM = re.compile(r"[^\W\d_]+")
PARTICLES = frozenset(
    "van der den de het t s ten ter te in op aan bij uit onder voor el al ben bin ibn ait la le du da das dos di d von zu".split()  # noqa: SIM905
)
_NEVER_GIVEN = frozenset("van der den de het t ten ter op in aan uit von du le la el".split())  # noqa: SIM905
_ARCHAIC = frozenset("der den ten ter el op aan ben bin ibn ait von zu dos da di".split())  # noqa: SIM905
_ARTICLES = frozenset("de het t".split())  # noqa: SIM905
SHORTEST_PART = 3
"""A part of a double name is searched by itself from this length: "Xiu" and "Ying", not "Yi"."""


class Part(Enum):
    """Which part of a name a form is: it decides what the form proves in lower case."""

    FIRST = auto()
    LAST = auto()
    FULL = auto()
    SCHOOL = auto()
    PLACE = auto()


@dataclass(frozen=True, slots=True)
class NameForm:
    """One row of atoms of entity `entity`. `archaic`: it holds a particle no living phrase holds ("op den Kamp")."""

    atoms: tuple[str, ...]
    entity: int
    part: Part
    archaic: bool = False


def atoms_of(name: str) -> tuple[str, ...]:
    """Return the folded atoms of a name."""
    return tuple(ATOM.findall(fold(name)))


def person_forms(name: str, entity: int) -> Iterator[NameForm]:
    """Yield the forms of a person's name or alias."""
    given, particles, surname = divided(name)
    full = (*given, *particles, *surname)
    if len(full) > 1:
        yield NameForm(full, entity, Part.FULL)
    if given and surname:
        yield NameForm((*given, *surname), entity, Part.FULL)
    if given:
        yield NameForm(given, entity, Part.FIRST)
        if len(given) > 1:
            yield from (NameForm((part,), entity, Part.FIRST) for part in given if len(part) >= SHORTEST_PART)
    for at in range(len(particles)):
        row = particles[at:]
        yield NameForm((*row, *surname), entity, Part.LAST, archaic=not _ARCHAIC.isdisjoint(row))
    if surname:
        yield NameForm(surname, entity, Part.LAST)
        if len(surname) > 1:
            yield from (NameForm((part,), entity, Part.LAST) for part in surname if len(part) >= SHORTEST_PART)


def initials_of(name: str) -> frozenset[str]:
    """Return the initials of a full name with and without its particles, folded: `{"kvl", "kl"}`; none for one part."""
    given, particles, surname = divided(name)
    if not given or not surname:
        return frozenset()
    first, middle, last = ("".join(atom[0] for atom in row) for row in (given, particles, surname))
    return frozenset({first + middle + last, first + last, first[0] + middle + last[0], first[0] + last[0]})


def last_letters(name: str) -> frozenset[str]:
    """Return what may stand for the surname as a single letter, folded: of "Lotte van den Berg" b and v."""
    given, particles, surname = divided(name)
    return frozenset(row[0][0] for row in (particles, surname) if row) if given else frozenset()


def school_forms(name: str, entity: int) -> Iterator[NameForm]:
    """Yield the forms of a school's name or alias: with and without article and with no kind of school before it."""
    row = atoms_of(name)
    while row and row[0] in WITHOUT_A_NAME and len(row) > 1:
        row = row[1:]
    if row:
        yield NameForm(row, entity, Part.SCHOOL)
    if len(row) > 1 and row[0] in _ARTICLES:
        yield NameForm(row[1:], entity, Part.SCHOOL)
        yield from (
            NameForm((article, *row[1:]), entity, Part.SCHOOL) for article in _ARTICLES - {"de"} if row[0] != "de"
        )


def place_forms(name: str, entity: int) -> Iterator[NameForm]:
    """Yield the form of a place."""
    if row := atoms_of(name):
        yield NameForm(row, entity, Part.PLACE)


def divided(name: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the atoms of the given names, the particles and the surname.

    The surname begins at the first particle; without one it is the last word of a name of two words or more, so that
    "Xiu Ying Chen" has the given name "Xiu Ying". "Terpstra, Anouk" is turned round; "De Vries" has no given name.
    """
    before, comma, after = name.partition(",")
    if comma and after.strip():
        name = f"{after} {before}"
    words = [atoms for word in without_title(name).split() if (atoms := atoms_of(word))]
    begins = len(words) > 1 and words[0][0] in _NEVER_GIVEN
    at = 0 if begins else next((i for i, word in enumerate(words) if word[0] in PARTICLES and i > 0), None)
    if at is None:
        at = len(words) - 1 if len(words) > 1 else len(words)
    given = tuple(atom for word in words[:at] for atom in word)
    rest = [atom for word in words[at:] for atom in word]
    count = next((i for i, atom in enumerate(rest[:-1]) if atom not in PARTICLES), max(0, len(rest) - 1))
    return given, tuple(rest[:count]), tuple(rest[count:])
