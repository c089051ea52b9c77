"""Machine-readable formats: they say what the pages say, link to them, and are safe whatever a teacher writes."""

from __future__ import annotations

import dataclasses
import json
import re
import xml.etree.ElementTree as ET

import pytest

from proefpraktijk.model.knowledge import BacklinkKind, KnowledgeBase, Moved
from proefpraktijk.model.paths import DocPath, Slug, ThemeId
from proefpraktijk.render.plain_text import checked_text
from proefpraktijk.wording import Wording
from render.factory import empty, knowledge, safe
from render.machine_formats.reading import ATOM, HOME, HOSTILE, files, linked_data, made, planned, relabelled, retitled


def test_every_page_says_what_it_is(tree: dict[DocPath, bytes]) -> None:
    """One node of a known kind, the way to it from home over pages that exist, and no person anywhere."""
    kinds = set()
    for path, data in tree.items():
        if not path.endswith(".md"):
            continue
        said = linked_data(data)
        *crumbs, node = said["@graph"]
        kinds.add(node["@type"])
        assert said["@context"] == "https://schema.org"
        assert node["@id"] == HOME + path.removesuffix("index.md")
        assert node["name"]
        assert '"Person"' not in json.dumps(said)
        assert bool(crumbs) == (path != "index.md")
        for steps in crumbs:
            items = steps["itemListElement"]
            assert [step["position"] for step in items] == list(range(1, len(items) + 1))
            assert items[0]["item"] == HOME
            assert items[-1] == {"@type": "ListItem", "position": len(items), "name": node["name"]}
            assert all(DocPath(f"{step['item'].removeprefix(HOME)}index.md") in tree for step in items[:-1])
    assert kinds == {"WebSite", "WebPage", "CollectionPage", "DefinedTermSet", "DefinedTerm", "LearningResource"}


def test_a_report_says_what_it_is_about(tree: dict[DocPath, bytes], kb: KnowledgeBase) -> None:
    """Its themes by their pages, for whom it is, and in what language; a theme its other names."""
    slug, outline = next(iter(kb.reports.items()))
    node = linked_data(tree[DocPath(f"verslagen/{slug}/index.md")])["@graph"][-1]
    assert [about["@id"] for about in node["about"]] == [f"{HOME}themas/{t}/" for t in outline.themes][:5]
    assert node["educationalLevel"].startswith("group ")
    assert (node["inLanguage"], node["isPartOf"]) == ("en", {"@id": HOME})
    aliased = next(theme for theme, entry in kb.themes.items() if entry.theme.aliases)
    term = linked_data(tree[DocPath(f"themas/{aliased}/index.md")])["@graph"][-1]
    assert term["alternateName"] == [str(alias) for alias in kb.themes[aliased].theme.aliases]
    assert term["inDefinedTermSet"] == {"@id": f"{HOME}themas/"}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_title_breaks_a_door(text: str, kb: KnowledgeBase, english: Wording) -> None:
    """It is text in XML and JSON, and can neither end a script nor begin a comment in it."""
    tree = planned(retitled(kb, text), english)
    slug, shown = next(iter(kb.reports)), " ".join(text.split())
    page = tree[DocPath(f"verslagen/{slug}/index.md")].make()
    assert linked_data(page)["@graph"][-1]["name"] == shown
    (line,) = (line for line in page.decode().splitlines() if line.startswith("ld: "))
    assert not re.search("[<>\u2028\u2029]", json.loads(re.sub(r"\\x", r"\\u00", line.removeprefix("ld: "))))
    assert shown in {entry.text for entry in ET.fromstring(tree[DocPath("feed.xml")].make()).iter(f"{ATOM}title")}
    assert shown in {item["title"] for item in json.loads(tree[DocPath("feed.json")].make())["items"]}


def test_characters_that_xml_does_not_know_are_left_out(kb: KnowledgeBase, english: Wording) -> None:
    """As pages leave them out."""
    tree = files(retitled(kb, "Een\x00 les\x1b\ufffe\ud800!"), english)
    assert "Een les!" in {entry.text for entry in ET.fromstring(tree[DocPath("feed.xml")]).iter(f"{ATOM}title")}


