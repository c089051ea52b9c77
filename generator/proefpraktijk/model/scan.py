"""A file on its own, as the detector of `scan` sees it: no site around it, and offsets that fit the file itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from .text import RawText


@dataclass(frozen=True, slots=True)
class ScanText:
    """A file's text as it stands (nothing folded, a byte order mark included) and everything people wrote in it.

    Each block is a stretch that begins a sentence: its pieces read one after the other. Their ranges are code points
    of `text`. Addresses, titles and comments are blocks of their own.
    """

    path: str
    text: str = field(repr=False)
    blocks: tuple[tuple[RawText, ...], ...] = ()
