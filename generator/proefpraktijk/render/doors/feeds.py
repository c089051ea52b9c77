"""Atom (RFC 4287) and JSON Feed 1.1: the newest reports of the site, and of each theme.

The community is the author; no person is named. Ids are permalinks. Nothing here looks at the clock: a feed is as new
as its newest entry.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from proefpraktijk.model.knowledge import Outline
from proefpraktijk.model.paths import DocPath, SiteUrl, Slug
from proefpraktijk.model.text import SafeText
from proefpraktijk.render import addresses
from proefpraktijk.render.planning import Planner

from .dating import Dates
from .plain import one_line, plain

NEWEST = 50
"""Entries in the feed of the site."""

NEWEST_OF_THEME = 20
"""Entries in the feed of a theme: there are many of these feeds, and a report stands in several."""


class Entry(NamedTuple):
    """A report in a feed, as it stands in each format."""

    date: dt.date
    atom: str
    json: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: what it is called, the page it belongs to, its entries, newest first."""

    title: str
    about: str
    page: SiteUrl
    entries: tuple[Entry, ...]


def plan_feeds(planner: Planner) -> None:
    """Plan `feed.xml` and `feed.json` for the site and for each theme; none where there is nothing to tell, or without addresses."""
    if not planner.home:
        return
    kb, words = planner.shelf.kb, planner.words
    written = _Writer(planner.home, plain(kb.community.name), words.language)
    dates = Dates(kb)
    entries = {
        slug: written.entry(outline, date, [(t, kb.themes[t].theme.label) for t in outline.themes if t in kb.themes])
        for slug, outline in kb.reports.items()
        if not outline.draft and (date := dates.of(outline))
    }
    about = one_line(words.t("What colleagues tried in their class, and what you can try tomorrow."))
    feeds = [Feed(written.author, about, addresses.HOME, _newest(entries, kb.reports, NEWEST))]
    for theme_id, node in kb.themes.items():
        title = f"{one_line(node.theme.label)} - {written.author}"
        newest = _newest(entries, node.reports, NEWEST_OF_THEME)
        feeds.append(Feed(title, one_line(node.theme.definition), addresses.theme(theme_id), newest))
    for feed in feeds:
        if feed.entries:
            planner.feeds.add(feed.page)
            planner.add_file(DocPath(f"{feed.page}feed.xml"), written.atom(feed))
            planner.add_file(DocPath(f"{feed.page}feed.json"), written.json(feed))


def _newest(entries: dict[Slug, Entry], slugs: Iterable[Slug], count: int) -> tuple[Entry, ...]:
    found = (entries[slug] for slug in slugs if slug in entries)
    return tuple(sorted(found, key=lambda entry: entry.date, reverse=True)[:count])


class _Writer:
    """Writes feeds; keeps what all of them have in common."""

    def __init__(self, home: str, author: str, language: str) -> None:
        self.site = home
        self.author = " ".join(author.split())
        self.language = language

    def entry(self, outline: Outline, date: dt.date, themes: list[tuple[str, SafeText]]) -> Entry:
        url = self.site + addresses.report(outline.slug)
        title, gist = one_line(outline.title), one_line(outline.gist)
        scheme = self.site + addresses.THEMES
        atom = (
            f"<entry><title>{escape(title)}</title><id>{escape(url)}</id><updated>{_moment(date)}</updated>"
            f"<link href={quoteattr(url)}/><summary>{escape(gist)}</summary>"
            + "".join(
                f"<category term={quoteattr(theme)} scheme={quoteattr(scheme)} label={quoteattr(one_line(label))}/>"
                for theme, label in themes
            )
            + "</entry>"
        )
        item = {
            "id": url,
            "url": url,
            "title": title,
            "content_text": gist,
            "date_published": _moment(date),
            "tags": [one_line(label) for _, label in themes],
        }
        return Entry(date, atom, item)

    def atom(self, feed: Feed) -> bytes:
        home, own = self.site + feed.page, f"{self.site}{feed.page}feed.xml"
        head = (
            '<?xml version="1.0" encoding="utf-8"?>\n'
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(self.language)}>'
            f"<title>{escape(feed.title)}</title><subtitle>{escape(feed.about)}</subtitle><id>{escape(home)}</id>"
            f"<updated>{_moment(feed.entries[0].date)}</updated><author><name>{escape(self.author)}</name></author>"
            f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/><link href={quoteattr(home)}/>'
        )
        return "\n".join([head, *(entry.atom for entry in feed.entries), "</feed>", ""]).encode()

    def json(self, feed: Feed) -> bytes:
        written = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "description": feed.about,
            "home_page_url": self.site + feed.page,
            "feed_url": f"{self.site}{feed.page}feed.json",
            "language": self.language,
            "authors": [{"name": self.author}],
            "items": [entry.json for entry in feed.entries],
        }
        return json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode()


def _moment(date: dt.date) -> str:
    """Return the middle of a day (RFC 3339): it is the same day wherever it is read."""
    return f"{date.isoformat()}T12:00:00Z"
