"""Equivalence classes: reports with the same published coordinates, and how many distinct people they come from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class ClassMember:
    """A report as it is counted: `people` and `number` as in `Provenance`, `sufficient` when `number` is at least `k`."""

    people: frozenset[int]
    number: int
    sufficient: bool


@dataclass(slots=True)
class EquivalenceClass:
    """A set of reports that keeps count of its distinct contributors.

    The people of several reports may be the same, so numbers are never added up: a class comes from at
    least as many people as it has roster identities, and at least as many as its largest report.
    """

    k: int
    size: int = 0
    sufficient_reports: int = 0
    """How many of them come from `k` people on their own."""
    _people: Counter[int] = field(default_factory=Counter)

    def add(self, member: ClassMember) -> None:
        """Add a report."""
        self.size += 1
        self.sufficient_reports += member.sufficient
        self._people.update(member.people)

    def remove(self, member: ClassMember) -> None:
        """Remove a report."""
        self.size -= 1
        self.sufficient_reports -= member.sufficient
        for person in member.people:
            if self._people[person] == 1:
                del self._people[person]
            else:
                self._people[person] -= 1

    @property
    def known(self) -> int:
        """How many distinct people on the roster it certainly comes from."""
        return len(self._people)

    @property
    def safe(self) -> bool:
        """Whether it comes from at least `k` distinct people."""
        return self.sufficient_reports > 0 or len(self._people) >= self.k

    def safe_without(self, member: ClassMember) -> bool:
        """Return whether it would be safe, or empty, without `member`, which is in it."""
        if self.size == 1 or self.sufficient_reports > member.sufficient:
            return True
        return len(self._people) - sum(self._people[person] == 1 for person in member.people) >= self.k

    def safe_with(self, member: ClassMember) -> bool:
        """Return whether it would be safe with `member` added."""
        return self.safe or member.sufficient or len(self._people) + self.gains(member) >= self.k

    def gains(self, member: ClassMember) -> int:
        """Return how many people `member` would add that are not in the class yet."""
        return sum(person not in self._people for person in member.people)
