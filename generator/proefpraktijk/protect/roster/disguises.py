"""Names in disguise within one stretch between spaces: "d-a-a-n", "da-an", "d4an", "%44aan", "Ⓓⓐⓐⓝ".

What looks like a word is taken apart and its pieces are put together again, in every row of them that could be a name;
the index decides whether one is. What only a program reads (codes for letters, letters as pictures) cannot be checked.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from proefpraktijk.dutch.folding import fold

_SYMBOLS = re.compile("[\u249c-\u24e9\u2801-\u28ff\U0001f110-\U0001f189]")
"""Letters in circles, squares and brackets, and Braille: they count as pictures, and a reader reads them all the same."""
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff]{3}")
_CODE = re.compile(
    r"%(?:[46][1-9A-Fa-f]|[57][0-9Aa]|[C-Fc-f][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f]){1,3})|"
    r"\\u[0-9A-Fa-f]{4}|\\x[4-7CDEFcdef][0-9A-Fa-f]|&\#(?:[xX]0*[0-9A-Fa-f]{2,5}|0*[0-9]{2,6});"
)
"""A letter as addresses, programs and HTML write it."""
_BACKSLASH = re.compile(r"\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})")
_FIGURES = "013457@$!"
_AS_LETTERS = (str.maketrans(_FIGURES, "oieastasi"), str.maketrans(_FIGURES, "oleastasi"))
_PIECE = re.compile(r"[^\W\d_]+")
_FIGURED = re.compile(r"(?:(?<![@$!])[@$!]++)?[^\W_]++(?:[@$!]++[^\W_]++)*")
"""Letters, and figures for letters before and between them; a row of figures is tried once, from its first."""
_SHORTEST = 3
_LONGEST_NAME = 40
_LONGEST = 300
_SPELLED = 2
"""A row of pieces of so many letters at most is a word spelled out."""


def may_hide(stretch: str) -> bool:
    """Return, at little cost, whether a stretch is more than letters with punctuation around them."""
    return not stretch.strip(".,;:!?()[]\"'\u2018\u2019\u201c\u201d\u2026").isalpha()


def is_unreadable(stretch: str) -> bool:
    """Return whether no detector reads it, so that nobody can say it holds no name.

    Two letters or more are written as pictures or as codes, or it goes on for longer than any word or address.
    """
    if len(stretch) > _LONGEST and _PIECE.search(stretch):
        return True
    if not stretch.isascii() and (len(_SYMBOLS.findall(stretch)) > 1 or _FLAGS.search(stretch)):
        return True
    return len(_CODE.findall(stretch)) > 1


def hidden_in(stretch: str) -> Iterator[tuple[str, bool]]:
    """Yield what rows of pieces of a stretch may stand for, folded, and whether each is certainly meant as one word."""
    if len(stretch) > _LONGEST or not _PIECE.search(stretch):
        return
    plain = _FLAG.sub(lambda found: chr(ord(found[0]) - 0x1F1E6 + ord("a")), stretch)
    plain = unicodedata.normalize("NFKC", _decoded(plain))
    pieces = [fold(piece) for piece in _PIECE.findall(plain)]
    yield from _rows(pieces, fewest=1 if plain != stretch else 2)
    if any(figure in plain for figure in _FIGURES):
        figured = [piece for piece in _FIGURED.findall(plain.rstrip("!")) if _is_mostly_letters(piece)]
        for table in _AS_LETTERS:
            yield from ((fold("".join(_PIECE.findall(piece.translate(table)))), False) for piece in figured)


def _decoded(text: str) -> str:
    """Return a text with the codes for letters undone."""
    if "\\" in text:
        text = _BACKSLASH.sub(lambda found: chr(int(found[1] or found[2], 16)), text)
    return unquote(html.unescape(text))


def _rows(pieces: list[str], fewest: int) -> Iterator[tuple[str, bool]]:
    """Yield neighbouring pieces, at least `fewest`, put together; a row spelled out, or decoded, is certain."""
    for first in range(len(pieces)):
        row, spelled = "", True
        for count, piece in enumerate(pieces[first:], start=1):
            row += piece
            spelled = spelled and len(piece) <= _SPELLED
            if len(row) > _LONGEST_NAME:
                break
            if count >= fewest and len(row) >= _SHORTEST:
                yield row, fewest == 1 or (spelled and count > _SPELLED)


def _is_mostly_letters(piece: str) -> bool:
    figures = sum(char in _FIGURES for char in piece)
    return 0 < figures <= sum(map(str.isalpha, piece))
