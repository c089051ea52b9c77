"""YAML as people write it: every scalar kept as text together with its place; what it means is for `read.values`.

So `nee`, `12-11-2025`, `5/6` and `1:30` never turn into something else, and a problem can point at the very word.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from proefpraktijk.model.text import RawText
from proefpraktijk.read.problems import Problems
from proefpraktijk.read.values.written_text import Written

from .handler import HANDLER, PLAIN, QUOTED

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})

_SHORT_YEARS = re.compile(r"(?<=[:\[,-] )'(\d\d ?[-/] ?)'(\d\d)(?=[ \t]*(?:[,\]#\n]|$))")
"""`'25-'26` without quotes around it, which YAML takes for a quoted `25-` with something after it."""


class Pairs(list[tuple[Written, Any]]):
    """A YAML mapping as its pairs in order, so that a key given twice is seen. `start` is where it begins."""

    start: int = -1


def load_yaml(start: int, end: int, problems: Problems) -> Any:
    """Return the YAML between two code points of the problems' text, as `Pairs`, lists, `Written` and None.

    Anything that is not valid YAML, or uses anchors, aliases or tags, is reported and gives None.
    """
    text = problems.text
    part = text[start:end]
    if "'" in part:
        part = _SHORT_YEARS.sub("’\\1’\\2", part)
    try:
        node = HANDLER.load(part)
        return None if node is None else _Tree(text, start).value(node)
    except yaml.MarkedYAMLError as wrong:
        _report(wrong, start, len(part), problems)
    except yaml.reader.ReaderError:
        found = yaml.reader.Reader.NON_PRINTABLE.search(part)
        at = start + (found.start() if found else 0)
        problems.add("PP105", at, "This file holds a control character.", "type this line again")
    except _NotPlainError as wrong:
        problems.add("PP205", wrong.at, *_SPECIAL)
    return None


_SPECIAL = ("Text that begins with &, * or ! means something else in YAML.", "put it between quotes")


class _NotPlainError(Exception):
    """An anchor or a tag, at code point `at`."""

    def __init__(self, at: int) -> None:
        super().__init__("an anchor or a tag")
        self.at = at


def _report(wrong: yaml.MarkedYAMLError, start: int, length: int, problems: Problems) -> None:
    """Report a YAML error in words of our own: those of the parser may quote the text.

    What is not closed is reported where it opens, anything else where the parser stopped.
    """
    said = f"{wrong.context} {wrong.problem}"
    opened = any(word in said for word in ("quoted scalar", "flow", "alias", "anchor", "tag"))
    mark = (wrong.context_mark if opened else None) or wrong.problem_mark or wrong.context_mark
    at = start + (min(mark.index, length) if mark else 0)
    if "alias" in said or "tag" in said or "anchor" in said:
        problems.add("PP205", at, *_SPECIAL)
    elif "mapping values" in said:
        problems.add("PP203", at, "There is a colon too many on this line.", "put text with a colon between quotes")
    elif "tab character" in said:
        problems.add("PP203", at, "This line is indented with a tab.", "use spaces")
    elif "cannot start any token" in said:
        hint = "put the text between quotes, and indent with spaces"
        problems.add("PP203", at, "Text cannot begin with this sign here.", hint)
    elif "quoted scalar" in said:
        problems.add("PP203", at, "A quotation mark is not closed.", "use the same mark before and after the text")
    elif "flow" in said:
        problems.add(
            "PP203", at, "A list between brackets is not closed, or lacks a comma.", "close it, and put commas between"
        )
    elif "deeply" in said:
        problems.add("PP203", at, "This is nested too deeply.")
    elif "another document" in said:
        problems.add("PP203", at, "A line of three hyphens stands in the middle.", "take it out")
    else:
        hint = "check the quotation marks, brackets and indentation here and on the line above"
        problems.add("PP203", at, "This is not valid YAML.", hint)


class _Tree:
    """Turns nodes into values with places."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset

    def value(self, node: yaml.Node) -> Any:
        """Return what the node holds; raise `_NotPlainError` at an anchor or a tag."""
        start = self.offset + node.start_mark.index
        end = self.offset + node.end_mark.index
        if node.tag not in {PLAIN, QUOTED} or (end > start and self.text[start] in "&*!"):
            raise _NotPlainError(start)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, start, end)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child) for child in node.value]
        pairs = Pairs((self._key(key), self.value(value)) for key, value in node.value)
        pairs.start = start
        return pairs

    def _key(self, node: yaml.Node) -> Written:
        key = self.value(node)
        return key if isinstance(key, Written) else Written("", self.offset + node.start_mark.index)

    def _scalar(self, node: yaml.ScalarNode, start: int, end: int) -> Written | None:
        value = node.value
        if node.tag == PLAIN:
            if value in _NOTHING:
                return None
            return Written(value, start, end)
        if self.text[start + 1 : end - 1] == value:
            return Written(value, start + 1, end - 1)
        return Written(value, start, end + 1 if end - start == len(value) else end)


_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)


def comments_in(text: str, start: int, end: int) -> tuple[RawText, ...]:
    """Return the comments between two code points: never published, but written by a person."""
    if text.find("#", start, end) < 0:
        return ()
    return tuple(RawText(found[0], found.start(), found.end()) for found in _COMMENT.finditer(text, start, end))
