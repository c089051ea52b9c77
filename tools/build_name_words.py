"""Build `dutch/data/name_words.txt.gz` from the lists of Deduce: `python tools/build_name_words FOLDER`.

FOLDER is `deduce/data/lookup/src` of the package `deduce` (3.0.6 on PyPI). What comes out is a heading of lines that
begin with `#`, and then, sorted, one word a line in lower case with what it is:

- `f` a first name, `s` a surname, `p` a place (a town, village, municipality, province or region);
- `w` a word of a name of several words ("Nieuwe" of "Nieuwe Pekela"), articles and the like left out.

Also the names that Deduce itself passes over because they are words as well ("Wil", "Blauw", "Dam") are in it: that
is what it is for. Written without a time stamp, so that the same lists give the same bytes. Origin and licence:
`data/LICENSE-Deduce.txt`.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
TARGET = Path(__file__).resolve().parents[1] / "generator/proefpraktijk/dutch/data" / "name_words.txt.gz"
LISTS = {
    "f": ("names/lst_first_name",),
    "s": ("names/lst_surname", "names/lst_interfix_surname"),
    "p": ("locations/lst_placename",),
}
SMALL_WORDS = ("names/lst_interfix", "whitelist/lst_stop_word")
HEADING = """\
# First names (f), surnames (s), places (p) and words of longer names (w), after the lists of Deduce 3.0.6
# (https://github.com/vmenger/deduce, LGPL-3.0-or-later, see LICENSE-Deduce.txt), by build_name_words.py.
"""
_BRACKETS = re.compile(r"\s*\([^)]*\)")


def names(folder: Path, *lists: str) -> Iterator[str]:
    """Yield the entries of `lists` and of the lists in them, exceptions included, without "(Gld)" behind a place."""
    for name in lists:
        for file in sorted((folder / name).rglob("*.txt")):
            for line in file.read_text(encoding="utf-8").splitlines():
                yield _BRACKETS.sub("", line).replace("\u2019", "'").strip()


def classes(folder: Path) -> dict[str, str]:
    """Return what each word is, in letters in the order f, s, p, w."""
    small = {word.lower() for word in names(folder, *SMALL_WORDS)}
    found: dict[str, str] = {}
    for letter, lists in LISTS.items():
        for name in names(folder, *lists):
            words = WORD.findall(name)
            kind = letter if words == [name] else "w"
            for word in words:
                known = found.get(word.lower(), "")
                if len(word) > 1 and kind not in known and not (kind == "w" and word.lower() in small):
                    found[word.lower()] = known + kind
    return {word: "".join(sorted(kinds, key="fspw".index)) for word, kinds in found.items()}


def main() -> None:
    """Read the lists in the folder named on the command line and write the names among the data."""
    found = classes(Path(sys.argv[1]))
    lines = "".join(f"{word} {found[word]}\n" for word in sorted(found))
    TARGET.write_bytes(gzip.compress((HEADING + lines).encode(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main()
