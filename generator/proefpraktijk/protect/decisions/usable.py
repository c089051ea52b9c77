"""Which decisions can be followed, what is wrong with the others, and which no longer fit any text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from proefpraktijk.model.corpus import Decision
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Problem, Severity
from proefpraktijk.model.text import RawText
from proefpraktijk.model.vocabulary import DecisionAction
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.roster.name_forms import PARTICLES, atoms_of
from proefpraktijk.protect.roster.name_index import NameIndex

from .applied import ALL, identity, is_bound, is_descriptor, key_of, replacement_of
from .bare_names import BareWords

_LONGEST_REPLACEMENT = 80


class Fault(NamedTuple):
    """Why a decision cannot be followed."""

    rule: str
    message: Message
    hint: Message


_DESCRIBE = Message("Describe who or what it is, such as leerkracht.")
_KEEP_ONE = Message("Keep one of the two.")
_BARE = Fault(
    "PP501",
    Message("This decision clears a bare name of the roster."),
    Message("Clear a phrase around it, a few words before and after, as it stands in the report."),
)
_EMPTY = Fault(
    "PP503",
    Message("This decision has no text."),
    Message("Write the word or phrase that was decided on."),
)
_NAMING = Fault(
    "PP504",
    Message("The replacement in this decision holds a name of the roster."),
    _DESCRIBE,
)
_TELLING = Fault(
    "PP504",
    Message("The replacement in this decision may lead to somebody."),
    _DESCRIBE,
)
_LONG = Fault(
    "PP504",
    Message("The replacement in this decision is longer than {most} characters.", {"most": _LONGEST_REPLACEMENT}),
    _DESCRIBE,
)
_CONTRADICTED = Fault(
    "PP502",
    Message("This decision clears what another decision redacts: it stays redacted."),
    _KEEP_ONE,
)
_TWOFOLD = Fault(
    "PP511",
    Message("Another decision replaces this text by something else: the first of the two is followed."),
    _KEEP_ONE,
)
_AGAIN = Message("Decide again with proefpraktijk review, and take this decision out.")
_LAPSED = Fault(
    "PP512",
    Message("The text around what was decided on has changed, so this decision has lapsed."),
    _AGAIN,
)
_STILL_REDACTED = Fault(
    "PP512",
    Message("The text around what was decided on has changed; what this decision redacts stays redacted."),
    _AGAIN,
)
_GONE = Fault(
    "PP513",
    Message("This decision is about text that is gone."),
    Message("Take it out, or correct the text if it was mistyped."),
)


class Rules:
    """What a decision by itself must keep to, given the names of the roster."""

    def __init__(self, index: NameIndex, look: Callable[[str], DetectionState]) -> None:
        """Take the index of those names, and what looks at a text without any decision."""
        self._index = index
        self._bare = BareWords(index, look)

    def fault(self, decision: Decision) -> Fault | None:
        """Return why a decision cannot be followed; None when it can.

        Clearing a bare name of the roster would let it out everywhere: words around it are asked for, in the text or
        beside it.
        """
        row = atoms_of(decision.text.value)
        if not row:
            return _EMPTY
        if decision.action is DecisionAction.REDACT:
            return self._fault_of_replacement(replacement_of(decision), row)
        if decision.action is DecisionAction.SEEN or _words_around(decision):
            return None
        return _BARE if self._bare.is_bare(decision.text.value, self._is_name) else None

    def _fault_of_replacement(self, words: str, redacted: tuple[str, ...]) -> Fault | None:
        """Return what is wrong with a reviewer's own words: what all layers find in a report, or the redacted text."""
        if is_descriptor(words):
            return None
        if len(words) > _LONGEST_REPLACEMENT:
            return _LONG
        if self.names_somebody(words):
            return _NAMING
        row, count = atoms_of(words), len(redacted)
        repeats = any(row[at : at + count] == redacted for at in range(len(row)))
        return _TELLING if repeats or not self._bare.is_plain(words) else None

    def names_somebody(self, text: str) -> bool:
        """Return whether a word of `text` is a name of the roster."""
        return any(self._is_name(atom) for atom in atoms_of(text))

    def _is_name(self, atom: str) -> bool:
        return atom in self._parts or any(
            not self._index.entities[match.form.entity].public and len(match.form.atoms) == 1
            for match in self._index.lookup(atom, atom)
        )

    @cached_property
    def _parts(self) -> frozenset[str]:
        return frozenset(atom for row in self._index.rows if len(row) > 1 for atom in row if atom not in PARTICLES)


def _words_around(decision: Decision) -> bool:
    around: Iterable[RawText | None] = (decision.before, decision.after)
    return any(atoms_of(raw.value) for raw in around if raw)


def usable(decisions: Sequence[Decision], rules: Rules) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """Return the decisions that are followed, and what is wrong with the others.

    Where a text is cleared and redacted in the same documents, the redaction stands; of two replacements the first.
    """
    replacements: dict[str, dict[str, str]] = defaultdict(dict)
    for decision in decisions:
        if decision.action is DecisionAction.REDACT:
            replacements[key_of(decision)].setdefault(decision.scope, _replacement(decision))
    kept: list[Decision] = []
    problems: list[Problem] = []
    for decision in decisions:
        fault = rules.fault(decision)
        if fault is not None:
            problems.append(_problem(decision, fault, Severity.ERROR))
            continue
        quarrel = _quarrel(decision, replacements.get(key_of(decision), {}))
        if quarrel is None:
            kept.append(decision)
        else:
            problems.append(_problem(decision, quarrel, Severity.WARNING))
    return tuple(kept), tuple(problems)


def _quarrel(decision: Decision, replacements: dict[str, str]) -> Fault | None:
    """Return what stands against a decision among the redactions (scope → replacement) of the same text."""
    if decision.action is DecisionAction.REDACT:
        return None if replacements[decision.scope] == _replacement(decision) else _TWOFOLD
    if decision.action is DecisionAction.CLEAR and (ALL in replacements or decision.scope in replacements):
        return _CONTRADICTED
    return None


def _replacement(decision: Decision) -> str:
    return replacement_of(decision).casefold()


def lapsed(
    decisions: Iterable[Decision], fitting: Collection[str], read: Collection[ContentPath], *, complete: bool
) -> Iterator[Problem]:
    """Yield a warning for each decision that fits no text any more.

    `fitting` are the identities (`decided.identity`) of those that do, in any document; `read` the documents that
    were looked at, and `complete` whether those are all there are: of what was not read nothing is said.
    """
    for decision in decisions:
        was_read = complete if decision.scope == ALL else decision.scope in read
        if was_read and identity(decision) not in fitting:
            yield _problem(decision, _lapse(decision), Severity.WARNING)


def _lapse(decision: Decision) -> Fault:
    if not is_bound(decision):
        return _GONE
    return _STILL_REDACTED if decision.action is DecisionAction.REDACT else _LAPSED


def _problem(decision: Decision, fault: Fault, severity: Severity) -> Problem:
    return Problem(fault.rule, decision.place, fault.message, fault.hint, severity)
