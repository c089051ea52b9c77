"""The way to a knowledge base, one call: `gather` reads, protects and links what is under `content/`.

Shared documents are few and read in full. Reports walk one by one, in several processes when there are many, and what
became of each is remembered (`cache.Memory`), so that a second walk costs only what changed.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from proefpraktijk.link import Vocabulary, outline, weave, with_address
from proefpraktijk.model.corpus import Codebook, CommunityMatter, Corpus, Decision, Roster
from proefpraktijk.model.knowledge import KnowledgeBase, Outline
from proefpraktijk.model.notice import Notice
from proefpraktijk.model.paths import ContentPath, Slug
from proefpraktijk.model.problem import Problem, Severity
from proefpraktijk.model.safe import Hold, Publication, SafeTheme
from proefpraktijk.protect import (
    NO_TRACES,
    Airlock,
    Placed,
    ReaderError,
    Shortfall,
    Standing,
    Tag,
    Traces,
    discreet,
    linked_anyway,
    pass_corpus,
    told_anyway,
)
from proefpraktijk.read import Head, clashes, codes_path, head, load_bytes, parse_report, read_corpus
from proefpraktijk.render import RenderedBody, render_body
from proefpraktijk.runtime.cache import CACHE_FOLDER, Memory, digest
from proefpraktijk.runtime.garbage_collection import collector_at_rest
from proefpraktijk.runtime.process_pool import in_shares
from proefpraktijk.runtime.stopwatch import Stopwatch


@dataclass(frozen=True, slots=True)
class Source:
    """A report's bytes, with those of the codes that stand off beside it."""

    path: ContentPath
    data: bytes
    codes: bytes | None
    problems: tuple[Problem, ...]

    @classmethod
    def load(cls, root: Path, path: ContentPath, codebook: Codebook) -> Source:
        """Read the file, and the codes if there are any."""
        data, problems = load_bytes(root, path)
        if codes_path(path) not in codebook.paths:
            return cls(path, data, None, tuple(problems))
        codes, of_codes = load_bytes(root, codes_path(path))
        return cls(path, data, codes, (*problems, *of_codes))


class Walked(NamedTuple):
    """One report's way through the street: what became of it, and, when it may be seen, its outline and its page."""

    publication: Publication
    problems: tuple[Problem, ...]
    holds: tuple[Hold, ...]
    needles: frozenset[str]
    replaced: int
    traces: Traces = NO_TRACES
    notices: tuple[Notice, ...] = ()
    head: Head | None = None
    standing: Standing | None = None
    outline: Outline | None = None
    body: RenderedBody | None = None


@dataclass(frozen=True)
class Walk:
    """All that one report's way depends on besides its own bytes."""

    community: CommunityMatter
    roster: Roster
    decisions: tuple[Decision, ...]
    codebook: Codebook
    themes: tuple[SafeTheme, ...]
    airlock: Airlock

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that lead to themes, made once in each process."""
        return Vocabulary(self.themes)

    @cached_property
    def context(self) -> str:
        """Changes whenever any report might come out differently, links to other files excepted."""
        book = self.codebook
        shared = repr((sorted(book.themes), sorted(book.sessions.items()), book.year_groups))
        schools = pickle.dumps(book.schools)
        return digest(self.airlock.fingerprint, self.vocabulary.fingerprint, shared, schools, _code())

    @cached_property
    def files(self) -> str:
        """Changes whenever a link may have gained or lost its target."""
        return digest(*sorted(self.codebook.paths))

    def key(self, source: Source) -> str:
        """Return the digest of all that this report comes out of."""
        links = b"](" in source.data or b"]:" in source.data
        codes = b"" if source.codes is None else b"+" + source.codes
        decided = self.airlock.decided_in(source.path)
        return digest(self.context, decided, self.files if links else "", source.data, codes)

    def report(self, source: Source) -> Walked:
        """Take one report from its bytes to its page."""
        report, problems = parse_report(source.path, source.data, self.codebook, source.codes)
        problems = [*source.problems, *problems]
        if report is None or any(problem.severity is Severity.ERROR for problem in problems):
            return Walked(Publication.REFUSED, tuple(problems), (), frozenset(), 0)
        passed = self.airlock.report(report)
        walked = Walked(
            passed.publication,
            (*problems, *passed.problems),
            passed.holds,
            passed.needles,
            passed.replaced,
            passed.traces,
            passed.notices,
            head(report),
        )
        if passed.safe is None:
            return walked
        seen = outline(passed.safe, self.vocabulary)
        body = render_body(passed.safe.body, seen.mentions, passages=seen.passages, takeaways=seen.takeaways)
        return walked._replace(standing=passed.standing, outline=seen, body=body)


@cache
def _code() -> str:
    """Return a digest that changes with the program's own files."""
    package = Path(__file__).parents[1]
    files = sorted(file for file in package.rglob("*") if file.suffix in {".py", ".gz", ".txt", ".yml"})
    return digest(*(f"{file.relative_to(package)}:{file.stat().st_size}:{file.stat().st_mtime_ns}" for file in files))


