"""A body as HTML: rendered once per report, by the worker that read it, and kept.

What depends on other documents (where a link leads, whether it is published, what a theme is called) stays a hole
until the page is planned, see `RenderedBody.fill`. So a changed label needs no report to be rendered again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter

from ..model.document import Block, BlockKind, Document, Run, SectionKind, Target, TargetKind
from ..model.knowledge import Mention, Passage, Takeaway
from ..model.paths import ThemeId
from ..model.text import SafeText
from .addresses import web
from .markup import SafeMarkup, escape, trusted

OPEN, CLOSE, PICTURE, TAGS = "open", "close", "picture", "tags"
"""What a hole is for: a link's start tag, its end tag, a picture's address, the theme labels behind a passage."""

Hole = tuple[str, str, str]
"""A hole: its purpose, the kind of its target (`TargetKind.name`; the effect for labels) and the public key."""

_IDLESS = re.compile(r"[^\w\s-]")
_BLANKS = re.compile(r"[-\s]+")
_RESERVED = re.compile(r"[ph]\d+|s-.*|__.*")


@dataclass(frozen=True, slots=True)
class RenderedBody:
    """A body's HTML with holes: `chunks[0]`, hole 0, `chunks[1]`, … `stamp` changes when anything else does."""

    chunks: tuple[str, ...]
    holes: tuple[Hole, ...]
    stamp: str

    def fill(self, answer: Callable[[Hole], str]) -> FilledBody:
        """Return the body with every hole answered by HTML."""
        return FilledBody(self, tuple(map(answer, self.holes)))

    def __bool__(self) -> bool:
        """Tell whether there is anything to show."""
        return bool(self.holes) or self.chunks != ("",)


@dataclass(frozen=True, slots=True, repr=False)
class FilledBody:
    """A body ready to be shown."""

    body: RenderedBody
    answers: tuple[str, ...]

    def __repr__(self) -> str:
        """Return what the page's digest depends on."""
        return f"{self.body.stamp}{self.answers}"

    def __bool__(self) -> bool:
        """Tell whether there is anything to show."""
        return bool(self.body)

    def html(self) -> SafeMarkup:
        """Return the HTML."""
        pieces = [self.body.chunks[0]]
        for answer, chunk in zip(self.answers, self.body.chunks[1:], strict=True):
            pieces += (answer, chunk)
        return trusted("".join(pieces))


def render_body(
    document: Document[SafeText],
    mentions: Sequence[Mention] = (),
    *,
    passages: Sequence[Passage] = (),
    takeaways: Sequence[Takeaway] = (),
) -> RenderedBody:
    """Render a body.

    `mentions` become links to their themes. `passages` and `takeaways` are the outline's: coding `n` (from 0) has the
    anchor `p{n+1}`, and the handles are the outer items of the sections with handles, in order.
    """
    return _Writer(document, mentions, passages, takeaways).write()


