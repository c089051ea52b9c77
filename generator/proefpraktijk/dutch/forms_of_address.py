"""Words before a name that tell whose name it is: "juf Ayşe", "mevrouw Benali", "moeder van Sem".

The words stand in `data/forms_of_address.txt`, the one list of them; every set here is a look-up in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from typing import NamedTuple

from .folding import phrase_key

_TOKEN = re.compile(r"\s*(?:de\s+)?(?P<word>[^\s.,:]+)(?:(?P<stop>\.)[\s:]*|[\s:]+)(?=\S)", re.IGNORECASE)
"""A word before another, with the full stop after it; "Mevr.De Boer" needs no space."""


class FormOfAddress(NamedTuple):
    """One word of the list, in lower case with a straight apostrophe and no full stop, and what the list says of it.

    `descriptor` is what replaces the name when the roster does not say who it is; `marks` are explained in the list.
    """

    word: str
    descriptor: str
    marks: frozenset[str]


def _table() -> Iterator[FormOfAddress]:
    for line in (resources.files(__package__) / "data/forms_of_address.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            words, descriptor, marks = (part.strip() for part in line.split("|"))
            for word in words.split():
                yield FormOfAddress(word, word if descriptor == "=" else descriptor, frozenset(marks.split()))


FORMS_OF_ADDRESS = tuple(_table())
"""The whole list, in its order."""


def _with(*marks: str) -> frozenset[str]:
    return frozenset(form.word for form in FORMS_OF_ADDRESS if not form.marks.isdisjoint(marks))


PARENTS = _with("parent")
"""Who a person with the role "ouder" may be called."""
ELDERS = _with("elder")
"""Relations whose first name follows: "oma Bep". "Moeder Daan" is short for the mother of Daan."""
KIN = _with("parent", "elder", "relation")
"""Relations, each its own descriptor: "zijn broertje Stijn" becomes "zijn [broertje]"; "de moeder van Sem" shows a name."""
TITLES = {form.word: form.descriptor for form in FORMS_OF_ADDRESS if form.marks.isdisjoint(("plural", "listed"))}
"""Word that announces a name in running text → the descriptor of who bears it when the roster does not say."""
SPEAKING = _with("spoken")
"""Titles that are part of how a person is addressed: replaced with the name, and enough to show a name in lower case."""
STAFF = _with("staff")
"""Titles for any adult at school, whatever the roster calls their role."""
ROLES = _with("role")
"""Role words that the descriptor repeats: "leerling Daan" becomes "[leerling A]"."""
WITH_STOP = _with("stop")
"""Titles that are abbreviations: a full stop may follow."""
PLURALS = {form.word: form.descriptor for form in FORMS_OF_ADDRESS if "plural" in form.marks}
"""Words before several names → the descriptor that repeats them: "de juffen Anouk en Fatima"."""
_DOTTED = _with("dotted")
_OF_ADULTS = frozenset(
    form.word for form in FORMS_OF_ADDRESS if form.word not in KIN and form.marks.isdisjoint(("plural", "pupil"))
)

NOBODY = frozenset(
    """kind kinderen vaders moeders opas omas groep groepen klas klassen team teams bouw kleuter kleuters collegas
    school directie begeleiders deelnemers iedereen allemaal alle wij ons mijn onze stagiairs stagiaires studenten
    child children pupils parents parent teachers teacher students class group staff everyone""".split()  # noqa: SIM905
) | frozenset(atom for form in FORMS_OF_ADDRESS for atom in re.split("['-]", form.word) if atom != "er")
"""Words that alone, or anywhere in what stands for a name, mean a group, a role or a relation: no colleague of that name."""


def without_title(name: str) -> str:
    """Return a written name without the forms of address of adults before it, however many; whole when nothing is left.

    "mevr. De Boer" → "De Boer", "de heer drs. Kaplan" → "Kaplan", "IB'er Karin" → "Karin". A relation or "leerling"
    stays: "moeder Fatima" is nobody called Fatima.
    """
    while found := _TOKEN.match(name):
        word = phrase_key(found["word"]).replace(" ", "-")
        if word not in _OF_ADULTS or (word in _DOTTED and not found["stop"]):
            break
        name = name[found.end() :]
    return name


SAYING = frozenset(
    """zei zegt vroeg vraagt vertelde vertelt riep roept fluisterde fluistert antwoordde antwoordt lachte lacht huilde huilt
    knikte knikt mompelde mompelt""".split()  # noqa: SIM905
)
"""What only people do: "roos zei niets"."""

ACTING = (SAYING - {"vroeg"}) | frozenset(
    """kwam kwamen binnenkwam binnenkwamen ging gingen liep liepen stond stonden zat zaten vond vonden dacht dachten keek keken
    begon begonnen bleef bleven stelde stelden zeiden vroegen vertelden wilde wilden""".split()  # noqa: SIM905
)
"""What people did, after a word that may be somebody: "toen wil binnenkwam"; "al vroeg" is the hour."""

LETTERED = frozenset(
    """leerling kind jongen meisje leerkracht collega ouder moeder vader juf meester school deelnemer respondent persoon
    klasgenoot ib'er begeleider directeur lid""".split()  # noqa: SIM905
)
"""After these the community writes a letter for a person: "leerling A"."""

LABELLED = frozenset(
    """een geen niveau score categorie groep klas bron bijlage deel optie kolom rij vak plan vitamine variant versie stap
    set""".split()  # noqa: SIM905
)
"""After these a letter is a label: "plan B", "een V"."""
