"""Golden cases: a text, a roster, and what becomes of it. The file's name says what the case is about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from proefpraktijk.model.safe import Publication
from protect.support import airlock, decision, demo_roster, report, roster, shown

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


def _load(file: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_case(file: Path) -> None:
    """The text becomes what the case expects, or is held for exactly the words the case names."""
    case = _load(file)
    people = roster(*case["people"], schools=case.get("schools", ())) if "people" in case else demo_roster()
    lock = airlock(people, *(decision(**d) for d in case.get("decisions", ())), language=case.get("language", "nl"))
    text = case["text"]
    passed = lock.report(report(text, **case.get("matter", {})))
    assert [text[hold.start : hold.end] for hold in passed.holds] == case.get("holds", [])
    if "expect" in case:
        assert passed.publication is Publication.PUBLISHED
        assert passed.safe is not None
        assert shown(passed.safe.body) == case["expect"]
