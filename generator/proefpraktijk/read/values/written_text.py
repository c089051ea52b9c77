"""What was written, before it is a value: a scalar with its place, and the tools every value form needs."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any, LiteralString, Self

from pydantic_core import PydanticCustomError

from proefpraktijk.dutch.folding import phrase_key
from proefpraktijk.model.problem import Message


class Written(str):
    """A scalar as its writer wrote it, with the half-open range of code points it takes in its file (-1: unknown)."""

    __slots__ = ("end", "start")

    def __new__(cls, value: str, start: int = -1, end: int = -1) -> Self:
        """Keep `value` together with its place."""
        written = super().__new__(cls, value)
        written.start = start
        written.end = end
        return written

    start: int
    end: int


def refusal(
    rule: LiteralString,
    template: LiteralString,
    hint: LiteralString | None = None,
    values: Mapping[str, str | int] | None = None,
    at: object = None,
) -> PydanticCustomError:
    """Return the error that refuses a value: rule id, message and hint, both templates filled from `values`.

    An empty rule id stands for a follow-up error: another problem explains it, so it is not reported. `values` never
    hold what was written; `at` is the part of it that is refused, when that is `Written`.
    """
    given = values or {}
    place = at.start if isinstance(at, Written) else -1
    context = {"message": Message(template, given), "hint": Message(hint, given) if hint else None, "at": place}
    return PydanticCustomError(rule, template, context)


def nearest(written: str, options: Iterable[str]) -> str | None:
    """Return the option most similar to what was written, or None when none is similar enough (difflib, 0.6)."""
    by_key = {phrase_key(option): option for option in options}
    matches = difflib.get_close_matches(phrase_key(written), by_key, n=1, cutoff=0.6)
    return by_key[matches[0]] if matches else None


def as_text(value: Any) -> Written:
    """Return a scalar as trimmed text with its place; refuse lists, mappings and None (PP215) and empty text (PP225)."""
    if isinstance(value, Written):
        text = value
    elif isinstance(value, str):
        text = Written(value)
    elif isinstance(value, dt.date):
        text = Written(value.isoformat())
    elif isinstance(value, int | float):
        text = Written(str(value))
    else:
        raise refusal("PP215", "A single piece of text is expected here.")
    if not text.strip():
        raise refusal("PP225", "This value is empty.", "fill it in, or take the line out", at=value)
    return trimmed(text)


def trimmed(text: Written) -> Written:
    """Return the text without surrounding white space, its place moved along."""
    bare = text.strip()
    if len(bare) == len(text):
        return text
    if text.end - text.start != len(text):
        return Written(bare, text.start, text.end)
    start = text.start + len(text) - len(text.lstrip())
    return Written(bare, start, start + len(bare))


def split_list(value: Any) -> list[Written]:
    """Return the entries of a list, or of one text separated by commas or semicolons; empty entries are dropped."""
    if isinstance(value, list | tuple):
        return [as_text(entry) for entry in value if entry is not None]
    text = as_text(value)
    exact = text.end - text.start == len(text)
    entries = []
    for found in re.finditer(r"[^,;]+", text):
        if found[0].strip():
            place = (text.start + found.start(), text.start + found.end()) if exact else (text.start, text.end)
            entries.append(trimmed(Written(found[0], *place)))
    return entries
