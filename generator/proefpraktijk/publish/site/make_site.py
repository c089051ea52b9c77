"""From staged documents to a site in place: built beside the old one, finished, searched, swapped in.

When only a few documents differ from those the old site was built from, and nothing else does, the new site is made of
the old one's files (hard links) and those few are built. What it was built from is on record, and so is the hash of
every file; whenever something does not fit, everything is built.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from pathlib import Path

from proefpraktijk import __version__
from proefpraktijk.model.paths import ContentPath, DocPath
from proefpraktijk.model.problem import Message, Place, Problem, Severity
from proefpraktijk.publish.engines import Engine, EngineSettings, Job, read_settings
from proefpraktijk.publish.search_index.index import INDEX_FOLDER, Index, Indexing, program
from proefpraktijk.publish.staging.stage import Staged
from proefpraktijk.runtime.cache import digest
from proefpraktijk.runtime.file_trees import discard, link, listing, merge, remove
from proefpraktijk.runtime.stopwatch import Stopwatch

from .atomic_swap import recover, replace_folder
from .finish import TOUCHED, finish
from .navigation_digest import navigation_digest
from .verify import Hashes, Record, SecretSearch, hashes_of, recorded, verify
from .work_folders import WorkFolders

_FEW = 0.3  # the share of pages up to which it pays to build those that changed only (measured: cloning costs little)


@dataclass(frozen=True, slots=True)
class SiteResult:
    """The outcome: whether the site in place is what was asked for, the problems, and how many pages were built.

    `built` is None when the engine built everything.
    """

    written: bool
    problems: tuple[Problem, ...]
    built: int | None = None


@dataclass(frozen=True, slots=True)
class SiteRequest:
    """One site to be made: the staged documents, the engine, what to search for, what to be found by, the pages' dates.

    `secrets_digest` changes whenever `search` might find something else, `sources` whenever anything the site is made from
    does. The search index is made, and `meanwhile` is done, while the engine is at work, in a thread.
    """

    staged: Staged
    engine: Engine
    search: SecretSearch
    secrets_digest: str
    sources: str = ""
    dates: Mapping[DocPath, str] = field(default_factory=dict)
    watch: Stopwatch = field(default_factory=Stopwatch)
    meanwhile: Callable[[], None] = lambda: None
    index: Index = field(default_factory=Index)

    @property
    def searched(self) -> str:
        """What a site was searched for, and by which version."""
        return digest(__version__, self.secrets_digest)


def make_site(folders: WorkFolders, request: SiteRequest) -> SiteResult:
    """Make the site and put it in place; with any ERROR among the problems the old site stays as it is.

    The caller holds the lock of the folders.
    """
    _clear(folders)
    return _make(folders, request)


def _clear(folders: WorkFolders) -> None:
    """Mend and remove what a killed build left behind."""
    recover(folders.site, folders.aside)
    for left in folders.cache.glob("work-*"):
        remove(left)
    _clear_previous_copies(folders, recorded(folders.record))


def _clear_previous_copies(folders: WorkFolders, record: Record | None) -> None:
    """Remove the copies of sites other than the recorded one: they may hold what was withdrawn."""
    previous_copy = folders.previous_copy(record) if record else None
    for left in folders.cache.glob("spare-*"):
        if left != previous_copy:
            remove(left)


def _make(folders: WorkFolders, request: SiteRequest) -> SiteResult:
    settings = read_settings(folders.config_file)
    versions = request.engine.versions()
    if isinstance(settings, Problem) or isinstance(versions, Problem):
        return SiteResult(False, tuple(found for found in (settings, versions) if isinstance(found, Problem)))
    if folders.site.is_symlink() or (folders.site.exists() and not folders.site.is_dir()):
        return SiteResult(False, (_not_a_folder(folders.site),))
    key = digest(
        __version__,
        request.engine.name,
        versions,
        settings.digest,
        request.staged.theme_digest,
        navigation_digest(request.staged, settings),
    )
    with _work(folders) as work:
        before = recorded(folders.record) if folders.site.is_dir() else None
        build = _Build(
            folders, request, settings, key, before, work, Indexing(request.index, work / INDEX_FOLDER, request.watch)
        )
        return _renew(build) or _anew(build)


@dataclass(frozen=True, slots=True)
class _Build:
    """One run: the request, what is known of the old site, a folder of its own, and the search index in the making.

    `key` hashes all that every page depends on.
    """

    folders: WorkFolders
    request: SiteRequest
    settings: EngineSettings
    key: str
    before: Record | None
    work: Path
    indexing: Indexing

    def engine(self, out: Path, only: frozenset[DocPath] | None = None) -> tuple[Problem, ...]:
        """Let the engine build everything, or `only` some documents, in the new folder `out`; return its problems."""
        work = out.with_name(f"{out.name}-work")
        work.mkdir()
        staged = self.request.staged
        job = Job(self.folders.config_file, self.settings, staged.docs, staged.theme, out, work, only)
        with self.request.watch.stage("engine"), ThreadPoolExecutor(1) as aside:
            meanwhile = aside.submit(self.request.meanwhile)
            problems = self.request.engine.build(job)
            meanwhile.result()
            remove(work)
        return problems

    def finish(self, site: Path, known: Hashes) -> tuple[dict[str, str], tuple[Problem, ...]]:
        """Do the last touches on `site` and search it; return the hash of each file, and what was found.

        `known` holds the hashes of files that were read before.
        """
        pages = (doc for doc in self.request.staged.digests if doc.endswith(".md"))
        with self.request.watch.stage("verify"):
            finish(site, pages, self.settings, self.request.dates)
            request = self.request
            shipped = partial(program, request.index.language)
            return verify(site, request.search, request.searched, self.before, known, shipped=shipped)


def _anew(build: _Build) -> SiteResult:
    """Build everything."""
    build.indexing.begin()
    site = build.work / "site"
    problems = build.engine(site) + build.indexing.end(site)
    if _failed(problems):
        return SiteResult(False, problems)
    files, found = build.finish(site, {})
    return _place(build, site, files, SiteResult(not found, (*problems, *found)))


def _renew(build: _Build) -> SiteResult | None:
    """Make the new site out of the old one and the documents that changed; None when it takes everything."""
    before, settings, now = build.before, build.settings, build.request.staged.digests
    if before is None or before.key != build.key or not build.request.engine.partial or not settings.independent:
        return None
    changed = frozenset(doc for doc, wanted in now.items() if before.docs.get(doc) != wanted)
    gone = [DocPath(doc) for doc in before.docs if doc not in now]
    if len(changed) > _FEW * len(now):
        return None

    fresh = build.work / "few"
    reindex = before.index != build.request.index.digest
    if reindex:
        build.indexing.begin()
    with ThreadPoolExecutor(1) as aside:  # the copy is ready, and read, by the time the engine is done
        copied = aside.submit(_copy_of_the_old, build, before)
        read = aside.submit(lambda: hashes_of(site) if (site := copied.result()) else {})
        problems = build.engine(fresh, changed) if changed else ()
        site, known = copied.result(), read.result()
    if site is None or _failed(problems):
        return None
    if reindex and (lacking := build.indexing.end(fresh)):
        return SiteResult(False, lacking)
    lost = {settings.destination(doc) for doc in gone}
    if reindex:
        lost |= {path for path in before.files if path.startswith(f"{INDEX_FOLDER}/")}
    discard(site, lost)
    rebuilt = {path for path, _ in listing(fresh)}
    if rebuilt:
        merge(fresh, site)
    files, found = build.finish(site, known)
    if not _faithful(files, {p: h for p, h in before.files.items() if p not in rebuilt | lost | TOUCHED}, rebuilt):
        return None
    pages = sum(doc.endswith(".md") for doc in changed)
    return _place(build, site, files, SiteResult(not found, (*problems, *found), pages))


def _copy_of_the_old(build: _Build, before: Record) -> Path | None:
    """Return a folder with the old site's files: the copy kept for this, else hard links; None if it is not whole."""
    copy, previous_copy = build.work / "renewed", build.folders.previous_copy(before)
    if previous_copy.exists():
        previous_copy.rename(copy)
        return copy
    try:
        link(build.folders.site, copy, before.files)
    except FileNotFoundError:
        return None
    return copy


