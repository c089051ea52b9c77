"""Whose name it is once the words around it are weighed: "juf Roos" is no pupil, "moeder Terlouw" is no Saar Terlouw.

A surname that pupils bear, said of a grown-up or of a household, is that of their family: its descriptor is the
relation, and says whose when the document leaves no doubt ("[moeder van leerling A]"; `descriptors` decides).
"""

from __future__ import annotations

import re

from proefpraktijk.dutch.forms_of_address import ELDERS, KIN, PARENTS, PLURALS, STAFF, TITLES
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.roster.name_forms import PARTICLES, Part

from .context_words import ContextWords

Bearers = frozenset[int]

_LAST_LETTER = re.compile(
    r"(?:[ \u00a0](?:[^\W\d_]{2,3}|v\.?[ /]?d?\.?)){0,4}?[ \u00a0]([A-Z])(?![^\W_])(?:\.(?=[ \u00a0]?(?:[a-z,;:)(\u2013-])))?"
)
_BARE = str.maketrans("", "", "./")
_BETWEEN = PARTICLES | {"v", "vd"}
_PLURAL_BEFORE = re.compile(
    r"(?<![^\W_])(?:de|die|deze|beide|alle|twee|drie|vier|vijf|zes)[ \t\n\u00a0]$", re.IGNORECASE
)
_PLURALS = {"leerling": "leerlingen", "leerkracht": "leerkrachten", "ouder": "ouders"}
_PUPILS_THEMSELVES = frozenset(("tweeling", "drieling"))
_UNTAUGHT = frozenset(("leerling", "ouder"))


def with_title(
    state: DetectionState, parts: frozenset[Part], start: int, end: int, who: Bearers
) -> tuple[int, Bearers]:
    """Return the start and the people once a title or relation before the name at `start`..`end` is counted in."""
    around = ContextWords(state.view.text, start, end)
    if not around.title:
        return _without_plural(state, around, who), who
    if around.title in KIN:
        return _relative(state, around, parts, (start, end), who)
    noun, text = TITLES[around.title], state.view.text[start:end]
    fitting = frozenset(w for w in who if _fits(state.entities[w].noun, noun, around.title))
    if not fitting and around.addressed:
        pupils = _with_noun(state, who, "leerling")
        if noun != "persoon" or not pupils:
            fitting = frozenset((state.entity_named(text, noun, HoldKind.PERSON),))
        else:
            noun = "personen" if around.pair else noun
            fitting = frozenset((state.entity_described(text, noun, HoldKind.PERSON, pupils),))
    nouns = {state.entities[w].noun for w in fitting or who}
    if around.addressed or (around.is_role and nouns == {noun}):
        start = around.whole_start
    return start, fitting or who


def stranger(state: DetectionState, around: ContextWords, name: str) -> int:
    """Return the entity of somebody with a title or relation whom the roster does not know; all of it looks for the name."""
    noun = TITLES.get(around.title, "persoon")  # glued to what stands before it ("zie:juf") it is not seen as a title
    if not around.pair:
        return state.entity_named(name, noun, HoldKind.PERSON)
    state.entity_named(name, "persoon", HoldKind.PERSON)
    return state.entity_described(name, around.relation if around.title in KIN else "personen", HoldKind.PERSON)


def with_last_letter(state: DetectionState, parts: frozenset[Part], end: int, who: Bearers) -> tuple[int, Bearers]:
    """Return the end and the people once the first letter of a surname is counted in: "Daan W.", "Lotte v.d. B."."""
    if parts != {Part.FIRST}:
        return end, who
    found = _LAST_LETTER.match(state.view.text, end)
    if found is None or not all(word in _BETWEEN for word in found[0].translate(_BARE).split()[:-1]):
        return end, who
    fitting = frozenset(w for w in who if found[1].lower() in state.entities[w].last)
    return (found.end(), fitting) if fitting else (end, who)


def many(state: DetectionState, parts: frozenset[Part], start: int, who: Bearers) -> str:
    """Return the descriptor of several who bear one name, "de Jansens", "twee Daans"; empty when one is meant."""
    if not _PLURAL_BEFORE.search(state.view.text, max(0, start - 8), start):
        return ""
    if parts == {Part.LAST}:
        return "familie"
    nouns = {state.entities[w].noun for w in who}
    return _PLURALS.get(nouns.pop(), "personen") if len(nouns) == 1 else "personen"


def _relative(
    state: DetectionState, around: ContextWords, parts: frozenset[Part], span: tuple[int, int], who: Bearers
) -> tuple[int, Bearers]:
    """Return the start and the people once a relation before the name is counted in.

    "Moeder Terlouw" bears a surname, "oma Bep" a first name of her own; "moeder Daan" is short for the mother of Daan.
    """
    start, end = span
    parents = _with_noun(state, who, "ouder") if around.title in PARENTS else frozenset()
    if parents:
        return around.whole_start, parents
    pupils = frozenset() if around.title in _PUPILS_THEMSELVES else _with_noun(state, who, "leerling")
    if Part.LAST not in parts or Part.FIRST in parts:
        if around.title not in ELDERS or (pupils != who and parts != {Part.FIRST}):
            return start, who
        if family := _with_noun(state, who, "ouder"):
            return start, family
        pupils = frozenset()
    name = state.view.text[start:end]
    return around.whole_start, frozenset((state.entity_described(name, around.relation, HoldKind.PERSON, pupils),))


def _without_plural(state: DetectionState, around: ContextWords, who: Bearers) -> int:
    """Return the start once a plural that the descriptor repeats is counted in: "de juffen Anouk en Fatima"."""
    if {state.entities[w].noun for w in who} != {PLURALS.get(around.first)}:
        return around.start
    at = around.title_start
    return at - len("de ") if state.view.text[max(0, at - len("de ")) : at].lower() == "de " else at


def _with_noun(state: DetectionState, who: Bearers, noun: str) -> Bearers:
    return frozenset(w for w in who if state.entities[w].noun == noun)


def _fits(noun: str, titled: str, title: str) -> bool:
    """Return whether somebody with descriptor `noun` may be addressed so: any adult is "mevrouw", any teacher "juf"."""
    if titled == "persoon":
        return noun != "leerling"
    if title in STAFF:
        return noun not in _UNTAUGHT
    return noun in (titled, "persoon")
