"""The doors for machines: valid by their own rules, true to what pages tell, and safe whatever a teacher writes."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from pyshacl import validate
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, RDF, SKOS

from proefpraktijk.model.knowledge import BacklinkKind, KnowledgeBase, Moved
from proefpraktijk.model.paths import DocPath, Slug, ThemeId
from proefpraktijk.model.safe import Coordinates
from proefpraktijk.model.spiral import SchoolYear, SessionId
from proefpraktijk.render import PlannedPage, Settings, plan, told_dates
from proefpraktijk.render.doors.dating import Dates
from proefpraktijk.render.doors.feeds import NEWEST, NEWEST_OF_THEME
from proefpraktijk.render.doors.plain import plain
from proefpraktijk.wording import Wording
from render.factory import STORIES, bodies_of, empty, knowledge, safe

HOME = "https://example.org/kennisbank/"
SHAPES = Path(__file__).parents[1] / "data" / "nl-sbb" / "shapes.ttl"
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
    """Return the bytes of the files for machines alone."""
    return {path: page.make() for path, page in planned(kb, words, home).items() if not path.endswith(".md")}


def planned(kb: KnowledgeBase, words: Wording, home: str = HOME) -> dict[DocPath, PlannedPage]:
    """Plan a site at `home`."""
    stories = [story for story in STORIES if Slug(story.slug) in kb.reports]
    return plan(kb, bodies_of(kb, stories), Settings(words, {}, home))


@pytest.fixture(scope="module")
def tree(kb: KnowledgeBase, english: Wording) -> dict[DocPath, bytes]:
    """Return a whole site whose address is known."""
    return made(kb, english)


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


def told(kb: KnowledgeBase, coordinates: Coordinates) -> KnowledgeBase:
    """Return the knowledge base in which every report tells no more than `coordinates`."""
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


def test_an_atom_feed_has_what_rfc_4287_asks(tree: dict[DocPath, bytes]) -> None:
    """Each feed and each entry has one id, title and updated; an author; absolute addresses; entries newest first."""
    found = feeds(tree, "feed.xml")
    assert "" in found
    assert "themas/veiligheid/" in found
    for page, data in found.items():
        feed = ET.fromstring(data)
        entries = feed.findall(f"{ATOM}entry")
        assert feed.tag == f"{ATOM}feed"
        assert [a.findtext(f"{ATOM}name") for a in feed.findall(f"{ATOM}author")] == ["Vereniging De Leerkring"]
        for part in (feed, *entries):
            for name in ("id", "title", "updated"):
                assert len(part.findall(f"{ATOM}{name}")) == 1
            assert part.findtext(f"{ATOM}id", "").startswith(HOME)
            assert dt.datetime.fromisoformat(part.findtext(f"{ATOM}updated", "")).tzinfo
        (own,) = (link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self")
        assert own == f"{HOME}{page}feed.xml"
        dates = [entry.findtext(f"{ATOM}updated", "") for entry in entries]
        assert dates == sorted(dates, reverse=True)
        assert feed.findtext(f"{ATOM}updated") == dates[0]
        for entry in entries:
            assert entry.findtext(f"{ATOM}summary")
            link = entry.find(f"{ATOM}link")
            assert link is not None
            assert DocPath(f"{link.get('href', '').removeprefix(HOME)}index.md") in tree
            assert all(c.get("term") and c.get("label") for c in entry.findall(f"{ATOM}category"))
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(ids) == len(set(ids))


def test_a_json_feed_says_the_same(tree: dict[DocPath, bytes]) -> None:
    """Version 1.1 with its required members, and the entries of the Atom feed in the same order."""
    atom = feeds(tree, "feed.xml")
    found = feeds(tree, "feed.json")
    assert found.keys() == atom.keys()
    for page, data in found.items():
        feed = json.loads(data)
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"]
        assert feed["feed_url"] == f"{HOME}{page}feed.json"
        assert feed["home_page_url"] == HOME + page
        assert all(set(author) == {"name"} for author in feed["authors"])
        assert [item["id"] for item in feed["items"]] == [
            entry.findtext(f"{ATOM}id") for entry in ET.fromstring(atom[page]).findall(f"{ATOM}entry")
        ]
        for item in feed["items"]:
            assert item["content_text"]
            assert item["title"]
            assert dt.datetime.fromisoformat(item["date_published"]).tzinfo


def test_a_feed_of_a_theme_holds_its_reports(kb: KnowledgeBase, tree: dict[DocPath, bytes]) -> None:
    """All of them and no others; a theme without reports has none, and its page leads to none."""
    for theme, node in kb.themes.items():
        page = tree[DocPath(f"themas/{theme}/index.md")].decode()
        found = feeds(tree, "feed.json").get(f"themas/{theme}/")
        held = {item["id"].split("/")[-2] for item in json.loads(found)["items"]} if found else set()
        assert held == set(node.reports)
        assert (f'feeds: ["", "themas/{theme}/"]' in page) == bool(node.reports)


def test_feeds_are_no_longer_than_they_should_be(english: Wording) -> None:
    """The newest stand in it."""
    stories = [dataclasses.replace(STORIES[0], slug=f"s-{n}", title=f"Titel {n}") for n in range(70)]
    kb = knowledge(stories)
    planned = plan(kb, bodies_of(kb, stories), Settings(english, {}, HOME))
    sizes = [
        len(json.loads(planned[DocPath(f"{page}feed.json")].make())["items"])
        for page in ("", f"themas/{STORIES[0].themes[0]}/")
    ]
    assert sizes == [NEWEST, NEWEST_OF_THEME]


@pytest.mark.parametrize("home", ["", HOME])
def test_without_addresses_or_reports_there_are_no_feeds(home: str, english: Wording, kb: KnowledgeBase) -> None:
    """A feed needs absolute addresses and a date; then nothing leads to it either."""
    tree = made(empty() if home else kb, english, home)
    assert not feeds(tree, "feed.xml")
    assert not feeds(tree, "feed.json")
    assert b"feeds: []" in tree[DocPath("index.md")]


def test_a_draft_is_in_no_feed(kb: KnowledgeBase, english: Wording) -> None:
    """It may be seen on the writer's own machine only."""
    drafts = dataclasses.replace(kb, reports={s: o._replace(draft=True) for s, o in kb.reports.items()})
    assert not feeds(files(drafts, english), "feed.xml")


