"""The doors for machines on built sites: every address in them leads somewhere, and old ones lead on, but never by a name."""

from __future__ import annotations

import json
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest
from PIL import Image
from playwright.sync_api import Browser

from endtoend.pages import html_files, of_every_kind
from endtoend.running import Said, build, change
from endtoend.serving import serving
from proefpraktijk.publish.engines import ENGINES

HOME = "https://example.org/kennisbank/"
_LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_ATOM = "{http://www.w3.org/2005/Atom}"


class Head(HTMLParser):
    """What a page tells machines."""

    def __init__(self, file: Path) -> None:
        """Read a page."""
        super().__init__()
        self.said: dict[str, str] = {}
        self.alternates: dict[str, str] = {}
        self.canonical = ""
        self.data = ""
        self._in_data = False
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note meta, link and the script that holds data."""
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            for name in (given.get("property"), given.get("name")):
                self.said.setdefault(name or "", given.get("content", ""))
        if tag == "link" and given.get("rel") == "alternate":
            self.alternates[given["href"]] = given["type"]
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given["href"]
        self._in_data = tag == "script" and given.get("type") == "application/ld+json"

    def handle_endtag(self, _tag: str) -> None:
        """Note the end of a script."""
        self._in_data = False

    def handle_data(self, data: str) -> None:
        """Gather data."""
        if self._in_data:
            self.data += data


def locations(site: Path) -> dict[str, str]:
    """Return the addresses of a sitemap with their dates."""
    tree = ET.parse(site / "sitemap.xml").getroot()
    return {url.findtext(f"{_LOC}loc", ""): url.findtext(f"{_LOC}lastmod", "") for url in tree}


def there(site: Path, address: str) -> bool:
    """Tell whether an absolute address of the site leads to a file of it."""
    path = site / address.removeprefix(HOME).partition("#")[0]
    return address.startswith(HOME) and (path / "index.html" if address.endswith("/") else path).is_file()


def test_the_sitemap_holds_the_pages_and_nothing_else(demo_site: Path) -> None:
    """Later leaves of lists too; the 404 page is not one; dates are days."""
    found = locations(demo_site)
    assert found.keys() == {HOME + address for address in html_files(demo_site) if address != "404.html"}
    assert list(found) == sorted(found)
    assert any(found.values())
    assert all(re.fullmatch(r"(\d{4}-\d\d-\d\d)?", day) for day in found.values())


def test_every_page_tells_how_it_looks_elsewhere(demo_site: Path) -> None:
    """Open Graph on every kind of page: its own title and address, a description, our picture."""
    for address in of_every_kind(demo_site):
        if address == "404.html":
            continue
        head = Head(demo_site / address / "index.html")
        said = head.said
        assert said["og:url"] == head.canonical == HOME + address
        assert said["og:title"]
        assert said["og:description"] == said["description"]
        assert said["og:site_name"] == "Kennisbank De Leerkring"
        assert said["og:locale"] == "nl_NL"
        assert said["og:type"] in {"website", "article"}
        assert there(demo_site, said["og:image"])
        assert said["og:image:alt"]
        assert said["twitter:card"] == "summary_large_image"


def test_the_picture_is_the_size_it_should_be(demo_site: Path) -> None:
    """1200 by 630, and small."""
    file = demo_site / "assets/delen.png"
    with Image.open(file) as picture:
        assert picture.size == (1200, 630)
    assert file.stat().st_size < 60_000


def test_every_page_holds_its_data(demo_site: Path) -> None:
    """JSON-LD in the head of every page: it parses, is about this page, and every address in it is a page."""
    for address, file in html_files(demo_site).items():
        if address == "404.html":
            continue
        said = json.loads(Head(file).data)
        assert said["@graph"][-1]["@id"] == HOME + address
        addresses = set(re.findall(r'"(?:@id|item)":\s*"([^"]+)"', json.dumps(said)))
        assert [found for found in addresses if not there(demo_site, found)] == []
        assert "Person" not in file.read_text(encoding="utf-8").partition("</head>")[0]


def test_what_a_head_leads_to_is_there(demo_site: Path) -> None:
    """Feeds and codebook, on every kind of page; the feeds of a theme on its page."""
    for address in of_every_kind(demo_site):
        page = address if address == "404.html" else f"{address}index.html"
        for href in Head(demo_site / page).alternates:
            assert there(demo_site, urljoin(HOME + address, href))
    theme = Head(demo_site / "themas/rekenen/index.html").alternates
    assert {"feed.xml", "feed.json", "../codeboek.ttl", "../codeboek.jsonld"} <= theme.keys()


def test_feeds_and_llms_txt_lead_to_pages(demo_site: Path) -> None:
    """Every address in them is one of the site."""
    for file in demo_site.rglob("feed.xml"):
        feed = ET.parse(file).getroot()
        for link in feed.iter(f"{_ATOM}link"):
            assert there(demo_site, link.get("href", "")), file
    links = re.findall(r"\]\((\S+)\)", (demo_site / "llms.txt").read_text(encoding="utf-8"))
    assert len(links) > 50
    assert [link for link in links if not there(demo_site, link)] == []


SECOND = """---
titel: Samen de dag beginnen
jaargroep: 3/4
bijeenkomst: 2025-2026-1
kwadrant: externaliseren
membercheck: 2025-10-08
eerdere adressen: [oude-titel, rustig-binnenkomen-met-een-taak-op-het-bord, nog-een-titel, kwadrant-externaliseren]
---

