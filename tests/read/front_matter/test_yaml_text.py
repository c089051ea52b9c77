"""YAML as people write it: the text of every value at its place, and errors in words that never quote it."""

from typing import Any

import pytest

from proefpraktijk.model.paths import ContentPath
from proefpraktijk.read.front_matter.yaml_text import Pairs, comments_in, load_yaml
from proefpraktijk.read.problems import Problems
from proefpraktijk.read.values.written_text import Written


def load(text: str) -> tuple[Any, list[str]]:
    """Return what YAML holds, and `line:column: RULE` of each problem."""
    problems = Problems(ContentPath("content/x.yml"), text)
    found = load_yaml(0, len(text), problems)
    return found, [f"{problem.place.line}:{problem.place.column}: {problem.rule}" for problem in problems.found]


def value_of(text: str) -> Any:
    """Return the value of the only key, which nothing is wrong with."""
    found, rules = load(text)
    assert rules == []
    ((_key, value),) = found
    return value


@pytest.mark.parametrize(
    ("text", "value", "source"),
    [
        ("a: nee\n", "nee", "nee"),
        ("a: 12-11-2025 # dan\n", "12-11-2025", "12-11-2025"),
        ("a: een twee  \n", "een twee", "een twee"),
        ("a: 'een'\n", "een", "een"),
        ('a: "5/6"\n', "5/6", "5/6"),
        ("é😀: één\n", "één", "één"),
        ("a: '25-'26\n", "’25-’26", "'25-'26"),
        ("a: [ '25-'26, x]\n", "’25-’26", "'25-'26"),
    ],
)
def test_a_value_is_the_text_at_its_place(text: str, value: str, source: str) -> None:
    """Quotes are not part of it; the range is exact, in code points."""
    written = value_of(text)
    written = written[0] if isinstance(written, list) else written
    assert isinstance(written, Written)
    assert (str(written), text[written.start : written.end]) == (value, source)


@pytest.mark.parametrize(
    "text", ["a: 'het''s'\n", 'a: "een\\ttwee"\n', "a: |\n  een\n  twee\n", "a: een\n  twee\n", 'a: "é\\x41"\n']
)
def test_a_value_that_yaml_changes_has_a_range_of_another_length(text: str) -> None:
    """Escapes, doubled quotes and folded lines: equal lengths would say that the text is there letter by letter."""
    written = value_of(text)
    assert written.end - written.start != len(written)
    assert text[written.start : written.end].strip()


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_none(nothing: str) -> None:
    """The forms of nothing in YAML; between quotes they are text."""
    assert value_of(f"a: {nothing}\n") is None
    assert value_of(f"a: '{nothing}'\n") == nothing


def test_a_mapping_is_its_pairs_in_order() -> None:
    """Keys given twice are there twice, each at its place; a list in a key is no key."""
    found, rules = load("b: 1\na: 2\nb: 3\n")
    assert isinstance(found, Pairs)
    assert [(str(key), key.start, str(value)) for key, value in found] == [("b", 0, "1"), ("a", 5, "2"), ("b", 10, "3")]
    assert (found.start, rules) == (0, [])
    strange = load("? [x]\n: y\n")[0]
    assert [(str(key), key.start) for key, _value in strange] == [("", 2)]


@pytest.mark.parametrize(
    ("text", "expected", "words"),
    [
        ("a: b: c\n", "1:5: PP203", "There is a colon too many on this line."),
        ("a: 1\n\tb: 2\n", "2:1: PP203", "This line is indented with a tab."),
        ("a: @jan\n", "1:4: PP203", "Text cannot begin with this sign here."),
        ("a: 'jan\nb: 1\n", "1:4: PP203", "A quotation mark is not closed."),
        ("a: 1\nb: [jan\n", "2:4: PP203", "A list between brackets is not closed, or lacks a comma."),
        ("[" * 20 + "]" * 20, "1:1: PP203", "This is nested too deeply."),
        ("a: 1\n---\nb: 2\n", "2:1: PP203", "A line of three hyphens stands in the middle."),
        ("a: &jan 1\n", "1:4: PP205", "Text that begins with &, * or ! means something else in YAML."),
        ("a: *jan\n", "1:4: PP205", "Text that begins with &, * or ! means something else in YAML."),
        ("a: !jan\n", "1:4: PP205", "Text that begins with &, * or ! means something else in YAML."),
        ("a: !<jan\n", "1:4: PP205", "Text that begins with &, * or ! means something else in YAML."),
        ("a: & jan\n", "1:4: PP205", "Text that begins with &, * or ! means something else in YAML."),
        ("a: x\nb: ja\x85n\u0001\n", "2:8: PP105", "This file holds a control character."),
        ("- a\nb: 1\n", "2:1: PP203", "This is not valid YAML."),
    ],
)
def test_each_mistake_of_yaml_has_words_and_a_place(text: str, expected: str, words: str) -> None:
    """What is not closed is reported where it opens; the text itself, which may be a name, is never repeated."""
    problems = Problems(ContentPath("content/x.yml"), text)
    assert load_yaml(0, len(text), problems) is None
    (problem,) = problems.found
    assert (f"{problem.place.line}:{problem.place.column}: {problem.rule}", problem.message.template) == (
        expected,
        words,
    )
    assert "jan" not in repr(problem)


def test_only_the_given_part_is_read() -> None:
    """Places count from the beginning of the text, and what comes after the part does not matter."""
    text = "---\na: 1\n---\n[\n"
    problems = Problems(ContentPath("content/x.md"), text)
    ((key, value),) = load_yaml(3, 9, problems)
    assert (key.start, value.start, problems.found) == (4, 7, [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# van Jan\na: 1 # en Piet\nb: c#d\n", ["# van Jan", "# en Piet"]),
        ("#", ["#"]),
        ("a: 1\n", []),
    ],
)
def test_comments(text: str, found: list[str]) -> None:
    """At the beginning of a line or after white space, to the end of the line, with its place."""
    comments = comments_in(text, 0, len(text))
    assert [comment.value for comment in comments] == found
    assert [text[comment.start : comment.end] for comment in comments] == found
