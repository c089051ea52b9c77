"""The printing press: our HTML in, a PDF out, and what a reader finds in a PDF.

Needs the extra `pdf`: WeasyPrint lays out, pypdf reads back. This module is imported only when a PDF is asked for.
PDF/UA-1 (ISO 14289-1) asks for tags, a language and a title. No clock is looked at: the same input gives the same bytes.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
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


def typeset(handout: Handout, pictures: Mapping[str, bytes]) -> bytes:
    """Return a handout as a tagged PDF. `pictures` are those it shows, by their address below the site's root."""
    fetcher, fonts = _OwnFiles({**_drawings(), **pictures}), FontConfiguration()
    sheet = CSS(string=_styles(handout), url_fetcher=fetcher, font_config=fonts)
    page = HTML(string=handout.html, base_url=handout.base, url_fetcher=fetcher)
    with _without_a_clock():
        made: bytes = page.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")
    return made


@contextmanager
def _without_a_clock() -> Iterator[None]:
    """Let the fonts that travel in a PDF tell no day on which it was made (fontTools heeds SOURCE_DATE_EPOCH)."""
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
    """Tell whether a file is a PDF that this program made."""
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
