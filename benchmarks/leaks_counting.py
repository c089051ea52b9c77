"""Counting: what of the marked names is let through, and what is flagged for nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from leaks_gold import Entity, Gold
from proefpraktijk.protect import Span

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one entity: letters and figures of it that are replaced, held, and neither."""

    entity: Entity
    replaced: int
    held: int
    bare: int

    @property
    def leaked(self) -> bool:
        """At least one letter or figure of it goes out."""
        return self.bare > 0

    @property
    def whole(self) -> bool:
        """All of it goes out."""
        return not (self.replaced or self.held)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document after detection. `wrong` are the spans that touch no entity."""

    gold: Gold
    spans: tuple[Span, ...]
    fates: tuple[Fate, ...]
    wrong: tuple[Span, ...]
    words: int
    wrong_words: int
    """Words outside entities of which some letter is flagged."""

    @property
    def holds(self) -> int:
        """How many questions a reviewer gets."""
        return sum(span.action == "hold" for span in self.spans)

    def wrongly(self, action: str) -> int:
        """Return how many spans with that action touch no entity."""
        return sum(span.action == action for span in self.wrong)


def judge(gold: Gold, spans: Sequence[Span]) -> Outcome:
    """Compare what was flagged in a document with what is marked in it."""
    flags = _painted(len(gold.text), ((span.start, span.end, span.action[0]) for span in spans))
    marks = _painted(len(gold.text), ((entity.start, entity.end, "x") for entity in gold.entities))
    words = [match.span() for match in WORD.finditer(gold.text)]
    return Outcome(
        gold,
        tuple(spans),
        tuple(_fate(entity, gold.text, flags) for entity in gold.entities),
        tuple(span for span in spans if "x" not in marks[span.start : span.end]),
        len(words),
        sum("x" not in marks[a:b] and flags[a:b].strip(" ") != "" for a, b in words),
    )


def _painted(length: int, stretches: Iterable[tuple[int, int, str]]) -> str:
    """Return a text of `length` spaces with each stretch filled with its letter."""
    canvas = [" "] * length
    for start, end, letter in stretches:
        canvas[start:end] = letter * (end - start)
    return "".join(canvas)


def _fate(entity: Entity, text: str, flags: str) -> Fate:
    counted = Counter(flags[at] for at in range(entity.start, entity.end) if text[at].isalnum())
    return Fate(entity, counted["r"], counted["h"], counted[" "])


@dataclass
class Tally:
    """Entities of one class, counted."""

    number: int = 0
    leaked: int = 0
    whole: int = 0
    held: int = 0
    replaced: int = 0
    """Replaced without a question."""

    def add(self, fate: Fate) -> None:
        """Count one more."""
        self.number += 1
        self.leaked += fate.leaked
        self.whole += fate.whole
        self.held += not fate.leaked and fate.held > 0
        self.replaced += not fate.leaked and not fate.held


@dataclass
class Summary:
    """All documents together: a tally for each class, for each class on the roster, and counts for each document."""

    classes: dict[str, Tally] = field(default_factory=dict)
    roster: dict[str, Tally] = field(default_factory=dict)
    words: list[int] = field(default_factory=list)
    holds: list[int] = field(default_factory=list)
    wrong_holds: list[int] = field(default_factory=list)
    wrong_replacements: list[int] = field(default_factory=list)
    wrong_words: list[int] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count one more document."""
        for fate in outcome.fates:
            self.classes.setdefault(fate.entity.label, Tally()).add(fate)
            if fate.entity.roster:
                self.roster.setdefault(fate.entity.label, Tally()).add(fate)
        self.words.append(outcome.words)
        self.holds.append(outcome.holds)
        self.wrong_holds.append(outcome.wrongly("hold"))
        self.wrong_replacements.append(outcome.wrongly("replace"))
        self.wrong_words.append(outcome.wrong_words)


def summed_up(outcomes: Iterable[Outcome]) -> Summary:
    """Return the counts of all documents."""
    summary = Summary()
    for outcome in outcomes:
        summary.add(outcome)
    return summary
