"""Every address in the finished site leads somewhere, and nowhere else than it should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser

from endtoend.pages import Page, Reference, css_addresses, html_files, of_every_kind, parsed
from endtoend.watching import watched

HOST = "https://example.org"
BASE = "/kennisbank/"
ROOT = HOST + BASE
OPENED = {"a", "area"}
"""Tags whose address a browser opens only when somebody asks for it."""


@pytest.fixture(scope="module")
def pages(demo_site: Path) -> dict[str, Page]:
    """Give every page of the demo, taken apart, by its address below the base path."""
    return {address: parsed(file.read_text(encoding="utf-8")) for address, file in html_files(demo_site).items()}


def references(pages: dict[str, Page]) -> Iterator[tuple[str, Reference, str]]:
    """Yield the page, the reference and the whole address it means, for all that is not the page's own name."""
    for address, page in pages.items():
        for reference in page.references:
            if not reference.address.startswith("data:"):
                yield address, reference, urljoin(ROOT + address, reference.address)


def file_for(site: Path, whole: str) -> Path | None:
    """Return the file that is served for an address; None when there is none."""
    path = unquote(urlsplit(whole).path)
    if not path.startswith(BASE):
        return None
    file = site / path.removeprefix(BASE)
    file = file / "index.html" if path.endswith("/") else file
    return file if file.is_file() else None


def test_every_internal_address_is_a_file(demo_site: Path, pages: dict[str, Page]) -> None:
    """Links, pictures, scripts, style sheets: each lands on a file below the base path, also from the 404 page."""
    lost = [
        (page, reference)
        for page, reference, whole in references(pages)
        if whole.startswith(HOST) and file_for(demo_site, whole) is None
    ]
    assert not lost


def test_every_fragment_is_an_id(demo_site: Path, pages: dict[str, Page]) -> None:
    """A link to a place on a page finds the place."""
    ids = {ROOT + address: set(page.ids) for address, page in pages.items()}
    lost = [
        (page, reference.address)
        for page, reference, whole in references(pages)
        if "#" in whole
        and whole.startswith(ROOT)
        and unquote(whole.partition("#")[2]) not in ids[whole.partition("#")[0]]
    ]
    assert not lost


def test_an_id_stands_once_on_a_page(pages: dict[str, Page]) -> None:
    """A place on a page is one place."""
    assert not {address: twice for address, page in pages.items() if (twice := _doubles(page.ids))}


def _doubles(ids: list[str]) -> list[str]:
    return sorted({one for one in ids if ids.count(one) > 1})


def test_links_need_no_base_path(pages: dict[str, Page]) -> None:
    """All addresses are relative, so the site works wherever it is laid; only the 404 page cannot know where it is."""
    absolute = [
        (page, reference)
        for page, reference, _whole in references(pages)
        if reference.address.startswith("/") and not (page == "404.html" and reference.address.startswith(BASE))
    ]
    assert not absolute


def test_nothing_is_fetched_from_elsewhere(demo_site: Path, pages: dict[str, Page]) -> None:
    """What a browser fetches by itself is ours; another host is only ever a link, and a safe one."""
    fetched = [
        (page, reference)
        for page, reference, whole in references(pages)
        if not whole.startswith(ROOT)
        and (reference.tag not in OPENED or urlsplit(whole).scheme not in {"https", "http", "mailto"})
    ]
    assert not fetched
    imported = [
        (file.name, address)
        for file in demo_site.rglob("*.css")
        for address in css_addresses(file.read_text(encoding="utf-8"))
        if not address.startswith(("data:", "#"))
        and not (file.parent / unquote(urlsplit(address).path)).resolve().is_relative_to(demo_site.resolve())
    ]
    assert not imported


def test_every_address_in_a_style_sheet_is_a_file(demo_site: Path) -> None:
    """Fonts and pictures named in our style sheets are there."""
    lost = [
        (file.name, address)
        for file in demo_site.rglob("*.css")
        for address in css_addresses(file.read_text(encoding="utf-8"))
        if not address.startswith(("data:", "#")) and not (file.parent / unquote(urlsplit(address).path)).is_file()
    ]
    assert not lost


def test_canonical_addresses_are_the_pages_own(pages: dict[str, Page]) -> None:
    """Every page but the 404 page tells its own full address."""
    for address, page in pages.items():
        told = [r.address for r in page.references if r.tag == "link" and r.address.startswith("https:")]
        assert told == ([] if address == "404.html" else [ROOT + address])


def test_the_sitemap_lists_the_pages(demo_site: Path, pages: dict[str, Page]) -> None:
    """Each page once, the 404 page not, nothing else."""
    found = [node.text for node in ET.parse(demo_site / "sitemap.xml").findall(".//{*}loc")]
    assert sorted(filter(None, found)) == sorted(ROOT + address for address in pages if address != "404.html")


def test_every_page_can_be_reached(pages: dict[str, Page]) -> None:
    """Following links from the home page, a reader finds every page."""
    reached, ahead = {ROOT}, [""]
    while ahead:
        address = ahead.pop()
        for reference in pages[address].references:
            whole = urljoin(ROOT + address, reference.address).partition("#")[0]
            if reference.tag == "a" and whole not in reached and whole.removeprefix(ROOT) in pages:
                reached.add(whole)
                ahead.append(whole.removeprefix(ROOT))
    assert {ROOT + address for address in pages} - reached == {ROOT + "404.html"}


def test_no_file_is_left_unused(demo_site: Path, pages: dict[str, Page]) -> None:
    """Every picture in the site is shown by a page: what nobody sees does not go out."""
    used = {file_for(demo_site, whole) for _page, _reference, whole in references(pages)}
    assert not [file.name for file in (demo_site / "media").rglob("*") if file.is_file() and file not in used]


def test_a_browser_stays_below_the_base_path(demo_site: Path, demo_url: str, browser: Browser) -> None:
    """Real Chromium opens a page of every kind: nothing but the site is asked for, all of it is there, no complaint."""
    context = browser.new_context()
    page = context.new_page()
    seen = watched(page)
    kinds = of_every_kind(demo_site)
    for address in kinds:
        page.goto(demo_url + address, wait_until="load")
        page.evaluate("document.fonts.ready.then(() => true)")
    context.close()
    assert len(kinds) > 20
    assert not seen.wrong
    assert not seen.elsewhere(demo_url)


def test_the_404_page_works_anywhere(demo_url: str, browser: Browser) -> None:
    """An address that is not there, deep down: the page is dressed and its links lead home."""
    context = browser.new_context()
    page = context.new_page()
    answer = page.goto(demo_url + "verslagen/bestaat/niet/", wait_until="load")
    assert answer
    assert answer.status == 404
    assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")
    assert re.search(r"/kennisbank/ontdek/$", page.evaluate("document.querySelector('main a.button').href"))
    context.close()
