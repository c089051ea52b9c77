"""The fields of the front matter that are published as text, by name: one small type for each kind of document.

Each is made of a document's matter (`SessionFields.of`), holds raw text on the way into the airlock and safe text on the
way out. What is not named here is never published as text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from proefpraktijk.model.corpus import (
    FindingMatter,
    InterviewMatter,
    Matter,
    PageMatter,
    ReportMatter,
    SessionMatter,
    ThemeMatter,
)
from proefpraktijk.model.text import RawText, SafeText

T = TypeVar("T")
U = TypeVar("U")
F_co = TypeVar("F_co", covariant=True)


class RawFields(Protocol[F_co]):
    """The raw fields of some kind of document, whose safe counterpart is `F_co`."""

    def each(self, change: Callable[[RawText], SafeText]) -> F_co:
        """Return the fields with each text that is given changed, one after the other."""


@dataclass(frozen=True, slots=True)
class ReportFields(Generic[T]):
    """Of a report or an interview."""

    title: T
    slug: T | None = None

    @staticmethod
    def of(matter: ReportMatter) -> ReportFields[RawText]:
        """Return the fields of `matter`."""
        return ReportFields(matter.title, matter.slug)

    def each(self, change: Callable[[T], U]) -> ReportFields[U]:
        """Return the fields with each text changed, from the first to the last."""
        return ReportFields(change(self.title), _given(self.slug, change))


@dataclass(frozen=True, slots=True)
class SessionFields(Generic[T]):
    """Of a session."""

    title: T
    assignment: T | None = None

    @staticmethod
    def of(matter: SessionMatter) -> SessionFields[RawText]:
        """Return the fields of `matter`."""
        return SessionFields(matter.title, matter.assignment)

    def each(self, change: Callable[[T], U]) -> SessionFields[U]:
        """Return the fields with each text changed, from the first to the last."""
        return SessionFields(change(self.title), _given(self.assignment, change))


@dataclass(frozen=True, slots=True)
class ThemeFields(Generic[T]):
    """Of a theme."""

    label: T
    definition: T
    use_when: T | None = None
    not_when: T | None = None
    scheme: T | None = None
    aliases: tuple[T, ...] = ()

    @staticmethod
    def of(matter: ThemeMatter) -> ThemeFields[RawText]:
        """Return the fields of `matter`."""
        return ThemeFields(
            matter.label, matter.definition, matter.use_when, matter.not_when, matter.scheme, matter.aliases
        )

    def each(self, change: Callable[[T], U]) -> ThemeFields[U]:
        """Return the fields with each text changed, from the first to the last."""
        return ThemeFields(
            change(self.label),
            change(self.definition),
            _given(self.use_when, change),
            _given(self.not_when, change),
            _given(self.scheme, change),
            tuple(map(change, self.aliases)),
        )


@dataclass(frozen=True, slots=True)
class FindingFields(Generic[T]):
    """Of a finding."""

    question: T
    claim: T
    method: T | None = None

    @staticmethod
    def of(matter: FindingMatter) -> FindingFields[RawText]:
        """Return the fields of `matter`."""
        return FindingFields(matter.question, matter.claim, matter.method)

    def each(self, change: Callable[[T], U]) -> FindingFields[U]:
        """Return the fields with each text changed, from the first to the last."""
        return FindingFields(change(self.question), change(self.claim), _given(self.method, change))


@dataclass(frozen=True, slots=True)
class PageFields(Generic[T]):
    """Of a page."""

    title: T

    @staticmethod
    def of(matter: PageMatter) -> PageFields[RawText]:
        """Return the fields of `matter`."""
        return PageFields(matter.title)

    def each(self, change: Callable[[T], U]) -> PageFields[U]:
        """Return the fields with the one text changed."""
        return PageFields(change(self.title))


def _given(text: T | None, change: Callable[[T], U]) -> U | None:
    return None if text is None else change(text)


_AnyFields = (
    ReportFields[RawText] | SessionFields[RawText] | ThemeFields[RawText] | FindingFields[RawText] | PageFields[RawText]
)
_KINDS: Mapping[type[Matter], Callable[[Any], _AnyFields]] = {
    ReportMatter: ReportFields.of,
    InterviewMatter: ReportFields.of,
    SessionMatter: SessionFields.of,
    ThemeMatter: ThemeFields.of,
    FindingMatter: FindingFields.of,
    PageMatter: PageFields.of,
}


def published_texts(matter: Matter) -> tuple[RawText, ...]:
    """Return the published texts of front matter of any kind, in the order in which `each` asks for them."""
    texts: list[RawText] = []
    _KINDS[type(matter)](matter).each(texts.append)
    return tuple(texts)
