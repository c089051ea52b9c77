"""What the linked knowledge base holds: made by `link`, shown by `render`.

What there are thousands of is a named tuple: made, hashed and read back from the cache several times as fast as a frozen
dataclass.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from .counts import PublicCount
from .document import SectionKind
from .paths import ContentPath, Slug, ThemeId
from .safe import Coordinates, EarlierSlug, SafeCommunity, SafeFinding, SafePage, SafeSession, SafeTheme
from .spiral import Band, Effect, Quadrant, SchoolYear, SessionId, YearGroup
from .text import SafeText

SAFETY = ThemeId("veiligheid")
"""The branch of the codebook about safety in the group."""


class Mention(NamedTuple):
    """A theme named in running text: block `block`, code points `start`..`end` of that block's text.

    The block's text is that of its runs, one after the other. A mention may span several runs of the same style (a
    line break is a run), never a link, code or a picture. `sentence` is the sentence around it.
    """

    theme: ThemeId
    block: int
    start: int
    end: int
    sentence: SafeText


class Passage(NamedTuple):
    """A coded passage of a report or interview. `anchor` (`p1`, `p2`, …) is its id on the report's page.

    `context` is the sentence or sentences around it, `start`..`end` the range of the passage in `context`.
    `sentences` counts the whole sentences in it; 0: it is a part of one.
    """

    anchor: str
    text: SafeText
    context: SafeText
    start: int
    end: int
    themes: tuple[ThemeId, ...]
    effect: Effect | None
    section: SectionKind
    sentences: int = 0


class Takeaway(NamedTuple):
    """One handle: something a colleague can try tomorrow. `anchor` (`h1`, …) is its id on the report's page.

    `themes` are those coded or mentioned in it, else the report's first theme. `details` are the items below it.
    """

    anchor: str
    text: SafeText
    themes: tuple[ThemeId, ...]
    details: tuple[SafeText, ...] = ()


class Outline(NamedTuple):
    """All that other pages need to know of a report, without its body.

    `themes` are the declared and coded themes, most characteristic first. `gist` is its first full sentence or two, at most
    200 code points. The last fields are its `Coordinates`.
    """

    key: ContentPath
    slug: Slug
    title: SafeText
    themes: tuple[ThemeId, ...]
    gist: SafeText
    takeaways: tuple[Takeaway, ...]
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...]
    links: tuple[tuple[str, str, SafeText], ...]
    """Links the writer made to other documents: (kind name as in TargetKind, ContentPath, sentence)."""
    words: int
    draft: bool
    interview: bool
    voices: frozenset[int] = frozenset()
    """Who speak in an interview, as numbers that mean nothing elsewhere: to count them, never to be shown."""
    earlier: tuple[EarlierSlug, ...] = ()
    """Slugs it had before: they redirect to it."""
    year_groups: tuple[YearGroup, ...] = ()
    bands: tuple[str, ...] = ()
    session: SessionId | None = None
    school_year: SchoolYear | None = None
    quadrant: Quadrant | None = None
    date: dt.date | None = None
    member_check: dt.date | None = None

    def at(self, coordinates: Coordinates) -> Outline:
        """Return the outline of the report with these coordinates."""
        return self._replace(**coordinates._asdict())

    @property
    def year(self) -> SchoolYear | None:
        """The school year it publishes, by its session or by itself."""
        return self.session.year if self.session else self.school_year

    def within(self, band: Band) -> bool:
        """Return whether the report is published as of this band, or of a year group in it."""
        return band.id in self.bands or any(map(band.holds, self.year_groups))

    @property
    def coded(self) -> frozenset[ThemeId]:
        """The themes that a passage of it is coded with; the others in `themes` were only declared."""
        return frozenset(theme for passage in self.passages for theme in passage.themes)


class ReasonKind(Enum):
    """Why two reports are related."""

    THEME = auto()
    PASSAGE = auto()
    """Both have a passage coded with the theme."""
    YEAR_GROUP = auto()
    QUADRANT = auto()


class Reason(NamedTuple):
    """One reason: its kind and, for a theme or a passage, which theme; for a year group, which."""

    kind: ReasonKind
    theme: ThemeId | None = None
    year_group: YearGroup | None = None


class Related(NamedTuple):
    """A related report and the reasons, weightiest first. `score` orders; it is not shown."""

    slug: Slug
    score: float
    reasons: tuple[Reason, ...]


class BacklinkKind(Enum):
    """Where a backlink comes from."""

    REPORT = auto()
    SESSION = auto()
    FINDING = auto()
    PAGE = auto()
    THEME = auto()


class Backlink(NamedTuple):
    """A page that names or links this one, with the sentence in which it does. `ref` is that page's public key."""

    kind: BacklinkKind
    ref: str
    sentence: SafeText