@dataclass(frozen=True)
class Gathered:
    """What is known after a walk down the street as far as the knowledge base.

    `knowledge` is None when a shared document has an error: then nothing can be said of any report. `bodies` holds the
    rendered body of each report in the knowledge base; `needles` every string the site must not hold, `masks` what may
    stand in it all the same, `detection` the version of the airlock that says so; `publications` what becomes of each report.
    `placed` is what each report in it tells of where it comes from, `lent` the same for interviews, and `shortfalls` what
    the community is too small for.
    """

    problems: tuple[Problem, ...]
    holds: tuple[Hold, ...] = ()
    notices: tuple[Notice, ...] = ()
    publications: Mapping[ContentPath, Publication] = field(default_factory=dict)
    knowledge: KnowledgeBase | None = None
    bodies: Mapping[Slug, RenderedBody] = field(default_factory=dict)
    needles: frozenset[str] = frozenset()
    masks: frozenset[str] = frozenset()
    detection: str = ""
    replaced: int = 0
    placed: Mapping[ContentPath, Placed] = field(default_factory=dict)
    lent: Mapping[ContentPath, Placed] = field(default_factory=dict)
    shortfalls: tuple[Shortfall, ...] = ()


def gather(root: Path, *, drafts: bool = False, watch: Stopwatch | None = None) -> Gathered:
    """Read, protect and link everything under `root/content`; with `drafts` also what is not member-checked yet."""
    street = Street(root)
    gathered = street.gather(drafts=drafts, watch=watch or Stopwatch())
    street.remember()
    return gathered


