"""Front matter made of values: what each kind of refusal is called, and where it is reported."""

import pytest

from proefpraktijk.model.corpus import CommunityMatter, Decision, Matter, Person, ReportMatter, Roster, School
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.spiral import YearGroup
from proefpraktijk.model.vocabulary import Role
from proefpraktijk.read.front_matter.checked import Checked, checked_values
from proefpraktijk.read.front_matter.field_names import ALIASES
from proefpraktijk.read.front_matter.forms import from_values, required_keys
from proefpraktijk.read.front_matter.yaml_text import load_yaml
from proefpraktijk.read.problems import Problems

DECISION = "action: clear\ntext: a\nby: c\ndate: 2026-01-01\n"


def read(kind: type[Matter], text: str) -> tuple[Checked[Matter], list[str]]:
    """Return YAML checked as one kind of document, and `line:column: RULE` of each problem."""
    problems = Problems(ContentPath("content/x.yml"), text)
    found = checked_values(kind, load_yaml(0, len(text), problems), problems)
    return found, [f"{problem.place.line}:{problem.place.column}: {problem.rule}" for problem in problems.found]


@pytest.mark.parametrize("written", ["drie", "2.5", "1", "21", "[3]", "ja"])
def test_k_is_a_whole_number_from_2_to_20(written: str) -> None:
    """What is no number, no whole one or out of range breaks the same rule, at the value."""
    assert read(CommunityMatter, f"name: x\nk: {written}\n")[1] == [f"2:{5 if written == '[3]' else 4}: PP222"]


@pytest.mark.parametrize(("k", "expected"), [(2, 2), (20, 20)])
def test_the_ends_of_the_range_of_k_are_in_it(k: int, expected: int) -> None:
    """Two and twenty are allowed."""
    found = read(CommunityMatter, f"name: x\nk: {k}\n")[0].matter
    assert isinstance(found, CommunityMatter)
    assert found.k == expected


def test_text_is_one_piece_of_text() -> None:
    """A list where a reason is expected breaks the rule of texts."""
    assert read(Decision, DECISION + "reason: [een, twee]\n")[1] == ["5:10: PP215"]


def test_a_value_of_another_shape_breaks_the_general_rule() -> None:
    """A word where a list of people is expected."""
    assert read(Roster, "people: niemand\n")[1] == ["1:9: PP209"]


def test_people_and_schools_may_be_plain_names() -> None:
    """An entry that is one text is a name, and nothing else of it is known."""
    matter, rules = read(Roster, "people: [Daan Smit]\nschools:\n- De Wilgenhof\n")
    assert rules == []
    assert isinstance(matter.matter, Roster)
    person, school = matter.matter.people[0], matter.matter.schools[0]
    assert (type(person), person.name.value, person.role) == (Person, "Daan Smit", Role.LEERKRACHT)
    assert (type(school), school.name.value, school.aliases) == (School, "De Wilgenhof", ())


def test_people_and_schools_have_dutch_keys() -> None:
    """The keys within the entries of a roster have aliases too."""
    text = "personen:\n- {naam: Daan, rol: leerling, groep: 5}\nscholen:\n- {naam: De Wilgenhof, plaats: Ergens}\n"
    matter, rules = read(Roster, text)
    assert rules == []
    assert isinstance(matter.matter, Roster)
    person, school = matter.matter.people[0], matter.matter.schools[0]
    groups: tuple[YearGroup, ...] = (5,)
    assert (person.role, person.year_groups) == (Role.LEERLING, groups)
    assert school.place is not None
    assert school.place.value == "Ergens"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [("{rol: leerling}", "1:16: PP208"), ("[Daan]", "1:11: PP209"), ("{naam: Daan, kleur: x}", "1:23: PP206")],
)
def test_what_is_wrong_in_an_entry_is_reported_there(entry: str, expected: str) -> None:
    """Without a name, a list, or with a key that is not known."""
    assert read(Roster, f"people: [{entry}]\n")[1] == [expected]


@pytest.mark.parametrize(("text", "place"), [("- a\n", "1:3"), ("[]\n", "1:1"), ("  los\n", "1:3")])
def test_another_shape_is_reported_where_it_begins(text: str, place: str) -> None:
    """Keys and values are expected; an empty list has no place of its own."""
    assert read(Roster, text)[1] == [f"{place}: PP204"]


def test_an_empty_list_is_a_value_and_an_empty_entry_is_left_out() -> None:
    """Nobody, and nobody among others."""
    matter, rules = read(
        ReportMatter, "title: a\nyear_group: 5\nsession: 2025-2026-1\nquadrant: combineren\nauthors: []\n"
    )
    assert rules == []
    assert isinstance(matter.matter, ReportMatter)
    assert matter.matter.authors == ()
    assert read(ReportMatter, "title: a\nyear_group: [~]\nsession: 2025-2026-1\nquadrant: combineren\n")[1] == [
        "1:1: PP215"
    ]


@pytest.mark.parametrize(
    ("text", "sentence", "hint"),
    [
        ("", "The key “{key}” is missing.", "add a line {key}: …"),
        ("naam:\n", "The value of “{key}” is not filled in.", None),
        ("naam: x\nnaem: y\n", "This key is not known here.", "did you mean “{guess}”?"),
        ("naam: x\nzzzz: y\n", "This key is not known here.", "take it out, or see the list of keys"),
    ],
)
def test_the_hint_fits_the_mistake(text: str, sentence: str, hint: str | None) -> None:
    """A missing key can be added, an empty one filled in; a key like a known one is perhaps that one."""
    problems = Problems(ContentPath("content/community.yml"), text)
    checked_values(CommunityMatter, load_yaml(0, len(text), problems) or _nothing(), problems)
    (problem,) = problems.found
    assert problem.message.template == sentence
    assert (problem.hint.template if problem.hint else None) == hint


def _nothing() -> object:
    problems = Problems(ContentPath("content/community.yml"), "{}")
    return load_yaml(0, 2, problems)


def test_required_keys_are_those_without_a_default() -> None:
    """A decision must say what, why, by whom and when."""
    assert required_keys(Decision) == {"action", "text", "reason", "by", "date"}
    assert required_keys(Roster) == frozenset()


def test_values_that_were_read_already_are_taken_as_they_are() -> None:
    """Front matter made of the values of other front matter is the same."""
    values = {"title": "a", "year_group": "5/6", "session": 3, "date": "2025-11-12", "quadrant": "combineren"}
    made = from_values(ReportMatter, values | {"participants": ["a"], "slug": "een", "school": "x, y"})
    assert from_values(ReportMatter, {key: getattr(made, key) for key in ALIASES[ReportMatter]}) == made
