"""The frame around every page: our theme's files as they are staged, its words in the community's language.

Two template engines read these files, so they hold no calls: a sentence stands between double brackets, `[[To the
content]]`, as text or inside a quoted attribute, and is said before the engine sees it. A piece of a page that scripts
fetch ends in `.htm`: engines copy it as it is.
"""

from __future__ import annotations

import re
from html import escape

from proefpraktijk.render import templates
from proefpraktijk.wording import Wording

_SENTENCE = re.compile(r"\[\[(.+?)\]\]")


def frame(words: Wording) -> dict[str, bytes]:
    """Return the files of our own theme, by their path below `build/theme`; its styles become one file."""
    folder = templates() / "theme"
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    styles = sorted((templates() / "styles").glob("*.css"))
    return {
        **{name: file.read_bytes() for name, file in files.items()},
        **{
            name: said(file.read_text(encoding="utf-8"), words).encode()
            for name, file in files.items()
            if name.endswith((".html", ".htm"))
        },
        "assets/proefpraktijk.css": b"\n".join(file.read_bytes() for file in styles),
    }


def said(template: str, words: Wording) -> str:
    """Return a template with each `[[sentence]]` said in the language of `words`, as escaped HTML."""
    return _SENTENCE.sub(lambda found: escape(words.t(found[1])), template)
