"""Stand-off codings: passages named by their words in `NAME.codes.yml` beside a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from proefpraktijk.model.corpus import Codebook
from proefpraktijk.model.document import Block, Coding, Document, Run
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.text import RawText
from proefpraktijk.read.front_matter.checked import checked_values, offset_of
from proefpraktijk.read.front_matter.text_quote_selector import CodeMatter
from proefpraktijk.read.front_matter.yaml_text import Pairs, load_yaml
from proefpraktijk.read.markdown.passages import report_unknown_theme

from .decode import decode
from .problems import Problems

_SPACE = re.compile(r"\s+")


def codes_path(path: ContentPath) -> ContentPath:
    """Return where the stand-off codings of a document are: `x.md` has `x.codes.yml`."""
    return ContentPath(path.removesuffix(".md") + ".codes.yml")


def add_codes(
    document: Document[RawText], path: ContentPath, data: bytes, codebook: Codebook
) -> tuple[Document[RawText], Problems]:
    """Return the document with the passages that `data`, the codings of the document at `path`, name.

    A quote that runs over several blocks becomes a passage in each of them, with the same codes.
    """
    problems = Problems(codes_path(path))
    if decode(data, problems) is None:
        return document, problems
    found = load_yaml(0, len(problems.text), problems)
    if not isinstance(found, list) or isinstance(found, Pairs):
        if not problems.found:
            problems.add("PP204", 0, "A list of codings is expected here.", "begin each with a hyphen and exact: …")
        return document, problems
    flat = _Flat(document.blocks)
    codings = list(document.passages)
    spans: list[tuple[int, int, int, int]] = []
    for entry in found:
        checked = checked_values(CodeMatter, entry, problems)
        matter, values = checked.matter, checked.values
        if matter is None:
            continue
        place = offset_of(values, ("exact",), 0)
        for index, theme in enumerate(matter.themes):
            if theme not in codebook.themes:
                where = offset_of(values, ("themes", index), place)
                report_unknown_theme(theme, "PP301", where, codebook, problems)
        for block, start, end in flat.find(matter, place, problems):
            spans.append((block, start, end, len(codings)))
            codings.append(Coding(matter.themes, matter.effect))
    return Document(_marked(document.blocks, spans), tuple(codings)), problems


@dataclass(frozen=True, slots=True)
class _At:
    """The block, and the index in its text, of a character of the flat text."""

    block: int
    index: int


class _Flat:
    """The text of all blocks as one line, every gap one space, and the place of each character."""

    def __init__(self, blocks: Sequence[Block[RawText]]) -> None:
        characters: list[str] = []
        self._at: list[_At] = []
        for number, block in enumerate(blocks):
            text = "".join(run.text.value for run in block.runs) + "\n"
            for index, character in enumerate(text):
                gap = character.isspace()
                if not gap or (characters and characters[-1] != " "):
                    characters.append(" " if gap else character)
                    self._at.append(_At(number, index))
        self._text = "".join(characters)

    def find(self, matter: CodeMatter, place: int, problems: Problems) -> Iterable[tuple[int, int, int]]:
        """Return the parts (block, start, end) the quote takes; report a quote that does not occur exactly once."""
        exact = _one_line(matter.exact)
        prefix = _one_line(matter.prefix) if matter.prefix else ""
        suffix = _one_line(matter.suffix) if matter.suffix else ""
        starts = [
            found.start()
            for found in re.finditer(f"(?={re.escape(exact)})", self._text)
            if self._text[: found.start()].rstrip().endswith(prefix)
            and self._text[found.start() + len(exact) :].lstrip().startswith(suffix)
        ]
        if not starts:
            problems.add("PP411", place, "This quote does not occur in the document.", "was the text changed?")
        elif len(starts) > 1:
            hint = "give more of the words before and after it"
            problems.add("PP412", place, "This quote occurs more than once in the document.", hint)
        else:
            return self._parts(starts[0], starts[0] + len(exact))
        return ()

    def _parts(self, start: int, end: int) -> list[tuple[int, int, int]]:
        parts: dict[int, tuple[int, int]] = {}
        for at in self._at[start:end]:
            first = parts[at.block][0] if at.block in parts else at.index
            parts[at.block] = (first, at.index + 1)
        return [(block, first, last) for block, (first, last) in parts.items()]


def _one_line(text: RawText) -> str:
    """Return a part of a selector, which was trimmed when it was read, with every gap one space."""
    return _SPACE.sub(" ", text.value)


def _marked(blocks: Sequence[Block[RawText]], spans: Sequence[tuple[int, int, int, int]]) -> tuple[Block[RawText], ...]:
    """Return the blocks with their runs cut at the ends of the spans (block, start, end, passage)."""
    marked = list(blocks)
    for number, start, end, passage in spans:
        runs: list[Run[RawText]] = []
        at = 0
        for run in marked[number].runs:
            length = len(run.text.value)
            runs.extend(_cut(run, start - at, end - at, passage))
            at += length
        marked[number] = replace(marked[number], runs=tuple(runs))
    return tuple(marked)


def _cut(run: Run[RawText], start: int, end: int, passage: int) -> Iterable[Run[RawText]]:
    """Return the run in up to three parts, the middle one in the passage; one that cannot be cut goes in whole."""
    text = run.text
    length = len(text.value)
    start, end = max(start, 0), min(end, length)
    if start >= end:
        return (run,)
    if text.end - text.start != length:
        return (replace(run, passages=(*run.passages, passage)),)
    parts = []
    for first, last in ((0, start), (start, end), (end, length)):
        if first < last:
            part = RawText(text.value[first:last], text.start + first, text.start + last)
            passages = (*run.passages, passage) if first == start else run.passages
            parts.append(replace(run, text=part, passages=passages))
    return parts
