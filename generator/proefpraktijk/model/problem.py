"""What is wrong with the input, in words by which its writer can mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from .paths import ContentPath


class Severity(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"
    """The document is left out (a report, finding, interview, page) or no site is made (anything shared)."""

    WARNING = "warning"
    """Published, but its writer should look."""


class Place(NamedTuple):
    """Where: a file, and the 1-based line and column (in code points) in it; line 0 means the file as a whole."""

    path: ContentPath
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}"


_LONGEST = 100


def quoted(text: str) -> str:
    """Return user input for use in a sentence: on one line, cut after a hundred characters."""
    line = "".join(sign if sign.isprintable() else " " for sign in text[:_LONGEST])
    return f"{line}…" if len(text) > _LONGEST else line


@dataclass(frozen=True, slots=True)
class Message:
    """An English sentence of the catalogue with `{named}` places, translated when shown (see `wording.say`).

    `values` never hold a found name.
    """

    template: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake of a writer's. `rule` is a stable id such as `PP103`, listed in `docs/regels.md`."""

    rule: str
    place: Place
    message: Message
    hint: Message | None = None
    severity: Severity = Severity.ERROR
