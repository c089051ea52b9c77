"""Everything under `content/`, as read: secret.

The front matter of each kind of document (`*Matter`) is the single source for validation, the exported JSON Schema and
the table in the documentation. Field names are the canonical keys; their Dutch aliases are in
`read/front_matter/field_names.py`, how their values are written in `read/front_matter/forms.py`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, Literal, Self, TypeVar

from .document import Document
from .paths import ContentPath, ThemeId
from .problem import Place
from .spiral import DEFAULT_BANDS, Band, Effect, Quadrant, SchoolYear, SessionId, YearGroup
from .text import RawText
from .vocabulary import DecisionAction, Role, SecondReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Front matter, or an entry of a file that is a list: one field for each key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityMatter(Matter):
    """`content/community.yml`."""

    name: RawText
    language: Literal["nl", "en"] = "nl"
    k: int = 3
    """The smallest group of people that published facts may single out (k-anonymity)."""
    bands: tuple[Band, ...] = DEFAULT_BANDS
    year_groups: tuple[YearGroup, ...] = tuple(range(1, 9))
    contact: RawText | None = None
    second_readers: tuple[SecondReader, ...] = ()
    """Programs of others that may hold what our own layers let pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class School(Matter):
    """A school of the roster."""

    name: RawText
    aliases: tuple[RawText, ...] = ()
    place: RawText | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Matter):
    """A person of the roster. `public`: an expert or author who may be named."""

    name: RawText
    role: Role = Role.LEERKRACHT
    school: RawText | None = None
    year_groups: tuple[YearGroup, ...] = ()
    aliases: tuple[RawText, ...] = ()
    public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster(Matter):
    """`content/roster.yml`: the known people and places. It never leaves the airlock."""

    schools: tuple[School, ...] = ()
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Matter):
    """One decision of a reviewer: a cleared word or phrase, a forced redaction, or something seen and found fit.

    `scope` is `all` or the ContentPath of one document. `before` and `after` bind it to the text around it, as the
    prefix and suffix of a W3C TextQuoteSelector (Web Annotation Data Model, 4.2.4) do.
    """

    action: DecisionAction
    text: RawText
    scope: str = "all"
    before: RawText | None = None
    after: RawText | None = None
    reason: str
    by: str
    date: dt.date
    replacement: str | None = None
    place: Place = field(default=Place(ContentPath("content/decisions.yml")), compare=False)
    """Where the decision is written: not a key, and two decisions are equal wherever they are written."""

    def placed(self, place: Place) -> Self:
        """Return the same decision, known to be written at `place`."""
        return replace(self, place=place)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportMatter(Matter):
    """`content/reports/**/*.md`. `date` comes before `session`, which may need it."""

    title: RawText
    school: tuple[RawText, ...] = ()
    year_group: tuple[YearGroup, ...]
    date: dt.date | None = None
    session: SessionId
    quadrant: Quadrant
    themes: tuple[ThemeId, ...] = ()
    authors: tuple[RawText, ...] = ()
    participants: int | tuple[RawText, ...] = ()
    facilitator: tuple[RawText, ...] = ()
    member_check: dt.date | None = None
    withdrawn: bool = False
    slug: RawText | None = None
    earlier_slugs: tuple[RawText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewMatter(ReportMatter):
    """`content/interviews/*.md`: lends passages to themes and findings, never a page."""

    respondent: RawText | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionMatter(Matter):
    """`content/sessions/*.md`."""

    title: RawText
    number: int
    school_year: SchoolYear
    date: dt.date
    expert: RawText | None = None
    themes: tuple[ThemeId, ...] = ()
    assignment: RawText | None = None

    @property
    def id(self) -> SessionId:
        """The session's identity, `2025-2026-3`."""
        return SessionId(self.school_year, self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeMatter(Matter):
    """`content/themes/*.md`: one concept of the codebook. Its id is the file's stem."""

    label: RawText
    aliases: tuple[RawText, ...] = ()
    definition: RawText
    broader: ThemeId | None = None
    related: tuple[ThemeId, ...] = ()
    use_when: RawText | None = None
    not_when: RawText | None = None
    scheme: RawText | None = None
    earlier_slugs: tuple[RawText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingMatter(Matter):
    """`content/findings/*.md`. `evidence` names passages: `PATH` or `PATH#theme` of reports and interviews."""

    question: RawText
    claim: RawText
    themes: tuple[ThemeId, ...] = ()
    evidence: tuple[RawText, ...] = ()
    effect: Effect | None = None
    method: RawText | None = None
    earlier_slugs: tuple[RawText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMatter(Matter):
    """`content/pages/*.md`. Its slug is the file's stem."""

    title: RawText
    earlier_slugs: tuple[RawText, ...] = ()


M_co = TypeVar("M_co", bound=Matter, covariant=True)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its path and its text, as Unicode code points with line ends folded to line feeds."""

    path: ContentPath
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entry(Generic[M_co]):
    """A Markdown file: front matter, body, and the place of each front-matter value.

    `offsets` maps a canonical key to the code point in `source.text` at which its value begins.
    """

    matter: M_co
    body: Document[RawText]
    source: Source
    offsets: Mapping[str, int] = field(default_factory=dict)
    hidden: tuple[RawText, ...] = ()
    """What the file holds that can never go out (HTML comments and the like): scanned, never published."""

    @property
    def path(self) -> ContentPath:
        """The file this entry was read from."""
        return self.source.path


Report = Entry[ReportMatter]
Interview = Entry[InterviewMatter]
Session = Entry[SessionMatter]
Theme = Entry[ThemeMatter]
Finding = Entry[FindingMatter]
Page = Entry[PageMatter]


@dataclass(frozen=True, slots=True)
class Codebook:
    """What a report may refer to: made from the shared documents, and all that reading one report depends on."""

    themes: frozenset[ThemeId]
    sessions: Mapping[SessionId, dt.date]
    schools: tuple[RawText, ...]
    """Names and aliases of schools on the roster; empty: any school is accepted."""
    school_lines: tuple[int, ...]
    """For each of `schools` its line in `content/roster.yml`: a hint can name the line, never the school."""
    year_groups: tuple[YearGroup, ...]
    paths: frozenset[ContentPath]
    """Every file below `content/`, for links and pictures."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The shared documents, and the reports still to be read one by one (see `read.parse_report`)."""

    community: CommunityMatter
    roster: Roster
    decisions: tuple[Decision, ...]
    codebook: Codebook
    sessions: tuple[Session, ...]
    themes: tuple[Theme, ...]
    findings: tuple[Finding, ...]
    pages: tuple[Page, ...]
    interviews: tuple[Interview, ...]
    reports: tuple[ContentPath, ...]
