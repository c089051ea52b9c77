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

from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import DocPath, SiteUrl, Slug
from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import Token
from proefpraktijk.render.format_templates import FormattedPart, file_of, web_address, written
from proefpraktijk.render.plain_text import one_line
from proefpraktijk.render.planned_page import Planner

from .publication_dates import Dates

NEWEST = 50
"""Entries in the feed of the site."""

NEWEST_OF_THEME = 20
"""Entries in the feed of a theme: there are many of these feeds, and a report stands in several."""


class FeedEntry(NamedTuple):
    """A report in a feed, as it stands in each format."""

    date: dt.date
    atom: FormattedPart
    json: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its theme (None for that of the site), the page it belongs to, its entries, newest first."""

    theme: SafeText | None
    about: SafeText | UiText
    page: SiteUrl
    entries: tuple[FeedEntry, ...]


def plan_feeds(planner: Planner) -> None:
    """Plan `feed.xml` and `feed.json` for the site and for each theme; none where there is nothing to list, or without addresses.

    Nor for a delicate theme, which no entry names either: the dates would disclose in which sessions it was about safety.
    """
    if not planner.home:
        return
    kb, words = planner.parts.kb, planner.words
    writer = _Writer(planner.home, kb, words.language)
    about = words.t("What colleagues tried in their class, and what you can try tomorrow.")
    feeds = [Feed(None, about, addresses.HOME, writer.newest(kb.reports, NEWEST))]
    for theme_id, node in kb.themes.items():
        if theme_id in kb.delicate:
            continue
        newest = writer.newest(node.reports, NEWEST_OF_THEME)
        feeds.append(Feed(node.theme.label, node.theme.definition, addresses.theme(theme_id), newest))
    for feed in feeds:
        if feed.entries:
            planner.feeds.add(feed.page)
            planner.add_file(DocPath(f"{feed.page}feed.xml"), writer.atom(feed))
            planner.add_file(DocPath(f"{feed.page}feed.json"), writer.json(feed))


class _Writer:
    """Writes feeds; keeps what all of them have in common."""

    def __init__(self, home: str, kb: KnowledgeBase, language: str) -> None:
        dates = Dates(kb)
        self.site = home
        self.author = kb.community.name
        self.language = language
        self._kb = kb
        self._published = kb.themes.keys() - kb.delicate
        self._dates = {s: date for s, o in kb.reports.items() if not o.draft and (date := dates.of(o))}
        self._entries: dict[Slug, FeedEntry] = {}

    def newest(self, slugs: Iterable[Slug], count: int) -> tuple[FeedEntry, ...]:
        """Return the newest of these reports; those of one day in the order in which they come."""
        dated = sorted(filter(self._dates.__contains__, slugs), key=self._dates.__getitem__, reverse=True)
        return tuple(self._entries.get(slug) or self._entry(slug) for slug in dated[:count])

    def _entry(self, slug: Slug) -> FeedEntry:
        outline, url = self._kb.reports[slug], web_address(self.site, addresses.report(slug))
        date = self._dates[slug]
        labels = [(Token(t), self._kb.themes[t].theme.label) for t in outline.themes if t in self._published]
        atom = written(
            "feed_entry.xml",
            title=outline.title,
            url=url,
            date=date,
            gist=outline.gist,
            labels=labels,
            scheme=web_address(self.site, addresses.THEMES),
        )
        item = {
            "id": url,
            "url": url,
            "title": one_line(outline.title),
            "content_text": one_line(outline.gist),
            "date_published": _moment(date),
            "tags": [one_line(label) for _, label in labels],
        }
        self._entries[slug] = FeedEntry(date, atom, item)
        return self._entries[slug]

    def atom(self, feed: Feed) -> bytes:
        home, own = web_address(self.site, feed.page), web_address(self.site, SiteUrl(f"{feed.page}feed.xml"))
        return file_of(
            "feed.xml",
            feed=feed,
            language=Token(self.language),
            author=self.author,
            home=home,
            own=own,
            updated=feed.entries[0].date,
        )

    def json(self, feed: Feed) -> bytes:
        author = one_line(self.author)
        fields = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": f"{one_line(feed.theme)} - {author}" if feed.theme else author,
            "description": one_line(feed.about),
            "home_page_url": self.site + feed.page,
            "feed_url": f"{self.site}{feed.page}feed.json",
            "language": self.language,
            "authors": [{"name": author}],
            "items": [entry.json for entry in feed.entries],
        }
        return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()


def _moment(date: dt.date) -> str:
    """Return the middle of a day (RFC 3339): it is the same day wherever it is read."""
    return f"{date.isoformat()}T12:00:00Z"
