"""Write what follows from the program: `docs/regels.md`, `docs/sleutels.md` and the table of rooms in the architecture page.

python tools/reference.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog

from catalogue import CATALOGUE, ROOT, read
from proefpraktijk.model.corpus import Matter, Person, Roster, School
from proefpraktijk.model.problem import Severity
from proefpraktijk.read.front_matter.field_names import ALIASES, aliases_of
from proefpraktijk.read.front_matter.forms import required_keys
from proefpraktijk.read.front_matter.schema import KINDS
from proefpraktijk.rule_book import ALL_RULES
from rooms import with_rooms

_WEIGHT = {Severity.ERROR: "fout", Severity.WARNING: "waarschuwing"}
_GROUPS = {
    "PP1": "Bestanden",
    "PP2": "Kopgegevens",
    "PP3": "Verwijzingen",
    "PP4": "Tekst",
    "PP5": "Namenlijst en besluiten",
    "PP6": "Samenhang",
    "PP8": "Bouwen en publiceren",
    "HOL": "Ter beoordeling",
}
_FILES = {
    "community": ("De vereniging", "content/community.yml"),
    "roster": ("De namenlijst", "content/roster.yml"),
    "school": ("Een school op de namenlijst", "schools in content/roster.yml"),
    "person": ("Een mens op de namenlijst", "people in content/roster.yml"),
    "decision": ("Een besluit van een beoordelaar", "content/decisions.yml"),
    "report": ("Een verslag", "content/reports/**/*.md"),
    "session": ("Een bijeenkomst", "content/sessions/*.md"),
    "theme": ("Een thema", "content/themes/*.md"),
    "finding": ("Een bevinding", "content/findings/*.md"),
    "interview": ("Een interview", "content/interviews/*.md"),
    "page": ("Een losse pagina", "content/pages/*.md"),
    "coding": ("Een codering naast een verslag", "NAAM.codes.yml"),
}


def pages() -> dict[str, str]:
    """Return each page: its path from the root, and its text."""
    architecture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    return {
        "docs/regels.md": "\n".join(_rules()) + "\n",
        "docs/sleutels.md": "\n".join(_keys()) + "\n",
        "docs/architecture.md": with_rooms(architecture),
    }


def _rules() -> Iterator[str]:
    dutch: Catalog = read(CATALOGUE)
    yield "# Regels"
    yield ""
    yield "Elke melding van `proefpraktijk` noemt een regel. Een **fout** houdt een document tegen, of de hele site als"
    yield "het om iets gaat wat alle verslagen delen. Een **waarschuwing** houdt niets tegen. Wat **ter beoordeling** is,"
    yield "wacht op een mens; een besluit daarover komt in `content/decisions.yml`."
    group = ""
    for rule in ALL_RULES.values():
        if rule.id[:3] != group:
            group = rule.id[:3]
            yield from ("", f"## {_GROUPS[group]}", "", "| regel | gewicht | wat er hoort |", "| --- | --- | --- |")
        message = dutch.get(rule.description)
        text = str(message.string) if message and message.string else rule.description
        yield f"| {rule.id} | {'ter beoordeling' if group == 'HOL' else _WEIGHT[rule.severity]} | {text} |"


def _keys() -> Iterator[str]:
    yield "# Sleutels"
    yield ""
    yield "Boven aan elk document staan sleutels met een waarde. De Engelse naam en de Nederlandse namen mogen door elkaar,"
    yield "met of zonder hoofdletters. Een JSON Schema voor je editor geeft `proefpraktijk check --schema`."
    for kind, model in _kinds():
        title, file = _FILES[kind]
        yield from ("", f"## {title}", "", f"`{file}`", "")
        yield from ("| sleutel | ook | verplicht |", "| --- | --- | --- |")
        required = required_keys(model)
        for key in ALIASES[model]:
            others = ", ".join(f"`{alias}`" for alias in aliases_of(model, key))
            yield f"| `{key}` | {others} | {'ja' if key in required else ''} |"


def _kinds() -> Iterator[tuple[str, type[Matter]]]:
    for kind, model in KINDS.items():
        yield kind, model
        if model is Roster:
            yield from (("school", School), ("person", Person))


if __name__ == "__main__":
    for name, written in pages().items():
        (ROOT / name).parent.mkdir(exist_ok=True)
        Path(ROOT / name).write_text(written, encoding="utf-8")
        sys.stdout.write(f"{name}\n")
