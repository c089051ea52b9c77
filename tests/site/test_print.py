"""Pages on paper: printed to PDF by a real browser, as a teacher prints them, from a dark screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser

from endtoend.pages import of_every_kind
from endtoend.paper import Pdf

FINDERS = ("ontdek/", "handvatten/")
"""Pages that fetch what they show."""
REPORT = "verslagen/huiswerk-plannen-een-volle-agenda-en-toch-te-laat-beginnen/"

# What is shown on paper of the elements that are for a screen only; what sticks out of the paper; colours too light to read.
LOOK = """() => {
  const shown = element => element.checkVisibility() && element.getClientRects().length;
  const light = color => color.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + +part, 0) > 480;
  const texts = [...document.querySelectorAll("main :is(p, li, td, th, h1, h2, h3, a:not(.spot *))")].filter(shown);
  return {
    chrome: [...document.querySelectorAll("nav, button, input, select, form, dialog, .skip, .button")].filter(shown).map(e => e.outerHTML.slice(0, 90)),
    shut: [...document.querySelectorAll("main details > :not(summary, .button)")].filter(e => !shown(e) && !e.closest(".filters")).map(e => e.outerHTML.slice(0, 90)),
    wide: texts.filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 90)),
    pale: texts.filter(e => light(getComputedStyle(e).color)).map(e => e.outerHTML.slice(0, 90)),
    apart: [...document.querySelectorAll("main :is(h1, h2, h3)")].filter(e => shown(e) && getComputedStyle(e).breakAfter !== "avoid").map(e => e.outerHTML.slice(0, 90)),
    ground: getComputedStyle(document.body).backgroundColor,
  };
}"""


class Printed(NamedTuple):
    """A page on paper, and what `LOOK` says of it."""

    pdf: Pdf
    look: dict[str, Any]
    title: str


@pytest.fixture(scope="module")
def printed(browser: Browser, demo_site: Path, demo_url: str) -> Iterator[dict[str, Printed]]:
    """Print a page of every kind."""
    page = browser.new_page(viewport={"width": 673, "height": 1000}, color_scheme="dark")  # A4 within its margins
    found = {}
    for address in sorted({*of_every_kind(demo_site), REPORT}):
        page.emulate_media(media="screen", color_scheme="dark")
        page.goto(f"{demo_url}{address}", wait_until="networkidle" if address in FINDERS else "load")
        page.emulate_media(media="print", color_scheme="dark")
        look = page.evaluate(LOOK)
        found[address] = Printed(Pdf(page.pdf(prefer_css_page_size=True)), look, page.locator("h1").inner_text())
    yield found
    page.close()


def _told(printed: dict[str, Printed], what: str) -> dict[str, list[str]]:
    return {address: one.look[what] for address, one in printed.items() if one.look[what]}


def test_every_kind_of_page_is_printed_on_a4(printed: dict[str, Printed]) -> None:
    """The paper is A4, the title is on its first page, each page tells its number, and no page is empty."""
    for address, one in printed.items():
        assert one.pdf.size == {(210, 297)}, address
        texts = one.pdf.sheets
        assert "".join(one.title.split())[:40] in "".join(texts[0].split()), address
        assert all(f"{number} / {len(texts)}" in text for number, text in enumerate(texts, 1)), address
        assert all(len(text) > 60 for text in texts), address


def test_no_chrome_on_paper(printed: dict[str, Printed]) -> None:
    """Menus, search, filters, buttons and dialogs are not printed."""
    assert not _told(printed, "chrome")
    for one in printed.values():
        assert not {"Naar de inhoud", "Hoofdmenu", "Afdrukken", "Kopieer"} & set(one.pdf.text.split("  "))


def test_what_can_be_opened_is_open(printed: dict[str, Printed]) -> None:
    """Tables below pictures and the way to cite a page are printed, whether they were open or not."""
    assert not _told(printed, "shut")


def test_nothing_sticks_out(printed: dict[str, Printed]) -> None:
    """No text, table or list is wider than the paper."""
    assert not _told(printed, "wide")


def test_dark_letters_on_white(printed: dict[str, Printed]) -> None:
    """Whatever the screen is set to, letters are dark and the ground is not printed."""
    assert not _told(printed, "pale")
    assert {one.look["ground"] for one in printed.values()} == {"rgba(0, 0, 0, 0)"}


def test_headings_stay_with_their_text(printed: dict[str, Printed]) -> None:
    """No heading is the last thing on a page."""
    assert not _told(printed, "apart")


def test_a_page_tells_where_it_is_from(printed: dict[str, Printed]) -> None:
    """Its address stands on the last sheet."""
    for address, one in printed.items():
        if address != "404.html":
            last = one.pdf.sheets[-1].replace(" ", "")
            assert f"https://example.org/kennisbank/{address}" in last, address


def test_an_outside_link_tells_its_address(browser: Browser, demo_url: str) -> None:
    """What cannot be clicked can be typed; links within the site are just words."""
    page = browser.new_page()
    page.goto(f"{demo_url}{REPORT}")
    page.evaluate(
        "document.querySelector('.body').innerHTML += '<p><a href=\"https://voorbeeld.nl/stuk\">een stuk</a></p>'"
    )
    text = "".join(Pdf(page.pdf(prefer_css_page_size=True)).text.split())
    page.close()
    assert "eenstuk(https://voorbeeld.nl/stuk)" in text
    assert "(../" not in text


def test_a_picture_is_not_cut_in_two(browser: Browser, demo_url: str) -> None:
    """A picture that does not fit on what is left of a page goes to the next, whole."""
    page = browser.new_page()
    page.goto(f"{demo_url}{REPORT}")
    tall = "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='400'><text y='20'>boven</text><text y='395'>onder</text></svg>"
    page.evaluate(
        "svg => document.querySelector('.body').innerHTML = '<p>regel</p>'.repeat(18) + `<figure>${svg}</figure>`", tall
    )
    texts = Pdf(page.pdf(prefer_css_page_size=True)).sheets
    page.close()
    assert any("boven" in text and "onder" in text for text in texts)
