"""What leads to what on the demo site: links that the street made of words, files and passages."""

from __future__ import annotations

import re
from pathlib import Path

BODY = re.compile(r'<div class="body">(.*?)<aside class="side"', re.DOTALL)
THEME = re.compile(r'(?<!class="codes">)<a href="\.\./\.\./themas/([a-z-]+)/">')
LABELS = re.compile(r'<span class="codes">.*?</span>(?!</span>)', re.DOTALL)


def _bodies(site: Path) -> dict[str, str]:
    pages = sorted(page for page in site.glob("verslagen/*/index.html") if page.parent.name != "pagina")
    found = {page.parent.name: BODY.search(page.read_text(encoding="utf-8")) for page in pages}
    return {slug: match[1] for slug, match in found.items() if match}


def test_reports_name_their_themes_in_running_text(demo_site: Path) -> None:
    """Nearly every report links a theme where its text names it, coded passages' own labels not counted."""
    linked = {slug: THEME.findall(LABELS.sub("", body)) for slug, body in _bodies(demo_site).items()}
    assert len(linked) >= 48
    assert sum(map(len, linked.values())) / len(linked) >= 3
    assert sum(bool(found) for found in linked.values()) >= 0.9 * len(linked)


def test_a_theme_is_linked_once_in_a_section(demo_site: Path) -> None:
    """The first mention is enough."""
    for slug, body in _bodies(demo_site).items():
        for section in LABELS.sub("", body).split("<h2"):
            found = THEME.findall(section)
            assert len(found) == len(set(found)), slug


def test_what_a_writer_linked_is_linked(demo_site: Path) -> None:
    """A link to another report's file leads to its page, and that page says who links to it, in which sentence."""
    bodies = _bodies(demo_site)
    linked = {
        (slug, to)
        for slug, body in bodies.items()
        for to in re.findall(r'<a href="\.\./\.\./verslagen/([^"#/]+)/">', body)
    }
    assert linked
    for slug, to in linked:
        page = (demo_site / "verslagen" / to / "index.html").read_text(encoding="utf-8")
        assert f"verslagen/{slug}/" in page, (slug, to)
