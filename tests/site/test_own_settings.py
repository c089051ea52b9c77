"""What readers change for themselves: larger letters, wider spacing, high contrast, less motion. Nothing is lost by it."""

from __future__ import annotations

from dataclasses import dataclass, field
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

MOVING = """() => [...document.querySelectorAll("*")].filter(one => {
  const style = getComputedStyle(one);
  const lasts = `${style.transitionDuration}, ${style.animationDuration}`.split(", ").some(time => parseFloat(time) > 0.001);
  return lasts || style.scrollBehavior === "smooth";
}).map(one => `${one.tagName}.${one.className}`)"""
"""What moves, or would on the next occasion."""

ALIKE = """() => {
  const chosen = "[aria-current], [aria-pressed=true], [aria-selected=true]";
  const marks = one => {
    const style = getComputedStyle(one);
    return [style.fontWeight, style.textDecorationLine, style.borderStyle, style.borderWidth, style.outlineStyle].join();
  };
  const shown = [...document.querySelectorAll(chosen)].filter(one => one.checkVisibility() && !one.closest("svg"));
  const alike = shown.filter(one => {
    const others = [...(one.closest("ul, ol, menu, [role]")?.querySelectorAll(one.tagName) ?? [])];
    return others.some(other => !other.matches(chosen) && marks(other) === marks(one));
  });
  const ground = getComputedStyle(document.body).backgroundColor;
  const unseen = [...document.querySelectorAll(".ic")].filter(one => one.checkVisibility() && getComputedStyle(one).backgroundColor === ground);
  return [...alike, ...unseen].map(one => `${one.tagName}.${one.className} ${one.textContent.slice(0, 30)}`);
}"""
"""What is chosen and looks like what is not, and pictograms in the colour of their ground."""

LETTERS = {320: 24, 390: 32, 1280: 32}
"""The width of a window and the size of letters in it, where 16 is usual; both in pixels."""


@dataclass
class Looked:
    """What is wrong with the pages, by what the reader had set: page and look → what is lost."""

    letters: dict[object, list[str]] = field(default_factory=dict)
    letters_alone: dict[object, list[str]] = field(default_factory=dict)
    spacing: dict[object, list[str]] = field(default_factory=dict)
    motion: dict[object, list[str]] = field(default_factory=dict)
    contrast: dict[object, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def looked(browser: Browser, demo_site: Path, demo_url: str) -> Looked:
    """Open a page of every kind once, with all that folds opened, and look at it with each setting in turn."""
    context = browser.new_context(color_scheme="light", reduced_motion="reduce", viewport={"width": 320, "height": 800})
    page = context.new_page()
    found = Looked()
    for address in of_every_kind(demo_site):
        page.goto(demo_url + address)
        unfold(page)
        found.motion[address] = page.evaluate(MOVING)
        for width in (320, 390, 1280):  # a page is laid out anew for each width: each comes once
            page.set_viewport_size({"width": width, "height": 800})
            look(page, address, width, found)
        page.emulate_media(forced_colors="active", color_scheme="dark")
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 800})
            found.contrast[address, width] = page.evaluate(ALIKE)
        page.emulate_media(forced_colors="none", color_scheme="light")
        page.set_viewport_size({"width": 320, "height": 800})
    context.close()
    return found


def look(page: Page, address: str, width: int, found: Looked) -> None:
    """Look at a page with what a reader had set, one after the other, in a window of this width."""
    with_letters(page, LETTERS[width])
    found.letters |= lost(page, address, width)
    with_letters(page, 16)
    if width != 390:
        with_style(page, SPACING)
        found.spacing |= lost(page, address, width)
    if width != 320:
        with_style(page, "html { font-size: 200% !important; }")
        found.letters_alone[address, width] = page.evaluate(TOO_WIDE)
    with_style(page, "")


def with_letters(page: Page, letters: int) -> None:
    """Set the size of letters as it is set in a browser; and see that it is set."""
    settings = page.context.new_cdp_session(page)
    settings.send("Page.setFontSizes", {"fontSizes": {"standard": letters, "fixed": letters}})
    settings.detach()
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == letters


def with_style(page: Page, style: str) -> None:
    """Lay a reader's own style over the page, in the place of the one before."""
    page.evaluate(
        """style => {
          document.getElementById("own")?.remove();
          document.head.append(Object.assign(document.createElement("style"), {id: "own", textContent: style}));
        }""",
        style,
    )


LOST = f"""() => ({{outside: ({TOO_WIDE})(), clipped: ({CLIPPED})(), overlapping: ({OVERLAPPING})()}})"""


def lost(page: Page, address: str, width: int) -> dict[object, list[str]]:
    """Return what cannot be read on the page as it is shown, in a window of this width."""
    return {(address, width, name): what for name, what in page.evaluate(LOST).items()}


def wrong(found: dict[object, list[str]]) -> dict[object, list[str]]:
    """Return where something is wrong; fail when nothing was looked at."""
    assert len(found) > 30
    return {where: what for where, what in found.items() if what}


def test_larger_letters(looked: Looked) -> None:
    """Letters twice as large as usual (1.4.4), on a phone too, are all there without sideways scrolling."""
    assert not wrong(looked.letters)


def test_larger_letters_alone(looked: Looked) -> None:
    """Letters twice as large in a window that keeps its layout for wide windows do not stick out either."""
    assert not wrong(looked.letters_alone)


def test_wider_spacing(looked: Looked) -> None:
    """Somebody who sets lines, letters and words wider apart (1.4.12) loses no text and no button."""
    assert not wrong(looked.spacing)


def test_less_motion(looked: Looked) -> None:
    """Nothing moves for whoever asked for that."""
    assert not wrong(looked.motion)


def test_motion_can_be_seen(browser: Browser, demo_url: str) -> None:
    """For others something does move: silence elsewhere means something."""
    context = browser.new_context(reduced_motion="no-preference")
    page = context.new_page()
    page.goto(demo_url)
    assert page.evaluate(MOVING)
    context.close()


def test_high_contrast(looked: Looked) -> None:
    """With the colours of the computer's own theme, what is chosen differs from what is not, and pictograms show."""
    assert not wrong(looked.contrast)
