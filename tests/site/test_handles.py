"""The page of all handles in real Chromium: choosing, finding by words, sharing what was chosen, and doing without."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def page(browser: Browser, demo_url: str) -> Iterator[Page]:
    """Give the page of handles on a phone."""
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    made = context.new_page()
    made.goto(f"{demo_url}handvatten/")
    expect(made.locator("[data-outcome]")).to_have_attribute("aria-busy", "false")
    yield made
    context.close()


def settled(page: Page) -> int:
    """Wait for the results, and return how many there are said to be."""
    expect(page.locator("[data-outcome]")).to_have_attribute("aria-busy", "false")
    return int(re.findall(r"\d+", page.locator("[data-total]").inner_text())[0])


def pick(page: Page, value: str) -> None:
    """Choose a value."""
    button = page.locator(f"button[data-value='{value}']")
    button.evaluate("one => { const fold = one.closest('details'); if (fold) fold.open = true; }")
    button.click()


def test_choosing_with_one_thumb(page: Page) -> None:
    """Unfold, choose a theme and a band, and see what is left; each number was told before it was chosen."""
    everything = settled(page)
    page.get_by_role("button", name="Kies stap voor stap").click()
    pick(page, "rekenen")
    page.wait_for_url("**/handvatten/?thema=rekenen")
    assert settled(page) < everything
    told = page.locator("button[data-value='middenbouw'] b").inner_text()
    pick(page, "middenbouw")
    page.wait_for_url("**/handvatten/?thema=rekenen&groep=middenbouw")
    assert settled(page) == int(told)
    page.get_by_role("button", name=re.compile(r"^Toon \d+ resultaten")).click()
    expect(page.locator("[data-results] .handle-card").first).to_be_in_viewport()


def test_a_handle_leads_to_its_place(page: Page) -> None:
    """The card leads to the handle in its report; back leads to the same choice."""
    pick_address = page.url + "?thema=rekenen"
    page.goto(pick_address)
    left = settled(page)
    card = page.locator("[data-results] .handle-card a").first
    text = card.inner_text()
    card.click()
    page.wait_for_url(re.compile(r"/verslagen/[^/]+/#h\d+$"))
    expect(page.locator(":target")).to_contain_text(text)
    page.go_back()
    assert settled(page) == left
    assert page.url == pick_address


def test_finding_by_words(page: Page) -> None:
    """What is typed is found while typing, also inside a compound; words and choices go together."""
    page.get_by_role("searchbox").fill("klok")
    page.wait_for_url("**/handvatten/?q=klok")
    few = settled(page)
    texts = page.locator("[data-results] .handle-card > a").all_inner_texts()
    assert few == len(texts)
    assert sum("klok" in text.lower() for text in texts) > few / 2
    page.goto(page.url + "&kwadrant=socialiseren")
    assert 0 < settled(page) < few
    page.goto(page.url.partition("?")[0] + "?q=xyzzy")
    assert settled(page) == 0
    expect(page.locator("[data-empty]")).to_be_visible()


def test_safety_and_a_year_group_are_not_crossed(page: Page, demo_url: str) -> None:
    """Of an address that asks for both the theme is kept, and it is said why; no card tells a year group."""
    page.goto(f"{demo_url}handvatten/?thema=veiligheid&groep=5")
    assert settled(page) > 0
    expect(page.locator("[data-notice]")).to_contain_text("kies je apart")
    expect(page.locator("[data-chosen] .pick")).to_have_count(1)
    assert not "".join(page.locator("[data-results] [data-groups]").all_inner_texts())
    expect(page.locator("button[data-value='5']")).to_have_attribute("aria-disabled", "true")


@pytest.mark.parametrize(
    "query", ["?thema=bestaat-niet", "?groep=99&q=klok", "?volgorde=titel", "?onzin", "?thema=%00%ff"]
)
def test_hand_edited_addresses(page: Page, demo_url: str, query: str) -> None:
    """What is not there is left out; the rest works."""
    page.goto(f"{demo_url}handvatten/{query}")
    assert settled(page) > 0
    expect(page.locator("[data-results] .handle-card").first).to_be_visible()


def _fails(route: Route) -> None:
    route.abort()


def test_when_the_data_does_not_come(page: Page, demo_url: str) -> None:
    """Without the facet file the links do; without the words choosing goes on."""
    page.route("**/woord-*.json", _fails)
    page.goto(f"{demo_url}handvatten/?q=klok")
    expect(page.locator("[data-notice]")).to_be_visible()
    assert settled(page) > 0
    page.route("**/keuze-*.json", _fails)
    page.goto(f"{demo_url}handvatten/")
    expect(page.locator("[data-failed]")).to_be_visible()
    expect(page.locator(".handle-group .handle-card").first).to_be_visible()


def test_without_scripts_links_do(browser: Browser, demo_url: str) -> None:
    """By theme and by band, each to a list of its own."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{demo_url}handvatten/")
    expect(page.locator("[data-finder]")).to_be_hidden()
    page.locator(".line a", has_text="middenbouw").click()
    page.wait_for_url("**/handvatten/bouw/middenbouw/")
    expect(page.locator(".handle-card").first).to_be_visible()
    page.go_back()
    page.locator(".handle-group .chip", has_text="Rekenen").click()
    page.wait_for_url("**/handvatten/thema/rekenen/")
    expect(page.locator(".handle-card").first).to_be_visible()
    context.close()
