"""Coded passages in running text: ``==tekst=={.veiligheid .belemmerend}``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from proefpraktijk.dutch.folding import slug_of
from proefpraktijk.model.corpus import Codebook
from proefpraktijk.model.document import Coding
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.spiral import Effect
from proefpraktijk.read.problems import Problems
from proefpraktijk.read.values.written_text import nearest

from .source_pieces import SourcePiece

_MARK = re.compile(r"(?<!=)==(?:\{([^{}\n]*)\})?(?!=)")
_EFFECTS = {effect.value: effect for effect in (Effect.BEVORDEREND, Effect.BELEMMEREND)}


class Coder:
    """Finds the coded passages of one document and collects their codings; `marks` are the ranges of the marks."""

    def __init__(self, text: str, codebook: Codebook | None, problems: Problems) -> None:
        """Begin with no passages."""
        self.codings: list[Coding] = []
        self.marks: list[tuple[int, int]] = []
        self._text = text
        self._codebook = codebook
        self._problems = problems

    def weave(self, pieces: list[SourcePiece]) -> list[SourcePiece]:
        """Return the pieces of one block without passage marks, each knowing the passage it belongs to."""
        if not any("==" in piece.value for piece in pieces):
            return pieces
        woven: list[SourcePiece] = []
        opened: int | None = None
        inside = 0  # passages wrongly begun in the open one
        for piece in pieces:
            at = 0
            for mark in self._marks_in(piece):
                offset = piece.start + mark.start()
                if opened is None and not self._may_open(mark, offset):
                    continue
                if opened is not None and mark[1] is None and self._opens(offset):
                    self._problems.add("PP408", offset, "A coded passage cannot stand in another.", _HOW, _EXAMPLE)
                    inside += 1
                    continue
                if inside:
                    inside -= 1
                    continue
                woven.extend(self._part(piece, at, mark.start(), opened))
                at = mark.end()
                self.marks.append((offset, piece.start + at))
                if opened is None:
                    opened = offset
                    self.codings.append(Coding(()))
                else:
                    self.codings[-1] = self._coding(mark, offset)
                    opened = None
            woven.extend(self._part(piece, at, len(piece.value), opened))
        if opened is not None:
            self._problems.add(
                "PP407", opened, "A coded passage is opened here and not closed in this block.", _HOW, _EXAMPLE
            )
        return woven

    def _marks_in(self, piece: SourcePiece) -> Iterable[re.Match[str]]:
        if "==" not in piece.value or piece.style.code or piece.end - piece.start != len(piece.value):
            return ()
        return [m for m in _MARK.finditer(piece.value) if self._before(piece.start + m.start()) != "\\"]

    def _may_open(self, mark: re.Match[str], offset: int) -> bool:
        """Return whether a mark opens a passage while none is open; report one that can only close."""
        if mark[1] is None:
            return self._opens(offset)
        self._problems.add("PP407", offset, "A coded passage ends here that was not opened.", _HOW, _EXAMPLE)
        return False

    def _opens(self, offset: int) -> bool:
        """Return whether a mark opens a passage, unlike two equals signs in a sum or in code: space before, none after."""
        after = self._text[offset + 2 : offset + 3]
        return not self._before(offset).isalnum() and bool(after) and not after.isspace()

    def _before(self, offset: int) -> str:
        return self._text[offset - 1 : offset]

    def _part(self, piece: SourcePiece, start: int, end: int, opened: int | None) -> Iterable[SourcePiece]:
        passages = () if opened is None else (len(self.codings) - 1,)
        if start == 0 and end == len(piece.value):
            return (piece._replace(passages=passages),) if passages else (piece,)
        if start == end:
            return ()
        return (SourcePiece(piece.value[start:end], piece.start + start, piece.start + end, piece.style, passages),)

    def _coding(self, mark: re.Match[str], offset: int) -> Coding:
        """Return the codes in the braces of a closing mark."""
        names = (mark[1] or "").replace(".", " ").split()
        effects = [_EFFECTS[name.lower()] for name in names if name.lower() in _EFFECTS]
        themes = [name for name in names if name.lower() not in _EFFECTS]
        if len(effects) > 1:
            hint = "choose .bevorderend or .belemmerend"
            self._problems.add("PP406", offset, "A coded passage has one effect at most.", hint)
        if not themes:
            self._problems.add("PP409", offset, "This coded passage names no theme.", _HOW, _EXAMPLE)
        known = tuple(theme for theme in (self._theme(name, offset) for name in themes) if theme)
        return Coding(tuple(dict.fromkeys(known)), effects[0] if effects else None)

    def _theme(self, name: str, offset: int) -> ThemeId | None:
        theme = ThemeId(slug_of(name))
        if self._codebook is None or theme in self._codebook.themes:
            return theme
        report_unknown_theme(name, "PP405", offset, self._codebook, self._problems)
        return None


_HOW = "write {example}: a theme of the codebook, and perhaps .bevorderend or .belemmerend"
_EXAMPLE = {"example": "==tekst=={.thema}"}


def report_unknown_theme(name: str, rule: str, offset: int, codebook: Codebook, problems: Problems) -> None:
    """Report a theme that does not exist, with the most similar one as a hint."""
    if problems.enough(rule):
        return
    guess = nearest(name, sorted(codebook.themes))
    hint = "did you mean “{guess}”?" if guess else "the themes are the files in content/themes/"
    problems.add(rule, offset, "This theme does not exist.", hint, {"guess": guess} if guess else {})
