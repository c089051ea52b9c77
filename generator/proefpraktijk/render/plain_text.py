"""The one way in which words get into a machine-readable file: what a template may not show is refused here too."""

from __future__ import annotations

import re

from proefpraktijk.model.text import SafeText, UiText

from .addresses import Address, Token

_SHOWN = (SafeText, UiText, Token, Address)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 (2.2) or Turtle does not hold, or that pages drop."""


def checked_text(words: SafeText | UiText | Token | Address) -> str:
    """Return words as a plain string; raise TypeError for anything that may not be shown."""
    if type(words) not in _SHOWN:
        raise TypeError(f"a machine-readable file may not hold a {type(words).__name__}")
    return _CONTROL.sub("", words)


def one_line(words: SafeText | UiText | Token | Address) -> str:
    """Return words as a plain string without line ends."""
    return " ".join(checked_text(words).split())
