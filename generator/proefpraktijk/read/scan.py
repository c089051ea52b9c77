"""Any one file, without a site: all that was written in it, with places in the unchanged file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from proefpraktijk.model.document import Document
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.scan import ScanText
from proefpraktijk.model.text import RawText
from proefpraktijk.read.front_matter.field_names import ALIASES, canonical_key
from proefpraktijk.read.front_matter.handler import HANDLER
from proefpraktijk.read.front_matter.yaml_text import Pairs, comments_in, load_yaml
from proefpraktijk.read.markdown.body import read_body
from proefpraktijk.read.values.dates import parse_date, parse_school_year
from proefpraktijk.read.values.words import parse_effect, parse_quadrant, parse_role, parse_yes_no
from proefpraktijk.read.values.written_text import Written
from proefpraktijk.read.values.year_groups import parse_year_groups

from .decode import decode_as_read
from .problems import Problems

Block = tuple[RawText, ...]

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")
_LONG_LINE = 120
"""Nobody wraps lines by hand beyond this: a paragraph with a longer line has one sentence or more on every line."""


def scan_views(path: str, data: bytes, plain: bool) -> ScanText:  # noqa: FBT001 - the command's own switch
    """Return what was written in a file: front-matter values, blocks of the body, comments, addresses, titles.

    `plain` takes the whole as plain text. Never refuses anything: what is not valid YAML is taken line by line.
    """
    text = decode_as_read(data)
    even = _evened(text)
    if plain:
        blocks = list(_paragraphs(even, 0, len(even)))
    elif path.lower().endswith((".yml", ".yaml")):
        blocks = _yaml(even, 0, len(even))
    else:
        blocks = _markdown(even)
    return ScanText(path, text, tuple(block for block in blocks if any(piece.value.strip() for piece in block)))


def _evened(text: str) -> str:
    """Return the text with line ends as the parsers want them, at the same length, so that places stay exact."""
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    if text.startswith("\ufeff"):
        text = "\n" + text[1:]
    return _CONTROL.sub(" ", text)


def _piece(text: str, start: int, end: int) -> RawText:
    return RawText(text[start:end], start, end)


_PARAGRAPH = re.compile(r"\S.*(?:\n.*\S.*)*")
_LINE = re.compile(r"\S.*")


def _paragraphs(text: str, start: int, end: int) -> Iterator[Block]:
    """Yield each paragraph; of one whose lines were not wrapped by hand, every line."""
    for found in _PARAGRAPH.finditer(text, start, end):
        lines = list(_LINE.finditer(text, found.start(), found.end()))
        if max(line.end() - line.start() for line in lines) > _LONG_LINE:
            yield from ((_piece(text, *line.span()),) for line in lines)
        else:
            yield (_piece(text, *found.span()),)


def _markdown(text: str) -> list[Block]:
    span = HANDLER.span(text)
    blocks = _yaml(text, span.start, span.end) if span else []
    body = read_body(Problems(ContentPath(""), text), span.body if span else 0, ContentPath(""), None)
    return [*blocks, *_body_blocks(body.document), *((hidden,) for hidden in body.hidden)]


def _body_blocks(document: Document[RawText]) -> Iterator[Block]:
    given: set[tuple[int, int]] = set()
    for block in document.blocks:
        yield tuple(run.text for run in block.runs)
        for run in block.runs:
            for target in (run.link, run.picture):
                if target is None:
                    continue
                place = (target.target.start, target.target.end)
                if place not in given and place != (run.text.start, run.text.end):
                    given.add(place)
                    yield (target.target,)


def _yaml(text: str, start: int, end: int) -> list[Block]:
    """Return every value that is text, and the comments; when it is no valid YAML, every line of it."""
    problems = Problems(ContentPath(""), text)
    tree = load_yaml(start, end, problems)
    if problems.found:
        return [(_piece(text, *line.span()),) for line in _LINE.finditer(text, start, end)]
    return [*_values(text, tree, ""), *((comment,) for comment in comments_in(text, start, end))]


def _values(text: str, value: Any, key: str) -> Iterator[Block]:
    if isinstance(value, Pairs):
        for name, inner in value:
            known = next(filter(None, (canonical_key(model, name) for model in ALIASES)), None)
            if known is None:
                yield (_piece(text, name.start, name.end),)
            yield from _values(text, inner, known or "")
    elif isinstance(value, list):
        for inner in value:
            yield from _values(text, inner, key)
    elif isinstance(value, Written) and not _is_coordinate(key, value):
        yield from _scalar(text, value)


def _scalar(text: str, value: Written) -> Iterable[Block]:
    """Return a value as the file holds it, also when YAML folds its lines or resolves its escapes."""
    if text[value.start : value.end] == value:
        return ((_piece(text, value.start, value.end),),)
    lines = list(_LINE.finditer(text, value.start, value.end))
    if text[value.start] in "|>":
        lines = lines[1:]
    return (tuple(_piece(text, line.start(), min(line.end() + 1, value.end)) for line in lines),)


_THEME = re.compile(r"[a-z0-9-]+")


def _a_theme(value: Any) -> None:
    if not _THEME.fullmatch(str(value)):
        raise PydanticCustomError("PP301", "")


def _a_number(value: Any) -> None:
    if not str(value).strip().isdecimal():
        raise PydanticCustomError("PP222", "")


_SESSION = re.compile(r"[\d'/ -]+")


def _a_session(value: Any) -> None:
    if not _SESSION.fullmatch(str(value)):
        raise PydanticCustomError("PP212", "")


_COORDINATES: Mapping[str, Callable[[Any], object]] = {
    "date": parse_date,
    "member_check": parse_date,
    "school_year": parse_school_year,
    "session": _a_session,
    "year_group": parse_year_groups,
    "year_groups": parse_year_groups,
    "quadrant": parse_quadrant,
    "effect": parse_effect,
    "role": parse_role,
    "public": parse_yes_no,
    "withdrawn": parse_yes_no,
    "themes": _a_theme,
    "broader": _a_theme,
    "related": _a_theme,
    "participants": _a_number,
    "number": _a_number,
    "k": _a_number,
}
"""Keys whose values, when they have the right form, are the coordinates of a text and no text themselves."""


def _is_coordinate(key: str, value: Written) -> bool:
    form = _COORDINATES.get(key)
    if form is None:
        return False
    try:
        form(value)
    except PydanticCustomError:
        return False
    return True
