"""Every file below `content/` but the text of a report in which a name can stand, its own name among them."""

from __future__ import annotations

from typing import NamedTuple

REPORTS = "content/reports/2025-2026-1"
_REPORT = """---
titel: Een proef met {mark}
jaargroep: 3/4
bijeenkomst: 2025-2026-1
kwadrant: socialiseren
{front}---

## Situatie

{body}

## Handvatten

- Kijk morgen eens naar {mark}.
"""
_CHECKED = "membercheck: 2025-10-08\n"
_PLAIN_REPORT = _REPORT.replace("{front}", _CHECKED).replace("{body}", "De kinderen kwamen binnen.")
_THEME = "---\nlabel: {label}\nsynoniemen: [{alias}]\ndefinitie: {definition}\n{front}---\n\n{body}\n"
_FINDING = """---
vraag: {question}
kern: {claim}
thema's: [eerst-kijken]
onderbouwing: [reports/2025-2026-1/eerste.md#eerst-kijken]
method: {method}
{front}---

{body}
"""
_INTERVIEW = """---
titel: {title}
jaargroep: 4
bijeenkomst: 2025-2026-1
kwadrant: internaliseren
membercheck: 2025-10-10
{front}---

{body}
"""


_DECISION = """- besluit: vrijgeven
  tekst: lampenkast {n}
  geldt voor: alles
  reden: "{reason}"
  door: "{by}"
  datum: 2025-10-08
"""


_CODES = """# van {x}
- exact: werd het rustig
  prefix: "Toen kwam {x} binnen met {mark}. Daarna "
  thema's: [eerst-kijken]
"""


class File(NamedTuple):
    """A file: its path and its text. `{x}` is the name as written, `{s}` in a form that an address may have.

    `shown`: the words `{mark}` are to be read on the site, with a descriptor near them.
    """

    path: str
    text: str
    shown: bool = False
    beside: tuple[str, str] = ("", "")
    """The path and the text of a second file that belongs to it."""


def _theme(**parts: str) -> str:
    plain = {
        "label": "Kijken naar {mark}",
        "alias": "{mark}",
        "definition": "Nog niets doen.",
        "front": "",
        "body": "Dat is alles.",
    }
    return _filled(_THEME, plain | parts)


def _finding(**parts: str) -> str:
    plain = {
        "question": "Wat hielp bij {mark}?",
        "claim": "Eerst kijken naar {mark}.",
        "method": "Samen bekeken.",
        "front": "",
        "body": "Zo ging het met {mark}.",
    }
    return _filled(_FINDING, plain | parts)


def _interview(**parts: str) -> str:
    plain = {"title": "Een gesprek", "front": "", "body": "==Eerst keken we naar {mark}.=={.eerst-kijken}"}
    return _filled(_INTERVIEW, plain | parts)


def _report(front: str = _CHECKED, body: str = "De kinderen kwamen binnen.") -> str:
    return _filled(_REPORT, {"front": front, "body": body})


def _filled(template: str, parts: dict[str, str]) -> str:
    for key, text in parts.items():
        template = template.replace("{" + key + "}", text)
    return template


