"""Single letters: labels, abbreviations and the community's own "leerling A" pass; what may be an initial does not."""

from __future__ import annotations

import re

from .scene import Scene
from .sentences import ABBREVIATIONS, opens
from .titles import LABELLED, LETTERED
from .words import Word

_DOTTED = re.compile(r"(?:[^\W\d_]\.){1,5}[^\W\d_]?\.?")
_SPACED = re.compile(r"(?:[^\W\d_][ \u00a0._\u00b7-]{1,2}){3}[^\W\d_](?![^\W\d_])")
_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]+)[ \u00a0\n]$")
_LABEL = re.compile(r"[).:](?:\s|$)")
_CODE = re.compile(r"\d{1,2}(?![^\W_])")
_PRONOUNS = frozenset("uo")


def judge_letter(scene: Scene, word: Word) -> bool:
    """Tell whether the single letter `word` is harmless."""
    text = scene.view.text
    abbreviated = _part_of_abbreviation(text, word)
    if abbreviated or _spelled_out(text, word):
        return abbreviated
    before = _BEFORE.search(text, max(0, word.start - 24), word.start)
    noun = before[1].lower() if before else ""
    if noun in LETTERED:
        return word.text.isupper() and text[word.end : word.end + 1] != "." and _in_series(scene, noun, word.text)
    if not word.facts.capital or text[word.start - 1 : word.start].isdigit():
        return True
    if noun in LABELLED or _CODE.match(text, word.end):
        return True
    if not opens(scene.view, word.start):
        return False
    return word.facts.lower in _PRONOUNS or bool(_LABEL.match(text, word.end) and word.text < "H")


def _part_of_abbreviation(text: str, word: Word) -> bool:
    """Tell whether the letter stands in a known abbreviation: "o.a.", "t.o.v."."""
    start = word.start
    while start > 1 and text[start - 1] == "." and text[start - 2].isalpha() and word.start - start < 12:  # noqa: PLR2004
        start -= 2
    found = _DOTTED.match(text, start)
    if found is None or found.end() <= word.start:
        return False
    whole = found[0].rstrip(".")
    return len(whole) > 1 and whole.islower() and whole in ABBREVIATIONS


def _spelled_out(text: str, word: Word) -> bool:
    """Tell whether the letter is one of several in a row: "D a a n"."""
    start = word.start
    while start > 1 and text[start - 1] in " .-_\u00a0\u00b7" and text[start - 2].isalpha() and word.start - start < 12:  # noqa: PLR2004
        if start > 2 and text[start - 3].isalpha():  # noqa: PLR2004
            break
        start -= 2
    return bool(_SPACED.match(text, start))


def _in_series(scene: Scene, noun: str, letter: str) -> bool:
    """Tell whether the letters after `noun` in this document run from A (or X) without a gap, so that none is an initial."""
    letters = set(re.findall(rf"\b{re.escape(noun)} ([A-Z])(?![^\W_.])", scene.view.text, re.IGNORECASE))
    series = {chr(code) for first in "AX" for code in range(ord(first), ord(first) + len(letters))}
    return letter in letters and letters <= series
