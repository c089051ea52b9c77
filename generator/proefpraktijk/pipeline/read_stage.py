"""First stage: everything under `content/` is read. Shared documents in full, since they are few; of reports the bytes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from proefpraktijk.model.corpus import Codebook, Corpus
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Problem
from proefpraktijk.read import codes_path, load_bytes, read_corpus
from proefpraktijk.runtime.stopwatch import Stopwatch


class StoppedError(Exception):
    """A shared document or a setting has an error, so nothing can be said of any report. `problems` are why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Take all problems found until then."""
        super().__init__()
        self.problems = problems


@dataclass(frozen=True, slots=True)
class ReportSource:
    """The bytes of a report, and those of its stand-off codes (None without such a file); `problems` of reading them."""

    path: ContentPath
    data: bytes
    codes: bytes | None
    problems: tuple[Problem, ...]

    @classmethod
    def load(cls, root: Path, path: ContentPath, codebook: Codebook) -> ReportSource:
        """Read both files below `root`."""
        data, problems = load_bytes(root, path)
        if codes_path(path) not in codebook.paths:
            return cls(path, data, None, tuple(problems))
        codes, of_codes = load_bytes(root, codes_path(path))
        return cls(path, data, codes, (*problems, *of_codes))


@dataclass(frozen=True, slots=True)
class ReadContent:
    """The shared documents, the reports as bytes, and what was wrong with the shared documents (warnings only)."""

    corpus: Corpus
    reports: tuple[ReportSource, ...]
    problems: tuple[Problem, ...]


def read_content(root: Path, watch: Stopwatch) -> ReadContent:
    """Return what is under `root/content`.

    Raises:
        StoppedError: a shared document that every other depends on has an error.
    """
    with watch.stage("shared"):
        corpus, problems = read_corpus(root)
        if corpus is None:
            raise StoppedError(tuple(problems))
    with watch.stage("reports"):
        sources = tuple(ReportSource.load(root, path, corpus.codebook) for path in corpus.reports)
    return ReadContent(corpus, sources, tuple(problems))