FILES: dict[str, File] = {
    "name of a report": File(REPORTS + "/{s}.md", _report()),
    "name of a report with capitals": File(REPORTS + "/Verslag {x}.md", _report()),
    "name of a folder": File("content/reports/{s}/proef.md", _report()),
    "backup": File(REPORTS + "/proef-{n}.md~", "{x}"),
    "backup of an editor": File(REPORTS + "/.proef-{n}.md.swp", "{x}"),
    "lock of an editor": File(REPORTS + "/#proef-{n}.md#", "{x}"),
    "old copy": File(REPORTS + "/proef-{n}.md.bak", "{x}"),
    "old copy with a name": File(REPORTS + "/{s}.md.orig", "leeg"),
    "README": File("content/reports/{n}/README.md", "Verslagen van {x}."),
    "draft": File(REPORTS + "/concept-{n}.md", _report(front="", body="Toen kwam {x} binnen met {mark}.")),
    "withdrawn": File(
        REPORTS + "/weg-{n}.md", _report(front=f"{_CHECKED}ingetrokken: ja\n", body="Toen kwam {x} met {mark}.")
    ),
    "file that nothing reads": File("content/{s}.docx", "{x}"),
    "text in a wrong folder": File("content/verslagen/{s}.md", "{x}"),
    "picture that is none": File("content/media/{s}.txt", "{x}"),
    "drawing": File("content/media/tekening-{n}.svg", "<svg><title>{x}</title></svg>"),
    "page that shows a drawing": File(
        "content/pages/plaat-{n}.md",
        "---\ntitel: Een plaat\n---\n\n![Een plaat met {mark}](../media/{s}.svg)\n",
    ),
    "label of a theme": File("content/themes/label-{n}.md", _theme(label="Wat {x} deed met {mark}"), shown=True),
    "alias of a theme": File("content/themes/ook-{n}.md", _theme(alias="de stoel van {x} met {mark}"), shown=True),
    "definition": File("content/themes/wat-{n}.md", _theme(definition="Zoals {x} doet met {mark}."), shown=True),
    "use when": File("content/themes/wel-{n}.md", _theme(front="wel: als {x} er is met {mark}\n"), shown=True),
    "not when": File("content/themes/niet-{n}.md", _theme(front="niet: als {x} er is met {mark}\n"), shown=True),
    "scheme": File("content/themes/schema-{n}.md", _theme(front="schema: van {x}\n")),
    "text of a theme": File("content/themes/tekst-{n}.md", _theme(body="Zo deed {x} het met {mark}."), shown=True),
    "comment in a theme": File(
        "content/themes/los-{n}.md", _theme(front="# {x}\n", body="<!-- {x} -->\n\nDat is het.")
    ),
    "name of a theme": File("content/themes/{s}.md", _theme(label="Nooit kijken naar {mark}")),
    "question of a finding": File(
        "content/findings/vraag-{n}.md", _finding(question="Wat deed {x} met {mark}?"), shown=True
    ),
    "claim": File("content/findings/kern-{n}.md", _finding(claim="Het hielp dat {x} keek naar {mark}."), shown=True),
    "method": File("content/findings/hoe-{n}.md", _finding(method="Bekeken met {x} en {mark}."), shown=True),
    "text of a finding": File(
        "content/findings/tekst-{n}.md", _finding(body="Zo deed {x} het met {mark}."), shown=True
    ),
    "name of a finding": File("content/findings/{s}.md", _finding()),
    "title of a page": File(
        "content/pages/titel-{n}.md", "---\ntitel: Iets van {x} met {mark}\n---\n\nTekst.\n", shown=True
    ),
    "text of a page": File("content/pages/tekst-{n}.md", "---\ntitel: Iets\n---\n\nBel {x} over {mark}.\n", shown=True),
    "name of a page": File("content/pages/{s}.md", "---\ntitel: Iets\n---\n\nTekst.\n"),
    "hidden page": File("content/pages/.{s}.md", "---\ntitel: Iets\n---\n\n{x}\n"),
    "respondent": File("content/interviews/respondent-{n}.md", _interview(front='respondent: "{x}"\n')),
    "title of an interview": File("content/interviews/titel-{n}.md", _interview(title="Een gesprek met {x}")),
    "passage of an interview": File(
        "content/interviews/passage-{n}.md",
        _interview(body="==Sinds {x} eerst kijkt, gaat het beter met {mark}.=={.gesprek-{n}}"),
        shown=True,
        beside=("content/themes/gesprek-{n}.md", _theme(label="Gesprek over {mark}", alias="praten over {mark}")),
    ),
    "rest of an interview": File(
        "content/interviews/rest-{n}.md",
        _interview(body="Toen zei {x} iets.\n\n==Eerst keken we naar {mark}.=={.eerst-kijken}"),
    ),
    "codings beside a report": File(
        REPORTS + "/los-{n}.md",
        _report(body="Toen kwam {x} binnen met {mark}. Daarna werd het rustig met {mark}."),
        shown=True,
        beside=(REPORTS + "/los-{n}.codes.yml", _CODES),
    ),
    "name of an interview": File("content/interviews/{s}.md", _interview()),
}
"""By place. Each is written once for every form that may stand there."""

_SESSION = """---
titel: {title}
nummer: {i}
schooljaar: 2025-2026
datum: {date}
expert: {expert}
praktijkopdracht: {assignment}
{front}---

## Inbreng

{body}
"""


def _session(**parts: str) -> str:
    plain = {
        "title": "Kijken naar {mark}",
        "expert": "Jorien Wiersma",
        "assignment": "Kijk naar {mark}.",
        "front": "",
        "body": "Er waren {mark}.",
    }
    return _filled(_SESSION, plain | parts)


SESSIONS: dict[str, File] = {
    "title of a session": File(
        "content/sessions/2025-2026-{i}.md", _session(title="Kijken met {x} naar {mark}"), shown=True
    ),
    "assignment": File(
        "content/sessions/2025-2026-{i}.md", _session(assignment="Kijk met {x} naar {mark}."), shown=True
    ),
    "text of a session": File(
        "content/sessions/2025-2026-{i}.md", _session(body="Toen zei {x} iets over {mark}."), shown=True
    ),
    "expert": File("content/sessions/2025-2026-{i}.md", _session(expert='"{x}"'), shown=True),
    "comment in a session": File(
        "content/sessions/2025-2026-{i}.md", _session(front="# {x}\n", body="<!-- {x} -->\n\nTekst.")
    ),
}

SETTINGS: dict[str, tuple[str, str]] = {
    "comment in the community": ("content/community.yml", "# {x}\n"),
    "comment in the decisions": ("content/decisions.yml", "# {x}\n"),
    "reason of a decision": (
        "content/decisions.yml",
        _DECISION.replace("{reason}", "dat zei {x}").replace("{by}", "begeleider"),
    ),
    "author of a decision": (
        "content/decisions.yml",
        _DECISION.replace("{reason}", "zo heet het").replace("{by}", "{x}"),
    ),
    "comment in the roster": ("content/roster.yml", "# {x}\n"),
}
"""What is written below a file of settings."""
