"""Coordinates that a text or a slug states itself."""

from __future__ import annotations

from typing import Any

import pytest

from endtoend.work import ends_within_budget, work_of
from proefpraktijk.model.paths import Slug
from proefpraktijk.model.spiral import DEFAULT_BANDS
from proefpraktijk.model.text import RawText
from proefpraktijk.protect.k_anonymity.coordinates_in_text import (
    NOTHING_STATED,
    StatedCoordinates,
    stated_in,
    stated_in_slug,
)
from protect.k_anonymity.builders import (
    WHERE,
    matter,
)
from protect.support import airlock, report, roster


@pytest.mark.parametrize(
    ("text", "group", "session"),
    [
        ("Dit was in groep 5.", 12, 0),
        ("Bij ons in groepen 4 t/m 6 ging het zo.", 12, 0),
        ("Wij deden dit met Groep vijf/zes.", 19, 0),
        ("In groep 4 lukte het.", 0, 0),
        ("We begonnen na bijeenkomst 1 ermee.", 0, 16),
        ("Tijdens de eerste bijeenkomst zei [leerkracht] niets.", 0, 12),
        ("De tweede bijeenkomst en groep 6.", 0, 0),
        ("Vijf kinderen in een groepje van 5.", 0, 0),
    ],
)
def test_a_text_that_says_it_itself(text: str, group: int, session: int) -> None:
    """Its first column that names the report's own year group (5) or session (1); 0: it does not."""
    said = stated_in(report(text))
    assert (said.group.column if said.group else 0, said.session.column if said.session else 0) == (group, session)


SEVENTH = (
    "De zevens zongen.", "Zevendegroepers zongen.", "7e-groepers zongen.", "In gr. 7 wel.", "In gr 7 wel.", "In groep-7 wel.",
    "In groepen 6, 7 en 8 wel.", "In groep 6 tot en met 8 wel.", "In groep 6 & 7 wel.", "In groep  7 wel.",
    "In groep\u00a07 wel.", "In groep 7b wel.", "De groep 7-ers zongen.", "In de zevende groep wel.",
)  # fmt: skip
THIRD = (
    "Na de 3e bijeenkomst.", "Na bijeenkomst drie.", "De derde bijeenkomst.", "De derde  bijeenkomst.", "Na bijeenkomst-3.",
    "Na bijeenkomsten 2 t/m 4.", "Na bijeenkomst 1, 2 en 3.",
)  # fmt: skip


def test_the_many_ways_to_say_it() -> None:
    """In figures and words, in a row, shortened, and across a change of style."""
    seven: dict[str, Any] = {"year_group": [7], "session": "2025-2026-3"}
    assert [text for text in SEVENTH if not stated_in(report(text, **seven)).group] == []
    assert [text for text in THIRD if not stated_in(report(text, **seven)).session] == []
    for text in ("In groep 3 en 8 wel.", "In groep 2025.", "Met zes kinderen.", "Groep 6-ers en bijeenkomst 2."):
        assert stated_in(report(text, **seven)) == StatedCoordinates()
    one: dict[str, Any] = {"session": "2025-2026-1"}
    assert stated_in(report("Na bijeenkomst een.", **one)).session
    assert not stated_in(report("In de bijeenkomst een gesprek.", **one)).session


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Wij zaten in het kwadrant socialiseren.", 18),
        ("Het kwadrant van het ‘Socialiseren’ dus.", 5),
        ("In de socialisatiefase ging het over sommen.", 7),
        ("De socialiseer-fase duurde lang.", 4),
        ("Kinderen leren socialiseren in een fase van rust.", 0),
        ("In het kwadrant combineren niet.", 0),
        ("Na 2025-2026-1 ging het beter.", 0),
    ],
)
def test_a_quadrant_by_name(text: str, column: int) -> None:
    """Its column where the text says that it means the quadrant; its verb alone is an everyday word."""
    said = stated_in(report(text)).quadrant
    assert (said.column if said else 0) == column


@pytest.mark.parametrize(
    ("slug", "stated"),
    [
        ("groep-5-rekent", {"group"}),
        ("rekenen-in-groep5", {"group"}),
        ("groep-5-6", {"group"}),
        ("groep-vier-vijf", {"group"}),
        ("groep-3-en-5", {"group"}),
        ("groepen-3-t-m-6", {"group"}),
        ("tempotoets-van-bijeenkomst-1", {"session"}),
        ("tempotoets-na-bijeenkomst1", {"session"}),
        ("de-eerste-bijeenkomst", {"session"}),
        ("tempotoets-2025-2026-1", {"session"}),
        ("kwadrant-socialiseren", {"quadrant"}),
        ("de-middenbouw-rekent", {"band"}),
        ("groep-5-in-bijeenkomst-1-socialiseren", {"group", "session"}),
        ("in-de-bijeenkomst-een-gesprek", set()),
        ("in-vijven-door-groep-6", set()),
        ("vijf-kinderen-en-1-bijeenkomst", set()),
        ("tempotoets-2025-2026-10", set()),
    ],
)
def test_a_slug_that_says_it(slug: str, stated: set[str]) -> None:
    """Hyphens are read as spaces, and as "up to"; all is reported at the slug's own place."""
    said = stated_in_slug(Slug(slug), WHERE, matter(), DEFAULT_BANDS)
    assert {what: place for what, place in said._asdict().items() if place} == dict.fromkeys(stated, WHERE)


def test_the_slugs_of_a_report_are_read() -> None:
    """The one its writer chose at its own place, also beside a title that says nothing; the title as part of the text."""
    slugs = {"slug": RawText("na-bijeenkomst-1", 8, 24), "earlier_slugs": (RawText("groep-5", 30, 37),)}
    found = airlock(roster()).report(report("Ze las een boek.", **slugs)).provenance
    assert found is not None
    assert (found.stated, found.slug.session is None, found.slug.group) == (NOTHING_STATED, False, None)
    assert [(old.slug, old.place == stated.group) for old, stated in found.earlier] == [("groep-5", True)]
    titled = airlock(roster()).report(report("Ze las een boek.", title="Rekenen in groep 5")).provenance
    assert titled is not None
    assert titled.stated.group
    assert titled.slug == NOTHING_STATED


@pytest.mark.parametrize(
    "text", ["groep 6, ", "groep ", "6 en ", "\u00a0", "gr-", "bijeenkomst 2 t/m ", "In groep 6. "]
)
def test_listening_is_work_in_proportion(text: str) -> None:
    """A report of a hundred thousand characters is read to its end, and twice as many are twice as much work."""
    assert ends_within_budget(lambda: stated_in(report(text * (100_000 // len(text))), DEFAULT_BANDS))
    some, many = report(text * 2000), report(text * 4000)
    assert work_of(lambda: stated_in(many, DEFAULT_BANDS)) < 2.5 * work_of(lambda: stated_in(some, DEFAULT_BANDS))


def test_toddlers_are_groups_1_and_2() -> None:
    """And only a report of these is betrayed by them."""
    assert stated_in(report("De kleuters zongen.", year_group=[2])).group
    assert not stated_in(report("De kleuters zongen.")).group
