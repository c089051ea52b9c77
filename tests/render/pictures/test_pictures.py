"""The pictures: each holds the numbers of its table, both hold what the knowledge base holds, and any label fits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import DocPath, Slug, ThemeId
from proefpraktijk.model.safe import Coordinates
from proefpraktijk.model.spiral import Band, Quadrant
from proefpraktijk.render import PlannedPage, RenderSettings, plan
from proefpraktijk.render.pictures.line_breaking import break_label
from proefpraktijk.render.pictures.school_years import moved_apart
from proefpraktijk.wording import Wording
from render.factory import STORIES, THEMES, bodies_of, empty, safe

SAFETY_LABELS = {"Veiligheid in de groep", "Vertrouwen"}
LABELS = {theme: label for theme, label, _, _ in THEMES}
Rows = list[list[str]]


def planned(kb: KnowledgeBase, words: Wording) -> dict[DocPath, PlannedPage]:
    """Plan the site."""
    return plan(kb, bodies_of(kb), RenderSettings(words))


def shown(pages: dict[DocPath, PlannedPage], url: str) -> str:
    """Return the HTML of the page at `url`."""
    return pages[DocPath(f"{url}index.md")].make().decode().split("---\n", 2)[2]


def elements(html: str, opening: str) -> Iterator[ET.Element]:
    """Yield each element that begins with `opening`, as far as its own end."""
    tag = re.match(r"<(\w+)", opening)[1]  # type: ignore[index]
    for begin in re.finditer(re.escape(opening), html):
        depth = 0
        for mark in re.finditer(rf"<{tag}\b|</{tag}>", html[begin.start() :]):
            depth += 1 if mark[0].startswith(f"<{tag}") else -1
            if not depth:
                source = html[begin.start() : begin.start() + mark.end()].replace("&nbsp;", " ")
                yield ET.fromstring(re.sub(r' xmlns="[^"]*"', "", source))
                break


def words_of(element: ET.Element) -> str:
    """Return the text of an element."""
    return " ".join(" ".join(element.itertext()).split())


def table(figure: ET.Element) -> tuple[list[str], Rows]:
    """Return the headings and the rows of a figure's only table."""
    (found,) = figure.iter("table")
    head, *rows = [[words_of(cell) for cell in row] for row in found.iter("tr")]
    return head, rows


def heat_rows(figure: ET.Element) -> Rows:
    """Return the rows of a figure's heat maps: label, squares, total."""
    rows = []
    for picture in figure.iter("svg"):
        if picture.get("class") == "heat":
            for line in picture.findall("g")[1:]:
                *label, total = words_of(line[0]).rsplit(" ", 1)
                rows.append([label[0], *(words_of(square) for square in line[1]), total])
    return rows


def figure_with(html: str, marker: str) -> ET.Element:
    """Return the figure that holds `marker`."""
    return next(f for f in elements(html, '<figure class="picture') if marker in ET.tostring(f, encoding="unicode"))


def less_published(kb: KnowledgeBase) -> KnowledgeBase:
    """Return a knowledge base in which the first report publishes none of its coordinates."""
    slug = next(iter(kb.reports))
    return replace(
        kb,
        reports={**kb.reports, slug: kb.reports[slug].at(Coordinates())},
        by_band={band: tuple(s for s in slugs if s != slug) for band, slugs in kb.by_band.items()},
        by_year_group={group: tuple(s for s in slugs if s != slug) for group, slugs in kb.by_year_group.items()},
        by_quadrant={quadrant: tuple(s for s in slugs if s != slug) for quadrant, slugs in kb.by_quadrant.items()},
        sessions={
            key: replace(node, reports=tuple(s for s in node.reports if s != slug)) for key, node in kb.sessions.items()
        },
    )


