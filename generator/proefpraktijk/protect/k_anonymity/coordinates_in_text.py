"""Coordinates stated in the text: where a report names its own year group, band, session or quadrant.

They may be less general than what is published about the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from proefpraktijk.model.corpus import Interview, Report, ReportMatter
from proefpraktijk.model.paths import Slug
from proefpraktijk.model.problem import Place
from proefpraktijk.model.spiral import Band, Quadrant, SessionId
from proefpraktijk.model.text import RawText
from proefpraktijk.protect.document.lines import Lines

_WORDS = {
    word: number
    for number, words in enumerate(
        ("een één eerste", "twee tweede", "drie derde", "vier vierde", "vijf vijfde vijven", "zes zesde zessen",
         "zeven zevende zevens zevenen", "acht achtste achters", "negen negende", "tien tiende"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_COUNT = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien"
_ORDINAL = r"(?:eer|acht)ste|(?:twee|der|vier|vijf|zes|zeven|negen|tien)de|\d{1,2}(?:e|de|ste)"
_UPTO = r"[\-–—]|t/m|tot(?:\s{1,3}en\s{1,3}met)?|to"
_JOIN = rf"\s{{0,3}}(?:{_UPTO}|[/&+]|(?:,\s{{0,3}})?(?:en|of|and)\b|,)\s{{0,3}}"
_GROUPS = rf"(?:\d{{1,2}}[a-d]?|{_COUNT})"
_TRIGGER = re.compile(r"groep|gr(?=[\s.\-\d])|year|kleuter|zevens|zevenen|vijven|zessen|bijeenk|sessi")
"""Words at which it is worth looking: searching for these alone costs a tenth of the rest. In lower case."""
_REACH = 18
"""Code points an ordinal may stand before its noun."""
_GROUP = re.compile(
    rf"(?:groep(?:en)?|year\s{{1,3}}groups?|gr\b\.?|gr(?=\d))[\s\-]{{0,3}}"
    rf"({_GROUPS}(?:{_JOIN}{_GROUPS}){{0,7}})(?:['’\-]?e?rs?|['’]s)?\b"
    r"|(zevens|(?<!n[\s\-])(?<!s[\s\-])(?:vijven|zessen|zevenen))\b"
    r"|(kleuter)"
)
_MEETING = r"(?:bijeenkomst|sessie|session)"
_SESSION = re.compile(
    rf"{_MEETING}(?:en|s)?[\s\-]{{0,3}}((?:nr\.?\s|nummer\s)?\d{{1,2}}(?:{_JOIN}\d{{1,2}}){{0,7}})\b"
    rf"|(?<!e[\s\-])(?<!een[\s\-]){_MEETING}[\s\-]{{1,3}}({_COUNT})\b"
)
_NUMBERED = re.compile(rf"\b({_ORDINAL})[\s\-]{{1,3}}$|\b({_ORDINAL})$")
_NOUN = re.compile(rf"groep(?:e?rs?)?\b|{_MEETING}\b")
_OF = r"[\s\-:]{1,3}(?:van[\s\-](?:het[\s\-])?)?['’‘\"“„]?"
_TOKEN = re.compile(rf"(?P<upto>{_UPTO})|\d+|[^\W\d]+")
_TODDLERS = frozenset((1, 2))


class StatedCoordinates(NamedTuple):
    """Where a text first states each of the report's own coordinates; `together` is two of its year groups in one phrase."""

    group: Place | None = None
    session: Place | None = None
    together: Place | None = None
    band: Place | None = None
    quadrant: Place | None = None


NOTHING_STATED = StatedCoordinates()
"""No coordinate is stated."""


class _Own(NamedTuple):
    """The coordinates of one report; `names` matches its session, bands and quadrant by name."""

    groups: frozenset[int]
    session: int
    names: re.Pattern[str]

    @classmethod
    def of(cls, matter: ReportMatter, bands: Sequence[Band]) -> _Own:
        groups = frozenset(matter.year_group)
        ids = tuple(band.id for band in bands if any(map(band.holds, groups)))
        return cls(groups, matter.session.number, _names(matter.session, matter.quadrant, ids))


