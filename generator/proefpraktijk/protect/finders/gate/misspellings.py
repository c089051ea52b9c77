"""Words one slip of the pen away from a name of the roster: they are held as a person, not just as an unknown word."""

from __future__ import annotations

from collections.abc import Iterable

_SHORTEST = 4


class NearNames:
    """Edit distance 1 by deletion neighbourhoods: two words are near when they share a word with one letter left out."""

    def __init__(self, atoms: Iterable[str]) -> None:
        """Index folded atoms of at least four letters."""
        self._shorter: dict[str, list[str]] = {}
        self._atoms = frozenset(atom for atom in atoms if len(atom) >= _SHORTEST)
        for atom in sorted(self._atoms):
            for less in _deletions(atom):
                self._shorter.setdefault(less, []).append(atom)

    def near(self, word: str) -> bool:
        """Return whether folded `word` becomes a name by adding, leaving out or changing a letter, or swapping two."""
        if len(word) < _SHORTEST:
            return False
        if word in self._shorter or any(less in self._atoms for less in _deletions(word)):
            return True
        return any(_one_change(word, atom) for less in _deletions(word) for atom in self._shorter.get(less, ()))


def _deletions(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(min(len(word), 40))}


def _one_change(word: str, atom: str) -> bool:
    if len(word) != len(atom):
        return False
    different = [at for at, (a, b) in enumerate(zip(word, atom, strict=True)) if a != b]
    if len(different) == 1:
        return True
    return len(different) == 2 and word[different[0]] == atom[different[1]] and word[different[1]] == atom[different[0]]  # noqa: PLR2004
