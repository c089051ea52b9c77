"""One Markdown document: decoded, its front matter checked, what it refers to looked up, its body read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from proefpraktijk.model.corpus import Codebook, Entry, Matter, Report, ReportMatter, Source
from proefpraktijk.model.document import Block, BlockKind, SectionKind
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Problem
from proefpraktijk.model.text import RawText
from proefpraktijk.read.front_matter.checked import Checked, front_matter_span, offset_of, read_front_matter
from proefpraktijk.read.front_matter.handler import FrontMatterSpan
from proefpraktijk.read.front_matter.references import checked_references
from proefpraktijk.read.front_matter.yaml_text import comments_in
from proefpraktijk.read.markdown.body import read_body

from .decode import decode
from .problems import Problems
from .standoff_codes import add_codes

M = TypeVar("M", bound=Matter)


@dataclass(frozen=True, slots=True)
class OpenedDocument(Generic[M]):
    """A document of which only the front matter has been read: enough to make the codebook of."""

    model: type[M]
    checked: Checked[M]
    span: FrontMatterSpan | None
    problems: Problems

    @property
    def matter(self) -> M | None:
        """The front matter, or None when anything in it was refused."""
        return self.checked.matter

    @property
    def values(self) -> dict[str, Any]:
        """The values as written, under canonical keys."""
        return self.checked.values


def open_document(model: type[M], path: ContentPath, data: bytes) -> OpenedDocument[M]:
    """Return the document with its front matter checked; whatever is wrong is in its problems."""
    problems = Problems(path)
    span = front_matter_span(problems) if decode(data, problems) is not None else None
    checked: Checked[M] = read_front_matter(model, span, problems) if span else Checked(None, None, {})
    return OpenedDocument(model, checked, span, problems)


def close_document(
    front: OpenedDocument[M], codebook: Codebook, codes: bytes | None = None
) -> tuple[Entry[M] | None, list[Problem]]:
    """Return the whole document, or None when it has an error; with all its problems, also those of its body."""
    problems, span = front.problems, front.span
    if span is None:
        return None, problems.found
    title = front.values.get("title", "")
    body = read_body(problems, span.body, problems.path, codebook, title if isinstance(title, str) else "")
    document = body.document
    if not document.blocks:
        problems.add("PP413", 0, "There is no text below the front matter.", "write what happened")
    found = problems.found
    matter = front.matter
    if front.checked.partial is not None:
        looked_up = checked_references(front.checked.partial, front.values, codebook, problems)
        matter = looked_up if matter is not None else None
    if isinstance(matter, ReportMatter):
        _check_member_check(matter, _offsets(front.values), problems)
    if front.model is ReportMatter:
        _check_takeaways(document.blocks, problems)
    blocking = problems.blocking
    if codes is not None:
        document, of_codes = add_codes(document, problems.path, codes, codebook)
        found = [*found, *of_codes.found]
        blocking = blocking or of_codes.blocking
    if matter is None or blocking:
        return None, found
    hidden = (*comments_in(problems.text, span.start, span.end), *body.hidden)
    source = Source(problems.path, problems.text)
    return Entry(matter, document, source, _offsets(front.values), hidden), found


def _offsets(values: dict[str, Any]) -> dict[str, int]:
    return {key: offset_of(value, (), -1) for key, value in values.items()}


def _check_member_check(matter: ReportMatter, offsets: Mapping[str, int], problems: Problems) -> None:
    """Report a member check from before the report: most often the year is wrong, or the date is another report's."""
    if matter.date and matter.member_check and matter.member_check < matter.date:
        template = "The member check is of before the report."
        problems.add("PP316", offsets["member_check"], template, "is one of the two dates wrong?")


def _check_takeaways(blocks: Iterable[Block[RawText]], problems: Problems) -> None:
    """Report that a report gives its reader nothing to try: recognition alone gives no handles."""
    to_try = {BlockKind.ITEM, BlockKind.PARAGRAPH}
    if not any(block.section is SectionKind.HANDVATTEN and block.kind in to_try for block in blocks):
        hint = "add a heading ## Handvatten with a list of things a colleague can try tomorrow"
        problems.add("PP401", 0, "This report has no section Handvatten.", hint)


def parse_report(
    path: ContentPath, data: bytes, codebook: Codebook, codes: bytes | None = None
) -> tuple[Report | None, list[Problem]]:
    """Return the report at `path` whose file holds `data`, and all its problems; None when one of them is an error.

    `codes` are the bytes of its stand-off codings, the file at `codes_path(path)`, when there is one.
    """
    return close_document(open_document(ReportMatter, path, data), codebook, codes)
