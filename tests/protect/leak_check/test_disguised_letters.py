"""Letters in disguise in a file: in codes three deep, with something invisible between them, as look-alikes."""

from __future__ import annotations

import unicodedata
from collections import defaultdict

import pytest

from proefpraktijk.dutch.folding import INVISIBLE, bare
from proefpraktijk.protect import ByteSearch
from proefpraktijk.protect.leak_check.disguised_letters import undisguised

CODED = [
    "&#68;aan", "&#068;aan", "&#0000068;aan", "&#x44;aan", "&#X44;aan", "&#x0044;aan", "D&#97;an", "Da&#x61;n", "%44aan",
    "D%61an", "Daa%6e", "Da%61n", "\\u0044aan", "D\\u0061an", "Daa\\u006E", "&#100;aan", "Daa&#110;", "DA&#65;N", "DAA&#78;",
    "DAA&#x4e;", "D%41AN", "DAA\\u004e", "\\u0064aan",
]  # fmt: skip
TWICE = [
    "&amp;#68;aan", "&amp;#x44;aan", "%2544aan", "&#37;44aan", "&#x25;44aan", "&#38;#68;aan", "&#x26;#68;aan",
    "%26%2368%3Baan", "\\u0026#68;aan", "\\u002544aan", "\\u005cu0044aan", "&#92;u0044aan", "%5Cu0044aan",
    "%26amp%3B#68;aan",
]  # fmt: skip
THRICE = ["&amp;amp;#68;aan", "%252544aan", "&amp;#37;44aan", "%26amp%3B%2368%3Baan", "&#38;amp;#68;aan"]


@pytest.mark.parametrize("coded", [*CODED, *TWICE, *THRICE])
def test_letters_in_codes_are_found(coded: str) -> None:
    """And when the codes are in codes themselves, three deep."""
    assert ByteSearch({"Daan"}).hits("index.html", f"over {coded} en".encode())


@pytest.mark.parametrize(
    ("code", "letters"), [("&#{};", "tyTY"), ("&#x{:x};", "ozOZ"), ("%{:02x}", "ozOZ"), ("\\u{:04x}", "ozOZ")]
)
def test_every_letter_may_be_in_codes(code: str, letters: str) -> None:
    """Those whose numbers begin differently, in either case."""
    for letter in letters:
        assert ByteSearch({f"Zwix{letter}orp"}).hits("index.html", f"een Zwix{code.format(ord(letter))}orp".encode()), (
            letter
        )


ACCENTED = (range(0x80, 0x250), range(0x1E00, 0x2000))
"""Latin and Greek letters with accents are no disguise: a name is found with its own and with none."""
UNITS = range(0x3000, 0xA000)
"""Units in one square, beside the letters of Chinese: nobody takes "km" for a part of a name."""


def look_alikes() -> dict[str, list[str]]:
    """Return the characters that are taken for each row of small ASCII letters; under "" those that nobody sees."""
    found = defaultdict(list)
    for code in (*range(0x80, 0xA640), *range(0xFB00, 0x10000), *range(0x1D400, 0x1F1E6), *range(0xE0000, 0xE0080)):
        char = chr(code)
        plain = bare(char).lower()
        accented = any(code in block for block in ACCENTED) and char not in "\u0132\u0133\u017f\u00ad"
        other_script = unicodedata.category(char) in ("Mn", "Mc") and not INVISIBLE.match(char)
        if accented or (code in UNITS and char != "\u3164") or other_script or not plain.isascii():
            continue
        if not plain or plain.isalpha():
            found[plain].append(char)
    return found


def test_every_look_alike_is_found() -> None:
    """Whatever folding takes for a letter or for nothing makes the file be decoded."""
    known = look_alikes()
    assert set("abcdefghijklmnopqrstuvwxyz") < known.keys()
    assert len(known[""]) > 300
    missed = []
    for letters, chars in known.items():
        search = ByteSearch({f"Zwix{letters}orp"})
        missed += [hex(ord(c)) for c in chars if not search.hits("index.html", f"over Zwix{c}orp en".encode())]
    assert not missed, missed


def test_what_is_no_text_is_still_decoded() -> None:
    """A byte that belongs to no character hides nothing around it."""
    assert undisguised(b"\xff &#68;aan \xc3") == "\ufffd Daan \ufffd".encode()
