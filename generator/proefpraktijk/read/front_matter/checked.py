"""From the keys and values of front matter to a checked model; every mistake is reported once, at its own place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from proefpraktijk.model.corpus import Matter, Person, Roster, School
from proefpraktijk.model.problem import Message
from proefpraktijk.read.problems import Problems
from proefpraktijk.read.values.written_text import Written

from .field_names import canonical_key, dutch_key, likely_key
from .forms import from_some_values, from_values
from .handler import HANDLER, FrontMatterSpan
from .yaml_text import Pairs, load_yaml

_PARTS: Mapping[type[Matter], Mapping[str, type[Matter]]] = {Roster: {"schools": School, "people": Person}}
"""Keys that hold documents of their own."""

M = TypeVar("M", bound=Matter)

_MEANT = -1


@dataclass(frozen=True, slots=True)
class Checked(Generic[M]):
    """Front matter after its check: `matter` is None when anything in it was refused.

    `partial` then holds what was not refused (the rest is None), so that what it refers to can be looked up all the
    same. `values` are the values as written, under canonical keys.
    """

    matter: M | None
    partial: M | None
    values: dict[str, Any]


def front_matter_span(problems: Problems) -> FrontMatterSpan | None:
    """Return where the front matter of the problems' text is, or report what is missing."""
    span = HANDLER.span(problems.text)
    if span is None and (opening := HANDLER.opening(problems.text)) is not None:
        problems.add("PP202", opening, "The front matter is not closed.", "end it with a line of three hyphens")
    elif span is None:
        hint = "begin with a line of three hyphens, then lines such as title: …, then three hyphens"
        problems.add("PP201", 0, "This document has no front matter.", hint)
    return span


def read_front_matter(model: type[M], span: FrontMatterSpan, problems: Problems) -> Checked[M]:
    """Return the front matter in `span` of the problems' text, checked."""
    raw = load_yaml(span.start, span.end, problems)
    if raw is None and not problems.found:
        raw = Pairs()
    return checked_values(model, raw, problems)


def checked_values(model: type[M], raw: Any, problems: Problems) -> Checked[M]:
    """Return the model made of what `load_yaml` gave; report everything that is wrong with it."""
    if raw is None:
        return Checked(None, None, {})
    if not isinstance(raw, Pairs):
        problems.add("PP204", _first(raw, 0), "Keys and values are expected here.", "write lines such as title: …")
        return Checked(None, None, {})
    before = len(problems.found)
    blanks: dict[str, int] = {}
    values = _canonical(model, raw, blanks, problems)
    try:
        matter = from_values(model, values)
    except ValidationError as refused:
        _report(refused, model, values, blanks, problems)
        return Checked(None, _partial(model, values), values)
    return Checked(matter if len(problems.found) == before else None, matter, values)


def _partial(model: type[M], values: Mapping[str, Any]) -> M:
    """Return the model of the values that are right, the others None."""
    right = dict(values)
    while True:
        try:
            return from_some_values(model, right)
        except ValidationError as refused:
            for error in refused.errors(include_url=False, include_input=False, include_context=False):
                right.pop(str(error["loc"][0]), None)


def _canonical(model: type[Matter], raw: Pairs, blanks: dict[str, int], problems: Problems) -> dict[str, Any]:
    """Return the values under canonical keys; report unknown keys and keys given twice.

    Keys without a value go to `blanks` with their place, those an unknown key was probably meant for as `_MEANT`.
    """
    parts = _PARTS.get(model, {})
    values: dict[str, Any] = {}
    for written, value in raw:
        key = canonical_key(model, written)
        if key is None:
            guess = None if problems.enough("PP206") else likely_key(model, written)
            hint = "did you mean “{guess}”?" if guess else "take it out, or see the list of keys"
            blanks.setdefault(canonical_key(model, guess or "") or "", _MEANT)
            problems.add("PP206", written.start, "This key is not known here.", hint, {"guess": guess} if guess else {})
        elif key in values or blanks.get(key, _MEANT) != _MEANT:
            template = "The key “{key}” is given twice, here for the second time."
            problems.add(
                "PP207", written.start, template, "keep one of them", {"key": key, "dutch": dutch_key(model, key)}
            )
        elif value is None:
            blanks[key] = written.start
        elif key in parts and isinstance(value, list):
            values[key] = [_part(parts[key], entry, problems) for entry in value]
        else:
            values[key] = _plain(value, problems)
    return values


def _part(model: type[Matter], entry: Any, problems: Problems) -> Any:
    if not isinstance(entry, Pairs):
        return {"name": entry} if isinstance(entry, Written) else entry
    return _canonical(model, entry, {}, problems)


def _plain(value: Any, problems: Problems) -> Any:
    """Return the value with mappings of free keys (the bands) as dictionaries."""
    if isinstance(value, Pairs):
        free: dict[str, Any] = {}
        for key, inner in value:
            if key in free:
                problems.add("PP207", key.start, "This name is given twice.", "keep one of them")
            free[key] = _plain(inner, problems)
        return free
    return [_plain(entry, problems) for entry in value] if isinstance(value, list) else value


_BUILT_IN = {
    "int_parsing": "PP222",
    "int_type": "PP222",
    "int_from_float": "PP222",
    "greater_than_equal": "PP222",
    "less_than_equal": "PP222",
    "string_type": "PP215",
}
_BUILT_IN_WORDS = {
    "PP222": Message("A whole number in the allowed range is expected here."),
    "PP215": Message("A single piece of text is expected here."),
    "PP209": Message("This value does not have the form that is expected here."),
}


def _report(
    refused: ValidationError, model: type[Matter], values: Any, blanks: Mapping[str, int], problems: Problems
) -> None:
    """Turn what pydantic found into problems, each at the value it is about."""
    for error in refused.errors(include_url=False, include_input=False):
        kind, context, place = error["type"], error.get("ctx", {}), offset_of(values, error["loc"], 0)
        if not kind:  # follows from another problem, see `values.written_text.refusal`
            continue
        if kind == "missing":
            key = str(error["loc"][-1])
            if blanks.get(key) == _MEANT:
                continue
            empty = key in blanks and len(error["loc"]) == 1
            template = "The value of “{key}” is not filled in." if empty else "The key “{key}” is missing."
            hint = None if empty else "add a line {key}: …"
            names = {"key": key, "dutch": dutch_key(model, key)}
            problems.add("PP208", blanks[key] if empty else place, template, hint, names)
        elif "message" in context:
            problems.report(kind, context["at"] if context["at"] >= 0 else place, context["message"], context["hint"])
        else:
            rule = _BUILT_IN.get(kind, "PP209")
            problems.report(rule, place, _BUILT_IN_WORDS[rule])


def offset_of(values: Any, steps: tuple[int | str, ...], start: int) -> int:
    """Return the code point of the value that `steps` lead to, or of the nearest thing around it."""
    inner = values
    for step in steps:
        if isinstance(inner, str):  # one text where a list may be: it has no parts with places of their own
            break
        try:
            inner = inner[step]
        except (LookupError, TypeError):
            return start if inner is values else _first(inner, start)
    return _first(inner, start)


def _first(value: Any, otherwise: int) -> int:
    """Return the code point at which a value as written begins."""
    while isinstance(value, list | dict) and value:
        value = next(iter(value.values())) if isinstance(value, dict) else value[0]
        if isinstance(value, tuple):  # a pair of `Pairs`
            value = value[0]
    return value.start if isinstance(value, Written) and value.start >= 0 else otherwise
