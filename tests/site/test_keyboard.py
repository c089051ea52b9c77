"""The site with the keyboard alone: where the focus is can always be seen, it is never lost and never caught."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from endtoend.pages import html_files, of_every_kind
from endtoend.unfolding import unfold

LAPTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}

SEEN = """one => {
  const ring = style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    || style.boxShadow.includes("inset") || style.stroke !== "none" && parseFloat(style.strokeWidth) >= 6;
  const around = [one, one.closest("form, label, summary"), ...one.querySelectorAll("*")].filter(Boolean);
  const drawn = around.some(part => ring(getComputedStyle(part)) || ring(getComputedStyle(part, "::after")));
  if (!drawn) return "no ring";
  const boxes = [...one.getClientRects()].filter(box => box.width && box.height);
  const inside = boxes.filter(box => box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight);
  if (!inside.length) return "out of sight";
  const free = inside.some(box => [0.1, 0.5, 0.9].some(part => {
    const x = Math.min(Math.max(box.left + box.width * part, 0), innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    return top && (one.contains(top) || top.contains(one) || top.closest("label")?.control === one);
  }));
  return free ? "" : "behind something";
}"""
"""What is wrong with how the focused element is seen; nothing when it has a ring, is in the window and lies open."""

ALL_SEEN = f"""() => {{
  const wrong = [];
  const fields = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  for (const one of document.querySelectorAll(fields)) {{
    if (one.disabled || one.tabIndex < 0 || one.closest("[inert]") || !one.checkVisibility({{visibilityProperty: true}})) continue;
    one.focus();
    if (document.activeElement !== one) continue;
    const why = ({SEEN})(one);
    if (why) wrong.push(`${{why}}: ${{one.outerHTML.slice(0, 90)}}`);
  }}
  return wrong;
}}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give an empty page on a laptop."""
    context = browser.new_context(
        viewport=LAPTOP, reduced_motion="reduce", permissions=["clipboard-read", "clipboard-write"]
    )
    yield context.new_page()
    context.close()


def focused(page: Page) -> Locator:
    """Return what has the focus; fail when nothing has, or when it cannot be seen to have it."""
    here = page.locator(":focus")
    expect(here).to_have_count(1)
    assert here.evaluate(SEEN) == "", here.evaluate("one => one.outerHTML.slice(0, 200)")
    return here


def tab_to(page: Page, target: Locator, most: int = 80) -> Locator:
    """Press Tab until `target` has the focus; every step on the way is seen."""
    step = f"there => {{ const here = document.activeElement; return [here === there, ({SEEN})(here), here.outerHTML.slice(0, 200)]; }}"
    goal = target.element_handle()
    for _ in range(most):
        page.keyboard.press("Tab")
        arrived, wrong, here = page.evaluate(step, goal)
        assert not wrong, (wrong, here)
        if arrived:
            return target
    raise AssertionError(f"not reached in {most} steps: {target}")


def test_focus_is_always_seen(page: Page, demo_site: Path, demo_url: str) -> None:
    """Every link, button and field of every kind of page shows that it has the focus, and nothing lies over it.

    A page is loaded once and looked at on a laptop and on a phone: no script asks how wide the window is.
    """
    wrong = {}
    for address in of_every_kind(demo_site):
        page.goto(demo_url + address)
        for size in (LAPTOP, PHONE):
            page.set_viewport_size(size)
            unfold(page)
            page.keyboard.press("Tab")
            wrong[address, size["width"]] = page.evaluate(ALL_SEEN)
    assert not {where: what for where, what in wrong.items() if what}


def test_the_first_tab_skips_the_menu(page: Page, demo_url: str) -> None:
    """The first stop on a page leads past the menu, into the text."""
    page.goto(demo_url + "themas/")
    page.keyboard.press("Tab")
    expect(focused(page)).to_have_text("Naar de inhoud")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.keyboard.press("Tab")
    assert focused(page).evaluate("one => one.closest('main') !== null")


def test_nowhere_is_a_trap(page: Page, demo_url: str) -> None:
    """With Tab alone one comes from the top of a page to its last link, and with Shift-Tab back to the first."""
    page.goto(demo_url + "over/privacy/")
    last = page.locator("footer a").last
    tab_to(page, last)
    for _ in range(80):
        page.keyboard.press("Shift+Tab")
        if focused(page).inner_text() == "Naar de inhoud":
            return
    raise AssertionError("the first link is not reached")


def test_the_menu_on_a_phone(page: Page, demo_url: str) -> None:
    """Enter opens it, its links come next, Escape shuts it and gives the focus back to its button."""
    page.set_viewport_size(PHONE)
    page.goto(demo_url)
    button = page.get_by_role("button", name="Menu")
    tab_to(page, button)
    page.keyboard.press("Enter")
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(focused(page)).to_have_text("Home")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(focused(page)).to_have_text("Menu")


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_the_search_dialog(page: Page, demo_url: str, key: str) -> None:
    """A key opens it with the focus in its field; Tab stays within; Escape gives the focus back to where it was."""
    page.goto(demo_url + "themas/")
    tab_to(page, page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Handvatten"))
    page.keyboard.press(key)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("textbox")).to_be_focused()
    page.keyboard.type("rekenen")
    expect(dialog.get_by_role("listitem").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert focused(page).evaluate("one => one.closest('dialog') !== null")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(focused(page)).to_have_text("Handvatten")


def test_from_a_concern_to_paper(page: Page, demo_url: str) -> None:
    """Home, Discover, a choice, a report, its theme, and its citation, without a mouse; the focus is seen at each step."""
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(demo_url)
    tab_to(page, page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Ontdek"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/ontdek/")

    pick = page.get_by_role("button", name=re.compile("^Groep 3|^groep 3"), pressed=False).first
    total = page.locator("[data-total]")
    expect(total).not_to_be_empty()
    before = total.inner_text()
    tab_to(page, pick)
    page.keyboard.press("Space")
    expect(total).not_to_have_text(before)
    expect(focused(page)).to_have_attribute("aria-pressed", "true")
    page.wait_for_url("**/ontdek/?*")
    expect(page.locator("[data-outcome]")).to_have_attribute("aria-busy", "false")

    tab_to(page, page.get_by_role("main").locator("ol h3 a[href*='/verslagen/']").first, most=200)
    page.keyboard.press("Enter")
    page.wait_for_url("**/verslagen/*/**")

    tab_to(page, page.get_by_role("list", name="Thema’s").first.get_by_role("link").first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/themas/*/")

    tab_to(page, page.get_by_role("button", name="Druk af"), most=300)
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed")
    page.keyboard.press("Tab")
    cite = focused(page)
    expect(cite).to_have_text("Citeer deze pagina")
    page.keyboard.press("Enter")
    expect(page.locator("#s-citaat")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Gekopieerd")).to_be_attached()
    assert "themas/" in page.evaluate("navigator.clipboard.readText()")
    focused(page)


def test_the_focus_is_not_lost_when_a_choice_goes(page: Page, demo_url: str) -> None:
    """Whoever takes all choices away, or the only one, is still somewhere: not back at the top of the page."""
    page.goto(demo_url + "ontdek/?kwadrant=combineren&kwadrant=socialiseren")
    for name in ("Wis alles", "Haal weg: combineren"):
        tab_to(page, page.get_by_role("button", name=name), most=200)
        page.keyboard.press("Enter")
        expect(page.locator("[data-chosen] button")).to_have_count(0)
        assert focused(page).evaluate("one => one.closest('main') !== null")
        page.goto(demo_url + "ontdek/?kwadrant=combineren")


def test_a_switch_by_keyboard(page: Page, demo_site: Path, demo_url: str) -> None:
    """The marks in a report go and come with the space bar, and the switch keeps the focus."""
    reports = [address for address in html_files(demo_site) if re.fullmatch(r"verslagen/[^/]+/", address)]
    marked = next(a for a in reports if "data-markering" in html_files(demo_site)[a].read_text(encoding="utf-8"))
    page.goto(demo_url + marked)
    switch = page.locator("main input[data-markering]")
    tab_to(page, switch, most=200)
    codes = page.locator(".body .codes").first
    expect(codes).to_be_visible()
    page.keyboard.press("Space")
    expect(codes).to_be_hidden()
    focused(page)