def stated_in(report: Report | Interview, bands: Sequence[Band] = ()) -> StatedCoordinates:
    """Return where title and body state the coordinates of the front matter, in figures or words, across runs of markup."""
    own = _Own.of(report.matter, bands)
    found: dict[str, int] = {}
    for runs in _texts(report):
        text = "".join(run.value for run in runs)
        text = text.lower() if text.isascii() else "".join(char.lower()[0] for char in text)  # as long as it was
        for what, at in _stated(text, own):
            if what not in found:
                found[what] = _offset(runs, at)
    if not found:
        return NOTHING_STATED
    lines = Lines(report.source)
    return StatedCoordinates(**{what: lines.place(at) for what, at in found.items()})


def stated_in_slug(slug: Slug, place: Place, matter: ReportMatter, bands: Sequence[Band] = ()) -> StatedCoordinates:
    """Return which coordinates a slug states, each at `place`; a hyphen in it may stand for a space or for "up to"."""
    expanded = f"{slug} | {slug.replace('-t-m-', ' t/m ').replace('-', ' ')}"
    return StatedCoordinates(**{what: place for what, _ in _stated(expanded, _Own.of(matter, bands))})


def _stated(text: str, own: _Own) -> Iterator[tuple[str, int]]:
    """Yield each coordinate that a text in lower case states, as a field name of `StatedCoordinates`, and its offset."""
    for start, groups, sessions in _year_groups_and_sessions(text):
        common = len(own.groups & groups)
        for what, said in (("group", common > 0), ("together", common > 1), ("session", own.session in sessions)):
            if said:
                yield what, start
    for hit in own.names.finditer(text):
        yield hit.lastgroup or "", hit.start()


def _texts(report: Report | Interview) -> Iterator[tuple[RawText, ...]]:
    """Yield the title and each block as one text of runs: "groep **7**" is one phrase."""
    yield (report.matter.title,)
    yield from (tuple(run.text for run in block.runs) for block in report.body.blocks)


@cache
def _names(session: SessionId, quadrant: Quadrant, bands: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for the names of a session, a quadrant and bands. A quadrant is a verb too, so that word alone is not enough."""
    verb = rf"{quadrant.removesuffix('eren')}(?:eren|eer|atie)"
    around = "(?:kwadrant|quadrant|fase)"
    names = rf"(?P<session>{session}\b)|(?P<quadrant>{around}{_OF}{verb}|{verb}[\s\-]?{around})"
    spelled = "|".join(re.escape(band).replace(r"\-", r"[\s\-]") for band in bands)
    return re.compile(rf"\b(?:{names}|(?P<band>{spelled}))" if bands else rf"\b(?:{names})")


def _offset(runs: Sequence[RawText], at: int) -> int:
    """Return the source offset of offset `at` in the joined text of `runs`; -1 when unknown."""
    ends = accumulate(len(run.value) for run in runs)
    run, end = next((run, end) for run, end in zip(runs, ends, strict=True) if at < end)
    return run.start + at - (end - len(run.value)) if run.start >= 0 else -1


def _year_groups_and_sessions(text: str) -> Iterator[tuple[int, frozenset[int], frozenset[int]]]:
    """Yield the offsets at which year groups or sessions are named, the year groups, and the numbers of the sessions."""
    none = frozenset[int]()
    for trigger in _TRIGGER.finditer(text):
        at = trigger.start()
        begin = at - 4 if text.startswith("jaar", max(0, at - 4)) and trigger[0] == "groep" else at
        is_session = trigger[0] in ("bijeenk", "sessi")
        if (_NOUN.match(text, at)) and (ordinal := _NUMBERED.search(text, max(0, begin - _REACH), begin)):
            numbers = _numbers(ordinal[ordinal.lastindex or 0])
            yield ordinal.start(), none if is_session else numbers, numbers if is_session else none
        if begin and text[begin - 1].isalnum():
            continue
        if said := (_SESSION if is_session else _GROUP).match(text, at):
            numbers = _TODDLERS if said[0] == "kleuter" else _numbers(said[said.lastindex or 0])
            yield begin, none if is_session else numbers, numbers if is_session else none


def _numbers(written: str) -> frozenset[int]:
    """Return the numbers of "6, 7 en 8" or "6 t/m 8", in figures or words."""
    found: set[int] = set()
    last, upto = 0, False
    for token in _TOKEN.finditer(written):
        said = token[0].lower()
        number = int(said) if said.isdigit() else _WORDS.get(said, 0)
        if number:
            found.update(range(last, number + 1) if upto else (number,))
            last, upto = number, False
        upto = upto or bool(token["upto"] and found)
    return frozenset(found)
