"""A stretch of a view as a person reads it: its sentence, and the words around it."""

from __future__ import annotations

import re

from proefpraktijk.dutch.sentence_starts import BREAK, begins_sentence

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


_ODD = re.compile("[\t\n\v\f\r\x85\u00a0\u1680\u2000-\u200a\u2028\u202f\u205f\u3000\u2018\u2019]")
"""Every space but the border between blocks, and the apostrophes."""


def line_before(text: str, at: int, enough: int, first: int = 0) -> str:
    """Return more than `enough` characters of what stands before `at`, as one line, or all of it from `first`."""
    reach = 2 * enough
    while True:
        reach *= 2
        line = single_line(text[max(first, at - reach) : at])
        if len(line) > enough or at - reach <= first:
            return line


def line_after(text: str, at: int, enough: int, last: int | None = None) -> str:
    """Return more than `enough` characters of what stands after `at`, as one line, or all of it up to `last`."""
    reach, last = 2 * enough, len(text) if last is None else last
    while True:
        reach *= 2
        line = single_line(text[at : min(last, at + reach)])
        if len(line) > enough or at + reach >= last:
            return line


def single_line(text: str) -> str:
    """Return `text` with every gap, and every border between blocks, as one space, and none around it."""
    return " ".join(flat(text).split())


def flat(text: str) -> str:
    """Return `text`, which nothing invisible is in, with plain spaces and apostrophes, as long as before."""
    return _ODD.sub(_plain, text)


def _plain(found: re.Match[str]) -> str:
    return "'" if found[0] in "\u2018\u2019" else " "
