"""Generalisation: the least that must be left out so that each equivalence class comes from at least `k` people.

The rule is k-anonymity (Samarati & Sweeney, 1998) by local recoding, over people and not over reports: all reports with
the same published year group or band, session or school year, and quadrant make one equivalence class, and each class
has at least `k` distinct contributors. A combination of fewer of these facts fits a union of classes, so it has at least
as many; what is left out counts as a value of its own, so knowing this program does not help a reader either.

"Least" means: no coordinate of a single report can be published one level more precisely without breaking the rule. The
algorithm is greedy and does not depend on the order of the reports: through the generalisation steps, each report stops
at the first step on which its class is large enough. A class that is too small first takes in reports that are published
more precisely and can be spared where they are: better that two reports lose their session than that one loses all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.safe import Coordinates
from proefpraktijk.model.spiral import Band

from .contributors import Provenance
from .equivalence_classes import ClassMember, EquivalenceClass
from .generalisation_steps import GeneralisationStep, GeneralisationSteps, bands_of, coordinates_on
from .roster_limits import RosterLimits

_Label = tuple[int, int, int]
"""A combination of published coordinates, each as a number."""


class GeneralisationReason(StrEnum):
    """Why less is published of a report than its front matter says."""

    ROSTER = "roster"
    """Fewer than `k` teachers on the roster teach its year group, or its band."""
    TOO_FEW = "crowd"
    """Its equivalence class would have had fewer than `k` contributors."""
    ACCOMPANIES = "company"
    """It was moved to a class that would have been too small without it."""


class PublishedCoordinates(NamedTuple):
    """What is published of a report's coordinates, on which step, why no more, and whether its class has `k` contributors."""

    coordinates: Coordinates
    step: GeneralisationStep
    why: GeneralisationReason | None
    safe: bool
    contributors: int
    """Distinct people its equivalence class certainly comes from."""


@dataclass(slots=True)
class _Row(ClassMember):
    """A report while it is generalised; `labels` are its coordinates by kind and level, as numbers."""

    key: ContentPath
    first_level: int
    """The most precise level of the year group that the roster permits."""
    labels: tuple[Sequence[int], Sequence[int], Sequence[int]]
    step: GeneralisationStep | None = None
    why: GeneralisationReason | None = None

    def label(self, step: GeneralisationStep) -> _Label:
        groups, quadrants, sessions = self.labels
        return groups[step.group], quadrants[step.quadrant], sessions[step.session]


def generalise(
    provenances: Mapping[ContentPath, Provenance],
    steps: GeneralisationSteps,
    bands: Sequence[Band],
    limits: RosterLimits,
    k: int,
) -> dict[ContentPath, PublishedCoordinates]:
    """Return what may be published of each report's coordinates; the result does not depend on the order of the reports.

    `steps` are tried in their order, `k` counts distinct people, and the time is near-linear in the number of reports.
    When all reports together come from fewer than `k` people no coordinate of any is published, and none is `safe`.
    """
    rows = _rows(provenances, bands, limits, k)
    recoding = _Recoding(rows, steps, k)
    recoding.run()
    largest: dict[_Label, int] = {}
    for row in rows:
        label = row.label(row.step or steps[-1])
        largest[label] = max(row.number, largest.get(label, 0))
    found = {}
    for row in rows:
        provenance, step = provenances[row.key], row.step or steps[-1]
        label = row.label(step)
        equivalence_class = recoding.classes[label]
        coordinates = coordinates_on(provenance, step, bands)
        if step.session == 0 and equivalence_class.sufficient_reports == equivalence_class.size:
            coordinates = coordinates._replace(date=provenance.date, member_check=provenance.member_check)
        why = row.why if step != steps[0] else None
        found[row.key] = PublishedCoordinates(
            coordinates, step, why, equivalence_class.safe, max(equivalence_class.known, largest[label])
        )
    return found


def _rows(
    provenances: Mapping[ContentPath, Provenance], bands: Sequence[Band], limits: RosterLimits, k: int
) -> list[_Row]:
    numbers: dict[object, int] = {None: 0}

    def numbered(*values: object) -> list[int]:
        return [numbers.setdefault(value or None, len(numbers)) for value in values]

    return [
        _Row(
            provenance.people,
            provenance.number,
            provenance.number >= k,
            key,
            limits.first_level(provenance.year_groups, bands_of(provenance.year_groups, bands)),
            (
                numbered(provenance.year_groups, bands_of(provenance.year_groups, bands), None),
                numbered(provenance.quadrant, None),
                numbered(provenance.session, provenance.session.year, None),
            ),
        )
        for key, provenance in sorted(provenances.items())
    ]


