"""Dutch compounds and inflections that no dictionary lists: "rekendrempel", "weektaakblad", "kleefbriefjes".

A word is cut in two to four parts, each an entry of the lexicon, with a linking s, e, en or hyphen between them. The
minimum lengths keep short names from falling apart into words ("hoekstra" is not "hoek" + "stra").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

SHORTEST_PART = 4
LONGEST_WORD = 48
MAX_PARTS = 4
LIKELY_WORD = 8
SELDOM_SURNAME = 15
"""Surnames made of Dutch words that no list of surnames has are short, or end as names of places do."""

SHORT_PARTS = frozenset(
    """aan af bij dag doe duo eet eis hal hap ict in kan kar kas kin klas les lus map mee na net nul om op out pen per rek
    rol rij set som spel taal tas tel tip toe uit uur vak voor wc weg web wen win wis zin zit zee ijs bol bak bus cel eet
    fit gum hoi ikc ijk job kat kok lat loon mat oor oog pad pet pop pot ren rug sok stem top tot via vol wit zak zon
    her on co ex
    gym app bel sms sova lvs las zag gaf nam zat lag zet leg kom tik bal pak rap buk duw zus opa oma juf leen deur meet mis wip vis vos bij kip koe aap beer""".split()  # noqa: SIM905
)
_PREFIXES = ("her", "on", "mede", "niet-", "non-", "oud-", "ex-", "mini", "super", "anti")
_LINKS = ("", "s", "e", "en", "n", "-", "s-")
_DIMINUTIVES = ("etjes", "etje", "tjes", "tje", "pjes", "pje", "kjes", "kje", "jes", "je")
_SUFFIXES = ("loos", "loze", "achtig", "achtige", "baar", "bare", "heid", "heden", "matig", "matige", "vormig", "vormige",
             "gewijs", "waarts", "wijs", "sgewijs", "er", "ers", "ing", "ingen", "end", "ende")  # fmt: skip
_SURNAME_TAILS = (
    "veld", "velden", "huis", "huizen", "huijs", "man", "mans", "berg", "bergen", "dijk", "dijck", "hof", "hoff", "kamp",
    "hout", "horst", "brink", "bosch", "bos", "burg", "stein", "wijk", "broek", "beek", "meer", "molen", "maker", "boer",
    "bakker", "smid", "meijer", "steen", "poort", "donk", "heide", "land", "drecht", "voort", "woud", "haar", "daal",
    "dalen", "schot", "vliet", "water", "zand", "horn", "oord", "aard", "kerk", "bruggen", "kens", "ink", "stra", "sma", "inga",
)  # fmt: skip


class Compounds:
    """Splits words by a lexicon given as a membership test. Linear in a word's length, but for its few cuts."""

    def __init__(self, holds: Callable[[str], bool]) -> None:
        """Take `holds`, the membership test of the lexicon: true for a word in lower case that is an entry."""
        self._holds = holds

    def knows(self, word: str) -> bool:
        """Return whether `word` (lower case) is an inflection or a compound of entries."""
        if not 4 <= len(word) <= LONGEST_WORD:  # noqa: PLR2004 - shorter words are listed or unknown
            return False
        return self._inflected(word) or self._splits(word, MAX_PARTS)

    @staticmethod
    def like_surname(word: str) -> bool:
        """Return whether `word` is short or ends as Dutch surnames do; at the start of a sentence it proves nothing then."""
        return len(word) < LIKELY_WORD or (len(word) < SELDOM_SURNAME and word.endswith(_SURNAME_TAILS))

    def _inflected(self, word: str) -> bool:
        return any(self._holds(stem) for stem in stems(word))

    def _splits(self, word: str, parts: int) -> bool:
        if parts == 1:
            return False
        for cut in range(2, len(word) - 2):
            head, rest = word[:cut], word[cut:]
            if not self._is_part(head):
                continue
            for link in _LINKS:
                tail = rest[len(link) :]
                # at least three letters: "rekenles" yes, "kamerop" no
                if rest.startswith(link) and len(tail) > 2 and self._is_tail(tail, parts - 1):  # noqa: PLR2004
                    return True
        return False

    def _is_part(self, part: str) -> bool:
        part = part.removesuffix("-")
        return part in SHORT_PARTS or (len(part) >= SHORTEST_PART and (self._holds(part) or self._verb_stem(part)))

    def _is_tail(self, tail: str, parts: int) -> bool:
        if tail in SHORT_PARTS:
            return True
        if len(tail) >= SHORTEST_PART and (self._holds(tail) or self._inflected(tail)):
            return True
        return self._splits(tail, parts)

    def _verb_stem(self, part: str) -> bool:
        return self._holds(part + "en")


def stems(word: str) -> Iterator[str]:
    """Yield what `word` may be a diminutive, a plural, a derivation or a prefixed form of."""
    for ending in _DIMINUTIVES:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if len(stem) >= SHORTEST_PART - 1:
                yield stem
                yield stem.rstrip(stem[-1]) + stem[-1]
            break
    for ending in _SUFFIXES:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_PART:
            yield word[: -len(ending)]
            yield word[: -len(ending)] + "en"
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST_PART:
            yield word[len(prefix) :]
    for ending in ("'s", "'tje", "'tjes", "s", "e", "en"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_PART:
            yield word[: -len(ending)]