def _faithful(files: Mapping[str, str], kept: Mapping[str, str], rebuilt: set[str]) -> bool:
    """Return whether the site holds what was built and what was kept, unchanged, and no more: nobody edited it by hand."""
    return files.keys() <= kept.keys() | rebuilt | TOUCHED and all(
        files.get(path) == known for path, known in kept.items()
    )


def _place(build: _Build, site: Path, files: Mapping[str, str], made: SiteResult) -> SiteResult:
    """Put the new site in place and on record; one that is not to be written says that the old one is no better."""
    folders, request, before = build.folders, build.request, build.before
    if not made.written:
        if before:
            replace(before, searched="").save(folders.record)
        return made
    with request.watch.stage("swap"):
        folders.record.unlink(missing_ok=True)
        replace_folder(site, folders.site, folders.aside)
        record = Record(
            files, request.searched, build.key, request.staged.digests, request.sources, request.index.digest
        )
        record.save(folders.record)
        if made.built is not None and before and site.exists():
            _keep_for_the_next_build(site, before, record, folders)
        _clear_previous_copies(folders, record)
    return made


def _keep_for_the_next_build(old: Path, before: Record, record: Record, folders: WorkFolders) -> None:
    """Bring the folder of the old site in line with the new one and keep it: the next small change is copied faster.

    Nothing that left the site stays in it.
    """
    differing = [
        path for path in before.files.keys() | record.files.keys() if before.files.get(path) != record.files.get(path)
    ]
    discard(old, differing)
    link(folders.site, old, [path for path in differing if path in record.files])
    old.rename(folders.previous_copy(record))


def _failed(problems: tuple[Problem, ...]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


_works = count()


@contextmanager
def _work(folders: WorkFolders) -> Iterator[Path]:
    """Give a new folder of this build's own, so that what a killed build left running cannot get in its way."""
    work = folders.cache / f"work-{os.getpid()}-{next(_works)}"
    remove(work)
    work.mkdir(parents=True)
    try:
        yield work
    finally:
        remove(work)


def _not_a_folder(site: Path) -> Problem:
    return Problem(
        "PP811",
        Place(ContentPath(site.name)),
        Message("{folder} is not a folder of its own, so a new site cannot take its place", {"folder": site.name}),
        Message("remove it and build again"),
    )
