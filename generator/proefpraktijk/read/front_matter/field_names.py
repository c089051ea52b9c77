"""The keys of every kind of document: an English canonical name and its Dutch aliases, in any case."""

from __future__ import annotations

from collections.abc import Mapping

from proefpraktijk.dutch.folding import phrase_key
from proefpraktijk.model.corpus import (
    CommunityMatter,
    Decision,
    FindingMatter,
    InterviewMatter,
    Matter,
    PageMatter,
    Person,
    ReportMatter,
    Roster,
    School,
    SessionMatter,
    ThemeMatter,
)
from proefpraktijk.read.values.written_text import nearest

from .text_quote_selector import CodeMatter

_THEMES = "thema's, themas, thema, theme"
_EARLIER = "eerdere adressen, eerder adres, earlier_slug"
_REPORT = {
    "title": "titel",
    "school": "scholen, schools",
    "year_group": "jaargroep, jaargroepen, jaarlaag, groep, year_groups",
    "date": "datum",
    "session": "bijeenkomst",
    "quadrant": "kwadrant",
    "themes": _THEMES,
    "authors": "auteurs, auteur, author",
    "participants": "deelnemers",
    "facilitator": "begeleider, begeleiders",
    "member_check": "membercheck",
    "withdrawn": "ingetrokken",
    "slug": "",
    "earlier_slugs": _EARLIER,
}

ALIASES: Mapping[type[Matter], Mapping[str, str]] = {
    CommunityMatter: {
        "name": "naam",
        "language": "taal",
        "k": "kleinste groep",
        "bands": "bouwen",
        "year_groups": "jaargroepen, groepen",
        "contact": "",
        "second_readers": "tweede lezers, tweede lezer, second_reader",
    },
    Roster: {"schools": "scholen", "people": "mensen, personen"},
    School: {"name": "naam", "aliases": "aliassen, alias, synoniemen", "place": "plaats"},
    Person: {
        "name": "naam",
        "role": "rol",
        "school": "",
        "year_groups": "jaargroepen, jaargroep, groep, year_group",
        "aliases": "aliassen, alias, roepnamen, bijnamen",
        "public": "openbaar",
    },
    Decision: {
        "action": "besluit, actie",
        "text": "tekst, woord, woorden, term",
        "scope": "geldt voor, bereik",
        "before": "ervoor",
        "after": "erna",
        "reason": "reden",
        "by": "door",
        "date": "datum",
        "replacement": "vervanging, vervangen door",
    },
    ReportMatter: _REPORT,
    InterviewMatter: _REPORT | {"respondent": "geinterviewde"},
    SessionMatter: {
        "title": "titel",
        "number": "nummer",
        "school_year": "schooljaar",
        "date": "datum",
        "expert": "deskundige",
        "themes": _THEMES,
        "assignment": "praktijkopdracht, opdracht",
    },
    ThemeMatter: {
        "label": "naam",
        "aliases": "synoniemen, aliassen",
        "definition": "definitie",
        "broader": "breder",
        "related": "verwant",
        "use_when": "wel",
        "not_when": "niet",
        "scheme": "schema",
        "earlier_slugs": _EARLIER,
    },
    FindingMatter: {
        "question": "vraag",
        "claim": "kern",
        "themes": _THEMES,
        "evidence": "onderbouwing",
        "effect": "",
        "method": "methode",
        "earlier_slugs": _EARLIER,
    },
    PageMatter: {"title": "titel", "earlier_slugs": _EARLIER},
    CodeMatter: {
        "exact": "citaat",
        "prefix": "ervoor",
        "suffix": "erna",
        "themes": _THEMES,
        "effect": "",
    },
}
"""Kind of document → canonical key → its aliases, the Dutch name first."""


def aliases_of(model: type[Matter], key: str) -> list[str]:
    """Return the other names of a key, the Dutch one first."""
    return [alias for alias in ALIASES[model][key].split(", ") if alias]


def dutch_key(model: type[Matter], key: str) -> str:
    """Return the Dutch name of a key: the key itself where Dutch has no other word."""
    return next(iter(aliases_of(model, key) if key in ALIASES.get(model, {}) else ()), key)


_NAMES: Mapping[type[Matter], Mapping[str, str]] = {
    model: {
        form: key
        for key in keys
        for name in (key, *aliases_of(model, key))
        for form in (name, phrase_key(name), phrase_key(name).replace(" ", "_"))
    }
    for model, keys in ALIASES.items()
}


def canonical_key(model: type[Matter], written: str) -> str | None:
    """Return the canonical name of a key as written, or None when this kind of document does not know it."""
    names = _NAMES[model]
    return names.get(written) or names.get(phrase_key(written))


def likely_key(model: type[Matter], written: str) -> str | None:
    """Return the known name, Dutch or English, that is most similar to an unknown key."""
    return nearest(written, [name for key in ALIASES[model] for name in (key, *aliases_of(model, key))])
