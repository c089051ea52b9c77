"""What templates see: small frozen records of safe text, our own words, addresses and numbers.

A view's `repr` holds all of it and nothing that depends on memory or order, so a page's digest is a hash of its
view's `repr`: what a template can show and what the digest covers are one thing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any

from ..model.text import SafeText, UiText
from .addresses import Address, Token
from .body import FilledBody

Words = SafeText | UiText | Token


@cache
def _reader(kind: type[View]) -> Callable[[View], Any]:
    return attrgetter(*(item.name for item in fields(kind)))  # type: ignore[arg-type]


class View:
    """The base of all views."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return all that the view holds."""
        return f"{type(self).__name__}{_reader(type(self))(self)!r}"




@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Link(View):
    """A text that leads somewhere; `count` is shown behind it."""

    text: Words
    to: Address
    count: int | None = None
    icon: Token | None = None


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Card(View):
    """A report in a list. `facts` says year group, session and quadrant in words; made once, shown often."""

    title: SafeText
    to: Address
    gist: SafeText
    facts: UiText
    quadrant: Token
    handles: UiText | None
    draft: bool
    stamp: str = field(default="", init=False)

    def __post_init__(self) -> None:
        """Keep the `repr`, which many pages ask for."""
        object.__setattr__(self, "stamp", View.__repr__(self))

    def __repr__(self) -> str:
        """Return the kept text."""
        return self.stamp


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Handle(View):
    """A takeaway in a list, with the report it comes from."""

    text: SafeText
    to: Address
    source: SafeText
    facts: UiText
    themes: tuple[Link, ...]
    stamp: str = field(default="", init=False)

    def __post_init__(self) -> None:
        """Keep the `repr`, which several pages ask for."""
        object.__setattr__(self, "stamp", View.__repr__(self))

    def __repr__(self) -> str:
        """Return the kept text."""
        return self.stamp


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Head(View):
    """What every page begins with. `crumbs` lead from home down to the page above; `section` lights up the menu."""

    title: Words
    section: Token
    crumbs: tuple[Link, ...] = ()
    description: Words | None = None
    kind: Token = Token("pagina")


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
    quadrant: Token


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Backreference(View):
    """A page that names this one, and the sentence in which it does."""

    text: Words
    to: Address
    kind: UiText
    sentence: SafeText


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Step(View):
    """A quadrant on the spiral."""

    id: Token
    name: UiText
    short: UiText
    meaning: UiText
    to: Address
    reports: UiText
    here: bool = False


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Group(View):
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
class Branch(View):
    """A theme in the tree, with what it gathers."""

    link: Link
    definition: SafeText | None
    children: tuple[Any, ...]
    """`Branch`es."""


Bodies = FilledBody | None
