"""The frame around every page: our theme's files as they are staged, its words in the community's language.

Two template engines read these files, so they hold no calls: a sentence stands between double brackets, `[[To the
content]]`, as text or inside a quoted attribute, and is translated before the engine sees it. A piece of a page that scripts
fetch ends in `.htm`: engines copy it as it is.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from proefpraktijk.render import templates
from proefpraktijk.runtime.file_trees import listing
from proefpraktijk.wording import Wording

_SENTENCE = re.compile(r"\[\[(.+?)\]\]")
_TRANSLATED = (".html", ".htm")


def theme_files(words: Wording) -> dict[str, bytes]:
    """Return the files of our own theme, by their path below `build/theme`; its styles become one file."""
    files = {path: (_folder() / path).read_text(encoding="utf-8") for path in _files() if path.endswith(_TRANSLATED)}
    return {**untranslated_files(), **{path: translated(text, words).encode() for path, text in files.items()}}


def untranslated_files() -> dict[str, bytes]:
    """Return the files of our own theme without sentences, by path: scripts, styles, fonts. All sites have the same."""
    styles = sorted((templates() / "styles").glob("*.css"))
    return {
        **{path: (_folder() / path).read_bytes() for path in _files() if not path.endswith(_TRANSLATED)},
        "assets/proefpraktijk.css": b"\n".join(file.read_bytes() for file in styles),
    }


def _folder() -> Path:
    return templates() / "theme"


def _files() -> list[str]:
    return [path for path, _ in listing(_folder())]


def translated(template: str, words: Wording) -> str:
    """Return a template with each `[[sentence]]` in the language of `words`, as escaped HTML."""
    return _SENTENCE.sub(lambda found: escape(words.t(found[1])), template)
