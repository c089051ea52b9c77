"""People who exist nowhere, and all the forms in which somebody may write their names."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from urllib.parse import quote

_FIRST = """Quir Wubb Oedz Sjouk Tjald Heilt Xavr Zebed Bonif Cuneg Hildr Klazt Ludg Nikod Ottok Pancr Rosm Sieuw
Teunk Urbz Volkr Willb Ysbr Zwanq Aldegd Barbt Koosj Dieuwk Engelb Foekj Geesk Hermk""".split()  # noqa: SIM905
_LAST = """Abbez Zeld Galgk Ypesch Krommb Uitert Oxenk Tsjerk Mokv Foppz Quaedv Xhofl Bokkw Kwakz Ubbg Ipenv Vlaskr
Wubd Yntk Rozb Dulf Elzv Grooth Haspk Iedm Jukv Kalsb Luttk Meeuwd Nannk Oolb Pruiss""".split()  # noqa: SIM905
_VOWELS = "èïöúâ"
_ENDS = (
    "nora",
    "lbix",
    "nqa",
    "mundi",
    "lfix",
    "dewix",
    "baldu",
    "trixe",
    "zwina",
    "plonq",
    "rquva",
    "kstir",
    "vrado",
    "gmalt",
    "ttuza",
    "fjora",
)
_HOUSES = (
    "mstra",
    "brunt",
    "nkvelq",
    "rsmaq",
    "tinqa",
    "ldurs",
    "kemaq",
    "xsens",
    "vrinq",
    "pstok",
    "lwaard",
    "dzicht",
    "bturq",
    "gsloq",
    "rvixt",
    "nfjalk",
)
_PARTICLES = ["", "van der", "", "van 't", "ten", "", "de", "El"]


@dataclass(frozen=True)
class Person:
    """Somebody on the roster."""

    first: str
    particle: str
    last: str

    @property
    def name(self) -> str:
        """The whole name."""
        return " ".join(filter(None, (self.first, self.particle, self.last)))

    @property
    def family(self) -> str:
        """The last name with what stands before it."""
        return f"{self.particle} {self.last}".strip()


def people() -> Iterator[Person]:
    """Yield people, no two of whom share any part of their names: 2,560 in all."""
    firsts = map("".join, product(_FIRST, _VOWELS, _ENDS))
    lasts = map("".join, product(_LAST, _VOWELS, _HOUSES))
    for number, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        yield Person(first, _PARTICLES[number % len(_PARTICLES)], last)


def bare(text: str) -> str:
    """Return a text without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _shifted(text: str, capital: int, small: int) -> str:
    """Return the ASCII letters of a text in another alphabet of Unicode."""
    return "".join(
        chr(ord(c) - ord("A") + capital)
        if "A" <= c <= "Z"
        else chr(ord(c) - ord("a") + small)
        if "a" <= c <= "z"
        else c
        for c in bare(text)
    )


_CYRILLIC = str.maketrans("aeiopcxy", "аеіорсху")
_FIGURES = str.maketrans("aeiost", "431057")
_SMALL_CAPITALS = str.maketrans("abcdefghijklmnoprtuvwz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡᴢ")

