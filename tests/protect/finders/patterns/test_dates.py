"""Which dates stay: on the page of a session its own, elsewhere none."""

from __future__ import annotations

import pytest

from proefpraktijk.model.corpus import Entry, SessionMatter
from proefpraktijk.protect.document.published_fields import SessionFields
from proefpraktijk.read.front_matter.forms import from_values
from protect.support import airlock, report, roster, shown


def _session(text: str) -> Entry[SessionMatter]:
    entry = report(text)
    fields = {"title": "Begrijpen", "number": 2, "school_year": "2025-2026", "date": "2025-12-11"}
    return Entry(from_values(SessionMatter, fields), entry.body, entry.source)


def _on_its_page(text: str) -> str:
    """Return the text of a session as it is published."""
    cleared = airlock(roster("Daan Wesselink")).clear(_session(text), SessionFields.of).cleared
    assert cleared is not None
    return shown(cleared.body)


@pytest.mark.parametrize("day", ["11 december", "donderdag 11 december 2025", "11-12-2025", "11-12-'25", "2025-12-11"])
def test_the_date_of_a_session_stays_on_its_own_page(day: str) -> None:
    """Its page is headed by it; a report of that session must not tell it."""
    text = f"Op {day} kwamen we bijeen."
    assert _on_its_page(text) == text
    safe = airlock(roster("Daan Wesselink")).report(report(text)).safe
    assert safe is not None
    assert shown(safe.body) == "Op [datum] kwamen we bijeen."


@pytest.mark.parametrize("day", ["12 december", "11 december 2024", "11-11-2025", "11 en 12 december"])
def test_another_date_on_that_page_goes(day: str) -> None:
    """Another day or year may lead to somebody there too."""
    assert _on_its_page(f"Op {day} kwamen we bijeen.") == "Op [datum] kwamen we bijeen."
