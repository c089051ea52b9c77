"""Names planted in reports: one on every path along which a name could reach the site, each in a report of its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

TEXT = """---
titel: {title}
jaargroep: 3/4
bijeenkomst: 2025-2026-1
kwadrant: socialiseren
membercheck: 2025-10-08
{front}---

## Situatie

De kinderen kwamen binnen.

{body}

## Handvatten

- Kijk morgen wie er het eerst begint met {mark}.
"""


class End(Enum):
    """What becomes of a report."""

    REPLACED = "published, with a descriptor in place of the name"
    LEFT_OUT = "published, without what held the name"
    HELD = "held"
    REFUSED = "refused"


@dataclass(frozen=True)
class Plant:
    """A name in a report. `{n}` is the whole name, `{f}` the first name, `{l}` that in small letters.

    `known` is what becomes of the report when the roster has the name, `strange` when it has not; `reads` is what then
    stands there, for a known name.
    """

    known: End
    strange: End
    body: str = "Zo begon de dag."
    front: str = ""
    title: str = "Een proef met {mark}"
    file: str = "proef-met-{mark}.md"
    reads: str = ""


R, L, H, X = End.REPLACED, End.LEFT_OUT, End.HELD, End.REFUSED
PLANTS = {
    "title": Plant(R, H, title="Wat {f} deed", reads="Wat [leerkracht] deed"),
    "slug": Plant(L, H, front="slug: {l}-begint\n"),
    "author": Plant(L, L, front="auteurs: [{n}]\n"),
    "facilitator and participants": Plant(L, L, front="begeleider: {n}\ndeelnemers: [{n}]\n"),
    "comment in the front matter": Plant(L, L, front="# van {n}\n"),
    "unknown key": Plant(X, X, front="{l}: ja\n"),
    "name of the file": Plant(L, L, file="{l}-begint.md"),
    "name of a picture": Plant(L, L, "![Een foto](../../media/{l}.png)"),
    "alt text": Plant(
        R, H, "![Een tekening van {n}](../../media/bord.png)", reads='alt="Een tekening van [leerkracht]"'
    ),
    "title of a picture": Plant(L, L, '![Een tekening](../../media/bord.png "van {n}")'),
    "title of a link": Plant(L, L, '[een stuk](https://example.org/ "van {n}")'),
    "text of a link": Plant(R, H, "Lees [wat {f} schreef](https://example.org/).", reads="wat [leerkracht] schreef"),
    "address of a link": Plant(H, H, "[een stuk](https://example.org/{l}/)"),
    "host of a link": Plant(H, H, "[een stuk](https://{l}.nl/)"),
    "bare address": Plant(H, H, "Zie https://example.org/{l} voor meer."),
    "address between angles": Plant(H, H, "Zie <https://example.org/{l}> voor meer."),
    "mail link": Plant(L, L, "[een brief](mailto:{l}@voorbeeld.nl)"),
    "mail address": Plant(
        R, R, "Schrijf aan {l}@voorbeeld.nl voor meer.", reads="Schrijf aan [e-mailadres] voor meer."
    ),
    "account": Plant(R, R, "Kijk op @{l} voor meer.", reads="Kijk op [account] voor meer."),
    "reference that is not used": Plant(L, L, 'Zo ging het.\n\n[{l}]: https://example.org/ "{n}"'),
    "footnote": Plant(R, H, "Zo ging het.[^1]\n\n[^1]: zoals {n} het deed", reads="zoals [leerkracht] het deed"),
    "footnote that is not used": Plant(
        R, H, "Zo ging het.\n\n[^9]: zoals {n} het deed", reads="zoals [leerkracht] het deed"
    ),
    "abbreviation": Plant(R, H, "*[IB]: {n}\n\nDe IB was er ook.", reads="[leerkracht]"),
    "HTML comment": Plant(L, L, "<!-- van {n} -->"),
    "HTML": Plant(H, H, '<b title="{n}">dik</b> en <span hidden>{n}</span>'),
    "attributes": Plant(H, H, 'Een zin.{{#{l} title="{n}"}}'),
    "Jinja": Plant(R, H, "Toen stond er {{{{ {l} }}}} op het bord.", reads="{{ [leerkracht] }} op het bord"),
    "anchor": Plant(X, X, "[terug](#{l})"),
    "link to a file": Plant(X, X, "[terug]({l}.md)"),
    "heading": Plant(R, H, "### Het idee van {f}\n\nZo ging het.", reads='id="het-idee-van-leerkracht"'),
    "table cell": Plant(R, H, "| wie | wat |\n| --- | --- |\n| {n} | lezen |", reads="<td>[Leerkracht]</td>"),
    "list item": Plant(R, H, "- samen met {f}\n- alleen", reads="samen met [leerkracht]"),
    "quotation": Plant(R, H, "> En {f} zei dat het goed was.", reads="En [leerkracht] zei"),
    "code block": Plant(R, H, "```\nlijst van {n}\n```", reads="lijst van [leerkracht]"),
    "language of a code block": Plant(L, L, "```{f}\nlijst\n```"),
    "code in a line": Plant(R, H, "Kijk naar `{n}` daar.", reads="[leerkracht]"),
    "emphasis within the name": Plant(
        R, H, "Toen kwam {half}**{rest}** binnen.", reads="Toen kwam [leerkracht] binnen."
    ),
    "entities": Plant(R, H, "Toen kwam &#{code};{tail} binnen.", reads="Toen kwam [leerkracht] binnen."),
    "letters nobody sees": Plant(
        R, H, "Toen kwam {half}\u200b\u00ad{rest} binnen.", reads="Toen kwam [leerkracht] binnen."
    ),
    "spaces between the letters": Plant(H, H, "Toen kwam {spaced} binnen."),
    "capitals": Plant(R, H, "Toen kwam {upper} binnen.", reads="Toen kwam [leerkracht] binnen."),
    "small letters": Plant(R, H, "Toen kwam {l} binnen.", reads="Toen kwam [leerkracht] binnen."),
    "genitive": Plant(R, H, "Daar lag {f}s boek.", reads="[leerkracht]'s boek"),
    "diminutive": Plant(R, H, "Toen kwam {f}tje binnen.", reads="Toen kwam [leerkracht] binnen."),
    "coded passage": Plant(
        R, H, "==Toen zei {f} dat het rustig werd.=={{.rustig-starten}}", reads="Toen zei [leerkracht] dat"
    ),
}
"""Every leak path of a report, by name."""

_FIRST = """Quirijn Wubbo Oedzer Sjoukje Tjalda Heiltje Philibert Gonzalo Xaverius Zebedeus Bonifaas Cunegonda Hildebrant
Jorrit Klazienus Ludger Nikodemus Ottokar Pancras Quintus Rosmarijn Sieuwke Teuntje Urbanus Volkert Willibrord Xandrine
Ysbrand Zwanet Aleida Barbertje Coosje Dieuwke Engeltje Foekje Geeske Hermanus Jenneke Krijn Liduina Machiel Nelis
Olgert Pleuntje Rembert Sytske Tiemen Ubbo Wytske""".split()  # noqa: SIM905
_LAST = """Abbestee Zeldenthuis Galgenbeld Ypeij Krommenhoek Uiterwaal Oxener Tsjerkema Mokveld Fopma Quaedvlieg Xhofleer
Bokkers Kwakkelstein Ubbinga Ipenbroek Vlaskamp Wubbels Yntema Rozenbrand Dulfer Elzevier Groothuis Haspels Iedema
Jukema Kalsbeek Luttikhuis Meeuwisse Nanninga Oolbekkink Pruissen Qualm Rutgrink Schimmelpenninck Tjabbes Uittenbogaard
Verhulsdonck Wiebenga Yspeert Zuidewind Aukema Bleijenberg Camphuijsen Doldersum Engelvaart Frankhuizen Geuzebroek
Hogendorf""".split()  # noqa: SIM905
_MARKS = """appels beren bomen boeken brillen broden cijfers dozen druppels eieren emmers fietsen flessen gitaren
hamers hoeden jassen kaarten kasten kisten knopen kommen kralen kussens lampen latten lepels linten manden matten messen
muren netten pannen pennen planken poten ramen ringen schalen schermen spijkers sponzen stenen stokken stoelen tassen
touwen wielen""".split()  # noqa: SIM905

NAMES = {what: f"{first} {last}" for what, first, last in zip(PLANTS, _FIRST, _LAST, strict=False)}
MARKS = dict(zip(PLANTS, _MARKS, strict=False))


def planted(what: str) -> tuple[str, str]:
    """Return the name and the text of the report in which a name is planted."""
    plant, name, mark = PLANTS[what], NAMES[what], MARKS[what]
    first = name.split()[0]
    fill = {
        "n": name, "f": first, "l": first.lower(), "mark": mark, "half": first[:3], "rest": first[3:],
        "code": ord(first[0]), "tail": first[1:], "spaced": " ".join(first), "upper": name.upper(),
    }  # fmt: skip
    parts = {"title": plant.title, "front": plant.front, "body": plant.body}
    return plant.file.format(**fill), TEXT.format(
        **{key: part.format(**fill) for key, part in parts.items()}, mark=mark
    )
