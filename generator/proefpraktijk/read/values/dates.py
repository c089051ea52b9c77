"""Dates, school years and sessions in the forms in which people write them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from pydantic import ValidationInfo

from proefpraktijk.dutch.folding import phrase_key
from proefpraktijk.model.spiral import SchoolYear, SessionId, school_year_of

from .words import YES_NO_WORDS
from .written_text import as_text, refusal

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
"""Years outside this range are taken for a typing mistake."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb february",
            "maart mrt mar march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "augustus aug august",
            "september sep sept",
            "oktober okt october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DUTCH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_WORDS = re.compile(r"(?:[a-z]+dag,? |[a-z]+day,? )?(\d{1,2})(?:e|ste|de)? ([a-z]+)\.? (\d{4})")


def parse_date(value: Any) -> dt.date:
    """Return a date written as `2025-11-12`, `12-11-2025` or `12 november 2025`; refuse anything else (PP214)."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    written = as_text(value)
    if found := _ISO.fullmatch(written):
        year, month, day = found.groups()
    elif found := _DUTCH.fullmatch(written):
        day, month, year = found.groups()
    elif (found := _WORDS.fullmatch(phrase_key(written))) and found[2] in _MONTHS:
        day, month, year = found[1], str(_MONTHS[found[2]]), found[3]
    else:
        raise refusal("PP214", "This is not a date.", "write a date as 2025-11-12 or as 12 november 2025")
    try:
        made = dt.date(int(year), int(month), int(day))
    except ValueError:
        raise refusal("PP214", "This date does not exist.", "write a date as 2025-11-12") from None
    if not _FIRST_YEAR <= made.year <= _LAST_YEAR:
        raise refusal("PP214", "This date lies too far away.", "check the year")
    return made


_YEAR_PAIR = r"(?:schooljaar |school year )?'?(\d{4}|\d{2}) ?[-/ ] ?'?(\d{4}|\d{2})"
_SCHOOL_YEAR = re.compile(_YEAR_PAIR)
_YEAR_HINT = "write the school year as 2025-2026"


def parse_school_year(value: Any) -> SchoolYear:
    """Return a school year written as `2025-2026`, `2025/2026`, `2025/26` or `'25-'26`; refuse others (PP211)."""
    if isinstance(value, SchoolYear):
        return value
    found = _SCHOOL_YEAR.fullmatch(phrase_key(as_text(value)))
    if not found:
        raise refusal("PP211", "This is not a school year.", _YEAR_HINT)
    return _pair(found[1], found[2])


def _pair(first: str, second: str) -> SchoolYear:
    start = int(first) if len(first) == len("2025") else 2000 + int(first)
    ends_next_year = int(second) == (start + 1) % 10 ** len(second)
    if not ends_next_year or not _FIRST_YEAR <= start < _LAST_YEAR:
        raise refusal("PP211", "This school year cannot be: it runs from one year into the next.", _YEAR_HINT)
    return SchoolYear(start)


_SESSION = re.compile(rf"{_YEAR_PAIR} ?[-/ ] ?(?:nr\.? ?|bijeenkomst |session )?(\d{{1,2}})")
_NUMBER = re.compile(r"(?:bijeenkomst|sessie|session)? ?(?:nr\.? ?)?(\d{1,2})")


def parse_session(value: Any, info: ValidationInfo) -> SessionId:
    """Return a session written as `2025-2026-3`, or as `3` when the document also has a date; refuse others (PP212).

    `info` holds the fields that are already valid, among them the document's `date`.
    """
    if isinstance(value, SessionId):
        return value
    written = phrase_key(as_text(value))
    if found := _SESSION.fullmatch(written):
        return SessionId(_pair(found[1], found[2]), _counted(found[3]))
    if not (found := _NUMBER.fullmatch(written)):
        raise refusal("PP212", "This is not a session.", "write school year and number: 2025-2026-3")
    number = _counted(found[1])
    if "date" not in info.data:  # the date itself was refused, and that is the problem to report
        raise refusal("", "The date is not known.")
    day = info.data["date"]
    if not isinstance(day, dt.date):
        raise refusal("PP212", "A session number alone needs a date.", "write 2025-2026-3, or add a date")
    return SessionId(school_year_of(day), number)


def _counted(digits: str) -> int:
    number = int(digits)
    if not number:
        raise refusal("PP212", "Sessions are numbered from 1.", "write school year and number: 2025-2026-3")
    return number


def parse_optional_date(value: Any) -> dt.date | None:
    """Return a date, or None for None."""
    return None if value is None else parse_date(value)


def parse_member_check(value: Any) -> dt.date | None:
    """Return the date of a member check; a plain no (`nee`) means that there has been none. A bare yes is refused."""
    answer = YES_NO_WORDS.get(phrase_key(value)) if isinstance(value, str) else None
    if value is None or answer is False:
        return None
    if answer:
        raise refusal("PP214", "A member check needs its date.", "write a date as 2025-11-12")
    return parse_date(value)