class _Recoding:
    """Local recoding: finds the step of each row."""

    def __init__(self, rows: list[_Row], steps: GeneralisationSteps, k: int) -> None:
        self._rows = rows
        self._steps = steps
        self.classes: defaultdict[_Label, EquivalenceClass] = defaultdict(lambda: EquivalenceClass(k))

    def run(self) -> None:
        waiting = self._rows
        for step in self._steps:
            waiting = self._stop_at(step, waiting)
        for row in waiting:
            self._move(row, self._steps[-1])
        restless = [row for row in self._rows if row.step != self._steps[0]]
        while restless:
            moved = [row for row in restless if self._refine(row)]
            restless = [row for row in restless if row.step != self._steps[0]] if moved else []

    def _stop_at(self, step: GeneralisationStep, waiting: list[_Row]) -> list[_Row]:
        """Put rows on `step` whose class is large enough there, or can be made so; return the others."""
        gathered: dict[_Label, list[_Row]] = {}
        onward = []
        for row in waiting:
            if step.group < row.first_level:
                row.why = GeneralisationReason.ROSTER
                onward.append(row)
            else:
                gathered.setdefault(row.label(step), []).append(row)
                self._move(row, step)
        too_small = {label: rows for label, rows in gathered.items() if not self.classes[label].safe}
        offers = self._offers(step, too_small)
        for label, rows in too_small.items():
            if not self._accompany(self.classes[label], offers.get(label, []), step):
                for row in rows:
                    self._move(row, None)
                    row.why = GeneralisationReason.TOO_FEW
                onward += rows
        return sorted(onward, key=lambda row: row.key)

    def _offers(self, step: GeneralisationStep, too_small: Mapping[_Label, list[_Row]]) -> dict[_Label, list[_Row]]:
        """Return for each class that is too small the more precise rows that could join it, those that lose least first."""
        found: dict[_Label, list[_Row]] = {}
        if too_small:
            for row in self._rows:
                if row.step and row.step != step and step.covers(row.step) and (label := row.label(step)) in too_small:
                    found.setdefault(label, []).append(row)
        for rows in found.values():
            rows.sort(key=lambda row: (-sum(row.step or ()), row.key))
        return found

    def _accompany(self, equivalence_class: EquivalenceClass, offers: list[_Row], step: GeneralisationStep) -> bool:
        """Return whether a class could be made large enough: by one row, else by several, else by all of another class."""
        for row in offers:
            if equivalence_class.safe_with(row) and self._can_leave(row):
                self._join(row, step)
                return True
        gone = []
        for row in offers:
            if equivalence_class.gains(row) and self._can_leave(row):
                gone.append((row, row.step, row.why))
                self._join(row, step)
                if equivalence_class.safe:
                    return True
        for row, back, why in gone:
            self._move(row, back)
            row.why = why
        together: dict[_Label, list[_Row]] = {}
        for row in offers:
            together.setdefault(row.label(row.step or step), []).append(row)
        whole = [rows for label, rows in together.items() if len(rows) == self.classes[label].size]
        for row in min(whole, key=len, default=[]):
            self._join(row, step)
        return bool(whole)

    def _refine(self, row: _Row) -> bool:
        """Move a row one level down in one coordinate, if all classes stay safe, and return whether that could be done."""
        for finer in row.step.finer() if row.step else ():
            if finer.group < row.first_level or finer not in self._steps:
                continue
            same = row.label(finer) == row.label(row.step or finer)
            if same or (self._can_leave(row) and self._would_be_safe(row, finer)):
                self._move(row, finer)
                return True
        return False

    def _would_be_safe(self, row: _Row, step: GeneralisationStep) -> bool:
        equivalence_class = self.classes.get(row.label(step))
        return equivalence_class.safe_with(row) if equivalence_class else row.sufficient

    def _can_leave(self, row: _Row) -> bool:
        return self.classes[row.label(row.step or GeneralisationStep())].safe_without(row)

    def _join(self, row: _Row, step: GeneralisationStep) -> None:
        self._move(row, step)
        row.why = row.why or GeneralisationReason.ACCOMPANIES

    def _move(self, row: _Row, step: GeneralisationStep | None) -> None:
        if row.step:
            self.classes[row.label(row.step)].remove(row)
        row.step = step
        if step:
            self.classes[row.label(step)].add(row)
