"""The templates of machine-readable formats (`templates/formats`), under the rule of types that pages follow.

A template writes a value only when its type says that it may be published; words become one line and are escaped for XML
and HTML. In an attribute, between double quotes, the filter `attribute` escapes the quotes too.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from xml.sax.saxutils import escape

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from proefpraktijk.model.paths import SiteUrl

from .environment import templates
from .plain_text import one_line


class WebAddress(str):
    """An address of this site, absolute or relative: of `site_url`, which is checked, and addresses made by us."""

    __slots__ = ()


class FormattedPart(str):
    """A part of a file that a template of this module wrote: escaped already."""

    __slots__ = ()


def written(name: str, **values: object) -> FormattedPart:
    """Return what the template `name` makes of `values`, without white space at its end.

    Raises:
        TypeError: a value is shown whose type may not be published.
        jinja2.UndefinedError: the template shows a value that was not given.
    """
    return FormattedPart(_environment().get_template(f"{name}.j2").render(values).rstrip())


def file_of(name: str, **values: object) -> bytes:
    """Return the bytes of a whole file: what `written` returns, and one line end."""
    return f"{written(name, **values)}\n".encode()


def web_address(home: str, url: SiteUrl) -> WebAddress:
    """Return the absolute address of a page; `home` ends with a slash."""
    return WebAddress(home + url)


def _finalize(value: object) -> str:
    return value if type(value) is FormattedPart else escape(_text(value))


def _attribute(value: object) -> FormattedPart:
    return FormattedPart(escape(_text(value), {'"': "&quot;"}))


def _text(value: object) -> str:
    if type(value) is WebAddress:
        return str(value)
    return value.isoformat() if type(value) is dt.date else one_line(value)  # type: ignore[arg-type]  # it refuses others


@cache
def _environment() -> Environment:
    made = Environment(  # noqa: S701 - everything that is shown goes through `_finalize`, which escapes
        loader=FileSystemLoader(templates() / "formats"),
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters["attribute"] = _attribute
    return made
