"""Between a text and Frog: sentences, one a line, and the way back from the words it prints.

Frog splits words in its own way and may split a sentence again, so its words are followed by their letters, spaces
left out. A line in which that fails is tagged as a whole (UNKNOWN), and the next line that fits is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from proefpraktijk.dutch.sentence_starts import BREAK, begins_sentence
from proefpraktijk.model.safe import HoldKind

from .tags import Tag

_KINDS = {"per": HoldKind.PERSON, "loc": HoldKind.PLACE, "org": HoldKind.SCHOOL}
_BLOCK = re.compile(f"[^{BREAK}]+")
_STOP = re.compile(r"[.!?:\u2026)][^\w\s]*\s+")
_PIECE = re.compile(r".{1,1000}(?=\s|$)|.{1,1000}", re.DOTALL)
_ENTITY = re.compile(r"([BI])-(\w+)|O")

Said = tuple[str, str]
"""A word as Frog prints it, and its mark: `O`, or `B-` or `I-` and a class (per, loc, org, pro, eve, misc)."""


@dataclass(frozen=True, slots=True)
class FrogLine:
    """A sentence as Frog gets it; `letters` are its characters but spaces, `spots` where these stand in the text."""

    text: str = field(repr=False)
    letters: str = field(repr=False)
    spots: tuple[int, ...]


def lines_of(text: str) -> Iterator[FrogLine]:
    """Yield the sentences of `text` that have letters, long ones in pieces."""
    for start, end in _sentences(text):
        for piece in _PIECE.finditer(text, start, end):
            if any(char.isalpha() for char in piece[0]):
                spots = tuple(at for at in range(*piece.span()) if not text[at].isspace())
                yield FrogLine(" ".join(piece[0].split()), "".join(text[at] for at in spots), spots)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for block in _BLOCK.finditer(text):
        start = block.start()
        for stop in _STOP.finditer(text, *block.span()):
            if begins_sentence(text, stop.end()):
                yield start, stop.end()
                start = stop.end()
        yield start, block.end()


def follow(lines: Sequence[FrogLine], output: str) -> list[list[Tag]]:
    """Return for each line what Frog tags in it, given all that it printed for `lines`, in order."""
    tags: list[list[Tag]] = [[] for _ in lines]
    done = [0] * len(lines)
    at = 0
    for sentence in _said(output):
        letters = "".join(word for word, _ in sentence)
        for there in range(at, len(lines)):
            if lines[there].letters.startswith(letters, done[there]):
                tags[there] += _entities(sentence, lines[there].spots[done[there] :])
                done[there] += len(letters)
                at = there + (done[there] == len(lines[there].letters))
                break
    for line, read, found in zip(lines, done, tags, strict=True):
        if read < len(line.letters):
            found[:] = [(line.spots[0], line.spots[-1] + 1, HoldKind.UNKNOWN)]
    return tags


def _said(output: str) -> Iterator[list[Said]]:
    """Yield the sentences Frog printed: a word a line, columns between tabs, an empty line after each sentence.

    The second column is the word. Which column holds the entity depends on the parts that ran; it is the last one that
    looks like it, as the columns after it are those of parts that are skipped.
    """
    sentence: list[Said] = []
    for row in output.split("\n"):
        columns = row.split("\t")
        if len(columns) > 1:
            marks = [column for column in columns[2:] if _ENTITY.fullmatch(column)]
            sentence.append(("".join(columns[1].split()), marks[-1] if marks else "O"))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _entities(sentence: Sequence[Said], spots: Sequence[int]) -> Iterator[Tag]:
    """Yield the entities of a sentence whose letters stand at `spots`."""
    at, start, kind = 0, 0, None
    for word, mark in (*sentence, ("", "O")):
        found = _ENTITY.fullmatch(mark)
        this = _KINDS.get(found[2].lower()) if found and found[2] else None
        if kind and (this is not kind or (found and found[1] == "B")):
            yield spots[start], spots[at - 1] + 1, kind
            kind = None
        if this and kind is None:
            start, kind = at, this
        at += len(word)
