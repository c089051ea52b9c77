"""A body prepared for linking: the text of each block, its sentences and the themes mentioned in it, each found once."""

from __future__ import annotations

from proefpraktijk.dutch.sentences import Span, around, sentences
from proefpraktijk.model.document import Block, BlockKind, Document, Run
from proefpraktijk.model.text import SafeText, join_safe

from .theme_vocabulary import ThemeMatch, Vocabulary

_READ = frozenset((BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CELL, BlockKind.HEADING))


class ReadBlock:
    """Block `index` of a document in section `number`. `text` is that of its runs, concatenated; offsets are code points in it."""

    __slots__ = ("_sentences", "block", "index", "matches", "number", "text")

    def __init__(self, index: int, number: int, block: Block[SafeText], vocabulary: Vocabulary) -> None:
        """Find the themes mentioned in the block; in a heading none are."""
        self.index = index
        self.number = number
        self.block = block
        runs = block.runs
        self.text: SafeText = runs[0].text if len(runs) == 1 else join_safe([run.text for run in runs])
        self._sentences: list[Span] | None = None
        self.matches: tuple[ThemeMatch, ...] = (
            () if block.kind is BlockKind.HEADING else tuple(vocabulary.find(self.text))
        )

    @property
    def sentences(self) -> list[Span]:
        """The ranges of the block's sentences; found when first needed, since few blocks need them."""
        if self._sentences is None:
            self._sentences = sentences(self.text)
        return self._sentences

    def context(self, start: int, end: int) -> Span:
        """Return the range of the sentences around `start`..`end`."""
        return around(self.sentences, start, end)

    def sentence(self, start: int, end: int) -> SafeText:
        """Return the text of the sentences around `start`..`end`."""
        return self.text.cut(*self.context(start, end))

    def runs_with_ranges(self) -> tuple[tuple[Run[SafeText], int, int], ...]:
        """Return the block's runs, each with its range in the block's text."""
        at = 0
        ranges = []
        for run in self.block.runs:
            ranges.append((run, at, at + len(run.text)))
            at += len(run.text)
        return tuple(ranges)


def read_blocks(document: Document[SafeText], vocabulary: Vocabulary) -> list[ReadBlock]:
    """Return the blocks of `document` that hold running text or a heading, in order."""
    read: list[ReadBlock] = []
    number = 0
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING and block.level <= 2:  # noqa: PLR2004 - the content model's sections
            number += 1
        if block.runs and block.kind in _READ:
            read.append(ReadBlock(index, number, block, vocabulary))
    return read
