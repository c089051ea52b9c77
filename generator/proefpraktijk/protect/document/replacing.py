"""Putting descriptors in the place of names, run by run, so that styles, links and passages stay where they were."""

from __future__ import annotations

from .document_text import DocumentText


def rewritten(view: DocumentText, edits: list[tuple[int, int, str]]) -> list[str]:
    """Return the text of each segment of `view` after `edits` (start, end, text; in order, not overlapping).

    A stretch across several runs is written in the first and gone from the others.
    """
    texts = [segment.text for segment in view.segments]
    pieces: dict[int, list[tuple[int, int, str]]] = {}
    for start, end, text in edits:
        for nth, (index, segment) in enumerate(view.touching(start, end)):
            left = max(0, start - segment.start)
            right = min(len(segment.text), end - segment.start)
            pieces.setdefault(index, []).append((left, right, "" if nth else text))
    for index, changes in pieces.items():
        texts[index] = _patched(texts[index], changes)
    return texts


def _patched(text: str, changes: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    at = 0
    for left, right, new in changes:
        parts += (text[at:left], new)
        at = right
    return "".join(parts) + text[at:]
