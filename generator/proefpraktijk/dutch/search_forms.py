"""Words that lead to a text although they do not stand in it: the endings of its compounds, and what schools abbreviate.

The search program finds the beginning of a word ("telefoon" finds "telefoonbeleid") and its inflected forms, not its end.
"""

from __future__ import annotations

import re
from functools import cache

from .lexicon import Rarity, lexicon

SCHOOL_ABBREVIATIONS = (
    ("ib'er", "intern begeleider", "interne begeleider"),
    ("hgw", "handelingsgericht werken"),
    ("lvs", "leerlingvolgsysteem"),
    ("mr", "medezeggenschapsraad"),
    ("opp", "ontwikkelingsperspectief"),
    ("sbo", "speciaal basisonderwijs"),
    ("sova", "sociale vaardigheden"),
    ("swv", "samenwerkingsverband"),
    ("vve", "voorschoolse en vroegschoolse educatie"),
)
"""What Dutch primary schools say in short, and in full."""

_FORMS = {form: forms for forms in SCHOOL_ABBREVIATIONS for form in forms}
_ABBREVIATION = re.compile(rf"\b(?:{'|'.join(sorted(_FORMS, key=len, reverse=True))})\b")

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LINKS = ("", "s", "en", "e", "n")
_SHORTEST = 4
_SHORTEST_COMPOUND = 8
_LONGEST_COMPOUND = 48
_PREFIX = re.compile(r"be|ge|her|ont|ver|wan|on")
"""What makes a derived word, not a compound, when little follows it: "verschillen" is no "vers" + "chillen"."""
_SHORTEST_AFTER_PREFIX = 6
_PARTICLES = frozenset(
    """alle eigen enige hoger mede midden neer open rond samen terug thuis voort
    weer""".split()  # noqa: SIM905
)
_SUFFIXES = frozenset(
    """aard aars achtig baar baarheid bare eren gewijs heden heid ingen jaren komst lijk lijke ling lingen loos loze maal matig
    nemen nemer nemers schap schappen stelling tallen vatten waarts werp zame zaam zelf""".split()  # noqa: SIM905
)


def endings(text: str) -> set[str]:
    """Return the words that Dutch compounds in the text end with: "beleid" of "telefoonbeleid"."""
    return {ending for word in set(_WORD.findall(text.lower())) for ending in _endings(word)}


@cache
def _endings(word: str) -> tuple[str, ...]:
    if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND or lexicon().is_everyday(word):
        return ()
    cuts = range(_SHORTEST, len(word) - _SHORTEST + 1)
    found = (_ending(word[cut:]) for cut in cuts if _begins(word[:cut]))
    return tuple(dict.fromkeys(filter(None, found)))


def _begins(head: str) -> bool:
    if head in _PARTICLES or lexicon().is_grammar(head):
        return False
    return _is_word(head) and not (_PREFIX.match(head) and len(head) < _SHORTEST_AFTER_PREFIX)


def _ending(rest: str) -> str:
    """Return the word that `rest` is, a linking letter or two left out where it must; empty when it is too short or too common to lead anywhere."""
    after = (rest.removeprefix(link) for link in _LINKS if rest.startswith(link))
    ending = next((word for word in after if len(word) >= _SHORTEST and _is_word(word)), "")
    return "" if ending in _SUFFIXES or lexicon().is_grammar(ending) else ending


def _is_word(word: str) -> bool:
    return lexicon().rarity(word) is not Rarity.UNIQUE


def in_full(text: str) -> set[str]:
    """Return all forms of each abbreviation that stands in the text, short or in full."""
    said = _ABBREVIATION.findall(text.lower().replace("’", "'"))
    return {form for one in set(said) for form in _FORMS[one]}
