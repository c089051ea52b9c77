"""A planned page: its digest now, its bytes when asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from itertools import pairwise
from typing import Any, TypeVar

from proefpraktijk.model.paths import DocPath, SiteUrl

from . import addresses
from .addresses import at, placed
from .citation import citation
from .coordinate_names import Words
from .environment import environment, stamp
from .markup import SafeMarkup, trusted
from .page_parts import PageParts
from .schema_org import Describer
from .views import Card, Handle, PageHead, Pager, View

T = TypeVar("T")

PER_PAGE = 20
"""Reports on the first page of a list: each a card that says what it is about."""

HANDLES_PER_PAGE = 40
"""Handles on the first page of a list."""

PER_LATER_PAGE = 200
"""Reports or handles on every later page, where each is one line: so long lists stay small, as pages and on disk."""


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page to be: `digest` changes whenever its bytes would, and only then; `make` renders them."""

    digest: str
    make: Callable[[], bytes]


@dataclass(slots=True)
class Planner:
    """Gathers pages. Everything they share (parts, templates, rendered cards) hangs on it."""

    parts: PageParts
    words: Words
    home: str = ""
    """The absolute address of the home page; empty when it is not known."""
    feeds: set[SiteUrl] = field(default_factory=set)
    """The pages that a feed belongs to; known before any page is planned."""
    pages: dict[DocPath, PlannedPage] = field(default_factory=dict)
    _stamp: str = ""
    _environment: Any = None
    _describer: Any = None
    _cards: dict[int, SafeMarkup] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Load the templates."""
        community = self.parts.kb.community.name
        self._stamp = f"{stamp(self.words)}\0{community}\0{self.home}"
        self._describer = Describer(self.home, community, self.words)
        self._environment = environment(self.words)
        self._environment.filters["card"] = self._card

    def add(self, url: SiteUrl, template: str, head: PageHead, view: View) -> None:
        """Plan the page at `url`: `template` shows `head` and `view`."""
        state = blake2b(self._stamp.encode(), digest_size=16)
        feeds = trusted(json.dumps([page for page in dict.fromkeys((addresses.HOME, url)) if page in self.feeds]))
        cited = citation(head, self.parts.kb.community.name, self.words)
        state.update(f"{url}\0{template}\0{head!r}\0{view!r}\0{cited}\0{feeds}".encode("utf-8", "surrogatepass"))
        values = {"head": head, "view": view, "cited": cited, "feeds": feeds, "home": trusted(self.home)}
        self.pages[addresses.doc_path(url)] = PlannedPage(state.hexdigest(), partial(self._make, url, template, values))

    def add_file(self, path: DocPath, data: bytes) -> None:
        """Plan a file that goes out as it is: data for scripts and machines. It holds safe text only."""
        self.pages[path] = PlannedPage(blake2b(data, digest_size=16).hexdigest(), lambda: data)

    def _make(self, url: SiteUrl, template: str, values: Mapping[str, Any]) -> bytes:
        page = self._environment.get_template(f"{template}.md.j2")
        shown = page.render(values, described=self._describer.describe(url, values["head"]))
        return placed(shown, url).encode("utf-8", "replace")

    def _card(self, shown: Card | Handle) -> SafeMarkup:
        """Return a card, which many lists show, as HTML without a place."""
        if id(shown) not in self._cards:
            pieces = self._environment.get_template("_cards.html.j2").module
            self._cards[id(shown)] = trusted((pieces.card if isinstance(shown, Card) else pieces.handle)(shown))
        return self._cards[id(shown)]


def list_pages(
    items: list[T] | tuple[T, ...], base: SiteUrl, first: int
) -> Iterator[tuple[SiteUrl, tuple[T, ...], Pager]]:
    """Cut a long list into pages: a first one with at most `first`, at `base`, and those with `PER_LATER_PAGE`."""
    cuts = [0, *range(first, len(items), PER_LATER_PAGE), len(items)]
    total = len(cuts) - 1
    for number, (start, end) in enumerate(pairwise(cuts), 1):
        before = at(addresses.list_page(base, number - 1)) if number > 1 else None
        after = at(addresses.list_page(base, number + 1)) if number < total else None
        yield addresses.list_page(base, number), tuple(items[start:end]), Pager(number, total, before, after)