De kinderen kwamen rustig binnen.

## Handvatten

- Begin morgen in de kring.
"""
FORMER = "oude-titel, quispel, lezen-met-brunhilde, brunhilde-quispel, brunhildes-boek, b-quispel, bij-de-pimpernel, xanthoven"
NAMES = ("brunhild", "quispel", "pimpernel", "xanthoven")


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def moved(
    request: pytest.FixtureRequest, scaffold: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Said]:
    """Return a site whose documents had other addresses, some of them with names of the roster, and what was said."""
    root = tmp_path_factory.mktemp(request.param) / "kennisbank"
    shutil.copytree(scaffold, root)
    content = root / "content"
    report = content / "reports/2025-2026-1/rustig-binnenkomen.md"
    change(report, "---\n", f"---\neerdere adressen: [{FORMER}]\n")
    report.with_name("zz-tweede.md").write_text(SECOND, encoding="utf-8")
    change(content / "themes/rustig-starten.md", "---\n", "---\neerdere adressen: kalm-beginnen\n")
    change(content / "findings/een-vast-begin-geeft-rust.md", "---\n", "---\nearlier_slugs: vast-begin, quispel\n")
    change(content / "pages/privacy.md", "---\n", "---\nearlier_slugs: jouw-gegevens\n")
    return root, build(root, "--engine", request.param)


STUBS = {
    "verslagen/oude-titel/": "verslagen/rustig-binnenkomen-met-een-taak-op-het-bord/",
    "verslagen/nog-een-titel/": "verslagen/samen-de-dag-beginnen/",
    "themas/kalm-beginnen/": "themas/rustig-starten/",
    "bevindingen/vast-begin/": "bevindingen/een-vast-begin-geeft-rust/",
    "over/jouw-gegevens/": "over/privacy/",
}


def test_old_addresses_are_told_what_becomes_of_them(moved: tuple[Path, Said]) -> None:
    """The build goes on; each address that is not kept is a warning at its place, without the name."""
    _, said = moved
    assert said.code == 0, said.text
    places = [rule.rsplit("/", 1)[1] for rule in said.rules]
    first = [place for place in places if place.startswith("rustig-binnenkomen.md:2:") and place.endswith("PP516")]
    assert len(first) == len(set(first)) == len(FORMER.split(", ")) - 1
    assert sum(place.startswith("een-vast-begin") and place.endswith("PP516") for place in places) == 1
    second = [place for place in places if place.startswith("zz-tweede.md:")]
    assert second == ["zz-tweede.md:7:20: PP604", "zz-tweede.md:7:32: PP604", "zz-tweede.md:7:92: PP516"]
    assert not [name for name in NAMES if name in said.text.lower()]


def test_an_old_address_with_a_name_is_nowhere(moved: tuple[Path, Said]) -> None:
    """No byte and no file name of the site or the staging folder holds it."""
    root, _ = moved
    for folder in ("site", "build"):
        for file in (root / folder).rglob("*"):
            text = str(file.relative_to(root)).lower().encode()
            text += file.read_bytes().lower() if file.is_file() else b""
            assert not [name for name in NAMES if name.encode() in text], file


def test_old_addresses_stand_in_no_list(moved: tuple[Path, Said]) -> None:
    """They are not in the sitemap, and search engines are told to leave them out."""
    root, _ = moved
    site = root / "site"
    assert {HOME + old for old in STUBS}.isdisjoint(locations(site))
    assert {HOME + new for new in STUBS.values()} <= locations(site).keys()
    for old, new in STUBS.items():
        head = Head(site / old / "index.html")
        assert (head.said["robots"], head.canonical) == ("noindex", HOME + new)


@pytest.fixture
def url(moved: tuple[Path, Said]) -> Iterator[str]:
    """Serve that site below its path."""
    with serving(moved[0] / "site") as address:
        yield address


def test_old_addresses_lead_on_in_a_browser(url: str, browser: Browser) -> None:
    """Whoever follows an old link stands on the page, without a script; nothing is asked of another host."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for old, new in STUBS.items():
        page.goto(url + old)
        page.wait_for_url(url + new)
        assert page.locator("h1").is_visible()
    assert all(address.startswith(url) for address in asked)
    context.close()


