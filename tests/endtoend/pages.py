"""Pages of a built site: what they refer to, what they say, and one or two of every kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_ADDRESSES = frozenset({"href", "src", "poster", "data", "action", "formaction", "xlink:href", "cite", "background"})
_CSS = re.compile(r"""url\(\s*(['"]?)(.*?)\1\s*\)|@import\s+(['"])(.*?)\3""")
_SILENT = frozenset({"script", "style", "template"})
_WITHIN_A_LINE = frozenset({"a", "b", "i", "em", "strong", "span", "mark", "code", "del", "q", "cite"})


@dataclass(frozen=True)
class Reference:
    """An address in a page as written: the tag and attribute it stands in, and whether that is within <main>."""

    tag: str
    attribute: str
    address: str
    in_article: bool


@dataclass
class Page:
    """A page taken apart."""

    references: list[Reference] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    article: str = ""
    """The text between <main> and </main>, with single spaces."""
    whole: str = ""
    """All of its text, with single spaces."""


def parsed(text: str) -> Page:
    """Take a page apart."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    page = parser.page
    page.article = " ".join("".join(parser.article).split())
    page.whole = " ".join("".join(parser.whole).split())
    return page


def css_addresses(text: str) -> Iterator[str]:
    """Yield every address in a style sheet."""
    for found in _CSS.finditer(text):
        yield found[2] if found[2] is not None else found[4]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.article: list[str] = []
        self.whole: list[str] = []
        self._main = 0
        self._silent = 0
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._main += tag == "main"
        self._silent += tag in _SILENT
        self._style = tag == "style"
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.page.ids.append(given["id"])
        for name in _ADDRESSES & given.keys():
            self._refer(tag, name, given[name])
        for candidate in filter(None, given.get("srcset", "").split(",")):
            self._refer(tag, "srcset", candidate.split()[0])
        for address in css_addresses(given.get("style", "")):
            self._refer(tag, "style", address)
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self._refer(tag, "refresh", given.get("content", "").partition("=")[2])
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._main -= tag == "main"
        self._silent -= tag in _SILENT
        self._style = False
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if self._style:
            for address in css_addresses(data):
                self._refer("style", "url", address)
        if self._silent:
            return
        self.whole.append(data)
        if self._main:
            self.article.append(data)

    def _break(self, tag: str) -> None:
        """Keep words of different blocks apart; words within a line may go on."""
        if tag not in _WITHIN_A_LINE:
            self.whole.append(" ")
            if self._main:
                self.article.append(" ")

    def _refer(self, tag: str, attribute: str, address: str) -> None:
        self.page.references.append(Reference(tag, attribute, address.strip(), self._main > 0))


def html_files(site: Path) -> dict[str, Path]:
    """Return the pages of a site by their address below its root (`verslagen/x/`)."""
    return {file.relative_to(site).as_posix().removesuffix("index.html"): file for file in sorted(site.rglob("*.html"))}


def of_every_kind(site: Path) -> list[str]:
    """Return the addresses of the longest and the shortest page of every kind, and of every page about the site."""
    kinds: dict[tuple[str, ...], list[tuple[int, str]]] = {}
    for address, file in html_files(site).items():
        kinds.setdefault(_kind(address), []).append((file.stat().st_size, address))
    return sorted({address for found in kinds.values() for _size, address in (min(found), max(found))})


def _kind(address: str) -> tuple[str, ...]:
    """Return what pages of one kind have in common: the first folder, the depth, and folders that sort others."""
    first, *rest = address.strip("/").split("/")
    if first == "over":
        return (first, *rest)
    return (first, str(len(rest)), *(part for part in rest if part in {"bouw", "thema", "pagina"}))
