"""Compile the gettext catalogues (`locale/*.po`) into the `.mo` files that the program reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Runs for the wheel and for an editable installation alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Write `nl/LC_MESSAGES/proefpraktijk.mo` from `nl.po`; git ignores it, the wheel holds it."""
        for catalogue in sorted(Path(self.root, "generator/proefpraktijk/locale").glob("*.po")):
            compiled = catalogue.with_suffix("") / "LC_MESSAGES" / "proefpraktijk.mo"
            compiled.parent.mkdir(parents=True, exist_ok=True)
            with catalogue.open("rb") as source, compiled.open("wb") as target:
                write_mo(target, read_po(source, locale=catalogue.stem))
        build_data["artifacts"].append("generator/proefpraktijk/locale/**/*.mo")
