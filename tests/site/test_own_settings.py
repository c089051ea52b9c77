"""What readers change for themselves: larger letters, wider spacing, high contrast, less motion. Nothing is lost by it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from endtoend.pages import of_every_kind
from endtoend.unfolding import unfold

TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  const inRoll = one => one.parentElement?.closest(".table, .picture, pre, .vh, [hidden]");
  const words = [...document.querySelectorAll("body *")].filter(one => one.checkVisibility() && !inRoll(one))
    .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
  const cut = words.filter(one => {
    const box = one.getBoundingClientRect();
    return box.width > 1 && (box.left < -1 || box.right > room + 1);
  });
  const found = cut.map(one => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 30)}`);
  return document.documentElement.scrollWidth > room ? [...found, "the page scrolls sideways"] : found;
}"""
"""The elements whose words stand outside the window, and whether the page scrolls sideways."""

CLIPPED = """() => [...document.querySelectorAll("body *")]
  .filter(one => one.checkVisibility() && !one.closest(".vh, svg, select, input, [hidden]"))
  .filter(one => /hidden|clip/.test(getComputedStyle(one).overflow) && getComputedStyle(one).clipPath !== "inset(50%)")
  .filter(one => one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2)
  .map(one => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 30)}`)"""
"""The elements that hide part of what is in them."""

OVERLAPPING = """() => {
  const shown = [...document.querySelectorAll("main :is(h1, h2, h3, p, li, td, th, summary, label, button), .bar :is(a, button, summary, span)")]
    .filter(one => one.checkVisibility() && !one.closest(".vh, svg") && one.textContent.trim());
  const boxes = shown.flatMap(one => {
    const range = document.createRange();
    return [...one.childNodes].filter(node => node.nodeType === 3 && node.data.trim()).flatMap(node => {
      range.selectNodeContents(node);
      return [...range.getClientRects()].map(box => ({one, box}));
    });
  }).sort((a, b) => a.box.top - b.box.top);
  const found = [];
  boxes.forEach((a, at) => {
    for (let next = at + 1; next < boxes.length && boxes[next].box.top < a.box.bottom; next++) {
      const b = boxes[next];
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - b.box.top;
      const line = Math.min(a.box.height, b.box.height);
      if (a.one !== b.one && wide > 2 && high > line / 2) found.push(`${a.one.textContent.slice(0, 25)} × ${b.one.textContent.slice(0, 25)}`);
    }
  });
  return found;
}"""
"""Words that stand on other words."""

SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
"""The text spacing of WCAG 2.2, 1.4.12, all at once."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give an empty page."""
    context = browser.new_context(color_scheme="light", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def lost(page: Page, address: str) -> dict[tuple[str, str], list[str]]:
    """Return what cannot be read on the page as it is shown now."""
    looks = {"outside": TOO_WIDE, "clipped": CLIPPED, "overlapping": OVERLAPPING}
    return {(address, name): found for name, look in looks.items() if (found := page.evaluate(look))}


@pytest.mark.parametrize(("width", "letters"), [(1280, 32), (390, 32), (320, 24)])
def test_larger_letters(page: Page, demo_site: Path, demo_url: str, width: int, letters: int) -> None:
    """Letters twice as large as usual (1.4.4), on a phone too, are all there without sideways scrolling."""
    page.set_viewport_size({"width": width, "height": 800})
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": letters, "fixed": letters}})
    found = {}
    for address in of_every_kind(demo_site):
        page.goto(demo_url + address)
        unfold(page)
        found |= lost(page, address)
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= letters
    assert not found


@pytest.mark.parametrize("width", [390, 1280])
def test_larger_letters_alone(page: Page, demo_site: Path, demo_url: str, width: int) -> None:
    """Letters twice as large in a window that keeps its layout for wide windows do not stick out either."""
    page.set_viewport_size({"width": width, "height": 800})
    found = {}
    for address in of_every_kind(demo_site):
        page.goto(demo_url + address)
        page.add_style_tag(content="html { font-size: 200% !important; }")
        unfold(page)
        found[address] = page.evaluate(TOO_WIDE)
    assert not {address: what for address, what in found.items() if what}


@pytest.mark.parametrize("width", [320, 1280])
def test_wider_spacing(page: Page, demo_site: Path, demo_url: str, width: int) -> None:
    """Somebody who sets lines, letters and words wider apart (1.4.12) loses no text and no button."""
    page.set_viewport_size({"width": width, "height": 800})
    found = {}
    for address in of_every_kind(demo_site):
        page.goto(demo_url + address)
        page.add_style_tag(content=SPACING)
        unfold(page)
        found |= lost(page, address)
    assert not found


def test_less_motion(page: Page, demo_site: Path, demo_url: str) -> None:
    """Nothing moves for whoever asked for that; for others something does, so this test can see motion."""
    moving = """() => [...document.querySelectorAll("*")].filter(one => {
      const style = getComputedStyle(one);
      const lasts = `${style.transitionDuration}, ${style.animationDuration}`.split(", ").some(time => parseFloat(time) > 0.001);
      return lasts || style.scrollBehavior === "smooth";
    }).map(one => `${one.tagName}.${one.className}`)"""
    found = {}
    for address in of_every_kind(demo_site):
        page.goto(demo_url + address)
        found[address] = page.evaluate(moving)
    assert not {address: what for address, what in found.items() if what}
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(moving)


def test_high_contrast(page: Page, demo_site: Path, demo_url: str) -> None:
    """With the colours of the computer's own theme, what is chosen still differs from what is not, and pictograms show."""
    page.emulate_media(forced_colors="active", color_scheme="dark")
    look = """() => {
      const marks = one => { const s = getComputedStyle(one); return [s.fontWeight, s.textDecorationLine, s.borderStyle, s.borderWidth, s.outlineStyle].join(); };
      const chosen = [...document.querySelectorAll("[aria-current], [aria-pressed=true], [aria-selected=true]")].filter(one => one.checkVisibility() && !one.closest("svg"));
      const alike = chosen.filter(one => {
        const others = [...(one.closest("ul, ol, menu, [role]")?.querySelectorAll(one.tagName) ?? [])].filter(other => !other.matches("[aria-current], [aria-pressed=true], [aria-selected=true]"));
        return others.some(other => marks(other) === marks(one));
      });
      const invisible = [...document.querySelectorAll(".ic")].filter(one => one.checkVisibility() && getComputedStyle(one).backgroundColor === getComputedStyle(document.body).backgroundColor);
      return [...alike, ...invisible].map(one => `${one.tagName}.${one.className} ${one.textContent.slice(0, 30)}`);
    }"""
    found = {}
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for address in of_every_kind(demo_site):
            page.goto(demo_url + address)
            found[address, width] = page.evaluate(look)
    assert not {where: what for where, what in found.items() if what}
