"""The data of Discover: it says of each item what its own page says, compactly, and the same each time."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import DocPath, Slug, ThemeId
from proefpraktijk.render import RenderSettings, plan
from proefpraktijk.render.browser_data.facet_file import PER_PIECE, FacetFiles, facet_files
from proefpraktijk.render.page_parts import PageParts
from proefpraktijk.wording import Wording
from render.factory import bodies_of, empty, knowledge, safe


def made(kb: KnowledgeBase) -> FacetFiles:
    """Return the files of a knowledge base that holds something."""
    files = facet_files(PageParts(kb, Wording("nl"), {}))
    assert files
    return files


def index_of(files: FacetFiles) -> dict[str, Any]:
    """Return the facet file."""
    found: dict[str, Any] = json.loads(files.files[DocPath(f"ontdek/{files.name}.json")])
    return found


def items_of(files: FacetFiles) -> list[dict[str, Any]]:
    """Return the items of all pieces, by number."""
    return [item for piece in index_of(files)["pieces"] for item in json.loads(files.files[DocPath(f"ontdek/{piece}")])]


def numbers(gaps: list[int]) -> Iterator[int]:
    """Yield the numbers that are written as gaps."""
    number = -1
    for gap in gaps:
        number += gap + 1
        yield number


def with_value(files: FacetFiles, facet: str, value: str) -> list[str]:
    """Return the addresses of the items that have a value."""
    items = items_of(files)
    return [items[number]["to"] for number in numbers(index_of(files)["facets"][facet][value])]


def test_an_items_number_is_its_place(kb: KnowledgeBase) -> None:
    """Reports, then findings, then sessions, as the knowledge base has them: the search index counts the same way."""
    expected = [f"verslagen/{slug}/" for slug in kb.reports]
    expected += [f"bevindingen/{slug}/" for slug in kb.findings]
    expected += [f"bijeenkomsten/{session}/" for session in kb.sessions]
    files = made(kb)
    assert [item["to"] for item in items_of(files)] == expected
    assert index_of(files)["count"] == len(expected)


def test_values_are_those_of_the_pages(kb: KnowledgeBase) -> None:
    """What has a value in the file is what the pages of year group, band, quadrant and session list."""
    files = made(kb)
    for group, slugs in kb.by_year_group.items():
        assert with_value(files, "groep", str(group)) == [f"verslagen/{slug}/" for slug in slugs]
    for band, slugs in kb.by_band.items():
        assert with_value(files, "groep", band) == [f"verslagen/{slug}/" for slug in slugs]
    for quadrant, slugs in kb.by_quadrant.items():
        assert with_value(files, "kwadrant", quadrant.value) == [f"verslagen/{slug}/" for slug in slugs]
    for session, node in kb.sessions.items():
        expected = [*(f"verslagen/{slug}/" for slug in node.reports), f"bijeenkomsten/{session}/"]
        assert with_value(files, "bijeenkomst", str(session)) == expected
    handy = [f"verslagen/{slug}/" for slug, outline in kb.reports.items() if outline.takeaways]
    assert with_value(files, "handvat", "ja") == handy


def test_a_theme_is_written_without_its_narrower_ones_and_counted_with_them(kb: KnowledgeBase) -> None:
    """The script needs to know what is there for a narrower theme only; the page shows the whole number at once."""
    files = made(kb)
    carry = [f"verslagen/{slug}/" for slug, outline in kb.reports.items() if "samen-leren" in outline.themes]
    assert [to for to in with_value(files, "thema", "samen-leren") if to.startswith("verslagen/")] == carry
    for theme, node in kb.themes.items():
        below = PageParts(kb, Wording("nl"), {}).themes_below(theme)
        others = [f for f in kb.findings.values() if set(below) & set(f.finding.themes)]
        others += [s for s in kb.sessions.values() if set(below) & set(s.session.themes)]
        assert files.counts["thema"][theme] == len(node.reports) + len(others)


def test_titles_are_in_order_whatever_they_begin_with(kb: KnowledgeBase) -> None:
    """Without capitals, accents and quotation marks; a title that is only signs does no harm."""
    written = ("“Zo” dus", "Élke dag", "élan", "…", "Een taak")
    titled = zip(kb.reports.items(), map(safe, written), strict=False)
    reports = {slug: outline._replace(title=title) for (slug, outline), title in titled}
    small = dataclasses.replace(kb, reports=reports, findings={}, sessions={})
    files = made(small)
    items = items_of(files)
    assert [items[n]["title"] for n in index_of(files)["titles"]] == ["…", "Een taak", "élan", "Élke dag", "“Zo” dus"]


def test_delicate_themes_are_named_and_never_combined_with_the_facts(kb: KnowledgeBase) -> None:
    """The file names the branch of safety; no piece holds one of its themes, though reports carry them."""
    files = made(kb)
    assert index_of(files)["apart"] == ["veiligheid", "vertrouwen"]
    assert with_value(files, "thema", "vertrouwen")
    assert not {theme for item in items_of(files) for theme in item.get("themes", ())} & kb.delicate


def test_it_holds_no_letters_that_mean_nothing(kb: KnowledgeBase) -> None:
    """Sets and names of files are figures: random letters might spell somebody's name, and stop a build."""
    files = made(kb)
    assert all(re.fullmatch(r"ontdek/(keuze|stuk)-\d{12}\.json", path) for path in files.files)
    for values in index_of(files)["facets"].values():
        assert all(isinstance(gap, int) for gaps in values.values() for gap in gaps)


