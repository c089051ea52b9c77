"""What has passed the airlock. Only `protect` makes these."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from .document import Document
from .paths import ContentPath, Slug, ThemeId
from .problem import Message, Place
from .spiral import Band, Effect, Quadrant, SchoolYear, SessionId, YearGroup
from .text import SafeText


class Publication(StrEnum):
    """Whether a document goes out."""

    PUBLISHED = "published"
    DRAFT = "draft"
    """No member check yet: shown by `serve --drafts` only."""
    WITHDRAWN = "withdrawn"
    HELD = "held"
    """A reviewer must look first."""
    REFUSED = "refused"
    """It has errors."""


class HoldKind(StrEnum):
    """What the airlock thinks a doubtful piece of text may be."""

    PERSON = "person"
    SCHOOL = "school"
    PLACE = "place"
    DATE = "date"
    CONTACT = "contact"
    """An address, a telephone number, an account."""
    NUMBER = "number"
    CAPITAL = "capital"
    """A capital that nothing explains."""
    UNKNOWN = "unknown"
    """A word no dictionary knows."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A doubt that only a person can settle. It holds the place and the reason, never the text."""

    place: Place
    kind: HoldKind
    layer: str
    message: Message
    start: int = -1
    end: int = -1
    """The doubtful range in the source file, in code points."""


class Coordinates(NamedTuple):
    """The coordinates of a report, as far as they may be published: none until all reports are known (`generalising`).

    `bands` (ids) are given when the year groups cannot be published, `school_year` when the session cannot. The dates,
    which few reports share, are published only when nobody can be singled out by them.
    """

    year_groups: tuple[YearGroup, ...] = ()
    bands: tuple[str, ...] = ()
    session: SessionId | None = None
    school_year: SchoolYear | None = None
    quadrant: Quadrant | None = None
    date: dt.date | None = None
    member_check: dt.date | None = None


NOWHERE = Coordinates()
"""Nothing is published."""


class EarlierSlug(NamedTuple):
    """A slug that a document had before, and where that is written."""

    slug: Slug
    place: Place


@dataclass(frozen=True, slots=True)
class SafeReport:
    """A report (or interview) fit to be read by anyone. School, authors and participants are not in it.

    `key` is its identity inside the program and never published. Which coordinates it publishes is decided when all
    reports are known: until then, none.
    """

    key: ContentPath
    slug: Slug
    title: SafeText
    themes: tuple[ThemeId, ...]
    body: Document[SafeText]
    draft: bool = False
    coordinates: Coordinates = NOWHERE
    voices: frozenset[int] = frozenset()
    """Who speak in an interview, as numbers that mean nothing elsewhere: to count them, never to be shown."""
    earlier: tuple[EarlierSlug, ...] = ()
    """Slugs it had before: they redirect to it."""


@dataclass(frozen=True, slots=True)
class SafeSession:
    """A plenary session. `expert` is given only when public on the roster, else a descriptor."""

    key: ContentPath
    id: SessionId
    title: SafeText
    date: dt.date
    expert: SafeText | None
    themes: tuple[ThemeId, ...]
    assignment: SafeText | None
    body: Document[SafeText]


@dataclass(frozen=True, slots=True)
class SafeTheme:
    """A concept of the codebook."""

    key: ContentPath
    id: ThemeId
    label: SafeText
    aliases: tuple[SafeText, ...]
    definition: SafeText
    broader: ThemeId | None
    related: tuple[ThemeId, ...]
    use_when: SafeText | None
    not_when: SafeText | None
    scheme: SafeText | None
    body: Document[SafeText]
    earlier: tuple[EarlierSlug, ...] = ()
    """Slugs it had before: they redirect to it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage a finding rests on: a document and, when given, the theme it is coded with."""

    key: ContentPath
    theme: ThemeId | None


@dataclass(frozen=True, slots=True)
class SafeFinding:
    """A finding."""

    key: ContentPath
    slug: Slug
    question: SafeText
    claim: SafeText
    themes: tuple[ThemeId, ...]
    evidence: tuple[Evidence, ...]
    effect: Effect | None
    method: SafeText | None
    body: Document[SafeText]
    earlier: tuple[EarlierSlug, ...] = ()
    """Slugs it had before: they redirect to it."""


@dataclass(frozen=True, slots=True)
class SafePage:
    """A free page."""

    key: ContentPath
    slug: Slug
    title: SafeText
    body: Document[SafeText]
    earlier: tuple[EarlierSlug, ...] = ()
    """Slugs it had before: they redirect to it."""


@dataclass(frozen=True, slots=True)
class SafeCommunity:
    """The community as the site presents it."""

    name: SafeText
    language: str
    k: int
    bands: tuple[Band, ...]
    contact: SafeText | None
    """An address the community chose to publish."""


@dataclass(frozen=True, slots=True)
class SafeCorpus:
    """The shared documents after the airlock. Reports pass one by one, see `SafeReport`."""

    community: SafeCommunity
    sessions: tuple[SafeSession, ...]
    themes: tuple[SafeTheme, ...]
    findings: tuple[SafeFinding, ...]
    pages: tuple[SafePage, ...]
    interviews: tuple[SafeReport, ...]
