"""Helpers for the tests of machine-readable formats: planned sites with an address, and the contents of their files."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import Any

from rdflib import Graph

from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import DocPath, Slug, ThemeId
from proefpraktijk.model.safe import Coordinates
from proefpraktijk.render import PlannedPage, RenderSettings, plan
from proefpraktijk.wording import Wording
from render.factory import STORIES, bodies_of, safe

HOME = "https://example.org/kennisbank/"
SHAPES = Path(__file__).parents[2] / "data" / "nl-sbb" / "shapes.ttl"
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = (
    '"enkel" en \\dubbel\\ "',
    "regel een\nregel twee\ttab",
    "</script><script>alert(1)</script><!--",
    "مرحبا بكم في الصف",
    "👩‍🏫 groep 5 😀 \u2028 \u2029",
    "a & b < c > d ' e ]]> {{ 7*7 }} `x`",
    '@nl . <x> <y> "z"@en ; \\u0041',
)


def made(kb: KnowledgeBase, words: Wording, home: str = HOME) -> dict[DocPath, bytes]:
    """Return the bytes of all that is planned for a site at `home`."""
    return {path: page.make() for path, page in planned(kb, words, home).items()}


def files(kb: KnowledgeBase, words: Wording, home: str = HOME) -> dict[DocPath, bytes]:
    """Return the bytes of the machine-readable files."""
    return {path: page.make() for path, page in planned(kb, words, home).items() if not path.endswith(".md")}


def planned(kb: KnowledgeBase, words: Wording, home: str = HOME) -> dict[DocPath, PlannedPage]:
    """Plan a site at `home`."""
    stories = [story for story in STORIES if Slug(story.slug) in kb.reports]
    return plan(kb, bodies_of(kb, stories), RenderSettings(words, {}, home))


def relabelled(kb: KnowledgeBase, key: ThemeId, text: str) -> KnowledgeBase:
    """Return the knowledge base with a theme that says `text` wherever it can."""
    theme = dataclasses.replace(
        kb.themes[key].theme, label=safe(text), aliases=(safe(f"{text} 2"), safe(text)), definition=safe(text),
        use_when=safe(text), not_when=safe(text),
    )  # fmt: skip
    return dataclasses.replace(kb, themes={**kb.themes, key: dataclasses.replace(kb.themes[key], theme=theme)})


def retitled(kb: KnowledgeBase, text: str) -> KnowledgeBase:
    """Return the knowledge base with a first report that is called `text`."""
    slug = next(iter(kb.reports))
    return dataclasses.replace(
        kb, reports={**kb.reports, slug: kb.reports[slug]._replace(title=safe(text), gist=safe(text))}
    )


def generalised_to(kb: KnowledgeBase, coordinates: Coordinates) -> KnowledgeBase:
    """Return the knowledge base in which `coordinates` are all that every report publishes of where it is from."""
    return dataclasses.replace(kb, reports={slug: o.at(coordinates) for slug, o in kb.reports.items()})


def linked_data(page: bytes) -> Any:
    """Return the JSON-LD in the front matter of a planned page."""
    (line,) = (line for line in page.decode().splitlines() if line.startswith("ld: "))
    return json.loads(json.loads(re.sub(r"\\x", r"\\u00", line.removeprefix("ld: "))))


def feeds(tree: dict[DocPath, bytes], name: str) -> dict[str, bytes]:
    """Return the feeds of one format by the page they belong to."""
    return {path.removesuffix(name): data for path, data in tree.items() if path.endswith(name)}


def graph(data: bytes, kind: str, public: str = "") -> Graph:
    """Parse a file of the codebook."""
    return Graph().parse(data=data, format=kind, publicID=public or None)
