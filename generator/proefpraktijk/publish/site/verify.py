"""The last gate: every byte and every name of the finished site is searched for what must not go out.

Only what a program ships, byte for byte, is passed over: it was there before any teacher wrote, and its scripts hold words
such as `else`, which are also names. What
was searched is put on record with a hash of each file, so that `publish` can see whether these are still the bytes.
"""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Protocol

from proefpraktijk.model.paths import ContentPath, DocPath
from proefpraktijk.model.problem import Message, Place, Problem
from proefpraktijk.publish.staging.page_frame import untranslated_files
from proefpraktijk.runtime.cache import write_atomically
from proefpraktijk.runtime.file_trees import file_hash, listing
from proefpraktijk.runtime.process_pool import in_shares

_THEMES = {"material": "templates/assets", "zensical": "templates/assets"}
"""Packages that ship files a site holds as they are, and where."""


class SecretFound(Protocol):
    """Something found: only the rule that found it is ever shown."""

    @property
    def rule(self) -> str:
        """The stable id of the rule."""


class SecretSearch(Protocol):
    """Searches bytes for every string that must not go out."""

    def hits(self, name: str, data: bytes) -> Sequence[SecretFound]:
        """Return what is found in the file `name` with the content `data`."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a finished site: the hash of each file, and what it was built from.

    `key` and `docs` (document → digest) say what it was built from; `searched` names the strings it was searched for,
    hashed, and is empty when they were found in it; `sources` is the digest of all it was made from (`source_digest.py`), `index` the
    digest of what its search index was made from.
    """

    files: Mapping[str, str]
    searched: str = ""
    key: str = ""
    docs: Mapping[DocPath, str] = field(default_factory=dict)
    sources: str = ""
    index: str = ""

    def save(self, file: Path) -> None:
        """Write the record, whole or not at all."""
        kept = {
            "files": dict(self.files),
            "searched": self.searched,
            "key": self.key,
            "docs": dict(self.docs),
            "sources": self.sources,
            "index": self.index,
        }
        write_atomically(file, json.dumps(kept, sort_keys=True, separators=(",", ":")).encode())


