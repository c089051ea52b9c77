"""The least that must be left out so that every published group of reports comes from at least `k` different people.

The rule is k-anonymity (Samarati & Sweeney, 1998) by local recoding, over people and not over reports: all reports with
the same published year group or band, session or school year, and quadrant make one crowd, and each crowd has at least
`k` distinct contributors. A combination of fewer of these facts fits a union of crowds, so it has at least as many; and
what is left out counts as a value of its own, so knowing this program does not help a reader either.

"Least" means: no single report can name one coordinate one step more without breaking the rule. The way there is greedy
and does not depend on the order of the reports: step by step up the ladder, each report stops at the first step where
its crowd is large enough. A crowd that is too small is first offered company, on that step, by reports that stand more
precise and can be spared there: better that two reports lose their session number than that one loses everything.
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

from .contributors import Standing
from .equivalence_classes import Crowd, Member
from .generalisation_steps import Ladder, Step, bands_of, generalised
from .roster_limits import Floors

_Label = tuple[int, int, int]
"""A combination of published coordinates, each as a number."""


class Why(StrEnum):
    """Why a report tells less than its writer wrote."""

    ROSTER = "roster"
    """Fewer than `k` teachers on the roster teach its year group, or its band."""
    CROWD = "crowd"
    """Fewer than `k` people would have been behind what it tells."""
    COMPANY = "company"
    """It keeps another report company, which would have been alone."""


class Placed(NamedTuple):
    """What a report tells, on which step of the ladder, why no more, and whether its crowd is large enough."""

    coordinates: Coordinates
    step: Step
    why: Why | None
    safe: bool
    crowd: int
    """Distinct contributors of its crowd, as far as they are proven."""


@dataclass(slots=True)
class _Row(Member):
    """A report on its way up the ladder; `labels` are its coordinates by kind and step, as numbers."""

    key: ContentPath
    least: int
    """The first step of the year group that the roster permits."""
    labels: tuple[Sequence[int], Sequence[int], Sequence[int]]
    step: Step | None = None
    why: Why | None = None

    def label(self, step: Step) -> _Label:
        groups, quadrants, sessions = self.labels
        return groups[step.group], quadrants[step.quadrant], sessions[step.session]


def generalise(
    standings: Mapping[ContentPath, Standing], ladder: Ladder, bands: Sequence[Band], floors: Floors, k: int
) -> dict[ContentPath, Placed]:
    """Return what each report may tell: near-linear in their number, and the same in whatever order they come.

    When all of them together come from fewer than `k` people nothing can be promised: none of them tells anything, and
    none is `safe`.
    """
    rows = _rows(standings, bands, floors, k)
    settling = _Settling(rows, ladder, k)
    settling.run()
    largest: dict[_Label, int] = {}
    for row in rows:
        label = row.label(row.step or ladder[-1])
        largest[label] = max(row.number, largest.get(label, 0))
    found = {}
    for row in rows:
        standing, step = standings[row.key], row.step or ladder[-1]
        label = row.label(step)
        crowd = settling.crowds[label]
        coordinates = generalised(standing, step, bands)
        if step.session == 0 and crowd.loners == crowd.size:
            coordinates = coordinates._replace(date=standing.date, member_check=standing.member_check)
        why = row.why if step != ladder[0] else None
        found[row.key] = Placed(coordinates, step, why, crowd.safe, max(crowd.known, largest[label]))
    return found


def _rows(standings: Mapping[ContentPath, Standing], bands: Sequence[Band], floors: Floors, k: int) -> list[_Row]:
    numbers: dict[object, int] = {None: 0}

    def numbered(*values: object) -> list[int]:
        return [numbers.setdefault(value or None, len(numbers)) for value in values]

    return [
        _Row(
            standing.people,
            standing.number,
            standing.number >= k,
            key,
            floors.least(standing.year_groups, bands_of(standing.year_groups, bands)),
            (
                numbered(standing.year_groups, bands_of(standing.year_groups, bands), None),
                numbered(standing.quadrant, None),
                numbered(standing.session, standing.session.year, None),
            ),
        )
        for key, standing in sorted(standings.items())
    ]


class _Settling:
    """Finds each row its step."""

    def __init__(self, rows: list[_Row], ladder: Ladder, k: int) -> None:
        self._rows = rows
        self._ladder = ladder
        self.crowds: defaultdict[_Label, Crowd] = defaultdict(lambda: Crowd(k))

    def run(self) -> None:
        waiting = self._rows
        for step in self._ladder:
            waiting = self._stop_at(step, waiting)
        for row in waiting:
            self._move(row, self._ladder[-1])
        restless = [row for row in self._rows if row.step != self._ladder[0]]
        while restless:
            moved = [row for row in restless if self._narrow(row)]
            restless = [row for row in restless if row.step != self._ladder[0]] if moved else []

    def _stop_at(self, step: Step, waiting: list[_Row]) -> list[_Row]:
        """Let the rows stop here that are enough together, or find company; return the others."""
        gathered: dict[_Label, list[_Row]] = {}
        onward = []
        for row in waiting:
            if step.group < row.least:
                row.why = Why.ROSTER
                onward.append(row)
            else:
                gathered.setdefault(row.label(step), []).append(row)
                self._move(row, step)
        lonely = {label: rows for label, rows in gathered.items() if not self.crowds[label].safe}
        offers = self._offers(step, lonely)
        for label, rows in lonely.items():
            if not self._accompany(self.crowds[label], offers.get(label, []), step):
                for row in rows:
                    self._move(row, None)
                    row.why = Why.CROWD
                onward += rows
        return sorted(onward, key=lambda row: row.key)

    def _offers(self, step: Step, lonely: Mapping[_Label, list[_Row]]) -> dict[_Label, list[_Row]]:
        """Return for each lonely crowd the rows that stand more precise and could join it, those that lose least first."""
        found: dict[_Label, list[_Row]] = {}
        if lonely:
            for row in self._rows:
                if row.step and row.step != step and step.covers(row.step) and (label := row.label(step)) in lonely:
                    found.setdefault(label, []).append(row)
        for rows in found.values():
            rows.sort(key=lambda row: (-sum(row.step or ()), row.key))
        return found

    def _accompany(self, crowd: Crowd, offers: list[_Row], step: Step) -> bool:
        """Make a lonely crowd large enough: with one row, else with several, else with all of another crowd."""
        for row in offers:
            if crowd.safe_with(row) and self._can_leave(row):
                self._join(row, step)
                return True
        gone = []
        for row in offers:
            if crowd.gains(row) and self._can_leave(row):
                gone.append((row, row.step, row.why))
                self._join(row, step)
                if crowd.safe:
                    return True
        for row, back, why in gone:
            self._move(row, back)
            row.why = why
        together: dict[_Label, list[_Row]] = {}
        for row in offers:
            together.setdefault(row.label(row.step or step), []).append(row)
        whole = [rows for label, rows in together.items() if len(rows) == self.crowds[label].size]
        for row in min(whole, key=len, default=[]):
            self._join(row, step)
        return bool(whole)

    def _narrow(self, row: _Row) -> bool:
        """Let a row name one coordinate one step more, if nobody suffers; tell whether it could."""
        for finer in row.step.finer() if row.step else ():
            if finer.group < row.least or finer not in self._ladder:
                continue
            same = row.label(finer) == row.label(row.step or finer)
            if same or (self._can_leave(row) and self._would_be_safe(row, finer)):
                self._move(row, finer)
                return True
        return False

    def _would_be_safe(self, row: _Row, step: Step) -> bool:
        crowd = self.crowds.get(row.label(step))
        return crowd.safe_with(row) if crowd else row.alone

    def _can_leave(self, row: _Row) -> bool:
        return self.crowds[row.label(row.step or Step())].safe_without(row)

    def _join(self, row: _Row, step: Step) -> None:
        self._move(row, step)
        row.why = row.why or Why.COMPANY

    def _move(self, row: _Row, step: Step | None) -> None:
        if row.step:
            self.crowds[row.label(row.step)].remove(row)
        row.step = step
        if step:
            self.crowds[row.label(step)].add(row)
