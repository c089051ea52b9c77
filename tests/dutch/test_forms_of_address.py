"""One list of forms of address, and every reader of it."""

import pytest

from proefpraktijk.dutch.abbreviations import ABBREVIATIONS, MAY_END_A_SENTENCE
from proefpraktijk.dutch.forms_of_address import (
    FORMS_OF_ADDRESS,
    KIN,
    LETTERED,
    NOBODY,
    PLURALS,
    ROLES,
    SPEAKING,
    STAFF,
    TITLES,
    WITH_STOP,
    without_title,
)
from proefpraktijk.dutch.lexicon import lexicon
from proefpraktijk.dutch.sentence_starts import begins_sentence
from proefpraktijk.dutch.sentences import sentences
from proefpraktijk.model.corpus import ReportMatter
from proefpraktijk.protect.finders.names.context_words import ContextWords
from proefpraktijk.protect.k_anonymity.contributors import provenance_of
from proefpraktijk.protect.k_anonymity.strangers import at_least, is_colleague
from proefpraktijk.protect.roster.name_forms import divided
from proefpraktijk.protect.roster.register import Register
from proefpraktijk.read.front_matter.forms import from_values
from protect.support import airlock, report, roster, shown

MARKS = {"spoken", "stop", "role", "staff", "parent", "elder", "relation", "pupil", "plural", "dotted", "listed"}
OF_ADULTS = sorted(word for word in TITLES if word not in KIN and word != "leerling")
PEOPLE = roster(
    {"name": "Marit de Boer", "role": "leerkracht"},
    {"name": "Yusuf Kaplan", "role": "leerkracht"},
    {"name": "Karin van den Berg", "role": "ib'er"},
)


def test_a_word_stands_once_and_its_marks_are_explained() -> None:
    """No word is on two lines, and no mark is a slip of the pen."""
    words = [form.word for form in FORMS_OF_ADDRESS]
    assert len(words) == len(set(words))
    assert {mark for form in FORMS_OF_ADDRESS for mark in form.marks} == MARKS


def test_titles_lead_to_descriptors_of_their_own() -> None:
    """A descriptor is a role, "persoon" or the relation itself."""
    assert {TITLES[word] for word in TITLES if word not in KIN} == {
        "leerkracht", "persoon", "ib'er", "directeur", "leerling",
    }  # fmt: skip
    assert all(TITLES[word] == word for word in KIN)
    assert set(PLURALS.values()) <= set(TITLES.values())
    assert TITLES.keys() >= SPEAKING | STAFF | ROLES | KIN


@pytest.mark.parametrize("title", OF_ADULTS)
@pytest.mark.parametrize("way", ["{} De Boer", "{}. De Boer", "{}.De Boer", "de {} De Boer", "  {}  De Boer"])
def test_whatever_announces_a_name_is_taken_off_a_listed_one(title: str, way: str) -> None:
    """What the finder of titled names takes for a title, the roster and the count of contributors take off."""
    for word in (title, title.capitalize(), title.upper(), title.replace("'", "\u2019")):
        written = way.format(word)
        assert without_title(written) == "De Boer"
        assert Register(PEOPLE, lexicon().rarity).identify(written) == {0}
        assert divided(written) == ((), ("de",), ("boer",))
        assert is_colleague(written)
        assert at_least([written, "Marit de Boer", "M. de Boer"]) == 1


@pytest.mark.parametrize("title", sorted(TITLES))
def test_the_words_around_a_name_are_read_from_the_same_list(title: str) -> None:
    """Every title is seen before a name in running text, with its stop if it is an abbreviation."""
    stop = "." if title in WITH_STOP else ""
    text = f"Toen kwam {title}{stop} Sprinkelaar."
    assert ContextWords(text, text.index("Sprinkelaar"), len(text) - 1).title == title
    safe = airlock(PEOPLE).report(report(text)).safe
    assert safe is not None
    assert "Sprinkelaar" not in shown(safe.body)


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("mevr. drs. De Boer", "De Boer"),
        ("de heer dr. Kaplan", "Kaplan"),
        ("IB Karin", "Karin"),
        ("Prof. Kaplan", "Kaplan"),
        ("ing. Kaplan", "Kaplan"),
        ("Ing Wei", "Ing Wei"),
        ("Ir Kaplan", "Ir Kaplan"),
        ("docent Kaplan", "Kaplan"),
        ("moeder Fatima", "moeder Fatima"),
        ("leerling Daan", "leerling Daan"),
        ("juf", "juf"),
        ("Jan Meester", "Jan Meester"),
        ("Mees Kaplan", "Mees Kaplan"),
        ("De Boer", "De Boer"),
        ("Heer-Jansen", "Heer-Jansen"),
        ("", ""),
    ],
)
def test_only_forms_of_address_of_adults_go(written: str, bare: str) -> None:
    """Names that begin like a title stay whole; so do relations and pupils, who are no colleagues."""
    assert without_title(written) == bare


@pytest.mark.parametrize("word", sorted(KIN | {"leerling"} | PLURALS.keys()))
def test_relations_pupils_and_several_people_are_no_colleague(word: str) -> None:
    """Nobody called "Tante Bep" took part; "juffen Anouk en Fatima" are not one person of that name."""
    assert not is_colleague(f"{word} Bep")
    assert not is_colleague(word.capitalize())


@pytest.mark.parametrize("word", sorted(NOBODY))
def test_a_bare_word_for_people_is_nobody(word: str) -> None:
    """A title, role or group by itself is no person, whatever its case."""
    assert not is_colleague(word.capitalize())


def test_names_with_a_title_are_the_people_they_are() -> None:
    """Two people, each written twice, are two: with four, fewer than `k` would seem enough (the roster and strangers)."""
    written = {
        "title": "Een les", "year_group": "5", "session": "2025-2026-1", "quadrant": "socialiseren",
        "authors": ["Marit de Boer", "mevr. De Boer", "Yusuf Kaplan", "dhr. Kaplan"],
    }  # fmt: skip
    matter = from_values(ReportMatter, written)
    known = provenance_of(matter, Register(PEOPLE, lexicon().rarity))
    assert (known.people, known.number) == ({0, 1}, 2)
    strangers = provenance_of(matter, Register(roster(), lexicon().rarity))
    assert (strangers.people, strangers.number) == (frozenset(), 2)


def test_lettered_words_are_titles_or_words_for_people() -> None:
    """Each word of "leerling A" and the like that can stand before a name is in the list."""
    assert LETTERED - TITLES.keys() == {"kind", "jongen", "meisje", "school", "deelnemer", "respondent", "persoon", "klasgenoot", "lid"}  # fmt: skip


@pytest.mark.parametrize("word", sorted(ABBREVIATIONS))
def test_every_reader_knows_every_abbreviation(word: str) -> None:
    """After an abbreviation a capital proves something, and the sentence goes on unless it may end there."""
    text = f"Dat was {word}. Boom in de klas."
    assert not begins_sentence(text, text.index("Boom"))
    assert len(sentences(text)) == (2 if word in MAY_END_A_SENTENCE else 1)
