"""Reading a report in real Chromium: handles first, marks that can be put away, links to oneself, the way onward."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from endtoend.pages import html_files

PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def report(demo_site: Path) -> str:
    """Return the address of a report with handles, marked passages, related reports and a place on the spiral."""
    for address, file in html_files(demo_site).items():
        text = file.read_text(encoding="utf-8")
        if all(part in text for part in ("data-markering", 'id="h2"', 'id="p2"', 'class="why"', 'class="spot"')):
            return address
    raise AssertionError("the demo has no such report")


@pytest.fixture
def context(browser: Browser, demo_url: str) -> Iterator[BrowserContext]:
    """Give a phone on which pages may use the clipboard."""
    made = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    made.grant_permissions(["clipboard-read", "clipboard-write"], origin=demo_url.removesuffix("/kennisbank/"))
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Give an empty page on it."""
    return context.new_page()


@pytest.fixture
def silent(browser: Browser) -> Iterator[Page]:
    """Give a page on a phone without scripts."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()


def clipboard(page: Page) -> str:
    """Return the text that was copied."""
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_handles_are_the_first_thing_after_the_top(page: Page, demo_url: str, report: str) -> None:
    """On a phone the first handle is seen without scrolling."""
    page.goto(demo_url + report)
    expect(page.locator("#h1")).to_be_in_viewport()


def test_a_mark_tells_its_theme_in_words(page: Page, demo_url: str, report: str) -> None:
    """Behind each marked passage stands the theme it belongs to, and the mark is underlined: not told by colour alone."""
    page.goto(demo_url + report)
    expect(page.locator("mark#p1 + .codes a").first).to_have_attribute("href", re.compile(r"/themas/[^/]+/$"))
    assert "underline" in page.locator("mark#p1").evaluate("one => getComputedStyle(one).textDecorationLine")


def test_marks_can_be_put_away_for_good(page: Page, demo_url: str, report: str) -> None:
    """The switch takes away marks and labels, on the next page too; by keyboard they come back."""
    page.goto(demo_url + report)
    switch = page.get_by_role("checkbox", name="Toon markeringen")
    expect(switch).to_be_checked()
    switch.uncheck()
    expect(page.locator(".codes:visible")).to_have_count(0)
    page.reload()
    expect(switch).not_to_be_checked()
    expect(page.locator(".codes:visible")).to_have_count(0)
    assert page.locator("mark").first.evaluate("one => getComputedStyle(one).backgroundColor") == "rgba(0, 0, 0, 0)"
    switch.focus()
    page.keyboard.press("Space")
    expect(page.locator(".codes").first).to_be_visible()


def test_marks_can_be_put_away_without_scripts(silent: Page, demo_url: str, report: str) -> None:
    """The switch works without scripts; only what was chosen is not remembered."""
    silent.goto(demo_url + report)
    expect(silent.locator(".codes").first).to_be_visible()
    silent.get_by_role("checkbox", name="Toon markeringen").uncheck()
    expect(silent.locator(".codes:visible")).to_have_count(0)


def test_marks_are_explained_the_first_time(page: Page, silent: Page, demo_url: str, report: str) -> None:
    """The first report tells what marks are, the next one does not; without scripts each does."""
    page.goto(demo_url + report)
    explanation = page.locator(".marking p")
    expect(explanation).to_be_visible()
    page.reload()
    expect(explanation).to_be_hidden()
    silent.goto(demo_url + report)
    silent.reload()
    expect(silent.locator(".marking p")).to_be_visible()


@pytest.mark.parametrize(("anchor", "name"), [("h2", "Handvat 2"), ("p2", "Passage 2")])
def test_handles_and_passages_have_a_link_to_themselves(
    page: Page, demo_url: str, report: str, anchor: str, name: str
) -> None:
    """It is an ordinary link, and with scripts its address is copied, and that is said."""
    page.goto(demo_url + report)
    page.get_by_role("link", name=name, exact=True).click()
    expect(page).to_have_url(f"{demo_url}{report}#{anchor}")
    expect(page.get_by_role("status")).to_have_text("Gekopieerd")
    assert clipboard(page) == f"{demo_url}{report}#{anchor}"


def test_related_reports_say_why(page: Page, demo_url: str, report: str) -> None:
    """Each related report leads to a handle of it, and tells what it shares with this one."""
    page.goto(demo_url + report)
    cards = page.locator(".kin > li")
    assert cards.count() > 1
    for card in cards.all():
        expect(card.locator(".why")).to_contain_text(re.compile(r"deelt: \S"))
    cards.first.get_by_role("link").click()
    page.wait_for_url(re.compile(r"/verslagen/[^/]+/#h\d+$"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_onward_to_handles_of_the_same_theme(page: Page, demo_url: str, report: str) -> None:
    """The end of a report leads to all handles of a theme it has."""
    page.goto(demo_url + report)
    theme = page.locator(".top a[href*='themas/']").first.inner_text()
    page.locator(".onward .chip", has_text=theme).click()
    page.wait_for_url("**/handvatten/thema/*/")
    expect(page.get_by_role("heading", level=1)).to_have_text(theme)


def test_you_are_here_on_the_spiral(silent: Page, demo_url: str, report: str) -> None:
    """Four links, of which one is said to be this one."""
    silent.goto(demo_url + report)
    tiles = silent.locator(".spot a")
    expect(tiles).to_have_count(4)
    here = silent.locator(".spot a[aria-current]")
    expect(here).to_have_count(1)
    here.click()
    silent.wait_for_url("**/kwadranten/*/")


def test_previous_and_next(page: Page, demo_site: Path, demo_url: str) -> None:
    """Who goes on to the next report of a row finds this one back as the one before it, in the same row."""
    rows = {}
    for address in [a for a in html_files(demo_site) if re.fullmatch(r"verslagen/[^/]+/", a)][:12]:
        page.goto(demo_url + address)
        for link in page.locator(".near .next a").all():
            rows[address, link.locator("span").inner_text().partition("·")[2]] = str(link.evaluate("one => one.href"))
    assert {row.strip() for _, row in rows} == {"zelfde jaargroep", "zelfde bijeenkomst"}
    for (address, row), following in list(rows.items())[:6]:
        page.goto(following)
        back = page.locator(".near .prev a", has_text=row.strip())
        assert back.evaluate("one => one.href") == demo_url + address


def test_a_finding_is_a_chain(silent: Page, demo_url: str) -> None:
    """Question, short answer, what was seen, the passages, where it comes from; a passage leads to its place in a report."""
    silent.goto(f"{demo_url}bevindingen/herkenning-alleen-geeft-geen-handvatten/")
    expect(silent.get_by_role("heading", level=1)).to_have_text(re.compile(r"\?$"))
    expect(silent.get_by_role("heading", level=2)).to_have_text(
        [
            "Kort gezegd",
            "Wat we zagen",
            "Waar dit op rust",
            "Waar dit vandaan komt",
            "En wat ga jij proberen?",
            "Thema’s",
        ]
    )
    for badge in (
        "helpt en belemmert",
        "2 verslagen",
        "interviews",
        "vaker gezien",
        "gelezen en akkoord door de betrokkenen",
    ):
        expect(silent.locator(".badges li", has_text=badge).locator(".ic")).to_be_visible()
    silent.locator(".evidence figcaption > a").first.click()
    silent.wait_for_url(re.compile(r"/verslagen/[^/]+/#p\d+$"))
    expect(silent.locator(":target")).to_be_in_viewport()


CONTENT = (
    "handvatten/", "handvatten/thema/waarnemen/", "themas/waarnemen/", "bevindingen/herkenning-alleen-geeft-geen-handvatten/",
    "bijeenkomsten/2025-2026-1/", "kwadranten/socialiseren/", "jaargroepen/groep-8/", "bouwen/bovenbouw/", "over/", "over/privacy/",
)  # fmt: skip


def test_every_page_can_be_cited(page: Page, demo_url: str, report: str) -> None:
    """The community as author, a date where one is told, the title and where it stands; no person, on every kind of page."""
    for address in (report, *CONTENT):
        page.goto(demo_url + address)
        page.get_by_text("Citeer deze pagina").click()
        title = " ".join(page.get_by_role("heading", level=1).inner_text().split())
        citation = page.locator("#s-citaat").inner_text()
        pattern = r"Vereniging De Leerkring\. \((z\.d\.|\d{4}, \d+ [a-z]+|\d{4}-\d{4})\)\. (.*)\. Kennisbank De Leerkring\. (\S+)"
        found = re.fullmatch(pattern, citation)
        assert found, citation
        assert re.sub(r" \[[^]]+\]$", "", found[2]).casefold() == title.casefold()
        assert found[3] == f"https://example.org/kennisbank/{address}"


def test_a_citation_is_copied(page: Page, demo_url: str, report: str) -> None:
    """One press, and it can be pasted."""
    page.goto(demo_url + report)
    page.get_by_text("Citeer deze pagina").click()
    page.get_by_role("button", name="Kopieer").click()
    expect(page.get_by_role("status")).to_have_text("Gekopieerd")
    assert clipboard(page) == page.locator("#s-citaat").inner_text()


def test_a_page_is_shared_by_its_address(page: Page, demo_url: str, report: str) -> None:
    """Without a menu of the device the link is copied; with one, the device gets title and address."""
    page.goto(demo_url + report + "#h1")
    page.get_by_role("button", name="Deel").click()
    expect(page.get_by_role("status")).to_have_text("Gekopieerd")
    assert clipboard(page) == f"{demo_url}{report}#h1"
    page.add_init_script("navigator.share = data => { window.shared = data; return Promise.reject(new Error()); };")
    page.goto(demo_url + report)
    page.get_by_role("button", name="Deel").click()
    assert page.evaluate("window.shared") == {"title": page.title(), "url": demo_url + report}


def test_without_scripts_nothing_is_offered_that_needs_them(silent: Page, demo_url: str, report: str) -> None:
    """The citation can be read; buttons to share, print and copy are not there."""
    silent.goto(demo_url + report)
    silent.get_by_text("Citeer deze pagina").click()
    expect(silent.locator("#s-citaat")).to_be_visible()
    expect(silent.locator("main button:visible")).to_have_count(0)
