"""Short ways to write safe documents, as the airlock would hand them to `link`."""

import datetime as dt
import re

from proefpraktijk.model.document import Block, BlockKind, Coding, Document, Run, SectionKind, Target, TargetKind
from proefpraktijk.model.safe import (
    Coordinates,
    Evidence,
    SafeCommunity,
    SafeCorpus,
    SafeFinding,
    SafePage,
    SafeReport,
    SafeSession,
    SafeTheme,
)
from proefpraktijk.model.spiral import DEFAULT_BANDS, Effect, Quadrant, SchoolYear, SessionId
from proefpraktijk.model.text import SEAL, SafeText

INLINE = re.compile(
    r"==(?P<passage>.+?)==\{(?P<classes>[^}]*)\}|\[(?P<label>[^\]]+)\]\((?P<kind>\w+):(?P<key>[^)]*)\)"
    r"|\*\*(?P<strong>[^*]+)\*\*|`(?P<code>[^`]+)`|(?P<line>\n)"
)


def safe(text):
    """Seal a text."""
    return SafeText(text, SEAL)


def body(markup=""):
    """Return a body: `## heading`, `- item`, `  - sub-item`, `==passage=={.theme .effect}`, `[label](report:slug)`."""
    blocks, passages, section = [], [], SectionKind.LEAD
    for part in markup.strip().split("\n\n") if markup.strip() else []:
        if part.startswith("#"):
            marks, title = part.split(" ", 1)
            section = SectionKind(title.lower()) if title.lower() in list(SectionKind) else SectionKind.OTHER
            blocks.append(Block(BlockKind.HEADING, runs(title, passages), section, level=len(marks)))
        elif part.lstrip().startswith("- "):
            for line in part.split("\n"):
                level = 1 + (len(line) - len(line.lstrip())) // 2
                blocks.append(Block(BlockKind.ITEM, runs(line.lstrip()[2:], passages), section, level=level))
        else:
            blocks.append(Block(BlockKind.PARAGRAPH, runs(part, passages), section))
    return Document(tuple(blocks), tuple(passages))


def runs(text, passages, numbers=()):
    """Return the runs of one block, and add the codings of its passages to `passages`."""
    found, at = [], 0
    for match in INLINE.finditer(text):
        if match.start() > at:
            found.append(Run(safe(text[at : match.start()]), passages=numbers))
        at = match.end()
        if match["passage"]:
            passages.append(coding(match["classes"]))
            found.extend(runs(match["passage"], passages, (*numbers, len(passages) - 1)))
        elif match["label"]:
            target = Target(TargetKind[match["kind"].upper()], safe(match["key"]))
            found.append(Run(safe(match["label"]), link=target, passages=numbers))
        elif match["strong"]:
            found.append(Run(safe(match["strong"]), strong=True, passages=numbers))
        elif match["code"]:
            found.append(Run(safe(match["code"]), code=True, passages=numbers))
        else:
            found.append(Run(safe("\n"), passages=numbers))
    if at < len(text):
        found.append(Run(safe(text[at:]), passages=numbers))
    return tuple(found)


def coding(classes):
    """Return the coding that classes such as `.veiligheid .belemmerend` stand for."""
    names = [name.strip(".") for name in classes.split()]
    effects = [Effect(name) for name in names if name in list(Effect)]
    return Coding(tuple(name for name in names if name not in list(Effect)), effects[0] if effects else None)


def session_id(text="2025-2026-3"):
    """Return a session's id."""
    start, _, number = text.split("-")
    return SessionId(SchoolYear(int(start)), int(number))


def report(slug="een-verslag", markup="", themes=(), **facts):
    """Return a report; `facts` replace what is made up."""
    made_up = {
        "key": f"content/reports/{slug}.md",
        "slug": slug,
        "title": safe(slug.replace("-", " ").capitalize()),
        "themes": tuple(themes),
        "body": body(markup),
    }
    coordinates = {
        "year_groups": (5,),
        "session": session_id(),
        "quadrant": Quadrant.SOCIALISEREN,
        "date": dt.date(2025, 12, 11),
        "member_check": dt.date(2026, 1, 8),
    }
    told = {
        name: facts.pop(name, coordinates.get(name))
        for name in Coordinates._fields
        if name in facts or name in coordinates
    }
    return SafeReport(**made_up | facts, coordinates=Coordinates(**told))


def theme(theme_id, label=None, aliases=(), broader=None, markup="", **facts):
    """Return a theme."""
    made_up = {
        "key": f"content/themes/{theme_id}.md",
        "id": theme_id,
        "label": safe(label or theme_id.replace("-", " ").capitalize()),
        "aliases": tuple(map(safe, aliases)),
        "definition": safe("Wat het is."),
        "broader": broader,
        "related": (),
        "use_when": None,
        "not_when": None,
        "scheme": None,
        "body": body(markup),
    }
    return SafeTheme(**made_up | facts)


def session(text, themes=(), markup=""):
    """Return a session."""
    session = session_id(text)
    return SafeSession(
        key=f"content/sessions/{text}.md",
        id=session,
        title=safe(f"Bijeenkomst {session.number}"),
        date=dt.date(session.year.start, 9, session.number),
        expert=None,
        themes=tuple(themes),
        assignment=None,
        body=body(markup),
    )


def finding(slug, evidence=(), themes=(), markup=""):
    """Return a finding; its evidence is written `slug-of-a-report` or `slug-of-a-report#theme`."""
    split = [one.partition("#") for one in evidence]
    return SafeFinding(
        key=f"content/findings/{slug}.md",
        slug=slug,
        question=safe("Wat helpt?"),
        claim=safe("Tijd helpt."),
        themes=tuple(themes),
        evidence=tuple(Evidence(f"content/reports/{path}.md", theme or None) for path, _, theme in split),
        effect=None,
        method=None,
        body=body(markup),
    )


def page(slug, markup="", key=None):
    """Return a free page."""
    return SafePage(key or f"content/pages/{slug}.md", slug, safe(slug.capitalize()), body(markup))


def corpus(*, sessions=(), themes=(), findings=(), pages=(), interviews=()):
    """Return the shared documents."""
    community = SafeCommunity(safe("De Proeftuin"), "nl", 3, DEFAULT_BANDS, None)
    return SafeCorpus(community, tuple(sessions), tuple(themes), tuple(findings), tuple(pages), tuple(interviews))
