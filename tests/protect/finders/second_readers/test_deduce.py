"""Deduce as a second reader: what it adds, that it is shut in, and that no text makes it stumble."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import proefpraktijk
from endtoend.work import work_of
from laws import examples
from proefpraktijk.model.safe import HoldKind, Publication
from proefpraktijk.protect.finders.second_readers.deduce import DeduceLayer
from protect.support import airlock, decision, report, roster, state

NAMES = (
    "Sanne",
    "de",
    "van der",
    "Wit",
    "Jurre",
    "J.",
    "juf",
    "Ede",
    "-",
    "'s",
    "Ümit",
    "VELDE",
    "\n",
    "é",
    "(",
    "12",
    ". ",
)


def tagged(text: str) -> list[tuple[str, HoldKind]]:
    """Return what Deduce alone holds in `text`."""
    seen = state(text)
    return [(seen.view.text[found.start : found.end], found.kind) for found in DeduceLayer().find(seen)]


def test_persons_and_places_are_held_whole_and_terms_are_not() -> None:
    """A name of several words is one doubt; a test everybody uses is none."""
    assert tagged("Gisteren sprak Sanne de Wit met Jurre over de Cito in Ede.") == [
        ("Sanne de Wit", HoldKind.PERSON),
        ("Jurre", HoldKind.PERSON),
        ("Ede", HoldKind.PLACE),
    ]


def test_a_name_stays_within_its_block() -> None:
    """The heading above a name does not become a part of it."""
    assert tagged("Taartjes\n\nSanne de Wit kwam.") == [("Sanne de Wit", HoldKind.PERSON)]


def test_only_what_nobody_has_explained_is_held() -> None:
    """What the roster replaces and what a reviewer cleared stays as it is, also inside what Deduce tags."""
    text = "We zaten met Sanne de Wit in de kring."
    people = roster("Sanne Kamphof")
    cleared = decision("clear", "de Wit")
    passed = airlock(people, cleared, second_readers="deduce").report(report(text))
    assert passed.publication is Publication.PUBLISHED


def test_it_can_add_a_hold_to_what_our_own_layers_let_pass() -> None:
    """An ordinary word before a cleared name may be its first half; that is what a second reader is for."""
    text = "Taartjes Jansen was er ook."
    cleared = decision("clear", "Jansen")
    assert airlock(roster(), cleared).report(report(text)).holds == ()
    (hold,) = airlock(roster(), cleared, second_readers="deduce").report(report(text)).holds
    assert (hold.layer, text[hold.start : hold.end]) == ("deduce", "Taartjes")


SHUT_IN = """
import logging, warnings
before = list(warnings.filters)
from proefpraktijk.protect.finders.second_readers.deduce import _reader
found = _reader()("Daar is Sanne de Wit.")
assert [(start, end) for start, end, _ in found] == [(8, 20)]
root = logging.getLogger()
assert (root.level, root.handlers, warnings.filters) == (logging.WARNING, [], before)
root.debug("Sanne")
"""


def test_nothing_is_said_set_or_written() -> None:
    """Importing and running it leaves the output, all logging, the filters of warnings and its own folder as they were."""
    package = Path(str(find_spec("deduce").submodule_search_locations[0]))
    before = {file for file in package.rglob("*") if file.suffix != ".pyc"}
    environment = {**os.environ, "PYTHONPATH": str(Path(proefpraktijk.__file__).parents[1]), "PYTHONWARNINGS": ""}
    done = subprocess.run([sys.executable, "-c", SHUT_IN], capture_output=True, text=True, env=environment, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert {file for file in package.rglob("*") if file.suffix != ".pyc"} == before


def test_an_absent_deduce_is_told_and_nothing_else_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A community that asks for what is not installed gets one problem."""
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    (problem,) = airlock(roster(), second_readers="deduce").problems
    assert problem.rule == "PP515"


def test_a_row_of_names_is_work_in_proportion() -> None:
    """Twice the names are twice the work: for Deduce by itself it would be four times as much, of which some is slower."""

    def work(names: int) -> int:
        seen = state("Sanne " * names)
        return work_of(lambda: list(DeduceLayer().find(seen)))

    assert list(DeduceLayer().find(state("Sanne " * 50)))
    assert work(200) < 2.5 * work(100)


@settings(max_examples=examples(30))
@given(st.lists(st.sampled_from(NAMES) | st.text(max_size=6), max_size=30).map(" ".join))
def test_no_text_makes_it_stumble(text: str) -> None:
    """Whatever stands there, what is held are words of the text, and no exception gets out."""
    seen = state(text)
    for found in DeduceLayer().find(seen):
        assert 0 <= found.start < found.end <= len(seen.view.text)
        assert seen.view.text[found.start : found.end].strip()
