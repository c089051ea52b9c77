"""JSON Schemas of every kind of front matter, for editors that check while one types."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from proefpraktijk.model.corpus import (
    CommunityMatter,
    Decision,
    FindingMatter,
    InterviewMatter,
    Matter,
    PageMatter,
    Person,
    ReportMatter,
    Roster,
    School,
    SessionMatter,
    ThemeMatter,
)

from .field_names import ALIASES, aliases_of
from .forms import model_of
from .text_quote_selector import CodeMatter

KINDS: Mapping[str, type[Matter]] = {
    "community": CommunityMatter,
    "roster": Roster,
    "decision": Decision,
    "report": ReportMatter,
    "session": SessionMatter,
    "theme": ThemeMatter,
    "finding": FindingMatter,
    "interview": InterviewMatter,
    "page": PageMatter,
    "coding": CodeMatter,
}
"""Kind of document → its model. `decision` and `coding` are the entries of their files' lists."""


def json_schemas() -> dict[str, dict[str, Any]]:
    """Return for each kind a JSON Schema (2020-12) that takes the English keys and their Dutch aliases alike."""
    return {kind: _schema(kind, model) for kind, model in KINDS.items()}


def _schema(kind: str, model: type[Matter]) -> dict[str, Any]:
    schema = model_of(model).model_json_schema()
    _add_aliases(schema, model)
    for part in (School, Person):
        if part.__name__ in schema.get("$defs", {}):
            _add_aliases(schema["$defs"][part.__name__], part)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:proefpraktijk:{kind}", **schema}


def _add_aliases(schema: dict[str, Any], model: type[Matter]) -> None:
    """Accept each key under its aliases too; a required key may be there under any of its names."""
    properties = schema["properties"]
    for key in ALIASES[model]:
        for alias in aliases_of(model, key):
            properties[alias] = copy.deepcopy(properties[key])
    required = schema.pop("required", [])
    schema["allOf"] = [{"anyOf": [{"required": [name]} for name in (key, *aliases_of(model, key))]} for key in required]
