"""The only maker of HTML out of text: everything is escaped here, once, so that no engine finds anything to interpret.

Besides HTML's own characters, the braces of Jinja, the backtick of Markdown and the tilde of its fences are written
as character references; control characters are dropped. `tests/test_architecture.py` sees that `SafeMarkup` is made
here, from parts that are escaped here or are markup already.
"""

from __future__ import annotations

import html
import re

from markupsafe import Markup

from proefpraktijk.model.text import SafeText, UiText

from .addresses import Href, Token

_TABLE = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&#34;",
        "'": "&#39;",
        "{": "&#123;",
        "}": "&#125;",
        "`": "&#96;",
        "~": "&#126;",
        **{chr(code): None for code in (*range(9), 11, 12, *range(14, 32), *range(127, 160), 0xFEFF)},
    }
)
_UNSAFE = re.compile("[&<>\"'{}`~\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]")
_PLACE = re.compile(r"\{([a-z_]+)\}")
_YAML_SPECIAL = re.compile('["\\\\\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')


class SafeMarkup(Markup):
    """HTML whose every text came through `escape` below."""

    __slots__ = ()


def escape(text: str) -> str:
    """Return `text` as HTML that shows exactly it."""
    return text.translate(_TABLE) if _UNSAFE.search(text) else str(text)


def shown(value: SafeText | UiText | SafeMarkup | Href | Token | int) -> str:
    """Return the HTML of one value that is allowed on a page; raise TypeError for anything else."""
    kind = type(value)
    if kind is SafeMarkup or kind is Href or kind is Token or kind is int:
        return str(value)
    if kind is SafeText or kind is UiText:
        return escape(str(value))
    raise TypeError(f"a template may not show a {kind.__name__}")


def markup(*parts: SafeText | UiText | SafeMarkup | Href | Token | int) -> SafeMarkup:
    """Return the parts one after the other, each escaped unless it is markup."""
    return SafeMarkup("".join(map(shown, parts)))


def trusted(html: str) -> SafeMarkup:
    """Return HTML that this house put together itself out of escaped parts (a body, a rendered template)."""
    return SafeMarkup(html)


def fill(sentence: UiText, **values: SafeText | UiText | SafeMarkup | Href | Token | int) -> SafeMarkup:
    """Return a sentence of ours with its `{named}` places filled; what has no value stays as it is."""
    pieces = _PLACE.split(sentence)
    for index in range(len(pieces)):
        if index % 2 == 0:
            pieces[index] = escape(pieces[index])
        else:
            name = pieces[index]
            pieces[index] = shown(values[name]) if name in values else escape(f"{{{name}}}")
    return SafeMarkup("".join(pieces))


def yaml_string(*texts: SafeText | UiText | SafeMarkup) -> SafeMarkup:
    """Return the texts, with hyphens between them, as a YAML string in double quotes, on one line: for front matter.

    Of a filled sentence, which is markup, its text.
    """
    plain = (text.unescape() if isinstance(text, SafeMarkup) else text for text in texts)
    folded = " - ".join(" ".join(text.split()) for text in plain)
    return SafeMarkup(f'"{_YAML_SPECIAL.sub(_yaml_escape, folded)}"')


def _yaml_escape(match: re.Match[str]) -> str:
    character = match[0]
    return f"\\{character}" if character in '"\\' else f"\\u{ord(character):04x}"


_TAG = re.compile(r"<[^>]*>")


def text_of(markup: str) -> str:
    """Return the text of HTML that is ours."""
    return html.unescape(_TAG.sub(" ", markup))
