"""Which section of a report a heading opens (the conventions of the content model)."""

from __future__ import annotations

from collections.abc import Mapping

from proefpraktijk.dutch.folding import phrase_key
from proefpraktijk.model.document import SectionKind

_NAMES: Mapping[str, SectionKind] = {
    name: kind
    for kind, names in {
        SectionKind.SITUATIE: "situatie, de situatie, onze situatie, aanleiding",
        SectionKind.AANPAK: "aanpak, de aanpak, onze aanpak, wat we deden, wat ik deed",
        SectionKind.ERVARING: "ervaring, ervaringen, onze ervaring, onze ervaringen",
        SectionKind.HERKENNING: "herkenning, herkenbaar, wat we herkenden",
        SectionKind.HANDVATTEN: "handvatten, handvat, tips, tip, onze handvatten, handvatten voor morgen",
        SectionKind.VRAGEN: "vragen, vraag, onze vragen, open vragen",
    }.items()
    for name in names.split(", ")
}
_TOP = 2


def section_of(heading: str, level: int, current: SectionKind) -> SectionKind:
    """Return the section that a heading opens.

    A known name opens its section at any level; another heading of level 2 opens `OTHER`, a deeper one stays where
    it is.
    """
    known = _NAMES.get(heading.strip().lower()) or _NAMES.get(phrase_key(heading).strip(" :.!?"))
    return known or (SectionKind.OTHER if level <= _TOP else current)
