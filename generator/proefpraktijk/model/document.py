"""A text as a flat list of blocks: the allow-list of everything that can go out of a Markdown file.

What has no place here (comments, raw HTML, unused footnotes and references, attributes) cannot be published.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Generic, TypeVar

from .paths import ThemeId
from .spiral import Effect
from .text import RawText, SafeText

T = TypeVar("T", RawText, SafeText)


class BlockKind(Enum):
    """What a block is."""

    PARAGRAPH = auto()
    HEADING = auto()
    """`level` 2 to 4."""
    ITEM = auto()
    """A list item's text; `level` is its depth from 1, `ordered` whether it is numbered."""
    CELL = auto()
    """A table cell; `row` and `column` from 0, row 0 is the header."""
    PICTURE = auto()
    """A picture on its own; its one run holds the alt text and the picture's target."""
    CODE = auto()
    """A preformatted block."""
    RULE = auto()
    """A thematic break; no runs."""


class TargetKind(Enum):
    """What a link or picture leads to."""

    REPORT = auto()
    SESSION = auto()
    THEME = auto()
    FINDING = auto()
    PAGE = auto()
    """For the kinds above `target` is the ContentPath of the document, resolved by `read`."""
    MEDIA = auto()
    """A file below `content/media/`; `target` is its ContentPath."""
    WEB = auto()
    """An https or http address."""
    ANCHOR = auto()
    """A heading of the same document; `target` is the heading's id."""


@dataclass(frozen=True, slots=True)
class Target(Generic[T]):
    """Where a link or picture leads.

    A document or picture of the site stays a ContentPath until a page is planned (`KnowledgeBase.public`, and the
    pictures' public names); a web address or anchor is text that has passed the airlock.
    """

    kind: TargetKind
    target: T


@dataclass(frozen=True, slots=True)
class Run(Generic[T]):
    """A piece of text of one style. A line break, hard or soft, is a run of its own that holds just that."""

    text: T
    strong: bool = False
    emphasis: bool = False
    strike: bool = False
    code: bool = False
    link: Target[T] | None = None
    picture: Target[T] | None = None
    """Set for a picture: `text` is its alt text (empty: decorative)."""
    passages: tuple[int, ...] = ()
    """Indices into `Document.passages` of the coded passages this run belongs to."""


class SectionKind(StrEnum):
    """The sections of a report (content model); `OTHER` for any other heading, `LEAD` before the first."""

    LEAD = "lead"
    SITUATIE = "situatie"
    AANPAK = "aanpak"
    ERVARING = "ervaring"
    HERKENNING = "herkenning"
    HANDVATTEN = "handvatten"
    VRAGEN = "vragen"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Block(Generic[T]):
    """One block of text. Every block begins a sentence.

    `section` is the kind of the section it is in (a heading is in its own section); `quoted` says whether it
    is in a quotation; `starts_list` whether an item opens a new list at its level, or a cell a new table.
    """

    kind: BlockKind
    runs: tuple[Run[T], ...]
    section: SectionKind = SectionKind.LEAD
    level: int = 0
    ordered: bool = False
    quoted: bool = False
    row: int = 0
    column: int = 0
    starts_list: bool = False


@dataclass(frozen=True, slots=True)
class Coding:
    """The codes of one passage: at least one theme, and whether it is about something that helps or hinders."""

    themes: tuple[ThemeId, ...]
    effect: Effect | None = None


@dataclass(frozen=True, slots=True)
class Document(Generic[T]):
    """A body: blocks in reading order, and the codings that runs refer to by index."""

    blocks: tuple[Block[T], ...] = ()
    passages: tuple[Coding, ...] = ()

    def headings(self) -> Iterator[Block[T]]:
        """Yield the headings in order."""
        return (block for block in self.blocks if block.kind is BlockKind.HEADING)
