"""Notices: a story may single somebody out, though no name is in it. A reviewer is asked to look; nothing is held."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .problem import Message, Place


class StoryKind(StrEnum):
    """What a story mentions that may be true of one person only (singling out: WP29, opinion 05/2014, 2.2.2)."""

    HEALTH = "health"
    EVENT = "event"
    FAMILY = "family"
    ORIGIN = "origin"
    TRAIT = "trait"
    NUMBER = "number"
    JOB = "job"
    PASTIME = "pastime"
    METHOD = "method"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that a reviewer is asked to look at. It holds the place and the reason, never the text.

    `rule` is a stable id such as `PP521`, listed in `docs/regels.md`.
    """

    rule: str
    place: Place
    kind: StoryKind
    message: Message
    start: int = -1
    end: int = -1
    """The range of the words in the source file, in code points."""
