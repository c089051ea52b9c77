"""Taking a document apart into a view, and putting it together again as safe text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proefpraktijk.model.document import Block, Document, Run, Target
from proefpraktijk.model.text import SEAL, RawText, SafeText
from proefpraktijk.protect.document.document_text import DocumentText

from .link_targets import LinkTargets, Unclear


def document_text_of(texts: Sequence[RawText], body: Document[RawText]) -> DocumentText:
    """Return one view of `texts`, each a block of its own, and after them all blocks of `body`."""
    view, end, parts = DocumentText(), 0, list[str]()
    for raw in texts:
        end = view.part(view.add(raw, end, parts), parts)
    for block in body.blocks:
        link: Target[RawText] | None = None
        for run in block.runs:
            if run.picture is not None:
                end = view.part(view.add(run.text, view.part(end, parts), parts), parts)
                continue
            if run.link is not None and run.link is not link:
                view.openings.add(end)
            link = run.link
            end = view.add(run.text, end, parts)
        end = view.part(end, parts)
    view.close(parts)
    return view


def put_together(body: Document[RawText], texts: Iterator[str], targets: LinkTargets) -> Document[SafeText]:
    """Return `body` with the texts of its runs replaced by `texts`, one for each run, and its targets made public.

    Runs that lost all their text to a neighbour are left out. A link that is unclear is dropped here; `unclear_links`
    has held the document already.
    """
    return Document(tuple(_block(block, texts, targets) for block in body.blocks), body.passages)


def _block(block: Block[RawText], texts: Iterator[str], targets: LinkTargets) -> Block[SafeText]:
    runs: list[Run[SafeText]] = []
    for run in block.runs:
        text = next(texts)
        if not text and run.text.value and run.picture is None:
            continue
        safe = SafeText(text, SEAL)
        runs.append(
            Run(
                safe,
                run.strong,
                run.emphasis,
                run.strike,
                run.code,
                _link(run.link, targets),
                _link(run.picture, targets),
                run.passages,
            )
            if run.link or run.picture
            else Run(safe, run.strong, run.emphasis, run.strike, run.code, None, None, run.passages)
        )
    return Block(
        block.kind,
        tuple(runs),
        block.section,
        block.level,
        block.ordered,
        block.quoted,
        block.row,
        block.column,
        block.starts_list,
    )


def _link(target: Target[RawText] | None, targets: LinkTargets) -> Target[SafeText] | None:
    if target is None:
        return None
    try:
        return targets.passed(target)
    except Unclear:
        return None


def unclear_links(body: Document[RawText], targets: LinkTargets) -> Iterator[RawText]:
    """Yield the addresses of links in `body` that a reviewer must look at."""
    for block in body.blocks:
        for run in block.runs:
            for target in (run.link, run.picture):
                if target is None:
                    continue
                try:
                    targets.passed(target)
                except Unclear:
                    yield target.target
