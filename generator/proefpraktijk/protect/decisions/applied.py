"""What reviewers decided, found in a text: forced redactions, and cleared words and phrases.

A cleared word clears that word in any case; a cleared phrase clears the phrase as written (its first letter may be of
either case). A decision holds for all documents or for one, and may be bound to the text around it: then it clears
nothing but what stands between exactly those words. A redaction redacts its text in all of its scope, whatever stands
around it, so that an edit never weakens it.
"""

from __future__ import annotations

import datetime as dt
from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence

import ahocorasick_rs

from proefpraktijk.dutch.folding import clean, fold
from proefpraktijk.model.corpus import Decision
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.model.text import RawText
from proefpraktijk.model.vocabulary import DecisionAction
from proefpraktijk.protect.document.quoting import flat, line_after, line_before, single_line
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found
from proefpraktijk.protect.finders.names.descriptors import ENGLISH
from proefpraktijk.protect.roster.name_forms import ATOM, PARTICLES, atoms_of

ALL = "all"


SCHOOL = "school"
DESCRIBED = (
    "leerling", "leerkracht", "ib'er", "directeur", "ouder", "begeleider", "expert", "collega", "persoon", SCHOOL,
)  # fmt: skip
"""Descriptors of somebody, or of a school: whoever a redaction calls so gets a letter, like anybody else."""
_LEFT_OUT = "weggelaten"
_NOUNS = {fold(word): noun for noun, english in ENGLISH.items() for word in (noun, english)}


def identity(decision: Decision) -> str:
    """Return what identifies a decision wherever it stands in the file: what it decides on, and where."""
    around = (_line(raw) if raw else "" for raw in (decision.before, decision.after))
    return "\0".join((decision.action, key_of(decision), decision.scope, *around))


def key_of(decision: Decision) -> str:
    """Return the text of a decision as it is compared with that of others."""
    return _lower(_phrase(decision.text))


def replacement_of(decision: Decision) -> str:
    """Return a reviewer's own words, without the brackets around them; empty when there are none."""
    return (decision.replacement or "").strip("[] ")


def is_descriptor(words: str) -> bool:
    """Return whether these words are a descriptor in Dutch or English, such as "leerling", or there are none."""
    return not words or fold(words) in _NOUNS


class DecidedAddresses:
    """Decisions on web addresses, which are no text of a document when a link leads there."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        """Take decisions that `usable` let through."""
        self._decisions: dict[str, dict[str, Decision]] = {}
        for decision in decisions:
            address = decision.text.value.strip()
            if "://" in address and decision.action is not DecisionAction.SEEN:
                self._decisions.setdefault(decision.scope, {}).setdefault(address, decision)

    def within(self, path: str) -> Mapping[str, Decision]:
        """Return the decisions that hold in a document, by address: those for it alone go before others."""
        return ChainMap(self._decisions.get(path, {}), self._decisions.get(ALL, {}))


class _Search:
    """All texts of some decisions in one automaton. Equal texts are one, however many documents they are decided in."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self._decisions: dict[str, dict[str, list[Decision]]] = {}
        for decision in decisions:
            by_scope = self._decisions.setdefault(key_of(decision), {})
            by_scope.setdefault(decision.scope, []).append(decision)
        self._keys = list(self._decisions)
        self._automaton = ahocorasick_rs.AhoCorasick(self._keys) if self._keys else None

    def find(self, state: DetectionState) -> Iterator[tuple[Decision, int, int]]:
        """Yield the decisions on what stands in the document, with the stretch: those for it alone before others."""
        if self._automaton is None:
            return
        text = flat(state.view.text)
        for which, start, end in self._automaton.find_matches_as_indexes(_lower(text), overlapping=True):
            if not _is_whole(text, start, end):
                continue
            by_scope = self._decisions[self._keys[which]]
            for scope in (state.context.path, ALL):
                yield from ((decision, start, end) for decision in by_scope.get(scope, ()))