PLAIN: dict[str, Callable[[Person], str]] = {
    "full": lambda p: p.name,
    "first": lambda p: p.first,
    "last": lambda p: p.family,
    "last without particle": lambda p: p.last,
    "first and last without particle": lambda p: f"{p.first} {p.last}",
    "last, first": lambda p: f"{p.family}, {p.first}",
    "initial and last": lambda p: f"{p.first[0]}. {p.family}",
    "genitive": lambda p: f"{p.first}s boek",
    "genitive with an apostrophe": lambda p: f"{p.first}'s boek",
    "genitive of the last name": lambda p: f"{p.last}s boek",
    "diminutive": lambda p: f"{p.first}tje",
    "capitals": lambda p: p.name.upper(),
    "small letters": lambda p: p.name.lower(),
    "first in small letters": lambda p: p.first.lower(),
    "every word with a capital": lambda p: p.name.title(),
    "without accents": lambda p: bare(p.name),
    "without accents, small": lambda p: bare(p.first).lower(),
    "decomposed": lambda p: unicodedata.normalize("NFD", p.name),
    "more accents": lambda p: "".join(f"{c}\u0323" if c.isalpha() else c for c in p.first),
    "Cyrillic letters": lambda p: p.name.translate(_CYRILLIC),
    "fullwidth": lambda p: _shifted(p.name, 0xFF21, 0xFF41),
    "mathematical": lambda p: _shifted(p.name, 0x1D400, 0x1D41A),
    "zero width": lambda p: "\u200b".join(p.first),
    "soft hyphens": lambda p: p.name.replace(p.last, "\u00ad".join(p.last)),
    "joiners": lambda p: "\u2060".join(p.first),
    "title": lambda p: f"juf {p.first}",
    "title and last name": lambda p: f"mevr. {p.family}",
    "title and small letters": lambda p: f"meester {p.first.lower()}",
    "non-breaking spaces": lambda p: p.name.replace(" ", "\u00a0"),
    "two spaces": lambda p: p.name.replace(" ", "  "),
    "quoted": lambda p: f"“{p.first}”",
    "between brackets": lambda p: f"({p.name})",
    "e-mail address": lambda p: f"{bare(p.first).lower()}.{bare(p.last).lower()}@voorbeeld.nl",
    "account": lambda p: f"@{bare(p.first)}",
    "hashtag": lambda p: f"#{p.first}",
    "first in small letters with a hyphen": lambda p: f"{p.first.lower()}-{p.last.lower()}",
    "with a slash": lambda p: f"{p.first}/{p.last}",
    "with underscores": lambda p: f"{p.first}_{p.last}",
}
"""Forms that the airlock is to replace: the name as people write it, and as computers disguise it."""

WRITTEN_IN_MARKDOWN: dict[str, Callable[[Person], str]] = {
    "character references": lambda p: "".join(f"&#{ord(c)};" for c in p.name),
    "hexadecimal references": lambda p: "".join(f"&#x{ord(c):x};" for c in p.first),
    "named references": lambda p: (
        p.name.encode("ascii", "namereplace").decode()
        if p.name.isascii()
        else "".join(c if c.isascii() else f"&{html.entities.codepoint2name[ord(c)]};" for c in p.name)
    ),
    "emphasis inside": lambda p: f"{p.first[:3]}**{p.first[3:]}**",
    "emphasis around": lambda p: f"**{p.first}** _{p.last}_",
    "emphasis letter by letter": lambda p: "".join(f"**{c}**" if n % 2 else c for n, c in enumerate(p.first)),
    "a struck letter": lambda p: f"{p.first[:2]}~~{p.first[2]}~~{p.first[3:]}",
    "code inside": lambda p: f"{p.first[:3]}`{p.first[3:]}`",
    "a link inside": lambda p: f"{p.first[:3]}[{p.first[3:]}](https://slo.nl/)",
    "a comment inside": lambda p: f"{p.first[:3]}<!-- -->{p.first[3:]}",
    "across a line break": lambda p: p.name.replace(" ", "\n") if " " in p.name else p.name,
    "across a hard break": lambda p: f"{p.first}  \n{p.last}",
    "escaped": lambda p: f"{p.first}\\-{p.last}",
}
"""Forms that only Markdown makes a name of."""