def recorded(file: Path) -> Record | None:
    """Return the record kept in `file`; None when there is none or it cannot be read."""
    try:
        kept = json.loads(file.read_bytes())
        files, docs = dict(kept["files"]), dict(kept["docs"])
        return Record(files, kept["searched"], kept["key"], docs, kept["sources"], kept["index"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_verified(site: Path, record_file: Path) -> bool:
    """Return whether `site` holds exactly the files, byte for byte, that were searched and found clean."""
    record = recorded(record_file)
    return record is not None and bool(record.searched) and contents(site) == record.files


def contents(site: Path) -> dict[str, str]:
    """Return the hash of every file of `site`; a symbolic link counts as something else than a file."""
    return {path: "link" if entry.is_symlink() else _read(entry.path)[1] for path, entry in listing(site)}


Hashes = Mapping[tuple[int, int, int], str]
"""The hash of files that were read before, by how they look to `stat`: inode, modification time (ns) and size.

It holds within one build: nothing here writes into a file that stands (see `file_trees`).
"""


def hashes_of(site: Path) -> Hashes:
    """Read every file of a folder."""
    return {_looks(entry): _read(entry.path)[1] for _, entry in listing(site) if not entry.is_symlink()}


def _looks(entry: os.DirEntry[str]) -> tuple[int, int, int]:
    stat = entry.stat(follow_symlinks=False)
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def _read(path: str) -> tuple[bytes, str]:
    with open(path, "rb") as file:  # noqa: PTH123 - a Path for each of thousands of files takes long
        data = file.read()
    return data, file_hash(data)


def verify(
    site: Path,
    search: SecretSearch,
    secrets_digest: str,
    before: Record | None = None,
    known: Hashes | None = None,
    *,
    shipped: Callable[[], frozenset[str]] = frozenset,
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Search the whole site; return the hash of each file, and a Problem for each file and rule with a hit.

    `secrets_digest` stands for the secret strings that are searched for. Bytes that `before` says were clean for the same secrets_digest are not
    searched again; all the same they are read and hashed, by now or, when `known` has their hash, earlier in this
    build. A symbolic link is a Problem: its target was not searched. `shipped` returns the hashes of what other programs
    ship; it is asked when there is a hit.
    """
    known = known or {}
    clean = shipped_hashes()
    if before and before.searched == secrets_digest:
        clean |= frozenset(before.files.values())
    hashes: dict[str, str] = {}
    links: list[str] = []
    unread: list[tuple[str, str]] = []
    for path, entry in listing(site):
        if entry.is_symlink():
            links.append(path)
            continue
        hashes[path] = known.get(_looks(entry), "")
        if hashes[path] not in clean:
            unread.append((path, entry.path))

    def look(share: Sequence[tuple[str, str]]) -> list[tuple[str, str, list[str]]]:
        return [(path, *_searched(search, path, place, clean)) for path, place in share]

    found = [(path, _LINK) for path in links]
    for path, hashed, rules in in_shares(unread, look):
        hashes[path] = hashed
        if rules and hashed not in shipped():
            found += ((path, rule) for rule in rules)
    problems = [_problem(search, path, rule) for path, rule in sorted(dict.fromkeys(found))]
    if search.hits("", "\n".join(hashes).encode()):
        named = {hit.rule for path in hashes for hit in search.hits("", path.encode())}
        problems += (_named(rule) for rule in sorted(named))
    return hashes, tuple(problems)


def names_in_settings(config_file: Path, search: SecretSearch) -> tuple[Problem, ...]:
    """Return a Problem when `mkdocs.yml` holds what must not go out: the engine puts its texts on every page."""
    try:
        hits = search.hits(config_file.name, config_file.read_bytes())
    except OSError:
        return ()  # the engine's settings are read, and missed, elsewhere
    return tuple(
        Problem(
            "PP822",
            Place(ContentPath(config_file.name)),
            Message("this file holds something that must not go out (rule {rule})", {"rule": rule}),
            Message("take the name or address out, also where it stands behind a #"),
        )
        for rule in sorted({hit.rule for hit in hits})
    )


def _searched(search: SecretSearch, path: str, place: str, clean: frozenset[str]) -> tuple[str, list[str]]:
    """Return the hash of a file and the rules of what is found in it."""
    data, hashed = _read(place)
    return hashed, [] if hashed in clean else [hit.rule for hit in search.hits(path, data)]


_LINK = "a link to another file"


def _problem(search: SecretSearch, path: str, rule: str) -> Problem:
    """Return the Problem of a hit in a file; a path that has a hit itself is not shown."""
    shown = "site" if search.hits("", path.encode()) else f"site/{path}"
    if rule == _LINK:
        return Problem("PP821", Place(ContentPath(shown)), Message("a file of the site is a link to another file"))
    return Problem(
        "PP820",
        Place(ContentPath(shown)),
        Message("the finished site holds something that must not go out (rule {rule})", {"rule": rule}),
        Message("the old site stays in place; please report this, without the text itself"),
    )


def _named(rule: str) -> Problem:
    return Problem(
        "PP820",
        Place(ContentPath("site")),
        Message("the name of a file in the site holds something that must not go out (rule {rule})", {"rule": rule}),
        Message("rename the document; the old site stays in place"),
    )


@cache
def shipped_hashes() -> frozenset[str]:
    """Return the hash of every file that our own theme, an installed theme or an engine ships and a site may hold."""
    return frozenset(map(file_hash, (*untranslated_files().values(), *(file.read_bytes() for file in _shipped()))))


def _shipped() -> Iterator[Path]:
    for package, folder in _THEMES.items():
        spec = importlib.util.find_spec(package)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            yield from (Path(entry.path) for _, entry in listing(Path(place) / folder))
