"""The state that the layers share while they look at one document: its words, its people, and what was found so far."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from operator import itemgetter

from proefpraktijk.dutch.folding import fold
from proefpraktijk.dutch.sentence_starts import BREAK
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.document.document_text import DocumentText
from proefpraktijk.protect.roster.name_forms import NameForm, person_forms, school_forms
from proefpraktijk.protect.roster.name_index import Entity
from proefpraktijk.protect.roster.word_facts import Word, WordBook

from .context import Context
from .found import Found, covering, overlapping


class DetectionState:
    """The state of one document under the detector. All offsets are code points of `view.text`, ends exclusive.

    `entities` begins with those of the roster; `entity_named` adds people and schools that only this document knows,
    whose forms are looked for in all of it. `taken` holds what earlier layers found, settled (`found.settle`) and in
    order. `decided` are the identities of the decisions that still fit what they were made on; `cleared_here` the
    stretches cleared at one place only; `seen` those a reviewer looked at and left alone.
    """

    def __init__(self, view: DocumentText, book: WordBook, context: Context) -> None:
        """Look up the words of `view` in `book`; nothing is found yet."""
        self.view = view
        self.book = book
        self.context = context
        self.words: list[Word] = book.words(view.text)
        self.entities: list[Entity] = list(book.index.entities)
        self.taken: list[Found] = []
        self.local_forms: list[NameForm] = []
        self.strangers: list[tuple[str, HoldKind]] = []
        self.used_letters: dict[str, set[str]] = {}
        self.decided: set[str] = set()
        self.cleared_here: list[tuple[int, int]] = []
        self.seen: list[tuple[int, int]] = []
        self._met: dict[tuple[str, str], int] = {}
        self._blocks: list[tuple[int, bool]] | None = None
        for name, noun, kind in context.strangers:
            self.entity_named(name, noun, kind)

    def in_lower_case(self, at: int) -> bool:
        """Return whether the block around offset `at` has no capital at all."""
        if self._blocks is None:
            blocks = self.view.text.split(BREAK)
            starts = accumulate((len(block) + 1 for block in blocks), initial=0)
            self._blocks = [(start, block == block.lower()) for start, block in zip(starts, blocks, strict=False)]
        return self._blocks[bisect_right(self._blocks, at, key=itemgetter(0)) - 1][1]

    def covering(self, offset: int) -> Found | None:
        """Return what an earlier layer found that covers `offset`."""
        return covering(self.taken, offset)

    def covers(self, offset: int) -> bool:
        """Return whether an earlier layer found something that covers `offset`."""
        return covering(self.taken, offset) is not None

    def overlapping(self, start: int, end: int) -> list[Found]:
        """Return what earlier layers found that shares an offset with `start`..`end`, in order."""
        return self.taken[overlapping(self.taken, start, end)]

    def entity_named(self, name: str, noun: str, kind: HoldKind) -> int:
        """Return the entity of a name that is not on the roster: the same one for every spelling that folds to the same."""
        known = (fold(name), noun) in self._met
        entity = self.entity_described(name, noun, kind)
        if not known:
            self.strangers.append((name, kind))
            make = school_forms if kind is HoldKind.SCHOOL else person_forms
            self.local_forms.extend(make(name, entity))
        return entity

    def entity_described(
        self, description: str, noun: str, kind: HoldKind, pupils: frozenset[int] = frozenset()
    ) -> int:
        """Return the entity of somebody who is described, not named: no other forms are looked for.

        `pupils` are the entities through whom it is known, the children of "moeder Terlouw".
        """
        key = (fold(description), noun)
        if key not in self._met:
            self._met[key] = len(self.entities)
            self.entities.append(Entity(kind, noun, pupils=pupils))
        return self._met[key]
