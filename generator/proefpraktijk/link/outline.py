"""The outline of one report: all that other pages than its own need of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proefpraktijk.dutch.sentences import Span
from proefpraktijk.model.document import BlockKind, Coding, SectionKind
from proefpraktijk.model.knowledge import Outline, Passage, Takeaway
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.safe import SafeReport
from proefpraktijk.model.spiral import Effect
from proefpraktijk.model.text import SafeText

from .mentions import mentions, written_links
from .read_blocks import ReadBlock, read_blocks
from .theme_vocabulary import Vocabulary

GIST = 200
"""Code points of a gist at most."""


def outline(report: SafeReport, vocabulary: Vocabulary, *, interview: bool = False) -> Outline:
    """Return the outline of a report or interview. Themes that `vocabulary` does not know drop out of it."""
    read = read_blocks(report.body, vocabulary)
    coded = passages(read, report.body.passages, vocabulary.themes)
    themes = _themes((theme for theme in report.themes if theme in vocabulary.themes), coded)
    return Outline(
        key=report.key,
        slug=report.slug,
        title=report.title,
        themes=themes,
        gist=_gist(read, report.title),
        takeaways=_takeaways(read, report.body.passages, themes),
        passages=coded,
        mentions=mentions(read, report.body.passages),
        links=written_links(read),
        words=sum(len(block.text.split()) for block in read),
        draft=report.draft,
        interview=interview,
        voices=report.voices,
        earlier=report.earlier,
    ).at(report.coordinates)


def passages(read: Sequence[ReadBlock], codings: Sequence[Coding], known: frozenset[ThemeId]) -> tuple[Passage, ...]:
    """Return the coded passages in the order of their numbers; those without a known theme are left out.

    A passage that runs on into a next block is quoted up to the end of its first.
    """
    found: dict[int, Passage] = {}
    for block in read:
        if not any(run.passages for run in block.block.runs):
            continue
        ranges: dict[int, tuple[int, int]] = {}
        for run, start, end in block.runs_with_ranges():
            for index in run.passages:
                ranges[index] = (ranges.get(index, (start, end))[0], end)
        for index, (start, end) in ranges.items():
            themes = tuple(theme for theme in codings[index].themes if theme in known)
            if index not in found and themes:
                found[index] = _passage(block, (start, end), f"p{index + 1}", themes, codings[index].effect)
    return tuple(found[index] for index in sorted(found))


def _passage(
    block: ReadBlock, within: Span, anchor: str, themes: tuple[ThemeId, ...], effect: Effect | None
) -> Passage:
    start, end = within
    quoted = block.text[start:end]
    start += len(quoted) - len(quoted.lstrip())
    end = max(start, end - len(quoted) + len(quoted.rstrip()))
    left, right = block.context(start, end)
    return Passage(
        anchor=anchor,
        text=block.text.cut(start, end),
        context=block.text.cut(left, right),
        start=start - left,
        end=end - left,
        themes=themes,
        effect=effect,
        section=block.block.section,
        sentences=sum(start <= first and last <= end for first, last in block.sentences),
    )


def _themes(declared: Iterable[ThemeId], coded: Sequence[Passage]) -> tuple[ThemeId, ...]:
    """Return declared and coded themes, most important first: declared, then only coded; more passages first."""
    order = list(dict.fromkeys(declared))
    named = set(order)
    counts: dict[ThemeId, int] = {}
    for passage in coded:
        for theme in passage.themes:
            counts[theme] = counts.get(theme, 0) + 1
    order += [theme for theme in counts if theme not in named]
    return tuple(sorted(order, key=lambda theme: (theme not in named, -counts.get(theme, 0))))


def _takeaways(
    read: Sequence[ReadBlock], codings: Sequence[Coding], themes: tuple[ThemeId, ...]
) -> tuple[Takeaway, ...]:
    """Return the items of the sections with handles, each with the items below it."""
    groups: list[list[ReadBlock]] = []
    for block in read:
        if block.block.section is not SectionKind.HANDVATTEN or block.block.kind is not BlockKind.ITEM:
            continue
        if block.block.level <= 1 or not groups:
            groups.append([])
        groups[-1].append(block)
    return tuple(
        Takeaway(
            anchor=f"h{number}",
            text=group[0].text.trim(),
            themes=_themes_in(group, codings, frozenset(themes)) or themes[:1],
            details=tuple(block.text.trim() for block in group[1:]),
        )
        for number, group in enumerate(groups, 1)
    )


def _themes_in(
    group: Sequence[ReadBlock], codings: Sequence[Coding], carried: frozenset[ThemeId]
) -> tuple[ThemeId, ...]:
    """Return the themes coded in these blocks, then those mentioned."""
    coded = (
        theme
        for block in group
        for run in block.block.runs
        for index in run.passages
        for theme in codings[index].themes
        if theme in carried
    )
    return tuple(dict.fromkeys((*coded, *(match.theme for block in group for match in block.matches))))


def _gist(read: Sequence[ReadBlock], title: SafeText) -> SafeText:
    """Return the first sentence that is short enough, with the next if both fit; else the beginning of the first."""
    running = [block for block in read if block.block.kind is BlockKind.PARAGRAPH and not block.block.quoted]
    running = running or [block for block in read if block.block.kind is BlockKind.ITEM]
    for block in running:
        spans = block.sentences
        if not spans or spans[0][1] - spans[0][0] > GIST:
            continue
        start, end = spans[0]
        if len(spans) > 1 and spans[1][1] - start <= GIST:
            end = spans[1][1]
        return block.text.cut(start, end)
    text = running[0].text.trim() if running else title
    if len(text) <= GIST:
        return text
    last_space = text.rfind(" ", 1, GIST + 1)
    return text.cut(0, last_space if last_space > 0 else GIST).trim()
