"""Every place below `content/` in which a name can stand, and what is written there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .forms import PLAIN, STRANGE, WRITTEN_IN_MARKDOWN, Person

Form = Callable[[Person], str]

REPORT = """---
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

{takeaway}- Kijk morgen eens naar {mark}.
"""

_ONE_LINE = {name: form for name, form in (PLAIN | WRITTEN_IN_MARKDOWN).items() if "break" not in name}
_ALL = PLAIN | WRITTEN_IN_MARKDOWN | STRANGE
_HTML_ONLY = {name: form for name, form in _ALL.items() if "comment" not in name}

LINES: dict[str, tuple[str, str, Mapping[str, Form]]] = {
    "paragraph": ("", "Toen kwam {x} binnen met {mark}.", PLAIN | WRITTEN_IN_MARKDOWN),
    "begin of a sentence": ("", "Dat was zo. {x} kwam binnen met {mark}.", PLAIN | WRITTEN_IN_MARKDOWN),
    "end of a sentence": ("", "Er lagen {mark} voor {x}.", PLAIN | WRITTEN_IN_MARKDOWN),
    "heading": ("", "### Toen ging {x} weg met {mark}", _ONE_LINE),
    "list item": ("", "- samen met {x} en {mark}", _ONE_LINE),
    "item of a nested list": ("- eerst dit", "    - samen met {x} en {mark}", _ONE_LINE),
    "item with a box": ("", "- [ ] samen met {x} en {mark}", _ONE_LINE),
    "table cell": ("| wie | wat |\n| --- | --- |", "| {x} | met {mark} |", _ONE_LINE),
    "quotation": ("", "> En toen zei {x} iets over {mark}.\n", _ONE_LINE),
    "code block": ("", "```\nlijst van {x} met {mark}\n```\n", PLAIN),
    "indented code": ("Zo ging het:\n", "    lijst van {x} met {mark}\n", PLAIN),
    "code in a line": ("", "Kijk naar `het bord van {x} met {mark}` daar.\n", PLAIN),
    "text of a link": ("", "Lees [wat {x} schreef over {mark}](https://slo.nl/).\n", PLAIN),
    "text of a reference": (
        "[hier]: https://slo.nl/\n",
        "Lees [wat {x} schreef over {mark}][hier].\n",
        PLAIN,
    ),
    "alt text": ("", "![Een tekening van {x} met {mark}](../../media/bord.png)\n", PLAIN),
    "footnote": ("", "Zo ging het.[^{n}]\n\n[^{n}]: zoals {x} het deed met {mark}\n", PLAIN),
    "footnote that is not used": ("", "Zo ging het.\n\n[^v{n}]: zoals {x} het deed met {mark}\n", PLAIN),
    "abbreviation": ("", "*[ib]: {x} met {mark}\n", PLAIN),
    "strong": ("", "Toen **kwam {x} binnen** met {mark}.\n", PLAIN),
    "struck out": ("", "Toen ~~kwam {x} binnen~~ met {mark}.\n", PLAIN),
    "coded passage": ("", "==Toen kwam {x} binnen.=={{.eerst-kijken}} Dat was met {mark}.\n", PLAIN),
    "mathematics": ("", "Toen stond er $x + {x}$ op het bord met {mark}.\n", PLAIN),
}
"""Places in a report that are shown: what stands above, and a line for each form. One report a place."""

TAKEAWAY = "- Vraag morgen eens {x} om {mark}."

OUT_OF_SIGHT: dict[str, tuple[str, str, Mapping[str, Form]]] = {
    "comment": ("", "<!-- van {x} -->", _HTML_ONLY),
    "comment of several lines": ("", "<!--\nvan\n\n{x}\n-->\n", _HTML_ONLY),
    "title of a link": ("", '[een stuk](https://slo.nl/ "van {x}")', PLAIN),
    "title of a picture": ("", '![Een tekening](../../media/bord.png "van {x}")', PLAIN),
    "reference that is not used": ("", '[weg{n}]: https://slo.nl/ "van {x}"\n', PLAIN),
    "name of a reference that is not used": ("", "[{x}]: https://slo.nl/\n", PLAIN),
    "language of a code block": ("", "```{x}\nlijst\n```\n", PLAIN),
    "mail link": ("", "[een brief](mailto:{s}@voorbeeld.nl)", PLAIN),
    "subject of a mail link": ("", "[een brief](mailto:info@voorbeeld.nl?subject={s})", PLAIN),
}
"""Places in the body of a report that are never shown; the report is published without them."""

_FRONT = {name: form for name, form in _ALL.items() if "break" not in name and "broken" not in name}
_FEW = {name: form for name, form in PLAIN.items() if "genitive" not in name}
FRONT: dict[str, tuple[str, str, Mapping[str, Form]]] = {
    "author": ("auteurs:", "  - {q}", _FEW),
    "participant": ("deelnemers:", "  - {q}", _FEW),
    "facilitator": ("begeleider:", "  - {q}", _FEW),
    "comment in the front matter": ("", "# van {x}", _FRONT),
}
"""Places in the front matter that are never shown."""

ALONE: dict[str, dict[str, str]] = {
    "title": {"title": "Toen kwam {x} met {mark}"},
    "title with quotation marks": {"title": '"Toen kwam “{x}” met {mark}"'},
    "slug": {"front": "slug: {s}-begint\n"},
    "earlier address": {"front": "earlier_slugs: [{s}-begint, begin]\n"},
    "school": {"front": "school: {s}\n"},
    "key": {"front": "{s}: ja\n"},
    "theme": {"front": "thema's: [{s}]\n"},
    "YAML anchor": {"front": "auteurs: [&{s} iemand]\n"},
    "YAML tag": {"front": "auteurs: [!{s} iemand]\n"},
    "address of a link": {"body": "Lees [een stuk](https://slo.nl/{s}/) over {mark}."},
    "query of a link": {"body": "Lees [een stuk](https://slo.nl/?wie={s}) over {mark}."},
    "fragment of a link": {"body": "Lees [een stuk](https://slo.nl/#{s}) over {mark}."},
    "host of a link": {"body": "Lees [een stuk](https://{s}.nl/) over {mark}."},
    "user of an address": {"body": "Lees [een stuk](https://{s}@slo.nl/) over {mark}."},
    "bare address": {"body": "Zie https://slo.nl/{s} over {mark}."},
    "address between angles": {"body": "Zie <https://slo.nl/{s}> over {mark}."},
    "address of a reference": {"body": "Lees [een stuk][hier] over {mark}.\n\n[hier]: https://slo.nl/{s}"},
    "anchor": {"body": "Ga [terug](#{s}) naar {mark}."},
    "link to a file": {"body": "Ga [terug]({s}.md) naar {mark}."},
    "HTML": {"body": "Er stond <b>{x}</b> op {mark}."},
    "attribute of HTML": {"body": '<b title="{x}">dik</b> was er met {mark}.'},
    "hidden HTML": {"body": "<span hidden>{x}</span> en ook {mark}."},
    "script": {"body": "<script>{x}</script>\n\nEr waren ook {mark}."},
    "processing instruction": {"body": "<?{s}?>\n\nEr waren ook {mark}."},
    "CDATA": {"body": "<![CDATA[{x}]]>\n\nEr waren ook {mark}."},
    "attributes of a paragraph": {"body": 'Een zin met {mark}.{{#{s} title="{x}"}}'},
    "class of a passage": {"body": "==Een zin met {mark}.=={{.{s}}}"},
    "admonition": {"body": '!!! note "{x}"\n    Er waren ook {mark}.'},
    "wiki link": {"body": "Lees [[{x}]] over {mark}."},
    "snippet": {"body": '--8<-- "{s}.md"\n\nEr waren ook {mark}.'},
    "emoji": {"body": "Er waren :{s}: en ook {mark}."},
    "comment that is not closed": {"body": "Er waren {mark}.\n\n<!-- {x}"},
}
"""Places that hold one name each."""

FEW = ("full", "first", "last", "small letters", "capitals", "zero width", "one word in small letters", "percent")
STRANGE_PLACES = ("paragraph", "heading", "list item", "table cell", "quotation", "alt text", "code block")
"""Where a form that may be held is planted: a report for each."""
