"""The allow-list of terms: words, phrases, grammar, and what is made of them."""

from __future__ import annotations

import pytest

from proefpraktijk.dutch.lexicon import lexicon
from proefpraktijk.dutch.school_terms import Terms, terms

REASONS = {
    "Duits": "taal",
    "Fries": "volk",
    "Cito": "methode",
    "IEP": "toets",
    "burgerschap": "vak",
    "Zien in de klas": "methode",
    "Zien": "methode",
    "Wat nu?": "boek",
    "Wil je": "grammatica",
    "Wil je niet": "grammatica",
    "Nieuwsbegrip": "methode",
}


@pytest.fixture
def made() -> Terms:
    """Return an allow-list of these terms."""
    return Terms(REASONS, lexicon())


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Cito", True),
        ("cito", False),
        ("Cito's", True),
        ("Cito\u2019s", True),
        ("Cito-toets", True),
        ("Cito-xyzq", False),
        ("Cito-Duits", True),
        ("school-Cito", True),
        ("School-Cito", False),
        ("xyzq-Cito", False),
        ("school-xyzq", False),
        ("Duitse", True),
        ("Duits", True),
        ("Friese", True),
        ("Friesx", False),
        ("Citoe", False),
        ("Duitsles", True),
        ("Duitsland", False),
        ("Duitsstra", False),
        ("DuitsLes", False),
        ("Citotoets", True),
        ("IEPtoets", False),  # too short to begin a compound
        ("Nieuwsbegripopdracht", True),
        ("Wil", False),
        ("Onbekend", False),
    ],
)
def test_words_that_are_terms(made: Terms, word: str, expected: bool) -> None:  # noqa: FBT001
    """A term, its genitive, its compounds with words of Dutch; a language or a people inflected too."""
    assert made.covers(word) is expected


@pytest.mark.parametrize(
    ("text", "word", "start", "expected"),
    [
        ("Zien in de klas is", "Zien", 0, 15),
        ("Zien in  de\nklas is", "Zien", 0, 16),
        ("Zo: Zien in de klas", "Zien", 4, 19),
        ("Zien in de klassen", "Zien", 0, -1),
        ("Zien op school", "Zien", 0, -1),
        ("Wat nu?Ja", "Wat", 0, 7),
        ("Wil je", "Wil", 0, -1),
        ("Iets", "Iets", 0, -1),
    ],
)
def test_terms_of_several_words(made: Terms, text: str, word: str, start: int, expected: int) -> None:
    """Where the phrase ends: whole words, whatever the gaps; grammar is no term."""
    assert made.phrase_at(text, word, start) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("Wil je mee", True), ("Wil jeuk", False), ("Wil niet", False), ("Wil  je", True)]
)
def test_words_that_show_that_a_capital_is_grammar(made: Terms, text: str, expected: bool) -> None:  # noqa: FBT001
    """What follows tells the verb from the name."""
    assert made.is_grammar(text, "Wil", 0) is expected
    assert not made.is_grammar("Zien in de klas", "Zien", 0)


def test_questions_about_one_word(made: Terms) -> None:
    """In lower case, of the trade, a people, a method, the beginning of a phrase."""
    words = ("Duits", "Duitse", "Fries", "Cito", "IEP", "burgerschap", "Zien", "Wil", "Wat", "Duitsx", "Citoe", "")
    assert [w for w in words if made.is_people(w)] == ["Duits", "Duitse", "Fries"]
    assert [w for w in words if made.is_method(w)] == ["Cito", "Zien"]
    assert [w for w in words if made.begins_phrase(w)] == ["Zien", "Wil", "Wat"]
    assert [w for w in words if made.knows_lower(w)] == ["burgerschap"]
    assert [w for w in ("cito", "duits", "burgerschap", "wil") if made.knows_lower(w)] == [
        "cito",
        "duits",
        "burgerschap",
    ]
    assert [w for w in ("cito", "burgerschap", "Cito") if made.is_trade_word(w)] == ["burgerschap"]


def test_the_list_that_ships() -> None:
    """It is read once; reasons may have an explanation behind a colon."""
    assert terms() is terms()
    assert terms().covers("Cito")
    assert terms().covers("Nederlands")
    assert terms().is_people("Nederlandse")
    assert not terms().covers("Daan")
    assert not any(line.startswith("#") for line in terms()._singles)
