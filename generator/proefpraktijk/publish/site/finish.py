"""The last touches on a built site: its own sitemap, and nothing that nobody uses.

Engines stamp their sitemap with a date and pack it with a time; ours depends on the pages alone. Files are replaced,
never written into (see `file_trees`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from proefpraktijk.model.paths import DocPath, SiteUrl
from proefpraktijk.publish.engines import EngineSettings
from proefpraktijk.render.format_templates import file_of, web_address
from proefpraktijk.runtime.cache import write_atomically
from proefpraktijk.runtime.file_trees import discard, listing

TOUCHED = frozenset({"sitemap.xml", ".nojekyll"})
"""The files that are ours, made anew for every site."""

_SEARCH_BOX = b'data-md-component="search"'
_SEARCH_FOLDERS = ("assets/javascripts/lunr", "search")
_THEME_FOLDERS = ("assets/images", "assets/javascripts", "assets/stylesheets")
"""What a theme brings; our own frame asks for nothing of it."""


def finish(site: Path, pages: Iterable[DocPath], settings: EngineSettings, dates: Mapping[DocPath, str]) -> None:
    """Write `sitemap.xml` and `.nojekyll`, and remove of the theme what no page uses: its search, scripts and styles.

    `pages` are the documents of the site; `dates` may give the ISO date a page was last changed. The frame is the same
    on all pages, so the home page and the one for what is not there show what is used.
    """
    frame = _bytes(site / "index.html") + _bytes(site / "404.html")
    if not settings.search and _SEARCH_BOX not in frame:
        discard(site, list(_own_search(site)))
    for folder in _THEME_FOLDERS:
        if f"{folder}/".encode() not in frame:
            discard(site, [f"{folder}/{path}" for path, _ in listing(site / folder)])
    discard(site, ["sitemap.xml.gz"])
    _write(site / ".nojekyll", b"")
    if settings.home:
        _write(site / "sitemap.xml", sitemap(pages, settings, dates))
    else:
        discard(site, ["sitemap.xml"])


def _own_search(site: Path) -> Iterator[str]:
    yield "search.json"
    for folder in _SEARCH_FOLDERS:
        yield from (f"{folder}/{path}" for path, _ in listing(site / folder))
    workers = "assets/javascripts/workers"
    yield from (f"{workers}/{path}" for path, _ in listing(site / workers) if path.startswith("search."))


def sitemap(pages: Iterable[DocPath], settings: EngineSettings, dates: Mapping[DocPath, str]) -> bytes:
    """Return the sitemap (sitemaps.org protocol 0.9) of the pages, sorted by address."""
    found = sorted((_address(settings.destination(page)), page) for page in pages)
    dated = [
        (
            web_address(settings.home, SiteUrl(quote(address))),
            dt.date.fromisoformat(dates[page]) if page in dates else None,
        )
        for address, page in found
    ]
    return file_of("sitemap.xml", pages=dated)


def _address(file: str) -> str:
    folder, _, name = file.rpartition("/")
    if name != "index.html":
        return file
    return f"{folder}/" if folder else ""


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""


def _write(file: Path, data: bytes) -> None:
    if not file.exists() or file.read_bytes() != data:
        write_atomically(file, data)
        file.chmod(0o644)
