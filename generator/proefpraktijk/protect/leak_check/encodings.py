"""The spellings in which one word can stand in a file, as lower-cased bytes (ASCII letters only are lowered)."""

from __future__ import annotations

import html.entities
import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from itertools import product
from urllib.parse import quote

from proefpraktijk.dutch.folding import fold

_NAMED = {chr(code): name for code, name in html.entities.codepoint2name.items()}
_MOST_CASES = 5

_APART = (
    rb"(?:[\s_+.'\-]|%20|%2b|%e2%80%99|%27|%c2%a0|&nbsp;|&#160;|&#xa0;|&#39;|&#x27;|&apos;|&rsquo;|&#8217;|&shy;|\xc2\xa0|"
    rb"\xe2\x80\x99|\xe2\x80\x98|\\u00a0|\\u2019|\\u0027|\\[nrt]|</?[a-z]{1,8}>){0,4}"
)
"""What may stand between two words of one name, an inline tag included."""

_BETWEEN = _APART.replace(
    rb"(?:[\s_+.'\-]", rb"(?:[\s_+.'\-,;:!?()\[\]\"]|&quot;|&#34;|\xe2\x80[\x93\x94\x9c-\x9e\xa6]"
)
"""The same, and the marks that may stand between two words of a sentence."""


@cache
def spellings(word: str) -> tuple[bytes, ...]:
    """Return every spelling of `word`, without doubles, in a fixed order."""
    found: set[bytes] = set()
    for cased in _casings(unicodedata.normalize("NFC", word)):
        found.add(cased.encode())
        found.add(unicodedata.normalize("NFD", cased).encode())
        found.add(quote(cased, safe="").encode())
        found.add(quote(cased, safe="+").encode())
        found.add(quote(unicodedata.normalize("NFD", cased), safe="").encode())
        for escape in (_named, _decimal, _hexadecimal, _json):
            found.add(_escaped(cased, escape))
    folded = fold(word)
    if folded:
        found.add(folded.encode())
    return tuple(sorted({spelling.lower() for spelling in found}))


def name_pattern(words: Iterable[str]) -> re.Pattern[bytes]:
    """Return an expression for the words of a name in a row, each in any spelling, with anything that separates them."""
    return _row(words, _APART)


def phrase_pattern(words: Iterable[str]) -> re.Pattern[bytes]:
    """Return an expression for the words of a phrase in a row, as `name_pattern` does, with punctuation between them too."""
    return _row(words, _BETWEEN)


def _row(words: Iterable[str], apart: bytes) -> re.Pattern[bytes]:
    rows = (
        b"(?:" + b"|".join(re.escape(s) for s in sorted(spellings(word), key=len, reverse=True)) + b")"
        for word in words
    )
    return re.compile(rb"(?<![a-z])" + apart.join(rows) + rb"(?![a-z])")


def _casings(word: str) -> set[str]:
    """Return `word` with its non-ASCII letters in either case (ASCII letters are lowered anyway)."""
    places = [at for at, char in enumerate(word) if not char.isascii()]
    if not 0 < len(places) <= _MOST_CASES:
        return {word.lower(), word.upper(), word.title(), word}
    cased = {word.lower(), word.upper(), word}
    for choice in product((str.lower, str.upper), repeat=len(places)):
        letters = list(word.lower())
        if len(letters) != len(word):
            continue
        for at, change in zip(places, choice, strict=True):
            letters[at] = change(word[at])
        cased.add("".join(letters))
    return cased


def _escaped(word: str, escape: Callable[[str], str]) -> bytes:
    return "".join(char if char.isascii() else escape(char) for char in word).encode()


def _named(char: str) -> str:
    return f"&{_NAMED[char]};" if char in _NAMED else _decimal(char)


def _decimal(char: str) -> str:
    return f"&#{ord(char)};"


def _hexadecimal(char: str) -> str:
    return f"&#x{ord(char):x};"


def _json(char: str) -> str:
    return f"\\u{ord(char):04x}"