@pytest.mark.parametrize("change", [lambda kb: kb, less_published], ids=["all published", "one unpublished"])
def test_the_map_by_quadrant(kb: KnowledgeBase, english: Wording, change) -> None:  # type: ignore[no-untyped-def]
    """Picture and table have the same numbers, and these are what one counts among the reports."""
    kb = change(kb)
    figure = figure_with(shown(planned(kb, english), "themas/"), 'class="heat"')
    head, rows = table(figure)
    assert [row[1:] for row in heat_rows(figure)] == [row[1:] for row in rows]
    quadrants: list[Quadrant | None] = [*Quadrant]
    if any(report.quadrant is None for report in kb.reports.values()):
        quadrants.append(None)
        assert head[-2] == "Not told"
    assert len(head) == len(quadrants) + 2
    of_label = {label: ThemeId(theme) for theme, label in LABELS.items()}
    for label, *numbers in rows:
        found = [kb.reports[slug].quadrant for slug in kb.themes[of_label[label]].reports]
        assert numbers == [str(found.count(quadrant)) for quadrant in quadrants] + [str(len(found))]
        assert sum(map(int, numbers[:-1])) == int(numbers[-1])
    assert {label for label, *_ in rows} == {LABELS[t] for t, node in kb.themes.items() if node.reports}


@pytest.mark.parametrize("url", ["themas/", "jaargroepen/"])
@pytest.mark.parametrize("change", [lambda kb: kb, less_published], ids=["all published", "one unpublished"])
def test_the_map_by_band(kb: KnowledgeBase, english: Wording, change, url: str) -> None:  # type: ignore[no-untyped-def]
    """Picture and table agree with a count among the reports; themes on safety are not there, and the page says so."""
    kb = change(kb)
    html = shown(planned(kb, english), url)
    figure = figure_with(html, 'id="h-bouwen-t"')
    head, rows = table(figure)
    assert [row[1:] for row in heat_rows(figure)] == [row[1:] for row in rows]
    assert not {label for label, *_ in rows} & SAFETY_LABELS
    assert "What is said on “Veiligheid in de groep” we do not count" in words_of(figure)
    assert head[1:4] == ["Onderbouw", "Middenbouw", "Bovenbouw"]
    of_label = {label: ThemeId(theme) for theme, label in LABELS.items()}
    for label, *numbers in rows:
        found = [kb.reports[slug] for slug in kb.themes[of_label[label]].reports]
        counted = [sum(report.within(band) for report in found) for band in kb.community.bands]
        unpublished = sum(not any(map(report.within, kb.community.bands)) for report in found)
        assert numbers == [*map(str, counted), *([str(unpublished)] if len(head) == 6 else []), str(len(found))]


def test_the_spiral(kb: KnowledgeBase, english: Wording) -> None:
    """The spiral and its table say the same, of all reports and of one theme; what is not published is a row of its own."""
    pages = planned(less_published(kb), english)
    for url, slugs in (
        ("", kb.reports),
        ("kwadranten/", kb.reports),
        ("themas/lezen-en-taal/", ["samen-lezen-met-de-kleuters"]),
    ):
        html = shown(pages, url)
        figure = next(f for f in elements(html, "<figure") if "s-spiraal-t" in ET.tostring(f, encoding="unicode"))
        _, rows = table(figure)
        tiles = {words_of(a[1]): words_of(a[3]) for a in figure.iter("a") if "tile" in a.get("class", "")}
        assert tiles == dict(rows[:4])
        numbers = [int(count.split()[0]) for _, count in rows]
        assert sum(numbers[:-1]) == numbers[-1] == len(slugs)


def test_a_school_year(kb: KnowledgeBase, english: Wording) -> None:
    """Bars, dots and table agree with a count among the reports; themes on safety are not counted by session."""
    (figure,) = elements(shown(planned(kb, english), "bijeenkomsten/"), '<figure class="picture')
    (picture,) = figure.iter("svg")
    head, rows = table(figure)
    order = sorted(kb.sessions)
    assert head == ["Session", *(str(session.number) for session in order)]
    bars = [words_of(found) for found in picture.iter("text") if found.get("class") == "count"]
    assert rows[0][1:] == bars == [str(len(kb.sessions[session].reports)) for session in order]
    of_label = {label: theme for theme, label in LABELS.items()}
    for label, *numbers in rows[1:]:
        assert label not in SAFETY_LABELS
        counted = [
            sum(of_label[label] in kb.reports[s].themes for s in kb.sessions[session].reports) for session in order
        ]
        assert numbers == [*map(str, counted)]
    dots = [words_of(found) for found in picture.iter("text") if found.get("class") == "in"]
    assert dots == [number for _, *numbers in rows[1:] for number in numbers if number != "0"]


