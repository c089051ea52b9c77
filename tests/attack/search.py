"""A search for planted names that shares nothing with the program's own: whatever can be undone is undone first.

It knows no words and no word borders. Of every file it makes plain text in all the ways in which a file can hold text,
takes the look-alikes, accents, capitals and everything that is no letter away, and looks for the letters of a name.
"""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

import ahocorasick_rs

_LOOKALIKES = str.maketrans(
    "авеікмнорстухѕјԁһӏαβεικνορτυχıłøđðħŋᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡᴢ",
    "abeikmhopctyxsjdhlabeiknoptyxilodd" + "hnabcdefghijklmnoprtuvwz",
)
_FLAGS = {0x1F1E6 + n: chr(ord("a") + n) for n in range(26)} | {0x1F130 + n: chr(ord("a") + n) for n in range(26)}
_TAG = re.compile(r"<[^<>]*>|\[[^\[\]]*\]\([^()]*\)|<!--.*?-->", re.DOTALL)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_LETTERS = re.compile(r"[^\W\d_]+")
_FILLER = "\u1160"
_BETWEEN = re.compile(r"(?<=\d)[ ()./+\u00a0\u2013-]{1,3}(?=\d)")
_SHORTEST = 5
"""Fewer letters in a row may come up by chance."""


def letters(text: str) -> str:
    """Return nothing but the letters of a text, plain and small."""
    folded = unicodedata.normalize("NFKD", text.translate(_FLAGS)).casefold().translate(_LOOKALIKES)
    return "".join(_LETTERS.findall(folded)).replace(_FILLER, "")


def figures(text: str) -> str:
    """Return a text with nothing between neighbouring figures, so that numbers are in one piece."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", text))


class Search:
    """Finds what was planted: `secrets` are the strings to look for, by what to call them when they are found."""

    def __init__(self, secrets: Mapping[str, Iterable[str]]) -> None:
        """Prepare the search. A string with a figure in it is looked for as it stands, others by their letters."""
        rows = {(text, called) for called, texts in secrets.items() for text in texts}
        self._numbers = sorted((figures(text), called) for text, called in rows if any(map(str.isdigit, text)))
        words = sorted((letters(text), called) for text, called in rows if not any(map(str.isdigit, text)))
        assert all(len(word) >= _SHORTEST for word, _called in words)
        self._called = [called for _word, called in words]
        self._search = ahocorasick_rs.AhoCorasick([word for word, _called in words])

    def in_text(self, text: str) -> set[str]:
        """Return what is found in a text, in any of its readings."""
        readings = {view for reading in _readings(text) for view in (reading, _TAG.sub("", reading))}
        found = set[str]()
        for one in {letters(reading) for reading in readings}:
            found |= {self._called[at] for at, _, _ in self._search.find_matches_as_indexes(one, overlapping=True)}
        if self._numbers:
            whole = "\n".join(figures(reading) for reading in readings)
            found |= {called for number, called in self._numbers if number in whole}
        return found

    def in_bytes(self, data: bytes) -> set[str]:
        """Return what is found in a file's bytes, opened where they are packed."""
        return set().union(*(self.in_text(text) for opened in _opened(data) for text in _decoded(opened)))

    def in_folder(self, *folders: Path, passing: frozenset[bytes] = frozenset()) -> dict[str, set[str]]:
        """Return what is found in the files and in the names of files below folders; bytes in `passing` are not read."""
        found: dict[str, set[str]] = {}
        for folder in folders:
            for file in sorted(folder.rglob("*")):
                here = self.in_text(file.relative_to(folder).as_posix())
                if file.is_file() and (data := file.read_bytes()) not in passing:
                    here |= self.in_bytes(data)
                if here:
                    found[f"{folder.name}/{file.relative_to(folder).as_posix()}"] = here
        return found


def _readings(text: str) -> Iterator[str]:
    """Yield a text as it stands, and with character references, percent signs and escapes undone until none is left."""
    yield text
    while True:
        undone = _ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)), unquote(html.unescape(text)))
        if undone == text:
            return
        text = undone
        yield text


def _opened(data: bytes, depth: int = 0) -> Iterator[bytes]:
    yield data
    if depth > 2:
        return
    if data.startswith(b"\x1f\x8b"):
        yield from _opened(gzip.decompress(data), depth + 1)
    elif data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from _opened(archive.read(name), depth + 1)
    elif data.startswith(b"\x89PNG"):
        for at in (n for n in range(len(data) - 1) if data[n] == 0x78 and data[n + 1] in {0x01, 0x5E, 0x9C, 0xDA}):
            try:
                yield zlib.decompressobj().decompress(data[at:])
            except zlib.error:
                continue


def _decoded(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8", "replace")
    if b"\0" in data[:4096]:
        yield data.decode("latin-1")
        yield data.decode("utf-16-le", "replace")
        yield data.decode("utf-16-be", "replace")
    elif data.lstrip()[:1] in {b"{", b"["}:
        try:
            yield json.dumps(json.loads(data), ensure_ascii=False)
        except ValueError:
            return
