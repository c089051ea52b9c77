"""Laws under attack: whoever is on the roster, and however a document writes them, in real Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from attack.forms import PLAIN, STRANGE, WRITTEN_IN_MARKDOWN, Person, bare
from attack.search import Search, letters
from laws import examples
from proefpraktijk.dutch.folding import clean
from proefpraktijk.dutch.lexicon import lexicon
from proefpraktijk.model.corpus import Report
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.safe import Publication
from proefpraktijk.protect.sealing.bodies import document_text_of
from proefpraktijk.read import parse_report
from proefpraktijk.wording import Wording
from protect.support import airlock, report, roster, shown
from read.conftest import make_codebook

LAWFUL = settings(max_examples=examples(80))
"""The same examples each time; `make test-long` attacks with others."""

EVERYDAY = ["De", "Wil", "An", "Roos", "Mees", "Door", "Bos", "Groen", "Kamp", "Storm", "Juf", "Van", "X", "Li"]
FOREIGN = ["Наташа", "محمد", "李明", "Ελένη", "नीना", "Ayşe", "Þórður", "Łukasz", "Nguyễn", "O'Neill", "Sjoerd-Jan"]
STRANGERS = st.text("abcdefghijklmnoprstuvwzéëïøłşıčñ", min_size=4, max_size=10).map(
    lambda word: f"{word.capitalize()}q"
)  # no word of ours
NAMES = st.one_of(STRANGERS, STRANGERS, st.sampled_from(FOREIGN), st.sampled_from(EVERYDAY))
LAST_NAMES = st.one_of(
    STRANGERS, STRANGERS, st.sampled_from(FOREIGN), st.sampled_from(["Bos", "Groen", "Kamp", "Storm", ""])
)
PEOPLE = st.builds(Person, NAMES, st.sampled_from(["", "", "van der", "de", "van 't", "El", "ten", "dos"]), LAST_NAMES)
FORMS = PLAIN | WRITTEN_IN_MARKDOWN | STRANGE
GLUE = st.sampled_from(["", "", "", "zie:", "(", "a/", "=", "—", "“", "1", "#", "_", "~", "http://", "de-", "…"])
WORDS = st.lists(
    st.sampled_from(["de", "groep", "las", "een", "boek", "en", "toen", "kwam", "iemand", "die", "rustig", "bij"]),
    max_size=4,
    unique=True,
).map(" ".join)
LINES = st.sampled_from(
    ["{}\n", "### {}\n", "- {}", "> {}\n", "| wie |\n| --- |\n| {} |\n", "`{}`\n", "![{}](../media/plein.jpg)\n"]
)
PATH = ContentPath("content/reports/a.md")
CODEBOOK = make_codebook()


@dataclass(frozen=True)
class Story:
    """A roster, and a report in Markdown about the people on it."""

    people: tuple[Person, ...]
    text: str

    @property
    def telling(self) -> set[str]:
        """The parts of names that are nothing but names, of five letters or more."""
        words = (
            word for person in self.people for part in (person.first, person.last) for word in re.split(r"\W+", part)
        )
        return {word for word in words if len(letters(word)) > 4 and not lexicon().knows(bare(word).lower())}


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Draw people, some of them twice, and a report that names them in all kinds of ways."""
    people = draw(st.lists(PEOPLE, min_size=1, max_size=5))
    lines = []
    for _ in range(draw(st.integers(1, 6))):
        person, form = draw(st.sampled_from(people)), draw(st.sampled_from(sorted(FORMS)))
        try:
            written = FORMS[form](person)
        except (IndexError, KeyError):  # too short a name for this form, or letters without a name of their own
            written = person.name
        lines.append(draw(LINES).format(f"{draw(WORDS)} {draw(GLUE)}{written} {draw(WORDS)}"))
    return Story(tuple(people + draw(st.lists(st.sampled_from(people), max_size=2))), "\n".join(lines))