@dataclass(slots=True)
class _Writer:
    """Writes one body. `out` holds text and holes in turn."""

    document: Document[SafeText]
    mentions: Sequence[Mention]
    passages: Sequence[Passage]
    takeaways: Sequence[Takeaway]
    out: list[str | Hole] = field(default_factory=list)
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
            self.anchors = {int(passage.anchor[1:]) - 1: passage.anchor for passage in self.passages}
            self.last_run = _last_runs(self.document)
        numbered = list(enumerate(self.document.blocks))
        for quoted, blocks in groupby(numbered, lambda pair: pair[1].quoted):
            if quoted:
                self.out.append("<blockquote>")
            self._blocks(list(blocks))
            if quoted:
                self.out.append("</blockquote>\n")
        return _cast(self.out)

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
            level = min(max(block.level, 2), 4)
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
        if block.section is not SectionKind.HANDVATTEN or not self.pending:
            return ""
        nested = block.level > 1 and len(self.pending) < len(self.takeaways)
        return "" if nested else self.pending.pop(0).anchor

    def _runs(self, index: int, block: Block[SafeText]) -> None:
        mentions = self.by_block.get(index)
        if len(block.runs) == 1 and not mentions and _is_plain(block.runs[0]):
            self.out.append(escape(block.runs[0].text))
            return
        pieces = list(_pieces(block.runs, mentions or []))
        for passages, group in groupby(pieces, lambda piece: piece.run.passages):
            self._marked(passages, list(group))

    def _marked(self, passages: tuple[int, ...], pieces: list[_Piece]) -> None:
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
        ended = id(pieces[-1].run)
        for number in coded:
            if self.last_run.get(number) == ended and pieces[-1].last:
                coding = self.document.passages[number]
                self.out.append((TAGS, coding.effect.value if coding.effect else "", " ".join(coding.themes)))

    def _linked(self, pieces: list[_Piece]) -> None:
        for link, group in groupby(pieces, lambda piece: piece.link):
            start, end = self._link_tags(link)
            self.out.append(start)
            for piece in group:
                self._styled(piece)
            self.out.append(end)

    def _link_tags(self, link: _Link | None) -> tuple[str | Hole, str | Hole]:
        if link is None:
            return "", ""
        if link.kind is TargetKind.WEB:
            href = web(link.key)
            return (f'<a href="{href}" rel="noopener">', "</a>") if href else ("", "")
        if link.kind is TargetKind.ANCHOR:
            known = link.key in {heading_slug("".join(r.text for r in h.runs)) for h in self.document.headings()}
            return (f'<a href="#{escape(link.key)}">', "</a>") if known else ("", "")
        return (OPEN, link.kind.name, link.key), (CLOSE, link.kind.name, link.key)

    def _styled(self, piece: _Piece) -> None:
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


@dataclass(frozen=True, slots=True)
class _Link:
    """Where a piece leads."""

    kind: TargetKind
    key: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run, or the part of it inside or outside a mention. `last`: the run ends with it."""

    run: Run[SafeText]
    text: str
    link: _Link | None
    last: bool


def _pieces(runs: Sequence[Run[SafeText]], mentions: Sequence[Mention]) -> Iterator[_Piece]:
    """Cut the runs where mentions begin and end; a mention inside a link, code or picture is left alone."""
    bounds = [(mention.start, mention.end, _Link(TargetKind.THEME, mention.theme)) for mention in mentions]
    offset = 0
    for run in runs:
        own = _target(run.link)
        length = len(run.text)
        inside = [] if own or run.code or run.picture else [b for b in bounds if b[0] < offset + length and b[1] > offset]
        cursor = 0
        for start, end, link in sorted(inside, key=itemgetter(0)):
            first, last = max(start - offset, cursor), min(end - offset, length)
            if first > cursor:
                yield _Piece(run, run.text[cursor:first], None, last=False)
            yield _Piece(run, run.text[first:last], link, last=last == length)
            cursor = last
        if cursor < length or not length:
            yield _Piece(run, run.text[cursor:], own, last=True)
        offset += length


def _target(target: Target[SafeText] | None) -> _Link | None:
    return _Link(target.kind, str(target.target)) if target else None


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


def heading_slug(text: str) -> str:
    """Return a heading's id as Python-Markdown's `toc` would make it, kept clear of our own ids."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = _BLANKS.sub("-", _IDLESS.sub("", plain).strip().lower()) or "deel"
    return f"{slug}-kop" if _RESERVED.fullmatch(slug) else slug


def _cast(out: list[str | Hole]) -> RenderedBody:
    """Join what was written into chunks between holes."""
    chunks: list[str] = []
    holes: list[Hole] = []
    text: list[str] = []
    for piece in out:
        if isinstance(piece, str):
            text.append(piece)
        else:
            chunks.append("".join(text))
            holes.append(piece)
            text = []
    chunks.append("".join(text))
    state = blake2b(repr((chunks, holes)).encode("utf-8", "surrogatepass"), digest_size=12)
    return RenderedBody(tuple(chunks), tuple(holes), state.hexdigest())


def pictures_of(body: RenderedBody) -> frozenset[str]:
    """Return the ContentPaths of the pictures in a body."""
    return frozenset(key for purpose, _, key in body.holes if purpose == PICTURE)


def themes_of(hole: Hole) -> tuple[ThemeId, ...]:
    """Return the themes a `TAGS` hole names."""
    return tuple(ThemeId(name) for name in hole[2].split())
