"""One stand-off coding: a W3C TextQuoteSelector (Web Annotation Data Model, 4.2.4) and its codes."""

from __future__ import annotations

from typing import Annotated

from proefpraktijk.model import values
from proefpraktijk.model.corpus import Matter
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.spiral import Effect


class CodeMatter(Matter):
    """One entry of `NAME.codes.yml`: `exact` is the quote, `prefix` and `suffix` what stands before and after it."""

    exact: values.Secret
    prefix: values.Secret | None = None
    suffix: values.Secret | None = None
    themes: Annotated[tuple[ThemeId, ...], values.NamesForm]
    effect: Annotated[Effect | None, values.EffectForm] = None
