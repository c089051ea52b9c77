"""Counting: what of the marked names is let through, and what is flagged for nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leaks_gold import Entity, Gold
from leaks_intervals import Rate, Share, rate, share
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
    words_outside: int
    """Words that touch no entity and of which some letter is flagged."""

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


@dataclass(frozen=True, slots=True)
class Kept:
    """Entities of one class: let through (some of it, or all), and of the others: held, or replaced unasked."""

    some: Share
    all: Share
    held: Share
    replaced: Share


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is counted in a text. `roster` counts those entities again that are on the roster."""

    documents: int
    words: int
    classes: dict[str, Kept]
    roster: dict[str, Kept]
    holds: Rate
    wrong_holds: Rate
    wrong_replacements: Rate
    words_outside: Rate


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """Return what was counted in all documents."""
    words = [outcome.words for outcome in outcomes]
    fates = [fate for outcome in outcomes for fate in outcome.fates]
    return Figures(
        documents=len(outcomes),
        words=sum(words),
        classes=_classes(fates),
        roster=_classes([fate for fate in fates if fate.entity.roster]),
        holds=rate([outcome.holds for outcome in outcomes], words),
        wrong_holds=rate([outcome.wrongly("hold") for outcome in outcomes], words),
        wrong_replacements=rate([outcome.wrongly("replace") for outcome in outcomes], words),
        words_outside=rate([outcome.words_outside for outcome in outcomes], words),
    )


def _classes(fates: Sequence[Fate]) -> dict[str, Kept]:
    labels = sorted({fate.entity.label for fate in fates})
    return {label: _kept([fate for fate in fates if fate.entity.label == label]) for label in labels}


def _kept(fates: Sequence[Fate]) -> Kept:
    safe = [fate for fate in fates if not fate.leaked]
    return Kept(
        some=share(len(fates) - len(safe), len(fates)),
        all=share(sum(fate.whole for fate in fates), len(fates)),
        held=share(sum(fate.held > 0 for fate in safe), len(fates)),
        replaced=share(sum(fate.held == 0 for fate in safe), len(fates)),
    )
