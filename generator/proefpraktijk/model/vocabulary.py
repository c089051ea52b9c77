"""What somebody on the roster can be, what a reviewer can decide, and which second readers there are."""

from __future__ import annotations

from enum import StrEnum


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
    """Somebody looked at it: what asks for no more than a look is not reported again."""


class SecondReader(StrEnum):
    """A program of others that searches for names as well."""

    DEDUCE = "deduce"
    FROG = "frog"
