"""Gold text: what is a name in it was marked by people. Read from CoNLL columns or from JSON lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from leaks_joining import join
from proefpraktijk.model.text import RawText

WORDS_OF_A_DOCUMENT = 300
"""A CoNLL file without `-DOCSTART-` is cut at the first blank line after so many tokens."""

_BETWEEN = re.compile(r"(?:^|\s*\n\s*)(?:- )?| +\| +")
_DOCSTART = "-DOCSTART-"
_TAG = re.compile(r"O|[BIESLU]-\S+")
_BEGINS = frozenset("BSU")
_ENDS = frozenset("ESLU")


@dataclass(frozen=True, slots=True)
class Entity:
    """A marked stretch of a document, in code points; `roster`: it is somebody or something on the roster."""

    start: int
    end: int
    label: str
    roster: bool = False


@dataclass(frozen=True, slots=True)
class Gold:
    """A whole document with its entities, in order."""

    id: str
    text: str
    entities: tuple[Entity, ...]


def blocks_of(text: str) -> list[tuple[RawText, ...]]:
    """Return the blocks of a document, as reading a report gives them: lines, items of lists, cells of tables."""
    edges = [0, *(edge for between in _BETWEEN.finditer(text) for edge in between.span()), len(text)]
    spans = zip(edges[::2], edges[1::2], strict=True)
    return [(RawText(text[start:end], start, end),) for start, end in spans if start < end]


class GoldError(ValueError):
    """A gold file that cannot be read; the message tells the line."""


def read_gold(file: Path, form: str) -> list[Gold]:
    """Return the documents of a file of the form `conll` or `jsonl`; UTF-8, or else Windows-1252 (Latin 1)."""
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return list(_conll(file.stem, text) if form == "conll" else _jsonl(file.stem, text))


def _jsonl(name: str, text: str) -> Iterator[Gold]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            entities = tuple(
                Entity(span["start"], span["end"], span["label"], bool(span.get("roster"))) for span in row["spans"]
            )
            gold = Gold(str(row["id"]), row["text"], tuple(sorted(entities, key=lambda e: (e.start, e.end))))
        except (ValueError, KeyError, TypeError) as error:
            raise GoldError(f"{name}, line {number}: not {{id, text, spans}}") from error
        if not gold.text.strip() or any(not 0 <= e.start < e.end <= len(gold.text) for e in entities):
            raise GoldError(f"{name}, line {number}: no text, or a span outside it")
        yield gold


def _conll(name: str, text: str) -> Iterator[Gold]:
    has_documents = any(line.startswith(_DOCSTART) for line in text.splitlines())
    rows: list[tuple[str, str]] = []
    count = 0
    for number, line in enumerate(text.splitlines(), start=1):
        columns = line.split()
        if line.startswith(_DOCSTART) or (not columns and not has_documents and len(rows) >= WORDS_OF_A_DOCUMENT):
            if rows:
                count += 1
                yield _document(f"{name}-{count}", rows)
            rows = []
        elif columns and not _is_comment(columns):
            if len(columns) < 2 or not _TAG.fullmatch(columns[-1]):
                raise GoldError(f"{name}, line {number}: not TOKEN … TAG")
            rows.append((columns[0], columns[-1]))
    if rows:
        yield _document(f"{name}-{count + 1}", rows)


def _is_comment(columns: Sequence[str]) -> bool:
    """Tell a comment (`# text = …`) from a token `#` with its tag."""
    return columns[0].startswith("#") and not _TAG.fullmatch(columns[-1])


def _document(name: str, rows: Sequence[tuple[str, str]]) -> Gold:
    text, starts = join([token for token, _ in rows])
    ends = [start + len(token) for start, (token, _) in zip(starts, rows, strict=True)]
    stretches = _stretches([tag for _, tag in rows])
    return Gold(name, text, tuple(Entity(starts[first], ends[last], label) for first, last, label in stretches))


def _stretches(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield first token, last token and label of each entity; IOB1, IOB2, BIOES and BILOU alike."""
    first, label = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        mark, _, new = tag.partition("-")
        if label and (new != label or mark in _BEGINS):
            yield first, index - 1, label
            label = ""
        if new and not label:
            first, label = index, new
        if label and mark in _ENDS:
            yield first, index, label
            label = ""
