"""What has passed the airlock. Only `protect` makes these."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from .document import Document
from .paths import ContentPath, Slug, ThemeId
from .problem import Message, Place
from .spiral import Band, Effect, Quadrant, SessionId, YearGroup
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
    """What the airlock thinks a doubtful stretch may be."""

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
    """A doubt that only a person can settle. It names the place and the reason, never the text."""

    place: Place
    kind: HoldKind
    layer: str
    message: Message
    start: int = -1
    end: int = -1
    """The doubtful range in the source file, in code points."""


@dataclass(frozen=True, slots=True)
class SafeReport:
    """A report (or interview) fit to be read by anyone. School, authors and participants are not in it.

    `key` is its identity inside the program and never published; `contributors` counts distinct people (at least 1).
    """

    key: ContentPath
    slug: Slug
    title: SafeText
    year_groups: tuple[YearGroup, ...]
    session: SessionId
    quadrant: Quadrant
    themes: tuple[ThemeId, ...]
    date: dt.date | None
    member_check: dt.date | None
    contributors: int
    body: Document[SafeText]
    draft: bool = False


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


@dataclass(frozen=True, slots=True)
class SafePage:
    """A free page."""

    key: ContentPath
    slug: Slug
    title: SafeText
    body: Document[SafeText]


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
    """The shared documents after the airlock. Reports travel one by one, see `SafeReport`."""

    community: SafeCommunity
    sessions: tuple[SafeSession, ...]
    themes: tuple[SafeTheme, ...]
    findings: tuple[SafeFinding, ...]
    pages: tuple[SafePage, ...]
    interviews: tuple[SafeReport, ...]
