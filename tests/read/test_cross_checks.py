"""What shared documents must not do to each other: one meaning for a word, no circle, no session twice."""

from collections.abc import Mapping

import pytest

from proefpraktijk.model.corpus import SessionMatter, ThemeMatter
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.read.cross_checks import check_sessions, check_themes
from proefpraktijk.read.document import open_document


def problems_of_themes(themes: Mapping[str, str]) -> list[str]:
    """Return `id:line:column: RULE` of each problem of themes with these lines of front matter."""
    opened = [
        open_document(ThemeMatter, ContentPath(f"content/themes/{name}.md"), f"---\n{lines}\n---\nTekst.\n".encode())
        for name, lines in themes.items()
    ]
    check_themes(opened)
    found = [problem for document in opened for problem in document.problems.found]
    return [
        f"{str(problem.place).removeprefix('content/themes/').replace('.md', '')}: {problem.rule}" for problem in found
    ]


def theme(label: str, more: str = "") -> str:
    """Return the front matter of a theme."""
    return f"label: {label}\ndefinition: Dat.\n{more}"


@pytest.mark.parametrize("more", ["aliases: [Kijken, KLAS]", "aliases: kijken, klas"])
def test_a_word_belongs_to_one_theme(more: str) -> None:
    """A label and an alias are one kind of word; the later file is reported, at the word itself."""
    column = {"[": 19, "k": 18}[more[9]]
    found = problems_of_themes({"een": theme("Klas"), "twee": theme("Groep", more)})
    assert found == [f"twee:4:{column}: PP305"]


def test_a_theme_may_repeat_itself() -> None:
    """The same word twice in one theme is no clash."""
    assert problems_of_themes({"een": theme("Klas", "aliases: klas, KLAS")}) == []


def test_the_words_of_a_theme_that_is_refused_are_not_compared() -> None:
    """What it was meant to be is not known: only its own mistake is reported."""
    assert problems_of_themes({"een": theme("Klas", "kleur: x"), "twee": theme("Klas")}) == ["een:4:1: PP206"]


@pytest.mark.parametrize(
    ("broader", "expected"),
    [
        ({"a": "a"}, ["a:4:10: PP304"]),
        ({"a": "b", "b": "a"}, ["a:4:10: PP304"]),
        ({"c": "b", "b": "d", "d": "c"}, ["b:4:10: PP304"]),
        ({"a": "b", "b": "c", "c": "b"}, ["b:4:10: PP304"]),
        ({"a": "b", "b": "c"}, []),
        ({"a": "c", "b": "c"}, []),
        ({"a": "a", "b": "b"}, ["a:4:10: PP304", "b:4:10: PP304"]),
    ],
)
def test_a_circle_is_reported_once(broader: dict[str, str], expected: list[str]) -> None:
    """At the first theme of the circle by id, also when other themes lead into it."""
    names = sorted({*broader, *broader.values()})
    themes = {name: theme(name, f"broader: {broader[name]}" if name in broader else "") for name in names}
    assert problems_of_themes(themes) == expected


@pytest.mark.parametrize(
    ("name", "fits"), [("samen-leren", True), ("hgw2", True), ("Samen", False), ("a--b", False), ("é", False)]
)
def test_the_name_of_a_theme_file_is_an_id(name: str, *, fits: bool) -> None:
    """Small letters, figures and single hyphens."""
    assert problems_of_themes({name: theme("Een")}) == ([] if fits else [f"{name}:0:0: PP226"])


def test_the_first_session_of_a_number_counts() -> None:
    """The second file of a number is reported at the number; one that is refused takes no number."""
    line = "---\ntitle: x\nnumber: {}\nschool_year: 2025-2026\ndate: 2025-09-24\n---\nTekst.\n"
    opened = [
        open_document(SessionMatter, ContentPath(f"content/sessions/{name}.md"), line.format(number).encode())
        for name, number in (("a", "x"), ("b", "1"), ("c", "1"), ("d", "2"))
    ]
    known = check_sessions(opened)
    assert {str(number): document.problems.path for number, document in known.items()} == {
        "2025-2026-1": "content/sessions/b.md",
        "2025-2026-2": "content/sessions/d.md",
    }
    found = [(str(problem.place), problem.rule) for document in opened for problem in document.problems.found]
    assert found == [("content/sessions/a.md:3:9", "PP222"), ("content/sessions/c.md:3:9", "PP311")]
