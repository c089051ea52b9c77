"""What waits for a reviewer, and the file in which decisions are kept.

A document is processed again after each answer, so that what one answer settles is not asked again elsewhere.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from proefpraktijk.model.corpus import Corpus, Decision
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place, Problem
from proefpraktijk.model.review import ReviewItem
from proefpraktijk.protect import Airlock, review_items
from proefpraktijk.read import DECISIONS, parse_decisions, parse_report, read_corpus, with_decisions
from proefpraktijk.runtime.cache import write_atomically
from proefpraktijk.runtime.garbage_collection import collector_at_rest
from proefpraktijk.runtime.stopwatch import Stopwatch

from .read_protect_link import Pipeline
from .read_stage import ReportSource

_NOT_ADDED = Message("A decision cannot be added to this file in its own form.")
_BY_HAND = Message("make it a list in which each decision begins with a hyphen")


class Review:
    """The documents of one site that wait for a reviewer, in the order in which they are asked about."""

    def __init__(self, root: Path, corpus: Corpus, pipeline: Pipeline, waiting: Sequence[ContentPath]) -> None:
        """Take a corpus, and which of its documents have holds or notices."""
        self.corpus = corpus
        self.waiting = tuple(waiting)
        self._root = root
        self._pipeline = pipeline
        self._decisions = corpus.decisions
        self._file = DecisionsFile(root, corpus.community.language)
        self.airlock = self._airlock()
        shared = (*corpus.sessions, *corpus.themes, *corpus.findings, *corpus.pages, *corpus.interviews)
        self._shared = {entry.path: entry for entry in shared}

    def items(self, path: ContentPath) -> tuple[ReviewItem, ...]:
        """Return what is asked about one document now."""
        entry = self._shared.get(path)
        if entry is None:
            source = ReportSource.load(self._root, path, self.corpus.codebook)
            entry, _ = parse_report(path, source.data, self.corpus.codebook, source.codes)
        return review_items(self.airlock, entry) if entry else ()

    @cached_property
    def everywhere(self) -> Counter[str]:
        """How often each word or phrase is held in all documents, in lower case, before any answer is given."""
        return Counter(item.text.lower() for path in self.waiting for item in self.items(path) if item.text)

    def keep(self, decisions: Sequence[Decision]) -> list[Problem]:
        """Add decisions to the file, all or none; return the problems when that cannot be done."""
        kept, problems = self._file.add(decisions)
        if not problems:
            self._decisions = kept
            self.airlock = self._airlock()
        return problems

    def _airlock(self) -> Airlock:
        return Airlock(self.corpus.community, self.corpus.roster, self._decisions, self._pipeline.readings)


def open_review(root: Path, watch: Stopwatch) -> Review | tuple[Problem, ...]:
    """Return what waits for a reviewer below `root`; the problems, when a shared document has an error."""
    pipeline = Pipeline(root)
    result = pipeline.run(drafts=True, watch=watch)
    pipeline.save()
    corpus, _ = read_corpus(root)
    if result.linked is None or corpus is None:
        return result.problems
    held = {hold.place.path for hold in result.holds}
    waiting = held | {notice.place.path for notice in result.notices}
    order = sorted(waiting, key=lambda path: (path not in held, path in result.publications, path))
    return Review(root, corpus, pipeline, order)


class DecisionsFile:
    """`content/decisions.yml` of one site. What it held when it was last written is remembered, not read again."""

    def __init__(self, root: Path, language: str) -> None:
        """Take the site, and the language of the keys when the file has none yet."""
        self._file = (root / DECISIONS).resolve()
        self._language = language
        self._last: tuple[bytes, tuple[Decision, ...]] = (b"", ())

    @collector_at_rest()
    def add(self, decisions: Sequence[Decision]) -> tuple[tuple[Decision, ...], list[Problem]]:
        """Add to the file (made when it is not there), and return all decisions in it, or what is wrong with it.

        What somebody wrote in it meanwhile is kept. The file is replaced in one step, and only when the new one reads back
        as what was there and what is added.

        Raises:
            OSError: the file cannot be written.
        """
        before = self._file.read_bytes() if self._file.exists() else b""
        known, problems = (self._last[1], []) if before == self._last[0] else parse_decisions(before)
        if problems:
            return (), problems
        after = with_decisions(before, decisions, self._language)
        kept, problems = parse_decisions(after)
        if not problems and [_content(d) for d in kept] != [_content(d) for d in (*known, *decisions)]:
            problems = [Problem("PP204", Place(DECISIONS), _NOT_ADDED, _BY_HAND)]
        if not problems:
            mode = self._file.stat().st_mode if self._file.exists() else 0o666 & ~_umask()
            write_atomically(self._file, after)
            self._file.chmod(mode)
            self._last = (after, kept)
        return kept, problems


def _content(decision: Decision) -> tuple[object, ...]:
    texts = (raw.value if raw else None for raw in (decision.text, decision.before, decision.after))
    rest = (decision.action, decision.scope, decision.replacement, decision.reason, decision.by, decision.date)
    return (*texts, *rest)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
