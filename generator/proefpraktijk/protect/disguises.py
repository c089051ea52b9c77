"""Names in disguise within one stretch between spaces: "d-a-a-n", "da-an", "d4an", "%44aan", "Ⓓⓐⓐⓝ".

What looks like a word is taken apart and put together again as letters; whether those are a name the index tells.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .fold import fold

_SYMBOLS = re.compile("[\u249c-\u24e9\U0001f110-\U0001f189]")
"""Letters in circles, squares and brackets: they count as pictures, and a reader reads them all the same."""
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
_ESCAPE = re.compile(r"(?:%|\\x|\\u00)([46][1-9A-Fa-f]|[57][0-9Aa])")
_FIGURES = "013457@$!"
_AS_LETTERS = (str.maketrans(_FIGURES, "oieastasi"), str.maketrans(_FIGURES, "oleastasi"))
_PIECE = re.compile(r"[^\W\d_]+")
_SHORTEST = 3
_LONGEST = 60
_SPELLED = 2
"""A row of pieces of so many letters at most is a word spelled out."""


def may_hide(stretch: str) -> bool:
    """Tell cheaply whether a stretch is more than letters with punctuation around them."""
    return len(stretch) <= _LONGEST and not stretch.strip(".,;:!?()[]\"'\u2018\u2019\u201c\u201d\u2026").isalpha()


def rows_of_symbols(stretch: str) -> bool:
    """Tell whether two letters or more are written as pictures: no detector reads those, so nobody can clear them."""
    return len(_SYMBOLS.findall(stretch)) > 1


def hidden_in(stretch: str) -> Iterator[tuple[str, bool]]:
    """Yield what a stretch may stand for, folded, and whether it is spelled out letter by letter."""
    plain = _FLAG.sub(lambda found: chr(ord(found[0]) - 0x1F1E6 + ord("a")), stretch)
    plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), unicodedata.normalize("NFKC", plain))
    pieces = _PIECE.findall(plain)
    spelled = len(pieces) > _SPELLED and all(len(piece) <= _SPELLED for piece in pieces)
    readings = {"".join(pieces): spelled or plain != stretch}
    bare = plain.rstrip("!")
    if any(figure in bare for figure in _FIGURES):
        for table in _AS_LETTERS:
            readings.setdefault("".join(_PIECE.findall(bare.translate(table))), False)
    for reading, certain in readings.items():
        if len(reading) >= _SHORTEST and reading != stretch:
            yield fold(reading), certain
