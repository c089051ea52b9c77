"""What lies below `content/`: which files are documents, and which cannot be read at all."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Problem

from .decode import MOST_BYTES
from .problems import problem_at

_BACKUP = re.compile(r"^[.#~]|~$|\.(?:bak|tmp|swp|orig)$", re.IGNORECASE)
_SHARED = frozenset({"content/community.yml", "content/roster.yml", "content/decisions.yml"})
_STEMS = frozenset({"community", "roster", "decisions", "besluiten"})
_FLAT = re.compile(r"content/(?:sessions|themes|findings|pages|interviews)/[^/]+\.md")
_REPORT = re.compile(r"content/reports/.+\.md")
_CODES = re.compile(r"content/(?:reports/.+|interviews/[^/]+)\.codes\.yml")
_MEDIA = "content/media/"


@dataclass(slots=True)
class ContentTree:
    """The files below `content/`, sorted: `paths` are all that links may lead to, `refused` those of them never read."""

    root: Path
    paths: list[ContentPath] = field(default_factory=list)
    refused: set[ContentPath] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def below(self, folder: str) -> list[ContentPath]:
        """Return the documents of one folder: its Markdown files, but for a README."""
        within = [path for path in self.paths if path.startswith(f"content/{folder}/") and path.endswith(".md")]
        return [path for path in within if not path.endswith("/README.md") and path not in self.refused]


def content_tree(root: Path) -> ContentTree:
    """Return what lies below `root/content`, with a problem for each file that is refused or is in a place where none is read.

    Hidden files and backups are skipped without a problem. `content` itself may be a link.
    """
    tree = ContentTree(root)
    content = root / "content"
    if not content.is_dir():
        hint = "run proefpraktijk init, or go to the folder that holds content/"
        tree.problems.append(problem_at("content", "PP101", "There is no folder content/.", hint))
        return tree
    for path in sorted(_files(content, "content", content.resolve(), tree.problems)):
        if _is_known(path):
            tree.paths.append(ContentPath(path))
        elif is_shared(path):
            template = "A shared document does not have the name by which it is read."
            hint = "call it community.yml, roster.yml or decisions.yml, in lower case, or remove it"
            tree.problems.append(problem_at(path, "PP114", template, hint))
        else:
            hint = "documents are .md files in reports, sessions, themes, findings, interviews or pages"
            tree.problems.append(problem_at(path, "PP112", "Nothing reads this file here.", hint))
    _refuse_twins(tree)
    _refuse_lonely_codes(tree)
    return tree


def _files(folder: Path, name: str, content: Path, problems: list[Problem]) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        problems.append(problem_at(name, "PP111", "This folder cannot be read."))
        return
    for entry in entries:
        path = f"{name}/{entry.name}"
        if _BACKUP.search(entry.name):
            continue
        if not entry.name.isprintable():
            readable = path.encode("unicode_escape").decode()
            problems.append(problem_at(readable, "PP113", "This file name is not readable text.", "rename it"))
        elif entry.is_symlink() and not _leads_inside(entry, content):
            hint = "copy the file itself into content/"
            problems.append(problem_at(path, "PP109", "This link does not lead to a file below content/.", hint))
        elif entry.is_dir():
            yield from _files(Path(entry.path), path, content, problems)
        elif entry.is_file():
            yield path
        else:
            problems.append(problem_at(path, "PP111", "This is not an ordinary file."))


def _leads_inside(entry: os.DirEntry[str], content: Path) -> bool:
    target = Path(os.path.realpath(entry.path))
    return target.is_file() and target.is_relative_to(content)


def is_shared(path: str) -> bool:
    """Return whether `path` is meant to be the community, roster or decisions, also as "Roster.yml" or "roster.yaml"."""
    file = PurePosixPath(path)
    return str(file.parent) == "content" and file.stem.casefold() in _STEMS


def _is_known(path: str) -> bool:
    if path in _SHARED or path.startswith(_MEDIA) or path.endswith("/README.md"):
        return True
    return any(pattern.fullmatch(path) for pattern in (_FLAT, _REPORT, _CODES))


def _refuse_twins(tree: ContentTree) -> None:
    """Refuse a path that a Mac or Windows computer takes for the same as one before it."""
    first: dict[str, ContentPath] = {}
    for path in tree.paths:
        other = first.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            template = "Another file has the same name but for capitals or accents."
            tree.refused.add(path)
            tree.problems.append(problem_at(path, "PP110", template, "rename one of them"))


def _refuse_lonely_codes(tree: ContentTree) -> None:
    known = set(tree.paths)
    for path in tree.paths:
        if path.endswith(".codes.yml") and path.removesuffix(".codes.yml") + ".md" not in known:
            template = "There is no document beside these codings."
            tree.problems.append(problem_at(path, "PP414", template, "give both files the same name"))


def load_bytes(root: Path, path: ContentPath) -> tuple[bytes, list[Problem]]:
    """Return a file's bytes, at most one more than a text file may have; none with a problem when it cannot be read."""
    try:
        with open(f"{root}/{path}", "rb") as file:  # noqa: PTH123 - a Path for each of thousands takes long
            return file.read(MOST_BYTES + 1), []
    except OSError:
        return b"", [problem_at(path, "PP111", "This file cannot be read.")]
