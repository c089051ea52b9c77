"""E-mail and web addresses, accounts, telephone and other numbers.

Each expression begins with what it must contain (a digit, an at sign), so that text without one costs a single scan,
and none can match in more than one way, so that time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proefpraktijk.model.problem import Message
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found

from .web_addresses import is_clear_address

_S = r"[ \t\n\u00a0\u202f]"
_EDGE = r"(?![^\W_])"

_NUMBER = re.compile(
    rf"""[0-9+](?<![^\W_][0-9+])(?:
      (?:(?<=\+)[1-9]\d|(?<=0)0[1-9]\d)(?:[ ()./\u00a0\u2010-\u2013-]{{0,3}}\d){{8,10}}(?!\d) (?P<phone1>)
    | (?<=0)\)?[1-9](?:[ )./\u00a0\u2010-\u2013-]{{0,3}}\d){{8}}(?!\d)(?![ -]\d) (?P<phone2>)
    | \d(?:\d[.\u00a0 ]\d\d\d[.\u00a0 ]\d\d\d|\d\d[.\u00a0 ]\d\d[.\u00a0 ]\d\d\d){_EDGE} (?P<citizen>)
    | \d{{4,}}(?:[-/.]\d+){{0,4}} (?P<long>)
    )""",
    re.VERBOSE,
)
_HEAD_OF_NUMBER = re.compile(r"(?<![^\W_])(?:[A-Z]{1,4}[-/.]?|\d{1,8}[-/.]){1,3}$")
_IBAN = re.compile(
    rf"[0-9]{{2}}(?<=(?<![^\W_])[A-Z]{{2}}[0-9]{{2}})(?:{_S}?[A-Z0-9]{{4}}){{2,7}}(?:{_S}?[A-Z0-9]{{1,3}})?{_EDGE}"
    rf"|[0-9]{{2}}(?<=(?<![^\W_])[a-z]{{2}}[0-9]{{2}}){_S}?[a-z]{{4}}{_S}?(?:[0-9]{{4}}{_S}?){{2}}[0-9]{{2}}{_EDGE}"
)
_NUMBER_LABELS = ("nummer", "nr", "code", "bsn", "pgn", "wachtwoord")
_LABELLED = re.compile(
    rf"(?<![^\W_])(?:(?:leerling|dossier|pas|klant|lid|relatie|polis|zaak|personeels|burgerservice|onderwijs|telefoon|"
    rf"rekening|registratie|big|inlog)-?(?:nummers?|nr\.?|code)|bsn|pgn|pincode|wachtwoord){_S}?(?:is|was|:|=)?"
    rf"{_S}{{0,2}}(?=[^\s\u2029]{{0,12}}\d)(?P<number>[^\W_](?:[^\s\u2029]{{0,30}}[^\W_])?)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.%+\-]{1,64}$")
_MAIL_HOST = re.compile(r"@[^\W_](?:[^\W_]|[.-](?=[^\W_]))*")
_SPELLED = re.compile(
    rf"(?:[(\[{{]{_S}?(?:at|apenstaart|apenstaartje){_S}?[)\]}}]|{_S}(?:@|apenstaart|apenstaartje)(?={_S})){_S}?"
    rf"[^\W_](?:[^\W_]|-(?=[^\W_]))*"
    rf"(?:(?:\.|{_S}\.{_S}|{_S}?[(\[{{]{_S}?(?:dot|punt){_S}?[)\]}}]{_S}?|{_S}(?:dot|punt){_S})"
    rf"[^\W_](?:[^\W_]|-(?=[^\W_]))*)+",
    re.IGNORECASE,
)
_SPELLED_NAME = re.compile(rf"(?:[^\W_]+{_S}?[._-]{_S}?){{0,4}}[^\W_]+{_S}?$")
_HANDLE = re.compile(r"@[^\W_][\w.]*\w|@\w")
_NAMED_ACCOUNT = re.compile(rf"[:=]{_S}?([\w.]*\w)")
_NETWORK = re.compile(
    rf"(?<![^\W_])(?:insta|instagram|snap|snapchat|tiktok|discord|roblox|fortnite|minecraft|gebruikersnaam|username|skype|"
    rf"facebook){_S}?$",
    re.IGNORECASE,
)
_UNDERSCORED = re.compile(r"_(?<=[^\W_]_)(?:[\w.]*[^\W_])?")
_HEAD_OF_ACCOUNT = re.compile(r"[\w.]{1,40}$")
_URL = re.compile(r"(?:https?://|www\.)[^\s\u2029<>\"\u201d\u201c]+", re.IGNORECASE)
_BARE = re.compile(
    r"\.(?<=[^\W_]\.)(?:nl|com|org|net|eu|be|info|io|me|school|edu)(?:/[^\s\u2029<>\"]*)?(?![^\W_])", re.IGNORECASE
)
_HOST_BEFORE = re.compile(r"[^\W_][\w.-]{0,80}$")
_MARKS = ".,;:!?)]}'\u2019"
_OPENING = "([{<\"'\u2018\u201c\u201e:=/|*"
"""What may stand right before an address; after anything else only a part of a word looks like one."""

_LONG_NUMBER = Message("A number of five digits or more may lead to a person.")
_WEB = Message("This web address may lead to a person.")


def find_addresses(state: DetectionState) -> Iterator[Found]:
    """Yield e-mail addresses, also spelled out, accounts and web addresses."""
    text = state.view.text
    if "@" in text:
        yield from _mail_and_handles(text)
    yield from _spelled_mail(text)
    yield from _accounts(state)
    if "www." in text or "://" in text or _BARE.search(text):
        yield from _addresses(state)


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


def _spelled_mail(text: str) -> Iterator[Found]:
    """Yield "j.vries (at) school.nl"."""
    for found in _SPELLED.finditer(text):
        if name := _SPELLED_NAME.search(text, max(0, found.start() - 64), found.start()):
            yield _replace(name.start(), found.end(), HoldKind.CONTACT, "e-mailadres")


def _accounts(state: DetectionState) -> Iterator[Found]:
    """Yield what stands after the name of a network, and names with an underscore: "daan_2014"."""
    text = state.view.text
    for found in _NAMED_ACCOUNT.finditer(text):
        if _NETWORK.search(text, max(0, found.start() - 16), found.start()):
            yield _replace(*found.span(1), HoldKind.CONTACT, "account")
    at = 0
    for found in _UNDERSCORED.finditer(text) if "_" in text else ():
        head = _HEAD_OF_ACCOUNT.search(text, max(at, found.start() - 40), found.start())
        if head and any(state.book.hits(part) for part in text[head.start() : found.end()].split("_")):
            at = found.end()
            yield _replace(head.start(), at, HoldKind.CONTACT, "account")


def _addresses(state: DetectionState) -> Iterator[Found]:
    text = state.view.text
    for found in _URL.finditer(text):
        yield _address(state, found.start(), found.end())
    for found in _BARE.finditer(text):
        host = _HOST_BEFORE.search(text, max(0, found.start() - 81), found.start())
        if host:
            yield _address(state, host.start(), found.end())


def _address(state: DetectionState, start: int, end: int) -> Found:
    """Return what becomes of an address; the marks of the sentence after it are not part of it."""
    text = state.view.text
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    if is_clear_address(text[start:end], state.book):
        return Found(start, end, "keep", HoldKind.CONTACT, "patterns")
    return Found(start, end, "hold", HoldKind.CONTACT, "patterns", reason=_WEB)


def find_numbers(text: str) -> Iterator[Found]:
    """Yield bank accounts, telephone and citizen service numbers to replace, and other long numbers to hold."""
    for found in _IBAN.finditer(text):
        yield _replace(found.start() - 2, found.end(), HoldKind.CONTACT, "rekeningnummer")
    lower = text.lower()
    for found in _LABELLED.finditer(text) if any(label in lower for label in _NUMBER_LABELS) else ():
        digits = "".join(filter(str.isdigit, found["number"]))
        noun = "burgerservicenummer" if _is_citizen_number(digits) else "nummer"
        yield _replace(*found.span("number"), HoldKind.NUMBER, noun)
    for found in _NUMBER.finditer(text):
        if (number := _number(text, found)) is not None:
            yield number


def _number(text: str, found: re.Match[str]) -> Found | None:
    """Return what one match of `_NUMBER` stands for: a thousand of thousands is nobody's number."""
    start, end = found.span()
    digits = "".join(filter(str.isdigit, found[0]))
    if found.lastgroup in ("phone1", "phone2"):
        return _replace(
            start - (")" in found[0] and text[start - 1 : start] == "("), end, HoldKind.CONTACT, "telefoonnummer"
        )
    if _is_citizen_number(digits):
        return _replace(start, end, HoldKind.NUMBER, "burgerservicenummer")
    if found.lastgroup == "citizen":
        return None
    head = _HEAD_OF_NUMBER.search(text, max(0, start - 24), start)
    return Found(head.start() if head else start, end, "hold", HoldKind.NUMBER, "patterns", reason=_LONG_NUMBER)


def _is_citizen_number(digits: str) -> bool:
    """Return whether digits are nine and pass the eleven test of the burgerservicenummer."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return (
        len(digits) == len(weights)
        and not sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
    )
