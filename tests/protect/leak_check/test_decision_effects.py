"""Masks: what was cleared where it stands may be in the site with its neighbour, and only with one that is there too."""

from __future__ import annotations

import pytest

from proefpraktijk.model.corpus import Entry, Roster
from proefpraktijk.model.text import RawText
from proefpraktijk.protect import ByteSearch
from proefpraktijk.protect.leak_check.decision_effects import DecisionEffects
from protect.support import PATH, airlock, decision, report, roster

DAAN_AND_SAAR = roster("Daan Smit", "Saar Bos")


def masks(text: str, people: Roster = DAAN_AND_SAAR, **around: str) -> frozenset[str]:
    """Return the masks of a report in which "Daan" was cleared between these words."""
    return airlock(people, decision("clear", "Daan", scope=PATH, **around)).report(report(text)).effects.masks


def test_a_mask_is_a_stretch_with_the_word_before_it_and_one_with_the_word_after_it() -> None:
    """Two masks, each with one whole neighbour, whatever marks stand between."""
    assert masks("Dat heet een Daan, zo zei men.", before="heet een") == {"een Daan", "Daan, zo"}


@pytest.mark.parametrize(
    ("text", "around", "expected"),
    [
        ("Zo heet Daan Saar zei iets.", {"after": "Saar zei iets"}, {"heet Daan"}),
        ("Dat heet Saar Daan zo zei men.", {"after": "zo zei men"}, {"Daan zo"}),
        ("Dat heet Saar, Daan: Saar zei iets.", {"after": ": Saar zei"}, set()),
    ],
)
def test_a_replaced_neighbour_is_no_part_of_a_mask(text: str, around: dict[str, str], expected: set[str]) -> None:
    """It does not stand in the site: on neither side, and on both there is no mask at all."""
    assert masks(text, **around) == expected


def test_a_neighbour_next_to_something_replaced_is_part_of_a_mask() -> None:
    """Only what is replaced itself is not there."""
    assert masks("Saar zei: Daan is van Saar.", before="zei:") == {"zei: Daan", "Daan is"}


def test_a_kept_neighbour_is_part_of_a_mask() -> None:
    """A word that another decision let stand is in the site."""
    kept = decision("clear", "Sprinkels")
    lock = airlock(DAAN_AND_SAAR, decision("clear", "Daan", scope=PATH, before="heet Sprinkels"), kept)
    assert lock.report(report("Dat heet Sprinkels Daan zo.")).effects.masks == {"Sprinkels Daan", "Daan zo"}


def test_a_neighbour_in_another_paragraph_is_none() -> None:
    """A page may hold anything between two blocks."""
    assert masks("We lazen voor.\n\nDaan\n\nDaarna was er rust.", before="We lazen voor.") == frozenset()


def test_a_long_neighbour_is_still_whole() -> None:
    """As long as a word of a report is."""
    long = "onderwijsassistentenoverlegvergaderingsagendapunten"
    made = masks(f"Dat heet {long} Daan.", before=long)
    assert made == {f"{long} Daan"}


def test_a_neighbour_far_down_the_text_is_the_one_beside_it() -> None:
    """Whether it was replaced is asked of its own place, however much stands before it."""
    before = "We lazen een boek en we schreven er een stuk over voor de hele school. " * 3
    assert masks(f"{before}Dat heet Saar Daan zo.", after="zo") == {"Daan zo"}
    assert masks(f"{before}Saar zei: dat heet Daan zo.", after="zo") == {"heet Daan", "Daan zo"}


def test_a_decision_without_words_around_it_gives_no_mask_of_a_document() -> None:
    """Its text is a mask everywhere already."""
    lock = airlock(roster(), decision("clear", "Sprinkels"))
    assert lock.report(report("We speelden Sprinkels.")).effects.masks == frozenset()
    assert "Sprinkels" in lock.masks


def test_what_is_hidden_in_the_file_gives_no_mask() -> None:
    """What stands in a comment never goes out, so nothing of it may be in the site."""
    made = report("Ze las.")
    hidden = Entry(made.matter, made.body, made.source, made.offsets, (RawText("heet een Daan"),))
    lock = airlock(DAAN_AND_SAAR, decision("clear", "Daan", scope=PATH, before="heet een"))
    assert lock.report(hidden).effects == DecisionEffects(lock.report(report("Dat heet een Daan.")).effects.decided)


def test_traces_of_several_documents_are_those_of_each() -> None:
    """Nothing of any is lost."""
    both = DecisionEffects.of(
        (DecisionEffects(frozenset("a"), frozenset("x")), DecisionEffects(frozenset("b"), frozenset("y")))
    )
    assert both == DecisionEffects(frozenset("ab"), frozenset("xy"))
    assert DecisionEffects.of(()) == DecisionEffects()
    assert "geheim" not in repr(DecisionEffects(masks=frozenset(("geheim",))))


def test_a_mask_lets_the_name_stand_beside_its_neighbour_and_nowhere_else() -> None:
    """In the page as it is built."""
    people = DAAN_AND_SAAR
    lock = airlock(people, decision("clear", "Daan", scope=PATH, before="heet een"))
    found = lock.report(report("Dat heet een Daan."))
    search = ByteSearch(lock.secrets, lock.masks | found.effects.masks)
    assert not search.hits("a.html", b"<p>Dat heet een <em>Daan</em>.</p>")
    assert len(search.hits("a.html", b"<p>Een Daan heet Daan.</p>")) == 1
