"""A block's runs, cut where themes are mentioned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from proefpraktijk.model.document import Run, Target, TargetKind
from proefpraktijk.model.knowledge import Mention
from proefpraktijk.model.text import SafeText


@dataclass(frozen=True, slots=True)
class PieceLink:
    """Where a piece leads."""

    kind: TargetKind
    key: str


@dataclass(frozen=True, slots=True)
class InlinePiece:
    """A run, or the part of it inside or outside a mention. `last`: the run ends with it."""

    run: Run[SafeText]
    text: str
    link: PieceLink | None
    last: bool


def pieces_of(runs: Sequence[Run[SafeText]], mentions: Sequence[Mention]) -> Iterator[InlinePiece]:
    """Cut the runs where mentions begin and end; a mention inside a link, code or picture is left alone."""
    bounds = [(mention.start, mention.end, PieceLink(TargetKind.THEME, mention.theme)) for mention in mentions]
    offset = 0
    for run in runs:
        own = _target(run.link)
        length = len(run.text)
        inside = (
            [] if own or run.code or run.picture else [b for b in bounds if b[0] < offset + length and b[1] > offset]
        )
        cursor = 0
        for start, end, link in sorted(inside, key=itemgetter(0)):
            first, last = max(start - offset, cursor), min(end - offset, length)
            if first > cursor:
                yield InlinePiece(run, run.text[cursor:first], None, last=False)
            yield InlinePiece(run, run.text[first:last], link, last=last == length)
            cursor = last
        if cursor < length or not length:
            yield InlinePiece(run, run.text[cursor:], own, last=True)
        offset += length


def _target(target: Target[SafeText] | None) -> PieceLink | None:
    return PieceLink(target.kind, str(target.target)) if target else None