class Moved(NamedTuple):
    """A document that went by another address: the slug it had, and its public key now."""

    kind: BacklinkKind
    old: Slug
    key: str


class Neighbours(NamedTuple):
    """The reports before and after this one, of the same subgroup (year groups) and of the same session."""

    previous_of_subgroup: Slug | None = None
    next_of_subgroup: Slug | None = None
    previous_of_session: Slug | None = None
    next_of_session: Slug | None = None


class Quote(NamedTuple):
    """A passage lent to a theme or finding. `report` is None for an interview: it has no page.

    An interview publishes its `bands` at most, never a year group or session.
    """

    passage: Passage
    report: Slug | None
    key: ContentPath
    bands: tuple[str, ...]
    quadrant: Quadrant | None


@dataclass(frozen=True, slots=True)
class ThemeNode:
    """A theme with its place in the hierarchy, and what carries it.

    `reports` are those that carry the theme or one narrower than it, newest session first.
    """

    theme: SafeTheme
    ancestors: tuple[ThemeId, ...]
    narrower: tuple[ThemeId, ...]
    reports: tuple[Slug, ...]
    quotes: tuple[Quote, ...]
    """Coded passages, strongest first (effect known, length between one and three sentences, then newest)."""
    findings: tuple[Slug, ...]
    sessions: tuple[SessionId, ...]
    backlinks: tuple[Backlink, ...]
    mentions: tuple[Mention, ...]
    """Themes named in this theme's own body."""


@dataclass(frozen=True, slots=True)
class FindingNode:
    """A finding with the passages it rests on, in the order of its evidence."""

    finding: SafeFinding
    quotes: tuple[Quote, ...]
    reports: PublicCount
    """Distinct reports among the evidence."""
    interviews: PublicCount | None
    """Distinct interviews among the evidence; None when too few people spoke in them to be counted."""
    mentions: tuple[Mention, ...]
    backlinks: tuple[Backlink, ...]


@dataclass(frozen=True, slots=True)
class SessionNode:
    """A session and what the subgroups made of it."""

    session: SafeSession
    previous: SessionId | None
    next: SessionId | None
    reports: tuple[Slug, ...]
    mentions: tuple[Mention, ...]
    backlinks: tuple[Backlink, ...]


@dataclass(frozen=True, slots=True)
class PageNode:
    """A free page."""

    page: SafePage
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class KnowledgeBase:
    """Everything the pages show, each thing once. Mappings keep the order in which pages list them."""

    community: SafeCommunity
    reports: Mapping[Slug, Outline]
    """Published reports (and drafts when asked for), newest session first, then year group, then title."""
    interviews: tuple[Outline, ...]
    themes: Mapping[ThemeId, ThemeNode]
    """In the order of the hierarchy: each theme followed by its narrower ones."""
    findings: Mapping[Slug, FindingNode]
    sessions: Mapping[SessionId, SessionNode]
    """Newest first."""
    pages: Mapping[Slug, PageNode]
    related: Mapping[Slug, tuple[Related, ...]]
    neighbours: Mapping[Slug, Neighbours]
    backlinks: Mapping[Slug, tuple[Backlink, ...]]
    """Of reports."""
    public: Mapping[ContentPath, str]
    """The public key (Slug, ThemeId, SessionId as text) of every document that has a page, by its file.

    A link in a body leads to a file; when that is not here, the link drops out and its words stay.
    """
    by_year_group: Mapping[YearGroup, tuple[Slug, ...]]
    by_band: Mapping[str, tuple[Slug, ...]]
    by_quadrant: Mapping[Quadrant, tuple[Slug, ...]]
    moved: tuple[Moved, ...] = ()

    @property
    def delicate(self) -> frozenset[ThemeId]:
        """The themes about safety in the group: what is said on them is never shown or counted by subgroup."""
        return frozenset(theme for theme, node in self.themes.items() if SAFETY in (theme, *node.ancestors))

    def bands_of(self, year_groups: tuple[YearGroup, ...]) -> tuple[Band, ...]:
        """Return the bands these year groups belong to: a combination group may belong to two."""
        return tuple(b for b in self.community.bands if any(b.holds(y) for y in year_groups))
