"""The benchmark of the reader: what it counts, and how it judges."""

from __future__ import annotations

import gzip
import urllib.error
import urllib.request
from pathlib import Path

import pytest

import reader_discover
import reader_lighthouse
import reader_search
from reader_browser import Cost, rows
from reader_results import Measured, everything
from reader_server import Sent, serving
from reader_size import compressed_size, kind_of, kinds, pages
from reader_table import Row, amount, targets


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of a few files."""
    files = {
        "index.html": "<h1>Home</h1>" * 100,
        "404.html": "<h1>Nergens</h1>",
        "verslagen/a/index.html": "kort",
        "verslagen/b/index.html": "veel langer",
        "assets/fonts/f.woff2": "letters" * 100,
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_it_serves_as_pages_does(site: Path) -> None:
    """Below the base path, packed but for fonts; each answer is counted as it travelled; 404 has a page."""
    with serving(site) as served:
        with urllib.request.urlopen(served.url) as answer:
            body = answer.read()
            assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(body) == (site / "index.html").read_bytes()
        with urllib.request.urlopen(served.url + "assets/fonts/f.woff2") as answer:
            assert answer.read() == (site / "assets/fonts/f.woff2").read_bytes()
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(served.url + "weg/")
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(served.url.replace("/kennisbank/", "/index.html"))
        assert [(sent.address, sent.status) for sent in served.sent[:3]] == [
            ("", 200),
            ("assets/fonts/f.woff2", 200),
            ("weg/", 404),
        ]
        assert served.sent[0].size == len(body) == compressed_size(site / "index.html")


def test_nothing_outside_the_site_is_served(site: Path) -> None:
    """An address that climbs out of the folder is not there."""
    (site / "in").mkdir()
    (site / "in" / "404.html").touch()
    with serving(site / "in") as served, pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(served.url + "%2e%2e/index.html")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "home"),
        ("404.html", "/404.html"),
        ("verslagen/index.html", "verslagen/"),
        ("verslagen/pagina/7/index.html", "verslagen/ (further leaves)"),
        ("verslagen/rustig-binnenkomen/index.html", "verslagen/…/"),
        ("themas/veiligheid/socialiseren/pagina/2/index.html", "themas/…/quadrant/ (further leaves)"),
        ("handvatten/bouw/bovenbouw/index.html", "handvatten/bouw/…/"),
        ("over/privacy/index.html", "over/"),
        ("assets/js/comforts.js", "assets/js"),
        ("assets/print.css", "assets/*.css"),
        ("ontdek/keuze-12.json", "ontdek/*.json"),
    ],
)
def test_every_file_is_of_a_kind(path: str, kind: str) -> None:
    """Pages of one kind count together, whatever they are about."""
    assert kind_of(path) == kind


def test_the_breakdown_holds_every_byte(site: Path) -> None:
    """The kinds together are the whole site, and the largest page of each is told."""
    assert sum(kind.size for kind in kinds(site)) == sum(f.stat().st_size for f in site.rglob("*") if f.is_file())
    assert pages(site) == {"home": "", "/404.html": "404.html", "verslagen/…/": "verslagen/b/"}


def test_what_was_not_measured_is_no_pass() -> None:
    """Neither is a site whose page asks another host, or one that is a byte too heavy."""
    assert not Row("x", 1, "s", None).passes
    assert "not measured" in targets([Row("x", 1, "s", None)])
    assert Row("x", 100, "", 100, at_least=True).passes
    assert not Row("x", 100, "", 99, at_least=True).passes
    cost = Cost(1000, 0, 300_001, 0.0, ("https://elders.example/x.js",), ())
    verdicts = {row.what: row.passes for row in rows({"home": cost})}
    assert not verdicts["heaviest page, all it loads, compressed"]
    assert not verdicts["requests to other hosts"]
    assert verdicts["most JavaScript on a page, compressed"]


def test_the_worst_counts() -> None:
    """Of clicks and of answers, and a query without an answer is told."""
    found = reader_discover.Discover([0.2, 0.4], [("thema=rust", 20.0), ("groep=5", 60.0)], 9.0, 30_000, 90_000)
    paint, chip, file = reader_discover.rows(found)
    assert (paint.measured, chip.measured, file.measured) == (0.4, 60.0, 30_000)
    assert not chip.passes
    assert "groep=5" in chip.note
    (answer,) = reader_search.rows([reader_search.Answer("beleid", 200_000, 7, 90.0)])
    assert answer.measured == 200_000
    assert "no results for onrust" in answer.note


def test_lighthouse_tells_what_was_missed() -> None:
    """An audit that counts for nothing, or does not apply, is no miss."""
    names = reader_lighthouse.CATEGORIES
    report = {
        "audits": {
            "largest-contentful-paint": {"score": 1, "numericValue": 1500},
            "cumulative-layout-shift": {"score": 1, "numericValue": 0.01},
            "color-contrast": {"score": 0},
            "is-crawlable": {"score": None},
            "uses-long-cache-ttl": {"score": 0.5},
        },
        "categories": {
            name: {
                "score": 0.97 if name == "accessibility" else 1,
                "auditRefs": [
                    {"id": "color-contrast", "weight": 7 if name == "accessibility" else 0},
                    {"id": "uses-long-cache-ttl", "weight": 0},
                ],
            }
            for name in names
        },
    }
    audit = reader_lighthouse.read(report)
    assert audit.missed["accessibility"] == ("color-contrast",)
    rows = {row.what: row for row in reader_lighthouse.rows({"home": audit})}
    assert rows["Lighthouse, accessibility, lowest"].measured == 97
    assert not rows["Lighthouse, accessibility, lowest"].passes
    assert rows["Lighthouse, accessibility, lowest"].note == "home: color-contrast"
    assert rows["largest contentful paint (Lighthouse's phone)"].measured == 1.5


def test_what_is_told() -> None:
    """Numbers carry their unit, failures stand out, tables follow."""
    said = everything([Measured("the demo", 52, [Row("site", 15_000, "kB", 15_001.0)], {"Bytes on disk": "| a |\n"})])
    assert "**FAIL**" in said
    assert "## Bytes on disk, the demo" in said
    assert amount(15_000, "kB") == "15.0 kB"
    assert amount(0.05, "") == "0.050"
    assert amount(1.234, "s") == "1.23 s"
    assert Sent("a.js", 200, 5).size == 5
