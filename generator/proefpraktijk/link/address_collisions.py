"""No two documents with the same address: the later one by path is left out, or loses its earlier address, with a Problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from proefpraktijk.model.knowledge import BacklinkKind, Moved, Outline
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place, Problem, Severity
from proefpraktijk.model.safe import EarlierSlug

from .theme_vocabulary import Vocabulary


class AddressedDocument(Protocol):
    """Any document that has a page, and so an address."""

    @property
    def key(self) -> ContentPath:
        """The path of its file."""


D = TypeVar("D", bound=AddressedDocument)


class MovableDocument(AddressedDocument, Protocol):
    """A document that may have had other addresses before."""

    @property
    def earlier(self) -> tuple[EarlierSlug, ...]:
        """Slugs it had before, which may redirect to it."""


M = TypeVar("M", bound=MovableDocument)


def without_collisions(documents: Iterable[D], address: Callable[[D], str], problems: list[Problem]) -> list[D]:
    """Return `documents` in the order of their paths, without those whose address is taken; add these to `problems` (PP601).

    Addresses that differ only in case are the same: some file systems and all readers take them so.
    """
    taken: dict[str, D] = {}
    for document in sorted(documents, key=lambda document: document.key):
        first = taken.setdefault(address(document).casefold(), document)
        if first is not document:
            problems.append(_taken(document.key, first.key))
    return list(taken.values())


def moved(
    kind: BacklinkKind, documents: Sequence[M], address: Callable[[M], str], problems: list[Problem]
) -> Iterator[Moved]:
    """Yield the earlier slugs that redirect to a document; add those that another one uses to `problems` (PP604)."""
    taken = {address(document).casefold(): document.key for document in documents}
    for document in sorted(documents, key=lambda document: document.key):
        for old in document.earlier:
            first = taken.setdefault(old.slug.casefold(), document.key)
            if first != document.key:
                problems.append(_used(old.place, first))
            elif old.slug.casefold() != address(document).casefold():
                yield Moved(kind, old.slug, address(document))


def _used(written: Place, other: ContentPath) -> Problem:
    return Problem(
        "PP604",
        written,
        Message("An earlier address of this document is not kept: {other} uses it", {"other": other}),
        Message("Take it out of one of the two"),
        Severity.WARNING,
    )


def with_unique_address(reports: Iterable[Outline]) -> tuple[list[Outline], list[Problem]]:
    """Return the reports without those whose address is taken, and the problems of these (PP601)."""
    problems: list[Problem] = []
    return without_collisions(reports, lambda report: report.slug, problems), problems


def _taken(left_out: ContentPath, first: ContentPath) -> Problem:
    return Problem(
        "PP601",
        Place(left_out),
        Message("This document is left out: its address is already taken by {other}", {"other": first}),
        Message("Change the title or the file name, or give it a slug of its own"),
    )


def ambiguous_words(vocabulary: Vocabulary) -> list[Problem]:
    """Return a warning for each label or alias that another theme already has (PP602)."""
    return [
        Problem(
            "PP602",
            Place(theme.key),
            Message(
                "The theme “{other}” goes by “{word}” too, so texts link to that one", {"word": word, "other": other}
            ),
            Message("Keep a label or alias to one theme"),
            Severity.WARNING,
        )
        for theme, word, other in vocabulary.ambiguous
    ]
