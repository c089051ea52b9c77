"""The codebook as a concept scheme (SKOS), in Turtle and JSON-LD, following NL-SBB (Geonovum), chapter 4.

The scheme is the page of all themes and each concept the page of a theme: whoever looks one up finds what it means. All
addresses are relative to `themas/`, where both files stand; when the address of the site is known it is their base, so
that a copy elsewhere speaks of the same concepts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from proefpraktijk.model.knowledge import KnowledgeBase, ThemeNode
from proefpraktijk.model.paths import DocPath, ThemeId
from proefpraktijk.model.text import SafeText
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import Token
from proefpraktijk.render.coordinate_names import Words
from proefpraktijk.render.plain_text import checked_text, one_line
from proefpraktijk.render.planned_page import Planner

TURTLE = DocPath(f"{addresses.THEMES}codeboek.ttl")
JSON_LD = DocPath(f"{addresses.THEMES}codeboek.jsonld")

_NAMESPACES = {
    "dct": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_SCHEME = "./"
_STRING = re.compile(r'[\\"\n\r\t]')
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
"""ECHAR of Turtle (RDF 1.1 Turtle, 6.4): all that a string between double quotes may not hold as it is."""


class Ref(NamedTuple):
    """A resource, by its address relative to `themas/`."""

    address: str


class Thing(NamedTuple):
    """A resource with what is said of it: a text in the language of the site, or another resource."""

    address: str
    kind: str
    says: list[tuple[str, str | Ref]]


def plan_skos(planner: Planner) -> None:
    """Plan both files."""
    things = list(codebook(planner.parts.kb, planner.words))
    base = planner.home and planner.home + addresses.THEMES
    planner.add_file(TURTLE, turtle(things, planner.words.language, base))
    planner.add_file(JSON_LD, json_ld(things, planner.words.language, base))


def codebook(kb: KnowledgeBase, words: Words) -> Iterator[Thing]:
    """Yield the scheme and its concepts."""
    tops = [theme_id for theme_id, node in kb.themes.items() if not node.ancestors]
    title = one_line(words.t("Codebook of {community}", community=kb.community.name))
    yield Thing(
        _SCHEME,
        "skos:ConceptScheme",
        [
            ("dct:title", title),
            ("rdfs:comment", one_line(words.t("Every theme with its meaning and its reports."))),
            *(("skos:hasTopConcept", _concept(theme_id)) for theme_id in tops),
        ],
    )
    for theme_id, node in kb.themes.items():
        yield Thing(_concept(theme_id).address, "skos:Concept", list(_said_of(theme_id, node, kb, words)))


def _said_of(theme_id: ThemeId, node: ThemeNode, kb: KnowledgeBase, words: Words) -> Iterator[tuple[str, str | Ref]]:
    theme, label = node.theme, checked_text(node.theme.label)
    yield "skos:prefLabel", label
    others = dict.fromkeys(map(checked_text, theme.aliases))
    yield from (("skos:altLabel", other) for other in others if other != label)
    yield "skos:definition", checked_text(theme.definition)
    if theme.use_when:
        yield "skos:scopeNote", _note(words.t("This is about"), theme.use_when)
    if theme.not_when:
        yield "skos:scopeNote", _note(words.t("This is not about"), theme.not_when)
    yield "skos:inScheme", Ref(_SCHEME)
    if node.ancestors:
        yield "skos:broader", _concept(node.ancestors[-1])
    else:
        yield "skos:topConceptOf", Ref(_SCHEME)
    yield from (("skos:narrower", _concept(narrower)) for narrower in node.narrower)
    yield from (
        ("skos:related", _concept(other)) for other in dict.fromkeys(theme.related) if _apart(theme_id, other, kb)
    )


def _apart(one: ThemeId, other: ThemeId, kb: KnowledgeBase) -> bool:
    """Return whether neither of two themes stands above the other: only then may they be related (SKOS, S27)."""
    if one == other or other not in kb.themes:
        return False
    return other not in kb.themes[one].ancestors and one not in kb.themes[other].ancestors


def _note(about: str, text: SafeText) -> str:
    return f"{about}: {checked_text(text)}"


def _concept(theme_id: ThemeId) -> Ref:
    return Ref(f"{Token(theme_id)}/")


def turtle(things: list[Thing], language: str, base: str) -> bytes:
    """Return the things in Turtle (W3C, 25 February 2014)."""
    lines = [f"@base <{base}> ."] if base else []
    lines += [f"@prefix {prefix}: <{address}> ." for prefix, address in _NAMESPACES.items()]
    for thing in things:
        said = [f"a {thing.kind}", *(f"{name} {_object(value, language)}" for name, value in thing.says)]
        lines += ["", f"<{thing.address}> " + " ;\n  ".join(said) + " ."]
    return "\n".join([*lines, ""]).encode()


def _object(value: str | Ref, language: str) -> str:
    if isinstance(value, Ref):
        return f"<{value.address}>"
    return f'"{_STRING.sub(lambda found: _ESCAPED[found[0]], value)}"@{language}'


def json_ld(things: list[Thing], language: str, base: str) -> bytes:
    """Return the things in JSON-LD 1.1; every plain string is in the language of the context."""
    context = {**({"@base": base} if base else {}), "@language": language, **_NAMESPACES}
    graph = []
    for thing in things:
        node: dict[str, Any] = {"@id": thing.address, "@type": thing.kind}
        for name, value in thing.says:
            node.setdefault(name, []).append({"@id": value.address} if isinstance(value, Ref) else value)
        graph.append(node)
    return json.dumps({"@context": context, "@graph": graph}, ensure_ascii=False, indent=1).encode()
