"""Labels in a picture, broken into lines here because SVG breaks none by itself."""

from __future__ import annotations

from dataclasses import dataclass

from proefpraktijk.model.text import SafeText
from proefpraktijk.render.views import View


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class BrokenLabel(View):
    """A label on one or two lines; `whole` is False when that was too little room for it."""

    lines: tuple[SafeText, ...]
    whole: bool


def break_label(label: SafeText, width: int, most: int = 2) -> BrokenLabel:
    """Return `label` in `most` lines at most, each of `width` code points at most, broken between words where that can be."""
    lines: list[SafeText] = []
    rest = label.trim()
    while rest and len(lines) < most:
        end = len(rest) if len(rest) <= width else rest.rfind(" ", 1, width + 1)
        end = width if end < 0 else end
        lines.append(rest.cut(0, end).trim())
        rest = rest.cut(end, len(rest)).trim()
    return BrokenLabel(tuple(lines), not rest)
