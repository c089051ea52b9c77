"""Contributors: how many distinct people a report comes from at least."""

from __future__ import annotations

import pytest

from proefpraktijk.model.corpus import InterviewMatter
from proefpraktijk.protect.k_anonymity.contributors import provenance_of
from proefpraktijk.read.front_matter.forms import from_values
from protect.k_anonymity.builders import (
    matter,
    register,
)
from protect.support import demo_roster, roster


@pytest.mark.parametrize(
    ("written", "people", "number"),
    [
        ({"participants": 7, "authors": ["Anouk Terpstra"]}, 1, 7),
        ({"participants": 1, "authors": ["Anouk Terpstra", "Joost Hendrikx"]}, 2, 2),
        ({"authors": ["Anouk Terpstra"], "participants": ["Anouk", "Joost Hendrikx"], "facilitator": ["J. Bos"]}, 2, 3),
        ({"authors": ["Sjoukje Wierstra"], "participants": ["SJOUKJE WIERSTRA"]}, 0, 1),
        ({"authors": ["De Wilgenhof"]}, 0, 0),
        ({"participants": ["de kinderen", "De ouders", "groep 3", "Team bovenbouw", "vader van Sem", "sem"]}, 0, 0),
        ({"participants": ["Wietske Jagersma", "W. Jagersma", "juf Wietske", "W.J.", "Jagersma"]}, 0, 1),
        ({"participants": ["Wietske Jagersma", "Rembrand Jagersma", "Meester Tjalling"]}, 0, 3),
        ({"authors": ["Anouk Terpstra"], "participants": ["A. Terpstra"]}, 1, 1),
        ({}, 0, 0),
    ],
)
def test_contributors_are_distinct_people(written: dict[str, object], people: int, number: int) -> None:
    """Each counts once however the name is written; strangers and a bare number count for their own report only."""
    found = provenance_of(matter(**written), register(demo_roster()))
    assert (len(found.people), found.number) == (people, number)


def test_a_name_of_two_people_is_the_one_at_the_reports_school() -> None:
    """Without a school it proves that somebody was there, not who."""
    schools = ({"name": "De Linde"}, {"name": "De Eik"})
    two = roster(
        {"name": "Jet Aarts", "role": "leerkracht", "school": "De Linde"},
        {"name": "Jet Bos", "role": "leerkracht", "school": "De Eik"},
        schools=schools,
    )
    assert provenance_of(matter(authors=["Jet"], school="De Eik"), register(two)).people == {1}
    unsure = provenance_of(matter(authors=["Jet"]), register(two))
    assert (unsure.people, unsure.number) == (frozenset(), 1)
    both = provenance_of(matter(authors=["Jet", "Jet Bos"]), register(two))
    assert (both.people, both.number) == ({1}, 1)


def test_pupils_and_parents_are_no_contributors() -> None:
    """Nobody hides among the children of a class, by whatever form of their names; nor behind a name that may be one."""
    people = roster(
        {"name": "Marit Hoekema", "role": "leerkracht"},
        {"name": "Sem Jonkman", "role": "leerling"},
        {"name": "Nour Sallami", "role": "ouder"},
        {"name": "Sem Wijbenga", "role": "leerkracht"},
    )
    written = matter(authors=["Marit Hoekema", "Sem Jonkman", "Nour Sallami"], participants=["Sem", "S. Jonkman"])
    found = provenance_of(written, register(people))
    assert (found.people, found.number) == ({0}, 1)


def test_who_is_named_in_public_hides_nobody() -> None:
    """So a public author does not count."""
    open_handed = roster(
        {"name": "Jet Aarts", "role": "expert", "public": True}, {"name": "Bo Smit", "role": "leerkracht"}
    )
    found = provenance_of(matter(authors=["Jet Aarts", "Bo Smit"]), register(open_handed))
    assert (len(found.people), found.number) == (1, 1)


def test_an_interview_comes_from_its_respondent() -> None:
    """Who asked the questions is not hidden among those who answered."""
    made_up = {"title": "Een gesprek", "year_group": [5], "session": "2025-2026-1", "quadrant": "socialiseren"}
    written = from_values(InterviewMatter, made_up | {"respondent": "Anouk Terpstra", "authors": ["Joost Hendrikx"]})
    known = register(demo_roster())
    found = provenance_of(written, known)
    assert (found.people, found.number) == (known.people("Anouk Terpstra"), 1)
