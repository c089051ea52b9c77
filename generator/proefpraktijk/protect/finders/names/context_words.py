"""The words next to a name: titles, relations, verbs of speaking, genitives."""

from __future__ import annotations

import re

from proefpraktijk.dutch.forms_of_address import ACTING, KIN, ROLES, SAYING, SPEAKING, TITLES, WITH_STOP
from proefpraktijk.dutch.kinds_of_school import KINDS_OF_SCHOOL
from proefpraktijk.dutch.lexicon import Rarity

_AFTER = re.compile(r"[ \t\n\u00a0\u202f]{1,2}([^\W\d_]+)")
_BEFORE_WORD = " \t\n\u00a0\u202f\"'\u2018\u2019\u201c\u201e([*"
_DETERMINERS = frozenset(
    "de het een onze ons mijn m'n jouw je haar zijn hun die deze dat dit elke iedere andere".split()  # noqa: SIM905
)
_PREPOSITIONS = frozenset("bij naast met van voor aan achter tegen tussen over zonder namens volgens aldus".split())  # noqa: SIM905
_ARTICLES = frozenset(("een", "de", "het"))
_PRONOUNS = frozenset("ik jij je hij zij ze we wij jullie u men er iemand niemand iets alles".split())  # noqa: SIM905
_FOLLOWING = _DETERMINERS | _PRONOUNS
"""What stands after an ordinary "door" or "al": "al zei de juf niets"."""
_OPENERS = frozenset("en maar want of dus dat omdat toen als terwijl nadat voordat zodat hoe waarom vooral".split())  # noqa: SIM905
"""Words after which a subject may stand at once: "vooral wil vond het fijn"."""
_ACT = re.compile(rf"[ \t\n\u00a0]{{1,2}}(?:{'|'.join(sorted(ACTING))})(?![^\W_])(?:[ \t\n\u00a0]{{1,2}}([^\W\d_]+))?")
_LATER_ACT = re.compile(
    rf"[ \t\n\u00a0](?!(?:{'|'.join(sorted(_FOLLOWING))})\b)(?:[^\W\d_]+[ \t\n\u00a0]){{1,2}}(?:{'|'.join(sorted(ACTING))})\b"
)
_GAPS = " \t\n\u00a0\u202f-"
_KIN_JOINED = re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(KIN))})-$", re.IGNORECASE)
_PAIR = re.compile(
    r"(?<![^\W_])(?:de[ \u00a0])?([^\W\d_]+)\.?[ \t\n\u00a0]en[ \t\n\u00a0](?:de[ \u00a0])?$", re.IGNORECASE
)
_CLAUSE_MARKS = tuple("\n\u2029,.:;!?(\"'\u2018\u2019\u201c\u201d")
_SIBILANTS = "szxSZX"
_QUOTES = "'\u2019"
_REACH = 40
_NEAR = 4


