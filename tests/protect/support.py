"""Building rosters, reports and airlocks for the tests of `protect`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from proefpraktijk.model.corpus import CommunityMatter, Decision, Entry, Report, ReportMatter, Roster, Source
from proefpraktijk.model.document import Block, BlockKind, Document, Run
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.text import RawText
from proefpraktijk.protect import Airlock
from proefpraktijk.protect.detector import Detector
from proefpraktijk.protect.document.document_text import DocumentText
from proefpraktijk.protect.finders.context import Context
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.read.front_matter.forms import from_values

DEMO_ROSTER = Path(__file__).parents[2] / "content" / "roster.yml"
PATH = ContentPath("content/reports/2025-2026-1/proef.md")


@cache
def demo_roster() -> Roster:
    """Return the roster of the demo community: about 130 people, 8 schools."""
    return from_values(Roster, yaml.safe_load(DEMO_ROSTER.read_text(encoding="utf-8")))


def roster(*people: str | Mapping[str, Any], schools: Sequence[Mapping[str, Any]] = ()) -> Roster:
    """Return a roster; a person given as text is a pupil."""
    entries = [{"name": p, "role": "leerling"} if isinstance(p, str) else dict(p) for p in people]
    return from_values(Roster, {"people": entries, "schools": [dict(school) for school in schools]})


def decision(action: str, text: str, **more: str) -> Decision:
    """Return a decision with the fields a reviewer must fill in."""
    fields = {"action": action, "text": text, "reason": "proef", "by": "begeleider", "date": "2026-01-01"}
    return from_values(Decision, fields | more)


def airlock(people: Roster, *decisions: Decision, language: str = "nl", **more: Any) -> Airlock:
    """Return an airlock for a community called after nobody."""
    community = from_values(CommunityMatter, {"name": "Vereniging De Leerkring", "language": language} | more)
    return Airlock(community, people, tuple(decisions))


def report(text: str, title: str = "Een les", **matter: Any) -> Report:
    """Return a report whose paragraphs are separated by empty lines; offsets are those in `text`."""
    blocks, at = [], 0
    for part in text.split("\n\n"):
        run = Run(RawText(part, at, at + len(part)))
        blocks.append(Block(BlockKind.PARAGRAPH, (run,)))
        at += len(part) + 2
    return entry(Document(tuple(blocks)), text, title, **matter)


def entry(body: Document[RawText], text: str, title: str = "Een les", **matter: Any) -> Report:
    """Return a report with this body."""
    fields = {
        "title": RawText(title), "year_group": [5], "session": "2025-2026-1", "quadrant": "socialiseren",
        "member_check": dt.date(2026, 1, 1),
    }  # fmt: skip
    return Entry(from_values(ReportMatter, fields | matter), body, Source(PATH, text))


@cache
def _knows_nobody() -> Detector:
    return Detector(roster(), (), ())


def state(text: str) -> DetectionState:
    """Return paragraphs, separated by empty lines, in which no layer has taken anything yet."""
    return DetectionState(
        DocumentText.of((RawText(part),) for part in text.split("\n\n")), _knows_nobody().book, Context()
    )


def holds_in(text: str, *people: str | Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Return what is held in a paragraph, the kind of each hold, and its reason."""
    view = DocumentText.of(((RawText(text),),))
    held = Detector(roster(*people), (), ()).detect(view, Context()).held
    return [(text[one.start : one.end], one.kind.value, one.reason.template if one.reason else "") for one in held]


def shown(passed_body: Document[Any]) -> str:
    """Return a safe body as text, blocks separated by empty lines."""
    return "\n\n".join("".join(run.text for run in block.runs) for block in passed_body.blocks)
