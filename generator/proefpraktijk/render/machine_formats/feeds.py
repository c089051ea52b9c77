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

from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import DocPath, SiteUrl, Slug
from proefpraktijk.render import addresses
from proefpraktijk.render.plain_text import one_line
from proefpraktijk.render.planned_page import Planner

from .publication_dates import Dates

NEWEST = 50
"""Entries in the feed of the site."""

NEWEST_OF_THEME = 20
"""Entries in the feed of a theme: there are many of these feeds, and a report stands in several."""


class FeedEntry(NamedTuple):
    """A report in a feed, as it stands in each format."""

    date: str
    atom: str
    json: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: what it is called, the page it belongs to, its entries, newest first."""

    title: str
    about: str
    page: SiteUrl
    entries: tuple[FeedEntry, ...]


def plan_feeds(planner: Planner) -> None:
    """Plan `feed.xml` and `feed.json` for the site and for each theme; none where there is nothing to list, or without addresses.

    Nor for a delicate theme, which no entry names either: the dates would disclose in which sessions it was about safety.
    """
    if not planner.home:
        return
    kb, words = planner.parts.kb, planner.words
    written = _Writer(planner.home, kb, words.language)
    about = one_line(words.t("What colleagues tried in their class, and what you can try tomorrow."))
    feeds = [Feed(written.author, about, addresses.HOME, written.newest(kb.reports, NEWEST))]
    for theme_id, node in kb.themes.items():
        if theme_id in kb.delicate:
            continue
        title = f"{one_line(node.theme.label)} - {written.author}"
        newest = written.newest(node.reports, NEWEST_OF_THEME)
        feeds.append(Feed(title, one_line(node.theme.definition), addresses.theme(theme_id), newest))
    for feed in feeds:
        if feed.entries:
            planner.feeds.add(feed.page)
            planner.add_file(DocPath(f"{feed.page}feed.xml"), written.atom(feed))
            planner.add_file(DocPath(f"{feed.page}feed.json"), written.json(feed))


class _Writer:
    """Writes feeds; keeps what all of them have in common."""

    def __init__(self, home: str, kb: KnowledgeBase, language: str) -> None:
        dates = Dates(kb)
        self.site = home
        self.author = one_line(kb.community.name)
        self.language = language
        self._kb = kb
        self._told = kb.themes.keys() - kb.delicate
        self._dates = {s: date for s, o in kb.reports.items() if not o.draft and (date := dates.of(o))}
        self._entries: dict[Slug, FeedEntry] = {}

    def newest(self, slugs: Iterable[Slug], count: int) -> tuple[FeedEntry, ...]:
        """Return the newest of these reports; those of one day in the order in which they come."""
        dated = sorted(filter(self._dates.__contains__, slugs), key=self._dates.__getitem__, reverse=True)
        return tuple(self._entries.get(slug) or self._entry(slug) for slug in dated[:count])

    def _entry(self, slug: Slug) -> FeedEntry:
        outline, url = self._kb.reports[slug], self.site + addresses.report(slug)
        date = _moment(self._dates[slug])
        title, gist = one_line(outline.title), one_line(outline.gist)
        labels = {t: one_line(self._kb.themes[t].theme.label) for t in outline.themes if t in self._told}
        scheme = quoteattr(self.site + addresses.THEMES)
        atom = (
            f"<entry><title>{escape(title)}</title><id>{escape(url)}</id><updated>{date}</updated>"
            f"<link href={quoteattr(url)}/><summary>{escape(gist)}</summary>"
            + "".join(
                f"<category term={quoteattr(theme)} scheme={scheme} label={quoteattr(label)}/>"
                for theme, label in labels.items()
            )
            + "</entry>"
        )
        item = {
            "id": url,
            "url": url,
            "title": title,
            "content_text": gist,
            "date_published": date,
            "tags": list(labels.values()),
        }
        self._entries[slug] = FeedEntry(date, atom, item)
        return self._entries[slug]

    def atom(self, feed: Feed) -> bytes:
        home, own = self.site + feed.page, f"{self.site}{feed.page}feed.xml"
        head = (
            '<?xml version="1.0" encoding="utf-8"?>\n'
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(self.language)}>'
            f"<title>{escape(feed.title)}</title><subtitle>{escape(feed.about)}</subtitle><id>{escape(home)}</id>"
            f"<updated>{feed.entries[0].date}</updated><author><name>{escape(self.author)}</name></author>"
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
