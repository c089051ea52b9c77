"""Phrases found in a row of words: inflected, in compounds, with a gap, with a number."""

from __future__ import annotations

import pytest

from proefpraktijk.dutch.inflected_phrases import Phrases
from proefpraktijk.dutch.lexicon import lexicon

LINES = [
    "# a comment\twith tabs\there",
    "",
    "   ",
    "@staf = juf meester",
    "broer|zus … ziek\tfamilie\treden",
    "@staf vertrok\tvertrek\treden",
    "=Anna's boek\texact\treden",
    "=ziek zijn\tziekte\treden",
    "scheid* ouder\tscheiding\treden",
    "politie+ kwam\tpolitie\treden",
    "in +ziekenhuis\tziekenhuis\treden",
    "N jaar\tleeftijd\treden",
]


@pytest.fixture
def phrases() -> Phrases:
    """Return the phrases of these lines."""
    return Phrases(LINES, lexicon())


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("mijn broer is ziek", [(1, 4, "familie")]),
        ("zus ziek", [(0, 2, "familie")]),  # nothing in the gap
        ("zusje was al lang erg ziek", [(0, 6, "familie")]),  # four words in it
        ("zus was al lang heel erg ziek", []),  # five
        ("ziek zus", []),
        ("zusje zieke", [(0, 2, "familie")]),
        ("juf vertrok", [(0, 2, "vertrek")]),
        ("meester vertrok", [(0, 2, "vertrek")]),
        ("juf meester vertrok", [(1, 3, "vertrek")]),
        ("staf vertrok", []),
        ("juf vertrok meester vertrok", [(0, 2, "vertrek"), (2, 4, "vertrek")]),
        ("ziek zijn", [(0, 2, "ziekte")]),
        ("zieke zijn", []),  # exactly as written
        ("scheiding ouders", [(0, 2, "scheiding")]),
        ("scheid ouder", [(0, 2, "scheiding")]),
        ("afscheid ouder", []),
        ("politie kwam", [(0, 2, "politie")]),
        ("politieauto kwam", [(0, 2, "politie")]),
        ("politiesauto kwam", [(0, 2, "politie")]),
        ("politiexyzq kwam", []),
        ("politieop kwam", []),  # two letters are no rest
        ("verkeerspolitie kwam", []),
        ("in ziekenhuis", [(0, 2, "ziekenhuis")]),
        ("in kinderziekenhuis", [(0, 2, "ziekenhuis")]),
        ("in kinderenziekenhuis", [(0, 2, "ziekenhuis")]),
        ("in xyzqziekenhuis", []),
        ("in opziekenhuis", []),
        ("in kinder-ziekenhuis", [(0, 2, "ziekenhuis")]),
        ("in ziekenhuiszaal", []),
        ("twaalf jaar", [(0, 2, "leeftijd")]),
        ("12 jaar", [(0, 2, "leeftijd")]),
        ("één jaren", []),
        ("vele jaar", []),
        ("jaar", []),
        ("", []),
        ("comment with", []),
        ("broer", []),
        ("politie" + "a" * 60 + " kwam", []),
    ],
)
def test_phrases(phrases: Phrases, row: str, expected: list[tuple[int, int, str]]) -> None:
    """Each with the index of its first word, of the one after its last, and its kind."""
    found = [(match.start, match.end, match.phrase.kind) for match in phrases.find(row.split())]
    assert sorted(found) == expected


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("zusje", {"zus"}),
        ("=ziek", set()),
        ("ziek", {"ziek", "=ziek"}),
        ("zieke", {"ziek"}),
        ("3", {"N"}),
        ("drie", {"N"}),
        ("politie", {"politie+"}),
        ("politie-auto", {"politie+"}),
        ("ziek-zus", {"ziek", "=ziek", "zus"}),
        ("zus'ziek", {"ziek", "=ziek", "zus"}),
        ("scheiden", {"scheid*"}),
        ("kinderziekenhuis", {"+ziekenhuis"}),
        ("ziekenhuizen", set()),
        ("ziekenhuisje", {"+ziekenhuis"}),
        ("scheid" + "x" * 54, {"scheid*"}),
        ("scheid" + "x" * 55, set()),
    ],
)
def test_what_a_word_may_stand_for(phrases: Phrases, word: str, keys: set[str]) -> None:
    """As it is written in the data; asked twice, the answer is the same."""
    assert phrases.keys(word) == keys
    assert phrases.keys(word) == keys


def test_a_set_of_words_has_a_name(phrases: Phrases) -> None:
    """So that several phrases share it."""
    assert phrases.sets == {"@staf": {"juf", "meester"}}