@pytest.mark.parametrize("home", ["", HOME])
def test_llms_txt_leads_to_pages(home: str, kb: KnowledgeBase, english: Wording) -> None:
    """A title, a summary, that texts are anonymised, and sections of links that all lead somewhere."""
    tree = made(kb, english, home)
    lines = tree[DocPath("llms.txt")].decode().splitlines()
    assert lines[0].startswith("# ")
    assert lines[2].startswith("> ")
    assert any("anonymised" in line for line in lines)
    assert [line for line in lines if line.startswith("## ")] == ["## Pages", "## Themes", "## Findings", "## Data"]
    links = [
        found[1] for line in lines if line.startswith("- ") and (found := re.match(r"- \[.+?\]\((\S+)\): \S", line))
    ]
    assert len(links) == sum(line.startswith("- ") for line in lines)
    below = [link.removeprefix(home) for link in links]
    assert all(DocPath(f"{link}index.md" if link.endswith("/") else link) in tree for link in below)
    assert len(below) > len(kb.themes) + len(kb.findings)


def test_a_hostile_label_makes_no_other_link(kb: KnowledgeBase, english: Wording) -> None:
    """Brackets and line ends in a label are text."""
    text = "a](https://kwaad.nl) [b\n## kop"
    lines = files(relabelled(kb, ThemeId("veiligheid"), text), english)[DocPath("llms.txt")].decode().splitlines()
    assert any(r"- [a\](https://kwaad.nl) \[b ## kop](https://example.org/" in line for line in lines)
    assert "## kop" not in lines


@pytest.mark.parametrize(("home", "there"), [("https://a.nl/", True), (HOME, False), ("", False)])
def test_robots_txt_stands_at_the_root_of_a_host_only(home: str, there: bool, english: Wording) -> None:  # noqa: FBT001
    """Nobody asks for it elsewhere; it leads to the sitemap."""
    tree = files(empty(), english, home)
    assert (DocPath("robots.txt") in tree) == there
    assert not there or b"Sitemap: https://a.nl/sitemap.xml" in tree[DocPath("robots.txt")]


def test_old_addresses_lead_on(kb: KnowledgeBase, english: Wording) -> None:
    """A small page without a script; never in the place of another page, and no page of the engine's."""
    slug = next(iter(kb.reports))
    moved = (
        Moved(BacklinkKind.REPORT, Slug("oud"), slug),
        Moved(BacklinkKind.REPORT, Slug(list(kb.reports)[1]), slug),
        Moved(BacklinkKind.THEME, Slug("oud-thema"), "veiligheid"),
        Moved(BacklinkKind.PAGE, Slug("privacy"), "meedoen"),
    )
    tree = files(dataclasses.replace(kb, moved=moved), english)
    stubs = {path: data.decode() for path, data in tree.items() if path.endswith(".html")}
    assert stubs.keys() == {"verslagen/oud/index.html", "themas/oud-thema/index.html"}
    stub = stubs[DocPath("verslagen/oud/index.html")]
    assert f'<meta http-equiv="refresh" content="0; url=../../verslagen/{slug}/">' in stub
    assert f'<link rel="canonical" href="{HOME}verslagen/{slug}/">' in stub
    assert '<meta name="robots" content="noindex">' in stub
    assert "<script" not in stub


def test_a_machine_format_holds_only_what_a_page_may() -> None:
    """Plain strings and secrets are refused, as templates refuse them."""
    with pytest.raises(TypeError):
        checked_text("Daan")  # type: ignore[arg-type]
    assert checked_text(safe("rust\x07ig")) == "rustig"


def test_the_same_knowledge_gives_the_same_doors(english: Wording, tree: dict[DocPath, bytes]) -> None:
    """Nothing depends on the clock, on memory or on order."""
    again = files(knowledge(), english)
    assert {p: d for p, d in again.items() if not p.endswith(".md")} == {
        p: d for p, d in tree.items() if not p.endswith(".md")
    }
