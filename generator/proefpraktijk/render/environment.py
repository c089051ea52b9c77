"""The Jinja environment: it shows a value only when its type says that it may go out."""

from __future__ import annotations

import re
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .markup import SafeMarkup, fill, shown, trusted, yaml_string
from .names import Words

_MARKUP_MAKERS = ("safe", "e", "escape", "forceescape", "xmlattr", "tojson", "urlize", "striptags", "markdown")
"""Jinja's own filters that turn plain text into markup, or undo it: none of them exists here."""


_SENTENCE = re.compile(r'\bt\("([^"]+)"\)')
_COUNTED = re.compile(r'\bn\("([^"]+)", "([^"]+)"')


def templates() -> Path:
    """Return the folder with `pages` and `theme`: inside the wheel, or at the top of a checkout."""
    packed = Path(str(files("proefpraktijk"))) / "templates"
    return packed if packed.is_dir() else Path(str(files("proefpraktijk"))).parents[1] / "templates"


def finalize(value: object) -> object:
    """Return what is shown for `value`; raise TypeError when its type may not be shown.

    A macro's outcome is `Markup`: its parts came through here already, and no filter can make any other.
    """
    if type(value) is Markup or type(value) is SafeMarkup:
        return value
    return trusted(shown(value))  # type: ignore[arg-type]


def environment(words: Words) -> Environment:
    """Return an environment in one language."""
    made = Environment(
        loader=FileSystemLoader(templates() / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    for name in _MARKUP_MAKERS:
        made.filters.pop(name, None)
    made.globals.update(t=words.t, n=words.n, fill=fill, yaml=yaml_string)
    return made


def stamp(words: Words) -> str:
    """Return a hash over all page templates and what their sentences are in this language: all pages depend on it."""
    state = blake2b(words.language.encode(), digest_size=16)
    for file in sorted((templates() / "pages").glob("*.j2")):
        source = file.read_text(encoding="utf-8")
        said = [words.t(sentence) for sentence in _SENTENCE.findall(source)]
        said += [words.n(one, many, count) for one, many in _COUNTED.findall(source) for count in (1, 2)]
        state.update(repr((file.name, source, said)).encode())
    return state.hexdigest()