STRANGE: dict[str, Callable[[Person], str]] = {
    "a picture inside": lambda p: f'{p.first[:3]}![](../../media/bord.png "decoratief"){p.first[3:]}',
    "initials": lambda p: "".join(f"{word[0].upper()}." for word in p.name.replace("'t", "t").split()),
    "initials without stops": lambda p: "".join(word[0].upper() for word in p.name.replace("'t", "t").split()),
    "spaced out": lambda p: " ".join(p.first),
    "spaced out in capitals": lambda p: " ".join(p.last.upper()),
    "hyphens between letters": lambda p: "-".join(p.first),
    "stops between letters": lambda p: ".".join(p.first),
    "in syllables": lambda p: f"{p.first[:3]}-{p.first[3:]}",
    "in syllables with dots": lambda p: f"{p.first[:3]}·{p.first[3:]}",
    "broken off": lambda p: f"{p.first[:4]}-\n{p.first[4:]}",
    "broken": lambda p: f"{p.first[:4]}\n{p.first[4:]}",
    "a part between brackets": lambda p: f"{p.first[:3]}({p.first[3]}){p.first[4:]}",
    "an apostrophe inside": lambda p: f"{p.first[:3]}’{p.first[3:]}",
    "a stop inside": lambda p: f"{p.first[:3]}.{p.first[3:]}",
    "a slash inside": lambda p: f"{p.first[:3]}/{p.first[3:]}",
    "an asterisk for a letter": lambda p: f"{p.first[:3]}*{p.first[4:]}",
    "a figure for a letter": lambda p: bare(p.first).translate(_FIGURES),
    "a figure after it": lambda p: f"{bare(p.first).lower()}73",
    "circled": lambda p: _shifted(p.first, 0x24B6, 0x24D0),
    "squared": lambda p: _shifted(p.first.upper(), 0x1F130, 0x1F130),
    "flags": lambda p: _shifted(p.first.upper(), 0x1F1E6, 0x1F1E6),
    "small capitals": lambda p: bare(p.first).lower().translate(_SMALL_CAPITALS),
    "percent": lambda p: "".join(f"%{byte:02X}" for byte in p.first.encode()),
    "percent for the accents": lambda p: quote(p.first),
    "JSON escapes": lambda p: "".join(f"\\\\u{ord(c):04x}" for c in p.first),
    "references shown": lambda p: "".join(f"&amp;#{ord(c)};" for c in p.first),
    "a letter missing": lambda p: p.first[:2] + p.first[3:],
    "a letter doubled": lambda p: p.last[:4] + p.last[3:],
    "letters swapped": lambda p: p.last[:2] + p.last[3] + p.last[2] + p.last[4:],
    "another letter": lambda p: f"{p.first[:-1]}x",
    "a letter missing, small": lambda p: bare(p.last[:2] + p.last[3:]).lower(),
    "backwards": lambda p: p.first[::-1],
    "camel case": lambda p: f"{p.first.lower()}{''.join(w.title() for w in p.family.split())}",
    "one word": lambda p: f"{p.first}{p.last}",
    "one word in small letters": lambda p: bare(f"{p.first}{p.last}").lower(),
    "hashtag of both": lambda p: f"#{p.first}{p.last}",
    "compound": lambda p: f"{p.first.lower()}groep",
    "compound with a hyphen": lambda p: f"{p.last}-methode",
    "adjective": lambda p: f"{p.last.lower()}iaans",
    "plural": lambda p: f"de {p.last}en",
    "shortened": lambda p: f"{p.first[:5]}.",
    "web address": lambda p: f"https://voorbeeld.nl/{bare(p.first).lower()}/",
    "allowed web address": lambda p: f"https://slo.nl/?q={bare(p.last).lower()}",
    "host": lambda p: f"www.{bare(p.first).lower()}{bare(p.last).lower()}.nl",
    "right to left": lambda p: f"\u202e{p.first[::-1]}\u202c",
    "tags": lambda p: "".join(f"{c}{chr(0xE0000 + ord(bare(c)))}" for c in p.first),
    "variation selectors": lambda p: "\ufe01".join(p.first),
    "Hangul filler": lambda p: "\u3164".join(p.first),
    "braille blank": lambda p: "\u2800".join(p.first),
    "emoji inside": lambda p: f"{p.first[:3]}\U0001f600{p.first[3:]}",
    "snake case in capitals": lambda p: f"{bare(p.first).upper()}_{bare(p.last).upper()}",
    "double braces": lambda p: f"{{{{ {p.first.lower()} }}}}",
}
"""Forms that may be replaced or held: a person must look, or nobody will read them."""
