"""The last look at the bytes that are about to go out: is any secret string in them.

Which strings are searched for (`secrets` are single forms: "Daan", "van der Heijden", "De Wilgenhof", an e-mail
address; `secret_strings` makes them). A build must not fail because the site says "door" or "veld", so:

- a word no dictionary knows, of four letters or more, is searched in any case and with Dutch endings (Daans, Daantje);
- one of three letters, and a word that is also Dutch ("Roos", "Vos"), only with a capital, and only in prose;
- so is a word of HTML or CSS ("Meta", "Georgia"), which is on every page in small letters;
- an everyday word ("Wil", "An") and anything of one or two letters never by itself;
- a form of several words is searched as a whole when none of its words is searched by itself;
- addresses and numbers are searched as they were written, and without their spaces and hyphens.

In scripts and style sheets only the first kind is searched, in pictures and fonts only that of six letters or more:
shorter rows of letters occur there by chance. So they do among the words of the search index, which are stems ("daan" is
that of "gedaan"); the texts they come from stand beside them as prose. Every form is looked for in UTF-8 (composed and
decomposed), without accents, as HTML entities, percent-encoded, as JSON escapes, and with any of space, hyphen,
underscore, plus, `%20` and `&nbsp;` between words. ASCII letters in disguise (`&#68;aan`, "D\u0430an") make the file be decoded as a whole and
searched again.
Gzip and zip members are opened. Masks are texts that may stand in the site although a secret string is part of them: a hit within
one is none.

Cost: one pass of an Aho-Corasick automaton over the lower-cased bytes; Python only looks at what that pass finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import PurePosixPath

import ahocorasick_rs

from proefpraktijk.dutch.folding import fold
from proefpraktijk.dutch.lexicon import Rarity, lexicon
from proefpraktijk.protect.roster.name_forms import ATOM, PARTICLES

from .disguised_letters import DISGUISES, undisguised
from .encodings import name_pattern, phrase_pattern, spellings
from .unpacking import unpacked

_CODE = frozenset((".js", ".mjs", ".css", ".map"))
_BINARY = frozenset(
    """.png .jpg .jpeg .gif .webp .avif .ico .woff .woff2 .ttf .otf .wasm .pdf .pf_index .pf_meta .pf_filter
    .pagefind""".split()  # noqa: SIM905
)
_ENDINGS = re.compile(rb"(?:s|jes?|tjes?|pjes?|kjes?|etjes?|ies?)?(?![a-z])")
_MARKUP = frozenset(
    """active after aria article aside audio auto base before block body button canvas caption charset child cite class code
    color content data details dialog div dots fetch figure fixed flex focus font footer form frame georgia grid head header
    helvetica hidden home hover html icon image inherit initial inline input label lang link main mark menu meta mono nav
    none normal option output page path picture position print rect role root roman sans script search section select serif
    solid source span sticky style summary svg table target template text theme title toggle track type value verdana video
    viewport visible width wrap""".split()  # noqa: SIM905
)
"""Words of HTML and CSS, and of the classes on every page."""
_SHORT = 3
_RAW = 6
_WINDOW = 400


class Scope(IntEnum):
    """In which kinds of file a string is searched, widest last."""

    PROSE = 0
    CODE = 1
    BINARY = 2


@dataclass(frozen=True, slots=True)
class SecretHit:
    """A secret string in a file: where (byte offset in what was searched), and the kind of string, never itself."""

    offset: int
    rule: str


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a pattern of the automaton stands for. `phrase`: the whole form that must stand around it."""

    rule: str
    scope: Scope
    capital: bool = False
    endings: bool = False
    phrase: re.Pattern[bytes] | None = None


class ByteSearch:
    """Searches the bytes of files. Made once a build from all secret strings and masks."""

    def __init__(self, secrets: Iterable[str], masks: Iterable[str] = ()) -> None:
        """Prepare the search for `secrets`, with `masks` as what may be there."""
        self._wanted: list[list[_Wanted]] = []
        patterns: dict[bytes, list[_Wanted]] = {}
        for secret in sorted(set(secrets)):
            for pattern, wanted in _patterns(secret):
                known = patterns.setdefault(pattern, [])
                if wanted not in known:
                    known.append(wanted)
        keys = sorted(patterns)
        self._wanted = [patterns[key] for key in keys]
        self._disguised_from = len(keys)
        self._automaton = ahocorasick_rs.BytesAhoCorasick(
            [*keys, *DISGUISES], implementation=_implementation(len(keys))
        )
        self._masks = tuple(phrase_pattern(ATOM.findall(text)) for text in sorted(set(masks)) if self._may_hit(text))
        self._empty = not keys

    def _may_hit(self, text: str) -> bool:
        """Return whether a secret string may be in `text`, so that it is worth the making of a mask."""
        return bool(self._automaton.find_matches_as_indexes(text.lower().encode())) and bool(ATOM.search(text))

    def hits(self, name: str, data: bytes) -> tuple[SecretHit, ...]:
        """Return what is found in `data`, the content of the file called `name` (used for its kind only)."""
        if self._empty:
            return ()
        found: list[SecretHit] = []
        for inner, content in unpacked(name, data):
            scope = _scope(inner, content)
            found.extend(self._search(content, scope, decoded=False))
            if b"\0" in content[:4096]:
                found.extend(self._search(content.replace(b"\0", b""), Scope.BINARY, decoded=True))
        return tuple(sorted(set(found), key=lambda hit: (hit.offset, hit.rule)))

    def _search(self, data: bytes, scope: Scope, *, decoded: bool) -> Iterator[SecretHit]:
        lower = data.lower()
        disguised = False
        for which, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True):
            if which >= self._disguised_from:
                disguised = True
                continue
            for wanted in self._wanted[which]:
                if wanted.scope >= scope and self._is_hit(wanted, data, lower, start, end):
                    yield SecretHit(start, wanted.rule)
                    break
        if disguised and not decoded and scope is not Scope.BINARY:
            yield from self._search(undisguised(data), scope, decoded=True)

    def _is_hit(self, wanted: _Wanted, data: bytes, lower: bytes, start: int, end: int) -> bool:
        if wanted.capital and not (data[start] < ord("a") or data[start] > ord("z")):
            return False
        if not _begins(data, start):
            return False
        if wanted.endings:
            ending = _ENDINGS.match(lower, end)
            if ending is None or not _ends(data, ending.end()):
                return False
        elif not _ends(data, end):
            return False
        if wanted.phrase is None:
            return not self._masked(lower, start, end)
        return any(not self._masked(lower, *whole) for whole in _around(wanted.phrase, lower, start, end))

    def _masked(self, lower: bytes, start: int, end: int) -> bool:
        return any(True for mask in self._masks for _ in _around(mask, lower, start, end))


