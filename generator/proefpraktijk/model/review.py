"""What a reviewer is asked: one item at a time, with what the reader would see for each answer.

An item is raw text by nature: its fields never show in a `repr`, and only `review` prints them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from .problem import Message, Place


class Answer(StrEnum):
    """What a reviewer can do with an item. `REPLACE` comes with a descriptor, `REDACT` with words of one's own."""

    REPLACE = "replace"
    CLEAR_HERE = "clear-here"
    CLEAR_ALL = "clear-all"
    REDACT = "redact"
    LEAVE_OUT = "leave-out"
    """A link goes, its words stay."""
    SEEN = "seen"
    """For what asks for no more than a look."""
    REWORD = "reword"
    """The reviewer changes the text, so nothing is decided."""


@dataclass(frozen=True, slots=True)
class ReviewOption:
    """An answer, and the sentence as it would be published then; `refused` says why it cannot be given."""

    answer: Answer
    noun: str = ""
    """With REPLACE: the descriptor, in Dutch."""
    reader_sees: str = field(default="", repr=False)
    refused: Message | None = None

    @property
    def id(self) -> str:
        """The name of the option for other programs: `clear-here`, `replace:leerling`."""
        return f"{self.answer}:{self.noun}" if self.noun else str(self.answer)


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """Something a person must look at.

    `id` stays the same as long as the text and the words around it do. `sentence` is the sentence, in which the
    words that are asked about are `start`..`end` (code points); `text` is those words, `before` and `after` the
    words that bind a decision to it. `source` is its range in the file (-1, -1: unknown). Where no text can be decided
    on there are no options: then `instead` says what to do. What the reader would see is computed by `offer`, when it
    is asked for. `rule` is that of a notice, empty for a hold.
    """

    id: str
    place: Place
    kind: str
    layer: str
    why: Message
    text: str = field(repr=False)
    before: str = field(default="", repr=False)
    after: str = field(default="", repr=False)
    sentence: str = field(default="", repr=False)
    start: int = 0
    end: int = 0
    source: tuple[int, int] = (-1, -1)
    instead: Message | None = None
    rule: str = ""
    offer: Callable[[], tuple[ReviewOption, ...]] = field(default=tuple, repr=False, compare=False)

    @property
    def options(self) -> tuple[ReviewOption, ...]:
        """What can be done."""
        return self.offer()

    @property
    def holds(self) -> bool:
        """Whether the document stays out until this is settled."""
        return not self.rule
