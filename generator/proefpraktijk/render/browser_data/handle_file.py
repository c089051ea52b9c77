"""The data by which the page of all handles chooses and finds in the browser: a facet file as that of Discover.

Items are the handles, in the order of their reports; their pieces hold the text, the report and its year groups. Besides,
`woord-N.json` hold in which handles each word stands, in the order of the alphabet; the facet file says with which word
each begins, so that whoever types "tafel" fetches the one file (or two) in which such words are. At 15,000 handles a
search costs about 10 kB, where all texts would cost 500.

A word leads to a handle when it stands in it, in what belongs to it, in what its theme is called, or at the end of a
compound. A word that stands in texts with a capital only, and that no dictionary knows, is left out: it may be a name
that may be read where it stands (an expert's), but is no way to find people.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from proefpraktijk.dutch.lexicon import Rarity, lexicon
from proefpraktijk.dutch.search_forms import endings
from proefpraktijk.model.knowledge import Takeaway
from proefpraktijk.model.paths import DocPath, ThemeId
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import at
from proefpraktijk.render.page_parts import PageParts

from .facet_file import GROUP, QUADRANT, FacetFiles, Item, encoded, files_of, gaps, hashed, values_of

_PIECE = 16_000
"""Bytes in a file of words, before compression."""

_PUBLISHED = {GROUP, QUADRANT}
"""What can be chosen of a handle, besides its themes."""

_WORD = re.compile(r"[^\W_]+")


def handle_files(parts: PageParts) -> FacetFiles | None:
    """Return the files of all handles, None when there are none. Same input, same bytes."""
    items, words = [], []
    of_band = {band: frozenset(slugs) for band, slugs in parts.kb.by_band.items()}
    for slug, handles in parts.handles.items():
        outline = parts.kb.reports[slug]
        bands = [band for band, slugs in of_band.items() if slug in slugs]
        facets = tuple((facet, value) for facet, value in values_of(outline, bands) if facet in _PUBLISHED)
        url = addresses.report(slug)
        for takeaway, handle in zip(outline.takeaways, handles, strict=True):
            to = at(url, takeaway.anchor)
            items.append(
                Item(takeaway.text, to, outline.title, handle.facts, None, outline.draft, takeaway.themes, facets)
            )
            words.append(frozenset(_words(parts, takeaway)))
    if not items:
        return None
    named = [(hashed("woord", data), first, data) for first, data in _pieces(_places(words))]
    index = {"from": [first for _, first, _ in named], "pieces": [f"{name}.json" for name, _, _ in named]}
    files = files_of(parts, items, addresses.HANDLES, titles=[], words=index)
    found = {DocPath(f"{addresses.HANDLES}{name}.json"): data for name, _, data in named}
    return files._replace(files={**files.files, **found})


def _words(parts: PageParts, takeaway: Takeaway) -> Iterator[str]:
    for text in (takeaway.text, *takeaway.details):
        yield from _words_of(str(text))
    for theme in takeaway.themes:
        yield from _names_of(parts, theme)


@cache
def _words_of(text: str) -> frozenset[str]:
    written = set(_WORD.findall(unicodedata.normalize("NFC", text)))
    searchable = {word for word in written if not _may_be_a_name(word, written)}
    return frozenset(_folded(word) for word in searchable | endings(text))


def _may_be_a_name(word: str, written: set[str]) -> bool:
    lower = word.lower()
    return word != lower and lower not in written and lexicon().rarity(lower) is Rarity.UNIQUE


def _names_of(parts: PageParts, theme: ThemeId) -> Iterator[str]:
    """Yield the words by which a theme is called. A delicate theme leads to no handle: that would disclose it of a subgroup."""
    if theme in parts.kb.themes and theme not in parts.kb.delicate:
        found = parts.kb.themes[theme].theme
        for name in (found.label, *found.aliases):
            yield from _words_of(str(name).lower())


def _folded(word: str) -> str:
    """Return a word as it is looked for: small letters without accents. The script folds what is typed the same way."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


def _places(words: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    """Return in which handles each word stands, in the order of the words' code points, as JavaScript compares them."""
    places: dict[str, list[int]] = {}
    for number, of_handle in enumerate(words):
        for word in of_handle:
            places.setdefault(word, []).append(number)
    return {word: places[word] for word in sorted(places, key=lambda word: word.encode("utf-16-be", "surrogatepass"))}


def _pieces(places: dict[str, list[int]]) -> Iterator[tuple[str, bytes]]:
    """Yield the first word and the bytes of each file of words."""
    piece: dict[str, list[int]] = {}
    size = 0
    for word, numbers in places.items():
        piece[word] = gaps(numbers)
        size += len(word) + 3 * len(numbers)
        if size > _PIECE:
            yield next(iter(piece)), encoded(piece)
            piece, size = {}, 0
    if piece:
        yield next(iter(piece)), encoded(piece)
