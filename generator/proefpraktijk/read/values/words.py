"""Values that are one word of a list: quadrants, effects, roles, decisions, yes and no, languages, second readers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from proefpraktijk.dutch.folding import phrase_key
from proefpraktijk.model.spiral import Effect, Quadrant
from proefpraktijk.model.vocabulary import DecisionAction, Role, SecondReader

from .written_text import as_text, nearest, refusal, split_list


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
LANGUAGE_WORDS = {"nl": "nl", "nederlands": "nl", "dutch": "nl", "en": "en", "engels": "en", "english": "en"}


def parse_quadrant(value: Any) -> Quadrant:
    """Return the quadrant in a Dutch or English word, a verb or a noun; refuse others (PP213)."""
    written = as_text(value)
    if known := QUADRANT_WORDS.get(phrase_key(written)):
        return known
    if guess := nearest(written, QUADRANT_WORDS):
        values = {"guess": QUADRANT_WORDS[phrase_key(guess)].value}
        raise refusal("PP213", "This quadrant does not exist.", "did you mean “{guess}”?", values)
    raise refusal(
        "PP213",
        "This quadrant does not exist.",
        "choose combineren, internaliseren, socialiseren or externaliseren",
    )


def parse_effect(value: Any) -> Effect | None:
    """Return the effect in a Dutch or English word; refuse others (PP219). None stays None."""
    if value is None:
        return None
    if known := EFFECT_WORDS.get(phrase_key(as_text(value))):
        return known
    raise refusal("PP219", "This effect does not exist.", "choose bevorderend, belemmerend or beide")


def parse_role(value: Any) -> Role:
    """Return the role in a Dutch or English word; refuse others (PP218)."""
    if known := ROLE_WORDS.get(phrase_key(as_text(value))):
        return known
    raise refusal(
        "PP218", "This role does not exist.", "choose leerkracht, leerling, ib'er, directeur, ouder or expert"
    )


def parse_action(value: Any) -> DecisionAction:
    """Return what a reviewer decided in a Dutch or English word; refuse others (PP220)."""
    if known := ACTION_WORDS.get(phrase_key(as_text(value))):
        return known
    raise refusal(
        "PP220", "This decision does not exist.", "choose vrijgeven (clear), wissen (redact) or gezien (seen)"
    )


def parse_yes_no(value: Any) -> bool:
    """Return the boolean of ja, nee, yes, no, true or false; refuse others (PP217)."""
    if isinstance(value, bool):
        return value
    known = YES_NO_WORDS.get(phrase_key(as_text(value)))
    if known is None:
        raise refusal("PP217", "Yes or no is expected here.", "write ja or nee")
    return known


def parse_language(value: Any) -> str:
    """Return `nl` or `en`, the language of the interface; refuse others (PP223)."""
    if known := LANGUAGE_WORDS.get(phrase_key(as_text(value))):
        return known
    raise refusal("PP223", "This language is not available.", "choose nl or en")


def parse_second_readers(value: Any) -> tuple[SecondReader, ...]:
    """Return the second readers of a list, each once; refuse a program that is not known (PP227)."""
    try:
        return tuple(dict.fromkeys(SecondReader(phrase_key(entry)) for entry in split_list(value)))
    except ValueError:
        raise refusal("PP227", "This second reader is not known.", "choose deduce, frog or both") from None
