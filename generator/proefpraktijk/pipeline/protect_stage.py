"""Second stage: everything goes through the airlock, the shared documents first, then the reports."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from proefpraktijk.link import Vocabulary
from proefpraktijk.model.corpus import Corpus
from proefpraktijk.model.notice import Notice
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Problem, Severity
from proefpraktijk.model.safe import Hold, Publication
from proefpraktijk.protect import Airlock, ByteSearch, DecisionEffects, PassedCorpus, Tag, pass_corpus
from proefpraktijk.runtime.cache import Memory, digest
from proefpraktijk.runtime.stopwatch import Stopwatch

from .read_stage import ReadContent, StoppedError
from .report_stage import ReportResult, ReportStage, process_reports


@dataclass(frozen=True)
class SearchTerms:
    """What the finished site is searched for: `secrets`, but not where one is part of a mask.

    `version` is the airlock's fingerprint: it changes whenever a search for the same terms might find something else.
    """

    secrets: frozenset[str] = frozenset()
    masks: frozenset[str] = frozenset()
    version: str = ""

    @cached_property
    def search(self) -> ByteSearch:
        """The search for these terms."""
        return ByteSearch(self.secrets, self.masks)

    @property
    def digest(self) -> str:
        """Changes whenever the search might find something else."""
        return digest(self.version, *sorted(self.secrets), "", *sorted(self.masks))


@dataclass(frozen=True)
class ProtectedContent:
    """What passed the airlock, and what did not: the shared documents, and the outcome of each report.

    `vocabulary` are the words that lead to the themes that passed; `problems` are those found in this stage.
    """

    airlock: Airlock
    shared: PassedCorpus
    vocabulary: Vocabulary
    reports: dict[ContentPath, ReportResult]
    problems: tuple[Problem, ...]

    @property
    def holds(self) -> tuple[Hold, ...]:
        """Everything that a reviewer must decide on."""
        return (*self.shared.holds, *(hold for result in self.reports.values() for hold in result.holds))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Everything that a reviewer is asked about though it is published."""
        return (*self.shared.notices, *(notice for result in self.reports.values() for notice in result.notices))

    @property
    def replaced(self) -> int:
        """How many stretches of text were replaced in all reports."""
        return sum(result.replaced for result in self.reports.values())

    @cached_property
    def search_terms(self) -> SearchTerms:
        """What the finished site is searched for."""
        effects = DecisionEffects.of((self.shared.effects, *(result.effects for result in self.reports.values())))
        return SearchTerms(
            self.airlock.secrets.union(self.shared.secrets, *(result.secrets for result in self.reports.values())),
            self.airlock.masks | effects.masks,
            self.airlock.fingerprint,
        )


def protect_content(
    read: ReadContent, readings: dict[str, tuple[Tag, ...]], memory: Memory[ReportResult], watch: Stopwatch
) -> ProtectedContent:
    """Take everything that was read through the airlock.

    `readings` are what second readers are remembered to have found, by text, and grow; `memory` holds earlier results.

    Raises:
        StoppedError: the roster, the decisions or the community cannot be used.
        ReaderError: a second reader failed.
    """
    corpus = read.corpus
    with watch.stage("shared"):
        airlock = Airlock(corpus.community, corpus.roster, corpus.decisions, readings)
        if documents_with_errors(airlock.problems):
            raise StoppedError((*read.problems, *airlock.problems))
        airlock.second_readers.read_ahead(lambda: pass_corpus(airlock, corpus))
        shared = pass_corpus(airlock, corpus)
        vocabulary = Vocabulary(shared.safe.themes)
    with watch.stage("reports"):
        reports = process_reports(ReportStage(airlock, corpus.codebook, vocabulary), read.reports, memory)
        problems = [*airlock.problems, *shared.problems, *(p for result in reports.values() for p in result.problems)]
        problems += airlock.lapsed(
            DecisionEffects.of((shared.effects, *(result.effects for result in reports.values()))),
            _documents_read(corpus, reports),
            complete=not documents_with_errors((*read.problems, *problems)),
        )
    return ProtectedContent(airlock, shared, vocabulary, reports, tuple(problems))


def _documents_read(corpus: Corpus, reports: dict[ContentPath, ReportResult]) -> Collection[ContentPath]:
    """Return the documents that went through the airlock, whatever their outcome."""
    shared = (*corpus.sessions, *corpus.themes, *corpus.findings, *corpus.pages, *corpus.interviews)
    passed = (path for path, result in reports.items() if result.publication is not Publication.REFUSED)
    return {*(entry.path for entry in shared), *passed}


def documents_with_errors(problems: Iterable[Problem]) -> set[ContentPath]:
    """Return the documents that have an ERROR among these problems."""
    return {problem.place.path for problem in problems if problem.severity is Severity.ERROR}
