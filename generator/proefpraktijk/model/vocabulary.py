"""The words people use for quadrants, effects, roles and decisions, in Dutch and English: each folded word → its value."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from proefpraktijk.dutch.folding import phrase_key

from .spiral import Effect, Quadrant


class Role(StrEnum):
    """What a person of the roster is."""

    LEERKRACHT = "leerkracht"
    LEERLING = "leerling"
    IBER = "ib'er"
    DIRECTEUR = "directeur"
    OUDER = "ouder"
    EXPERT = "expert"


class DecisionAction(StrEnum):
    """What a reviewer decided about a word or phrase."""

    CLEAR = "clear"
    """It may go out."""
    REDACT = "redact"
    """It never goes out."""
    SEEN = "seen"
    """Somebody looked at it: what asks for no more than a look is not told again."""


class SecondReader(StrEnum):
    """A program of others that looks for names as well."""

    DEDUCE = "deduce"
    FROG = "frog"


def _words_of(table: Mapping[Any, str]) -> dict[str, Any]:
    return {phrase_key(word): member for member, words in table.items() for word in (member.value, *words.split(", "))}


QUADRANT_WORDS: Mapping[str, Quadrant] = _words_of(
    {
        Quadrant.COMBINEREN: "combinatie, combineer, combination, combining, combine",
        Quadrant.INTERNALISEREN: "internalisatie, internalisering, internalisation, internalization, internalising, "
        "internalizing, internalise, internalize",
        Quadrant.SOCIALISEREN: "socialisatie, socialisering, socialisation, socialization, socialising, socializing, "
        "socialise, socialize",
        Quadrant.EXTERNALISEREN: "externalisatie, externalisering, externalisation, externalization, externalising, "
        "externalizing, externalise, externalize",
    }
)
EFFECT_WORDS: Mapping[str, Effect] = _words_of(
    {
        Effect.BEVORDEREND: "bevordert, helpend, helpt, positief, helps, helping, enabling, positive",
        Effect.BELEMMEREND: "belemmert, hinderend, hindert, negatief, hinders, hindering, hampering, negative",
        Effect.BEIDE: "allebei, both, gemengd, mixed",
    }
)
ROLE_WORDS: Mapping[str, Role] = _words_of(
    {
        Role.LEERKRACHT: "leraar, lerares, docent, onderwijzer, juf, meester, teacher",
        Role.LEERLING: "kind, scholier, pupil, student, child",
        Role.IBER: "ib, iber, intern begeleider, interne begeleider, kwaliteitscoordinator, coordinator, "
        "care coordinator",
        Role.DIRECTEUR: "directrice, schoolleider, locatieleider, director, principal, head, head teacher",
        Role.OUDER: "vader, moeder, verzorger, parent, father, mother, carer",
        Role.EXPERT: "deskundige, spreker, adviseur, trainer, speaker, consultant",
    }
)
ACTION_WORDS: Mapping[str, DecisionAction] = _words_of(
    {
        DecisionAction.CLEAR: "vrijgeven, vrijgegeven, vrij, toestaan, mag, allow, cleared, keep",
        DecisionAction.REDACT: "wissen, gewist, weghalen, weglakken, vervangen, verbergen, redacted, remove, hide",
        DecisionAction.SEEN: "gezien, bekeken, akkoord, looked at, ok",
    }
)
YES_NO_WORDS = {"ja": True, "yes": True, "true": True, "waar": True, "aan": True, "on": True} | {
    "nee": False, "neen": False, "no": False, "false": False, "onwaar": False, "uit": False, "off": False,
}  # fmt: skip
