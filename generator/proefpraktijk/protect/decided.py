"""What reviewers decided, found in a text: cleared words and phrases, and forced redactions.

A cleared word clears that word in any case; a cleared phrase clears the phrase as written (its first letter may be of
either case). Both hold for all reports or for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import ahocorasick_rs

from proefpraktijk.model.corpus import Decision
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place, Problem
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.model.values import DecisionAction

from .index import NameIndex
from .names import PARTICLES, atoms_of
from .scene import Scene
from .spans import Found

DECISIONS_FILE = ContentPath("content/decisions.yml")
ALL = "all"


class DecidedLayer:
    """The decisions, in one search. `standing` are cleared texts nobody decided on: the community's own name."""

    def __init__(self, decisions: Sequence[Decision], standing: Sequence[str] = ()) -> None:
        """Take decisions that `usable` let through."""
        self._decisions: list[Decision | None] = [None] * len(standing) + list(decisions)
        self._texts = [*standing, *(_flat(decision.text.value.strip()) for decision in decisions)]
        self._search = ahocorasick_rs.AhoCorasick([_lower(text) for text in self._texts]) if self._texts else None

    def find(self, scene: Scene) -> Iterator[Found]:
        """Yield what was decided on in the document."""
        if self._search is None:
            return
        text = _flat(scene.view.text)
        for which, start, end in self._search.find_matches_as_indexes(_lower(text), overlapping=True):
            if (text[start - 1 : start].isalnum() and start > 0) or text[end : end + 1].isalnum():
                continue
            decision = self._decisions[which]
            if decision is None:
                yield Found(start, end, "keep", HoldKind.CAPITAL, "decisions")
            elif decision.scope not in (ALL, scene.context.path):
                continue
            elif decision.action is DecisionAction.REDACT:
                noun = (decision.replacement or "weggelaten").strip("[] ")
                yield Found(start, end, "replace", HoldKind.PERSON, "decisions", noun=noun)
            elif _as_written(self._texts[which], text[start:end]):
                yield Found(start, end, "keep", HoldKind.CAPITAL, "decisions")


def _as_written(phrase: str, text: str) -> bool:
    return " " not in phrase or phrase[1:] == text[1:]


def _flat(text: str) -> str:
    """Return `text` with plain spaces and apostrophes, as long as before."""
    for space in "\t\n\u00a0\u202f":
        text = text.replace(space, " ")
    return text.replace("\u2019", "'").replace("\u2018", "'")


def _lower(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def usable(decisions: Sequence[Decision], index: NameIndex) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """Return the decisions that can be followed, and what is wrong with the others.

    Clearing a bare name of the roster would let it out everywhere; a phrase around it is asked for. Where a text is
    cleared and redacted at once, the redaction stands.
    """
    kept: list[Decision] = []
    problems: list[Problem] = []
    redacted = [(_key(d), d.scope) for d in decisions if d.action is DecisionAction.REDACT]
    for number, decision in enumerate(decisions, start=1):
        template, hint = _fault(decision, redacted, index)
        if template:
            rule = _RULES[template]
            place = Place(DECISIONS_FILE)
            problems.append(Problem(rule, place, Message(template, {"number": number}), Message(hint)))
        else:
            kept.append(decision)
    return tuple(kept), tuple(problems)


_BARE = "Decision {number} clears a bare name of the roster."
_CONTRADICTED = "Decision {number} clears what another decision redacts."
_EMPTY = "Decision {number} has no text."
_NAMING = "The replacement in decision {number} holds a name of the roster."
_RULES = {_BARE: "PP501", _CONTRADICTED: "PP502", _EMPTY: "PP503", _NAMING: "PP504"}


def _fault(decision: Decision, redacted: list[tuple[str, str]], index: NameIndex) -> tuple[str, str]:
    row = atoms_of(decision.text.value)
    if not row:
        return _EMPTY, "Write the word or phrase that was decided on."
    if decision.action is DecisionAction.REDACT:
        if any(_is_name(atom, index) for atom in atoms_of(decision.replacement or "")):
            return _NAMING, "Describe who or what it is, such as leerkracht."
        return "", ""
    if any(key == _key(decision) and _meet(scope, decision.scope) for key, scope in redacted):
        return _CONTRADICTED, "Keep one of the two."
    names = [_is_name(atom, index) for atom in row]
    if all(named or atom in PARTICLES for named, atom in zip(names, row, strict=True)) and any(names):
        return _BARE, "Clear a phrase around it, a few words before and after, as it stands in the report."
    return "", ""


def _is_name(atom: str, index: NameIndex) -> bool:
    return any(
        not index.entities[match.form.entity].public and len(match.form.atoms) == 1
        for match in index.lookup(atom, atom)
    ) or any(atom in row and atom not in PARTICLES for row in index.rows if len(row) > 1)


def _key(decision: Decision) -> str:
    return _lower(_flat(decision.text.value.strip()))


def _meet(one: str, other: str) -> bool:
    return one == other or ALL in (one, other)
