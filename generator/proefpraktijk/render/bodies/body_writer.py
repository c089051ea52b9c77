"""Writes the HTML of a body, block by block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from proefpraktijk.model.document import Block, BlockKind, Document, Run, SectionKind, TargetKind
from proefpraktijk.model.knowledge import Mention, Passage, Takeaway
from proefpraktijk.model.text import SafeText
from proefpraktijk.render.addresses import web
from proefpraktijk.render.markup import escape

from .heading_ids import heading_slug
from .inline_pieces import InlinePiece, PieceLink, pieces_of
from .rendered_body import (
    CLOSE,
    MARKS,
    OPEN,
    PICTURE,
    SELF,
    TAGS,
    Placeholder,
    RenderedBody,
    assembled,
    labels_after_signs,
)


def render_body(
    document: Document[SafeText],
    mentions: Sequence[Mention] = (),
    *,
    passages: Sequence[Passage] = (),
    takeaways: Sequence[Takeaway] = (),
    deeper: int = 0,
) -> RenderedBody:
    """Render a body.

    `mentions` become links to their themes. `passages` and `takeaways` are the outline's: coding `n` (from 0) has the
    anchor `p{n+1}`, and the handles are the outer items of the sections with handles, in order: these sections come first, for
    whoever has two minutes. Headings go down `deeper` levels, for a body that stands below a heading of the page.
    """
    return _Writer(document, mentions, passages, takeaways, deeper).write()


@dataclass(slots=True)
class _Writer:
    """Writes one body. `out` holds text and placeholders in turn."""

    document: Document[SafeText]
    mentions: Sequence[Mention]
    passages: Sequence[Passage]
    takeaways: Sequence[Takeaway]
    deeper: int
    out: list[str | Placeholder] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    """The lists that are open, outermost first, by tag; in each an item is open."""
    ids: set[str] = field(default_factory=set)
    pending: list[Takeaway] = field(default_factory=list)
    anchors: dict[int, str] = field(default_factory=dict)
    last_run: dict[int, int] = field(default_factory=dict)
    by_block: dict[int, list[Mention]] = field(default_factory=dict)

    def write(self) -> RenderedBody:
        self.pending = list(self.takeaways)
        for mention in self.mentions:
            self.by_block.setdefault(mention.block, []).append(mention)
        if self.document.passages:
            self.anchors = {_number(passage): passage.anchor for passage in self.passages}
            self.last_run = _last_runs(self.document)
        numbered = list(enumerate(self.document.blocks))
        if self.takeaways:
            self.out.append('<section class="tomorrow">')
            self._quoted_or_not([pair for pair in numbered if _is_of_handles(pair[1])])
            self.out.append("</section>\n")
            numbered = [pair for pair in numbered if not _is_of_handles(pair[1])]
        if self.passages:
            self.out.append((MARKS, "", ""))
        self._quoted_or_not(numbered)
        return assembled(self.out)

    def _quoted_or_not(self, numbered: list[tuple[int, Block[SafeText]]]) -> None:
        for quoted, blocks in groupby(numbered, lambda pair: pair[1].quoted):
            if quoted:
                self.out.append("<blockquote>")
            self._blocks(list(blocks))
            if quoted:
                self.out.append("</blockquote>\n")

    def _blocks(self, blocks: list[tuple[int, Block[SafeText]]]) -> None:
        position = 0
        while position < len(blocks):
            index, block = blocks[position]
            if block.kind is BlockKind.CELL:
                table = _table(blocks, position)
                self._table(table)
                position += len(table)
                continue
            if block.kind is BlockKind.ITEM:
                self._item(index, block)
            else:
                self._close_lists(0)
                self._block(index, block)
            position += 1
        self._close_lists(0)

    def _block(self, index: int, block: Block[SafeText]) -> None:
        if block.kind is BlockKind.HEADING:
            level = min(max(block.level, 2), 4) + self.deeper
            self.out.append(f'<h{level} id="{self._heading_id(block)}">')
            self._runs(index, block)
            self.out.append(f"</h{level}>\n")
        elif block.kind is BlockKind.PARAGRAPH:
            self.out.append("<p>")
            self._runs(index, block)
            self.out.append("</p>\n")
        elif block.kind is BlockKind.PICTURE:
            self.out.append("<figure>")
            self._runs(index, block)
            self.out.append("</figure>\n")
        elif block.kind is BlockKind.CODE:
            code = escape("".join(run.text for run in block.runs))
            self.out.append(f'<pre tabindex="0"><code>{code}</code></pre>\n')
        else:
            self.out.append("<hr>\n")

    def _item(self, index: int, block: Block[SafeText]) -> None:
        level = max(block.level, 1)
        tag = "ol" if block.ordered else "ul"
        depth = len(self.lists)
        if depth >= level and (block.starts_list or self.lists[level - 1] != tag):
            self._close_lists(level - 1)
        elif depth >= level:
            self._close_lists(level)
            self.out.append("</li>")
        anchor = self._takeaway_anchor(block)
        item = f'<li id="{anchor}" class="handle">' if anchor else "<li>"
        while len(self.lists) < level:
            self.lists.append(tag)
            self.out.append(f"<{tag}>" if len(self.lists) == level else f"<{tag}><li>")
        self.out.append(item)
        self._runs(index, block)
        if anchor:
            self.out.append((SELF, "", anchor))

    def _close_lists(self, depth: int) -> None:
        while len(self.lists) > depth:
            self.out.append(f"</li></{self.lists.pop()}>" + ("" if self.lists else "\n"))

    def _table(self, cells: list[tuple[int, Block[SafeText]]]) -> None:
        self._close_lists(0)
        self.out.append('<div class="table" tabindex="0"><table>')
        for row, of_row in groupby(cells, lambda pair: pair[1].row):
            tag = "th" if row == 0 else "td"
            self.out.append("<thead><tr>" if row == 0 else "<tr>")
            for index, block in of_row:
                self.out.append(f'<{tag} scope="col">' if row == 0 else f"<{tag}>")
                self._runs(index, block)
                self.out.append(f"</{tag}>")
            self.out.append("</tr></thead><tbody>" if row == 0 else "</tr>")
        self.out.append("</tbody></table></div>\n")

    def _heading_id(self, block: Block[SafeText]) -> str:
        wanted = heading_slug("".join(run.text for run in block.runs))
        chosen, number = wanted, 1
        while chosen in self.ids:
            chosen, number = f"{wanted}_{number}", number + 1
        self.ids.add(chosen)
        return chosen

    def _takeaway_anchor(self, block: Block[SafeText]) -> str:
        if not _is_of_handles(block) or not self.pending:
            return ""
        nested = block.level > 1 and len(self.pending) < len(self.takeaways)
        return "" if nested else self.pending.pop(0).anchor

    def _runs(self, index: int, block: Block[SafeText]) -> None:
        mentions = self.by_block.get(index)
        if len(block.runs) == 1 and not mentions and _is_plain(block.runs[0]):
            self.out.append(escape(block.runs[0].text))
            return
        begin = len(self.out)
        pieces = list(pieces_of(block.runs, mentions or []))
        for passages, group in groupby(pieces, lambda piece: piece.run.passages):
            self._marked(passages, list(group))
        if self.document.passages:
            self.out[begin:] = labels_after_signs(self.out[begin:])

    def _marked(self, passages: tuple[int, ...], pieces: list[InlinePiece]) -> None:
        coded = [number for number in passages if number < len(self.document.passages)]
        if not coded:
            self._linked(pieces)
            return
        fresh = [anchor for number in coded if (anchor := self.anchors.pop(number, ""))]
        effect = self.document.passages[coded[-1]].effect
        classes = f' class="{effect.value}"' if effect else ""
        self.out.extend(f'<span id="{anchor}"></span>' for anchor in fresh[1:])
        self.out.append(f'<mark id="{fresh[0]}"{classes}>' if fresh else f"<mark{classes}>")
        self._linked(pieces)
        self.out.append("</mark>")
        ended = [n for n in coded if self.last_run.get(n) == id(pieces[-1].run) and pieces[-1].last]
        for number in ended:
            coding = self.document.passages[number]
            self.out.append((TAGS, coding.effect.value if coding.effect else "", " ".join(coding.themes)))
        self.out.extend((SELF, "", passage.anchor) for passage in self.passages if _number(passage) in ended)

    def _linked(self, pieces: list[InlinePiece]) -> None:
        for link, group in groupby(pieces, lambda piece: piece.link):
            start, end = self._link_tags(link)
            self.out.append(start)
            for piece in group:
                self._styled(piece)
            self.out.append(end)

    def _link_tags(self, link: PieceLink | None) -> tuple[str | Placeholder, str | Placeholder]:
        if link is None:
            return "", ""
        if link.kind is TargetKind.WEB:
            href = web(link.key)
            return (f'<a href="{href}" rel="noopener">', "</a>") if href else ("", "")
        if link.kind is TargetKind.ANCHOR:
            known = link.key in {heading_slug("".join(r.text for r in h.runs)) for h in self.document.headings()}
            return (f'<a href="#{escape(link.key)}">', "</a>") if known else ("", "")
        return (OPEN, link.kind.name, link.key), (CLOSE, link.kind.name, link.key)

    def _styled(self, piece: InlinePiece) -> None:
        run = piece.run
        if run.picture:
            self._picture(run)
            return
        html = escape(piece.text)
        for wanted, tag in ((run.code, "code"), (run.strike, "del"), (run.emphasis, "em"), (run.strong, "strong")):
            if wanted:
                html = f"<{tag}>{html}</{tag}>"
        self.out.append(html)

    def _picture(self, run: Run[SafeText]) -> None:
        if run.picture is None or run.picture.kind is not TargetKind.MEDIA:
            self.out.append(escape(run.text))
            return
        self.out.append('<img src="')
        self.out.append((PICTURE, TargetKind.MEDIA.name, str(run.picture.target)))
        self.out.append(f'" alt="{escape(run.text)}" loading="lazy">')


def _number(passage: Passage) -> int:
    """Return which coding a passage is, from 0."""
    return int(passage.anchor[1:]) - 1


def _is_of_handles(block: Block[SafeText]) -> bool:
    return block.section is SectionKind.HANDVATTEN


def _is_plain(run: Run[SafeText]) -> bool:
    return not (run.strong or run.emphasis or run.strike or run.code or run.link or run.picture or run.passages)


def _table(blocks: list[tuple[int, Block[SafeText]]], start: int) -> list[tuple[int, Block[SafeText]]]:
    """Return the cells of the table that begins at `start`."""
    end = start + 1
    while end < len(blocks) and blocks[end][1].kind is BlockKind.CELL and not blocks[end][1].starts_list:
        end += 1
    return blocks[start:end]


def _last_runs(document: Document[SafeText]) -> dict[int, int]:
    """Return, for each coding, the identity of the run with which it ends."""
    return {number: id(run) for block in document.blocks for run in block.runs for number in run.passages}
