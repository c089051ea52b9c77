"""When a report is from, as far as that is published: the order of feeds, and the dates of the sitemap.

A feed must date each entry (RFC 4287, 4.1.2), and a date can give away what was made more general on purpose. So a
report is dated by the most precise thing its page states: its own date, else the day of the session it names, else
1 August, on which the school year it names begins. One that states none of these is dated at the beginning of the first
school year on the site: true of all of them, so it discloses nothing about this one.
"""

from __future__ import annotations

import datetime as dt

from proefpraktijk.model.knowledge import KnowledgeBase, Outline
from proefpraktijk.model.paths import DocPath
from proefpraktijk.model.spiral import SchoolYear
from proefpraktijk.render import addresses


class Dates:
    """The dates of the reports of one site."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Find the first school year on the site."""
        years_published = (outline.year for outline in kb.reports.values())
        years = {session.year for session in kb.sessions} | {year for year in years_published if year}
        self._sessions = {session: node.session.date for session, node in kb.sessions.items()}
        self._first = _begins(min(years)) if years else None

    def of(self, outline: Outline) -> dt.date | None:
        """Return the date to give a report; None when the site has no school year at all."""
        if outline.date:
            return outline.date
        if outline.session in self._sessions:
            return self._sessions[outline.session]
        return _begins(outline.year) if outline.year else self._first


def dates_of_pages(kb: KnowledgeBase) -> dict[DocPath, str]:
    """Return when pages were last changed (ISO 8601), of those with a date: a report by its date and its member check."""
    last = {slug: max(filter(None, (o.date, o.member_check)), default=None) for slug, o in kb.reports.items()}
    return {addresses.doc_path(addresses.report(slug)): day.isoformat() for slug, day in last.items() if day}


def _begins(year: SchoolYear) -> dt.date:
    return dt.date(year.start, 8, 1)