class ContextWords:
    """The two words before `start` and the word after `end`.

    `title` is the title or role word before the name, in lower case, and empty when there is none; `title_start` is
    where it begins, "de" of "de heer" counted in.
    """

    __slots__ = ("_end", "_text", "first", "pair", "second", "start", "title", "title_start")

    def __init__(self, text: str, start: int, end: int) -> None:
        """Look around `start`..`end` in `text`."""
        self._text, self.start, self._end = text, start, end
        head = text[max(0, start - _REACH) : start]
        joined = head[-1:] == "-" and _KIN_JOINED.search(head) is not None
        words = head.rstrip("-").split()[-2:] if head[-1:].isspace() or joined else []
        last = words[-1].lstrip(_BEFORE_WORD) if words else ""
        bare = last.removesuffix(".").lower().replace("\u2019", "'")
        self.first = bare if last[-1:] != "." or bare in WITH_STOP else ""
        self.second = words[0].lstrip(_BEFORE_WORD).lower() if len(words) == 2 else ""  # noqa: PLR2004
        self.title_start = start - len(head) + len(head.rstrip(_GAPS)) - len(last)
        if self.first == "heer" and self.second == "de":
            self.title_start = text.rfind(words[0], 0, self.title_start) + len(words[0]) - 2
        self.title = self.first if self.first in TITLES else ""
        pair = _PAIR.search(text, max(0, self.title_start - _REACH), self.title_start) if self.title else None
        self.pair = pair if pair and pair[1].lower() in TITLES else None

    @property
    def whole_start(self) -> int:
        """Where the title begins, that of a pair counted in: "meneer en mevrouw"."""
        return self.pair.start() if self.pair else self.title_start

    @property
    def relation(self) -> str:
        """The title as a descriptor, "moeder" or "vader en moeder"."""
        return f"{self.pair[1].lower()} en {self.title}" if self.pair else self.title

    @property
    def addressed(self) -> bool:
        """Whether the title is how one speaks to somebody: juf, meester, mevrouw."""
        return self.title in SPEAKING

    @property
    def is_role(self) -> bool:
        """Whether the title says what the descriptor says: leerling, directeur."""
        return self.title in ROLES

    def verdict(self, verdict: str, rarity: Rarity) -> str:
        """Return the verdict on a word in lower case that may be a name, as its surroundings change it."""
        first, second = self.first, self.second
        if self.title in SPEAKING:
            if rarity is Rarity.EVERYDAY:
                return verdict if second in _DETERMINERS else "hold"
            return "hold" if second in _DETERMINERS and verdict == "pass" else "replace"
        if verdict != "hold" or rarity is Rarity.EVERYDAY or first in _DETERMINERS:
            return verdict
        if first == "van" and second in KIN:
            return "replace"
        after = _AFTER.match(self._text, self._end)
        word = after[1].lower() if after else ""
        if word in SAYING or first in SAYING or (first == "bij" and word == "thuis"):
            return "replace"
        return verdict

    @property
    def follows_preposition(self) -> bool:
        """Whether an everyday word here may be a first name, since a preposition stands before it: "bij wil"."""
        after = _AFTER.match(self._text, self._end)
        return self.first in _PREPOSITIONS and not (after and after[1].lower() in _DETERMINERS)

    @property
    def acts(self) -> bool:
        """Whether an everyday word here may be a first name, since it is the subject of a verb: "toen wil binnenkwam"."""
        before = self._text[max(0, self.start - _NEAR) : self.start].rstrip(" \u00a0")
        act = _ACT.match(self._text, self._end)
        if act and (self.start == 0 or before.endswith(_CLAUSE_MARKS) or self.first in _OPENERS):
            concessive = self._text[self.start : self._end].lower() == "al"
            return not act[1] or act[1].lower() not in (_FOLLOWING if concessive else _PRONOUNS)
        return self.first == "toen" and _LATER_ACT.match(self._text, self._end) is not None

    @property
    def after_article(self) -> bool:
        """Whether an article stands before the word, with an adjective between or not: "de merel", "een kleine merel"."""
        return self.first in _ARTICLES or (self.second in _ARTICLES and self.first[-1:] == "e" and not self.title)

    def school_start(self, start: int) -> int:
        """Return where a school's name begins with its kind or an article with a capital: "obs Wilgenhof", "De Veer"."""
        article = self.first in ("de", "het") and self._text[self.title_start].isupper()
        kind = self.first in KINDS_OF_SCHOOL
        return self.title_start if kind or article else start


def possessive_end(text: str, start: int, end: int) -> tuple[int, bool]:
    """Return the end with a genitive after it ("Noor's", "Mees' jas") and whether there is one."""
    if text[end : end + 1] not in _QUOTES or end >= len(text):
        return end, False
    if text[end + 1 : end + 2] in ("s", "S") and not text[end + 2 : end + 3].isalnum():
        return end + 2, True
    after = text[end + 1 : end + 2]
    opened = start > 0 and text[start - 1] in "'\u2018\u2019"
    if text[end - 1] in _SIBILANTS and after == " " and not opened and text[end + 2 : end + 3].islower():
        return end + 1, True
    return end, False
