"""The forms in which people write values."""

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from proefpraktijk.model.corpus import CommunityMatter, InterviewMatter, Person, ReportMatter
from proefpraktijk.model.spiral import Band, Effect, Quadrant, SchoolYear, SessionId, school_year_of
from proefpraktijk.model.text import RawText
from proefpraktijk.model.vocabulary import Role
from proefpraktijk.read.front_matter.forms import from_values
from proefpraktijk.read.values.dates import parse_date, parse_school_year
from proefpraktijk.read.values.words import parse_effect, parse_quadrant
from proefpraktijk.read.values.year_groups import parse_year_groups

REPORT = {"title": "Een", "year_group": 5, "session": "2025-2026-1", "quadrant": "socialiseren"}


def report(**changes: Any) -> ReportMatter:
    """Return the front matter of a report with these values."""
    return from_values(ReportMatter, REPORT | changes)


def refused_by(**changes: Any) -> list[str]:
    """Return the rules that refuse a report with these values."""
    with pytest.raises(ValidationError) as refused:
        report(**changes)
    return [error["type"] for error in refused.value.errors()]


@pytest.mark.parametrize(
    ("written", "groups"),
    [
        (5, (5,)),
        ("5", (5,)),
        ("groep 5", (5,)),
        ("Groep 5/6", (5, 6)),
        ("5/6", (5, 6)),
        ("5-6", (5, 6)),
        ("5–6", (5, 6)),
        ("5 en 6", (5, 6)),
        ("groep 5 en groep 6", (5, 6)),
        ("5, 6", (5, 6)),
        ("combinatiegroep 5 & 6", (5, 6)),
        ("1 t/m 3", (1, 2, 3)),
        ("6-8", (6, 7, 8)),
        ([5, 6], (5, 6)),
        (["groep 6", 5, "5"], (5, 6)),
        ("year groups 5 and 6", (5, 6)),
    ],
)
def test_year_groups(written: Any, groups: tuple[int, ...]) -> None:
    """A year group or a combination of them, in any form, in ascending order."""
    assert parse_year_groups(written) == groups


@pytest.mark.parametrize("written", [9, 0, "9", "8/9", "vijf", "onderbouw", "5-", "56", "-5", ["x"], 5.5, "groep"])
def test_no_year_groups(written: Any) -> None:
    """Year group 9 and what is no year group are refused."""
    with pytest.raises(PydanticCustomError) as refused:
        parse_year_groups(written)
    assert refused.value.type == "PP210"


@pytest.mark.parametrize(
    "written",
    ["2025-2026", "2025/2026", "2025/26", "'25-'26", "’25-’26", "25/26", "2025 – 2026", "schooljaar 2025-2026"],
)
def test_school_year(written: str) -> None:
    """One school year in all its forms."""
    assert parse_school_year(written) == SchoolYear(2025)


@pytest.mark.parametrize(
    "written", ["2025", "2025-2027", "2026-2025", "2025-2025", "2025/27", "'25-'27", "1025-1026", "x"]
)
def test_no_school_year(written: str) -> None:
    """A school year that cannot be is refused."""
    with pytest.raises(PydanticCustomError) as refused:
        parse_school_year(written)
    assert refused.value.type == "PP211"


@pytest.mark.parametrize(
    ("day", "start"), [("2025-08-01", 2025), ("2026-07-31", 2025), ("2026-08-01", 2026), ("2025-07-31", 2024)]
)
def test_school_year_of_a_day(day: str, start: int) -> None:
    """A school year runs from 1 August to 31 July."""
    assert school_year_of(dt.date.fromisoformat(day)) == SchoolYear(start)


@pytest.mark.parametrize("written", ["2025-2026-3", "2025/2026-3", "'25-'26-3", "2025-2026 nr. 3", "2025/26 3"])
def test_session(written: str) -> None:
    """A session by school year and number."""
    assert report(session=written).session == SessionId(SchoolYear(2025), 3)


@pytest.mark.parametrize(("written", "day"), [(3, "2025-08-01"), ("3", "31 juli 2026"), ("bijeenkomst 3", "1-2-2026")])
def test_session_number_with_a_date(written: Any, day: str) -> None:
    """A number alone takes its school year from the date."""
    assert report(session=written, date=day).session == SessionId(SchoolYear(2025), 3)


def test_no_session() -> None:
    """A number without a date, number 0 and an impossible school year are refused."""
    assert refused_by(session=3) == ["PP212"]
    assert refused_by(session="2025-2026-0") == ["PP212"]
    assert refused_by(session="de derde") == ["PP212"]
    assert refused_by(session="2025-2027-3") == ["PP211"]


@pytest.mark.parametrize(
    "written",
    ["socialiseren", "SOCIALISEREN", "Socialisatie", "socialisation", "socialization", "socialise", " socialiseren "],
)
def test_quadrant(written: str) -> None:
    """Verb and noun, Dutch and English."""
    assert parse_quadrant(written) is Quadrant.SOCIALISEREN


