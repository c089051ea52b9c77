"""The blocks of a body while they are being made: lists, quotations and tables around, text inside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from proefpraktijk.dutch.folding import phrase_key
from proefpraktijk.model.document import Block, BlockKind, SectionKind
from proefpraktijk.model.text import RawText
from proefpraktijk.read.problems import Problems

from .passages import Coder
from .sections import section_of
from .source_pieces import SourcePiece, Style, run

_LONG = 10_000
"""Pieces grow no longer by joining, so that a file of a million brackets takes no longer than it should."""

_FIRST, _LAST = 2, 4
"""The levels of headings on a page: its title is the only H1."""


@dataclass(slots=True)
class Draft:
    """A block before its heading level and section are known; `level` of a heading is the writer's own."""

    kind: BlockKind
    level: int = 0
    ordered: bool = False
    quoted: bool = False
    row: int = 0
    column: int = 0
    starts_list: bool = False
    pieces: list[SourcePiece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of the block."""
        return "".join([piece.value for piece in self.pieces])


@dataclass(slots=True)
class _List:
    ordered: bool
    started: bool = False


@dataclass(slots=True)
class _Item:
    draft: Draft | None = None
    """The block that holds the item's text."""


class Blocks:
    """Takes what the parser meets, in order, and keeps one draft for every block with text."""

    def __init__(self, coder: Coder | None, title: str) -> None:
        """Begin empty. An H1 at the start may repeat `title`: it is left out."""
        self.made: list[Draft] = []
        self._coder = coder
        self._title = title
        self._open: Draft | None = None
        self._lists: list[_List] = []
        self._around: list[_Item | None] = []  # an item, or None for a quotation
        self._quotes = 0
        self._row = self._column = 0

    def add(self, value: str, start: int, end: int, style: Style) -> None:
        """Add text to the open block, or open the block of a tight list item for it."""
        draft = self._open or self._open_item_text()
        pieces = draft.pieces
        if pieces:
            last = pieces[-1]
            joins = last.end == start and last.style is style and not style.picture and len(last.value) < _LONG
            if joins and value != "\n" != last.value and _exact(last) and end - start == len(value):
                pieces[-1] = SourcePiece(last.value + value, last.start, end, style)
                return
        pieces.append(SourcePiece(value, start, end, style))

    def open_paragraph(self, _data: Any, start: int, _end: int) -> None:
        """Begin a paragraph: in a list item that is the item's text, or goes on with it after a line break."""
        if self._around and self._around[-1]:
            draft = self._open_item_text()
            if draft.pieces:
                last = draft.pieces[-1]
                draft.pieces.append(SourcePiece("\n", last.end, max(start, last.end), Style()))
        else:
            self._begin(Draft(BlockKind.PARAGRAPH, len(self._lists), quoted=self._quotes > 0))

    def open_heading(self, data: Any, _start: int, _end: int) -> None:
        """Begin a heading."""
        self._begin(Draft(BlockKind.HEADING, int(data["level"][1]), quoted=self._quotes > 0))

    def open_code(self, _data: Any, _start: int, _end: int) -> None:
        """Begin a preformatted block."""
        self._begin(Draft(BlockKind.CODE, len(self._lists), quoted=self._quotes > 0))

    def rule(self) -> None:
        """Add a thematic break."""
        self.close_text()
        self.made.append(Draft(BlockKind.RULE))

    def open_quote(self, _data: Any, _start: int, _end: int) -> None:
        """Enter a quotation."""
        self.close_text()
        self._quotes += 1
        self._around.append(None)

    def close_quote(self) -> None:
        """Leave a quotation."""
        self.close_text()
        self._quotes -= 1
        self._around.pop()

    def open_list(self, first: int | None, _start: int, _end: int) -> None:
        """Enter a list, numbered when it has a first number."""
        self.close_text()
        self._lists.append(_List(ordered=first is not None))

    def close_list(self) -> None:
        """Leave a list."""
        self.close_text()
        self._lists.pop()

    def open_item(self, _data: Any, _start: int, _end: int) -> None:
        """Enter a list item."""
        self.close_text()
        self._around.append(_Item())

    def close_item(self) -> None:
        """Leave a list item."""
        self.close_text()
        self._around.pop()

    def open_table(self, _data: Any, _start: int, _end: int) -> None:
        """Enter a table."""
        self.close_text()
        self._row = -1

    def open_row(self, _data: Any, _start: int, _end: int) -> None:
        """Enter a row; row 0 is the header."""
        self._row += 1
        self._column = 0

    def open_cell(self, _data: Any, _start: int, _end: int) -> None:
        """Begin a cell."""
        first = self._row == self._column == 0
        quoted = self._quotes > 0
        self._begin(Draft(BlockKind.CELL, 0, False, quoted, self._row, self._column, first))

    def close_cell(self) -> None:
        """End a cell, which is kept even when empty."""
        self.close_text()
        self._column += 1

    def close_text(self) -> None:
        """End the open block; keep it when it holds anything."""
        draft, self._open = self._open, None
        if draft is None:
            return
        _strip_breaks(draft.pieces)
        if self._coder and draft.kind is not BlockKind.CODE:
            draft.pieces = self._coder.weave(draft.pieces)
        if not draft.pieces and draft.kind is not BlockKind.CELL:
            return
        if not self.made and self._repeats_title(draft):
            return
        if draft.kind is BlockKind.PARAGRAPH and all(p.style.picture or p.value == "\n" for p in draft.pieces):
            self.made += [
                Draft(BlockKind.PICTURE, draft.level, quoted=draft.quoted, pieces=[piece])
                for piece in draft.pieces
                if piece.style.picture
            ]
            return
        if not self.made or self.made[-1] is not draft:
            self.made.append(draft)

    def _repeats_title(self, draft: Draft) -> bool:
        return (
            draft.kind is BlockKind.HEADING and draft.level == 1 and phrase_key(draft.text) == phrase_key(self._title)
        )

    def _begin(self, draft: Draft) -> None:
        self.close_text()
        self._open = draft

    def _open_item_text(self) -> Draft:
        """Return the block for text in a list item, or for text outside any block (it gets a paragraph of its own).

        What follows something else inside an item (a list, a quotation) becomes a paragraph at the item's level.
        """
        self.close_text()
        item = self._around[-1] if self._around else None
        level = len(self._lists)
        if item is None:
            self._open = Draft(BlockKind.PARAGRAPH, level, quoted=self._quotes > 0)
        elif item.draft is None:
            inside = self._lists[-1]
            first, inside.started = not inside.started, True
            item.draft = Draft(BlockKind.ITEM, level, inside.ordered, self._quotes > 0, starts_list=first)
            self._open = item.draft
        elif self.made and self.made[-1] is item.draft:
            self._open = item.draft
        else:
            self._open = Draft(BlockKind.PARAGRAPH, level, quoted=self._quotes > 0)
        return self._open


def _strip_breaks(pieces: list[SourcePiece]) -> None:
    """Take away line breaks at the end: those of HTML and of a preformatted block."""
    while pieces and pieces[-1].value == "\n":
        pieces.pop()
    if pieces and pieces[-1].value.endswith("\n"):
        last = pieces[-1]
        pieces[-1] = last._replace(value=last.value[:-1], end=last.end - 1)


def _exact(piece: SourcePiece) -> bool:
    return piece.end - piece.start == len(piece.value)


def finished(drafts: list[Draft], source: str, problems: Problems) -> tuple[Block[RawText], ...]:
    """Return the blocks, with headings at levels 2 to 4 and every block in its section.

    Writers who begin at H1 mean the same as those who begin at H2: then every heading goes down one level. A heading
    never skips a level: one that does is raised and noted (WCAG 2.2, technique G141).
    """
    shift = any(draft.kind is BlockKind.HEADING and draft.level == 1 for draft in drafts)
    before, section = _FIRST - 1, SectionKind.LEAD
    blocks = []
    for draft in drafts:
        level = draft.level
        if draft.kind is BlockKind.HEADING:
            level = min(max(level + shift, _FIRST), _LAST)
            if level > before + 1:
                hint = "begin with ##, and use ### only below it"
                problems.add("PP410", draft.pieces[0].start, "This heading skips a level.", hint)
                level = before + 1
            before = level
            section = section_of(draft.text, level, section)
        runs = tuple([run(source, piece) for piece in draft.pieces])
        position = (draft.quoted, draft.row, draft.column, draft.starts_list)
        blocks.append(Block(draft.kind, runs, section, level, draft.ordered, *position))
    return tuple(blocks)
