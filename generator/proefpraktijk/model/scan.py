"""A file by itself, as the detector of `scan` sees it: without a site, and with offsets in the file itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from .text import RawText


@dataclass(frozen=True, slots=True)
class ScanText:
    """A file's text unchanged (nothing folded, a byte order mark included) and everything people wrote in it.

    Each block begins a sentence: its pieces are read one after the other. Their ranges are code points
    of `text`. Addresses, titles and comments are blocks of their own.
    """

    path: str
    text: str = field(repr=False)
    blocks: tuple[tuple[RawText, ...], ...] = ()
