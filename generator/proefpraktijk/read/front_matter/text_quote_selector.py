"""One stand-off coding: a W3C TextQuoteSelector (Web Annotation Data Model, 4.2.4) and its codes."""

from __future__ import annotations

from dataclasses import dataclass

from proefpraktijk.model.corpus import Matter
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.spiral import Effect
from proefpraktijk.model.text import RawText


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeMatter(Matter):
    """One entry of `NAME.codes.yml`: `exact` is the quote, `prefix` and `suffix` the text before and after it."""

    exact: RawText
    prefix: RawText | None = None
    suffix: RawText | None = None
    themes: tuple[ThemeId, ...]
    effect: Effect | None = None
