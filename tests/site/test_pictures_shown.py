"""The pictures and hubs of the demo in real Chromium: numbers, names, colours, paper, small screens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from endtoend.pages import html_files

PHONE = {"width": 390, "height": 844}
HUBS = ("", "themas/", "themas/rekenen/", "themas/samen-leren/", "bijeenkomsten/", "bijeenkomsten/2025-2026-3/",
        "kwadranten/", "kwadranten/socialiseren/", "jaargroepen/", "jaargroepen/groep-5/", "bouwen/middenbouw/")  # fmt: skip
WITH_PICTURES = ("", "themas/", "themas/rekenen/", "bijeenkomsten/", "kwadranten/", "jaargroepen/")
QUADRANTS = ("combineren", "internaliseren", "socialiseren", "externaliseren")
_TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
_CONTRASTS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const light = colour => {
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  const ground = light(getComputedStyle(document.body).backgroundColor);
  const fill = one => getComputedStyle(one).fill;
  return [...document.querySelectorAll("figure.picture svg text")].map(text => {
    const shape = text.parentElement.matches("[class*=' s'], .tile") ? text.parentElement.querySelector("rect, path") : null;
    const dot = text.matches(".in, .no") ? text.previousElementSibling : null;
    const under = shape ?? dot;
    const below = under && fill(under) !== "none" ? light(fill(under)) : ground;
    return [ratio(light(fill(text)), below), text.textContent, text.parentElement.getAttribute("class") ?? ""];
  });
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give an empty page on a phone in light colours."""
    context = browser.new_context(viewport=PHONE, color_scheme="light", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def rows(table: Locator) -> list[list[str]]:
    """Return the rows of a table, its head first, opened or not."""
    return table.evaluate("t => [...t.rows].map(row => [...row.cells].map(cell => cell.textContent.trim()))")


def told(site: Path) -> Counter[tuple[str, str]]:
    """Count by reading each report's page as a reader would: (theme, quadrant) of each theme it shows."""
    counts: Counter[tuple[str, str]] = Counter()
    for address, file in html_files(site).items():
        if not re.fullmatch(r"verslagen/[^/]+/", address) or address == "verslagen/pagina/":
            continue
        top = file.read_text(encoding="utf-8").partition('<header class="top">')[2].partition("</header>")[0]
        themes, quadrant = re.findall(r"themas/([a-z-]+)/", top), re.search(r"kwadranten/(\w+)/", top)
        counts.update((theme, quadrant[1] if quadrant else "") for theme in set(themes))
    return counts


def test_numbers_by_quadrant_are_those_of_the_report_pages(page: Page, demo_site: Path, demo_url: str) -> None:
    """Whoever opens all reports and counts finds what the table tells of every theme without narrower ones."""
    counts = told(demo_site)
    assert sum(counts.values()) > 100
    page.goto(f"{demo_url}themas/")
    table = page.locator("table").filter(has_text="Externaliseren").first
    for link in table.locator("tbody tr:not(.whole)").all():
        theme = str(link.locator("th a").get_attribute("href")).removeprefix("../themas/").strip("/")
        if not _narrower(demo_site, theme):
            cells = [cell.strip() for cell in link.locator("td").all_text_contents()]
            assert cells[:4] == [str(counts[theme, quadrant]) for quadrant in QUADRANTS], theme


def _narrower(site: Path, theme: str) -> bool:
    return "Hieronder valt" in (site / "themas" / theme / "index.html").read_text(encoding="utf-8")


def test_picture_and_table_have_the_same_numbers(page: Page, demo_url: str) -> None:
    """What stands in the squares of a map stands in the table below it, in the same order."""
    for address in ("themas/", "jaargroepen/"):
        page.goto(demo_url + address)
        for figure in page.locator("figure.picture").all():
            squares = figure.locator("svg.heat [class*=' s'] text").all_text_contents()
            cells = [number for row in rows(figure.locator("table"))[1:] for number in row[1:-1]]
            assert squares == cells
            assert cells


def test_names_and_roles(page: Page, demo_url: str) -> None:
    """A screen reader meets named groups with named links, and a table that says what its rows and columns are."""
    page.goto(f"{demo_url}bijeenkomsten/")
    year = page.get_by_role("group", name="De bijeenkomsten van schooljaar 2025-2026")
    expect(year.get_by_role("link", name=re.compile(r"Bijeenkomst 3: .+, 9 verslagen"))).to_be_visible()
    page.goto(f"{demo_url}themas/rekenen/")
    line = page.get_by_role("group", name="Rekenen en wat erbij hoort")
    expect(line.get_by_role("link", name=re.compile("^In de klas"))).to_be_visible()
    page.goto(f"{demo_url}jaargroepen/")
    expect(page.get_by_role("group", name="Thema’s per bouw").get_by_role("link").first).to_be_visible()
    page.get_by_text("De getallen in een tabel").click()
    expect(page.get_by_role("columnheader", name="Middenbouw")).to_be_visible()
    expect(page.get_by_role("rowheader", name="Rekenen")).to_be_visible()


def test_squares_are_not_reached_with_tab_but_their_table_is(page: Page, demo_url: str) -> None:
    """Two hundred squares are no stops on the way through the page: the same links stand in the table."""
    page.goto(f"{demo_url}themas/")
    squares = page.locator("svg.heat [class*=' s'][href]")
    assert set(squares.evaluate_all("all => all.map(one => one.tabIndex)")) == {-1}
    linked = set(squares.evaluate_all("all => all.map(one => one.getAttribute('href'))"))
    listed = set(page.locator(".numbers td a").evaluate_all("all => all.map(one => one.getAttribute('href'))"))
    assert linked == listed


def test_a_square_leads_to_its_reports(page: Page, demo_url: str) -> None:
    """The number in a square is how many reports there are where it leads."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{demo_url}themas/")
    square = page.locator("svg.heat a.internaliseren[href*='rekenen/#']")
    number = int(square.text_content() or "0")
    square.click()
    page.wait_for_url("**/themas/rekenen/#k-internaliseren")
    expect(page.locator("#k-internaliseren .card")).to_have_count(number)


@pytest.mark.parametrize("address", HUBS)
def test_no_sideways_scrolling_with_tables_open(page: Page, demo_url: str, address: str) -> None:
    """At 320 pixels nothing sticks out, not even with all tables opened."""
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(demo_url + address)
    assert not page.evaluate(_TOO_WIDE)
    page.evaluate("document.querySelectorAll('.numbers').forEach(one => one.open = true)")
    assert not page.evaluate(_TOO_WIDE)


def test_labels_keep_clear_of_the_squares(page: Page, demo_url: str) -> None:
    """On a small phone no theme's label runs into its numbers."""
    page.set_viewport_size({"width": 320, "height": 800})
    for address in ("themas/", "jaargroepen/"):
        page.goto(demo_url + address)
        met = page.locator("svg.heat > g:not(.heads)").evaluate_all(
            """lines => lines.filter(line => line.querySelector("a text").getBoundingClientRect().right
               > line.querySelector("rect").getBoundingClientRect().left).map(line => line.textContent)"""
        )
        assert met == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", WITH_PICTURES)
def test_letters_in_pictures_stand_out(page: Page, demo_url: str, address: str, scheme: str) -> None:
    """Every letter in a picture has a contrast of 4.5 to 1 with what is under it (WCAG 2.2, 1.4.3)."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(demo_url + address)
    found = page.evaluate(_CONTRASTS)
    assert not [one for one in found if one[0] < 4.5]


def test_without_colours_the_numbers_stay(browser: Browser, demo_url: str) -> None:
    """With forced colours every number of a map is still there to be read."""
    context = browser.new_context(viewport=PHONE, forced_colors="active")
    page = context.new_page()
    page.goto(f"{demo_url}themas/")
    found = page.evaluate(_CONTRASTS)
    assert found
    assert not [one for one in found if one[0] < 4.5]
    context.close()


@pytest.mark.parametrize("address", WITH_PICTURES[1:])
def test_on_paper_the_table_is_there_without_opening_it(page: Page, demo_url: str, address: str) -> None:
    """Paper has no buttons: the numbers are printed, and the word to open them is not."""
    page.goto(demo_url + address)
    table = page.locator("main .numbers table").first
    expect(table).to_be_hidden()
    page.emulate_media(media="print")
    expect(table).to_be_visible()
    expect(page.locator(".numbers summary").first).to_be_hidden()


def test_home_on_a_phone_offers_something_at_once(page: Page, demo_url: str) -> None:
    """Before any scrolling there is a box to ask in and one thing to try tomorrow."""
    page.goto(demo_url)
    expect(page.get_by_role("searchbox")).to_have_count(1)
    for shown in (page.get_by_role("searchbox"), page.locator(".now .handle-card > a").first):
        box = shown.bounding_box()
        assert box
        assert box["y"] + box["height"] <= PHONE["height"]


@pytest.mark.parametrize("scripts", [True, False])
def test_asking_on_home_leads_to_discover(browser: Browser, demo_url: str, scripts: bool) -> None:  # noqa: FBT001 - a case
    """What is typed goes along in the address; without scripts the form leads there too."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(demo_url)
    page.get_by_role("searchbox").fill("telefoon")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ontdek/?q=telefoon*")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    context.close()


def test_what_one_runs_into_leads_to_what_one_can_try(page: Page, demo_url: str) -> None:
    """Every entry under `Ik loop aan tegen` leads to as many handles as it says."""
    page.goto(demo_url)
    entries = page.locator("#s-loop ~ ul a").evaluate_all(
        "all => all.map(one => [one.href, +one.querySelector('b').textContent])"
    )
    assert len(entries) > 5
    for address, number in entries[:3]:
        page.goto(address)
        expect(page.locator("main .handle-card")).to_have_count(number)


@pytest.mark.parametrize("address", HUBS[1:])
def test_a_hub_leads_to_something_to_try_or_to_reports(page: Page, demo_url: str, address: str) -> None:
    """No hub is a dead end: below its title there are handles or reports, or themes that lead to them."""
    page.goto(demo_url + address)
    assert page.locator("main :is(.handle-card, .card, .timeline a, .steps a)").count() > 0
