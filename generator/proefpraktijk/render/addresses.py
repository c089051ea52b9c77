"""Every address of the site, in one place: which page lives where, which file it comes from, how one reaches another.

All pages are folders with a final slash (`use_directory_urls`), so the way from one page to another is: up to the
root, as often as the page's own address has slashes, and down again. No address is absolute: the site works under
any path.
"""

from __future__ import annotations

import re
from typing import Self
from urllib.parse import quote

from proefpraktijk.model.paths import DocPath, SiteUrl, Slug, ThemeId
from proefpraktijk.model.spiral import Band, Quadrant, SessionId, YearGroup

HOME = SiteUrl("")
DISCOVER = SiteUrl("ontdek/")
REPORTS = SiteUrl("verslagen/")
THEMES = SiteUrl("themas/")
HANDLES = SiteUrl("handvatten/")
FINDINGS = SiteUrl("bevindingen/")
SESSIONS = SiteUrl("bijeenkomsten/")
QUADRANTS = SiteUrl("kwadranten/")
YEAR_GROUPS = SiteUrl("jaargroepen/")
ABOUT = SiteUrl("over/")

_WEB = re.compile(r"https?://[^\s\"'<>`{}\\\x00-\x1f\x7f]+", re.IGNORECASE)
_UP = "\0"
"""The way up to the root, in HTML that has no place yet. Nothing else in HTML of ours is this character."""

_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


class Address(str):
    """An address within the site, from its root, with or without a fragment: `verslagen/rustig-starten/#h1`."""

    __slots__ = ()


class Href(str):
    """An address in its final form, as it stands in an `href` or `src`. Made in this module only."""

    __slots__ = ()


class Token(str):
    """A short machine word (`[A-Za-z0-9_-]+`): a class, an id, the name of a band. Holds no markup by its form."""

    __slots__ = ()

    def __new__(cls, value: str) -> Self:
        """Make a token; raise ValueError when `value` is not one."""
        if not _TOKEN.fullmatch(value):
            raise ValueError("not a token")
        return super().__new__(cls, value)


def relative(from_url: SiteUrl, to_url: SiteUrl | Address) -> Href:
    """Return how `to_url` is reached from the page at `from_url`."""
    return Href("../" * from_url.count("/") + to_url or "./")


def unplaced(to_url: SiteUrl | Address) -> Href:
    """Return a link to `to_url` for HTML that `placed` gives its place: so it is made once, for pages at any depth."""
    return Href(_UP + to_url)


def placed(html: str, url: SiteUrl) -> str:
    """Return HTML with its links as they are on the page at `url`: each reads as `relative` would have it."""
    up = "../" * url.count("/")
    return html.replace(_UP, up) if up else html.replace(f'"{_UP}"', '"./"').replace(_UP, "")


def doc_path(url: SiteUrl) -> DocPath:
    """Return the Markdown file that an engine turns into the page at `url`.

    Each page is the `index.md` of its own folder. So file and page lie equally deep, and an engine that reads the
    links in HTML as relative to the file (Zensical does) finds them right as they are.
    """
    return DocPath(f"{url}index.md")


def web(address: str) -> Href | None:
    """Return an outside address if it is plain http or https and can break out of nothing, else None."""
    return Href(address.replace("&", "&amp;")) if _WEB.fullmatch(address) else None


def whole(site: Href, to_url: SiteUrl | Address) -> Href:
    """Return an address in full, for what lies outside the site; `site` is where its home page is."""
    return Href(f"{site.rstrip('/')}/{to_url}")


def to_type(address: Href) -> Href:
    """Return an address in full as one types it from paper: without the scheme and the slash at the end."""
    return Href(address.partition("://")[2].rstrip("/"))


def at(url: SiteUrl, anchor: str = "") -> Address:
    """Return the address of a page, or of the place `anchor` on it."""
    return Address(f"{url}#{anchor}" if anchor else url)


def report(slug: Slug) -> SiteUrl:
    """Return where a report lives."""
    return SiteUrl(f"{REPORTS}{slug}/")


def theme(theme_id: ThemeId) -> SiteUrl:
    """Return where a theme lives."""
    return SiteUrl(f"{THEMES}{theme_id}/")


def theme_in(theme_id: ThemeId, quadrant: Quadrant | None) -> SiteUrl:
    """Return where all reports of a theme in one quadrant are listed, or those whose quadrant is not published."""
    return SiteUrl(f"{THEMES}{theme_id}/{quadrant.value if quadrant else 'spiraal'}/")


def handles_of_theme(theme_id: ThemeId) -> SiteUrl:
    """Return where the handles of a theme are listed."""
    return SiteUrl(f"{HANDLES}thema/{theme_id}/")


def handles_of_band(band: Band) -> SiteUrl:
    """Return where the handles of a band are listed."""
    return SiteUrl(f"{HANDLES}bouw/{Token(band.id)}/")


def discover(**chosen: str | int) -> Address:
    """Return Discover with these values of its facets chosen: `ontdek/?thema=rekenen&kwadrant=socialiseren`.

    `&` is written as HTML has it in an attribute. Raise ValueError for a value that is no token.
    """
    return Address(f"{DISCOVER}?{'&amp;'.join(f'{facet}={Token(str(value))}' for facet, value in chosen.items())}")


def finding(slug: Slug) -> SiteUrl:
    """Return where a finding lives."""
    return SiteUrl(f"{FINDINGS}{slug}/")


def session(session_id: SessionId) -> SiteUrl:
    """Return where a session lives."""
    return SiteUrl(f"{SESSIONS}{session_id}/")


def quadrant(which: Quadrant) -> SiteUrl:
    """Return where a quadrant of the knowledge spiral lives."""
    return SiteUrl(f"{QUADRANTS}{which.value}/")


def year_group(which: YearGroup) -> SiteUrl:
    """Return where a year group lives."""
    return SiteUrl(f"{YEAR_GROUPS}groep-{which}/")


def band(which: Band) -> SiteUrl:
    """Return where a band lives."""
    return SiteUrl(f"bouwen/{Token(which.id)}/")


def page(slug: Slug) -> SiteUrl:
    """Return where a free page lives: `over` is the section's own page, the others are below it."""
    return ABOUT if slug == "over" else SiteUrl(f"{ABOUT}{slug}/")


def media(name: str) -> Address:
    """Return where a picture lives, by its public name."""
    return Address(f"media/{quote(name, safe='')}")


def list_page(base: SiteUrl, number: int) -> SiteUrl:
    """Return the address of the `number`th page of a long list; the first is the list's own page."""
    return base if number == 1 else SiteUrl(f"{base}pagina/{number}/")
