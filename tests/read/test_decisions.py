"""Decisions: where each stands, and new ones added to a file whose every byte stays."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from endtoend.work import work_of
from laws import examples
from proefpraktijk.model.corpus import Decision
from proefpraktijk.read import json_schemas, parse_decisions, with_decisions
from proefpraktijk.read.front_matter.forms import from_values

FIELDS = {"action": "clear", "text": "Wereldspel", "reason": "een lespakket", "by": "ib'er", "date": "2026-01-02"}
ENTRY = "- besluit: vrijgeven\n  tekst: a\n  reden: b\n  door: c\n  datum: 2026-01-01\n"


def _decision(**more: str) -> Decision:
    return from_values(Decision, FIELDS | more)


def test_each_decision_knows_its_line_and_column() -> None:
    """Also below a comment, and in a list under a key; the place is no part of what the decision says."""
    found, problems = parse_decisions(f"# wij\n{ENTRY}\n# en\n{ENTRY}".encode())
    assert not problems
    assert [(d.place.path, d.place.line, d.place.column) for d in found] == [
        ("content/decisions.yml", 2, 3),
        ("content/decisions.yml", 9, 3),
    ]
    assert "place" not in json_schemas()["decision"]["properties"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "- besluit: vrijgeven\n  tekst: Wereldspel\n  geldt voor: alles\n"),
        ("# van ons\n", "# van ons\n- besluit: vrijgeven\n"),
        (ENTRY.rstrip(), ENTRY + "- besluit: vrijgeven\n"),
        (ENTRY + "# einde", ENTRY + "# einde\n- besluit: vrijgeven\n"),
        ("- {action: clear, text: a, reason: b, by: c, date: 2026-01-01}\n", "\n- action: clear\n  text: Wereldspel\n"),
        ("besluiten:\n", "besluiten:\n  - besluit: vrijgeven\n    tekst: Wereldspel\n"),
        ("decisions:\n- action: clear\n  text: a\n  reason: b\n  by: c\n  date: 2026-01-01\n", "01\n- action: clear\n"),
        ("[]", '[\n{"besluit": "vrijgeven", "tekst": "Wereldspel"'),
        (
            '[{"action": "clear", "text": "a", "reason": "b", "by": "c", "date": "2026-01-01"}]\n',
            '},\n{"action": "clear"',
        ),
        ("\ufeff" + ENTRY.replace("\n", "\r\n"), "01\r\n- besluit: vrijgeven\r\n  tekst: Wereldspel\r\n"),
    ],
)
def test_a_decision_is_added_in_the_form_of_the_file(before: str, after: str) -> None:
    """Block or flow, Dutch or English, with its own indentation and line ends; what was there stays, byte for byte."""
    written = with_decisions(before.encode(), [_decision()], "nl").decode()
    assert after in written
    kept = before.rstrip().removesuffix("]")
    assert written.startswith(kept)
    decisions, problems = parse_decisions(written.encode())
    assert not problems
    assert decisions[-1].text.value == "Wereldspel"


WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1).map(
    lambda text: " ".join(text.split()) or "x"
)


@settings(max_examples=examples(60))
@given(
    texts=st.lists(st.tuples(WORDS, WORDS, st.sampled_from(["all", "content/reports/a b.md"])), min_size=1, max_size=4),
    language=st.sampled_from(["nl", "en"]),
    form=st.sampled_from(["", "# x\n", ENTRY, "[]", "besluiten: []\n"]),
)
def test_what_is_added_is_read_back(texts: list[tuple[str, str, str]], language: str, form: str) -> None:
    """Whatever signs are in it."""
    new = [_decision(text=text, before=around, after=around, scope=scope) for text, around, scope in texts]
    found, problems = parse_decisions(with_decisions(form.encode(), new, language))
    assert not problems
    for was, now in zip(new, found[-len(new) :], strict=True):
        assert (now.text.value, now.before.value, now.after.value, now.scope, now.date) == (
            was.text.value, was.before.value, was.after.value, was.scope, was.date
        )  # fmt: skip


def test_a_file_of_comments_holds_no_decision() -> None:
    """So that the last one can be taken out."""
    assert parse_decisions(b"# hier komen besluiten\n") == ((), [])


def test_thousands_are_read_with_work_in_proportion() -> None:
    """Each is found at its own line, and twice as many are twice as much work."""
    many = [_decision(text=f"Woord{a}{b}") for a in string.ascii_lowercase for b in "abcdefghijklmnopqrstuvwxy"]
    written = with_decisions(b"", many, "nl")
    decisions, problems = parse_decisions(written)
    assert not problems
    assert [d.place.line for d in decisions] == list(range(1, 6 * len(many), 6))
    half = with_decisions(b"", many[: len(many) // 2], "nl")
    assert work_of(lambda: parse_decisions(written)) < 2.5 * work_of(lambda: parse_decisions(half))
