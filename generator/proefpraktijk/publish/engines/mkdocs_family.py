"""MkDocs 1.x and its fork ProperDocs, which build alike.

Pages outside the navigation do not depend on each other. So each process gets a docs folder of its own with the
navigation's pages and its share of the others, made of hard links, and the sites they build are merged by renames
(measured with 5,000 pages on two cores: 7 s instead of 14). The same way a few pages are built without the rest.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from proefpraktijk.model.problem import Problem, Severity
from proefpraktijk.runtime.file_trees import link, listing, merge

from . import shard
from .engine import Job, complaint, engine_environment, installed, make_theme_folders

_MOST_SHARDS = 4
_PAGES_WORTH_A_SHARD = 250
"""Starting a process costs about as much as building this many pages."""

_SHAPES_OUTPUT = (
    "mkdocs-material", "Markdown", "pymdown-extensions", "Jinja2", "MarkupSafe", "Pygments", "PyYAML",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Classic:
    """An engine with the interface of MkDocs 1.x; `name` is its package."""

    name: str
    most_shards: int = _MOST_SHARDS
    pages_worth_a_shard: int = _PAGES_WORTH_A_SHARD
    partial: bool = True

    def versions(self) -> str | Problem:
        """Return all versions its output depends on, or the Problem that it is not installed."""
        return installed(self.name, _SHAPES_OUTPUT)

    def build(self, job: Job) -> tuple[Problem, ...]:
        """Build the site with one process, or with several when that is safe and pays."""
        make_theme_folders(job)
        shares = _shares(job, self._processes)
        with _processes(self.name, len(shares)) as running:
            logged: list[tuple[str, str]] = []
            requests = [_request(self.name, job, number, share) for number, share in enumerate(shares)]
            for process, request in zip(running, requests, strict=True):
                _ask(process, request)
            whole = [_answers(process, logged) for process in running]
        problems = _problems(self.name, logged)
        if not all(whole):
            return problems or (complaint(self.name, "stopped without saying why", Severity.ERROR),)
        for request in requests[1:]:
            _add(Path(request["site"]), job.out)
        return problems

    def _processes(self, pages: int) -> int:
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        return max(1, min(cores, self.most_shards, pages // self.pages_worth_a_shard))


MkDocs = Classic("mkdocs")
ProperDocs = Classic("properdocs")


class InProcess:
    """MkDocs inside this process, for a server that rebuilds often: configuration and templates stay loaded."""

    name = "mkdocs"
    partial = True

    def __init__(self) -> None:
        """Load nothing yet."""
        self._loaded: tuple[str, Any] | None = None

    def versions(self) -> str | Problem:
        """Return all versions its output depends on, or the Problem that it is not installed."""
        return MkDocs.versions()

    def build(self, job: Job) -> tuple[Problem, ...]:
        """Build the site; many pages are left to processes of their own, which is faster."""
        if job.only is None or not job.settings.independent:
            return MkDocs.build(job)
        make_theme_folders(job)
        (share,) = _shares(job, lambda _pages: 1)
        request = _request(self.name, job, 0, share)
        logged: list[tuple[str, str]] = []

        def say(level: str, text: str) -> None:
            logged.append((level, text))

        with _fixed_time():
            whole = shard.with_log(self.name, say, lambda: self._load(job, request)) and shard.build_shard(
                request, self._config(request), say
            )
        problems = _problems(self.name, logged)
        return problems if whole or problems else (complaint(self.name, "stopped", Severity.ERROR),)

    def _load(self, job: Job, request: shard.Request) -> None:
        if self._loaded is None or self._loaded[0] != job.settings.digest:
            config = shard.load_config(request)
            templates = config.theme.get_env()
            config.theme.get_env = lambda: templates
            self._loaded = job.settings.digest, config

    def _config(self, request: shard.Request) -> Any:
        assert self._loaded is not None  # noqa: S101 - `_load` came before
        config = self._loaded[1]
        config.docs_dir, config.site_dir = request["docs"], request["site"]
        return config


def _shares(job: Job, processes: Callable[[int], int]) -> list[list[str] | None]:
    """Return which files of `docs` each process gets; None stands for the folder as it is.

    Every share holds the pages in the navigation; the first one holds what is not a page.
    """
    nav = job.settings.nav
    if nav is None or not job.settings.independent:
        return [None]
    if job.only is None:
        found = [path for path, _ in listing(job.docs)]
    else:
        found = sorted(path for path in nav | job.only if (job.docs / path).is_file())
    common = [path for path in found if path in nav]
    chosen = [path for path in found if path not in nav]
    pages = [path for path in chosen if path.endswith(".md")]
    if any(path.rpartition("/")[2] == "README.md" for path in pages):  # may stand aside for an index.md
        return [None]
    others = [path for path in chosen if not path.endswith(".md")]
    count = processes(len(pages))
    if count == 1 and job.only is None:
        return [None]
    return [[*common, *pages[number::count], *(others if number == 0 else ())] for number in range(count)]


def _request(engine: str, job: Job, number: int, share: Sequence[str] | None) -> shard.Request:
    docs = job.docs
    if share is not None:
        docs = job.work / f"docs-{number}"
        link(job.docs, docs, share)
    return {
        "engine": engine,
        "config": os.path.abspath(job.config_file),  # noqa: PTH100 - resolving links would change relative settings
        "docs": os.path.abspath(docs),  # noqa: PTH100
        "theme": os.path.abspath(job.theme) if job.settings.own_theme else "",  # noqa: PTH100
        "site": os.path.abspath(job.out if number == 0 else job.work / f"site-{number}"),  # noqa: PTH100
    }


@contextmanager
def _processes(engine: str, count: int) -> Iterator[list[subprocess.Popen[str]]]:
    """Start processes that import the engine while their docs folders are made, and see them end."""
    command = [sys.executable, "-P", shard.__file__, engine]
    started: list[subprocess.Popen[str]] = []
    try:
        for _ in range(count):
            started.append(  # noqa: PERF401 - one that was started must be ended, also when the next cannot start
                subprocess.Popen(  # noqa: S603 - our own interpreter and script
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=engine_environment(),
                    text=True,
                    encoding="utf-8",
                )
            )
        yield started
    finally:
        for process in started:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    pipe.close()
            process.wait()


def _ask(process: subprocess.Popen[str], request: shard.Request) -> None:
    assert process.stdin is not None  # noqa: S101 - it was asked for
    process.stdin.write(json.dumps(request) + "\n")
    process.stdin.flush()


def _answers(process: subprocess.Popen[str], logged: list[tuple[str, str]]) -> bool:
    assert process.stdout is not None  # noqa: S101 - it was asked for
    logged.extend((level, text) for level, text in map(json.loads, process.stdout))
    return process.wait() == 0


def _add(source: Path, target: Path) -> None:
    """Move what only `source` has into `target`; pages of the navigation are in both and alike."""
    common = {path for path, _ in listing(target)}
    for path, entry in listing(source):
        if path in common:
            Path(entry.path).unlink()
    merge(source, target)


def _problems(engine: str, logged: Sequence[tuple[str, str]]) -> tuple[Problem, ...]:
    return tuple(complaint(engine, text, Severity(level.lower())) for level, text in dict.fromkeys(logged))


@contextmanager
def _fixed_time() -> Iterator[None]:
    key = "SOURCE_DATE_EPOCH"
    before = os.environ.get(key)
    os.environ[key] = engine_environment()[key]
    try:
        yield
    finally:
        if before is None:
            del os.environ[key]
        else:
            os.environ[key] = before
