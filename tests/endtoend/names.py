"""A search for names that shares nothing with the program's own: plain rules, on plain text.

It is made of `content/roster.yml` as it stands there and knows no dictionary. Every word of every name is searched for,
without accents and case, as a whole word with the endings a name takes in Dutch; so whole names are found by their parts.
"""

from __future__ import annotations

import gzip
import html
import re
import unicodedata
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

ORDINARY = {
    "wil": "the verb: het kind dat niet wil",
    "kleine": "the adjective, of the school Het Kleine Veer",
    "juf": "the word itself, of the alias juf Ayse",
    "obs": "the kind of school, of the alias obs De Wilgenhof",
    "elif": "a word of the template language, in our theme's files",
}
"""Parts of names that are also words of our pages: searched with a capital, where no sentence begins."""

_PARTICLES = frozenset({"van", "der", "den", "de", "ten", "het", "t", "in", "op", "el", "al", "a"})
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d"})
_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?:s|je|tje|pje|etje|jes|tjes)$")
_BLOCK = re.compile(r"</?(?:p|h\d|li|ul|ol|td|th|tr|div|nav|main|title|figcaption|section|summary)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_SHORT = 3


class NaiveSearch:
    """Finds the words of the private names of a roster."""

    def __init__(self, roster: Any) -> None:
        """Take the roster as YAML gives it."""
        people, schools = roster["people"], roster["schools"]
        private = [name for one in people if not one.get("public") for name in (one["name"], *one.get("aliases", ()))]
        private += [name for one in schools for name in (one["name"], *one.get("aliases", ()), one["place"])]
        words = {word for name in private for word in _WORD.findall(plain(name)) if len(word) > 1}
        self.words = frozenset(words - _PARTICLES - ORDINARY.keys())
        self._public = [plain(one["name"].split(maxsplit=1)[1]) for one in people if one.get("public")]
        ordinary = "|".join(word.capitalize() for word in sorted(words & ORDINARY.keys()))
        self._capital = re.compile(rf"(?<=[a-z,;] )(?:{ordinary})(?![^\W_])") if ordinary else None

    def in_text(self, text: str, *, short: bool = True) -> set[str]:
        """Return the words found in a text, read as it stands, as HTML, and as an address.

        Without `short`, words of up to three letters are passed over.
        """
        found: set[str] = set()
        for view in {text, html.unescape(text), unquote(text)}:
            bare = plain(view)
            for name in self._public:
                bare = bare.replace(name, " ")
            words = set(_WORD.findall(bare))
            found |= (words | {_ENDING.sub("", word) for word in words}) & self.words
            if self._capital:
                sentences = " ".join(_TAG.sub("", _BLOCK.sub(" | ", view)).split())
                found.update(match[0] for match in self._capital.finditer(sentences))
        return found if short else {word for word in found if len(word) > _SHORT}

    def in_file(self, file: Path, *, short: bool = True) -> set[str]:
        """Return the words found in a file, opened when it is packed."""
        data = file.read_bytes()
        if data.startswith(b"\x1f\x8b"):
            data = gzip.decompress(data)
        return self.in_text(data.decode("utf-8", "replace"), short=short)


def roster_of(content: Path) -> Any:
    """Return the roster of a site."""
    return yaml.safe_load((content / "roster.yml").read_text(encoding="utf-8"))


def plain(text: str) -> str:
    """Return a text in small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(char for char in parts if not unicodedata.combining(char)).lower()
