"""The built demo in real Chromium: every kind of page at phone and laptop size, light and dark, by keyboard."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from endtoend.pages import html_files, of_every_kind

PHONE = {"width": 390, "height": 844}
WIDTHS = (320, 390, 1280)
_TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const wide = [...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > room + 1);
  return wide.slice(0, 5).map(one => one.tagName + "." + one.className).concat("page");
}"""
_CLIPPED = """() => [...document.querySelectorAll("main h1, main h2, main p, main li, main summary")]
  .filter(one => one.checkVisibility() && !one.closest(".table, pre, .vh, [hidden]"))
  .filter(one => { const box = one.getBoundingClientRect(); return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1); })
  .map(one => one.textContent.slice(0, 40))"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give an empty page on a phone in light colours."""
    context = browser.new_context(viewport=PHONE, color_scheme="light", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def report_with_handles(site: Path) -> str:
    """Return the address of the longest report, which has handles."""
    reports = {a: f for a, f in html_files(site).items() if re.fullmatch(r"verslagen/[^/]+/", a)}
    return max(reports, key=lambda address: reports[address].stat().st_size)


def test_no_sideways_scrolling(page: Page, demo_site: Path, demo_url: str) -> None:
    """No kind of page is wider than its window, not even at 320 pixels, and no text is cut off."""
    wide, cut = {}, {}
    for address in of_every_kind(demo_site):
        page.goto(demo_url + address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            wide[address, width] = page.evaluate(_TOO_WIDE)
            cut[address, width] = page.evaluate(_CLIPPED)
    assert not {where: found for where, found in wide.items() if found}
    assert not {where: found for where, found in cut.items() if found}


def test_no_sideways_scrolling_with_the_menu_open(page: Page, demo_url: str) -> None:
    """The opened menu fits a small phone too, and Escape shuts it."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(demo_url)
    page.get_by_role("button", name="Menu").click()
    expect(page.locator("#menu a").first).to_be_visible()
    assert page.evaluate(_TOO_WIDE) == []
    page.keyboard.press("Escape")
    expect(page.locator("#menu a").first).to_be_hidden()


QUADRANTS = ["combineren", "internaliseren", "socialiseren", "externaliseren"]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_spiral_by_keyboard(page: Page, demo_url: str, width: int) -> None:
    """Tab reaches the four quadrants in the order of the spiral, each is seen to have the focus, and Enter goes there."""
    page.set_viewport_size({"width": width, "height": 900})
    reached: list[str] = []
    page.goto(demo_url)
    for _ in range(40):
        page.keyboard.press("Tab")
        found = page.evaluate("document.activeElement.closest('svg.spiral a')?.getAttribute('href') ?? ''")
        if found:
            reached.append(found.strip("/").rpartition("/")[2])
            assert page.evaluate("document.activeElement.matches(':focus-visible')")
    assert reached == QUADRANTS
    for quadrant in QUADRANTS:
        page.goto(demo_url)
        page.locator(f"svg.spiral a[href*={quadrant}]").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/kwadranten/{quadrant}/")


def test_the_spiral_says_its_names(page: Page, demo_url: str) -> None:
    """Somebody who does not see the picture hears four links with the names of the quadrants."""
    page.goto(demo_url)
    for quadrant in QUADRANTS:
        expect(
            page.locator("figure").get_by_role("link", name=re.compile(quadrant, re.IGNORECASE)).first
        ).to_be_visible()


def test_handles_come_first_on_a_phone(page: Page, demo_site: Path, demo_url: str) -> None:
    """A teacher between two lessons sees what to try before the story."""
    page.goto(demo_url + report_with_handles(demo_site))
    handles = page.locator("main li a[href='#h1']").first.bounding_box()
    story = page.locator("main #situatie").bounding_box()
    assert handles
    assert story
    assert handles["y"] < story["y"]


def test_every_handle_is_a_place(page: Page, demo_site: Path, demo_url: str) -> None:
    """A link to a handle brings it into view."""
    page.goto(demo_url + report_with_handles(demo_site) + "#h2")
    expect(page.locator("#h2")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
def test_light_and_dark(page: Page, demo_site: Path, demo_url: str, width: int) -> None:
    """The colours follow the computer; the button turns them, and they stay so on the next page."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(demo_url)
    light = _background(page)
    page.emulate_media(color_scheme="dark")
    dark = _background(page)
    assert _brightness(light) > 200
    assert _brightness(dark) < 80

    button = page.locator("[data-licht-knop]")
    expect(button).to_have_attribute("aria-pressed", "false")
    page.emulate_media(color_scheme="light")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert _background(page) == dark
    page.goto(demo_url + report_with_handles(demo_site))
    assert _background(page) == dark
    page.locator("[data-licht-knop]").click()
    assert _background(page) == light


def _background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def _brightness(colour: str) -> float:
    red, green, blue = (float(part) for part in re.findall(r"[\d.]+", colour)[:3])
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_every_page_has_a_title_of_its_own(demo_site: Path) -> None:
    """Two tabs, two names (WCAG 2.2, 2.4.2)."""
    pages = html_files(demo_site)
    titles = Counter(re.findall("<title>(.*?)</title>", file.read_text(encoding="utf-8"))[0] for file in pages.values())
    assert not [title for title, count in titles.items() if count > 1]


def test_every_page_has_one_heading_and_a_language(page: Page, demo_site: Path, demo_url: str) -> None:
    """One h1, levels that do not skip, Dutch."""
    for address in of_every_kind(demo_site):
        page.goto(demo_url + address)
        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(one => +one.tagName[1])")
        assert levels.count(1) == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), (address, levels)
        assert page.evaluate("document.documentElement.lang") == "nl"


def test_it_works_without_scripts(browser: Browser, demo_site: Path, demo_url: str) -> None:
    """Menu, spiral and handles are there with scripts switched off."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(demo_url)
    page.get_by_role("button", name="Menu").click()
    page.locator("#menu a", has_text="Handvatten").click()
    expect(page.locator("main li").first).to_be_visible()
    page.goto(demo_url + report_with_handles(demo_site))
    expect(page.locator("main li[id^=h]").first).to_be_visible()
    context.close()


def test_print_leaves_out_the_chrome(page: Page, demo_site: Path, demo_url: str) -> None:
    """On paper there is the text, without menu and buttons."""
    page.goto(demo_url + report_with_handles(demo_site))
    page.emulate_media(media="print")
    expect(page.locator("header.bar")).to_be_hidden()
    expect(page.locator("main button:visible")).to_have_count(0)
    expect(page.locator("main h1")).to_be_visible()
