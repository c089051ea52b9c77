"""A stretch of a view as a person reads it: its sentence, and the words around it."""

from __future__ import annotations

import re

from proefpraktijk.dutch.sentence_starts import begins_sentence
from proefpraktijk.protect.decisions.applied import line_after, line_before

from .view import BREAK

_STOP = re.compile("[.!?\u2026][\"'\u2019\u201d)]*\\s+")
_FARTHEST = 240
"""A sentence is shown so far to either side: some are thousands of characters long."""
_AROUND = 30
"""What binds a decision, to either side, in whole words (W3C Web Annotation Data Model, 4.2.4: prefix, suffix)."""


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch with the words that it cuts through."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence begins and ends that `start`..`end` stands in, within its block."""
    left, right = _block(text, start, end)
    left, right = max(left, start - _FARTHEST), min(right, end + _FARTHEST)
    for stop in _STOP.finditer(text, left, right):
        if stop.end() <= start and begins_sentence(text, stop.end()):
            left = stop.end()
        elif stop.start() >= end and begins_sentence(text, stop.end()):
            right = stop.end()
            break
    while left < start and text[left].isspace():
        left += 1
    while right > end and text[right - 1].isspace():
        right -= 1
    return left, right


def words_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the words before and after a stretch of its block; of the blocks around it when it stands alone there."""
    left, right = _block(text, start, end)
    if not text[left:start].strip() and not text[end:right].strip():
        left, right = 0, len(text)
    before = line_before(text, start, 2 * _AROUND, left)
    after = line_after(text, end, 2 * _AROUND, right)
    return _last_words(before), _last_words(after[::-1])[::-1]


def _block(text: str, start: int, end: int) -> tuple[int, int]:
    right = text.find(BREAK, end)
    return text.rfind(BREAK, 0, start) + 1, right if right >= 0 else len(text)


def _last_words(line: str) -> str:
    """Return the last words of `line`, some `_AROUND` characters of them and at least one; none if that is too long."""
    at = line.find(" ", max(0, len(line) - _AROUND - 1)) if len(line) > _AROUND else -1
    if at < 0 and len(line) > _AROUND:
        at = line.rfind(" ")
    words = line[at + 1 :]
    return words if len(words) <= 2 * _AROUND else ""
