"""The data by which Discover counts and lists in the browser: one facet file, and the pieces with what is shown.

Items are the reports, then the findings, then the sessions, each in the order of the knowledge base: an item's number is
its position, which is in the search index too. `ontdek/keuze-N.json` says which items have which value. A list of numbers
is written as the gaps between them: 30 kB after gzip at 5,000 reports, the order of titles included, where bitsets in base64
take 28 kB but may read like a name when the site is searched for them. `ontdek/stuk-N.json` holds title, gist, address,
facts and themes of `PER_PIECE` items. `N` is a hash in figures (in letters it might spell a name), so a file never
changes: browsers may keep it, and a page never meets data of another build.

**What is published.** Reports, findings and sessions each stand on a page of their own, so how many there are is no secret
(`counts.of_visible`). The exception are the delicate themes (safety in the group) crossed with a subgroup: year group, band or
session. The two are never counted or listed together:

- The file names the delicate themes (`apart`). With one of them chosen the script offers no subgroup, and with a
  subgroup chosen none of them; the page says why in one sentence. An address that asks for both gets the theme.
- With a subgroup chosen, a broader theme does not take in its delicate ones, so subtracting gives nothing back either.
- A piece holds the facts of a report and never its delicate themes; with one of these chosen, only the quadrant is shown.

So the file holds no count and no crossing, and of each report no more than its own page, where its themes and its facts
stand together. What is found by words stands in the text itself, and is not held back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple

from proefpraktijk.dutch.folding import phrase_key
from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.knowledge import KnowledgeBase, Outline
from proefpraktijk.model.paths import DocPath, SiteUrl, ThemeId
from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render import addresses
from proefpraktijk.render import coordinate_names as names
from proefpraktijk.render.addresses import Address, Token, at
from proefpraktijk.render.page_parts import PageParts
from proefpraktijk.render.plain_text import one_line

PER_PIECE = 40
"""Items in one piece. Twenty results may lie in twenty pieces, so small ones cost least."""

VERSION = 1
"""Of the format. The script takes no other."""

THEME, GROUP, QUADRANT, SESSION, KIND, HANDLES = map(
    Token, ("thema", "groep", "kwadrant", "bijeenkomst", "soort", "handvat")
)
"""The facets, as they are called in the address. Bands and year groups are one facet."""

REPORT, FINDING, SESSION_KIND = map(Token, ("verslag", "bevinding", "bijeenkomst"))
"""The kinds of items."""

YES = Token("ja")
"""The value of the facet `handvat`."""


_SIGNS = re.compile(r"^[\W_]+")

_token = cache(Token)
"""The same few values come back in thousands of items."""


class Item(NamedTuple):
    """Something to be found: what is shown of it, and its values by facet."""

    title: SafeText
    to: Address
    gist: SafeText | None
    facts: UiText
    handles: UiText | None
    draft: bool
    themes: tuple[ThemeId, ...]
    values: tuple[tuple[Token, Token], ...]


class FacetFiles(NamedTuple):
    """What Discover needs: the name of the facet file, all files by path, and how many items each value has.

    A theme's count takes in its narrower themes, a band's its year groups.
    """

    name: Token
    files: Mapping[DocPath, bytes]
    counts: Mapping[Token, Mapping[Token, PublicCount]]


def facet_files(parts: PageParts) -> FacetFiles | None:
    """Return the files of a knowledge base, None when there is nothing in it to be found. Same input, same bytes."""
    items = [*_reports(parts), *_findings(parts), *_sessions(parts)]
    titles = sorted(range(len(items)), key=lambda number: (_in_order(items[number].title), number))
    return files_of(parts, items, addresses.DISCOVER, titles=titles) if items else None


def has_items(kb: KnowledgeBase) -> bool:
    """Return whether there is anything in a knowledge base to be found."""
    return bool(kb.reports or kb.findings or kb.sessions)


def files_of(parts: PageParts, items: Sequence[Item], folder: SiteUrl, **more: Any) -> FacetFiles:
    """Return the files of these items, which live in `folder`; `more` stands in the facet file too."""
    members = _members(parts.kb, items)
    allowed = parts.kb.themes.keys() - parts.kb.delicate
    shown = [dict(_shown(item, allowed)) for item in items]
    pieces = [_piece(shown[start : start + PER_PIECE]) for start in range(0, len(items), PER_PIECE)]
    named = [(hashed("stuk", data), data) for data in pieces]
    index = encoded(
        {
            "version": VERSION,
            "count": len(items),
            "per": PER_PIECE,
            "pieces": [f"{name}.json" for name, _ in named],
            "facets": {
                facet: {value: gaps(numbers) for value, numbers in of_facet.items()}
                for facet, of_facet in members.items()
                if any(of_facet.values())
            },
            "broader": {
                theme: node.theme.broader for theme, node in parts.kb.themes.items() if node.theme.broader is not None
            },
            "apart": sorted(parts.kb.delicate),
            **more,
        }
    )
    name = hashed("keuze", index)
    files = {DocPath(f"{folder}{stem}.json"): data for stem, data in [*named, (name, index)]}
    return FacetFiles(name, files, _counts(parts, members))


def _reports(parts: PageParts) -> Iterator[Item]:
    of_band = {band: frozenset(slugs) for band, slugs in parts.kb.by_band.items()}
    for slug, outline in parts.kb.reports.items():
        card = parts.cards[slug]
        bands = (band for band, slugs in of_band.items() if slug in slugs)
        yield Item(
            outline.title, card.to, outline.gist, card.facts, card.handles, outline.draft, outline.themes,
            ((KIND, REPORT), *values_of(outline, bands)),
        )  # fmt: skip


def values_of(outline: Outline, bands: Iterable[str]) -> Iterator[tuple[Token, Token]]:
    """Yield the published values of a report, by facet. `bands` are those it is listed with."""
    yield from ((GROUP, _token(band)) for band in bands)
    yield from ((GROUP, _token(str(group))) for group in outline.year_groups)
    if outline.quadrant:
        yield QUADRANT, _token(outline.quadrant.value)
    if outline.session:
        yield SESSION, _token(str(outline.session))
    if outline.takeaways:
        yield HANDLES, YES


def _findings(parts: PageParts) -> Iterator[Item]:
    for slug, node in parts.kb.findings.items():
        finding = node.finding
        to = at(addresses.finding(slug))
        yield Item(finding.question, to, finding.claim, UiText(""), None, False, finding.themes, ((KIND, FINDING),))


def _sessions(parts: PageParts) -> Iterator[Item]:
    for session_id, node in parts.kb.sessions.items():
        session = node.session
        name, day = names.session_name(parts.words, session_id), parts.day(session.date)
        values = (KIND, SESSION_KIND), (SESSION, Token(str(session_id)))
        yield Item(
            session.title, at(addresses.session(session_id)), session.assignment,
            UiText(f"{name}\N{NO-BREAK SPACE}· {day}"), None, False, session.themes, values,
        )  # fmt: skip


def _members(kb: KnowledgeBase, items: Sequence[Item]) -> dict[Token, dict[Token, list[int]]]:
    """Return the items that have each value, by facet: of a theme those that carry it itself."""
    members: dict[Token, dict[Token, list[int]]] = {
        THEME: {Token(theme): [] for theme in kb.themes},
        GROUP: {Token(value): [] for value in (*kb.by_band, *map(str, kb.by_year_group))},
        QUADRANT: {Token(quadrant.value): [] for quadrant in kb.by_quadrant},
        SESSION: {Token(str(session)): [] for session in kb.sessions},
        KIND: {kind: [] for kind in (REPORT, FINDING, SESSION_KIND)},
        HANDLES: {YES: []},
    }
    of_theme = {theme: members[THEME][Token(theme)] for theme in kb.themes}
    for number, item in enumerate(items):
        for theme in item.themes:
            if theme in of_theme:
                of_theme[theme].append(number)
        for facet, value in item.values:
            members[facet].setdefault(value, []).append(number)
    return members


def _counts(
    parts: PageParts, members: Mapping[Token, Mapping[Token, list[int]]]
) -> dict[Token, dict[Token, PublicCount]]:
    counts = {facet: {value: of_visible(them) for value, them in found.items()} for facet, found in members.items()}
    own = members[THEME]
    for theme in parts.kb.themes:
        below = (own[Token(narrower)] for narrower in parts.themes_below(theme))
        counts[THEME][Token(theme)] = of_visible(frozenset[int]().union(*below))
    return counts


def _shown(item: Item, allowed: Container[ThemeId]) -> Iterator[tuple[str, Any]]:
    """Yield what is shown of an item, of its themes those in `allowed`; what it does not have is left out."""
    yield "title", one_line(item.title)
    yield "to", one_line(item.to)
    for key, text in (("gist", item.gist), ("facts", item.facts), ("handles", item.handles)):
        if text:
            yield key, one_line(text)
    if item.draft:
        yield "draft", True
    if themes := [_token(theme) for theme in item.themes if theme in allowed]:
        yield "themes", themes


def _piece(shown: Sequence[Mapping[str, Any]]) -> bytes:
    """Return a piece. Of places on one page the first names the page, the others no more than `#place`."""
    entries = []
    for before, entry in zip((None, *shown), shown, strict=False):
        _, sign, place = str(entry["to"]).partition("#")
        alike = before is not None and sign and _of_page(before) == _of_page(entry)
        own = {"title": entry["title"], "to": f"#{place}", "themes": entry.get("themes", [])}
        entries.append(own if alike else entry)
    return encoded(entries)


def _of_page(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {**entry, "to": str(entry["to"]).partition("#")[0], "title": "", "themes": ()}


def gaps(numbers: Iterable[int]) -> list[int]:
    """Return the first number, and for each next one how many are passed over: 0 is the very next."""
    found, expected = [], 0
    for number in numbers:
        found.append(number - expected)
        expected = number + 1
    return found


def _in_order(title: SafeText) -> str:
    """Return a title as it is sorted: without accents, and from its first letter or figure."""
    return _SIGNS.sub("", phrase_key(title))


def encoded(data: Any) -> bytes:
    """Return data as it goes out."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def hashed(stem: str, data: bytes) -> Token:
    """Return the name of a file that never changes."""
    number = int.from_bytes(blake2b(data, digest_size=8).digest()) % 10**12
    return Token(f"{stem}-{number:012}")
