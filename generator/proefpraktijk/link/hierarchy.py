"""The hierarchy of the codebook: which theme is narrower than which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.safe import SafeTheme


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """The themes as a forest.

    `order`: each theme followed by its narrower ones, siblings by scheme and label. `ancestors` runs from the top down
    to the theme's own parent.
    """

    order: tuple[ThemeId, ...]
    ancestors: dict[ThemeId, tuple[ThemeId, ...]]
    narrower: dict[ThemeId, tuple[ThemeId, ...]]

    def below(self, theme: ThemeId) -> tuple[ThemeId, ...]:
        """Return all themes below `theme`, in order; none when there is no such theme."""
        return tuple(below for child in self.narrower.get(theme, ()) for below in (child, *self.below(child)))


def hierarchy(themes: Sequence[SafeTheme]) -> Hierarchy:
    """Return the forest of `themes`. A theme whose broader theme is not among them is a root.

    So is one whose broader theme would close a circle: `read` refuses those, and nothing here may loop on one.
    """
    ids = {theme.id for theme in themes}
    ranked = sorted(themes, key=lambda theme: (theme.scheme or "", theme.label.casefold(), theme.id))
    parent = {theme.id: theme.broader for theme in ranked if theme.broader is not None and theme.broader in ids}
    for theme in ranked:
        if _is_circular(theme.id, parent):
            del parent[theme.id]
    narrower: dict[ThemeId, list[ThemeId]] = {theme.id: [] for theme in ranked}
    for theme in ranked:
        if broader := parent.get(theme.id):
            narrower[broader].append(theme.id)
    order: list[ThemeId] = []
    ancestors: dict[ThemeId, tuple[ThemeId, ...]] = {}
    waiting: list[tuple[ThemeId, tuple[ThemeId, ...]]] = [
        (theme.id, ()) for theme in reversed(ranked) if theme.id not in parent
    ]
    while waiting:
        theme_id, above = waiting.pop()
        order.append(theme_id)
        ancestors[theme_id] = above
        waiting.extend((child, (*above, theme_id)) for child in reversed(narrower[theme_id]))
    return Hierarchy(tuple(order), ancestors, {theme_id: tuple(below) for theme_id, below in narrower.items()})


def _is_circular(theme: ThemeId, parent: dict[ThemeId, ThemeId]) -> bool:
    seen = {theme}
    above = parent.get(theme)
    while above is not None:
        if above in seen:
            return above == theme
        seen.add(above)
        above = parent.get(above)
    return False
