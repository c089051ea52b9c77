"""What others rely on: rule ids, keys, schemas."""

import dataclasses
import re
from pathlib import Path

import proefpraktijk.model
import proefpraktijk.read
from proefpraktijk.model.corpus import Decision, Matter
from proefpraktijk.read import RULES, json_schemas
from proefpraktijk.read.front_matter.field_names import ALIASES, canonical_key
from proefpraktijk.read.front_matter.schema import KINDS

PACKAGES = [Path(package.__file__ or "").parent for package in (proefpraktijk.read, proefpraktijk.model)]


def test_every_rule_used_is_registered_and_every_rule_registered_is_used() -> None:
    """The register and the code name the same rules."""
    sources = [
        path.read_text(encoding="utf-8")
        for package in PACKAGES
        for path in package.rglob("*.py")
        if path.name != "rules.py"
    ]
    used = set(re.findall(r'"(PP\d{3})"', "\n".join(sources)))
    assert used == set(RULES)


def test_every_key_of_every_kind_has_its_names() -> None:
    """The table of keys and the models agree, and no name means two keys."""
    for model, keys in ALIASES.items():
        fields = [field.name for field in dataclasses.fields(model)]
        assert list(keys) == [name for name in fields if (model, name) != (Decision, "place")]
        names = [name for key, others in keys.items() for name in (key, *filter(None, others.split(", ")))]
        assert len(names) == len(set(names))


def test_keys_are_known_in_any_case_and_with_any_apostrophe() -> None:
    """`THEMA’S` is `themes`."""
    report: type[Matter] = KINDS["report"]
    assert canonical_key(report, "THEMA’S") == "themes"
    assert canonical_key(report, "Member check") == "member_check"
    assert canonical_key(report, "jaarlaag") == "year_group"
    assert canonical_key(report, "onzin") is None


def test_schemas_take_either_name_of_a_required_key() -> None:
    """A report must have a title, under its English or its Dutch name."""
    report = json_schemas()["report"]
    assert {"anyOf": [{"required": ["title"]}, {"required": ["titel"]}]} in report["allOf"]
    assert report["properties"]["titel"] == report["properties"]["title"]
    assert report["additionalProperties"] is False


def test_schemas_reach_into_the_roster() -> None:
    """People and schools have Dutch keys too."""
    definitions = json_schemas()["roster"]["$defs"]
    assert "naam" in definitions["Person"]["properties"]
    assert "plaats" in definitions["School"]["properties"]
