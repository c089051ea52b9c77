"""Crowds: the reports that cannot be told apart by what is published about them, and how many people they come from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Member:
    """A report as it is counted. `people` and `number` as in `Standing`; `alone`: it comes from `k` people by itself."""

    people: frozenset[int]
    number: int
    alone: bool


@dataclass(slots=True)
class Crowd:
    """A set of reports, with its number of distinct contributors kept at hand.

    The people of several reports may be the same, so numbers are never added up: a crowd comes from at least as many
    people as its roster identities, and at least as many as its largest report.
    """

    k: int
    size: int = 0
    loners: int = 0
    """Reports among them that come from `k` people by themselves."""
    _people: Counter[int] = field(default_factory=Counter)

    def add(self, member: Member) -> None:
        """Let a report in."""
        self.size += 1
        self.loners += member.alone
        self._people.update(member.people)

    def remove(self, member: Member) -> None:
        """Let a report out."""
        self.size -= 1
        self.loners -= member.alone
        for person in member.people:
            if self._people[person] == 1:
                del self._people[person]
            else:
                self._people[person] -= 1

    @property
    def known(self) -> int:
        """How many people on the roster it comes from beyond doubt."""
        return len(self._people)

    @property
    def safe(self) -> bool:
        """Tell whether it comes from `k` different people at least."""
        return self.loners > 0 or len(self._people) >= self.k

    def safe_without(self, member: Member) -> bool:
        """Tell whether it would be safe, or empty, if `member` left."""
        if self.size == 1 or self.loners > member.alone:
            return True
        return len(self._people) - sum(self._people[person] == 1 for person in member.people) >= self.k

    def safe_with(self, member: Member) -> bool:
        """Tell whether it would be safe if `member` came."""
        return self.safe or member.alone or len(self._people) + self.gains(member) >= self.k

    def gains(self, member: Member) -> int:
        """Return how many people `member` would bring that are not here yet."""
        return sum(person not in self._people for person in member.people)
