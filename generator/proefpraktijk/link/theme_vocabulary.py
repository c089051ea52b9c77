"""The labels and aliases of themes in all their forms, and where these occur in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from proefpraktijk.dutch.label_forms import split, variants
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.safe import SafeTheme
from proefpraktijk.model.text import SafeText

_DESCRIPTOR = re.compile(r"\[[^\[\]\n]*\]")
"""What the airlock put in the place of a name: `[leerling A]`. Nothing is ever found inside one."""


class ThemeMatch(NamedTuple):
    """A form of a theme's label or alias in a text: code points `start`..`end`, the end exclusive."""

    theme: ThemeId
    start: int
    end: int


class Vocabulary:
    """The forms in which the themes are named: one pass of an automaton over a text finds them all.

    Where forms of two themes are the same, a label comes before an alias, both before an inflected form, and then the
    theme whose id comes first.
    """

    def __init__(self, themes: Iterable[SafeTheme]) -> None:
        """Gather the forms of all labels and aliases."""
        self._themes = tuple(sorted(themes, key=lambda theme: (theme.id, theme.key)))
        self.themes = frozenset(theme.id for theme in self._themes)
        self.forms, self.ambiguous = _forms(self._themes)
        self._theme_of = tuple(self.forms.values())
        self._automaton = AhoCorasick(list(self.forms))

    @cached_property
    def fingerprint(self) -> str:
        """Changes whenever an outline made with this vocabulary might differ."""
        listed = repr((sorted(self.themes), sorted(self.forms.items())))
        return blake2b(listed.encode(), digest_size=16).hexdigest()

    def __reduce__(self) -> tuple[type[Vocabulary], tuple[tuple[SafeTheme, ...]]]:
        """Pickle as the themes it was made of: the automaton cannot be pickled."""
        return Vocabulary, (self._themes,)

    def find(self, text: str) -> tuple[ThemeMatch, ...]:
        """Return the themes named in `text`, in order: whole words only, the longest form where several begin.

        A hyphen or a line break matches a space of a label, and the other way round.
        """
        lowered = _lowered(text)
        found = self._automaton.find_matches_as_indexes(
            lowered.replace("-", " ").replace("\n", " "),
            overlapping=True,
        )
        if not found:
            return ()
        closed = [match.span() for match in _DESCRIPTOR.finditer(text)] if "[" in text else []
        matches: list[ThemeMatch] = []
        reached = 0
        for form, start, end in sorted(found, key=_first_and_longest):
            if start >= reached and _is_whole(lowered, start, end) and not _inside(closed, start):
                matches.append(ThemeMatch(self._theme_of[form], start, end))
                reached = end
        return tuple(matches)


def _first_and_longest(found: tuple[int, int, int]) -> tuple[int, int]:
    _, start, end = found
    return start, -end


def _inside(ranges: list[tuple[int, int]], start: int) -> bool:
    return any(first <= start < last for first, last in ranges)


AmbiguousWord = tuple[SafeTheme, SafeText, ThemeId]
"""A theme, its label or alias, and the theme that already has that word."""


def _forms(themes: tuple[SafeTheme, ...]) -> tuple[dict[str, ThemeId], tuple[AmbiguousWord, ...]]:
    """Return each form with its theme, and the labels and aliases that another theme has already."""
    forms: dict[str, ThemeId] = {}
    ambiguous: list[AmbiguousWord] = []
    exact = [(theme, theme.label) for theme in themes]
    exact += [(theme, alias) for theme in themes for alias in theme.aliases]
    inflected = [(theme, text, variants(text)) for theme, text in exact]
    for theme, text, found in inflected:
        words = " ".join(split(text))
        if words in found and forms.setdefault(words, theme.id) != theme.id:
            ambiguous.append((theme, text, forms[words]))
    for theme, _, found in inflected:
        for form in sorted(found):
            forms.setdefault(form, theme.id)
    return forms, tuple(ambiguous)


def _lowered(text: str) -> str:
    """Return `text` in lower case and with straight apostrophes, each code point where it was."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" becomes two code points
        lowered = "".join(letter if len(letter.lower()) > 1 else letter.lower() for letter in text)
    return lowered.replace("’", "'")


def _is_whole(text: str, start: int, end: int) -> bool:
    """Return whether `start`..`end` is no part of a longer word, such as `veiligheid` in `onveiligheid` and `-sgevoel`.

    Hyphens and apostrophes hold a word together: `veiligheids-app`, `thema's`.
    """
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before and (before[-1].isalnum() or (before[-1] in "-_'" and before[0].isalnum())):
        return False
    return not (after and (after[0].isalnum() or (after[0] in "-_'" and after[-1].isalnum())))
