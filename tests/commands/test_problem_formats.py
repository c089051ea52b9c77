"""How problems, holds and notices are shown: the order, the words, and the escapes of each format."""

from __future__ import annotations

import json

import pytest

from proefpraktijk import __version__
from proefpraktijk.model.notice import Notice, StoryKind
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place, Problem, Severity
from proefpraktijk.model.safe import Hold, HoldKind
from proefpraktijk.problem_formats import FORMATS, failing, rows
from proefpraktijk.rule_book import ALL_RULES
from proefpraktijk.wording import Wording

FILE = ContentPath("content/reports/50% a,b:c.md")
ENGLISH = Wording("en")
ERROR = Problem("PP801", Place(FILE, 3, 7), Message("no {what} at 100%: \r\nnone, so"), Message("do it: 50%,\nnow"))
WARNING = Problem("PP809", Place(FILE), Message("a warning"), severity=Severity.WARNING)
HOLD = Hold(Place(FILE, 2, 5), HoldKind.CAPITAL, "gate", Message("a capital"))
NOTICE = Notice("PP521", Place(FILE, 2, 9), StoryKind.HEALTH, Message("an illness"))
ROWS = rows([ERROR, WARNING], [HOLD], ENGLISH, notices=[NOTICE])


def at(path: str, line: int = 0, column: int = 0, rule: str = "PP801", text: str = "a") -> Problem:
    """Return a problem there."""
    return Problem(rule, Place(ContentPath(path), line, column), Message(text))


def test_sorted_by_place_each_once() -> None:
    """By path, line and column, then by rule and words; the same thing said twice is shown once."""
    in_order = [
        at("a"),
        at("a", 1, 2, "PP802"),
        at("a", 1, 10, "PP801", "a"),
        at("a", 1, 10, "PP801", "b"),
        at("a", 1, 10, "PP802", "a"),
        at("a", 2),
        at("b"),
    ]
    shown = rows([*reversed(in_order), *in_order], (), ENGLISH)
    assert [(row.place, row.rule, row.text) for row in shown] == [
        (p.place, p.rule, p.message.template) for p in in_order
    ]


def test_what_each_thing_is_shown_as() -> None:
    """A problem by its own weight, a hold as an error of its kind, a notice as a warning with what to do about it."""
    assert [(row.rule, row.severity, row.text, row.hint is None) for row in ROWS] == [
        ("PP809", "warning", "a warning", True),
        ("HOLD-capital", "error", "a capital", True),
        ("PP521", "warning", "an illness", False),
        ("PP801", "error", "no {what} at 100%: \r\nnone, so", False),
    ]
    assert "review" in str(ROWS[2].hint)


def test_shown_paths_and_values() -> None:
    """Paths go through `shown`, in the place and in the values of message and hint; numbers do not."""
    path, given = ContentPath("content/x.md"), {"other": "content/x.md", "count": 2}
    problem = Problem("PP801", Place(path), Message("{other} {count}", given), Message("see {other}", given))
    (row,) = rows([problem], (), ENGLISH, shown=lambda path: path.replace("x", "…"))
    assert str(row) == "content/….md:0:0: PP801 content/….md 2 (see content/….md)"


def test_in_the_language_of_the_reader() -> None:
    """Message and hint are translated."""
    hint = Message("choose another name with --output")
    (row,) = rows([Problem("PP843", Place(FILE), Message("make it first"), hint)], (), Wording("nl"))
    assert (row.text, row.hint) == (Wording("nl").t("make it first"), Wording("nl").t(hint.template))
    assert row.text != "make it first"


def test_as_text() -> None:
    """One line each, as compilers write them, the hint in brackets."""
    text = FORMATS["text"](rows([WARNING, at("a", 1, 2)], (), ENGLISH))
    assert text == f"a:1:2: PP801 a\n{FILE}:0:0: PP809 a warning"
    assert FORMATS["text"](ROWS).endswith(" (do it: 50%,\nnow)")
    assert FORMATS["text"]([]) == ""


def test_as_json() -> None:
    """Everything by name, unescaped."""
    assert json.loads(FORMATS["json"](ROWS))[-1] == {
        "path": FILE,
        "line": 3,
        "column": 7,
        "rule": "PP801",
        "severity": "error",
        "message": "no {what} at 100%: \r\nnone, so",
        "hint": "do it: 50%,\nnow",
    }
    assert "één" in FORMATS["json"](rows([at("één")], (), ENGLISH))
    assert json.loads(FORMATS["json"]([])) == []


def test_as_github_annotations() -> None:
    """`%` and line ends are escaped everywhere, `:` and `,` in values too; a line is 1 at least (actions/toolkit)."""
    file = "file=content/reports/50%25 a%2Cb%3Ac.md"
    assert FORMATS["github"](ROWS).split("\n") == [
        f"::warning {file},line=1,col=1,title=PP809::a warning",
        f"::error {file},line=2,col=5,title=HOLD-capital::a capital",
        f"::warning {file},line=2,col=9,title=PP521::an illness ({ROWS[2].hint})",
        f"::error {file},line=3,col=7,title=PP801::no {{what}} at 100%25: %0D%0Anone, so (do it: 50%25,%0Anow)",
    ]


def test_as_sarif() -> None:
    """One run with a described rule for each that occurs; a place is a URI, and 1 at least."""
    log = json.loads(FORMATS["sarif"](ROWS))
    assert (log["version"], log["$schema"]) == ("2.1.0", "https://json.schemastore.org/sarif-2.1.0.json")
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"] == {
        "name": "proefpraktijk",
        "version": __version__,
        "rules": [
            {"id": rule, "shortDescription": {"text": ALL_RULES[rule].description}}
            for rule in ("HOLD-capital", "PP521", "PP801", "PP809")
        ],
    }
    first, *_, last = run["results"]
    assert first == {
        "ruleId": "PP809",
        "level": "warning",
        "message": {"text": "a warning"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "content/reports/50%25%20a%2Cb%3Ac.md"},
                    "region": {"startLine": 1, "startColumn": 1},
                }
            }
        ],
    }
    assert last["message"]["text"] == "no {what} at 100%: \r\nnone, so (do it: 50%,\nnow)"
    assert last["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 7}
    assert "één" in FORMATS["sarif"](rows([at("a", text="één")], (), ENGLISH))


@pytest.mark.parametrize(
    ("problems", "status"), [([], (False, False)), ([WARNING], (False, True)), ([WARNING, ERROR], (True, True))]
)
def test_when_a_check_fails(problems: list[Problem], status: tuple[bool, bool]) -> None:
    """At an error; strictly at anything."""
    found = rows(problems, (), ENGLISH)
    assert (failing(found), failing(found, strict=True)) == status


def test_a_hold_fails_a_check_and_a_notice_does_not() -> None:
    """Somebody must decide on a hold; a notice is for who wants to look."""
    assert failing(rows((), [HOLD], ENGLISH))
    assert not failing(rows((), (), ENGLISH, notices=[NOTICE]))
