"""How large a site is, and of what: bytes of all its files, by kind of page and of file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader_server import compressed

_LEAF = re.compile(r"/pagina/\d+$")
_SORTERS = frozenset({"bouw", "thema", "over"})
"""Folders that sort what is below them: `handvatten/bouw/…` and `handvatten/thema/…` are two kinds."""

_QUADRANTS = frozenset({"socialiseren", "externaliseren", "internaliseren", "combineren", "spiraal"})


@dataclass(frozen=True, slots=True)
class Kind:
    """Files of one kind: how many, and their bytes as they lie on disk. `largest` is the largest one's path."""

    name: str
    files: int
    size: int
    largest: Path


def kinds(site: Path) -> list[Kind]:
    """Return what the site is made of, the largest kind first."""
    count: Counter[str] = Counter()
    size: Counter[str] = Counter()
    largest: dict[str, tuple[int, Path]] = {}
    for file, length in _files(site):
        name = kind_of(file.relative_to(site).as_posix())
        count[name] += 1
        size[name] += length
        largest[name] = max(largest.get(name, (0, file)), (length, file))
    return [Kind(name, count[name], bytes_, largest[name][1]) for name, bytes_ in size.most_common()]


def pages(site: Path) -> dict[str, str]:
    """Return the address of the largest page of every kind, by the name of the kind."""
    html = [kind for kind in kinds(site) if kind.largest.suffix == ".html"]
    return {kind.name: kind.largest.relative_to(site).as_posix().removesuffix("index.html") for kind in html}


def compressed_size(file: Path) -> int:
    """Return how many bytes of a file travel."""
    data = file.read_bytes()
    return len(compressed(file, data) or data)


def kind_of(path: str) -> str:
    """Return the kind of a file of the site by its path: `verslagen/…`, `themas/…/socialiseren/…`, `assets/js`."""
    folder, _, name = path.rpartition("/")
    if name != "index.html":
        first, _, rest = path.partition("/")
        if not rest:
            return f"/{path}"
        second = rest.partition("/")[0]
        return f"{first}/{second}" if first == "assets" and "/" in rest else f"{first}/*{Path(path).suffix}"
    if not folder:
        return "home"
    leaf = _LEAF.search(folder)
    parts = _LEAF.sub("", folder).split("/")
    shown = [parts[0], *(part if part in _SORTERS else "quadrant" if part in _QUADRANTS else "…" for part in parts[1:])]
    if shown[0] == "over":
        shown = shown[:1]
    return "/".join(shown) + ("/ (further leaves)" if leaf else "/")


def _files(site: Path) -> Iterator[tuple[Path, int]]:
    for file in sorted(site.rglob("*")):
        if file.is_file():
            yield file, file.stat().st_size
