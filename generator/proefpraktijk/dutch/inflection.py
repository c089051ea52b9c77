"""Inflected names and words undone: genitives, plurals, diminutives."""

from __future__ import annotations

from collections.abc import Iterator

_DIMINUTIVES = ("etje", "tje", "pje", "kje", "je", "ie", "pie")


def inflections(atom: str, *, person: bool = True) -> Iterator[tuple[str, bool]]:
    """Yield what a folded atom may be an inflection of, and whether that is a genitive or plural; itself first.

    Daans → daan, Daantje → daan, Brammetje → bram, Basje → bas, Keesie → kees, Evietje → evi.
    """
    yield atom, False
    if len(atom) > 2 and atom[-1] == "s":  # noqa: PLR2004 - "es" is no genitive
        yield atom[:-1], True
    if not person:
        return
    bare, plural = (atom[:-1], True) if atom.endswith("es") else (atom, False)
    for ending in _DIMINUTIVES:
        if not bare.endswith(ending) or len(bare) - len(ending) < 2:  # noqa: PLR2004
            continue
        stem = bare[: -len(ending)]
        yield stem, plural
        if len(stem) > 2 and stem[-1] == stem[-2]:  # noqa: PLR2004
            yield stem[:-1], plural
        if stem.endswith("ie"):
            yield stem[:-1], plural
    if plural and atom.endswith("ies"):
        yield atom[:-3], True