def test_a_theme_and_its_neighbours(kb: KnowledgeBase, english: Wording) -> None:
    """Every stop on the line is a row of the table, with the same link and number."""
    pages = planned(kb, english)
    for theme in kb.themes:
        figures = elements(shown(pages, f"themas/{theme}/"), '<figure class="picture')
        figure = next((f for f in figures if any(s.get("class") == "nearby" for s in f.iter("svg"))), None)
        assert figure is not None
        (picture,) = (found for found in figure.iter("svg") if found.get("class") == "nearby")
        (listed,) = figure.iter("table")
        stops = [(a.get("href"), words_of(a).rsplit(" ", 1)[1]) for a in picture.iter("a")]
        rows = [(row[0][0].get("href"), words_of(row[2])) for row in list(listed.iter("tr"))[1:]]
        assert stops == rows
        assert len({href for href, _ in stops}) == len(stops)


def test_every_picture_has_a_name_a_description_and_a_table(kb: KnowledgeBase, english: Wording) -> None:
    """A picture has a name and a description that are its own, and a table in the same figure."""
    pages = planned(kb, english)
    for url in ("", "themas/", "themas/veiligheid/", "bijeenkomsten/", "kwadranten/", "jaargroepen/"):
        for figure in elements(shown(pages, url), "<figure"):
            for picture in figure.iter("svg"):
                if picture.get("role") is None:
                    continue
                title, description = picture.findall("title")[:1], picture.findall("desc")
                assert picture.get("role") == "group"
                assert picture.get("aria-labelledby") == f"{title[0].get('id')} {description[0].get('id')}"
                assert words_of(title[0])
                assert list(figure.iter("table"))


def test_squares_lead_to_the_reports_they_count(kb: KnowledgeBase, english: Wording) -> None:
    """By quadrant to the list, or the place on the theme's page; by band to Discover with both chosen; 0 leads nowhere."""
    pages = planned(kb, english)
    html = shown(pages, "themas/")
    linked = [s for f in elements(html, '<figure class="picture') for s in f.iter("a") if s.get("tabindex") == "-1"]
    assert linked
    for square in linked:
        href = square.get("href", "")
        assert words_of(square) != "0"
        if "?" in href:
            assert re.fullmatch(r"\.\./ontdek/\?thema=[a-z-]+&groep=[a-z]+", href)
            continue
        path, _, anchor = href.removeprefix("../").partition("#")
        assert DocPath(f"{path}index.md") in pages or DocPath(f"themas/{path}index.md") in pages
        if anchor:
            assert f'id="{anchor}"' in shown(pages, path)


def test_safety_is_not_published_by_subgroup(kb: KnowledgeBase, english: Wording) -> None:
    """What a session, year group or band is about leaves out the themes on safety; a quadrant does not."""
    pages = planned(kb, english)
    for path in pages:
        if re.match(r"(jaargroepen|bouwen|bijeenkomsten)/", path):
            for bars in elements(pages[path].make().decode().split("---\n", 2)[2], '<table class="bars">'):
                assert not any(label in words_of(bars) for label in SAFETY_LABELS), path
    (bars,) = elements(shown(pages, "kwadranten/socialiseren/"), '<table class="bars">')
    assert "Vertrouwen" in words_of(bars)


def test_an_empty_community_has_no_pictures_but_the_spiral(english: Wording) -> None:
    """Before the first report the pages say so, and home shows the way without asking what nothing could answer."""
    pages = planned(empty(), english)
    for url in ("themas/", "bijeenkomsten/", "jaargroepen/"):
        assert "<svg" not in shown(pages, url)
    home = shown(pages, "")
    assert 'action="ontdek/"' not in home
    assert "0 reports" in home


@pytest.mark.parametrize(
    "label",
    [
        "a" * 300,
        "woord " * 50,
        "😀👩‍🏫 groep",
        "مرحبا بكم في الصف",
        "<b>&{{ 7*7 }}",
        "Telefoonbeleidsafspraken en meer",
    ],
)
def test_any_label_fits(label: str, kb: KnowledgeBase, english: Wording) -> None:
    """In a picture a label is cut to what fits; the table has all of it."""
    key = ThemeId("onrust-en-overgangen")
    node = kb.themes[key]
    theme = replace(node.theme, label=safe(label.strip()))
    pages = planned(replace(kb, themes={**kb.themes, key: replace(node, theme=theme)}), english)
    figure = figure_with(shown(pages, "themas/"), 'class="heat"')
    for picture in figure.iter("svg"):
        for line in picture.iter("tspan"):
            assert len("".join(line.itertext()).split(" ")[0]) <= 19
    assert " ".join(label.split()) in {row[0] for row in table(figure)[1]}


