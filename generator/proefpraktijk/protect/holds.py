"""From what the layers doubt to what is reported to a reviewer: the place and the reason, never the text."""

from __future__ import annotations

from proefpraktijk.model.corpus import Source
from proefpraktijk.model.problem import Message, Place
from proefpraktijk.model.safe import Hold, HoldKind
from proefpraktijk.model.text import RawText
from proefpraktijk.protect.document.lines import Lines

from .detector import Detection

_WHY = Message("This needs to be looked at by a person.")
_LINK = Message("The address of this link may lead to a person.")


def holds_of(detection: Detection, source: Source) -> tuple[Hold, ...]:
    """Return a hold for each doubt, in order."""
    held = detection.held
    if not held:
        return ()
    lines = Lines(source)
    holds = []
    for found in held:
        start, end = detection.state.view.source(found.start, found.end)
        holds.append(Hold(lines.place(start), found.kind, found.layer, found.reason or _WHY, start, end))
    return tuple(holds)


def link_hold(raw: RawText, source: Source) -> Hold:
    """Return the hold for the address of a link."""
    return Hold(Lines(source).place(raw.start), HoldKind.CONTACT, "links", _LINK, raw.start, raw.end)


def file_hold(source: Source) -> Hold:
    """Return the hold for a file whose own name may be a person's."""
    reason = Message("The name of this file may hold the name of a person.")
    return Hold(Place(source.path), HoldKind.PERSON, "roster", reason)
