"""WCAG 2.2 A and AA as far as a program can tell: axe in real Chromium, on every kind of page, and what axe cannot see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from endtoend.axe import objections, objections_to_colours, objections_to_places, with_axe
from endtoend.pages import of_every_kind
from endtoend.unfolding import unfold

WIDTHS = (320, 1280)
BETWEEN = 390
"""A wider phone. No style begins or ends between it and the narrow one (`test_phones_have_the_same_styles`), so the same
elements are shown in the same colours, light and dark, and only places and sizes can differ: these are looked at."""
HEIGHT = 800
WHOLE = 8000
"""A window in which a page is seen at once: nothing that sticks to its edge lies over something else for the moment."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give an empty page that has axe."""
    context = browser.new_context(color_scheme="light", reduced_motion="reduce", permissions=["clipboard-write"])
    with_axe(context)
    yield context.new_page()
    context.close()


def test_axe_sees_what_is_wrong(page: Page) -> None:
    """Of a page with four mistakes axe names all four: silence elsewhere means something."""
    page.set_content(
        "<!doctype html><title>Fout</title><main><h1>Fout</h1><img src='x'><p style='color:#ddd'>Bleek</p>"
        "<button style='width:9px;height:9px' aria-label='a'></button><button style='width:9px;height:9px' aria-label='b'>"
    )
    found = {line.partition(":")[0] for line in objections(page)}
    assert found == {"html-has-lang", "image-alt", "color-contrast", "target-size"}


def test_every_kind_of_page(page: Page, demo_site: Path, demo_url: str) -> None:
    """Nothing is found by axe, with all that folds opened, at every width, in light and in dark colours."""
    found = {}
    for address in [*of_every_kind(demo_site), "bestaat/niet/"]:
        page.set_viewport_size({"width": WIDTHS[0], "height": WHOLE})
        page.goto(demo_url + address)
        unfold(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": WHOLE})
            page.emulate_media(color_scheme="dark")
            found[address, width, "dark"] = objections_to_colours(page)
            page.emulate_media(color_scheme="light")
            found[address, width, "light"] = objections(page)
        page.set_viewport_size({"width": BETWEEN, "height": WHOLE})
        found[address, BETWEEN, "light"] = objections_to_places(page)
    assert not {where: what for where, what in found.items() if what}


def test_phones_have_the_same_styles(demo_site: Path) -> None:
    """No style or script asks for a width between two phones; and nothing but colours asks for light or dark."""
    styles = {file.name: file.read_text(encoding="utf-8") for file in demo_site.rglob("*.css")}
    scripts = {file.name: file.read_text(encoding="utf-8") for file in (demo_site / "assets/js").rglob("*.js")}
    questions = re.findall(r"@(?:media|container)[^{]*|matchMedia\([^)]*\)", "\n".join((styles | scripts).values()))
    asked = [
        float(number) * (1 if unit == "px" else 16)
        for question in questions
        for number, unit in re.findall(r"(?:min|max)-width:\s*([\d.]+)(px|r?em)\b", question)
    ]
    assert len(asked) > 10
    assert not [width for width in asked if WIDTHS[0] <= width <= BETWEEN]
    assert not [question for question in questions if question.startswith("@container") or re.search("[<>]", question)]
    dark = re.findall(
        r"(?:prefers-color-scheme[^{]*\{\s*[^{]*|\[data-licht[^{]*)\{([^}]*)\}", "\n".join(styles.values())
    )
    assert len(dark) > 1
    told = {line.partition(":")[0].strip() for block in dark for line in block.split(";") if line.strip()}
    assert not {name for name in told if not name.startswith("--")} - {"color-scheme"}


def menu(page: Page) -> None:
    """Open the menu, if there is a button for it at this width."""
    button = page.get_by_role("button", name="Menu")
    if button.is_visible():
        button.click()
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()


def found(page: Page) -> None:
    """Search, and find."""
    page.keyboard.press("/")
    page.get_by_role("dialog").get_by_role("textbox").fill("rekenen")
    expect(page.get_by_role("dialog").locator("ol li").first).to_be_visible()


def missed(page: Page) -> None:
    """Search for what is nowhere."""
    page.keyboard.press("/")
    page.get_by_role("dialog").get_by_role("textbox").fill("xylofoonkwartet")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("xylofoonkwartet")


def chosen(page: Page) -> None:
    """Have the results of a choice, with all choices in sight."""
    expect(page.locator("[data-results] > li").first).to_be_visible()
    button = page.locator("[data-unfold]")
    if button.is_visible():
        button.click()


def nothing(page: Page) -> None:
    """Have no results, and be told what to leave out."""
    expect(page.locator("[data-empty]")).to_be_visible()


def cited(page: Page) -> None:
    """Have the citation copied."""
    page.get_by_text("Citeer deze pagina").click()
    page.locator("[data-copy]").first.click()
    expect(page.locator("[role=status]").filter(has_text="Gekopieerd")).to_be_attached()


STATES = {
    "menu": ("", menu),
    "search with results": ("themas/", found),
    "search without results": ("themas/", missed),
    "discover with a choice": ("ontdek/?kwadrant=socialiseren&q=rekenen", chosen),
    "discover with nothing": ("ontdek/?q=xylofoonkwartet", nothing),
    "discover with an unknown choice": ("ontdek/?thema=bestaat-niet", chosen),
    "cited": ("themas/", cited),
}


@pytest.mark.parametrize("state", STATES)
def test_what_opens(page: Page, demo_url: str, state: str) -> None:
    """Menus, dialogs and choices are as good when they are open, at every width, in light and in dark colours."""
    address, bring_about = STATES[state]
    wrong = {}
    for width in (WIDTHS[1], WIDTHS[0]):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.goto(demo_url + address)
        bring_about(page)
        page.emulate_media(color_scheme="dark")
        wrong[width, "dark"] = objections_to_colours(page)
        page.emulate_media(color_scheme="light")
        wrong[width, "light"] = objections(page)
    page.set_viewport_size({"width": BETWEEN, "height": HEIGHT})
    wrong[BETWEEN, "light"] = objections_to_places(page)
    assert not {where: what for where, what in wrong.items() if what}
