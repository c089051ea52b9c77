"""Everyday words in lower case that are names by their place in a list: "Aanwezig: wil, door, al."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from proefpraktijk.dutch.forms_of_address import ACTING

_LINK = re.compile(r",[ \t\n\u00a0]{1,2}(?:en[ \t\n\u00a0])?|[ \t\n\u00a0]en[ \t\n\u00a0]")
_BEGINS = re.compile(r"(?:\A|[^\w\s]|[\n\u2029])[ \t\u00a0]*\Z")
_ENDS = re.compile(rf"[ \t\u00a0]*(?:\Z|[\n\u2029.;:!?)])|[ \t\n\u00a0](?:{'|'.join(sorted(ACTING))})(?![^\W_])")
_REACH = 4


def listed(text: str, names: Iterable[tuple[int, int, bool]]) -> frozenset[int]:
    """Return where the first names stand that are part of a list of two or more.

    `names` are (start, end, whether it is surely a name) in order. A list without a sure name begins after a mark or
    on a new line; each ends before a mark or a verb of people: "hij was er al, door de regen" is none.
    """
    return frozenset(start for row in _rows(text, names) if _is_list(text, row) for start, _, _ in row)


def _rows(text: str, names: Iterable[tuple[int, int, bool]]) -> Iterator[list[tuple[int, int, bool]]]:
    """Yield the neighbours with only a comma or "en" between."""
    row: list[tuple[int, int, bool]] = []
    for name in names:
        if row and not _LINK.fullmatch(text, row[-1][1], name[0]):
            yield row
            row = []
        row.append(name)
    yield row


def _is_list(text: str, row: list[tuple[int, int, bool]]) -> bool:
    if len(row) < 2 or not _ENDS.match(text, row[-1][1]):  # noqa: PLR2004
        return False
    start = row[0][0]
    return any(sure for _, _, sure in row) or _BEGINS.search(text[max(0, start - _REACH) : start]) is not None
