"""The layer of all patterns: what is recognised by its form, one module of this room for each kind of thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found

from .contacts import find_addresses, find_numbers
from .dates import dates_in_words, find_dates
from .places import find_postcodes, find_streets

_DIGIT = re.compile("[0-9]")


class PatternLayer:
    """Addresses, accounts, days, numbers, postcodes and streets."""

    name = "contacts"

    def find(self, state: DetectionState) -> Iterator[Found]:
        """Yield what the patterns match; of two finds of the same span the first one here is taken."""
        text = state.view.text
        yield from find_addresses(state)
        yield from dates_in_words(text)
        if _DIGIT.search(text):
            yield from find_dates(state)
            yield from find_numbers(text)
            yield from find_postcodes(text)
        yield from find_streets(state)
