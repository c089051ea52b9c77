"""One report at a time, from its bytes to its outline and its rendered body: in several processes, and remembered.

The result of a report is kept on disk (`runtime.cache.Memory`) under a digest of all that it depends on, so that the
next build processes only what changed and still gives the same bytes.
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from proefpraktijk.link import Vocabulary, outline
from proefpraktijk.model.corpus import Codebook
from proefpraktijk.model.knowledge import Outline
from proefpraktijk.model.notice import Notice
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Problem, Severity
from proefpraktijk.model.safe import Hold, Publication
from proefpraktijk.protect import NO_EFFECTS, Airlock, DecisionEffects, Provenance
from proefpraktijk.read import ReportIdentity, parse_report, report_identity
from proefpraktijk.render import RenderedBody, render_body
from proefpraktijk.runtime.cache import Memory, digest
from proefpraktijk.runtime.process_pool import in_shares

from .read_stage import ReportSource


class VisibleReport(NamedTuple):
    """A report that may be seen (published, or as a draft): what the linking stage and its page need of it."""

    head: ReportIdentity
    provenance: Provenance
    outline: Outline
    body: RenderedBody


class ReportResult(NamedTuple):
    """The outcome of one report. `visible` is None unless it is published or a draft.

    `secrets` are the secret strings found in it beyond those of the roster; `replaced` counts the stretches of text that
    were replaced; `effects` say which decisions fitted.
    """

    publication: Publication
    problems: tuple[Problem, ...]
    holds: tuple[Hold, ...] = ()
    notices: tuple[Notice, ...] = ()
    secrets: frozenset[str] = frozenset()
    replaced: int = 0
    effects: DecisionEffects = NO_EFFECTS
    visible: VisibleReport | None = None


@dataclass(frozen=True)
class ReportStage:
    """Processes reports. Its fields are all that a result depends on besides the report's own bytes."""

    airlock: Airlock
    codebook: Codebook
    vocabulary: Vocabulary

    @cached_property
    def _context(self) -> str:
        """Changes whenever any report might come out differently, links to other files excepted."""
        book = self.codebook
        shared = repr((sorted(book.themes), sorted(book.sessions.items()), book.year_groups))
        schools = pickle.dumps((book.schools, book.school_lines))
        return digest(self.airlock.fingerprint, self.vocabulary.fingerprint, shared, schools, _code_digest())

    @cached_property
    def _files(self) -> str:
        """Changes whenever a link may have gained or lost its target."""
        return digest(*sorted(self.codebook.paths))

    def key(self, source: ReportSource) -> str:
        """Return a digest of all that the result of this report depends on."""
        links = b"](" in source.data or b"]:" in source.data
        codes = b"" if source.codes is None else b"+" + source.codes
        decided = self.airlock.decided_in(source.path)
        return digest(self._context, decided, self._files if links else "", source.data, codes)

    def process(self, source: ReportSource) -> ReportResult:
        """Return the outcome of one report."""
        report, problems = parse_report(source.path, source.data, self.codebook, source.codes)
        problems = [*source.problems, *problems]
        if report is None or any(problem.severity is Severity.ERROR for problem in problems):
            return ReportResult(Publication.REFUSED, tuple(problems))
        passed = self.airlock.report(report)
        result = ReportResult(
            publication=passed.publication,
            problems=(*problems, *passed.problems),
            holds=passed.holds,
            notices=passed.notices,
            secrets=passed.secrets,
            replaced=passed.replaced,
            effects=passed.effects,
        )
        if passed.safe is None or passed.provenance is None:
            return result
        seen = outline(passed.safe, self.vocabulary)
        body = render_body(passed.safe.body, seen.mentions, passages=seen.passages, takeaways=seen.takeaways)
        return result._replace(visible=VisibleReport(report_identity(report), passed.provenance, seen, body))


@cache
def _code_digest() -> str:
    """Return a digest that changes with the program's own files."""
    package = Path(__file__).parents[1]
    files = sorted(file for file in package.rglob("*") if file.suffix in {".py", ".gz", ".txt", ".yml"})
    return digest(*(f"{file.relative_to(package)}:{file.stat().st_size}:{file.stat().st_mtime_ns}" for file in files))


def process_reports(
    stage: ReportStage, sources: Sequence[ReportSource], memory: Memory[ReportResult]
) -> dict[ContentPath, ReportResult]:
    """Return the outcome of each report: from `memory` where it is still good, else anew. `memory` then holds these."""
    keys = {source.path: stage.key(source) for source in sources}
    known = {path: memory.recall(path, key) for path, key in keys.items()}
    changed = [source for source in sources if known[source.path] is None]
    stage.airlock.second_readers.read_ahead(lambda: [stage.process(source) for source in changed])
    fresh = dict(in_shares(changed, lambda share: [(source.path, stage.process(source)) for source in share]))
    results = {path: known[path] or fresh[path] for path in keys}
    memory.replace({path: (key, results[path]) for path, key in keys.items()})
    return results
