"""From what the layers doubt to what a reviewer is told: the place and the reason, never the text."""

from __future__ import annotations

from bisect import bisect_right

from proefpraktijk.model.corpus import Source
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place
from proefpraktijk.model.safe import Hold, HoldKind
from proefpraktijk.model.text import RawText

from .detector import Detection

_WHY = Message("This needs to be looked at by a person.")
_LINK = Message("The address of this link may lead to a person.")


class Lines:
    """Where the lines of a file begin."""

    def __init__(self, source: Source) -> None:
        """Find the line ends of `source` once."""
        self._path: ContentPath = source.path
        self._starts = [0]
        at = source.text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = source.text.find("\n", at + 1)

    def place(self, offset: int) -> Place:
        """Return the place of a code point; of an unknown one the file as a whole."""
        if offset < 0:
            return Place(self._path)
        line = bisect_right(self._starts, offset)
        return Place(self._path, line, offset - self._starts[line - 1] + 1)


def holds_of(detection: Detection, source: Source) -> tuple[Hold, ...]:
    """Return a hold for each doubt, in order."""
    held = detection.held
    if not held:
        return ()
    lines = Lines(source)
    holds = []
    for found in held:
        start, end = detection.scene.view.source(found.start, found.end)
        holds.append(Hold(lines.place(start), found.kind, found.layer, found.reason or _WHY, start, end))
    return tuple(holds)


def link_hold(raw: RawText, source: Source) -> Hold:
    """Return the hold for the address of a link."""
    return Hold(Lines(source).place(raw.start), HoldKind.CONTACT, "links", _LINK, raw.start, raw.end)


def file_hold(source: Source) -> Hold:
    """Return the hold for a file whose own name may be a person's."""
    reason = Message("The name of this file may hold the name of a person.")
    return Hold(Place(source.path), HoldKind.PERSON, "roster", reason)
