"""Which strings the finished site is searched for.

Not everything that was replaced is a secret by itself: "3 maart" stands on the page of a session, and a forced
redaction of "de brand" does not make "brand" a secret everywhere. So a secret string is

- every name and alias of a private person, school or place of the roster;
- the names of the front matter, and those a title gave away, of people the roster does not have;
- addresses, accounts, telephone, bank and citizen service numbers;
- what a decision redacts in all reports, if it holds a word that is no ordinary Dutch.

How one is searched for, and which are too ordinary to be, `byte_search` decides by the same lexicon.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from proefpraktijk.dutch.folding import fold
from proefpraktijk.dutch.lexicon import lexicon
from proefpraktijk.model.corpus import Decision, Roster
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.model.vocabulary import DecisionAction
from proefpraktijk.protect.decisions.applied import ALL
from proefpraktijk.protect.detector import Detection
from proefpraktijk.protect.roster.name_forms import ATOM, person_forms, school_forms

_SECRET_NOUNS = frozenset(("e-mailadres", "account", "telefoonnummer", "rekeningnummer", "burgerservicenummer"))


def roster_secrets(roster: Roster, decisions: Sequence[Decision]) -> frozenset[str]:
    """Return the secret strings that do not depend on any document."""
    return frozenset(_of_roster(roster)) | frozenset(
        decision.text.value
        for decision in decisions
        if decision.action is DecisionAction.REDACT and decision.scope == ALL and _is_uncommon(decision.text.value)
    )


def _of_roster(roster: Roster) -> Iterator[str]:
    for person in roster.people:
        if not person.public:
            for name in (person.name, *person.aliases):
                yield from written_forms(name.value, HoldKind.PERSON)
    for school in roster.schools:
        for name in (school.name, *school.aliases):
            yield from written_forms(name.value, HoldKind.SCHOOL)
        if school.place:
            yield school.place.value


def written_forms(name: str, kind: HoldKind) -> Iterator[str]:
    """Yield the forms of a name with its own accents: "Yıldırım", not "yildirim"."""
    written = {fold(atom): atom for atom in ATOM.findall(unicodedata.normalize("NFC", name))}
    make = school_forms if kind is HoldKind.SCHOOL else person_forms
    for form in make(name, 0):
        yield " ".join(written.get(atom, atom) for atom in form.atoms)


def document_secrets(detection: Detection) -> frozenset[str]:
    """Return the secret strings of one document that are not the roster's."""
    text = detection.state.view.text
    contacts = (text[f.start : f.end] for f in detection.replaced if f.noun in _SECRET_NOUNS)
    names = (form for name, kind in detection.state.strangers for form in written_forms(name, kind))
    return frozenset((*contacts, *(name for name in names if _is_uncommon(name))))


def _is_uncommon(text: str) -> bool:
    words = lexicon()
    return any(len(atom) > 1 and not words.knows(atom.lower()) for atom in ATOM.findall(text))
