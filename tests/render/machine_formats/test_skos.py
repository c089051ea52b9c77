"""The codebook as linked data: one graph in two files, valid, and true to what was written."""

from __future__ import annotations

import dataclasses

import pytest
from pyshacl import validate
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, RDF, SKOS

from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import DocPath, ThemeId
from proefpraktijk.wording import Wording
from render.machine_formats.reading import HOME, HOSTILE, SHAPES, files, graph, relabelled


def test_the_codebook_follows_nl_sbb(tree: dict[DocPath, bytes], kb: KnowledgeBase) -> None:
    """Both files are one graph, valid against the shapes, with a definition of every theme in its language."""
    turtle = graph(tree[DocPath("themas/codeboek.ttl")], "turtle")
    assert isomorphic(turtle, graph(tree[DocPath("themas/codeboek.jsonld")], "json-ld"))
    conforms, _, said = validate(turtle, shacl_graph=Graph().parse(SHAPES))
    assert conforms, said
    scheme = URIRef(f"{HOME}themas/")
    assert {str(c) for c in turtle.subjects(RDF.type, SKOS.Concept)} == {f"{HOME}themas/{t}/" for t in kb.themes}
    assert turtle.value(scheme, DCTERMS.title).language == "en"
    for theme, node in kb.themes.items():
        concept = URIRef(f"{HOME}themas/{theme}/")
        assert turtle.value(concept, SKOS.definition) == Literal(str(node.theme.definition), lang="en")
        assert bool(list(turtle.objects(concept, SKOS.broader))) == bool(node.ancestors)
        assert ((concept, SKOS.topConceptOf, scheme) in turtle) != bool(node.ancestors)
        assert ((scheme, SKOS.hasTopConcept, concept) in turtle) != bool(node.ancestors)


def test_the_shapes_find_what_is_wrong(tree: dict[DocPath, bytes]) -> None:
    """Without a definition, or with something above a top concept, a codebook is not valid."""
    shapes = Graph().parse(SHAPES)
    turtle = graph(tree[DocPath("themas/codeboek.ttl")], "turtle")
    top = next(turtle.subjects(SKOS.topConceptOf))
    below = next(turtle.subjects(SKOS.broader, top))
    for change in (
        lambda g: g.remove((below, SKOS.definition, None)),
        lambda g: g.remove((below, SKOS.inScheme, None)),
        lambda g: g.add((top, SKOS.broader, below)),
        lambda g: g.add((below, SKOS.related, top)),
        lambda g: g.add((below, SKOS.prefLabel, turtle.value(top, SKOS.prefLabel))),
        lambda g: (g.remove((below, SKOS.broader, None)), g.remove((None, SKOS.narrower, below)), g.remove((None, SKOS.related, None))),
    ):  # fmt: skip
        worse = Graph() + turtle
        change(worse)
        assert not validate(worse, shacl_graph=shapes)[0]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_codebook_holds_any_label(text: str, kb: KnowledgeBase, english: Wording) -> None:
    """Quotes, line ends, other scripts: what was written is read back, from both files alike."""
    tree = files(relabelled(kb, ThemeId("veiligheid"), text), english)
    turtle = graph(tree[DocPath("themas/codeboek.ttl")], "turtle")
    assert isomorphic(turtle, graph(tree[DocPath("themas/codeboek.jsonld")], "json-ld"))
    concept = URIRef(f"{HOME}themas/veiligheid/")
    assert str(turtle.value(concept, SKOS.prefLabel)) == text
    assert {str(label) for label in turtle.objects(concept, SKOS.altLabel)} == {f"{text} 2"}
    assert validate(turtle, shacl_graph=Graph().parse(SHAPES))[0]


def test_a_codebook_without_an_address_is_relative(kb: KnowledgeBase, english: Wording) -> None:
    """Its concepts are where it was found."""
    tree = files(kb, english, "")
    where = "https://elders.nl/site/themas/codeboek"
    turtle = graph(tree[DocPath("themas/codeboek.ttl")], "turtle", f"{where}.ttl")
    assert URIRef("https://elders.nl/site/themas/veiligheid/") in set(turtle.subjects())
    assert isomorphic(turtle, graph(tree[DocPath("themas/codeboek.jsonld")], "json-ld", f"{where}.jsonld"))


def test_a_theme_is_not_related_to_what_it_belongs_to(kb: KnowledgeBase, english: Wording) -> None:
    """Whoever wrote so meant the hierarchy; SKOS forbids it."""
    key = ThemeId("vertrouwen")
    related = (*kb.themes[key].ancestors, key, ThemeId("bestaat-niet"), ThemeId("groepsplan"))
    theme = dataclasses.replace(kb.themes[key].theme, related=related)
    mixed = dataclasses.replace(kb, themes={**kb.themes, key: dataclasses.replace(kb.themes[key], theme=theme)})
    turtle = graph(files(mixed, english)[DocPath("themas/codeboek.ttl")], "turtle")
    assert {str(t) for t in turtle.objects(URIRef(f"{HOME}themas/{key}/"), SKOS.related)} == {
        f"{HOME}themas/groepsplan/"
    }
