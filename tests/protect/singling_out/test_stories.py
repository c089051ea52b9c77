"""Golden sentences: what a reviewer is asked to look at. The file's name says of what kind they are."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest
import yaml

import proefpraktijk.protect.singling_out
from proefpraktijk.model.corpus import Entry, PageMatter
from proefpraktijk.model.text import RawText
from proefpraktijk.protect import Airlock
from proefpraktijk.protect.singling_out.stories import KINDS
from protect.support import airlock, decision, report, roster

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
PEOPLE = ("Daan Wesselink", "Saar Terlouw")
SCHOOLS = ({"name": "De Wilgenhof"},)


def _about_people(lock: Airlock, text: str) -> list[str]:
    notices = lock.report(report(text)).notices
    return [f"{notice.kind}: {text[notice.start : notice.end]}" for notice in notices]


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_sentences(file: Path) -> None:
    """Of each sentence exactly what the file names is told."""
    lock = airlock(roster(*PEOPLE, schools=SCHOOLS))
    cases = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert {text: _about_people(lock, text) for text in cases} == cases


def test_each_thing_is_told_once() -> None:
    """What comes back in a document is told at its first place; two things of one kind in one sentence are one."""
    text = "Hij is gevlucht. Toen hij gevlucht was, sprak hij Pools. Daan spreekt Pools en Turks."
    assert _about_people(airlock(roster(*PEOPLE)), text) == ["origin: gevlucht", "origin: Pools"]


def test_what_is_replaced_is_not_told() -> None:
    """The reader does not see it, so nobody needs to look."""
    lock = airlock(roster(*PEOPLE), decision("redact", "de manege", replacement="een club"))
    assert _about_people(lock, "Zij zit op de manege.") == []


def test_a_sentence_that_was_seen_is_told_again_when_it_changes() -> None:
    """Having looked at it is bound to the whole sentence, in this document."""
    seen = "Hij komt uit Syrië en lacht veel."
    lock = airlock(roster(*PEOPLE), decision("seen", seen))
    assert _about_people(lock, f"Daan is er. {seen} Zij is geadopteerd.") == ["family: geadopteerd"]
    assert _about_people(lock, "Daan is er. Hij komt uit Syrië en lacht nooit.") == ["origin: Syrië"]


def test_only_reports_and_interviews_are_looked_at() -> None:
    """A notice holds nothing up: the report is published. A report that is withdrawn has none, nor has a page."""
    lock = airlock(roster(*PEOPLE))
    entry = report("Hij heeft ADHD.")
    page = Entry(PageMatter(title=RawText("Over leren")), entry.body, entry.source)
    assert lock.inspect(page).notices == ()
    passed = lock.report(report("Hij heeft ADHD."))
    assert (passed.publication.value, len(passed.notices)) == ("published", 1)
    assert lock.report(report("Hij heeft ADHD.", withdrawn=True)).notices == ()


def test_a_long_sentence_without_an_end_is_told_and_can_be_seen() -> None:
    """Where a sentence is cut off for its length it is cut between words, so that a decision on it fits."""
    text = f"{'heen en weer ' * 40}hij heeft ADHD{' weer en heen' * 40}"
    lock = airlock(roster(*PEOPLE))
    entry = report(text)
    (story,) = lock.inspect(entry).stories
    left, right = story.sentence
    shown = lock.inspect(entry).detection.state.view.text[left:right]
    again = airlock(roster(*PEOPLE), decision("seen", shown))
    assert again.report(entry).notices == ()


def test_every_line_of_the_data_has_a_kind_and_a_reason() -> None:
    """A kind that is misspelt would only be noticed when its phrase is met."""
    lines = (
        (resources.files(proefpraktijk.protect.singling_out) / "data/stories.txt")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    rows = [line.split("\t") for line in lines if "\t" in line and not line.startswith("# ")]
    assert {kind for _, kind, _ in rows} == {*KINDS, "geen"}
    assert all(phrase.strip() and reason.strip() for phrase, _, reason in rows)
