"""The PDF typesetter: a handout's HTML in, a PDF out, and the text that can be read back from a PDF.

Needs the extra `pdf`: WeasyPrint lays out, pypdf reads back. This module is imported only when a PDF is asked for.
PDF/UA-1 (ISO 14289-1) asks for tags, a language and a title. The clock is not read: the same input gives the same bytes.

The text of a PDF is searched for names, so it has to come back as it was put in. A character for which no font on this
computer has a glyph spoils that: the text of the whole font comes back with zero bytes between its letters. Such
characters are replaced before the page is laid out, and a PDF whose text does not come back is not used.
"""

from __future__ import annotations

import io
import logging
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PdfReadError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject, TextStringObject
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from proefpraktijk.render import templates
from proefpraktijk.render.handouts import Handout

OURS = "eigen:"
"""The scheme of our own files in style sheets for paper."""

MAKER = "proefpraktijk"
"""What the metadata of each of our PDFs names as the program it was made with."""

_PICTURE = re.compile(r"/(media/[^/?#]+)$")


class _OwnFiles(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
    """Gives the files it was handed, and fetches nothing from anywhere."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=())
        self._files = files

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ARG002 - WeasyPrint's signature
        picture = _PICTURE.search(url)
        name = picture[1] if picture else url.removeprefix(OURS)
        if name not in self._files:
            raise ValueError("only our own files go on paper")
        return URLFetcherResponse(url, self._files[name], {"Content-Type": _TYPES.get(name.rpartition(".")[2], "")})


_TYPES = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "woff2": "font/woff2"}


_OVERRIDES = re.compile("[\u202d\u202e]")
"""Codes that print what follows from the other side, letter by letter: a search would meet each word backwards."""

MISSING_GLYPH = "[?]"
"""What is printed for one or more characters in a row that no font on this computer can draw."""

_ATTEMPTS = 3
"""Replacing a character may change the font of its neighbours, so that another one lacks a glyph."""

_LONGEST_WORD = 40
"""Letters of a word that is looked for as a whole; a longer one may be broken over two pages."""


@dataclass(frozen=True, slots=True)
class TypesetHandout:
    """A PDF, and the HTML it was laid out from: that of the handout, without what cannot be drawn or read back."""

    pdf: bytes
    html: str


def typeset(handout: Handout, pictures: Mapping[str, bytes]) -> TypesetHandout:
    """Return a handout as a tagged PDF. `pictures` are those it shows, by their address below the site's root."""
    handout = replace(handout, html=_OVERRIDES.sub("", handout.html))
    for _ in range(_ATTEMPTS):
        with _undrawn_characters() as undrawn:
            pdf = _laid_out(handout, pictures)
        if not undrawn:
            break
        handout = replace(handout, html=_without(undrawn, handout.html))
    return TypesetHandout(pdf, handout.html)


def _laid_out(handout: Handout, pictures: Mapping[str, bytes]) -> bytes:
    fetcher, fonts = _OwnFiles({**_drawings(), **pictures}), FontConfiguration()
    sheet = CSS(string=_styles(handout), url_fetcher=fetcher, font_config=fonts)
    page = HTML(string=handout.html, base_url=handout.base, url_fetcher=fetcher)
    with _without_a_clock():
        made: bytes = page.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")
    return made


@contextmanager
def _undrawn_characters() -> Iterator[set[str]]:
    """Give the set of characters for which WeasyPrint finds no glyph while it lays out a page inside."""
    undrawn: set[str] = set()

    class UndrawnCharacters(logging.Handler):
        """Takes the character out of the warning (weasyprint/draw/text.py), and shows it to nobody."""

        def emit(self, record: logging.LogRecord) -> None:
            if record.msg.startswith(".notdef glyph rendered") and isinstance(record.args, tuple):
                undrawn.add(str(record.args[0]))

    handler = UndrawnCharacters(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    passes_on, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield undrawn
    finally:
        logger.removeHandler(handler)
        logger.propagate = passes_on


def _without(characters: set[str], html: str) -> str:
    """Replace each run of `characters`, and what only joins or changes them, by MISSING_GLYPH."""
    one = f"[{re.escape(''.join(sorted(characters)))}]"
    return re.sub(f"{one}(?:[\u200c\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]|{one})*", MISSING_GLYPH, html)


def can_be_searched(handout: TypesetHandout) -> bool:
    """Return whether the text of the PDF comes back as it was put in: every word, and no character that is none.

    A search of the PDF proves nothing otherwise. A word is a run of letters and digits of at most 40 characters; how
    lines are broken, and invisible characters, make no difference.
    """
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(handout.pdf)).pages]
    if any(_is_no_text(character) for page in pages for character in page):
        return False
    found = _letters("".join(pages))
    parser = _VisibleText()
    parser.feed(handout.html)
    return all(_letters(word) in found for word in parser.words() if len(word) <= _LONGEST_WORD)


