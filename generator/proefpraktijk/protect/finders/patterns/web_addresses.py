"""Which web addresses may go out, in a text or as the target of a link."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from proefpraktijk.dutch.folding import fold
from proefpraktijk.protect.roster.word_facts import WordBook

ALLOWED_HOSTS = frozenset(
    {
        "example.org", "example.com", "example.net",  # reserved for examples (RFC 2606)
        "slo.nl", "rijksoverheid.nl", "leraar24.nl", "wij-leren.nl", "cito.nl", "onderwijsinspectie.nl", "nji.nl",
        "kennisnet.nl", "nro.nl", "onderwijskennis.nl", "steunpuntpassendonderwijs-povo.nl", "mediawijsheid.nl",
        "lezen.nl", "volgens-bartjens.nl", "wikipedia.org", "creativecommons.org",
    }
)  # fmt: skip
"""Sites of institutions, not of people: the one place for hosts. An address on any other host is for a reviewer."""

_READABLE = re.compile(r"[\w\-.~:/?#\[\]@!$&'()*+,;= ]+")
"""What an address may hold once nothing in it is written as a code. Letters are looked at one by one."""
_SPELLED = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]{1,2}[\W\d_]+){3}")
"""Words of one or two letters in a row are a word spelled out."""
_DEEPEST = 3
_LETTERS = re.compile(r"[^\W\d_]+")
_TECHNICAL = frozenset("http https www html htm php aspx pdf index nl com org net eu be info io en of de".split())  # noqa: SIM905
_SHORTEST = 3
_LONGEST = 60


def is_clear_address(address: str, book: WordBook) -> bool:
    """Return whether a web address names nobody: it leads to an institution, and every word of it is known and no name.

    An address that cannot be read, or holds what no address needs, is not clear.
    """
    plain = _plain(address)
    try:
        parts = urlsplit(plain if "://" in plain else f"https://{plain}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or not host or parts.username or parts.password:
        return False
    known = next((known for known in ALLOWED_HOSTS if host == known or host.endswith(f".{known}")), None)
    if known is None or not _READABLE.fullmatch(plain):
        return False
    text = f"{host.removesuffix(known)} {parts.path} {parts.query} {parts.fragment}"
    if book.disguises(text) or _SPELLED.search(text):
        return False
    return all(_is_clear_word(word, book) for word in _LETTERS.findall(text))


def _plain(address: str) -> str:
    """Return an address with its percent signs undone, those of percent signs too."""
    for _ in range(_DEEPEST):
        address = unquote(address)
    return address


def _is_clear_word(word: str, book: WordBook) -> bool:
    lower = word.lower()
    if lower in _TECHNICAL:
        return True
    if book.hits(word) and not book.lexicon.is_everyday(lower):
        return False
    if len(word) > _LONGEST or _hides_name(fold(word), book):
        return False
    return len(word) < _SHORTEST or book.lexicon.knows(lower) or book.terms.knows_lower(lower)


def _hides_name(word: str, book: WordBook) -> bool:
    """Return whether a name that is no Dutch word stands anywhere in `word`: "daanwesselink"."""
    return any(
        book.index.conceals(word[start:end]) for start in range(len(word)) for end in range(start + 4, len(word) + 1)
    )
