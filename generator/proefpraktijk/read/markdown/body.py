"""From a Markdown body to a `Document`: the parser's events, each stretch of text with its place.

HTML is never interpreted: it becomes the text it is. What becomes no block at all (comments, unused references, titles
of links) is collected as hidden text, so that the airlock sees everything a person wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pyromark

from proefpraktijk.dutch.folding import slug_of
from proefpraktijk.model.corpus import Codebook
from proefpraktijk.model.document import BlockKind, Document
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.text import RawText
from proefpraktijk.read.problems import Problems

from .blocks import Blocks, finished
from .hidden_text import unseen
from .links import Linker
from .passages import Coder
from .source_pieces import PLAIN, SourcePiece, Style, code_points, raw

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
_DECORATIVE = frozenset({"decoratief", "decorative"})
_NO_ALT = "say between the square brackets what can be seen, or give it the title “decoratief”"


@dataclass(frozen=True, slots=True)
class Body:
    """A body as read: the document, the text that is hidden in it, and the ranges that became text."""

    document: Document[RawText]
    hidden: tuple[RawText, ...]
    seen: Sequence[tuple[int, int]]


def read_body(problems: Problems, start: int, path: ContentPath, codebook: Codebook | None, title: str = "") -> Body:
    """Return the body of the problems' text from code point `start`.

    An H1 that opens the body and only repeats `title` is left out. Without a codebook nothing is looked up (`scan`).
    """
    reader = _EventReader(problems, start, path, codebook, title)
    reader.read()
    drafts = reader.blocks.made
    if reader.linker.anchors:
        headings = {slug_of(draft.text) for draft in drafts if draft.kind is BlockKind.HEADING}
        reader.linker.check_anchors(headings)
    blocks = finished(drafts, problems.text, problems)
    seen = sorted([*reader.seen, *reader.coder.marks])
    hidden = unseen(problems.text, start, seen)
    return Body(Document(blocks, tuple(reader.coder.codings)), hidden, seen)


class _EventReader:
    """Takes the events of a body one after the other; they are such as `{"Start": "Paragraph"}`, `{"Text": "…"}`, `"Rule"`."""

    def __init__(
        self, problems: Problems, start: int, path: ContentPath, codebook: Codebook | None, title: str
    ) -> None:
        self.text = problems.text
        self.problems = problems
        self.start = start
        self.coder = Coder(self.text, codebook, problems)
        self.linker = Linker(path, codebook, problems)
        self.blocks = Blocks(self.coder if "==" in self.text else None, title)
        self.seen: list[tuple[int, int]] = []
        self.style = PLAIN
        self.styles: list[Style] = []
        self.alt: list[SourcePiece] = []
        self.pictures: list[tuple[int, bool]] = []  # where each open picture begins, and whether it is decorative
        self.in_comment = False
        self.comment_at = -1

    def read(self) -> None:
        """Take every event."""
        point = code_points(self.text, self.start)
        opens, closes = self._opens(), self._closes()
        body = self.text[self.start :]
        events: Iterable[tuple[Any, Any]] = pyromark.events_with_range(body, options=_OPTIONS)
        for event, span in events:
            if isinstance(event, str):
                self._sign(event, point(span["start"]), point(span["end"]))
                continue
            ((kind, what),) = event.items()
            if kind == "End":
                closes[what if isinstance(what, str) else next(iter(what))]()
                continue
            start, end = point(span["start"]), point(span["end"])
            if kind == "Text":
                self._text(what, start, end)
            elif kind == "Start":
                name, data = (what, None) if isinstance(what, str) else next(iter(what.items()))
                opens[name](data, start, end)
            elif kind == "Code":
                self._code(what, start, end)
            elif kind == "InlineHtml":
                self._inline_html(what, start, end)
            else:
                self._html_line(what, start, end)
        self.blocks.close_text()

    def _opens(self) -> dict[str, Callable[[Any, int, int], None]]:
        blocks = self.blocks
        return {
            "Paragraph": blocks.open_paragraph,
            "Heading": blocks.open_heading,
            "BlockQuote": blocks.open_quote,
            "CodeBlock": self._open_code,
            "HtmlBlock": self._open_html,
            "List": blocks.open_list,
            "Item": blocks.open_item,
            "Table": blocks.open_table,
            "TableHead": blocks.open_row,
            "TableRow": blocks.open_row,
            "TableCell": blocks.open_cell,
            "Emphasis": lambda _data, _start, _end: self._push(self.style._replace(emphasis=True)),
            "Strong": lambda _data, _start, _end: self._push(self.style._replace(strong=True)),
            "Strikethrough": lambda _data, _start, _end: self._push(self.style._replace(strike=True)),
            "Link": self._open_link,
            "Image": self._open_picture,
        }

    def _closes(self) -> dict[str, Callable[[], None]]:
        blocks = self.blocks
        return {
            "Paragraph": blocks.close_text,
            "Heading": blocks.close_text,
            "BlockQuote": blocks.close_quote,
            "CodeBlock": self._close_code,
            "HtmlBlock": self._close_html,
            "List": blocks.close_list,
            "Item": blocks.close_item,
            "Table": blocks.close_text,
            "TableHead": blocks.close_text,
            "TableRow": blocks.close_text,
            "TableCell": blocks.close_cell,
            "Emphasis": self._pop,
            "Strong": self._pop,
            "Strikethrough": self._pop,
            "Link": self._pop,
            "Image": self._close_picture,
        }

    def _push(self, style: Style) -> None:
        self.styles.append(self.style)
        self.style = style

    def _pop(self) -> None:
        self.style = self.styles.pop()

    def _text(self, value: str, start: int, end: int) -> None:
        self.seen.append((start, end))
        if self.pictures:
            self.alt.append(SourcePiece(value, start, end, self.style))
        else:
            self.blocks.add(value, start, end, self.style)

    def _sign(self, kind: str, start: int, end: int) -> None:
        """Take a break (hard or soft) or a rule."""
        if kind == "Rule":
            self.blocks.rule()
        else:
            self._text("\n", start, end)

    def _code(self, value: str, start: int, end: int) -> None:
        at = self.text.find(value, start, end)
        self._push(self.style._replace(code=True))
        self._text(value, *((at, at + len(value)) if at >= 0 else (start, end)))
        self._pop()

    def _open_code(self, _data: Any, start: int, end: int) -> None:
        self.blocks.open_code(None, start, end)
        self._push(Style(code=True))

    def _close_code(self) -> None:
        self._pop()
        self.blocks.close_text()

    def _inline_html(self, value: str, start: int, end: int) -> None:
        """Take a tag inside a text as the text it is; a comment stays hidden."""
        if value.startswith("<!--"):
            self._warn_of_comment(start)
        else:
            self._text(value, start, end)
            self._warn_of_html(value, start)

    def _open_html(self, _data: Any, start: int, end: int) -> None:
        self.blocks.open_paragraph(None, start, start)
        self._warn_of_html(self.text[start:end].lstrip(), start)

    def _html_line(self, value: str, start: int, end: int) -> None:
        """Take one line of an HTML block as the text it is, except what is in comments."""
        line = value.rstrip("\r\n")
        at = 0
        while at < len(line):
            mark = "-->" if self.in_comment else "<!--"
            found = line.find(mark, at)
            stop = found if found >= 0 else len(line)
            if not self.in_comment and line[at:stop].strip():
                self._text(line[at:stop], start + at, start + stop)
            if found < 0:
                break
            if not self.in_comment:
                self._warn_of_comment(start + found)
            self.in_comment = not self.in_comment
            at = found + len(mark)
        if not self.in_comment and len(line) < len(value):
            self._text("\n", start + len(line), end)

    def _close_html(self) -> None:
        if self.in_comment:
            self.problems.add(
                "PP415", self.comment_at, "This HTML comment is not closed.", "end it with -->, or take it out"
            )
            self.in_comment = False
        self.blocks.close_text()

    def _warn_of_comment(self, start: int) -> None:
        self.comment_at = start
        self.problems.add("PP403", start, "This HTML comment is left out.", "take it out of the text")

    def _warn_of_html(self, value: str, start: int) -> None:
        if not value.startswith(("</", "<!--")):
            self.problems.add("PP402", start, "This HTML is shown as text.", "write it in Markdown")

    def _open_link(self, data: Any, start: int, end: int) -> None:
        address = self._address(data, start, end)
        if data["link_type"] == "Email":
            address = RawText(f"mailto:{address.value}", address.start, address.end)
        self._push(self.style._replace(link=self.linker.link(address, start)))

    def _open_picture(self, data: Any, start: int, end: int) -> None:
        decorative = data["title"].strip().lower() in _DECORATIVE
        self._push(self.style._replace(picture=self.linker.picture(self._address(data, start, end), start)))
        self.pictures.append((start, decorative))
        if decorative:
            self.seen.append((end - len(data["title"]) - 2, end))

    def _close_picture(self) -> None:
        """Add the picture with its alt text; one inside the alt text of another only lends its words."""
        style, (start, decorative) = self.style, self.pictures.pop()
        self._pop()
        if self.pictures:
            return
        alt, self.alt = self.alt, []
        words = "".join(piece.value for piece in alt)
        if not words.strip() and not decorative:
            self.problems.add("PP404", start, "This picture has no alt text.", _NO_ALT)
        self.blocks.add(words, *((alt[0].start, alt[-1].end) if alt else (start + 2, start + 2)), style)

    def _address(self, data: Any, start: int, end: int) -> RawText:
        """Return the address of a link or picture with its place: exact when the link holds it as it is."""
        address = data["dest_url"]
        after = start + 1 if data["link_type"] in {"Autolink", "Email"} else self.text.rfind("](", start, end)
        at = self.text.find(address, after, end) if after >= 0 and address else -1
        if at < 0:
            return raw(self.text, address, start, end)
        self.seen.append((at, at + len(address)))
        return RawText(address, at, at + len(address))
