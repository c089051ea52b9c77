"""What an engine is asked, and what it may answer."""

from __future__ import annotations

import importlib.metadata
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from proefpraktijk.model.paths import ContentPath, DocPath
from proefpraktijk.model.problem import Message, Place, Problem, Severity

from .settings import EngineSettings


@dataclass(frozen=True, slots=True)
class Job:
    """One site to build: from `docs` and `theme`, with `config_file`, into `out`, which does not exist yet.

    `work` is an empty folder of the job's own on the same file system, removed afterwards. `only`, when given, names
    the documents that must be in `out`; an engine that is `partial` then makes no other page outside the navigation.
    """

    config_file: Path
    settings: EngineSettings
    docs: Path
    theme: Path
    out: Path
    work: Path
    only: frozenset[DocPath] | None = None


class Engine(Protocol):
    """A site engine: what `build`, `serve` and the tests need of MkDocs and its successors."""

    @property
    def name(self) -> str:
        """Its name on the command line."""

    @property
    def partial(self) -> bool:
        """Whether it can make some pages without the others."""

    def versions(self) -> str | Problem:
        """Return all versions its output depends on, or the Problem that it is not installed."""

    def build(self, job: Job) -> tuple[Problem, ...]:
        """Build the site; an ERROR among the problems means that `out` is not to be used."""


def installed(name: str, packages: Iterable[str]) -> str | Problem:
    """Return the versions of the packages that are installed, or the Problem that the engine itself is not."""
    try:
        found = [f"{name} {importlib.metadata.version(name)}"]
    except importlib.metadata.PackageNotFoundError:
        return Problem(
            "PP803",
            Place(ContentPath("mkdocs.yml")),
            Message("the engine {engine} is not installed", {"engine": name}),
            Message("install it with: pip install proefpraktijk[{engine}]", {"engine": name}),
        )
    for package in packages:
        try:
            found.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return ", ".join(found)


def complaint(engine: str, text: str, severity: Severity) -> Problem:
    """Return a message of the engine as a Problem; it may be shown, as an engine sees only what has passed the airlock."""
    text = " ".join(text.split())
    message = Message("{engine} says: {text}", {"engine": engine, "text": text})
    return Problem(
        "PP804" if severity is Severity.ERROR else "PP805", Place(ContentPath("mkdocs.yml")), message, None, severity
    )


def make_theme_folders(job: Job) -> None:
    """Make the folder of theme overrides and the one `mkdocs.yml` names, which an engine wants to see there."""
    job.theme.mkdir(parents=True, exist_ok=True)
    if job.settings.own_theme:
        (job.config_file.parent / "build" / "theme").mkdir(parents=True, exist_ok=True)


def engine_environment() -> dict[str, str]:
    """Return the environment an engine runs in: its notion of now and of hashing is fixed, so that bytes are too."""
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": "0",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "NO_COLOR": "1",
    }
