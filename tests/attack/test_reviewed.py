"""What a reviewer replaces is published without it: no hold is lifted at the price of a name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from attack.planting import Plant
from attack.search import Search
from endtoend.running import built, run


def _waiting(root: Path) -> list[dict[str, Any]]:
    said = run("review", "--root", root, "--list", "--format", "json").text
    items: list[dict[str, Any]] = json.loads(said)
    return items


def _answer(item: dict[str, Any]) -> dict[str, str]:
    """Return the answer of a reviewer who takes every hold for a teacher, and every link for one too many."""
    options = [option["id"] for option in item["options"] if not option.get("refused")]
    option = next(one for one in ("replace:leerkracht", "leave-out") if one in options)
    return {"id": item["id"], "option": option, "by": "begeleider", "reason": "een naam"}


def test_a_reviewer_who_replaces_every_hold(handful: tuple[Path, tuple[Plant, ...]]) -> None:
    """Every report that was held for a strange form of a name is published, and the name is nowhere in the site."""
    root, plants = handful
    strange = {plant.file: plant for plant in plants if plant.place == "paragraph"}
    for _ in range(3):
        asked = [item for item in _waiting(root) if item["path"] in strange and any(map(str.isalpha, item["text"]))]
        if not asked:
            break
        (root / "antwoorden.json").write_text(json.dumps([_answer(item) for item in asked]), encoding="utf-8")
        said = run("review", "--root", root, "--decide", root / "antwoorden.json")
        assert "Answer" not in said.text, said.text
    assert not asked
    site = built(root)
    pages = "\n".join(file.read_text(encoding="utf-8") for file in site.rglob("*.html"))
    lifted = [plant for plant in strange.values() if plant.mark in pages]
    assert len(lifted) > 80
    assert not Search({plant.called: plant.secrets for plant in plants}).in_folder(site, root / "build")
    assert not [plant.called for plant in lifted if len(plant.written) > 4 and plant.written in pages]