class RedactedLayer:
    """Forced redactions, before anything else has a say."""

    name = "redacted"

    def __init__(self, decisions: Sequence[Decision]) -> None:
        """Take decisions that `usable` let through."""
        self._search = _Search([d for d in decisions if d.action is DecisionAction.REDACT])

    def find(self, state: DetectionState) -> Iterator[Found]:
        """Yield what is never to go out."""
        for decision, start, end in self._search.find(state):
            if is_around(decision, state.view.text, start, end):
                state.decided.add(identity(decision))
            noun = replacement_of(decision) or _LEFT_OUT
            noun = _NOUNS.get(fold(noun), noun)
            who = who_is(state, decision.text, noun)
            kind = HoldKind.SCHOOL if noun == SCHOOL else HoldKind.PERSON
            yield Found(start, end, "replace", kind, "decisions", who=who, noun="" if who else noun)


class ClearedLayer:
    """What may go out. `standing` are texts nobody decided on: the community's own name."""

    name = "cleared"

    def __init__(self, decisions: Sequence[Decision], standing: Sequence[str] = ()) -> None:
        """Take decisions that `usable` let through."""
        self._search = _Search([d for d in decisions if d.action is not DecisionAction.REDACT])
        self._standing = _Search([_standing(text) for text in standing])

    def find(self, state: DetectionState) -> Iterator[Found]:
        """Yield what was cleared in the document, and note what was seen."""
        text = state.view.text
        for _, start, end in self._standing.find(state):
            yield Found(start, end, "keep", HoldKind.CAPITAL, "decisions")
        for decision, start, end in self._search.find(state):
            if not is_around(decision, text, start, end):
                continue
            if decision.action is DecisionAction.SEEN:
                state.seen.append((start, end))
            elif not _as_written(_phrase(decision.text), flat(text[start:end])):
                continue
            else:
                yield Found(start, end, "keep", HoldKind.CAPITAL, "decisions")
                if is_bound(decision):
                    state.cleared_here.append((start, end))
            state.decided.add(identity(decision))


def _standing(text: str) -> Decision:
    return Decision(
        action=DecisionAction.CLEAR,
        text=RawText(text.strip()),
        reason="standing",
        by="community",
        date=dt.date(2000, 1, 1),
    )


def is_bound(decision: Decision) -> bool:
    """Return whether a decision is bound to the text around it."""
    return decision.before is not None or decision.after is not None


def is_around(decision: Decision, text: str, start: int, end: int) -> bool:
    """Return whether what a decision is bound to stands around `start`..`end` of a view's text; true for an unbound one."""
    before, after = (_line(raw) if raw else "" for raw in (decision.before, decision.after))
    if before:
        left = line_before(text, start, len(before))
        if not left.endswith(before) or not _is_whole(left, len(left) - len(before), len(left)):
            return False
    if after:
        right = line_after(text, end, len(after))
        return right.startswith(after) and _is_whole(right, 0, len(after))
    return True


def who_is(state: DetectionState, text: RawText, noun: str) -> frozenset[int]:
    """Return the person or school that is redacted: the one on the roster who is called so, else a new one.

    Nobody when the replacement is no descriptor of somebody. A description ("de jongen met de pet") is no name: it is
    given a letter, and not looked for in other forms.
    """
    if noun not in DESCRIBED:
        return frozenset()
    known = state.book.index.identify(atoms_of(text.value))
    private = frozenset(w for w in known if state.entities[w].noun == noun and not state.entities[w].public)
    if private:
        return private
    name, kind = _phrase(text), HoldKind.SCHOOL if noun == SCHOOL else HoldKind.PERSON
    is_name = all(
        atom[0].isupper() or fold(atom) in PARTICLES or not state.book.lexicon.knows(atom)
        for atom in ATOM.findall(name)
    )
    return frozenset((state.entity_named(name, noun, kind) if is_name else state.entity_described(name, noun, kind),))


def _as_written(phrase: str, text: str) -> bool:
    return " " not in phrase or phrase[1:] == text[1:]


def _is_whole(text: str, start: int, end: int) -> bool:
    """Return whether no word sticks out of `start`..`end`."""
    into = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    return not into and not (text[end - 1].isalnum() and text[end : end + 1].isalnum())


def _phrase(raw: RawText) -> str:
    """Return the text of a decision as a view has it."""
    return flat(clean(raw.value)[0]).strip()


def _line(raw: RawText) -> str:
    """Return what stands before or after, as one line of a view."""
    return single_line(clean(raw.value)[0])


def _lower(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