class Street:
    """The street of one site. It remembers what it walked, between runs on disk and within one in memory."""

    def __init__(self, root: Path) -> None:
        """Take the folder that holds `content/`."""
        self._root = root
        self._memory: Memory[Walked] = Memory(root / CACHE_FOLDER / "reports.pickle")
        self._readings: Memory[tuple[Tag, ...]] = Memory(root / CACHE_FOLDER / "readings.pickle")

    @property
    def readings(self) -> dict[str, tuple[Tag, ...]]:
        """What second readers said of the texts that were walked."""
        return self._readings.everything()

    def remember(self) -> None:
        """Write down what was walked, for a next run; at once when it was already."""
        self._memory.save()
        self._readings.save()

    @collector_at_rest()
    def gather(self, *, drafts: bool, watch: Stopwatch) -> Gathered:
        """Walk: read, protect and link everything there is now."""
        readings = self._readings.everything()
        try:
            return self._gather(readings, drafts=drafts, watch=watch)
        except ReaderError as error:
            return Gathered((error.problem,))
        finally:
            self._readings.replace({text: ("", tags) for text, tags in readings.items()})

    def _gather(self, readings: dict[str, tuple[Tag, ...]], *, drafts: bool, watch: Stopwatch) -> Gathered:
        with watch.stage("shared"):
            corpus, problems = read_corpus(self._root)
            if corpus is None:
                return Gathered(tuple(problems))
            airlock = Airlock(corpus.community, corpus.roster, corpus.decisions, readings)
            problems += airlock.problems
            if _refused(airlock.problems):
                return Gathered(tuple(problems))
            airlock.second_readers.read_ahead(lambda: pass_corpus(airlock, corpus))
            safe, holds, needles, lent, traces, notices, warned = pass_corpus(airlock, corpus)
            problems += warned
            walk = Walk(corpus.community, corpus.roster, corpus.decisions, corpus.codebook, safe.themes, airlock)
        with watch.stage("reports"):
            walked = self._walk_all(walk, corpus)
            traces = Traces.of((traces, *(w.traces for w in walked.values())))
            problems += [problem for w in walked.values() for problem in w.problems]
            problems += airlock.lapsed(traces, _read(corpus, walked), complete=not _refused(problems))
        with watch.stage("weave"):
            wanted = {Publication.PUBLISHED, Publication.DRAFT} if drafts else {Publication.PUBLISHED}
            clashing = clashes(w.head for w in walked.values() if w.head and w.publication in wanted)
            refused = _refused(clashing)
            shown = {
                path: w
                for path, w in walked.items()
                if w.outline and w.standing and w.publication in wanted and path not in refused
            }
            outlines, colliding = with_address([w.outline for w in shown.values() if w.outline])
            standings = {seen.key: s for seen in outlines if (s := shown[seen.key].standing)}
            placed = airlock.small.place(standings)
            knowledge, woven = weave(safe, [_told(seen, standings, placed) for seen in outlines], walk.vocabulary)
        aloud = (*told_anyway(standings, placed), *linked_anyway(corpus.sessions, placed))
        refused |= _refused([*colliding, *woven])
        return Gathered(
            problems=(*problems, *clashing, *colliding, *woven, *aloud),
            holds=(*holds, *(hold for w in walked.values() for hold in w.holds)),
            notices=(*notices, *(notice for w in walked.values() for notice in w.notices)),
            publications={
                path: Publication.REFUSED if path in refused else w.publication for path, w in walked.items()
            },
            knowledge=knowledge,
            bodies={seen.slug: body for seen in outlines if (body := shown[seen.key].body) is not None},
            needles=airlock.needles.union(needles, *(w.needles for w in walked.values())),
            masks=airlock.masks | traces.masks,
            detection=airlock.fingerprint,
            replaced=sum(w.replaced for w in walked.values()),
            placed=placed,
            lent=lent,
            shortfalls=airlock.small.shortfalls,
        )

    def _walk_all(self, walk: Walk, corpus: Corpus) -> dict[ContentPath, Walked]:
        """Take every report down the street, those whose bytes and context are remembered excepted."""
        sources = {path: Source.load(self._root, path, corpus.codebook) for path in corpus.reports}
        wanted = {path: walk.key(source) for path, source in sources.items()}
        known = {path: self._memory.recall(path, wanted[path]) for path in sources}
        new = [source for path, source in sources.items() if known[path] is None]
        walk.airlock.second_readers.read_ahead(lambda: [walk.report(source) for source in new])
        fresh = dict(in_shares(new, lambda share: [(source.path, walk.report(source)) for source in share]))
        walked = {path: known[path] or fresh[path] for path in sources}
        self._memory.replace({path: (wanted[path], walked[path]) for path in walked})
        return walked


def _told(seen: Outline, standings: Mapping[ContentPath, Standing], placed: Mapping[ContentPath, Placed]) -> Outline:
    """Return a report's outline with no more of where it comes from than it may tell, by its earlier slugs either."""
    earlier = discreet(seen.earlier, standings[seen.key], placed[seen.key])
    return seen.at(placed[seen.key].coordinates)._replace(earlier=earlier)


def _read(corpus: Corpus, walked: Mapping[ContentPath, Walked]) -> set[ContentPath]:
    """Return the documents that went through the airlock, whatever became of them there."""
    shared = (*corpus.sessions, *corpus.themes, *corpus.findings, *corpus.pages, *corpus.interviews)
    reports = (path for path, w in walked.items() if w.publication is not Publication.REFUSED)
    return {*(entry.path for entry in shared), *reports}


def _refused(problems: Sequence[Problem]) -> set[ContentPath]:
    return {problem.place.path for problem in problems if problem.severity is Severity.ERROR}
