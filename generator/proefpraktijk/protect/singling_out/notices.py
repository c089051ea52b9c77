"""Notices about stories for a reviewer: the place and the reason, never the text."""

from __future__ import annotations

from collections.abc import Sequence

from proefpraktijk.model.corpus import Source
from proefpraktijk.model.notice import Notice, StoryKind
from proefpraktijk.model.problem import Message
from proefpraktijk.protect.document.document_text import DocumentText
from proefpraktijk.protect.document.lines import Lines

from .stories import Story

_WHY: dict[StoryKind, tuple[str, Message]] = {
    StoryKind.HEALTH: ("PP521", Message("This tells of somebody's health: colleagues may know who it is.")),
    StoryKind.EVENT: ("PP522", Message("This tells of something that seldom happens: colleagues may know who it was.")),
    StoryKind.FAMILY: ("PP523", Message("This tells of somebody's home: colleagues may know who it is.")),
    StoryKind.ORIGIN: (
        "PP524",
        Message("This tells where somebody comes from or what they believe: colleagues may know who it is."),
    ),
    StoryKind.TRAIT: ("PP525", Message("This may be true of one person only: colleagues may know who it is.")),
    StoryKind.NUMBER: ("PP526", Message("This number may be true of one person only: colleagues may know who it is.")),
    StoryKind.JOB: ("PP527", Message("This tells what work somebody's parents do: colleagues may know who it is.")),
    StoryKind.PASTIME: (
        "PP528",
        Message("This tells of a club or hobby that few have: colleagues may know who it is."),
    ),
    StoryKind.METHOD: ("PP520", Message("A method is named beside a school: perhaps only that school uses it.")),
}


def notices_of(stories: Sequence[Story], view: DocumentText, source: Source) -> tuple[Notice, ...]:
    """Return a notice for each thing that may lead to somebody, in the order of `stories`."""
    if not stories:
        return ()
    lines, notices = Lines(source), []
    for story in stories:
        rule, why = _WHY[story.kind]
        start, end = view.source(story.start, story.end)
        notices.append(Notice(rule, lines.place(start), story.kind, why, start, end))
    return tuple(notices)
