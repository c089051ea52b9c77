"""The demo as each of the three engines builds it: the same pages and files, and all of it works in a browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from endtoend.pages import html_files, of_every_kind, parsed
from endtoend.running import built
from endtoend.serving import serving
from endtoend.trees import tree
from endtoend.validity import complaints
from endtoend.watching import watched
from proefpraktijk.publish.engines import ENGINES

HOME = "https://example.org/kennisbank/"
OTHERS = sorted(ENGINES.keys() - {"mkdocs"})


@pytest.fixture(scope="module", params=OTHERS)
def other(request: pytest.FixtureRequest, demo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the demo's site as another engine builds it from the same content and settings."""
    root = tmp_path_factory.mktemp(request.param) / "demo"
    shutil.copytree(demo_root, root, ignore=shutil.ignore_patterns("site", "build", ".cache"))
    return built(root, "--engine", request.param)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give an empty page."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_all_three_are_here() -> None:
    """What this file compares is every engine there is."""
    assert OTHERS == ["properdocs", "zensical"]


def as_meant(site: Path) -> dict[str, str]:
    """Return the pages with single spaces, letters as themselves and whole addresses: engines write these in two ways."""

    def meant(address: str, text: str) -> str:
        def whole(found: re.Match[str]) -> str:
            return f'{found[1]}="{urljoin(HOME + address, unescape(found[2]))}"'

        return " ".join(unescape(re.sub(r'\b(href|src)="([^"]*)"', whole, text)).split())

    return {address: meant(address, file.read_text(encoding="utf-8")) for address, file in html_files(site).items()}


def test_the_same_pages(demo_site: Path, other: Path) -> None:
    """No page too few, none too many, and each the same: its head, its menu, its article, its scripts."""
    expected, found = as_meant(demo_site), as_meant(other)
    assert len(expected) > 200
    assert found.keys() == expected.keys()
    assert not [address for address, page in expected.items() if found[address] != page]


def test_every_page_says_something(demo_site: Path) -> None:
    """What is the same everywhere is not nothing."""
    articles = {a: parsed(file.read_text(encoding="utf-8")).article for a, file in html_files(demo_site).items()}
    assert not [address for address, article in articles.items() if len(article) < 100]


def test_the_same_other_files(demo_site: Path, other: Path) -> None:
    """Pictures, fonts, styles, scripts, feeds, the codebook, what Discover reads, the sitemap: byte for byte.

    But for the search index: its program gives other bytes each time (see `test_searching`).
    """

    def files(site: Path) -> dict[str, bytes]:
        kept = {path: data for path, data in tree(site).items() if not path.endswith(".html")}
        return {path: data for path, data in kept.items() if "/pagefind/" not in path}

    expected, found = files(demo_site), files(other)
    assert found.keys() == expected.keys()
    assert not [path for path, data in expected.items() if found[path] != data]
    kinds = {Path(path).suffix for path in expected}
    assert kinds >= {".css", ".js", ".json", ".woff2", ".svg", ".xml", ".ttl", ".txt"}


def test_every_page_is_valid(other: Path, demo_site: Path) -> None:
    """No error and no warning of the HTML checker; the pages that are MkDocs' own bytes are checked in `test_html.py`."""
    assert not complaints(other, checked=demo_site)


def test_no_complaint_in_a_browser(page: Page, other: Path) -> None:
    """A page of every kind: nothing but the site is asked for, all of it is there, and no script has an error."""
    seen = watched(page)
    with serving(other) as url:
        for address in of_every_kind(other):
            page.goto(url + address, wait_until="load")
        assert not seen.wrong
        assert not seen.elsewhere(url)


def test_choosing(page: Page, other: Path) -> None:
    """Discover filters, and its address brings back what was chosen."""
    with serving(other) as url:
        page.goto(url + "ontdek/")
        total = page.locator("[data-total]")
        expect(total).to_have_text(re.compile(r"^\d+ resultaten$"))
        everything = total.inner_text()
        page.get_by_role("button", name="socialiseren").click()
        expect(total).not_to_have_text(everything)
        expect(page.locator("[data-outcome]")).to_have_attribute("aria-busy", "false")  # it says first that it searches
        narrowed = total.inner_text()
        page.reload()
        expect(total).to_have_text(narrowed)
        page.locator("[data-results] a").first.click()
        page.wait_for_url(f"{url}*/*/**")
        expect(page.locator("h1")).to_be_visible()


def test_searching(page: Page, other: Path) -> None:
    """The search dialog finds texts, and a hit leads to its page."""
    with serving(other) as url:
        page.goto(url + "themas/")
        page.keyboard.press("/")
        page.get_by_role("dialog").get_by_role("textbox").fill("rekenen")
        hit = page.get_by_role("dialog").locator("ol a").first
        expect(hit).to_be_visible()
        title = hit.inner_text()
        hit.click()
        page.wait_for_url(f"{url}*/*/**")
        expect(page.locator("h1")).to_contain_text(title)


def test_a_page_that_is_not_there(page: Page, other: Path) -> None:
    """The 404 page is dressed, deep down too, and leads to Discover."""
    with serving(other) as url:
        page.goto(url + "verslagen/bestaat/niet/")
        expect(page.locator("h1")).to_have_text("Deze pagina is er niet (meer)")
        page.get_by_role("main").get_by_role("link", name="Ontdek de verslagen").click()
        page.wait_for_url(f"{url}ontdek/")
