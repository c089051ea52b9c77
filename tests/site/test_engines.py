"""The demo as each of the three engines builds it: the same pages, the same articles, the same links in them."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from endtoend.pages import Page, html_files, parsed
from endtoend.running import built
from proefpraktijk.publish.engines import ENGINES

OTHERS = sorted(ENGINES.keys() - {"mkdocs"})


def pages_of(site: Path) -> dict[str, Page]:
    """Return every page of a site, taken apart."""
    return {address: parsed(file.read_text(encoding="utf-8")) for address, file in html_files(site).items()}


@pytest.fixture(scope="module")
def expected(demo_site: Path) -> dict[str, Page]:
    """Give the pages as MkDocs builds them."""
    return pages_of(demo_site)


@pytest.fixture(scope="module", params=OTHERS)
def other(request: pytest.FixtureRequest, demo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the demo's site as another engine builds it from the same content and settings."""
    root = tmp_path_factory.mktemp(request.param) / "demo"
    shutil.copytree(demo_root, root, ignore=shutil.ignore_patterns("site", "build", ".cache"))
    return built(root, "--engine", request.param)


@pytest.fixture(scope="module")
def found(other: Path) -> dict[str, Page]:
    """Give the pages of the other engine."""
    return pages_of(other)


def test_all_three_are_here() -> None:
    """What this file compares is every engine there is."""
    assert OTHERS == ["properdocs", "zensical"]


def test_the_same_pages(expected: dict[str, Page], found: dict[str, Page]) -> None:
    """No page too few, none too many."""
    assert found.keys() == expected.keys()


def test_the_same_words(expected: dict[str, Page], found: dict[str, Page]) -> None:
    """The article of each page says the same."""
    assert len(expected) > 200
    assert not [address for address, page in expected.items() if found[address].article != page.article]
    assert not [address for address, page in expected.items() if address != "404.html" and len(page.article) < 100]


def test_the_same_links_and_places(expected: dict[str, Page], found: dict[str, Page]) -> None:
    """What an article links to and shows is the same, and so is what can be linked to on a page."""

    def links(page: Page) -> list[str]:
        return [reference.address for reference in page.references if reference.in_article]

    assert not [address for address, page in expected.items() if links(found[address]) != links(page)]
    assert not [address for address, page in expected.items() if found[address].ids != page.ids]


def test_the_same_titles(demo_site: Path, other: Path) -> None:
    """What a browser's tab and a search engine say of a page is the same."""

    def heads(site: Path) -> dict[str, list[str]]:
        kept = re.compile(r"<title>.*?</title>|<meta name=.description.*?>|<link rel=.canonical.*?>")
        return {
            address: kept.findall(unescape(file.read_text(encoding="utf-8")))
            for address, file in html_files(site).items()
        }

    expected, found = heads(demo_site), heads(other)
    assert not [address for address, head in expected.items() if found[address] != head]


def test_the_same_other_files(demo_site: Path, other: Path) -> None:
    """Pictures, fonts, style sheets and scripts of ours come out byte for byte, and the sitemap too."""

    def ours(site: Path) -> dict[str, bytes]:
        files = [*site.glob("media/*"), *site.glob("assets/fonts/*"), *site.glob("assets/*.*"), site / "sitemap.xml"]
        return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}

    assert ours(other) == ours(demo_site)
    assert len(ours(other)) > 8