REFUSED = ("kennisbank.example.org", "12", "[a, b]")


@pytest.mark.parametrize("line", ["", *(f"site_url: {address}" for address in REFUSED)])
def test_a_site_that_is_nowhere_yet(line: str, scaffold: Path, tmp_path: Path) -> None:
    """It is built all the same, with a warning, and without what needs an address in full."""
    root = tmp_path / "kennisbank"
    shutil.copytree(scaffold, root)
    settings = root / "mkdocs.yml"
    settings.write_text(re.sub("site_url: .*", line, settings.read_text(encoding="utf-8")), encoding="utf-8")
    said = build(root)
    if line:
        assert (said.code, set(said.rules)) == (1, {"mkdocs.yml:0:0: PP804"})  # MkDocs itself refuses such an address
    else:
        assert (said.code, said.rules) == (0, ["mkdocs.yml:0:0: PP809"])
        assert not list((root / "site").rglob("feed.*"))
        head = Head(root / "site/themas/rustig-starten/index.html")
        assert "og:image" not in head.said
        assert set(head.alternates) == {"../codeboek.ttl", "../codeboek.jsonld"}
        assert json.loads(head.data)["@graph"][-1]["@id"] == "../../themas/rustig-starten/"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("path", ["een map/é/", "kb/?x=1#y", 'a"b/<x>/'])
def test_an_address_that_no_link_can_hold(path: str, engine: str, scaffold: Path, tmp_path: Path) -> None:
    """The warning names it, there is no sitemap, and what an engine makes of it stays inside its attribute."""
    root, address = tmp_path / "kennisbank", f"https://example.org/{path}"
    shutil.copytree(scaffold, root)
    settings = root / "mkdocs.yml"
    settings.write_text(
        re.sub("site_url: .*", f"site_url: '{address}'", settings.read_text(encoding="utf-8")), encoding="utf-8"
    )
    said = build(root, "--engine", engine)
    assert (said.code, said.rules) == (0, ["mkdocs.yml:0:0: PP809"])
    assert f"the address in site_url cannot be used: {address} (" in said.text
    assert not (root / "site/sitemap.xml").exists()
    assert not list((root / "site").rglob("feed.*"))
    head = Head(root / "site/over/index.html")
    assert head.canonical == head.said["og:url"]
    assert head.canonical.startswith("https://example.org/")
    assert '"' not in path or head.canonical.startswith(address)