def test_the_same_each_time(kb: KnowledgeBase) -> None:
    """The same knowledge gives the same bytes under the same names."""
    assert made(kb) == made(knowledge())


def test_the_page_changes_with_the_data(kb: KnowledgeBase) -> None:
    """A new gist gives other files, and the page of Discover names them: its digest changes too."""
    slug, outline = next(iter(kb.reports.items()))
    other = dataclasses.replace(kb, reports={**kb.reports, slug: outline._replace(gist=outline.title)})
    page = DocPath("ontdek/index.md")
    before, after = (plan(one, bodies_of(one), RenderSettings(Wording("nl"))) for one in (kb, other))
    assert before[page].digest != after[page].digest
    assert made(other).name.encode() in after[page].make()
    assert {path for path in after if path.startswith("ontdek/")} == {page, *made(other).files}


def test_pieces_stay_small() -> None:
    """Many items come in pieces, of which the last may be shorter."""
    kb = knowledge()
    outline = next(iter(kb.reports.values()))
    slugs = [Slug(f"verslag-{number}") for number in range(PER_PIECE + 1)]
    reports = {slug: outline._replace(slug=slug) for slug in slugs}
    files = made(dataclasses.replace(kb, reports=reports, findings={}, sessions={}))
    assert len(index_of(files)["pieces"]) == 2
    assert len(items_of(files)) == PER_PIECE + 1


def test_nothing_to_be_found_has_no_files() -> None:
    """An empty community has no data, its page no finder, and the front page no field that leads to it."""
    assert facet_files(PageParts(empty(), Wording("nl"), {})) is None
    pages = plan(empty(), {}, RenderSettings(Wording("nl")))
    assert [path for path in pages if path.startswith("ontdek/")] == ["ontdek/index.md"]
    assert b"data-finder" not in pages[DocPath("ontdek/index.md")].make()
    assert b'role="search"' not in pages[DocPath("index.md")].make()


def test_only_safe_words_go_in(kb: KnowledgeBase) -> None:
    """A title that has not passed the airlock is refused by its type."""
    slug, outline = next(iter(kb.reports.items()))
    raw = dataclasses.replace(kb, reports={slug: outline._replace(title="zomaar tekst")})  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        facet_files(PageParts(raw, Wording("nl"), {}))


def test_a_theme_nobody_has_is_in_the_file_and_not_on_the_page(kb: KnowledgeBase) -> None:
    """An old address that asks for it finds nothing, and gets no message that there is no such theme."""
    node = kb.themes[ThemeId("handvatten")]
    bare = dataclasses.replace(node, theme=dataclasses.replace(node.theme, id=ThemeId("nieuw")), reports=())
    other = dataclasses.replace(kb, themes={**kb.themes, ThemeId("nieuw"): bare})
    assert index_of(made(other))["facets"]["thema"]["nieuw"] == []
    page = plan(other, bodies_of(other), RenderSettings(Wording("nl")))[DocPath("ontdek/index.md")].make()
    assert b'data-value="nieuw"' not in page
