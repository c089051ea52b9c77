"""The roster, as the layers need it: entities with descriptors, and all their forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from proefpraktijk.dutch.folding import fold
from proefpraktijk.dutch.forms_of_address import without_title
from proefpraktijk.dutch.lexicon import Rarity
from proefpraktijk.model.corpus import Person, Roster, School
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place, Problem, Severity
from proefpraktijk.model.safe import HoldKind

from .name_forms import (
    PARTICLES,
    SHORTEST_PART,
    NameForm,
    Part,
    atoms_of,
    initials_of,
    last_letters,
    person_forms,
    place_forms,
    school_forms,
)
from .name_index import Entity, NameIndex

ROSTER_FILE = ContentPath("content/roster.yml")
_TOO_SHORT = Message("A name on the roster has fewer than two letters: it cannot be looked for.")
_HINT = Message("Write the name in full, or leave it out.")


class Register:
    """The entities of a roster: its people, its schools and their places, in that order."""

    def __init__(self, roster: Roster, rarity: Callable[[str], Rarity]) -> None:
        """Make the forms of every name and index them."""
        places = sorted(
            {fold(school.place.value): school.place.value for school in roster.schools if school.place}.items()
        )
        people = [_person(person) for person in roster.people]
        schools = [Entity(HoldKind.SCHOOL, "school") for _ in roster.schools]
        entities = (*people, *schools, *(Entity(HoldKind.PLACE, "plaats") for _ in places))
        forms: list[NameForm] = []
        initials: dict[str, frozenset[int]] = {}
        for number, person in enumerate(roster.people):
            for name in _names(person):
                forms.extend(person_forms(name, number))
            for letters in initials_of(person.name.value):
                initials[letters] = initials.get(letters, frozenset()) | {number}
        for number, school in enumerate(roster.schools, start=len(people)):
            for name in _names(school):
                forms.extend(school_forms(name, number))
        for number, (_, name) in enumerate(places, start=len(people) + len(schools)):
            forms.extend(place_forms(name, number))
        forms.extend(_written_apart(forms, rarity))
        forms = [form for form in forms if form.part is not Part.LAST or not PARTICLES.issuperset(form.atoms)]
        self.index = NameIndex(forms, entities, rarity, initials)
        self._schools = {len(people) + at: fold(school.name.value) for at, school in enumerate(roster.schools)}
        self.problems = tuple(_problems(roster))
        self.public_names = tuple(name for person in roster.people if person.public for name in _names(person))

    def identify(self, name: str) -> frozenset[int]:
        """Return who on the roster bears exactly this name, in any of its forms; empty for a stranger."""
        return self.index.identify(atoms_of(without_title(name)))

    def people(self, name: str) -> frozenset[int]:
        """Return which people on the roster bear exactly this name, in any of its forms."""
        return frozenset(who for who in self.identify(name) if self.index.entities[who].kind is HoldKind.PERSON)

    def school(self, name: str) -> str:
        """Return the folded roster name of the school called so, in any of its forms; of a stranger its own."""
        known = sorted(self._schools[w] for w in self.index.identify(atoms_of(name)) if w in self._schools)
        return known[0] if known else fold(name)


def _written_apart(forms: list[NameForm], rarity: Callable[[str], Rarity]) -> list[NameForm]:
    """Return the forms of schools and places that become two Dutch words with a space inside: "wilgen hof"."""
    return [
        NameForm((left, right), form.entity, form.part)
        for form in forms
        if len(form.atoms) == 1 and form.part in (Part.SCHOOL, Part.PLACE) and not rarity(form.atoms[0])
        for at in range(SHORTEST_PART, len(form.atoms[0]) - SHORTEST_PART + 1)
        if rarity(left := form.atoms[0][:at]) and rarity(right := form.atoms[0][at:])
    ]


def _person(person: Person) -> Entity:
    name = atoms_of(person.name.value)
    return Entity(
        HoldKind.PERSON,
        str(person.role.value),
        public=person.public,
        school=fold(person.school.value) if person.school else "",
        initial=name[0][0] if name else "",
        last=last_letters(person.name.value),
    )


def _names(entry: Person | School) -> tuple[str, ...]:
    return (entry.name.value, *(alias.value for alias in entry.aliases))


def _problems(roster: Roster) -> Iterator[Problem]:
    entries: tuple[Person | School, ...] = (*roster.people, *roster.schools)
    for entry in entries:
        if any(sum(map(len, atoms_of(name))) < 2 for name in _names(entry)):  # noqa: PLR2004 - one letter is no name
            yield Problem("PP505", Place(ROSTER_FILE), _TOO_SHORT, _HINT, Severity.WARNING)
