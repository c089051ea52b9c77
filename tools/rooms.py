"""The table of rooms for `docs/architecture.md`: what each package takes and gives, and what it may know.

Purpose, `Takes:` and `Gives:` come from the docstring of each package; what it may know from the contracts of
import-linter in `pyproject.toml`. Written by `tools/reference.py`.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator" / "proefpraktijk"
_BEGIN, _END = "<!-- rooms: made by tools/reference.py -->", "<!-- end of rooms -->"


def with_rooms(page: str) -> str:
    """Return the architecture page with its table made anew between the two marks."""
    before, _, rest = page.partition(_BEGIN)
    after = rest.partition(_END)[2]
    return "\n".join((f"{before}{_BEGIN}", *_rows(), f"{_END}{after}"))


def _rows() -> Iterator[str]:
    yield from ("| room | what it does | takes → gives | may know |", "| --- | --- | --- | --- |")
    for house in _layers("The packages have one direction"):
        if not (PACKAGE / house).is_dir():
            continue
        yield _row(house)
        rooms = sorted(file.parent for file in (PACKAGE / house).rglob("*/__init__.py"))
        yield from (_row(room.relative_to(PACKAGE).as_posix()) for room in sorted(rooms, key=_from_top))


def _from_top(room: Path) -> tuple[int, str]:
    """Return the position of a room: by its layer in `protect`, by name elsewhere."""
    order = _layers("The rooms of protect have one direction")
    parts = room.relative_to(PACKAGE).parts
    return (order.index(parts[1]) if parts[0] == "protect" else 0), room.as_posix()


def _row(room: str) -> str:
    docstring = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text(encoding="utf-8"))) or ""
    purpose = docstring.partition("\n")[0].partition(". ")[0].rstrip(".")
    facts = dict(re.findall(r"^(Takes|Gives): (.+)\.$", docstring, re.MULTILINE))
    flow = f"{facts['Takes']} → {facts['Gives']}" if facts else ""
    depth = "&emsp;" * room.count("/")
    return f"| {depth}`{room}/` | {purpose} | {flow} | {_may_know(room)} |"


def _may_know(room: str) -> str:
    """Return which packages a room may import besides itself, as the contracts have it; empty where the house's holds."""
    parts = room.split("/")
    if len(parts) == 1:
        forbidden = {
            module.removeprefix("proefpraktijk.")
            for contract in _contracts()
            if contract["type"] == "forbidden" and f"proefpraktijk.{room}" in contract["source_modules"]
            for module in contract["forbidden_modules"]
        }
        names = [name for name in _below("The packages have one direction", room) if name not in forbidden]
        if names == _below("The packages have one direction", room) and len(names) > 2:  # noqa: PLR2004 - a short list is clearer
            return "all below"
        return ", ".join(f"`{name}`" for name in names if (PACKAGE / name).is_dir()) or "nothing of ours"
    if parts[:2] == ["protect", "finders"] and len(parts) > 2:  # noqa: PLR2004 - a room within the finders
        return "not the other finders"
    if parts[0] == "protect":
        names = _below("The rooms of protect have one direction", parts[1])
        if len(names) > 2:  # noqa: PLR2004 - a short list is clearer
            return "the rooms of `protect` below"
        return ", ".join(f"`{name}`" for name in names) or "no other room of `protect`"
    return ""


def _below(contract: str, name: str) -> list[str]:
    layers = _layers(contract)
    return layers[layers.index(name) + 1 :]


def _layers(name: str) -> list[str]:
    (layers,) = (contract["layers"] for contract in _contracts() if contract["name"] == name)
    return [str(layer) for layer in layers]


def _contracts() -> list[dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return contracts
