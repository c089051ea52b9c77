"""A PDF taken apart, by pypdf alone."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pypdf import PdfReader

MILLIMETRE = 72 / 25.4


@dataclass
class Pdf:
    """A PDF, as one reads it."""

    data: bytes

    def __post_init__(self) -> None:
        """Open it."""
        self.reader = PdfReader(io.BytesIO(self.data))
        self.catalog: Any = self.reader.trailer["/Root"]

    @classmethod
    def at(cls, file: Path) -> Pdf:
        """Read a file."""
        return cls(file.read_bytes())

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return len(self.reader.pages)

    @property
    def size(self) -> set[tuple[int, int]]:
        """Return the sizes of its pages, in whole millimetres."""
        boxes = (page.mediabox for page in self.reader.pages)
        return {(round(float(box.width) / MILLIMETRE), round(float(box.height) / MILLIMETRE)) for box in boxes}

    @cached_property
    def sheets(self) -> list[str]:
        """Return the text of each page, with single spaces."""
        return [" ".join(page.extract_text().split()) for page in self.reader.pages]

    @property
    def text(self) -> str:
        """Return the text of all pages, with single spaces."""
        return " ".join(self.sheets)

    @property
    def links(self) -> list[str]:
        """Return where its links lead."""
        annotations = (one.get_object() for page in self.reader.pages for one in page.get("/Annots", ()))
        return [str(one["/A"]["/URI"]) for one in annotations if "/URI" in one.get("/A", {})]

    def tags(self) -> Iterator[Any]:
        """Yield the elements of its structure tree, from the top."""
        yield from _below(self.catalog["/StructTreeRoot"])


def _below(element: Any) -> Iterator[Any]:
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object() if hasattr(kid, "get_object") else kid
        if hasattr(found, "get") and "/S" in found:
            yield found
            yield from _below(found)