def test_a_report_is_dated_by_what_it_tells(kb: KnowledgeBase) -> None:
    """Its own date, else its session's, else 1 August of its school year, else of the first year on the site."""
    dates, year = Dates(kb), SchoolYear(2026)
    outline = next(iter(kb.reports.values()))._replace(
        date=dt.date(2025, 10, 7), session=SessionId(SchoolYear(2025), 2)
    )
    assert dates.of(outline) == dt.date(2025, 10, 7)
    assert dates.of(outline._replace(date=None)) == kb.sessions[SessionId(SchoolYear(2025), 2)].session.date
    assert dates.of(outline._replace(date=None, session=None, school_year=year)) == dt.date(2026, 8, 1)
    assert dates.of(outline._replace(date=None, session=SessionId(year, 9))) == dt.date(2026, 8, 1)
    assert dates.of(outline._replace(date=None, session=None)) == dt.date(2025, 8, 1)
    assert Dates(empty()).of(outline.at(Coordinates())) is None


def test_what_is_not_told_is_in_no_door(kb: KnowledgeBase, english: Wording) -> None:
    """Reports that tell nothing of where they come from tell machines nothing either."""
    tree = made(told(kb, Coordinates()), english)
    for data in feeds(tree, "feed.json").values():
        assert {item["date_published"] for item in json.loads(data)["items"]} == {"2025-08-01T12:00:00Z"}
    for slug in kb.reports:
        assert "educationalLevel" not in str(linked_data(tree[DocPath(f"verslagen/{slug}/index.md")]))
    assert not told_dates(told(kb, Coordinates()))


def test_the_sitemap_learns_only_what_is_told(kb: KnowledgeBase) -> None:
    """The later of a report's date and member check."""
    slug, outline = next(iter(kb.reports.items()))
    assert outline.member_check
    assert told_dates(kb)[DocPath(f"verslagen/{slug}/index.md")] == outline.member_check.isoformat()


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


def test_a_door_tells_only_what_a_page_may() -> None:
    """Plain strings and secrets are refused, as templates refuse them."""
    with pytest.raises(TypeError):
        plain("Daan")  # type: ignore[arg-type]
    assert plain(safe("rust\x07ig")) == "rustig"


def test_the_same_knowledge_gives_the_same_doors(english: Wording, tree: dict[DocPath, bytes]) -> None:
    """Nothing depends on the clock, on memory or on order."""
    again = files(knowledge(), english)
    assert {p: d for p, d in again.items() if not p.endswith(".md")} == {
        p: d for p, d in tree.items() if not p.endswith(".md")
    }
