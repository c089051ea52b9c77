"""The problems of one file, collected while it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place, Problem, Severity

from .rules import RULES

_MOST_OF_A_RULE = 50


class Problems:
    """Collects what is wrong with the file at `path`, whose text is `text` (line ends folded).

    Of each rule the first fifty are kept: whoever mends those sees the next.
    """

    def __init__(self, path: ContentPath, text: str = "") -> None:
        """Begin with no problems."""
        self.path = path
        self.text = text
        self.found: list[Problem] = []
        self._counts: Counter[str] = Counter()

    def add(
        self,
        rule: str,
        offset: int,
        template: str,
        hint: str | None = None,
        values: Mapping[str, str | int] | None = None,
    ) -> None:
        """Report a broken rule at a code point of the text (-1: the file as a whole)."""
        if self.enough(rule):
            return
        given = values or {}
        self.report(rule, offset, Message(template, given), Message(hint, given) if hint else None)

    def report(self, rule: str, offset: int, message: Message, hint: Message | None = None) -> None:
        """Report a broken rule whose message is already made."""
        self._counts[rule] += 1
        self.found.append(Problem(rule, self.place(offset), message, hint, RULES[rule].severity))

    def enough(self, rule: str) -> bool:
        """Return whether no more problems of this rule are kept, so that no hint need be computed."""
        return self._counts[rule] >= _MOST_OF_A_RULE

    def place(self, offset: int) -> Place:
        """Return the line and column, both from 1, of a code point."""
        if offset < 0:
            return Place(self.path)
        line_start = self.text.rfind("\n", 0, offset) + 1
        return Place(self.path, self.text.count("\n", 0, offset) + 1, offset - line_start + 1)

    @property
    def blocking(self) -> bool:
        """Whether any problem found is an error."""
        return any(problem.severity is Severity.ERROR for problem in self.found)


def problem_at(path: str, rule: str, template: str, hint: str | None = None) -> Problem:
    """Return a problem with a file as a whole."""
    place = Place(ContentPath(path))
    return Problem(rule, place, Message(template), Message(hint) if hint else None, RULES[rule].severity)
