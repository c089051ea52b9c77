"""Single letters: labels, abbreviations and the community's own "leerling A" pass; what may be an initial does not."""

from __future__ import annotations

import re
from functools import cached_property

from proefpraktijk.dutch.abbreviations import ABBREVIATIONS
from proefpraktijk.dutch.forms_of_address import LABELLED, LETTERED
from proefpraktijk.protect.document.document_text import opens
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.roster.name_forms import PARTICLES
from proefpraktijk.protect.roster.word_facts import Word

_DOTTED = re.compile(r"(?:[^\W\d_]\.){1,5}[^\W\d_]?\.?")
_SPACED = re.compile(r"(?:[^\W\d_][ \u00a0._\u00b7-]{1,2}){3}[^\W\d_](?![^\W\d_])")
_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]+)[ \u00a0\n]$")
_LABEL = re.compile(r"[).:](?:\s|$)")
_CODE = re.compile(r"\d{1,2}(?![^\W_])")
_STOP = re.compile(r"\.[ \t\n\u00a0]*([^\W\d_]*)")
_ROW = re.compile(
    rf"(?<![^\W_])(?i:(?:{'|'.join(map(re.escape, sorted(LETTERED)))})(?:s|en|'s|\u2019s)?)[ \u00a0]([A-Z])(?![^\W_])"
    r"((?:,? (?:en|of|tot en met|t/m) [A-Z](?![^\W_])|, [A-Z](?![^\W_]))*)"
)
_GAPS = 2
_PRONOUNS = frozenset("uo")


class Labels:
    """The letters by which a document distinguishes people: "leerling A", "collega's A, B en C"."""

    def __init__(self, text: str) -> None:
        """Take the document's text."""
        self._text = text

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters, when they run from A (or X) with few gaps, so that none is likely to be an initial; else none."""
        found = {letter for row in _ROW.finditer(self._text) for letter in row[1] + (row[2] or "") if letter.isupper()}
        first = "A" if "A" in found else "X"
        is_series = first in found and max(map(ord, found)) - ord(first) <= len(found) + _GAPS
        return frozenset(found) if is_series else frozenset()


def judge_letter(state: DetectionState, word: Word, labels: Labels) -> bool:
    """Return whether the single letter `word` is harmless."""
    text = state.view.text
    abbreviated = _part_of_abbreviation(text, word)
    if abbreviated or _spelled_out(text, word):
        return abbreviated
    before = _BEFORE.search(text, max(0, word.start - 24), word.start)
    noun = before[1].lower() if before else ""
    if word.text in labels.letters and noun not in LABELLED:
        return not _is_initial(state, word)
    if noun in LETTERED:
        return False
    is_code = text[word.start - 1 : word.start].isdigit() or bool(_CODE.match(text, word.end))
    if not word.facts.capital or is_code or noun in LABELLED:
        return True
    return opens(state.view, word.start) and _is_label(text, word)


def _is_label(text: str, word: Word) -> bool:
    return word.facts.lower in _PRONOUNS or bool(_LABEL.match(text, word.end) and word.text < "H")


def _is_initial(state: DetectionState, word: Word) -> bool:
    """Return whether a full stop after the letter may be that of an initial: "leerling B. Jansen", not "leerling B. Hij"."""
    stop = _STOP.match(state.view.text, word.end)
    if stop is None:
        return False
    after = stop[1].lower()
    return bool(after) and (after in PARTICLES or not (after in LETTERED or state.book.lexicon.is_grammar(after)))


def _part_of_abbreviation(text: str, word: Word) -> bool:
    """Return whether the letter stands in a known abbreviation: "o.a.", "t.o.v."."""
    start = word.start
    while start > 1 and text[start - 1] == "." and text[start - 2].isalpha() and word.start - start < 12:  # noqa: PLR2004
        start -= 2
    found = _DOTTED.match(text, start)
    if found is None or found.end() <= word.start:
        return False
    whole = found[0].rstrip(".")
    return len(whole) > 1 and whole.islower() and whole in ABBREVIATIONS


def _spelled_out(text: str, word: Word) -> bool:
    """Return whether the letter is one of several in a row: "D a a n"."""
    start = word.start
    while start > 1 and text[start - 1] in " .-_\u00a0\u00b7" and text[start - 2].isalpha() and word.start - start < 12:  # noqa: PLR2004
        if start > 2 and text[start - 3].isalpha():  # noqa: PLR2004
            break
        start -= 2
    return bool(_SPACED.match(text, start))
