"""Which reports are related, and why.

The score is a sum that can be read off from its reasons: for each shared theme how rare it is (`log(1 + N / df)`, the
inverse document frequency of Spärck Jones, 1972), half as much again when both have a passage coded with it, and
something for a shared year group, a shared quadrant, and for more than one reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from proefpraktijk.model.knowledge import Outline, Reason, ReasonKind, Related
from proefpraktijk.model.paths import Slug, ThemeId
from proefpraktijk.model.spiral import Quadrant, YearGroup

from .neighbours import in_order

MOST = 5
"""Related reports of one report at most."""

PASSAGE_TOO = 1.5
YEAR_GROUP_TOO = 0.8
QUADRANT_TOO = 0.4
VARIETY = 1.0
"""Weights: the factor for a theme that is coded in both, and what each other reason adds."""

EXACT = 64
"""A theme carried by at most this many reports offers all of them as candidates."""

WINDOW = 8
"""A more common theme offers this many on either side, in the order of year group and session."""


def related(reports: Sequence[Outline]) -> dict[Slug, tuple[Related, ...]]:
    """Return for each report, in order, at most `MOST` others it shares a theme with, best first.

    Equal scores: the report that comes first in `reports`. Linear in the number of reports, since a common theme
    offers a window of candidates only; in a small community every candidate is weighed.
    """
    scale = _Scale(reports)
    candidates = _candidates(reports)
    return {report.slug: scale.best(index, candidates[index]) for index, report in enumerate(reports)}


def _candidates(reports: Sequence[Outline]) -> list[set[int]]:
    """Return for each report the indices of the reports it is weighed against; itself may be among them."""
    order = sorted(
        range(len(reports)),
        key=lambda i: (reports[i].year_groups, in_order(reports[i]), i),
    )
    postings: dict[ThemeId, list[int]] = {}
    for index in order:
        for theme in reports[index].themes:
            postings.setdefault(theme, []).append(index)
    candidates: list[set[int]] = [set() for _ in reports]
    for posting in postings.values():
        exact = len(posting) <= EXACT
        for position, index in enumerate(posting):
            near = posting if exact else posting[max(0, position - WINDOW) : position + WINDOW + 1]
            candidates[index].update(near)
    return candidates


class _Scale(dict[int, float]):
    """Weighs what two reports share: from a combination of facts to its score, each worked out once.

    A fact is a theme, a coded theme, a year group or a quadrant, and has a bit. So what two reports share is one `&`,
    and there are far fewer combinations than pairs.
    """

    def __init__(self, reports: Sequence[Outline]) -> None:
        super().__init__()
        self._facts = _facts(reports)
        bits = {fact.key: 1 << number for number, fact in enumerate(self._facts)}
        self._bits = [sum(map(bits.__getitem__, _keys(report))) for report in reports]
        self._passages = sum(bit for (kind, _), bit in bits.items() if kind is ReasonKind.PASSAGE)
        self._slugs = [report.slug for report in reports]
        self._reasons: dict[int, tuple[Reason, ...]] = {}

    def best(self, index: int, candidates: Iterable[int]) -> tuple[Related, ...]:
        """Return the best of `candidates` for report `index`."""
        bits, own = self._bits, self._bits[index]
        ranked = sorted([(-self[own & bits[other]], other) for other in candidates])[: MOST + 1]
        chosen = [(score, other) for score, other in ranked if other != index][:MOST]
        return tuple([Related(self._slugs[other], -score, self._why(own & bits[other])) for score, other in chosen])

    def __missing__(self, shared: int) -> float:
        score = sum(self._facts[number].weight for number in _numbers(shared))
        if (shared & ~self._passages).bit_count() > 1:
            score += VARIETY
        self[shared] = score
        return score

    def _why(self, shared: int) -> tuple[Reason, ...]:
        found = self._reasons.get(shared)
        if found is None:
            found = self._reasons[shared] = _reasons(self._facts[number] for number in _numbers(shared))
        return found


def _numbers(bits: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set, lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


_Key = tuple[ReasonKind, ThemeId | YearGroup | Quadrant]


@dataclass(frozen=True, slots=True)
class _Fact:
    """Something that reports may share, and the weight it adds to their score."""

    key: _Key
    reason: Reason
    weight: float


def _keys(report: Outline) -> list[_Key]:
    """Return the facts of a report that others may share, each once."""
    carried = frozenset(report.themes)
    keys: list[_Key] = [(ReasonKind.THEME, theme) for theme in carried]
    keys += [(ReasonKind.PASSAGE, theme) for theme in carried & report.coded]
    keys += [(ReasonKind.YEAR_GROUP, group) for group in frozenset(report.year_groups)]
    return [*keys, (ReasonKind.QUADRANT, report.quadrant)] if report.quadrant else keys


def _facts(reports: Sequence[Outline]) -> list[_Fact]:
    """Return every fact that two reports may share."""
    carried = Counter(theme for report in reports for theme in frozenset(report.themes))
    facts: list[_Fact] = []
    for theme in sorted(carried):
        rarity = log(1 + len(reports) / carried[theme])
        facts.append(_Fact((ReasonKind.THEME, theme), Reason(ReasonKind.THEME, theme=theme), rarity))
        passage = Reason(ReasonKind.PASSAGE, theme=theme)
        facts.append(_Fact((ReasonKind.PASSAGE, theme), passage, rarity * (PASSAGE_TOO - 1)))
    for group in sorted({group for report in reports for group in report.year_groups}):
        reason = Reason(ReasonKind.YEAR_GROUP, year_group=group)
        facts.append(_Fact((ReasonKind.YEAR_GROUP, group), reason, YEAR_GROUP_TOO))
    facts += [_Fact((ReasonKind.QUADRANT, each), Reason(ReasonKind.QUADRANT), QUADRANT_TOO) for each in Quadrant]
    return facts


def _reasons(facts: Iterable[_Fact]) -> tuple[Reason, ...]:
    """Return the reasons that facts give, highest weight first; a theme that both are coded with is one reason."""
    weights: dict[object, tuple[float, Reason]] = {}
    for fact in facts:
        about = fact.reason.theme or fact.key
        weights[about] = (weights.get(about, (0.0, fact.reason))[0] + fact.weight, fact.reason)
    return tuple(reason for _, reason in sorted(weights.values(), key=lambda pair: -pair[0]))