def _around(phrase: re.Pattern[bytes], lower: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where `phrase` stands with `start`..`end` within it."""
    low = max(0, start - _WINDOW)
    for found in phrase.finditer(lower[low : end + _WINDOW]):
        if low + found.start() <= start and end <= low + found.end():
            yield low + found.start(), low + found.end()


def _patterns(secret: str) -> Iterator[tuple[bytes, _Wanted]]:
    """Yield the byte patterns of one secret string with what each stands for."""
    if "@" in secret or any(char.isdigit() for char in secret):
        yield from _literal(secret)
        return
    atoms = ATOM.findall(secret)
    telling = [atom for atom in atoms if fold(atom) not in PARTICLES]
    if not telling:
        return
    if len(telling) == 1:
        yield from _single(telling[0])
        return
    if any(_rarity(atom) is Rarity.UNIQUE and len(atom) > _SHORT for atom in telling):
        for atom in telling:
            if _rarity(atom) is Rarity.UNIQUE:
                yield from _single(atom)
        return
    anchor = max(telling, key=lambda atom: (-_rarity(atom), len(atom)))
    phrase = _whole(secret)
    if phrase is not None:
        wanted = _Wanted("phrase", Scope.PROSE, capital=_rarity(anchor) is not Rarity.UNIQUE, phrase=phrase)
        yield from ((pattern, wanted) for pattern in spellings(anchor))


def _single(atom: str) -> Iterator[tuple[bytes, _Wanted]]:
    rarity = _rarity(atom)
    if len(atom) < _SHORT or rarity is Rarity.EVERYDAY:
        return
    if rarity is Rarity.WORD or len(atom) == _SHORT:
        wanted = _Wanted("name", Scope.PROSE, capital=True)
    else:
        wanted = _Wanted("name", Scope.BINARY if len(atom) >= _RAW else Scope.CODE, endings=True)
    yield from ((pattern, wanted) for pattern in spellings(atom))


def _literal(secret: str) -> Iterator[tuple[bytes, _Wanted]]:
    bare = re.sub(r"[ \u00a0()./-]", "", secret)
    texts = {secret, bare} if bare.lstrip("+").isdigit() else {secret}
    wanted = _Wanted("contact", Scope.BINARY)
    for text in sorted(texts):
        if len(text) > _SHORT:
            yield from ((pattern, wanted) for pattern in spellings(text))


def _rarity(atom: str) -> Rarity:
    words, folded = lexicon(), fold(atom)
    return max(words.rarity(atom.lower()), words.rarity(folded), Rarity.WORD if folded in _MARKUP else Rarity.UNIQUE)


def _whole(text: str) -> re.Pattern[bytes] | None:
    """Return an expression for a text of several words in every spelling; None when there is no word in it."""
    atoms = ATOM.findall(text)
    return name_pattern(atoms) if atoms else None


def _scope(name: str, data: bytes) -> Scope:
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in _CODE:
        return Scope.CODE
    return Scope.BINARY if suffix in _BINARY or b"\0" in data[:4096] else Scope.PROSE


def _begins(data: bytes, start: int) -> bool:
    """Return whether a word may begin at `start`: no letter before it, JSON and percent escapes looked through."""
    if start == 0:
        return True
    before = data[start - 1]
    if before >= 0x80:  # noqa: PLR2004 - part of a character of several bytes
        return not _char_before(data, start).isalpha()
    if not chr(before).isalpha():
        return True
    if chr(before) in "ntrfbv" and start > 1 and data[start - 2] == ord("\\"):
        return True
    return data[start - 3 : start - 2] == b"%" or data[max(0, start - 6) : start - 4] == b"\\u"


def _ends(data: bytes, end: int) -> bool:
    """Return whether a word may end at `end`: no letter after it."""
    if end >= len(data):
        return True
    if data[end] >= 0x80:  # noqa: PLR2004
        return not data[end : end + 4].decode("utf-8", "ignore")[:1].isalpha()
    return not chr(data[end]).isalpha()


def _char_before(data: bytes, start: int) -> str:
    low = start - 1
    while low > 0 and start - low < 4 and data[low] & 0xC0 == 0x80:  # noqa: PLR2004 - UTF-8 continuation bytes
        low -= 1
    return data[low:start].decode("utf-8", "replace")[-1:]


_DFA_LIMIT = 3_000
"""Patterns up to which the fastest automaton stays under about 60 MB."""


def _implementation(patterns: int) -> ahocorasick_rs.Implementation:
    if patterns <= _DFA_LIMIT:
        return ahocorasick_rs.Implementation.DFA
    return ahocorasick_rs.Implementation.ContiguousNFA
