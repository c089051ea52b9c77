"""The forms in which a name is written: all of them, and no other."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from proefpraktijk.protect.roster.name_forms import (
    NameForm,
    Part,
    divided,
    initials_of,
    last_letters,
    person_forms,
    place_forms,
    school_forms,
)


def written(forms: Iterable[NameForm]) -> list[str]:
    """Return forms of entity 3 as text: the atoms, the part, and a star when it holds an archaic particle."""
    listed = list(forms)
    assert all(form.entity == 3 for form in listed)
    return [f"{' '.join(form.atoms)} {form.part.name}{'*' if form.archaic else ''}" for form in listed]


@pytest.mark.parametrize(
    ("name", "given", "particles", "surname"),
    [
        ("Marloes van der Heijden", "marloes", "van der", "heijden"),
        ("Xiu Ying Chen", "xiu ying", "", "chen"),
        ("Terpstra, Anouk", "anouk", "", "terpstra"),
        ("De Vries", "", "de", "vries"),
        ("Daan", "daan", "", ""),
        ("Anne-Marie de Vries-Bakker", "anne marie", "de", "vries bakker"),
        ("juf Marit de Boer", "marit", "de", "boer"),
        ("Jan op den Kamp", "jan", "op den", "kamp"),
        ("Yi Li", "yi", "", "li"),
        ("van der", "", "van", "der"),
        ("Terpstra,", "terpstra", "", ""),
        ("Jan Bin Ali Said", "jan", "bin", "ali said"),
        ("Ben Smit", "ben", "", "smit"),
        ("'t Hart", "", "t", "hart"),
        ("Bo Yi Smit-Li", "bo yi", "", "smit li"),
        ("", "", "", ""),
        ("Al Hassan", "al", "", "hassan"),
        ("Sam de", "sam", "", "de"),
        ("Sam de van", "sam", "de", "van"),
        ("Van Dam Smit", "", "van", "dam smit"),
        ("De Wit, Jo", "jo", "de", "wit"),
        ("Smit, ", "smit", "", ""),
    ],
)  # fmt: skip
def test_a_name_divided(name: str, given: str, particles: str, surname: str) -> None:
    """The surname begins at the first particle, else it is the last word; what stands before a comma is the surname."""
    assert divided(name) == (tuple(given.split()), tuple(particles.split()), tuple(surname.split()))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Marloes van der Heijden", ["marloes van der heijden FULL", "marloes heijden FULL", "marloes FIRST", "van der heijden LAST*", "der heijden LAST*", "heijden LAST"]),
        ("Xiu Ying Chen", ["xiu ying chen FULL", "xiu ying chen FULL", "xiu ying FIRST", "xiu FIRST", "ying FIRST", "chen LAST"]),
        ("Terpstra, Anouk", ["anouk terpstra FULL", "anouk terpstra FULL", "anouk FIRST", "terpstra LAST"]),
        ("De Vries", ["de vries FULL", "de vries LAST", "vries LAST"]),
        ("Daan", ["daan FIRST"]),
        ("Anne-Marie de Vries-Bakker", ["anne marie de vries bakker FULL", "anne marie vries bakker FULL", "anne marie FIRST", "anne FIRST", "marie FIRST", "de vries bakker LAST", "vries bakker LAST", "vries LAST", "bakker LAST"]),
        ("juf Marit de Boer", ["marit de boer FULL", "marit boer FULL", "marit FIRST", "de boer LAST", "boer LAST"]),
        ("Jan op den Kamp", ["jan op den kamp FULL", "jan kamp FULL", "jan FIRST", "op den kamp LAST*", "den kamp LAST*", "kamp LAST"]),
        ("Yi Li", ["yi li FULL", "yi li FULL", "yi FIRST", "li LAST"]),
        ("van der", ["van der FULL", "van der LAST", "der LAST"]),
        ("Terpstra,", ["terpstra FIRST"]),
        ("Jan Bin Ali Said", ["jan bin ali said FULL", "jan ali said FULL", "jan FIRST", "bin ali said LAST*", "ali said LAST", "ali LAST", "said LAST"]),
        ("Ben Smit", ["ben smit FULL", "ben smit FULL", "ben FIRST", "smit LAST"]),
        ("'t Hart", ["t hart FULL", "t hart LAST", "hart LAST"]),
        ("Bo Yi Smit-Li", ["bo yi smit li FULL", "bo yi smit li FULL", "bo yi FIRST", "smit li LAST", "smit LAST"]),
        ("", []),
    ],
)  # fmt: skip
def test_forms_of_a_person(name: str, expected: list[str]) -> None:
    """In full, without particles, the given name and the surname, and their parts of three letters or more."""
    assert written(person_forms(name, 3)) == expected


@pytest.mark.parametrize(
    ("name", "initials", "last"),
    [
        ("Marloes van der Heijden", "mh mvdh", "hv"),
        ("Xiu Ying Chen", "xc xyc", "c"),
        ("Terpstra, Anouk", "at", "t"),
        ("De Vries", "", ""),
        ("Daan", "", ""),
        ("Anne-Marie de Vries-Bakker", "adv amdvb amvb av", "dv"),
        ("juf Marit de Boer", "mb mdb", "bd"),
        ("Jan op den Kamp", "jk jodk", "ko"),
        ("Yi Li", "yl", "l"),
        ("van der", "", ""),
        ("Terpstra,", "", ""),
        ("Jan Bin Ali Said", "ja jas jba jbas", "ab"),
        ("Ben Smit", "bs", "s"),
        ("'t Hart", "", ""),
        ("Bo Yi Smit-Li", "bs bysl", "s"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_initials(name: str, initials: str, last: str) -> None:
    """With and without particles and further names; a single name has none."""
    assert initials_of(name) == frozenset(initials.split())
    assert last_letters(name) == frozenset(last)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("De Hazelaar", ["de hazelaar SCHOOL", "hazelaar SCHOOL"]),
        ("Het Kompas", ["het kompas SCHOOL", "kompas SCHOOL", "t kompas SCHOOL"]),
        ("Basisschool De Hazelaar", ["de hazelaar SCHOOL", "hazelaar SCHOOL"]),
        ("basisschool", ["basisschool SCHOOL"]),
        ("Kompas", ["kompas SCHOOL"]),
        ("obs 't Venster", ["het venster SCHOOL", "t venster SCHOOL", "venster SCHOOL"]),
        ("", []),
        ("De", ["de SCHOOL"]),
        ("obs school Kompas", ["kompas SCHOOL"]),
    ],
)  # fmt: skip
def test_forms_of_a_school(name: str, expected: list[str]) -> None:
    """With each article it may be called by, without one, and without the kind of school before it."""
    assert set(written(school_forms(name, 3))) == set(expected)


def test_the_form_of_a_place() -> None:
    """One, unless nothing of it is a letter."""
    assert list(place_forms("Den Haag", 1)) == [NameForm(("den", "haag"), 1, Part.PLACE)]
    assert not list(place_forms("!", 1))
