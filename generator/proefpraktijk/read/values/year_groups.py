"""Year groups, and the bands (bouwen) a community makes of them, in the forms in which people write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from proefpraktijk.dutch.folding import phrase_key, slug_of
from proefpraktijk.model.spiral import Band, YearGroup

from .written_text import as_text, refusal

_YEAR_GROUP_PARTS = re.compile(r"\d+|t/m|tot en met|[^\W\d_]+|\S")
_YEAR_GROUP_WORDS = frozenset(
    re.split(
        " ",
        "groep groepen gr jaargroep jaargroepen jaarlaag combinatiegroep combigroep group groups year grade en and "
        "/ , + & ;",
    )
)
_UP_TO = frozenset({"t/m", "tot en met", "-", "tm"})
_LAST_YEAR_GROUP = 8
_YEAR_GROUP_HINT = "write a year group from 1 to 8 as 5, or a combination as 5/6"


def parse_year_groups(value: Any) -> tuple[YearGroup, ...]:
    """Return the year groups of `5`, `groep 5`, `5/6`, `5-6`, `5 en 6`, `1 t/m 3` or a list of these, each once.

    Refuse anything that is not a year group of 1 to 8 (PP210).
    """
    if isinstance(value, list | tuple):
        return tuple(sorted({group for entry in value for group in parse_year_groups(entry)}))
    # `phrase_key` turns a hyphen into a space, which here must stay apart.
    written = re.sub(r"\s*[-–—]\s*", " t/m ", as_text(value))
    groups: list[int] = []
    up_to = False
    for part in _YEAR_GROUP_PARTS.findall(phrase_key(written)):
        if part in _UP_TO and groups:
            up_to = True
        elif not part.isdecimal():
            if part not in _YEAR_GROUP_WORDS:
                raise refusal("PP210", "This is not a year group.", _YEAR_GROUP_HINT, at=value)
        else:
            number = int(part) if len(part) == 1 else 0
            if not 1 <= number <= _LAST_YEAR_GROUP:
                raise refusal(
                    "PP210", "This year group does not exist: they run from 1 to 8.", _YEAR_GROUP_HINT, at=value
                )
            groups.extend(range(groups[-1] + 1, number) if up_to else ())
            groups.append(number)
            up_to = False
    if not groups or up_to:
        raise refusal("PP210", "This is not a year group.", _YEAR_GROUP_HINT, at=value)
    return tuple(sorted(set(groups)))


_BAND_HINT = "write each band on its own line, as in onderbouw: 1-2"


def parse_bands(value: Any) -> tuple[Band, ...]:
    """Return the bands of a mapping from names to year groups, by their first year group; refuse others (PP221)."""
    if isinstance(value, tuple) and all(isinstance(band, Band) for band in value):
        return value
    if not isinstance(value, Mapping) or not value:
        raise refusal("PP221", "The bands are not readable.", _BAND_HINT)
    bands = []
    for name, groups in value.items():
        held = parse_year_groups(groups)
        if not slug_of(str(name)) or list(held) != list(range(held[0], held[-1] + 1)):
            raise refusal("PP221", "A band needs a name and year groups without a gap.", _BAND_HINT)
        bands.append(Band(slug_of(str(name)), held[0], held[-1]))
    if len({band.id for band in bands}) < len(bands):
        raise refusal("PP221", "Two bands have the same name.", _BAND_HINT)
    return tuple(sorted(bands, key=lambda band: (band.first, band.last, band.id)))
