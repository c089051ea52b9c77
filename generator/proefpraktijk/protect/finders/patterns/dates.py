"""Days that may show who it was: "3 maart", "14-4-'25", "vrijdag de 13e", "september 2023".

A date becomes "[datum]", that of the report's own session too: it would disclose which session the report is of, also when
too few people were there for that to be published. On the page of the session itself, which is headed by its date, that
date stays (`Context.days`). What leads to no day stays as well: "vorige week", "maandag", "in september", "na de
kerstvakantie", "in week 12".

Two numbers alone are a day only where a day is due ("op 11/2", "do 14/11", "03-03"); elsewhere they are a fraction, a
score or two year groups. What may be both is held.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from math import gcd

from proefpraktijk.model.problem import Message
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found

_FULL_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "january|february|march|may|june|july|august|october"
)
_SHORT_MONTHS = "jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec"
_NUMBERS = {
    month[:3]: number
    for number, months in enumerate(
        (
            "jan",
            "feb",
            "mrt mar maa",
            "apr",
            "mei may",
            "jun",
            "jul",
            "aug",
            "sep",
            "okt oct",
            "nov",
            "dec",
        ),
        start=1,
    )
    for month in months.split()
}
_FULL_WEEKDAYS = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
_S = r"[ \t\n\u00a0\u202f]"
_EDGE = r"(?![^\W_])"
_ORDINAL = "(?:e|ste|de)"

_DATE = re.compile(
    rf"""[0-9](?<![^\W_][0-9])(?:
      (?P<named>[0-9]?(?:{_ORDINAL}|\.)?{_S}(?P<month>(?:{_FULL_MONTHS})\b|(?:{_SHORT_MONTHS})\b
          (?:\.(?={_S}?(?:['\u2019]?[0-9]|(?-i:[a-z])|[,;:)])))?)(?:{_S}?['\u2019]\d\d|{_S}[12]\d\d\d)?){_EDGE}
    | (?P<full>[0-9]?(?P<sep>[-/.])[0-9]{{1,2}}(?P=sep)(?:[12][0-9]|['\u2019])?[0-9][0-9]){_EDGE}
    | (?P<spaced>[0-9]?{_S}[-/]{_S}[0-9]{{1,2}}{_S}[-/]{_S}20[0-9][0-9]){_EDGE}
    | (?P<iso>(?<=[12])[0-9]{{3}}-[01][0-9]-[0-3][0-9]){_EDGE}
    | (?P<short>[0-9]?[-/.][0-9]{{1,2}}){_EDGE}
          (?![-/.:,%]?[0-9]|{_S}?[=+*:\u00d7%]|(?:e|de)?{_S}(?:{_FULL_MONTHS}|{_SHORT_MONTHS})\b)
    | (?P<ordinal>[0-9]?{_ORDINAL}){_EDGE}
    | (?P<year>(?<=[12])[0-9]{{3}}|(?<=['\u2019][0-9])[0-9]){_EDGE}
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_WEEK = re.compile(rf"[Ww](?:eek|k\.?){_S}?[0-9]{{1,2}}{_EDGE}")
_WEEKDAY_BEFORE = re.compile(
    rf"(?<![^\W_])(?:{_FULL_WEEKDAYS}|ma|di|wo|do|vr|za|zo)(?:ochtend|middag|avond)?,?{_S}"
    rf"(?:(?:in|van|uit|de|den|d\.d\.){_S}){{0,2}}$",
    re.IGNORECASE,
)
_DAY_NAMED = re.compile(
    rf"(?<![^\W_])(?:(?:{_FULL_WEEKDAYS})(?:ochtend|middag|avond)?,?|(?:ma|di|wo|do|vr|za),?){_S}$", re.IGNORECASE
)
_WEEKDAY_THE = re.compile(rf"(?<![^\W_])(?:{_FULL_WEEKDAYS}),?{_S}den?{_S}$", re.IGNORECASE)
_MONTH_BEFORE = re.compile(
    rf"(?<![^\W_])(?:(?:{_FULL_MONTHS})|(?:{_SHORT_MONTHS})\.?){_S}(?:van{_S})?['\u2019]?$", re.IGNORECASE
)
_DAYS_BEFORE = re.compile(
    rf"(?<![^\W_])(?:[0-9]{{1,2}}{_ORDINAL}?,{_S})*[0-9]{{1,2}}{_ORDINAL}?"
    rf"(?:{_S}(?:t/m|tot{_S}en{_S}met|tot|en|of|-|\u2013){_S}|[-/\u2013])$"
)
_DATED = re.compile(rf"(?<![^\W_])(?:op|per|datum|d\.d\.|dd\.?|geboren|geb\.){_S}(?:de{_S})?$", re.IGNORECASE)
_COUNTED = re.compile(
    rf"(?<![^\W_])(?:groep(?:en)?|bladzijden?|pagina'?s?|blz\.?|pag\.?|p\.|les(?:sen)?|blok(?:ken)?|week|weken|opgaven?|"
    rf"som(?:men)?|breuk(?:en)?|hoofdstuk(?:ken)?|score|niveau|maat|stap(?:pen)?|vraag|vragen|deel|delen|klas|klassen|"
    rf"paragraaf|opdracht(?:en)?|rij|kern|unit|keer|cijfer|een){_S}$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    rf"{_S}?(?:%|\u20ac|(?:van|deel|delen|uur|uren|liter|meter|jaar|jarigen?|keer|maal|minuten|min|leerlingen|kinderen|"
    rf"punten|weken|maanden|dagen|stappen|personen|groep(?:en|jes)?|procent|taart|appel|pizza|pannenkoek|kilo|euro){_EDGE})",
    re.IGNORECASE,
)
_UNITS = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_DAY_IN_WORDS = re.compile(
    rf"""(?<![^\W_])(?:
      eerste|derde|tweede|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende|veertiende|vijftiende
      |zestiende|zeventiende|achttiende|negentiende|(?:(?:{_UNITS})[eë]n)?(?:twintigste|dertigste)
      |tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|(?:(?:{_UNITS})[eë]n)?(?:twintig|dertig)
      |{_UNITS}
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_MONTH_AFTER = re.compile(rf"{_S}(?:{_FULL_MONTHS}){_EDGE}(?:{_S}[12][0-9]{{3}}{_EDGE})?", re.IGNORECASE)
_REACH = 40
_MONTHS_IN_YEAR, _LONGEST_MONTH = 12, 31
_ALWAYS = (24, 7)

_PERHAPS = Message("These numbers may be a date.")


def dates_in_words(text: str) -> Iterator[Found]:
    """Yield the days written in words: "dertien maart", "vrijdag de dertiende mei"."""
    for month in _MONTH_AFTER.finditer(text):
        if number := _before(_DAY_IN_WORDS, text, month.start()):
            day = _before(_WEEKDAY_BEFORE, text, number.start())
            yield _replace(day.start() if day else number.start(), month.end())


def find_dates(state: DetectionState) -> Iterator[Found]:
    """Yield the days in a text that holds figures."""
    text = state.view.text
    for found in _DATE.finditer(text):
        if span := _span(text, found):
            yield _keep_or_replace(state, found, *span)
        elif found["short"] and _perhaps_a_day(text, found):
            yield Found(*found.span(), "hold", HoldKind.DATE, "patterns", reason=_PERHAPS)
    for found in _WEEK.finditer(text):
        if day := _before(_WEEKDAY_BEFORE, text, found.start()):
            yield _replace(day.start(), found.end())


def _span(text: str, found: re.Match[str]) -> tuple[int, int] | None:
    """Return where the date stands that `found` is, or ends; None when it is none."""
    start, end = found.span()
    if found["year"]:
        month = _before(_MONTH_BEFORE, text, start)
        return (month.start(), end) if month else None
    if found["ordinal"]:
        day = _before(_WEEKDAY_THE, text, start)
        return (day.start(), end) if day else None
    if found["short"] and not _is_day(text, found):
        return None
    if found["named"] and (days := _before(_DAYS_BEFORE, text, start)):
        start = days.start()
    if day := _before(_WEEKDAY_BEFORE, text, start):
        start = day.start()
    return start, end


def _is_day(text: str, found: re.Match[str]) -> bool:
    """Return whether two numbers are a day and a month, beyond reasonable doubt."""
    day, mark, month = _divided(found[0])
    if not _exists(day, month) or _UNIT.match(text, found.end()) or _before(_COUNTED, text, found.start()):
        return False
    named, dated = _before(_DAY_NAMED, text, found.start()), _before(_DATED, text, found.start())
    padded = re.fullmatch(r"[0-9]{2}[-/.]0[0-9]", found[0]) is not None
    if mark == ".":
        return padded and bool(named or dated)
    return bool(named) or padded or (bool(dated) and not _may_be_fraction(day, mark, month))


def _perhaps_a_day(text: str, found: re.Match[str]) -> bool:
    """Return whether two numbers are no proper fraction, or one where a day is due."""
    day, mark, month = _divided(found[0])
    if mark != "/" or not _exists(day, month) or _UNIT.match(text, found.end()) or (day, month) == _ALWAYS:
        return False
    if _before(_COUNTED, text, found.start()) or _is_score(text, found):
        return False
    return day > month or bool(_before(_DATED, text, found.start()))


def _is_score(text: str, found: re.Match[str]) -> bool:
    """Return whether two figures stand between brackets, as scores do: "6-7 (5/7)"."""
    around = text[found.start() - 1 : found.start()] + text[found.end() : found.end() + 1]
    return around == "()" and len(found[0]) == len("7/5")


def _divided(written: str) -> tuple[int, str, int]:
    mark = next(char for char in written if not char.isdigit())
    day, _, month = written.partition(mark)
    return int(day), mark, int(month)


def _exists(day: int, month: int) -> bool:
    return 1 <= day <= _LONGEST_MONTH and 1 <= month <= _MONTHS_IN_YEAR


def _may_be_fraction(day: int, mark: str, month: int) -> bool:
    """Return whether "1/2" may be a half: in its lowest terms, as fractions are written."""
    return mark == "/" and day < month and gcd(day, month) == 1


def _keep_or_replace(state: DetectionState, found: re.Match[str], start: int, end: int) -> Found:
    day = _day_of(found) if state.context.days else None
    if day is not None and any(_agree(day, own) for own in state.context.days):
        return Found(start, end, "keep", HoldKind.DATE, "patterns")
    return _replace(start, end)


def _day_of(found: re.Match[str]) -> tuple[int, int, int] | None:
    """Return day, month and year (0: not given) of a date; None when it is no single day."""
    numbers = [int(number) for number in re.findall("[0-9]+", found[0])]
    if found["named"]:
        numbers.insert(1, _NUMBERS[found["month"][:3].lower()])
    elif found["iso"]:
        numbers.reverse()
    elif not (found["full"] or found["spaced"] or found["short"]):
        return None
    return numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else 0  # noqa: PLR2004 - day, month, year


def _agree(day: tuple[int, int, int], own: dt.date) -> bool:
    return day[:2] == (own.day, own.month) and day[2] in (0, own.year, own.year % 100)


def _before(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    return pattern.search(text, max(0, start - _REACH), start)


def _replace(start: int, end: int) -> Found:
    return Found(start, end, "replace", HoldKind.DATE, "patterns", noun="datum")
