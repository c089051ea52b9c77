"""python-frontmatter's handler for YAML, made to keep places: where the front matter is, and its YAML as a node tree.

`frontmatter.load` itself is not used: it returns a dictionary, in which keys given twice and the places of values are lost
(see docs/decisions/0013).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml
from frontmatter.default_handlers import SafeLoader, YAMLHandler

_DEEPEST = 12
PLAIN = "plain"
QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class FrontMatterSpan:
    """The YAML of the front matter from code point `start` to `end`; the body begins at `body`."""

    start: int
    end: int
    body: int


class _NodeLoader(SafeLoader):  # type: ignore[misc, valid-type, unused-ignore]
    """The loader of python-frontmatter (libyaml when there), stopped at the node tree and at `_DEEPEST` levels."""

    depth = 0

    def resolve(self, _kind: Any, _value: Any, implicit: Any) -> str:
        """Distinguish a plain scalar from a quoted one, and no more: no dates, numbers or booleans are made."""
        return PLAIN if implicit is True or (isinstance(implicit, tuple) and implicit[0]) else QUOTED

    def descend_resolver(self, _parent: Any, _index: Any) -> None:
        """Refuse to go deeper than any document of ours does: the C composer would exhaust its stack."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise yaml.composer.ComposerError(None, None, "nested too deeply", None)

    def ascend_resolver(self) -> None:
        """Come back up one level."""
        self.depth -= 1

    def get_single_data(self) -> Any:
        """Return the node tree itself instead of constructing objects from it."""
        return self.get_single_node()


class PlacedYAMLHandler(YAMLHandler):
    """Detects, splits and loads front matter as `YAMLHandler` does, but gives places and nodes instead of values."""

    FM_BOUNDARY = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
    """That of `YAMLHandler`, kept to one line: its white space would take the blank lines after it along."""

    def opening(self, text: str) -> int | None:
        """Return the code point of the line that opens the front matter (blank lines may come first), or None."""
        blank = len(text) - len(text.lstrip())
        start = text.rfind("\n", 0, blank) + 1
        return start if self.detect(text[start:]) else None

    def span(self, text: str) -> FrontMatterSpan | None:
        """Return where the front matter is; None when it does not begin or does not end."""
        opening = self.opening(text)
        if opening is None:
            return None
        try:
            front, body = self.split(text[opening:])
        except ValueError:  # no second boundary
            return None
        start = text.index("\n", opening)
        return FrontMatterSpan(start, start + len(front), len(text) - len(body))

    def load(self, fm: str, **_options: object) -> Any:
        """Return the `yaml.Node` of the YAML, its scalars tagged `PLAIN` or `QUOTED`; None when it holds nothing.

        Raises:
            yaml.YAMLError: for what is no YAML, and for a document nested too deeply.

        """
        return super().load(fm, Loader=_NodeLoader)


HANDLER = PlacedYAMLHandler()
