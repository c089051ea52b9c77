"""A stretch of a text as a person reads it: whole words, its sentence, and the words around it."""

from __future__ import annotations

import pytest

from proefpraktijk.dutch.sentence_starts import BREAK
from proefpraktijk.protect.document.quoting import (
    flat,
    line_after,
    line_before,
    sentence_around,
    single_line,
    whole_words,
    words_around,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("een |Daan|tje op", "Daantje"),
        ("een Da|an|tje op", "Daantje"),
        ("een| Daan| op", " Daan"),
        ("|Da|an", "Daan"),
        ("Da|an|", "Daan"),
        ("x-|Daan|-x", "Daan"),
        ("x|-|x", "-"),
    ],
)
def test_whole_words(text: str, expected: str) -> None:
    """A word that is cut through is taken along, on either side; marks are not."""
    left, found, right = text.split("|")
    text = left + found + right
    start, end = whole_words(text, len(left), len(left + found))
    assert text[start:end] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eerst dit. Toen zei |Daan| iets leuks! Daarna niet.", "Toen zei Daan iets leuks!"),
        (f"Kop{BREAK} Zo bijv. |Daan| zei. {BREAK}Daarna", "Zo bijv. Daan zei."),
        ("|Daan|", "Daan"),
        ("Eerst dit. |Daan| zei niets. Ja.", "Daan zei niets."),
        ("Hij zei “nee.” |Daan| ging… Toen niet. Ja.", "Daan ging…"),
        ("  Toen |Daan|  ", "Toen Daan"),
        ("Dit. Dat. Zo |Daan| ging. Ja. Nee.", "Zo Daan ging."),
    ],
)
def test_the_sentence_around(text: str, expected: str) -> None:
    """Within its block, without the space around it; an abbreviation ends none."""
    left, found, right = text.split("|")
    text = left + found + right
    start, end = sentence_around(text, len(left), len(left + found))
    assert text[start:end] == expected


def test_a_long_sentence_is_shown_in_part() -> None:
    """240 characters to either side."""
    text = "x" * 500 + "Daan" + "y" * 500
    assert sentence_around(text, 500, 504) == (260, 744)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Kop{BREAK}Zo bijv. |Daan| zei.{BREAK}Daarna", ("Zo bijv.", "zei.")),
        (f"Eerst de kop{BREAK}|Daan|{BREAK}en dan de rest", ("Eerst de kop", "en dan de rest")),
        (f"Eerst{BREAK}|Daan| zei{BREAK}en dan", ("", "zei")),
        (f"Eerst{BREAK}zo |Daan|{BREAK}en dan", ("zo", "")),
        ("woord " * 60 + "|Daan| " + "woord " * 60, ("woord woord woord woord woord",) * 2),
        ("x" * 70 + " |Daan| " + "y" * 70, ("", "")),
        ("x" * 45 + " |Daan| " + "y" * 45, ("x" * 45, "y" * 45)),
        ("a " + "x" * 45 + " |Daan| " + "y" * 45 + " b", ("x" * 45, "y" * 45)),
        ("a\n\u00a0b  |Daan|  c\t\td", ("a b", "c d")),
        ("|Daan|", ("", "")),
        (f"een twee{BREAK} |Daan| {BREAK}drie", ("een twee", "drie")),
        ("a " + "x" * 30 + " |Daan| " + "y" * 30 + " b", ("x" * 30, "y" * 30)),
        ("a " + "x" * 28 + " |Daan| " + "y" * 28 + " b", ("a " + "x" * 28, "y" * 28 + " b")),
    ],
)
def test_the_words_around(text: str, expected: tuple[str, str]) -> None:
    """Some thirty characters of whole words to either side, at least one word; of the blocks beside it when it is alone."""
    left, found, right = text.split("|")
    assert words_around(left + found + right, len(left), len(left + found)) == expected


@pytest.mark.parametrize("enough", [1, 5, 20])
@pytest.mark.parametrize("gap", [" ", " " * 100])
def test_lines_are_long_enough(enough: int, gap: str) -> None:
    """More than was asked for, however much of the text is space, or all that there is."""
    text = gap.join("abcdefghij" for _ in range(5))
    whole = single_line(text)
    before, after = line_before(text, len(text), enough), line_after(text, 0, enough)
    assert len(before) > enough
    assert len(after) > enough
    assert whole.endswith(before)
    assert whole.startswith(after)
    assert line_before(text, len(text), 1000) == line_after(text, 0, 1000) == whole


def test_lines_end_where_they_are_told() -> None:
    """Not before `first`, not after `last`."""
    assert line_before("een twee drie", 8, 100, 4) == "twee"
    assert line_after("een twee drie", 4, 100, 8) == "twee"
    assert line_before("een", 0, 5) == ""
    assert line_after("een", 3, 5) == ""


def test_flat_text_is_as_long_as_before() -> None:
    """Odd spaces and apostrophes become plain ones; the border between blocks stays."""
    odd = "\t\n\v\f\r\x85\u00a0\u1680\u2000\u200a\u2028\u202f\u205f\u3000"
    assert flat(odd) == " " * len(odd)
    assert flat(f"a\u2018b\u2019c{BREAK}d\u201d") == f"a'b'c{BREAK}d\u201d"
    assert single_line(f" a{BREAK}b \n c ") == "a b c"
