"""The roster as the layers need it: who, what, where, and how they are called."""

from __future__ import annotations

import pytest

from proefpraktijk.dutch.lexicon import lexicon
from proefpraktijk.model.problem import Severity
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.roster.register import Register
from protect.support import roster

SCHOOLS = (
    {"name": "De Wilgenhof", "aliases": ["Kompas"], "place": "Hellendoorn"},
    {"name": "'t Venster", "place": "hellendoorn"},
)


@pytest.fixture
def register() -> Register:
    """Return the register of four people and two schools."""
    return Register(
        roster(
            "Daan Smit",
            {"name": "Marit de Boer", "role": "leerkracht", "school": "De Wilgenhof", "aliases": ["Maritje Vink"]},
            {"name": "Evert Lindenberg", "role": "expert", "public": True, "aliases": ["E. Lindenberg"]},
            {"name": "Dirk Smit", "role": "leerling"},
            schools=SCHOOLS,
        ),
        lexicon().rarity,
    )


def test_the_entities_in_order(register: Register) -> None:
    """People, schools, places; a place that several schools are in is one."""
    found = [(one.kind, one.noun, one.public, one.school, one.initial, one.last) for one in register.index.entities]
    assert found == [
        (HoldKind.PERSON, "leerling", False, "", "d", {"s"}),
        (HoldKind.PERSON, "leerkracht", False, "de wilgenhof", "m", {"d", "b"}),
        (HoldKind.PERSON, "expert", True, "", "e", {"l"}),
        (HoldKind.PERSON, "leerling", False, "", "d", {"s"}),
        (HoldKind.SCHOOL, "school", False, "", "", frozenset()),
        (HoldKind.SCHOOL, "school", False, "", "", frozenset()),
        (HoldKind.PLACE, "plaats", False, "", "", frozenset()),
    ]


@pytest.mark.parametrize(
    ("name", "who", "people"),
    [
        ("Daan Smit", {0}, {0}),
        ("juf Marit", {1}, {1}),
        ("Maritje Vink", {1}, {1}),
        ("Smit", {0, 3}, {0, 3}),
        ("De Wilgenhof", {4}, set()),
        ("Wilgenhof", {4}, set()),
        ("wilgen hof", {4}, set()),
        ("Kompas", {4}, set()),
        ("Hellendoorn", {6}, set()),
        ("Sjoukje", set(), set()),
        ("", set(), set()),
    ],
)
def test_who_is_called_so(register: Register, name: str, who: set[int], people: set[int]) -> None:
    """In any form, with a title, by an alias; of schools and places the entity, but no person."""
    assert register.identify(name) == who
    assert register.people(name) == people


@pytest.mark.parametrize(
    ("name", "school"),
    [("Kompas", "de wilgenhof"), ("Wilgenhof", "de wilgenhof"), ("Het Venster", "'t venster"), ("De Hazelaar", "de hazelaar"),
     ("Hellendoorn", "hellendoorn"), ("Daan Smit", "daan smit")],
)  # fmt: skip
def test_schools(register: Register, name: str, school: str) -> None:
    """By the name on the roster, folded; what is no school of it by its own."""
    assert register.school(name) == school


def test_initials_of_several_people(register: Register) -> None:
    """Each of them may be meant."""
    assert register.index.initials["ds"] == {0, 3}
    assert register.index.initials["mdb"] == register.index.initials["mb"] == {1}


def test_public_names(register: Register) -> None:
    """Of those who are public, with their aliases."""
    assert register.public_names == ("Evert Lindenberg", "E. Lindenberg")
    assert register.problems == ()


def test_a_surname_that_is_only_particles_is_not_looked_for() -> None:
    """It would be found in every sentence."""
    made = Register(roster("Sam van de"), lexicon().rarity)
    assert made.identify("van de") == made.identify("de") == frozenset()
    assert made.identify("Sam van de") == {0}


@pytest.mark.parametrize(("name", "told"), [("X", True), ("", True), ("Xi", False), ("X Y", False), ("1 2 3", True)])
def test_names_that_cannot_be_looked_for(name: str, told: bool) -> None:  # noqa: FBT001
    """A warning for each person or school one of whose names has fewer than two letters."""
    for made in (roster({"name": name or "!"}), roster({"name": "Daan", "aliases": ["Daantje", name or "!"]}),
                 roster(schools=[{"name": name or "!"}])):  # fmt: skip
        problems = Register(made, lexicon().rarity).problems
        assert [(p.rule, p.severity, p.place.path) for p in problems] == (
            [("PP505", Severity.WARNING, "content/roster.yml")] if told else []
        )
