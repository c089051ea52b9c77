"""The Jinja environment: it shows a value only when its type says that it may go out."""

from __future__ import annotations

import re
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from jinja2.ext import Extension
from markupsafe import Markup

from proefpraktijk.model.counts import PublicCount

from .addresses import at, unplaced
from .coordinate_names import Words
from .markup import escape, fill, shown, yaml_string

_MARKUP_MAKERS = ("safe", "e", "escape", "forceescape", "xmlattr", "tojson", "urlize", "striptags", "markdown")
"""Jinja's own filters that turn plain text into markup, or undo it: none of them exists here."""


_SENTENCE = re.compile(r'\bt\("([^"]+)"\)')
_SAID = re.compile(r'\{\{ t\("([^"]+)"\) \}\}')
_COUNTED = re.compile(r'\bn\("([^"]+)", "([^"]+)"')


def templates() -> Path:
    """Return the folder with `pages` and `theme`: inside the wheel, or at the top of a checkout."""
    packed = Path(str(files("proefpraktijk"))) / "templates"
    return packed if packed.is_dir() else Path(str(files("proefpraktijk"))).parents[1] / "templates"


def finalize(value: object) -> str:
    """Return the HTML that is shown for `value`; raise TypeError when its type may not be shown.

    A macro's outcome is `Markup`: its parts came through here already, and no filter can make any other.
    """
    return value if type(value) is Markup else shown(value)  # type: ignore[arg-type]


class _Escaped(CodeGenerator):
    """Writes what `finalize` returns as it is: Jinja's own escaping after ours would only cost time."""

    def _output_child_pre(self, *_: Any) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, *_: Any) -> None:
        self.write(")")


class _Environment(Environment):
    code_generator_class = _Escaped


class _Sentences(Extension):
    """Puts our own sentences into a template when it is compiled, not each time it is rendered."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """Return the source with each `{{ t("…") }}` said."""
        say: Any = self.environment.globals["t"]
        return _SAID.sub(lambda found: escape(say(found[1])), source)


def environment(words: Words, kind: str = "pages") -> Environment:
    """Return an environment in one language, for the templates of one `kind`: `pages` or `print`.

    The filter `href` gives addresses that `addresses.placed` completes.
    """
    made = _Environment(
        loader=FileSystemLoader(templates() / kind),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        extensions=[_Sentences],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    for name in _MARKUP_MAKERS:
        made.filters.pop(name, None)
    made.globals.update(t=words.t, n=words.n, fill=fill, yaml=yaml_string, at=at)
    made.filters["href"] = unplaced
    return made


def stamp(words: Words) -> str:
    """Return a hash over all page templates and what their sentences are in this language: all pages depend on it."""
    state = blake2b(words.language.encode(), digest_size=16)
    for file in sorted((templates() / "pages").glob("*.j2")):
        source = file.read_text(encoding="utf-8")
        said = [words.t(sentence) for sentence in _SENTENCE.findall(source)]
        said += [
            words.n(one, many, count)
            for one, many in _COUNTED.findall(source)
            for count in (PublicCount(1), PublicCount(2))
        ]
        state.update(repr((file.name, source, said)).encode())
    return state.hexdigest()
