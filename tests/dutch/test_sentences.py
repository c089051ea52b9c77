"""Where sentences begin and end."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proefpraktijk.dutch.sentences import around, sentences

_STOPS = """
import sys
from proefpraktijk.dutch.sentences import sentences
text = "Hij zei " + sys.argv[1] * 300_000
assert sentences(text) == [(0, len(text))]
"""
_PATIENCE = 300
"""Seconds. It takes less than one; when every stop of a row is tried, it takes far longer."""


@pytest.mark.parametrize(
    "parts",
    [
        ["Het werd stil.", "Toen begon het."],
        ["Gebruik bijv. een klok.", "Dat helpt."],
        ["Er was o.a. Nederlands en rekenen.", "Verder niets."],
        ["K. van Leeuwen kwam kijken.", "J.P. Jansen ook."],
        ["Het was groep 5.", "Daarna kwam groep 6."],
        ["1. Eerst kijken en dan doen.", "2. Daarna praten."],
        ["Toen… en toen... begon het.", "Klaar!"],
        ['"Wat nu?" vroeg ze.', '"Ik wil niet."', "Hij zweeg."],
        ["“Het lukt!”", "[Leerling A] straalde.", "[leerkracht] ook."],
        ["Het was druk.", "'s Ochtends vooral."],
        ["Dit is zo (zie het bord.)", "Verder gaat het goed!?", "Ja."],
        ["Een regel\nloopt door.", "Klaar."],
        ["Zonder punt aan het eind"],
    ],
    ids=lambda parts: parts[0],
)
def test_splits(parts):
    """Sentences joined by a space are found again."""
    text = " ".join(parts)
    assert [text[start:end] for start, end in sentences(text)] == parts


@given(st.text(alphabet="aAé .!?…\n\"'[]1", max_size=60))
def test_sentences_cover_all_but_white_space(text):
    """Sentences lie in order, never overlap or are empty, and between them is white space only."""
    spans = sentences(text)
    at = 0
    for start, end in spans:
        assert at <= start < end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@given(st.text(alphabet="aA .!", max_size=40), st.data())
def test_context_holds_what_it_is_the_context_of(text, data):
    """The context of a range contains that range, and begins and ends where sentences do."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    left, right = around(sentences(text), start, end)
    assert left <= start <= end <= right


@pytest.mark.parametrize("stop", [".", "?", "!", "…", ".?"])
def test_a_row_of_stops_is_tried_once(stop):
    """However many stops stand in a row, looking for sentences comes to an end while somebody waits."""
    subprocess.run([sys.executable, "-c", _STOPS, stop], timeout=_PATIENCE, check=True)


@pytest.mark.parametrize(
    ("spans", "start", "end", "expected"),
    [
        ([], 3, 5, (3, 5)),
        ([(0, 5), (6, 10), (11, 20)], 7, 8, (6, 10)),
        ([(0, 5), (6, 10), (11, 20)], 6, 10, (6, 10)),
        ([(0, 5), (6, 10), (11, 20)], 4, 7, (0, 10)),
        ([(0, 5), (6, 10), (11, 20)], 6, 12, (6, 20)),
        ([(0, 5), (6, 10), (11, 20)], 6, 11, (6, 10 + 1)),
        ([(0, 5), (6, 10), (11, 20)], 11, 11, (11, 20)),
        ([(2, 5)], 0, 1, (0, 5)),
        ([(2, 5)], 7, 9, (2, 9)),
    ],
)
def test_the_sentences_around_a_range(spans, start, end, expected):
    """Those that it touches, and the range itself where it lies between or beside them."""
    assert around(spans, start, end) == expected