@pytest.mark.parametrize("form", [Quadrant.COMBINEREN, Quadrant.INTERNALISEREN, Quadrant.EXTERNALISEREN])
def test_every_quadrant(form: Quadrant) -> None:
    """Each quadrant is known by its own name."""
    assert parse_quadrant(form.value) is form


@pytest.mark.parametrize(
    "written",
    [dt.date(2025, 11, 12), dt.datetime(2025, 11, 12, 9, tzinfo=dt.UTC), "2025-11-12", "12-11-2025", "12/11/2025", "12.11.2025",
     "12 november 2025", "12 nov 2025", "woensdag 12 november 2025", "12 November 2025"],
)  # fmt: skip
def test_date(written: Any) -> None:
    """A date of YAML, ISO, Dutch digits, and words."""
    assert parse_date(written) == dt.date(2025, 11, 12)


@pytest.mark.parametrize(
    "written", ["31-02-2026", "12-11-25", "gisteren", "12 brumaire 2025", "2025-13-01", "12-11-1025", "2025"]
)
def test_no_date(written: str) -> None:
    """What is no date, or cannot be one, is refused."""
    with pytest.raises(PydanticCustomError) as refused:
        parse_date(written)
    assert refused.value.type == "PP214"


def test_lists() -> None:
    """A list, or one text with commas or semicolons; empty entries are dropped."""
    assert [name.value for name in report(authors="Jan, Piet ;Joris,").authors] == ["Jan", "Piet", "Joris"]
    assert [name.value for name in report(authors=["Jan, de oude", "Piet"]).authors] == ["Jan, de oude", "Piet"]
    assert [name.value for name in report(facilitator="Jan").facilitator] == ["Jan"]


def test_themes_by_name_or_id() -> None:
    """Words that make the id of a theme name it."""
    assert report(themes="Samen leren, hgw-cyclus, Collega's").themes == ("samen-leren", "hgw-cyclus", "collegas")


def test_participants() -> None:
    """A number, with or without a word, or names."""
    assert report(participants=6).participants == 6
    assert report(participants="6 leerkrachten").participants == 6
    assert report(participants=["Jan", "Piet"]).participants == (RawText("Jan"), RawText("Piet"))
    assert report(participants="Jan, Piet").participants == (RawText("Jan"), RawText("Piet"))
    for impossible in (0, "7,5", "1:30", "± 7"):
        assert refused_by(participants=impossible) == ["PP216"]
    assert refused_by(participants="9999") == ["PP216"]


@pytest.mark.parametrize(
    ("written", "truth"), [("ja", True), ("Nee", False), (True, True), ("false", False), ("yes", True)]
)
def test_yes_or_no(written: Any, *, truth: bool) -> None:
    """Withdrawn in Dutch, English or YAML."""
    assert report(withdrawn=written).withdrawn is truth


def test_member_check() -> None:
    """A date, or a no that means none; a yes without a date is not enough."""
    assert report(member_check="12 november 2025").member_check == dt.date(2025, 11, 12)
    assert report(member_check="nee").member_check is None
    assert refused_by(member_check="ja") == ["PP214"]


def test_a_wrong_date_is_reported_once() -> None:
    """A session number whose date was refused is not blamed."""
    assert [rule for rule in refused_by(session=3, date="gisteren") if rule] == ["PP214"]


@pytest.mark.parametrize(
    ("written", "role"),
    [("leerkracht", Role.LEERKRACHT), ("juf", Role.LEERKRACHT), ("teacher", Role.LEERKRACHT),
     ("ib'er", Role.IBER), ("IB’er", Role.IBER), ("intern begeleider", Role.IBER),
     ("schoolleider", Role.DIRECTEUR), ("principal", Role.DIRECTEUR), ("pupil", Role.LEERLING),
     ("moeder", Role.OUDER), ("spreker", Role.EXPERT)],
)  # fmt: skip
def test_role(written: str, role: Role) -> None:
    """Roles in the words of the field, Dutch and English."""
    assert from_values(Person, {"name": "x", "role": written}).role is role


def test_effect() -> None:
    """Effects in Dutch and English."""
    assert parse_effect("Bevorderend") is Effect.BEVORDEREND
    assert parse_effect("hinders") is Effect.BELEMMEREND
    assert parse_effect("both") is Effect.BEIDE
    assert parse_effect(None) is None


def test_bands() -> None:
    """Bands are given by name, sorted by their first year group."""
    made = from_values(CommunityMatter, {"name": "x", "bands": {"Bovenbouw": "5-8", "onderbouw": [1, 2]}})
    assert made.bands == (Band("onderbouw", 1, 2), Band("bovenbouw", 5, 8))


def test_secrets_do_not_print() -> None:
    """A value that was read does not show in a representation."""
    made = from_values(InterviewMatter, REPORT | {"title": "Zuzanna", "respondent": "Zuzanna"})
    assert "Zuzanna" not in repr(made)


def test_a_refusal_does_not_echo() -> None:
    """What was written stays out of messages and hints."""
    with pytest.raises(PydanticCustomError) as refused:
        parse_quadrant("Zuzanna")
    assert "Zuzanna" not in f"{refused.value} {refused.value.context}"