def read(text: str) -> Report | None:
    """Return a report with this body, or None when it is refused."""
    front = "titel: Een les\njaargroep: 5\nbijeenkomst: 2025-2026-1\nkwadrant: socialiseren\nmembercheck: 2025-10-08\n"
    return parse_report(PATH, f"---\n{front}---\n\n{text}\n".encode(), CODEBOOK)[0]


@LAWFUL
@given(stories())
def test_no_name_on_the_roster_survives(story: Story) -> None:
    """What is published holds no part of a name that is no ordinary word: not whole, not spelled, not in disguise."""
    entry = read(story.text)
    assume(entry is not None and story.telling)
    passed = airlock(roster(*(person.name for person in story.people))).report(entry)
    if passed.safe is not None:
        search = Search({name: (name,) for name in story.telling})
        assert not search.in_text(f"{passed.safe.title}\n{passed.safe.slug}\n{shown(passed.safe.body)}")


@LAWFUL
@given(stories())
def test_what_went_out_may_come_in_again(story: Story) -> None:
    """A published text goes through the same airlock unchanged and without a hold."""
    entry = read(story.text)
    assume(entry is not None)
    lock = airlock(roster(*(person.name for person in story.people)))
    passed = lock.report(entry)
    assume(passed.safe is not None)
    once = shown(passed.safe.body)
    again = lock.report(report(once))
    assert again.publication is Publication.PUBLISHED
    assert shown(again.safe.body) == once


@LAWFUL
@given(stories(), st.data())
def test_every_stretch_of_a_document_leads_back(story: Story, data: st.DataObject) -> None:
    """What a reader sees in a stretch is what stands at its place in the file, cleaned; it is never outside its run."""
    entry = read(story.text)
    assume(entry is not None)
    view = document_text_of((), entry.body)
    source = entry.source.text
    last = -1
    for segment in view.segments:
        if not segment.text:
            continue
        left = data.draw(st.integers(0, len(segment.text) - 1))
        right = data.draw(st.integers(left + 1, len(segment.text)))
        start, end = view.source(segment.start + left, segment.start + right)
        raw = segment.raw
        assert last <= raw.start <= start <= end <= raw.end <= len(source)
        if source[raw.start : raw.end] == raw.value:
            assert clean(source[start:end])[0] == segment.text[left:right].replace("\u2029", " ") or segment.origin
        last = raw.start


@LAWFUL
@given(
    st.lists(WORDS.filter(bool), min_size=1),
    st.sampled_from(["\u200b", "\u00ad", "\u2060", "\u0301", "\ufe0f", "\u202e", ""]),
)
def test_ordinary_text_is_published_as_it_was_cleaned(words: list[str], speck: str) -> None:
    """Without names nothing is changed, but for what nobody can see."""
    text = f"toen {speck.join(' '.join(words))}"
    passed = airlock(roster("Daan Wesselink")).report(report(text))
    if speck != "\u0301":
        assert passed.safe is not None
    if passed.safe is not None:
        assert shown(passed.safe.body) == clean(text)[0]


@LAWFUL
@given(stories())
def test_a_hold_and_a_message_tell_no_name(story: Story) -> None:
    """Nothing that comes out of a look at a document, held or refused, repeats a word of a name."""
    _entry, problems = parse_report(
        PATH, f"---\ntitel: {story.people[0].name}\n---\n\n{story.text}\n".encode(), CODEBOOK
    )
    entry = read(story.text)
    assume(entry is not None and story.telling)
    passed = airlock(roster(*(person.name for person in story.people))).report(entry)
    wording = Wording("nl")
    said = [
        wording.say(message) for one in (*problems, *passed.problems) for message in (one.message, one.hint) if message
    ]
    said += [wording.say(hold.message) for hold in passed.holds]
    assert not Search({name: (name,) for name in story.telling}).in_text("\n".join(said))
    shown_to_us = f"{entry!r}{passed.holds!r}"
    assert not [name for name in story.telling if re.search(rf"\b{re.escape(name)}\b", shown_to_us, re.IGNORECASE)]
