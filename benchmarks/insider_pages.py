"""The reports of a finished site, as whoever reads its pages sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

_DATE = re.compile(r"gingen op (\d+ [a-z]+ \d{4}) akkoord")


@dataclass(frozen=True)
class Seen:
    """A report as its page shows it; `rank` is its place in the list of its session, or of all."""

    address: str
    groups: frozenset[str]
    session: str
    date: str
    text: str = field(repr=False)
    rank: int = 0


def reports_of(site: Path) -> list[Seen]:
    """Return every report of a built site, read from its pages only."""
    ranks = {address: rank for rank, address in enumerate(_listed(site))}
    seen = []
    for page in sorted(site.glob("verslagen/*/index.html")):
        whole = page.read_text(encoding="utf-8")
        if 'class="pp pp-verslag"' not in whole:
            continue
        facts = whole[: whole.find('class="body"')]
        body = whole[whole.find('class="body"') : whole.find('<footer class="after">')]
        date, session = _DATE.search(whole), re.search(r"bijeenkomsten/(\d{4}-\d{4}-\d+)/", facts)
        seen.append(
            Seen(
                address=page.parent.name,
                groups=frozenset(re.findall(r"jaargroepen/groep-(\d)/", facts)),
                session=session[1] if session else "",
                date=date[1] if date else "",
                text=" ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split()),
                rank=ranks.get(page.parent.name, 0),
            )
        )
    return seen


def _listed(site: Path) -> list[str]:
    """Return the addresses of reports in the order of the lists of sessions, then of all."""
    pages = [*sorted(site.glob("bijeenkomsten/*/index.html")), *sorted(site.glob("verslagen/**/index.html"))]
    found = (
        address for page in pages for address in re.findall(r'verslagen/([^/"]+)/"', page.read_text(encoding="utf-8"))
    )
    return list(dict.fromkeys(found))