def _is_no_text(character: str) -> bool:
    """Return whether a character has no place in a text: a control code, private use, unassigned, U+FFFD."""
    return character == "\ufffd" or (
        unicodedata.category(character) in {"Cc", "Cn", "Co", "Cs"} and character not in "\t\n\r"
    )


def _letters(text: str) -> str:
    """Return a text without white space and invisible characters, ligatures taken apart."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(one for one in plain if not one.isspace() and unicodedata.category(one) != "Cf")


class _VisibleText(HTMLParser):
    """Collects the text of the body of an HTML document."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: list[str] = []
        self._in_body = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._in_body = self._in_body or tag == "body"

    def handle_data(self, data: str) -> None:
        if self._in_body:
            self._texts.append(data)

    def words(self) -> set[str]:
        return set(re.findall(r"[^\W_]+", " ".join(self._texts)))


@contextmanager
def _without_a_clock() -> Iterator[None]:
    """Keep the day out of the fonts that travel in a PDF (fontTools heeds SOURCE_DATE_EPOCH)."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _styles(handout: Handout) -> str:
    folder = templates() / "print"
    return "\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in ("base", handout.style))


def _drawings() -> dict[str, bytes]:
    """Return our fonts and drawings, by the names style sheets call them."""
    assets = templates() / "theme" / "assets"
    fonts = {f"fonts/{file.name}": file.read_bytes() for file in sorted((assets / "fonts").glob("*.woff2"))}
    drawings = {file.name: file.read_bytes() for file in sorted((templates() / "print").glob("*.svg"))}
    return {**fonts, **drawings, "merk.svg": (assets / "merk.svg").read_bytes()}


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(PdfReader(io.BytesIO(pdf)).pages)


def is_ours(pdf: bytes) -> bool:
    """Return whether a file is a PDF that this program made."""
    try:
        metadata = PdfReader(io.BytesIO(pdf), strict=True).metadata  # otherwise what is wrong is logged
    except (PdfReadError, ValueError, KeyError, TypeError, AttributeError):
        return False  # no PDF, or a broken one: whatever it is, it is not ours to replace
    return metadata is not None and metadata.creator == MAKER


def texts(pdf: bytes) -> Iterator[str]:
    """Yield all that can be read in a PDF: the text of its pages, and every string and metadata stream of its objects."""
    reader = PdfReader(io.BytesIO(pdf))
    yield from (page.extract_text() for page in reader.pages)
    for number in range(1, reader.trailer.raw_get("/Size")):
        yield from _strings(reader.get_object(IndirectObject(number, 0, reader)))
    yield from _strings(reader.trailer)


def _strings(found: object) -> Iterator[str]:
    """Yield the strings in an object; what it only refers to is an object of its own."""
    if isinstance(found, IndirectObject):
        return
    if isinstance(found, TextStringObject):
        yield str(found)
    elif isinstance(found, StreamObject) and found.get("/Type") == "/Metadata":
        yield found.get_data().decode("utf-8", "replace")
    if isinstance(found, DictionaryObject):
        for value in found.values():
            yield from _strings(value)
    elif isinstance(found, ArrayObject):
        for value in found:
            yield from _strings(value)
