"""Letters in disguise in a file: as codes, with something invisible between them, as letters that look the same.

A file that holds one of `DISGUISES` is decoded as a whole and searched again: that is rare, so it may take long.
"""

from __future__ import annotations

import html
import re
from urllib.parse import unquote_to_bytes

from proefpraktijk.dutch.folding import bare

_CODED = (
    *(b"&#" + d for d in (b"6", b"7", b"8", b"9", b"10", b"11", b"12", b"0", b"x4", b"x5", b"x6", b"x7", b"x0")),
    *(b"%" + d for d in (b"4", b"5", b"6", b"7")),
    *(b"\\u00" + d for d in (b"4", b"5", b"6", b"7")),
)
"""ASCII letters as HTML entities, in percents and as JSON escapes, all lower-cased."""
_CODED_CODES = (
    b"&amp;#", b"&amp;amp;", b"&#37", b"&#38", b"&#x25", b"&#x26", b"%25", b"%26", b"\\u0025", b"\\u0026",
)  # fmt: skip
"""The first sign of such a code (`&` or `%`; the backslash is among the letters), in codes itself."""
_INVISIBLE = tuple(
    char.encode()
    for char in "\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d"
    "\u202e\u2060\u2061\u2062\u2063\u2064\u2065\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\u3164\ufeff\uff9e\uff9f\uffa0"
)
_LOOK_ALIKE = (
    *(
        bytes((lead,)) for lead in range(0xC9, 0xD5)
    ),  # phonetic and modifier letters, combining accents, Greek, Cyrillic
    *(
        char.encode() for char in "\u0132\u0133\u017f\u2071\u207f\u20a8"
    ),  # ij as one letter, the long s, superscripts, Rs
    *(bytes.fromhex(f"e282{last:02x}") for last in range(0x90, 0x9D)),  # subscripts
    *(bytes.fromhex(f"f09d{block:02x}") for block in range(0x90, 0xA0)),  # letters of mathematics: bold, script, ...
    *map(
        bytes.fromhex,
        """e1aa e1ab e1b4 e1b5 e1b6 e1b7 e283 e284 e285 e292 e293 e2b1 efac efb8 efbc efbd f09f84 f09f85 f09f86
        f3a0""".split(),  # noqa: SIM905
    ),  # combining accents, phonetic, letterlike, Roman, in circles, ligatures, selectors, wide, in squares, tags
)
DISGUISES = (*_CODED, *_CODED_CODES, *_INVISIBLE, *_LOOK_ALIKE)
"""Bytes, with ASCII letters lowered, that only stand in a file where a letter may be in disguise."""

_DEEPEST = 3
_JSON_LETTER = re.compile(r"\\u00([0-9a-fA-F]{2})")


def undisguised(data: bytes) -> bytes:
    """Return the text of a file with codes undone, three deep, and every letter as the plain one it looks like."""
    text = data.decode("utf-8", "replace")
    for _ in range(_DEEPEST):
        text = _JSON_LETTER.sub(lambda m: chr(int(m[1], 16)), text)
        text = unquote_to_bytes(html.unescape(text).encode()).decode("utf-8", "replace")
    return bare(text).encode()
