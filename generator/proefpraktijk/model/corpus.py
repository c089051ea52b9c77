"""Everything under `content/`, as read: secret.

One pydantic model per kind of front matter (`*Matter`) is the single source for validation, the exported JSON Schema
and the table in the documentation. Field names are canonical; their Dutch aliases and the value forms are in
`model/values.py`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Generic, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from . import values
from .document import Document
from .paths import ContentPath, ThemeId
from .problem import Place
from .spiral import DEFAULT_BANDS, Band, Effect, Quadrant, SchoolYear, SessionId, YearGroup
from .text import RawText
from .vocabulary import SecondReader


class Matter(BaseModel):
    """Front matter: frozen, and no unknown key passes."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class CommunityMatter(Matter):
    """`content/community.yml`."""

    name: values.Secret
    language: Annotated[Literal["nl", "en"], values.LanguageForm] = "nl"
    k: int = Field(default=3, ge=2, le=20)
    bands: Annotated[tuple[Band, ...], values.BandsForm] = DEFAULT_BANDS
    year_groups: Annotated[tuple[YearGroup, ...], values.YearGroupsForm] = tuple(range(1, 9))
    contact: values.Secret | None = None
    second_readers: Annotated[tuple[SecondReader, ...], values.SecondReadersForm] = ()
    """Programs of others that may hold what our own layers let pass."""


class School(Matter):
    """A school of the roster."""

    name: values.Secret
    aliases: Annotated[tuple[values.Secret, ...], values.SecretsForm] = ()
    place: values.Secret | None = None


class Person(Matter):
    """A person of the roster. `public`: an expert or author who may be named."""

    name: values.Secret
    role: Annotated[values.Role, values.RoleForm] = values.Role.LEERKRACHT
    school: values.Secret | None = None
    year_groups: Annotated[tuple[YearGroup, ...], values.YearGroupsForm] = ()
    aliases: Annotated[tuple[values.Secret, ...], values.SecretsForm] = ()
    public: Annotated[bool, values.YesNoForm] = False


class Roster(Matter):
    """`content/roster.yml`: the known people and places. It never leaves the airlock."""

    schools: tuple[School, ...] = ()
    people: tuple[Person, ...] = ()


class Decision(Matter):
    """One decision of a reviewer: a cleared word or phrase, a forced redaction, or something seen and found fit.

    `scope` is `all` or the ContentPath of one document. `before` and `after` bind it to the text around it, as the
    prefix and suffix of a W3C TextQuoteSelector (Web Annotation Data Model, 4.2.4) do.
    """

    action: Annotated[values.DecisionAction, values.DecisionActionForm]
    text: values.Secret
    scope: Annotated[str, values.ScopeForm] = "all"
    before: values.Secret | None = None
    after: values.Secret | None = None
    reason: str
    by: str
    date: Annotated[dt.date, values.DateForm]
    replacement: str | None = None
    _place: Place = PrivateAttr(default=Place(ContentPath("content/decisions.yml")))

    @property
    def place(self) -> Place:
        """Where the decision stands."""
        return self._place

    def placed(self, place: Place) -> Self:
        """Return the same decision, known to stand at `place`."""
        copy = self.model_copy()
        copy._place = place  # noqa: SLF001 - of its own copy
        return copy


class ReportMatter(Matter):
    """`content/reports/**/*.md`. `date` comes before `session`, which may need it."""

    title: values.Secret
    school: Annotated[tuple[values.Secret, ...], values.SecretsForm] = ()
    year_group: Annotated[tuple[YearGroup, ...], values.YearGroupsForm]
    date: Annotated[dt.date | None, values.DateForm] = None
    session: Annotated[values.SessionRef, values.SessionForm]
    quadrant: Annotated[Quadrant, values.QuadrantForm]
    themes: Annotated[tuple[ThemeId, ...], values.NamesForm] = ()
    authors: Annotated[tuple[values.Secret, ...], values.SecretsForm] = ()
    participants: Annotated[int | tuple[values.Secret, ...], values.ParticipantsForm] = ()
    facilitator: Annotated[tuple[values.Secret, ...], values.SecretsForm] = ()
    member_check: Annotated[dt.date | None, values.CheckDateForm] = None
    withdrawn: Annotated[bool, values.YesNoForm] = False
    slug: Annotated[RawText | None, values.SlugForm] = None
    earlier_slugs: Annotated[tuple[RawText, ...], values.SlugsForm] = ()


class InterviewMatter(ReportMatter):
    """`content/interviews/*.md`: lends passages to themes and findings, never a page."""

    respondent: values.Secret | None = None


class SessionMatter(Matter):
    """`content/sessions/*.md`."""

    title: values.Secret
    number: int = Field(ge=1, le=99)
    school_year: Annotated[SchoolYear, values.SchoolYearForm]
    date: Annotated[dt.date, values.DateForm]
    expert: values.Secret | None = None
    themes: Annotated[tuple[ThemeId, ...], values.NamesForm] = ()
    assignment: values.Secret | None = None

    @property
    def id(self) -> SessionId:
        """The session's identity, `2025-2026-3`."""
        return SessionId(self.school_year, self.number)


class ThemeMatter(Matter):
    """`content/themes/*.md`: one concept of the codebook. Its id is the file's stem."""

    label: values.Secret
    aliases: Annotated[tuple[values.Secret, ...], values.SecretsForm] = ()
    definition: values.Secret
    broader: Annotated[ThemeId | None, values.NameForm] = None
    related: Annotated[tuple[ThemeId, ...], values.NamesForm] = ()
    use_when: values.Secret | None = None
    not_when: values.Secret | None = None
    scheme: values.Secret | None = None
    earlier_slugs: Annotated[tuple[RawText, ...], values.SlugsForm] = ()


class FindingMatter(Matter):
    """`content/findings/*.md`. `evidence` names passages: `PATH` or `PATH#theme` of reports and interviews."""

    question: values.Secret
    claim: values.Secret
    themes: Annotated[tuple[ThemeId, ...], values.NamesForm] = ()
    evidence: Annotated[tuple[values.Secret, ...], values.SecretsForm] = ()
    effect: Annotated[Effect | None, values.EffectForm] = None
    method: values.Secret | None = None
    earlier_slugs: Annotated[tuple[RawText, ...], values.SlugsForm] = ()


class PageMatter(Matter):
    """`content/pages/*.md`. Its slug is the file's stem."""

    title: values.Secret
    earlier_slugs: Annotated[tuple[RawText, ...], values.SlugsForm] = ()


M_co = TypeVar("M_co", bound=Matter, covariant=True)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its path and its text, as Unicode code points with line ends folded to line feeds."""

    path: ContentPath
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entry(Generic[M_co]):
    """A Markdown file: front matter, body, and where each front-matter value stands.

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
    """For each of `schools` the line of `content/roster.yml` it stands on: a hint can name the line, never the school."""
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
