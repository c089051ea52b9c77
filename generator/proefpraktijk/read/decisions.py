"""`content/decisions.yml`: what reviewers decided, read, and extended without changing a line of theirs."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from typing import Any

import yaml
from frontmatter.default_handlers import SafeLoader

from proefpraktijk.model.corpus import Decision
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Place, Problem
from proefpraktijk.model.text import RawText
from proefpraktijk.model.vocabulary import DecisionAction
from proefpraktijk.read.front_matter.checked import checked_values
from proefpraktijk.read.front_matter.field_names import canonical_key, dutch_key
from proefpraktijk.read.front_matter.yaml_text import Pairs, load_yaml

from .decode import decode
from .problems import Problems

DECISIONS = ContentPath("content/decisions.yml")
_AROUND = frozenset({"decisions", "besluiten"})
_BOM = "\ufeff"
_DUTCH_VALUES = {
    DecisionAction.CLEAR: "vrijgeven",
    DecisionAction.REDACT: "wissen",
    DecisionAction.SEEN: "gezien",
    "all": "alles",
}


def parse_decisions(data: bytes) -> tuple[tuple[Decision, ...], list[Problem]]:
    """Return the decisions in a file (a list, or a list under `decisions` or `besluiten`), each with its place.

    Beside them is everything that is wrong with the file; entries that are refused are left out.
    """
    problems = Problems(DECISIONS)
    if decode(data, problems) is None:
        return (), problems.found
    found = load_yaml(0, len(problems.text), problems)
    if isinstance(found, Pairs) and len(found) == 1 and found[0][0].lower() in _AROUND:
        found = found[0][1]
    if found is None:
        return (), problems.found
    if not isinstance(found, list) or isinstance(found, Pairs):
        problems.add("PP204", 0, "A list of decisions is expected here.", "begin each with a hyphen")
        return (), problems.found
    return tuple(_placed(found, problems)), problems.found


def _placed(entries: list[Any], problems: Problems) -> Iterator[Decision]:
    """Yield the decisions without problems; lines are counted on from the one before, for there may be thousands."""
    text, line, at = problems.text, 1, 0
    for entry in entries:
        matter = checked_values(Decision, entry, problems).matter
        if matter is not None:
            line, at = line + text.count("\n", at, entry.start), entry.start
            yield matter.placed(Place(problems.path, line, at - text.rfind("\n", 0, at)))


def with_decisions(data: bytes, decisions: Sequence[Decision], language: str) -> bytes:
    """Return the file with `decisions` added at its end, in the form, language and line ends of what is there.

    `language` (nl or en) is that of the keys when the file holds none. `data` must be a file that `parse_decisions`
    finds nothing wrong with, or empty.
    """
    text = data.decode()
    start = len(_BOM) if text.startswith(_BOM) else 0
    node = yaml.compose(text[start:], Loader=SafeLoader)
    entries = node.value[0][1] if isinstance(node, yaml.MappingNode) else node
    dutch = _is_dutch(entries, language)
    fields = [_fields(decision, dutch=dutch) for decision in decisions]
    if isinstance(entries, yaml.SequenceNode) and entries.flow_style:
        at = start + entries.end_mark.index - 1
        lines = [json.dumps(entry, ensure_ascii=False, default=str) for entry in fields]
        piece = "," * bool(entries.value) + ",".join(f"\n{line}" for line in lines) + "\n"
    else:
        at = len(text)
        indent = entries.start_mark.column if isinstance(entries, yaml.SequenceNode) else 2 * (entries is not node)
        lines = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=math.inf).splitlines()
        piece = "".join(f"{' ' * indent}{line}\n" for line in lines)
        piece = piece if text[start:].endswith("\n") or at == start else "\n" + piece
    if "\r\n" in text:
        piece = piece.replace("\n", "\r\n")
    return (text[:at] + piece + text[at:]).encode()


def _is_dutch(entries: yaml.Node | None, language: str) -> bool:
    """Return whether the keys of the first entry are Dutch; without one, whether the community is."""
    if isinstance(entries, yaml.SequenceNode) and entries.value and isinstance(entries.value[0], yaml.MappingNode):
        keys = [key.value for key, _ in entries.value[0].value]
        return any(canonical_key(Decision, key) not in (None, key.lower()) for key in keys)
    return language == "nl"


def _fields(decision: Decision, *, dutch: bool) -> dict[str, Any]:
    """Return the keys and values to write for a decision, in the words of one language."""
    written: dict[str, Any] = {}
    for key in ("action", "text", "scope", "before", "after", "replacement", "reason", "by", "date"):
        value = getattr(decision, key)
        if value is None:
            continue
        if isinstance(value, RawText):
            value = value.value
        elif isinstance(value, str):
            value = _DUTCH_VALUES.get(value, str(value)) if dutch and key in ("action", "scope") else str(value)
        written[dutch_key(Decision, key) if dutch else key] = value
    return written
