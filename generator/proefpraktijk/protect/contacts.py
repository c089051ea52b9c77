"""Patterns that show by themselves what they are: addresses, numbers, dates.

Each expression begins with what it must contain (a digit, an at sign), so that text without one costs a single scan,
and none can match in more than one way, so that time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proefpraktijk.model.problem import Message
from proefpraktijk.model.safe import HoldKind

from .scene import Scene
from .spans import Found
from .weblinks import is_clear_address

_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec|"
    "january|february|march|may|june|july|august|october"
)
_WEEKDAYS = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo"
_S = r"[ \t\n\u00a0\u202f]"
_EDGE = r"(?![^\W_])"

_NUMBER = re.compile(
    rf"""[0-9+](?<![^\W_][0-9+])(?:
      (?<=[0-9])[0-9]?(?:e|ste|de|\.)?{_S}(?:{_MONTHS})\b(?:\.(?=[ ]?\d))?(?:{_S}?(?:'\d\d|[12]\d\d\d))?{_EDGE} (?P<date1>)
    | (?<=[0-9])[0-9]?(?P<sep>[-/.])[0-9]{{1,2}}(?P=sep)(?:[12]\d)?\d\d{_EDGE} (?P<date2>)
    | (?<=[12])\d\d\d-[01]\d-[0-3]\d{_EDGE} (?P<date3>)
    | (?:(?<=\+)[1-9]\d|(?<=0)0[1-9]\d)(?:[ ()-]{{0,3}}\d){{8,10}}(?!\d) (?P<phone1>)
    | (?<=0)(?:[ )-]{{0,3}}\d){{9}}(?!\d)(?![ -]\d) (?P<phone2>)
    | (?<=[1-9])\d\d\d{_S}?(?-i:(?!SA|SD|SS|IB|SO)[A-Z]{{2}}){_EDGE} (?P<postcode>)
    | (?<=[0-9])\d{{4,}} (?P<long>)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_DIGIT = re.compile("[0-9]")
_IBAN = re.compile(
    rf"[0-9]{{2}}(?<=(?<![^\W_])[A-Z]{{2}}[0-9]{{2}})(?:{_S}?[A-Z0-9]{{4}}){{2,7}}(?:{_S}?[A-Z0-9]{{1,3}})?{_EDGE}"
)
_WEEK = re.compile(rf"[Ww]eek{_S}?[0-9]{{1,2}}{_EDGE}")
_WEEKDAY_BEFORE = re.compile(
    rf"(?<![^\W_])(?:{_WEEKDAYS})(?:ochtend|middag|avond)?,?{_S}(?:(?:in|van|uit|de|d\.d\.){_S}){{0,2}}$", re.IGNORECASE
)
_MAIL = re.compile(r"[A-Z0-9._%+\-]{1,64}$", re.IGNORECASE)
_MAIL_HOST = re.compile(r"@[^\W_](?:[^\W_]|[.-](?=[^\W_]))*")
_HANDLE = re.compile(r"@[^\W_][\w.]*\w|@\w")
_URL = re.compile(r"(?:https?://|www\.)[^\s\u2029<>\"\u201d\u201c]+", re.IGNORECASE)
_BARE = re.compile(
    r"\.(?<=[^\W_]\.)(?:nl|com|org|net|eu|be|info|io|me|school|edu)(?:/[^\s\u2029<>\"]*)?(?![^\W_])", re.IGNORECASE
)
_HOST_BEFORE = re.compile(r"[^\W_][\w.-]{0,80}$")
_STREET = re.compile(
    rf"[A-Z](?<![^\W_][A-Z])[\w'-]{{2,40}}(?:straat|laan|weg|plein|dijk|kade|gracht|hof|pad|steeg|singel|dreef|plantsoen){_S}"
    rf"[0-9]{{1,4}}(?:[ -]?[a-zA-Z])?{_EDGE}"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKS = ".,;:!?)]}'\u2019"

_LONG_NUMBER = Message("A number of five digits or more may lead to a person.")
_WEB = Message("This web address may lead to a person.")

_NOUNS = {
    "date1": (HoldKind.DATE, "datum"),
    "date2": (HoldKind.DATE, "datum"),
    "date3": (HoldKind.DATE, "datum"),
    "phone1": (HoldKind.CONTACT, "telefoonnummer"),
    "phone2": (HoldKind.CONTACT, "telefoonnummer"),
    "postcode": (HoldKind.PLACE, "postcode"),
}


class ContactLayer:
    """E-mail addresses, accounts, web addresses, telephone and other numbers, postcodes, dates."""

    def find(self, scene: Scene) -> Iterator[Found]:
        """Yield what the patterns match."""
        text = scene.view.text
        if "@" in text:
            yield from _mail_and_handles(text)
        if "www." in text or "://" in text or _BARE.search(text):
            yield from _addresses(scene)
        if _DIGIT.search(text):
            yield from _numbers(text)


def _replace(start: int, end: int, kind: HoldKind, noun: str) -> Found:
    return Found(start, end, "replace", kind, "patterns", noun=noun)


def _mail_and_handles(text: str) -> Iterator[Found]:
    at = text.find("@")
    while at >= 0:
        before = _MAIL.search(text, max(0, at - 64), at)
        host = _MAIL_HOST.match(text, at)
        handle = _HANDLE.match(text, at)
        end = at + 1
        if before and host:
            end = host.end()
            yield _replace(before.start(), end, HoldKind.CONTACT, "e-mailadres")
        elif handle:
            end = handle.end()
            yield _replace(at, end, HoldKind.CONTACT, "account")
        at = text.find("@", end)


def _addresses(scene: Scene) -> Iterator[Found]:
    text = scene.view.text
    for found in _URL.finditer(text):
        end = found.end()
        while end > found.start() and text[end - 1] in _MARKS:
            end -= 1
        yield _address(scene, found.start(), end)
    for found in _BARE.finditer(text):
        host = _HOST_BEFORE.search(text, max(0, found.start() - 81), found.start())
        if host:
            yield _address(scene, host.start(), found.end())


def _address(scene: Scene, start: int, end: int) -> Found:
    if is_clear_address(scene.view.text[start:end], scene.book):
        return Found(start, end, "keep", HoldKind.CONTACT, "patterns")
    return Found(start, end, "hold", HoldKind.CONTACT, "patterns", reason=_WEB)


def _numbers(text: str) -> Iterator[Found]:
    for found in _IBAN.finditer(text):
        yield _replace(found.start() - 2, found.end(), HoldKind.CONTACT, "rekeningnummer")
    yield from (_number(text, found) for found in _NUMBER.finditer(text))
    for found in _WEEK.finditer(text):
        if day := _WEEKDAY_BEFORE.search(text, max(0, found.start() - 30), found.start()):
            yield _replace(day.start(), found.end(), HoldKind.DATE, "datum")
    for found in _STREET.finditer(text):
        yield _replace(found.start(), found.end(), HoldKind.PLACE, "adres")


def _number(text: str, found: re.Match[str]) -> Found:
    """Return what one match of `_NUMBER` stands for."""
    name = found.lastgroup or ""
    start, end = found.span()
    if name == "long":
        if len(found[0]) == 9 and _is_citizen_number(found[0]):  # noqa: PLR2004 - a BSN has nine digits
            return _replace(start, end, HoldKind.NUMBER, "burgerservicenummer")
        return Found(start, end, "hold", HoldKind.NUMBER, "patterns", reason=_LONG_NUMBER)
    kind, noun = _NOUNS[name]
    if noun == "datum" and (day := _WEEKDAY_BEFORE.search(text, max(0, start - 30), start)):
        start = day.start()
    if ")" in found[0] and text[start - 1 : start] == "(":
        start -= 1
    return _replace(start, end, kind, noun)


def _is_citizen_number(digits: str) -> bool:
    """Tell whether nine digits pass the eleven test of the burgerservicenummer."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0
