"""The pipeline as far as the knowledge base: read, protect, link. All commands about a site's content begin here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from proefpraktijk.model.notice import Notice
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Problem
from proefpraktijk.model.safe import Hold, Publication
from proefpraktijk.protect import ReaderError, Tag
from proefpraktijk.runtime.cache import CACHE_FOLDER, Memory
from proefpraktijk.runtime.garbage_collection import collector_at_rest
from proefpraktijk.runtime.stopwatch import Stopwatch

from .link_stage import LinkedContent, link_content
from .protect_stage import ProtectedContent, SearchTerms, protect_content
from .read_stage import StoppedError, read_content
from .report_stage import ReportResult


@dataclass(frozen=True, slots=True)
class PipelineResult:
    """All problems, and the result of each stage; None, both, when an error in a shared document stopped the pipeline."""

    problems: tuple[Problem, ...]
    protected: ProtectedContent | None = None
    linked: LinkedContent | None = None

    @property
    def holds(self) -> tuple[Hold, ...]:
        """Everything that a reviewer must decide on."""
        return self.protected.holds if self.protected else ()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Everything that a reviewer is asked about though it is published."""
        return self.protected.notices if self.protected else ()

    @property
    def search_terms(self) -> SearchTerms:
        """What the finished site is searched for."""
        return self.protected.search_terms if self.protected else SearchTerms()

    @property
    def publications(self) -> Mapping[ContentPath, Publication]:
        """The outcome of each report."""
        return self.linked.publications if self.linked else {}


def run_pipeline(root: Path, *, drafts: bool = False, watch: Stopwatch | None = None) -> PipelineResult:
    """Read, protect and link everything under `root/content`; with `drafts` also what is not member-checked yet."""
    pipeline = Pipeline(root)
    result = pipeline.run(drafts=drafts, watch=watch or Stopwatch())
    pipeline.save()
    return result


class Pipeline:
    """The pipeline of one site. It remembers earlier results, between runs on disk and within one in memory."""

    def __init__(self, root: Path) -> None:
        """Take the folder that holds `content/`, and what is remembered of it."""
        self._root = root
        self._memory: Memory[ReportResult] = Memory(root / CACHE_FOLDER / "reports.pickle")
        self._readings: Memory[tuple[Tag, ...]] = Memory(root / CACHE_FOLDER / "readings.pickle")

    @property
    def readings(self) -> dict[str, tuple[Tag, ...]]:
        """What second readers found in the texts of the last run."""
        return self._readings.everything()

    def save(self) -> None:
        """Write what is remembered to disk, for the next run; does nothing when that was done already."""
        self._memory.save()
        self._readings.save()

    @collector_at_rest()
    def run(self, *, drafts: bool, watch: Stopwatch) -> PipelineResult:
        """Read, protect and link everything there is now; with `drafts` also what is not member-checked yet."""
        readings = self._readings.everything()
        try:
            read = read_content(self._root, watch)
            protected = protect_content(read, readings, self._memory, watch)
            linked = link_content(read, protected, watch, drafts=drafts)
        except StoppedError as stopped:
            return PipelineResult(stopped.problems)
        except ReaderError as error:
            return PipelineResult((error.problem,))
        finally:
            self._readings.replace({text: ("", tags) for text, tags in readings.items()})
        return PipelineResult((*read.problems, *protected.problems, *linked.problems), protected, linked)
