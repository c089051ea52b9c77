"""The spellings of a word in a file: each is made once, lower-cased, and each is one that some program writes."""

from __future__ import annotations

import json
import unicodedata
from urllib.parse import quote, quote_plus

import pytest

from proefpraktijk.protect.leak_check.encodings import name_pattern, phrase_pattern, spellings

WRITTEN = {
    "composed": "Ayşe".encode(),
    "decomposed": unicodedata.normalize("NFD", "Ayşe").encode(),
    "in capitals": "AYŞE".encode(),
    "decomposed, in capitals": unicodedata.normalize("NFD", "AYŞE").encode(),
    "without accents": b"Ayse",
    "in percents": quote("Ayşe").encode(),
    "in percents, in capitals": quote("AYŞE").encode(),
    "in percents, decomposed": quote(unicodedata.normalize("NFD", "Ayşe")).encode(),
    "as JSON": json.dumps("Ayşe")[1:-1].encode(),
    "as JSON, in capitals": json.dumps("AYŞE")[1:-1].encode(),
    "decimal": b"Ay&#351;e",
    "hexadecimal": b"Ay&#x15f;e",
    "hexadecimal, with a capital": b"Ay&#X15F;e",
    "capital letter, decimal": b"AY&#350;E",
}


@pytest.mark.parametrize("how", WRITTEN)
def test_every_spelling_of_a_word_is_made(how: str) -> None:
    """As it stands in a file whose ASCII letters were lowered."""
    assert WRITTEN[how].lower() in spellings("Ayşe")


def test_a_letter_with_a_name_is_spelled_by_it() -> None:
    """`&uuml;`; one without a name by its number."""
    assert b"g&uuml;ls&uuml;m" in spellings("Gülsüm")
    assert not [s for s in spellings("Ayşe") if b"&scedil" in s]


@pytest.mark.parametrize("word", ["06-1234 5678", "k.nowak@zonnesteen.nl", "+31612345678", "+31 6 12345678"])
def test_what_is_no_letter_is_in_percents_too(word: str) -> None:
    """An address of a link holds a number or account in codes, with a plus kept or not."""
    assert {quote(word, safe="").lower().encode(), quote(word, safe="+").lower().encode()} <= set(spellings(word))


def test_letters_that_change_their_number_in_capitals_are_found() -> None:
    """ß becomes SS, İ two code points: the word is spelled in each way."""
    assert {"strauß".encode(), b"strauss"} <= set(spellings("Strauß"))
    assert {"i̇nce".encode(), "İnce".lower().encode()} <= set(spellings("İnce"))
    assert "İnce".encode().lower() in spellings("İnce")


def test_each_of_several_accents_may_be_of_either_case() -> None:
    """`Öykü` is "ÖYKü" for whoever lowers or raises ASCII letters only; with very many accents there are four casings."""
    assert {"Öykü".encode().lower(), "öykÜ".encode().lower(), "ÖykÜ".encode().lower()} <= set(spellings("Öykü"))
    five, six = "éèêëï", "éèêëïö"
    assert "ÉèÊëÏ".encode().lower() in spellings(five)
    assert "ÉèÊëÏÖ".encode().lower() not in spellings(six)
    assert {six.encode(), six.upper().encode()} <= set(spellings(six))


def test_spellings_are_lowered_sorted_and_without_doubles() -> None:
    """A plain word has one."""
    assert spellings("Daan") == (b"daan",)
    made = spellings("Ayşe")
    assert list(made) == sorted(set(made))
    assert all(spelling == spelling.lower() for spelling in made)


JOINED = (
    b" ", b"-", b"_", b"+", b".", b"'", b"\n", b"%20", b"%2b", b"%27", b"%c2%a0", b"%e2%80%99", b"&nbsp;", b"&#160;",
    b"&#xa0;", b"&#39;", b"&#x27;", b"&apos;", b"&rsquo;", b"&#8217;", b"&shy;", b"\xc2\xa0", b"\xe2\x80\x99",
    b"\xe2\x80\x98", b"\\u00a0", b"\\u2019", b"\\u0027", b"\\n", b"\\t", b"\\r", b"<em>", b"</em>", b"<b>", b"",
    b" - ", b" \n ", b"</strong> <em>",
)  # fmt: skip
ONLY_WIDE = (b", ", b"; ", b": ", b"! ", b"? ", b" (", b") ", b" [", b'" ', b"&quot; ", b"&#34; ", b"\xe2\x80\x93", b"\xe2\x80\x94",
             b"\xe2\x80\x9c", b"\xe2\x80\x9d", b"\xe2\x80\x9e", b"\xe2\x80\xa6")  # fmt: skip


@pytest.mark.parametrize("between", JOINED)
def test_what_joins_the_words_of_a_name(between: bytes) -> None:
    """Spaces and hyphens in every code, a tag: it is one name in either kind of row."""
    for row in (name_pattern(("Anouk", "Smit")), phrase_pattern(("Anouk", "Smit"))):
        assert row.search(b"x anouk" + between + b"smit.")


@pytest.mark.parametrize("between", ONLY_WIDE)
def test_marks_stand_between_the_words_of_a_phrase_only(between: bytes) -> None:
    """Two words of a sentence are no name; a cleared phrase may hold a comma."""
    assert not name_pattern(("Anouk", "Smit")).search(b"anouk" + between + b"smit")
    assert phrase_pattern(("Anouk", "Smit")).search(b"anouk" + between + b"smit")


@pytest.mark.parametrize("text", [b"anouk en smit", b"anouk x smit", b"xanouk smit", b"anouk smitx", b"smit anouk",
                                  b"anouk     smit", b"anouk</verylongtag>smit"])  # fmt: skip
def test_what_is_no_row_of_these_words(text: bytes) -> None:
    """Other words between them, letters around them, another order, a gap."""
    assert not name_pattern(("Anouk", "Smit")).search(text)
    assert not phrase_pattern(("Anouk", "Smit")).search(text)


def test_every_word_of_a_row_is_found_in_any_spelling() -> None:
    """Each in its own."""
    row = name_pattern(("Ayşe", "Yıldırım"))
    assert row.search(f"{quote_plus('ayşe yıldırım')}".encode().lower())
    assert row.search(b"ayse-yildirim")
    assert row.search("ay&#351;e YILDIRIM".lower().encode())
