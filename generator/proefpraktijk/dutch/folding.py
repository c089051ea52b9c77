"""One form for all the ways in which a word can be written: no case, no accents, no look-alikes.

`fold("Yıldırım") == fold("YILDIRIM") == fold("Yildirim")`. Only for comparing: what is published is never folded.
Letters of other scripts that look like Latin ones are taken for them, so that a Cyrillic "а" in a name hides nothing.
`phrase_key` compares what people write as a key or a value, `slug_of` makes an address; both are built on the same
letters, so there is one answer to "are these two the same word".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LOOKALIKES = dict(
    zip(
        # Cyrillic, then Greek
        "АаВЕеЁёІіЇїЈјКкМмНОоРрСсТтУуХхЅѕԁԛԝһӏΑαΒΕΖΗΙιΚκΜΝΟοΡρΤτΥυΧχν",
        "AaBEeEeIiIiJjKkMmHOoPpCcTtYyXxSsdqwhlAaBEZHIiKkMNOoPpTtYyXxv",
        strict=True,
    )
)
_LETTERS = {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ß": "ss", "æ": "ae",
            "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ŋ": "n", "ħ": "h", "ŧ": "t", "ɑ": "a", "ɡ": "g"}  # fmt: skip
_TABLE = str.maketrans(_LOOKALIKES | _LETTERS)
_LATIN = str.maketrans(_LETTERS)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "−": "-"})
_GAPS = re.compile(r"[\s_-]+")
_NO_SLUG = re.compile(r"[^a-z0-9]+")

INVISIBLE = re.compile(
    "[\u00ad\u0300-\u036f\u061c\u115f\u1160\u1ab0-\u1aff\u1dc0-\u1dff\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u20d0-\u20ff\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\U000e0000-\U000e01ef]"
)
"""Characters that take no room or sit on another letter: they split no word and are left out of what is published."""

_TO_CLEAN = re.compile(f"{INVISIBLE.pattern}|[\uff01-\uff5e]|(?![0-9])\\d")
_WIDE = 0xFEE0
"""How far the wide signs of Unicode stand from the ASCII ones."""
_EMOJI_JOINERS = "\u200d\ufe0e\ufe0f\u20e3"


def fold(text: str) -> str:
    """Return `text` in lower case, without accents, ligatures, look-alikes and invisible characters."""
    return text.lower() if text.isascii() else bare(text).lower()


def bare(text: str) -> str:
    """Return `text` as `fold` does, in the case it has."""
    decomposed = unicodedata.normalize("NFKD", text).translate(_TABLE)
    return "".join(c for c in decomposed if not unicodedata.combining(c) and not INVISIBLE.match(c))


@lru_cache(maxsize=4096)
def phrase_key(text: str) -> str:
    """Return `text` folded, with straight quotes and one space for every gap, hyphen or underscore; trimmed.

    The form in which keys, values, theme names and titles are compared: `THEMA’S`, `Member-check`.
    """
    return _GAPS.sub(" ", fold(text.translate(_STRAIGHT))).strip()


@lru_cache(maxsize=4096)
def slug_of(text: str) -> str:
    """Return `text` as an address of `a-z`, `0-9` and single hyphens; empty when nothing is left of it.

    Accents and apostrophes go, letters such as ł and ß become Latin ones, any other sign becomes a hyphen. Unlike
    `fold` it takes no letter of another script for a Latin one: half a word would be left.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_STRAIGHT).lower().translate(_LATIN))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return _NO_SLUG.sub("-", letters.replace("'", "")).strip("-")


def is_plain(text: str) -> bool:
    """Return whether `text` needs no cleaning: composed (NFC), nothing invisible in it, no wide signs or other figures."""
    return text.isascii() or (unicodedata.is_normalized("NFC", text) and not _TO_CLEAN.search(text))


def clean(text: str) -> tuple[str, tuple[int, ...]]:
    """Return `text` composed and without what cannot be seen, and for each character (and the end) its index in `text`.

    Joiners between emoji stay, they make one picture of several. Wide signs ("＠") and figures of other scripts become
    the ASCII ones, so that a number or an address is one however it is dressed.
    """
    out: list[str] = []
    origin: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        cluster = unicodedata.normalize("NFC", text[start:end])
        previous = out[-1] if out else ""
        for char in cluster:
            is_joiner = char in _EMOJI_JOINERS and previous and not previous.isalpha() and not previous.isspace()
            if INVISIBLE.match(char) and not is_joiner:
                continue
            out.append(_narrow(char))
            origin.append(start)
        start = end
    return "".join(out), (*origin, len(text))


def _narrow(char: str) -> str:
    if char.isascii():
        return char
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return chr(ord(char) - _WIDE) if "\uff01" <= char <= "\uff5e" else char
