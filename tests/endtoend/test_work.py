"""The measure of work is one: what grows with the square of its input is seen, whatever it is made of."""

from __future__ import annotations

import re

from endtoend.work import ends_within_budget, work_of


def test_steps_grow_as_the_work_does() -> None:
    """A loop, calls of C functions and a comprehension on one line count, and the same work counts the same."""

    def pairs(size: int) -> None:
        for one in range(size):
            [abs(one - other) for other in range(size)]

    assert work_of(lambda: pairs(40)) == work_of(lambda: pairs(40))
    assert 3.5 < work_of(lambda: pairs(40)) / work_of(lambda: pairs(20)) < 4.5


def test_what_does_not_end_is_seen() -> None:
    """Also within one call of C; what ends is told from what fails."""
    assert ends_within_budget(lambda: re.search("(a+)+b", "a" * 10))
    assert not ends_within_budget(lambda: re.search("(a+)+b", "a" * 60), seconds=1)
    assert not ends_within_budget(lambda: 1 // 0)
