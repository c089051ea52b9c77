"""A document as lines that a test can compare: one for each block, one for each run below it."""

from collections.abc import Iterator

from proefpraktijk.model.document import Block, Document, Run
from proefpraktijk.model.problem import Problem
from proefpraktijk.model.text import RawText


def dump(document: Document[RawText], hidden: tuple[RawText, ...], problems: list[Problem]) -> str:
    """Return blocks with their runs, then passages, hidden text and problems."""
    lines = []
    for block in document.blocks:
        lines.append(" ".join(_block(block)))
        lines.extend("  " + " ".join(_run(run)) for run in block.runs)
    for index, coding in enumerate(document.passages):
        lines.append(f"passage {index}: {', '.join(coding.themes)} {coding.effect or ''}".rstrip())
    lines.extend(f"hidden {text.value!r}" for text in hidden)
    lines.extend(f"{problem.place.line}:{problem.place.column}: {problem.rule}" for problem in problems)
    return "\n".join(lines) + "\n"


def _block(block: Block[RawText]) -> Iterator[str]:
    yield block.kind.name.lower()
    yield f"[{block.section.value}]"
    if block.level:
        yield f"level={block.level}"
    if block.kind.name == "CELL":
        yield f"at={block.row},{block.column}"
    for flag in ("ordered", "quoted", "starts_list"):
        if getattr(block, flag):
            yield flag


def _run(run: Run[RawText]) -> Iterator[str]:
    yield repr(run.text.value)
    for flag in ("strong", "emphasis", "strike", "code"):
        if getattr(run, flag):
            yield flag
    for name, target in (("link", run.link), ("picture", run.picture)):
        if target is not None:
            yield f"{name}={target.kind.name}:{target.target.value}"
    if run.passages:
        yield f"passages={list(run.passages)}"
    if run.text.end - run.text.start != len(run.text.value):
        yield "(not letter by letter)"