def many(kb: KnowledgeBase, count: int) -> KnowledgeBase:
    """Return a knowledge base in which one theme has `count` reports, all alike."""
    theme = ThemeId("groepsplan")
    (slug,) = (Slug(story.slug) for story in STORIES if story.slug == "een-groepsplan-op-een-half-a4")
    copies = {Slug(f"verslag-{n}"): kb.reports[slug]._replace(slug=Slug(f"verslag-{n}")) for n in range(count)}
    slugs = tuple(copies)
    nodes = {
        t: replace(node, reports=slugs if t == theme else (), quotes=(), backlinks=()) for t, node in kb.themes.items()
    }
    return replace(
        empty(),
        reports=copies,
        themes=nodes,
        by_quadrant={Quadrant.EXTERNALISEREN: slugs},
        by_band={"bovenbouw": slugs},
        by_year_group={7: slugs},
    )


@pytest.mark.parametrize("count", [1, 3000])
def test_a_theme_with_one_report_and_with_thousands(count: int, kb: KnowledgeBase, english: Wording) -> None:
    """The hub of a theme stays a page one can read: some of each, and the way to all."""
    wide = many(kb, count)
    pages = plan(
        wide, dict.fromkeys(wide.reports, bodies_of(kb)[Slug("een-groepsplan-op-een-half-a4")]), RenderSettings(english)
    )
    html = shown(pages, "themas/groepsplan/")
    assert len(html) < 60_000
    assert f">{count} report{'' if count == 1 else 's'}<" in html
    leafs = [path for path in pages if path.startswith("themas/groepsplan/externaliseren/")]
    assert bool(leafs) is (count > 4)
    assert ('href="externaliseren/"' in html or 'href="../../themas/groepsplan/externaliseren/"' in html) is (count > 4)
    rows = table(figure_with(shown(pages, "jaargroepen/"), 'class="heat"'))[1]
    assert ["Groepsplan", "0", "0", str(count), str(count)] in rows


def test_as_many_bands_as_there_are_year_groups(kb: KnowledgeBase, english: Wording) -> None:
    """Eight bands of one year group, and reports that publish none, leave room for the labels."""
    bands = tuple(Band(f"groep{number}", number, number) for number in range(1, 9))
    kb = less_published(replace(kb, community=replace(kb.community, bands=bands)))
    kb = replace(kb, by_band={b.id: tuple(s for s, r in kb.reports.items() if r.within(b)) for b in bands})
    figure = figure_with(shown(planned(kb, english), "jaargroepen/"), 'id="h-bouwen-t"')
    places = [int(square.get("x", "").rstrip("%")) for square in figure.iter("rect")]
    assert min(places) >= 40
    assert max(places) < 100


@given(st.text(max_size=80).map(safe), st.integers(1, 40), st.integers(1, 2))
def test_letters_in_lines(label, width: int, most: int) -> None:  # type: ignore[no-untyped-def]
    """Lines fit, keep the order of the letters, and say whether they are all of them."""
    letters = break_label(label, width, most)
    assert len(letters.lines) <= most
    assert all(0 < len(line) <= width for line in letters.lines)
    bare = "".join(str(label).split())
    kept = "".join("".join(line.split()) for line in letters.lines)
    assert bare.startswith(kept)
    assert letters.whole is (bare == kept)


@given(st.lists(st.integers(5, 95), min_size=1, max_size=60).map(sorted))
def test_sessions_stay_in_order_and_apart(places: list[int]) -> None:
    """However many sessions there are in a month, each stands after the one before it, within the year."""
    moved = moved_apart(places)
    assert len(moved) == len(places)
    assert all(5 <= place <= 95 for place in moved)
    gaps = [after - before for before, after in pairwise(moved)]
    assert all(gap >= min(9, 90 // max(1, len(places) - 1)) for gap in gaps)
