"""Reports as nobody expects them, in real Chromium: endless titles, other scripts, emoji, and next to nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from endtoend.running import built
from endtoend.serving import serving
from read.test_sites_invalid import SITES

LONG = ("Rustig starten met een taak op het bord en daarna samen kijken wat er gebeurde " * 5)[:299] + "!"
UNBROKEN = "samenwerkingsopdracht" * 14
RIGHT_TO_LEFT = "مرحبا بكم في الصف betekent welkom"
EMOJI = "😀 🎉 👩‍🏫 Samen rekenen"
BARE = "Zonder thema en zonder handvatten"
EMPTY = "Zonder een woord"
TITLES = (LONG, UNBROKEN, RIGHT_TO_LEFT, EMOJI, BARE, EMPTY)

MATTER = """school: De Wilgenhof
jaargroep: 5/6
bijeenkomst: 2025-2026-1
kwadrant: socialiseren
deelnemers: 6
membercheck: 2025-10-20
"""
CLEAR = (
    '- {{besluit: vrijgeven, tekst: "{}", geldt voor: alles, reden: geen naam, door: "ib\'er", datum: 2025-10-08}}\n'
)


@pytest.fixture(scope="module")
def site(scaffold: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a site with one report of each kind."""
    root = tmp_path_factory.mktemp("vreemd") / "kennisbank"
    shutil.copytree(SITES.parent / "sites" / "small", root)
    shutil.copy(scaffold / "mkdocs.yml", root)
    for number, title in enumerate(TITLES):
        themes = "" if title == BARE else "thema's: [waarnemen]\n"
        text = {
            BARE: "Wij keken samen.\n",
            EMPTY: "",
        }.get(title, f"## Situatie\n\n{title}\n\n## Handvatten\n\n- {title} {number}\n")
        report = root / f"content/reports/verslag-{number}.md"
        report.write_text(f'---\ntitel: "{title}"\n{MATTER}{themes}---\n\n{text}', encoding="utf-8")
    cleared = "".join(CLEAR.format(text) for text in (UNBROKEN, RIGHT_TO_LEFT))
    (root / "content/decisions.yml").write_text(cleared, encoding="utf-8")
    return built(root)


@pytest.fixture(scope="module")
def url(site: Path) -> Iterator[str]:
    """Serve it."""
    with serving(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give an empty page on a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def reports(page: Page, url: str) -> dict[str, str]:
    """Return the address of each report by its title, as they are listed."""
    page.goto(f"{url}verslagen/")
    links = page.locator(".card > a")
    return dict(zip(links.all_inner_texts(), links.evaluate_all("all => all.map(one => one.href)"), strict=True))


def test_titles_are_listed_and_shown_as_they_are(page: Page, url: str) -> None:
    """Each title stands in the list, above its own page, and in how that page is cited."""
    found = reports(page, url)
    for title in TITLES:
        page.goto(found[title])
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        page.get_by_text("Citeer deze pagina").click()
        expect(page.locator("#s-citaat")).to_contain_text(title)


def test_nothing_is_wider_than_the_window(page: Page, url: str) -> None:
    """No page scrolls sideways, not even at 320 pixels."""
    wide = []
    for address in (*reports(page, url).values(), f"{url}verslagen/", f"{url}handvatten/", f"{url}themas/waarnemen/"):
        page.goto(address)
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append((address, width))
    assert not wide


def test_right_to_left_text_begins_at_the_right(page: Page, url: str) -> None:
    """In the title, and in the handle."""
    page.goto(reports(page, url)[RIGHT_TO_LEFT])
    for selector in ("h1", "#h1"):
        first_right_of_second = page.locator(selector).evaluate(
            """one => {
              const text = document.createTreeWalker(one, NodeFilter.SHOW_TEXT).nextNode();
              const at = n => { const range = new Range(); range.setStart(text, n); range.setEnd(text, n + 1); return range; };
              const [first, word] = [at(0), at(6)].map(range => range.getBoundingClientRect());
              return first.left > word.left && first.right > one.getBoundingClientRect().left + one.clientWidth / 2;
            }"""
        )
        assert first_right_of_second, selector


def test_what_a_report_does_not_have_leaves_no_trace(page: Page, url: str) -> None:
    """No empty box for handles, no switch for marks, no heading with nothing below it."""
    found = reports(page, url)
    for title in (BARE, EMPTY):
        page.goto(found[title])
        expect(page.locator("main :is(.tomorrow, .marking, .chips:empty, .coords:empty)")).to_have_count(0)
        alone = page.evaluate(
            """[...document.querySelectorAll("main :is(h2, h3)")]
               .filter(one => !one.nextElementSibling && !one.closest("a")).map(one => one.textContent)"""
        )
        assert alone == []


def test_handles_of_any_script_are_found(page: Page, url: str) -> None:
    """What is typed in Arabic, or as a word of endless length, finds its handle."""
    for words, title in (("مرحبا", RIGHT_TO_LEFT), (UNBROKEN[:200], UNBROKEN), ("rekenen", EMOJI)):
        page.goto(f"{url}handvatten/")
        page.get_by_role("searchbox").first.fill(words)
        card = page.locator("[data-results] .handle-card > a")
        expect(card).to_have_count(1)
        expect(card).to_contain_text(title)
