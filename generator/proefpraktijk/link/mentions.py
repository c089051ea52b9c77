"""Which of the themes mentioned in a text become links, and which links its writer made."""

from __future__ import annotations

from collections.abc import Sequence

from proefpraktijk.model.document import BlockKind, Coding, Run, TargetKind
from proefpraktijk.model.knowledge import Mention
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.text import SafeText

from .read_blocks import ReadBlock
from .theme_vocabulary import ThemeMatch

WrittenLink = tuple[str, str, SafeText]
"""A link in a text: the name of its TargetKind, the ContentPath of its target, and the sentence it is in."""

_DOCUMENTS = frozenset(
    (TargetKind.REPORT, TargetKind.SESSION, TargetKind.THEME, TargetKind.FINDING, TargetKind.PAGE),
)


def mentions(read: Sequence[ReadBlock], codings: Sequence[Coding], but: ThemeId | None = None) -> tuple[Mention, ...]:
    """Return the first mention of each theme per section, in reading order; never of the theme `but`.

    Not in headings, table heads, links, code, pictures or bracketed descriptors; not where the style changes halfway,
    and not inside a passage coded with that very theme, which links to it already.
    """
    seen: set[tuple[int, ThemeId]] = set()
    found: list[Mention] = []
    for block in read:
        for match in block.matches:
            key = (block.number, match.theme)
            if match.theme == but or key in seen or not _may_link(block, match, codings):
                continue
            seen.add(key)
            found.append(
                Mention(match.theme, block.index, match.start, match.end, block.sentence(match.start, match.end))
            )
    return tuple(found)


def _may_link(block: ReadBlock, match: ThemeMatch, codings: Sequence[Coding]) -> bool:
    if block.block.kind is BlockKind.CELL and block.block.row == 0:
        return False
    runs = [run for run, start, end in block.runs_with_ranges() if start < match.end and match.start < end]
    first = runs[0]
    if any(run.link or run.code or run.picture for run in runs):
        return False
    if any(match.theme in codings[index].themes for index in first.passages):
        return False
    return all(_style(run) == _style(first) for run in runs[1:])


def _style(run: Run[SafeText]) -> tuple[bool, bool, bool, tuple[int, ...]]:
    return run.strong, run.emphasis, run.strike, run.passages


def written_links(read: Sequence[ReadBlock]) -> tuple[WrittenLink, ...]:
    """Return the links to other documents, in reading order, the first to each."""
    found: dict[tuple[str, str], SafeText] = {}
    for block in read:
        if all(run.link is None for run in block.block.runs):
            continue
        for run, start, end in block.runs_with_ranges():
            if run.link is not None and run.link.kind in _DOCUMENTS:
                key = (run.link.kind.name, str(run.link.target))
                if key not in found:
                    found[key] = block.sentence(start, end)
    return tuple((kind, target, sentence) for (kind, target), sentence in found.items())
