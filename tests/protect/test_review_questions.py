"""What a reviewer is asked, what the reader would see, and that an answer settles it."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laws import examples
from proefpraktijk.model.corpus import Entry, PageMatter, Report, Source
from proefpraktijk.model.document import Block, BlockKind, Document, Run, Target, TargetKind
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.review import Answer, ReviewItem, ReviewOption
from proefpraktijk.model.text import RawText
from proefpraktijk.protect import Airlock, decision_on, review_items
from protect.support import airlock, decision, entry, report, roster


def _sees(item: ReviewItem) -> dict[str, str]:
    return {option.id: option.reader_sees for option in item.options}


def _decide(item: ReviewItem, option: ReviewOption, words: str = "iets anders"):  # type: ignore[no-untyped-def]
    return decision_on(item, option, words, reason="proef", by="begeleider", date=dt.date(2026, 1, 1), language="nl")


def test_an_item_tells_why_where_and_what_the_reader_would_see() -> None:
    """The sentence with the stretch in it, and that sentence for each option, other names replaced."""
    text = "Het regende. Toen gaf Daan een bal aan Brunhilde, bijv. Sem. Daarna niet."
    items = review_items(airlock(roster("Daan Smit", "Sem Bos")), report(text))
    (item,) = items
    assert (item.place.line, item.place.column, item.source) == (1, 40, (39, 48))
    assert (item.kind, item.layer) == ("capital", "gate")
    assert item.sentence == "Toen gaf Daan een bal aan Brunhilde, bijv. Sem."
    assert item.sentence[item.start : item.end] == item.text == "Brunhilde"
    sees = _sees(item)
    assert sees["replace:leerling"] == "Toen gaf [leerling A] een bal aan [leerling B], bijv. [leerling C]."
    assert sees["replace:ib'er"] == "Toen gaf [leerling A] een bal aan [ib'er], bijv. [leerling B]."
    assert sees["clear-here"] == sees["clear-all"] == "Toen gaf [leerling A] een bal aan Brunhilde, bijv. [leerling B]."
    assert sees["redact"] == "Toen gaf [leerling A] een bal aan […], bijv. [leerling B]."


@pytest.mark.parametrize("answer", [Answer.REPLACE, Answer.CLEAR_HERE])
def test_the_reader_sees_what_was_shown(answer: Answer) -> None:
    """What an option shows is what the airlock makes of the sentence once it is decided."""
    made = report("Daan riep Ottokar. Toen kwam Ottokar.")
    people = roster("Daan Smit")
    decisions = []
    lock = airlock(people)
    while items := review_items(lock, made):
        option = next(option for option in items[0].options if option.answer is answer)
        decisions.append(_decide(items[0], option))
        lock = airlock(people, *decisions)
        shown = option.reader_sees
    passed = lock.report(made)
    assert passed.safe is not None
    assert shown in "".join(run.text for run in passed.safe.body.blocks[0].runs)
    assert len(decisions) == (1 if answer is Answer.REPLACE else 2)


def test_clearing_a_name_of_the_roster_everywhere_is_refused_with_the_reason() -> None:
    """Here it can be cleared, between the words around it; where it stands alone not even that."""
    first, second = review_items(airlock(roster("Wil Smit")), report("Wil is een deugd.\n\nWil"))
    refused = {option.id: option.refused for option in first.options}
    assert refused.pop("clear-all") is not None
    assert not any(refused.values())
    assert {option.id for option in second.options if option.refused} == {"clear-here", "clear-all"}


def test_the_kind_of_a_hold_decides_which_descriptor_comes_first() -> None:
    """A number is rather a telephone number than a pupil."""
    (item,) = review_items(airlock(roster()), report("Het ging om 1234567."))
    assert item.options[0].id == "replace:telefoonnummer"


def test_front_matter_and_other_documents_are_asked_about() -> None:
    """A title has its own place in the file."""
    title = RawText("Wat Ottokar vond", 11, 27)
    text = "---\ntitel: Wat Ottokar vond\n---\n\nHet ging goed.\n"
    page = Entry(PageMatter(title=title), Document(), Source(ContentPath("content/pages/wat-vinden.md"), text))
    (item,) = review_items(airlock(roster()), page)
    assert (item.place.path, item.place.line, item.place.column) == ("content/pages/wat-vinden.md", 2, 12)
    assert item.sentence == "Wat Ottokar vond"


def test_a_file_name_is_not_decided_on() -> None:
    """What to do instead is said."""
    text = "---\ntitel: x\n---\n"
    page = Entry(PageMatter(title=RawText("Een dag")), Document(), Source(ContentPath("content/pages/daan.md"), text))
    (item,) = review_items(airlock(roster("Daan Smit")), page)
    assert not item.options
    assert item.instead is not None


def _linked(address: str) -> Report:
    run = Run(RawText("Kijk hier.", 0, 10), link=Target(TargetKind.WEB, RawText(address, 12, 12 + len(address))))
    return entry(Document((Block(BlockKind.PARAGRAPH, (run,)),)), f"Kijk hier. {address}")


@pytest.mark.parametrize("answer", [Answer.LEAVE_OUT, Answer.CLEAR_HERE, Answer.CLEAR_ALL])
def test_a_link_is_left_out_or_its_address_cleared(answer: Answer) -> None:
    """Either settles it."""
    made = _linked("https://hobbyclub.example.test/sjoukje")
    (item,) = review_items(airlock(roster()), made)
    option = next(option for option in item.options if option.answer is answer)
    decided = airlock(roster(), _decide(item, option, ""))
    assert not decided.problems
    assert not review_items(decided, made)
    assert not decided.report(made).holds


def test_an_address_with_a_name_in_it_is_not_cleared() -> None:
    """Its words cannot be told from the name itself when the site is searched."""
    (item,) = review_items(airlock(roster("Daan Smit")), _linked("https://hobbyclub.example.test/daan"))
    assert {option.id for option in item.options if option.refused} == {"clear-here", "clear-all"}


def test_the_id_stays_while_the_text_does() -> None:
    """It does not depend on what stands elsewhere in the document, and changes with the words around."""
    lock = airlock(roster())
    (one,) = review_items(lock, report("We speelden Sprinkels in de kring."))
    (same,) = review_items(lock, report("Het regende.\n\nWe speelden Sprinkels in de kring."))
    (other,) = review_items(lock, report("We lazen Sprinkels in de kring."))
    assert one.id == same.id != other.id
    twice = review_items(lock, report("We speelden Sprinkels.\n\nWe speelden Sprinkels."))
    assert len(twice) == 1


def test_items_do_not_show_their_text() -> None:
    """Not when something goes wrong with them either."""
    (item,) = review_items(airlock(roster()), report("We speelden Sprinkels."))
    assert "Sprinkels" not in repr((item, item.options))


def test_a_very_long_line_is_shown_in_part() -> None:
    """And asked about in time linear in its length."""
    items = review_items(airlock(roster()), report("en dan weer Sprinkels " * 4_000))
    assert len(items) <= 4
    assert all(len(item.sentence) < 600 for item in items)


WORDS = [
    "Sprinkels", "foekje", "Daan", "Roos", "roos", "Wil", "wil", "Jan-Willem", "de", "De", "was", "12345678x", "x.", "!", "Ottokar's",
    "juf", "OTTOKAR", "Marie Curie", "A.", "(Brunhilde)", "een", "'s", "\u201cBrunhilde\u201d", "Zo\u0308e", "D\u200baan", "  ", "\n", ",",
    "www.sjoukje.nl", "\u0394aan", "straat", "Bos", "de Vries", "\n\n",
]  # fmt: skip


def _stutters(text: str) -> bool:
    """Tell whether a word directly follows itself: finds on either side then overlap, and review may ask once more."""
    words = text.split()
    return any(one == other for one, other in itertools.pairwise(words))


TEXTS = (
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14)
    .map(" ".join)
    .filter(lambda text: bool(text.strip()) and not _stutters(text))
)


@settings(max_examples=examples(60))
@given(text=TEXTS, data=st.data())
def test_whatever_is_answered_is_not_asked_again(text: str, data: st.DataObject) -> None:
    """Every answer that is offered settles its item, and following all items to the end lets the report pass."""
    made, decisions = report(text), []
    people = roster("Daan Smit", "Roos Bos", "Wil de Vries")
    lock: Airlock = airlock(people)
    asked: set[str] = set()
    while items := review_items(lock, made):
        item = items[0]
        assert item.id not in asked, (text, decisions)
        asked.add(item.id)
        option = data.draw(st.sampled_from([option for option in item.options if not option.refused]))
        decisions.append(_decide(item, option))
        lock = airlock(people, *decisions)
        assert not [p for p in lock.problems if p.rule != "PP502"]
    passed = lock.report(made)
    assert not passed.holds


@settings(max_examples=examples(60))
@given(text=TEXTS, change=st.sampled_from(["Aap ", "Noot. ", "(mies) "]))
def test_a_decision_bound_to_a_place_lapses_when_the_words_there_change(text: str, change: str) -> None:
    """Other words right before what was cleared: the hold is back, and the decision is told to have lapsed."""
    people = roster("Daan Smit", "Roos Bos", "Wil de Vries")
    for item in review_items(airlock(people), report(text)):
        here = next(option for option in item.options if option.answer is Answer.CLEAR_HERE)
        if here.refused or not item.before or text.lower().count(item.text.lower()) > 1:
            continue
        decided = airlock(people, _decide(item, here))
        at = item.source[0]
        moved = report(text[:at] + change + text[at:])
        passed = decided.report(moved)
        assert [p.rule for p in decided.lapsed(passed.effects, {moved.path}, complete=True)] == ["PP512"]


def test_an_item_is_told_apart_from_its_options() -> None:
    """Two items are the same when all they say is, however they find out what the reader sees."""
    (item,) = review_items(airlock(roster()), report("We speelden Sprinkels."))
    assert item == replace(item, offer=tuple)


def test_the_letters_shown_count_everybody_before() -> None:
    """Also those far from the sentence."""
    text = "Daan was er.\n\n" + "Het regende. " * 30 + "\n\nToen kwam Ottokar."
    (item,) = review_items(airlock(roster("Daan Smit")), report(text))
    assert _sees(item)["replace:leerling"] == "Toen kwam [leerling B]."


def test_seen_is_bound_to_its_place() -> None:
    """For what asks for no more than a look."""
    (item,) = review_items(airlock(roster()), report("We speelden Sprinkels in de kring."))
    seen = _decide(item, ReviewOption(Answer.SEEN))
    assert (seen.action, seen.before and seen.before.value) == ("seen", "We speelden")
    assert decision("seen", "x").action == seen.action
