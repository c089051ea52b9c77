"""What a report's page is made of, as one short string that changes when the page would."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from proefpraktijk.model.document import Block, Run, Target
from proefpraktijk.model.knowledge import Mention
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.safe import SafeReport
from proefpraktijk.model.text import SafeText


def fingerprint(report: SafeReport, mentions: Sequence[Mention], themes: tuple[ThemeId, ...]) -> str:
    """Return a hash over all that the page of `report` shows of the report itself; the same in every process.

    `repr` of plain values is unambiguous and made in C; `pickle` would depend on which objects happen to be shared.
    """
    shown = (
        report.slug,
        report.title,
        report.year_groups,
        (report.session.year.start, report.session.number),
        report.quadrant.value,
        themes,
        str(report.date),
        str(report.member_check),
        report.contributors,
        report.draft,
        [_block(block) for block in report.body.blocks],
        [(coding.themes, coding.effect and coding.effect.value) for coding in report.body.passages],
        [(mention.theme, mention.block, mention.start, mention.end) for mention in mentions],
    )
    return blake2b(repr(shown).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _block(block: Block[SafeText]) -> tuple[object, ...]:
    return (
        block.kind.name,
        block.section.value,
        block.level,
        block.ordered,
        block.quoted,
        block.row,
        block.column,
        block.starts_list,
        [_run(run) for run in block.runs],
    )


def _run(run: Run[SafeText]) -> object:
    if not (run.strong or run.emphasis or run.strike or run.code or run.passages or run.link or run.picture):
        return run.text
    return (
        run.text,
        run.strong,
        run.emphasis,
        run.strike,
        run.code,
        run.passages,
        run.link and _target(run.link),
        run.picture and _target(run.picture),
    )


def _target(target: Target[SafeText]) -> tuple[str, str]:
    return target.kind.name, target.target
