"""Every form of a name in every place of a site: replaced, left out or held, never found in what goes out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

import pytest

from attack.conftest import Attacked
from attack.elsewhere import FILES, SESSIONS, SETTINGS
from attack.forms import PLAIN, STRANGE, WRITTEN_IN_MARKDOWN
from attack.others import WRITTEN
from attack.places import ALONE, FRONT, LINES, OUT_OF_SIGHT, STRANGE_PLACES
from attack.planting import NOUNS, Plant

_MARK = re.compile(rf"\b[1-9]\d (?:{'|'.join(NOUNS)})\b")
_DESCRIPTOR = re.compile(r"\[[A-Za-z][^\[\]<>]{2,30}\]")

NOT_BY_ITS_LETTERS = {
    "initials",
    "initials without stops",
    "an asterisk for a letter",
    "a figure for a letter",
    "a letter missing",
    "a letter doubled",
    "letters swapped",
    "another letter",
    "a letter missing, small",
    "backwards",
    "shortened",
    "right to left",
    "school in two words",
    "a picture inside",
}
"""Forms that no search for the letters of a name can find: what becomes of their reports is all that tells."""


@pytest.fixture(scope="module")
def found(attacked: Attacked) -> dict[str, set[str]]:
    """Give what an independent search finds in the site and in the staging folder: file → what was planted."""
    return attacked.search().in_folder(attacked.root / "site", attacked.root / "build")


def test_everything_is_planted(attacked: Attacked) -> None:
    """Thousands of names, each in its own place, written in the file that it is about."""
    forms, places = {p.form for p in attacked.plants}, {p.place for p in attacked.plants}
    assert len(attacked.plants) > 2_000
    assert forms >= {*PLAIN, *WRITTEN_IN_MARKDOWN, *STRANGE, *WRITTEN}
    assert places >= {*LINES, *OUT_OF_SIGHT, *FRONT, *ALONE, *FILES, *SESSIONS, *SETTINGS}
    for plant in attacked.plants:
        data = plant.file.encode() + (attacked.root / plant.file).read_bytes()
        written = plant.written.encode()
        assert written in data or written.replace(b"'", b"''") in data, plant.called
    people = [plant.secrets for plant in attacked.plants if plant.form not in WRITTEN]
    assert len({name for names in people for name in names}) == 2 * len(people)


def test_the_search_finds_what_is_there(attacked: Attacked) -> None:
    """In what people wrote, the search finds every name of which the letters stand there at all."""
    found = attacked.search().in_folder(attacked.root / "content")
    seen = set().union(*found.values())
    assert not {plant.called for plant in attacked.plants if plant.form not in NOT_BY_ITS_LETTERS} - seen


def test_no_planted_name_goes_out(found: dict[str, set[str]]) -> None:
    """Not in any byte and not in any file's name, however it is decoded, with or without what stands between."""
    leaks: dict[str, list[str]] = defaultdict(list)
    for file, names in found.items():
        for name in names:
            leaks[name].append(file)
    assert not leaks


def test_no_planted_name_is_told(attacked: Attacked) -> None:
    """Neither the build nor the check says one."""
    assert attacked.outcome.said.code == 0, attacked.outcome.said.text
    assert not attacked.search().in_text(attacked.outcome.said.text + attacked.outcome.checked.text)


@pytest.fixture(scope="module")
def beside(attacked: Attacked) -> dict[str, list[str]]:
    """Give for every mark on the site what stands around it, up to the marks on both sides."""
    around: dict[str, list[str]] = defaultdict(list)
    for page in (attacked.root / "site").rglob("*.html"):
        text = unescape(page.read_text(encoding="utf-8"))
        marks = list(_MARK.finditer(text))
        edges = [0, *(edge for mark in marks for edge in mark.span()), len(text)]
        for at, mark in enumerate(marks):
            start, end = max(edges[2 * at], mark.start() - 400), min(edges[2 * at + 3], mark.end() + 400)
            around[mark[0]].append(text[start:end])
    return around


def _states(attacked: Attacked) -> Iterator[tuple[Plant, str]]:
    """Yield what became of each plant's file: held, refused, or published (as far as such a file is)."""
    told: dict[str, str] = {}
    for row in attacked.outcome.checked.rows:
        path = unquote(row["path"])
        if row["rule"].startswith("HOLD"):
            told[path] = "held"
        elif row["rule"] not in _WARNINGS:
            told.setdefault(path, "refused")
    for plant in attacked.plants:
        yield plant, told.get(plant.file, "published")


_WARNINGS = {"PP401", "PP402", "PP403", "PP404"}


def test_each_name_reaches_its_place(attacked: Attacked, beside: dict[str, list[str]]) -> None:
    """Beside the place of a name that was replaced its mark can be read, with a descriptor; other files are not there."""
    states = list(_states(attacked))
    for plant, state in states:
        if plant.shown and state == "published":
            assert any(_DESCRIPTOR.search(text) for text in beside.get(plant.mark, ())), plant.called
        elif state != "published":
            assert plant.mark not in beside, plant.called
    assert Counter(state for _plant, state in states)["published"] > 1_500


def test_ordinary_forms_stop_no_report(attacked: Attacked) -> None:
    """A name on the roster, as people write it, is replaced without a question."""
    easy = {*PLAIN, *WRITTEN_IN_MARKDOWN}
    stopped = {
        p.called: state
        for p, state in _states(attacked)
        if p.place in LINES and p.form in easy and state != "published"
    }
    assert not stopped


@pytest.mark.parametrize("form", STRANGE)
def test_a_strange_form(attacked: Attacked, form: str) -> None:
    """In every place it comes to the same: it is replaced, or held at the line where it stands."""
    ends = {
        plant.place: (plant, state)
        for plant, state in _states(attacked)
        if (plant.form, plant.place in STRANGE_PLACES) == (form, True)
    }
    lines = defaultdict(set)
    for row in attacked.outcome.checked.rows:
        lines[row["path"]].add(int(row["line"]))
    for plant, state in ends.values():
        assert state in {"published", "held"}, plant.called
        if state == "held":
            text = (attacked.root / plant.file).read_text(encoding="utf-8")
            first = text[: text.index(plant.written)].count("\n") + 1
            assert lines[plant.file] & {*range(first, first + plant.written.count("\n") + 1)}, plant.called
