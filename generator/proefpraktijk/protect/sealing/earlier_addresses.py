"""Addresses that a document had before: which of them may lead on to it, and a warning for each that may not.

An address cannot be rewritten the way a text is, and it speaks in small letters only. So the rule is stricter than for
texts: an old address is kept when no layer has anything to say of its words, and when no name stands in it, of the
roster or of those replaced in the document, also where such a name is an everyday word elsewhere ("roos").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from proefpraktijk.dutch.inflection import inflections
from proefpraktijk.dutch.lexicon import Rarity, lexicon
from proefpraktijk.model.corpus import Entry
from proefpraktijk.model.paths import Slug
from proefpraktijk.model.problem import Message, Problem, Severity
from proefpraktijk.model.safe import EarlierSlug, HoldKind
from proefpraktijk.model.text import RawText
from proefpraktijk.protect.detector import Detection, Detector
from proefpraktijk.protect.document.document_text import DocumentText
from proefpraktijk.protect.document.lines import Lines
from proefpraktijk.protect.document.slugs import LEAVE_OUT, is_slug
from proefpraktijk.protect.finders.context import Context
from proefpraktijk.protect.leak_check.byte_search import ByteSearch
from proefpraktijk.protect.roster.name_forms import atoms_of

_NAMES = frozenset((HoldKind.PERSON, HoldKind.SCHOOL, HoldKind.PLACE))
_TELLS = Message("An earlier address of this document is not kept: it holds a name, or a word that may be one.")

_CODES = re.compile(r"(?:(?<![a-z0-9])(?:u00|x)?[0-9a-f]{2}(?:-|$)){3}")
"""Letters written as codes: `51-75-69`, `u0051-u0075-u0069`."""

Row = tuple[str, ...]
"""The folded words of a name."""


class EarlierAddresses:
    """Judges old addresses, by the layers and the names of one airlock."""

    def __init__(self, detector: Detector, secrets: Collection[str], search: ByteSearch) -> None:
        """Take the layers, the secret strings of the roster, and the search of the finished site for these."""
        self._detector = detector
        self._rows = _rows(secrets)
        self._search = search

    def of(
        self, entry: Entry[Any], context: Context, detection: Detection, secrets: Collection[str]
    ) -> tuple[tuple[EarlierSlug, ...], tuple[Problem, ...]]:
        """Return the old addresses of a document that are kept, and a warning for each of the others.

        `detection` is what was found in the document, `secrets` are its own secret strings.
        """
        written: tuple[RawText, ...] = getattr(entry.matter, "earlier_slugs", ())
        if not written:
            return (), ()
        text = detection.state.view.text
        names = [text[f.start : f.end] for f in detection.replaced if f.kind in _NAMES or f.layer == "decisions"]
        rows = self._rows | _rows((*names, *secrets))
        kept: dict[str, EarlierSlug] = {}
        warnings, lines = [], Lines(entry.source)
        for slug in written:
            if is_slug(slug.value) and not self._tells(slug.value, context, rows):
                kept.setdefault(slug.value, EarlierSlug(Slug(slug.value), lines.place(slug.start)))
            else:
                warnings.append(Problem("PP516", lines.place(slug.start), _TELLS, LEAVE_OUT, Severity.WARNING))
        return tuple(kept.values()), tuple(warnings)

    def _tells(self, slug: str, context: Context, rows: Iterable[Row]) -> bool:
        """Return whether an old address may lead to somebody; with capitals too, as if it were a name."""
        words = slug.replace("-", " ")
        return (
            _CODES.search(slug) is not None
            or any(found.action != "keep" for found in self._taken(words, context))
            or any(found.action == "replace" for found in self._taken(words.title(), context))
            or bool(self._search.hits("", slug.encode()))
            or any(_stands_in(row, words.split()) for row in rows)
        )

    def _taken(self, words: str, context: Context) -> Sequence[Any]:
        return self._detector.detect(DocumentText.of(((RawText(words),),)), context).state.taken


def _rows(names: Iterable[str]) -> frozenset[Row]:
    """Return the names as rows of words, without everyday words: of those the layers judge."""
    everyday = lexicon().rarity
    rows = (atoms_of(name) for name in names)
    return frozenset(row for row in rows if row and (len(row) > 1 or everyday(row[0]) is not Rarity.EVERYDAY))


def _stands_in(row: Row, words: Sequence[str]) -> bool:
    """Return whether the words of a name stand there one after the other, the last one inflected or not."""
    length = len(row)
    for start in range(len(words) - length + 1):
        *before, last = words[start : start + length]
        if tuple(before) == row[:-1] and row[-1] in {stem for stem, _ in inflections(last)}:
            return True
    return False
