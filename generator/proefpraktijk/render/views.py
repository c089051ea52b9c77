"""What templates see: small frozen records of safe text, our own words, addresses and numbers.

A view's `repr` holds all of it and nothing that depends on memory or order, so a page's digest is a hash of its
view's `repr`: what a template can show and what the digest covers are one thing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from hashlib import blake2b
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from proefpraktijk.model.counts import PublicCount
from proefpraktijk.model.text import SafeText, UiText

from .addresses import Address, Token

T = TypeVar("T")

Words = SafeText | UiText | Token


_PLAIN = Token("pagina")


class _Readers(dict[type, Callable[[Any], Any]]):
    """For each kind of view, what reads all its fields at once."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        self[kind] = attrgetter(*(item.name for item in fields(kind)))
        return self[kind]


_READERS = _Readers()


class View:
    """The base of all views."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return all that the view holds."""
        kind = type(self)
        return f"{kind.__name__}{_READERS[kind](self)!r}"


def part(kind: type[T]) -> type[T]:
    """Let a named tuple show itself as a plain tuple, as a part of a view: thousands of them, so C does it."""
    kind.__repr__ = tuple.__repr__  # type: ignore[method-assign]
    return kind


class Shared(View):
    """A view that stands in many others: its `repr` is kept."""

    __slots__ = ("_repr",)
    _repr: str

    def __repr__(self) -> str:
        """Return all that the view holds."""
        try:
            return self._repr
        except AttributeError:
            object.__setattr__(self, "_repr", self._made())
            return self._repr

    def _made(self) -> str:
        return View.__repr__(self)


class Hashed(Shared):
    """A shared view that holds much: its `repr` is a hash, short to repeat."""

    __slots__ = ()

    def _made(self) -> str:
        return blake2b(View.__repr__(self).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Link(Shared):
    """A text that leads somewhere; `count` is shown behind it."""

    text: Words
    to: Address
    count: PublicCount | None = None
    icon: Token | None = None


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Reference(Hashed):
    """A report by its title, and where it stands in the community's coordinates."""

    title: SafeText
    to: Address
    facts: UiText


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Card(Hashed):
    """A report in a list. `facts` are its published coordinates in words; made once, shown often."""

    title: SafeText
    to: Address
    gist: SafeText
    facts: UiText
    quadrant: Token | None
    handles: UiText | None
    draft: bool


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Handle(Hashed):
    """A takeaway in a list, with what belongs to it and the report it comes from."""

    text: SafeText
    details: tuple[SafeText, ...]
    to: Address
    source: SafeText
    facts: UiText
    themes: tuple[Link, ...]


@part
class ReportLine(NamedTuple):
    """A report in a long list, in one line; with `texts`, what is listed of it."""

    title: SafeText
    to: Address
    facts: UiText
    texts: tuple[SafeText, ...] = ()
    draft: bool = False


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class PageHead(View):
    """What every page begins with. `crumbs` lead from home down to the page above; `section` lights up the menu.

    `work` and `dated` are for whoever cites the page: what kind of text it is, when `kind` does not say so, and from when.
    `level` (for whom it is), `subjects` and `synonyms` are for machines that ask what it is about.
    """

    title: Words
    section: Token
    crumbs: tuple[Link, ...] = ()
    description: Words | None = None
    kind: Token = _PLAIN
    work: UiText | None = None
    dated: UiText | Token | None = None
    level: Words | None = None
    subjects: tuple[Link, ...] = ()
    synonyms: tuple[SafeText, ...] = ()


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Pager(View):
    """Where one is in a long list."""

    number: int
    total: int
    previous: Address | None
    next: Address | None


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Quotation(View):
    """A coded passage in its context: `before`, the passage itself, `after`."""

    before: SafeText
    text: SafeText
    after: SafeText
    themes: tuple[Link, ...]
    effect: Token | None
    effect_name: UiText | None
    source: SafeText | UiText
    to: Address | None
    facts: UiText
    quadrant: Token | None


@part
class Backreference(NamedTuple):
    """A page that names this one, and the sentence in which it does."""

    page: Link
    kind: UiText
    sentence: SafeText


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SpiralStep(View):
    """A quadrant on the spiral."""

    id: Token
    name: UiText
    short: UiText
    meaning: UiText
    to: Address
    reports: UiText
    here: bool = False


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ReportGroup(View):
    """Cards under one heading; `more` leads to the rest."""

    title: Words
    icon: Token | None
    cards: tuple[Card, ...]
    to: Address | None = None
    more: UiText | None = None


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class HandleGroup(View):
    """Handles under one heading; `more` leads to the rest."""

    title: Words
    handles: tuple[Handle, ...]
    to: Address | None = None
    more: UiText | None = None


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class QuoteGroup(View):
    """Quotations under one heading."""

    title: UiText
    icon: Token
    quotes: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ThemeBranch(View):
    """A theme in the tree, with what it gathers."""

    link: Link
    definition: SafeText | None
    children: tuple[Any, ...]
    """`ThemeBranch`es."""
