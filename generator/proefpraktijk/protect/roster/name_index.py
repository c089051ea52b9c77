"""Looking a word up among all forms of all names, by dictionary: no name is ever searched for one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from proefpraktijk.dutch.folding import fold
from proefpraktijk.dutch.inflection import inflections
from proefpraktijk.dutch.lexicon import Rarity
from proefpraktijk.model.safe import HoldKind

from .name_forms import ATOM, PARTICLES, NameForm, Part

_JOINERS = " \t\n\u00a0\u202f-\u2010\u2011\u2013'\u2019\u2018\u02bc\u00b4`_"
_CLITIC_MARKS = "'\u2019\u2018"
_LONGEST = 64
_FARTHEST = 4
"""Between two atoms of one name stand at most so many joiners ("van - der")."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something the airlock knows.

    `noun` is its descriptor; `school`, `initial` (of the first name) and `last` (of the surname or its particles) are
    folded. `pupils` are the entities through whom somebody is known whose own name says no more: their parent.
    """

    kind: HoldKind
    noun: str
    public: bool = False
    school: str = field(default="", repr=False)
    initial: str = field(default="", repr=False)
    last: frozenset[str] = field(default=frozenset(), repr=False)
    pupils: frozenset[int] = frozenset()


class Use(NamedTuple):
    """What a form proves when its anchor is written in lower case, and with a capital at the start of a sentence."""

    lower: str
    opening: str


_CERTAIN = Use("replace", "replace")
_RARE = Use("hold", "replace")
_COMMON = Use("pass", "hold")


class Match(NamedTuple):
    """A form one of whose atoms, the anchor, is a given word; `genitive` when that word has a genitive ending."""

    form: NameForm
    anchor: int
    genitive: bool
    use: Use


class NameIndex:
    """All forms, by their anchor: the most distinctive atom."""

    def __init__(
        self,
        forms: Iterable[NameForm],
        entities: tuple[Entity, ...],
        rarity: Callable[[str], Rarity],
        initials: Mapping[str, frozenset[int]] | None = None,
    ) -> None:
        """Index `forms` of `entities`; `rarity` says how ordinary a folded word is; `initials` are folded, no stops."""
        self.entities = entities
        self.initials = initials or {}
        self._rarity = rarity
        self._anchors: dict[str, list[tuple[NameForm, int]]] = defaultdict(list)
        self.rows: dict[tuple[str, ...], set[int]] = defaultdict(set)
        seen: set[NameForm] = set()
        for form in forms:
            if form in seen or not form.atoms or (len(form.atoms) == 1 and len(form.atoms[0]) == 1):
                continue
            seen.add(form)
            anchor = self._anchor(form)
            self._anchors[form.atoms[anchor]].append((form, anchor))
            self.rows[form.atoms].add(form.entity)

    def __bool__(self) -> bool:
        """Return whether there is anything to look for."""
        return bool(self._anchors)

    def conceals(self, atom: str) -> bool:
        """Return whether `atom` (folded) is a name that is no Dutch word."""
        return atom in self._anchors and self._rarity(atom) is Rarity.UNIQUE

    @property
    def atoms(self) -> Iterable[str]:
        """The anchors of all forms."""
        return self._anchors.keys()

    def _anchor(self, form: NameForm) -> int:
        def weight(at: int) -> tuple[bool, int, int]:
            atom = form.atoms[at]
            return atom not in PARTICLES, -self._rarity(atom), len(atom)

        return max(range(len(form.atoms)), key=weight)

    def lookup(self, atom: str, written: str) -> tuple[Match, ...]:
        """Return the forms whose anchor is `atom` (folded) or what it is an inflection of.

        `written` is the word in lower case with its accents: if that is a Dutch word it proves less.
        """
        found: list[Match] = []
        for stem, genitive in inflections(atom):
            for form, anchor in self._anchors.get(stem, ()):
                if stem != atom and anchor != len(form.atoms) - 1:
                    continue
                if stem != atom and form.part not in (Part.FIRST, Part.FULL) and stem + "s" != atom:
                    continue
                found.append(Match(form, anchor, genitive, self._use(form, atom, written)))
        return tuple(found)

    def _use(self, form: NameForm, atom: str, written: str) -> Use:
        rarity = max(self._rarity(atom), self._rarity(written)) if len(form.atoms) == 1 else self._row_rarity(form)
        if rarity is Rarity.UNIQUE:
            return _CERTAIN
        if form.part is Part.FULL or form.archaic or (form.part is Part.FIRST and len(form.atoms) > 1):
            return _RARE
        if form.part is Part.LAST and rarity is Rarity.WORD and _is_no_phrase(form.atoms):
            return _RARE
        if form.part is Part.FIRST or (form.part is Part.SCHOOL):
            return _RARE if rarity is Rarity.WORD else _COMMON
        return _COMMON

    def _row_rarity(self, form: NameForm) -> Rarity:
        words = [atom for atom in form.atoms if atom not in PARTICLES]
        return min((self._rarity(atom) for atom in words), default=Rarity.EVERYDAY)

    @staticmethod
    def place(text: str, start: int, end: int, match: Match) -> tuple[int, int, bool] | None:
        """Return where in `text` the form stands whose anchor is `start`..`end`, and whether it ends in a genitive."""
        genitive = match.genitive
        for atom in reversed(match.form.atoms[: match.anchor]):
            before = atom_before(text, start)
            if before is None or fold(text[before[0] : before[1]]) != atom:
                return None
            start = before[0]
        rest = match.form.atoms[match.anchor + 1 :]
        for at, atom in enumerate(rest):
            after = atom_after(text, end)
            if after is None:
                return None
            word = fold(text[after[0] : after[1]])
            if word != atom:
                if at < len(rest) - 1 or word != atom + "s":
                    return None
                genitive = True
            end = after[1]
        if start and text[start - 1] in _CLITIC_MARKS and match.form.atoms[0] in ("t", "s"):
            start -= 1
        return start, end, genitive

    def identify(self, row: tuple[str, ...]) -> frozenset[int]:
        """Return the entities one of whose forms is exactly this row of atoms."""
        return frozenset(self.rows.get(row, ()))


def _is_no_phrase(row: tuple[str, ...]) -> bool:
    """Return whether the words of a surname seldom follow each other as Dutch: "vos brouwer", "van leeuwen"."""
    return len(row) > 1 and (row[0] not in PARTICLES or (row[0] == "van" and row[1] not in PARTICLES))


def atom_before(text: str, end: int) -> tuple[int, int] | None:
    """Return the atom that stands before `end`, with only joiners between."""
    right = end
    while right > 0 and end - right < _FARTHEST and text[right - 1] in _JOINERS:
        right -= 1
    left = right
    while left > 0 and right - left < _LONGEST and text[left - 1].isalpha():
        left -= 1
    return (left, right) if left < right < end else None


def atom_after(text: str, start: int) -> tuple[int, int] | None:
    """Return the atom that stands after `start`, with only joiners between."""
    left = start
    while left < len(text) and left - start < _FARTHEST and text[left] in _JOINERS:
        left += 1
    if left == start:
        return None
    found = ATOM.match(text, left)
    return found.span() if found else None
