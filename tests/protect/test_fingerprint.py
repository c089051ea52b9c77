"""The key of what is remembered: it changes with every input, and no name can be recognised in it."""

from __future__ import annotations

from typing import Any

import pytest

from proefpraktijk.model.text import RawText
from proefpraktijk.model.vocabulary import DecisionAction
from proefpraktijk.protect.fingerprint import fingerprint_of
from protect.support import decision, roster


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (RawText("Daan"), RawText("Saar")),
        (roster("Daan Smit"), roster("Saar Smit")),
        (roster("Daan Smit"), roster("Daan Smit", "Saar Smit")),
        (roster({"name": "Daan", "role": "leerling"}), roster({"name": "Daan", "role": "leerkracht"})),
        (roster({"name": "Daan", "role": "expert"}), roster({"name": "Daan", "role": "expert", "public": True})),
        (decision("clear", "Sprinkels"), decision("redact", "Sprinkels")),
        (decision("clear", "Sprinkels", before="wij"), decision("clear", "Sprinkels", after="wij")),
        (DecisionAction.CLEAR, DecisionAction.REDACT),
        (("a", ("b", "c")), (("a", "b"), "c")),
        (("ab", "c"), ("a", "bc")),
        (("a", "b"), ("b", "a")),
        ({"a": 1}, {"a": 2}),
        (frozenset(("a",)), frozenset(("a", "b"))),
        (1, 2),
        ("1", 1),
    ],
)
def test_it_changes_with_what_it_is_made_of(one: Any, other: Any) -> None:
    """Texts, models, numbers, and which of them stand together."""
    assert fingerprint_of(one) != fingerprint_of(other)
    assert fingerprint_of(one) == fingerprint_of(one)


def test_what_is_equal_has_one_fingerprint() -> None:
    """In whatever order a set or a mapping was made, and wherever in its file a text stood."""
    assert fingerprint_of({"a": 1, "b": 2}) == fingerprint_of({"b": 2, "a": 1})
    assert fingerprint_of(frozenset("abc")) == fingerprint_of(frozenset("cab"))
    assert fingerprint_of(RawText("Daan", 3, 7)) == fingerprint_of(RawText("Daan"))


def test_it_holds_nothing_of_a_name() -> None:
    """Forty hexadecimal figures."""
    made = fingerprint_of(roster("Daan"))
    assert len(made) == 40
    assert set(made) <= set("0123456789abcdef")
