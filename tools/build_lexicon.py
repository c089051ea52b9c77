"""Build `dutch/data/lexicon.txt.gz` from OpenTaal's word list: `python tools/build_lexicon WORDLIST`.

WORDLIST is the file `dutch` of Debian's package `wdutch` (or `wordlist.txt` of OpenTaal/opentaal-wordlist), one entry
a line, UTF-8. What comes out is two sorted blocks with an empty line between them, gzipped without a time stamp so
that the same list gives the same bytes:

1. words that the list holds in lower case only;
2. words that it also holds with a capital (*roos*, *wil*, *mees*): at the start of a sentence these prove nothing.

Entries with a capital are left out, proper names are among them. Entries of several words ("te berde brengen") give
their words. Origin and licence: `dutch/data/LICENSE-OpenTaal.txt`.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
TARGET = Path(__file__).resolve().parents[1] / "generator/proefpraktijk/dutch/data" / "lexicon.txt.gz"


def split_blocks(entries: list[str]) -> tuple[list[str], list[str]]:
    """Return the lower-case words that never, and those that also, stand in `entries` with a capital."""
    capitalised = {entry.casefold() for entry in entries if entry != entry.lower()}
    words = {word for entry in entries if entry == entry.lower() for word in WORD.findall(entry)}
    words = {word for word in words if len(word) > 1}
    return sorted(words - capitalised), sorted(words & capitalised)


def main() -> None:
    """Read the word list named on the command line and write the lexicon among the data."""
    entries = Path(sys.argv[1]).read_text(encoding="utf-8").split("\n")
    plain, ambiguous = split_blocks([entry.strip() for entry in entries if entry.strip()])
    text = "\n".join(plain) + "\n\n" + "\n".join(ambiguous)
    TARGET.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main()
