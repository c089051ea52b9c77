"""One digest of everything a site is made from, so that `publish` can refuse a site that is older than its sources."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from proefpraktijk.read.files import content_tree
from proefpraktijk.runtime.cache import digest
from proefpraktijk.runtime.file_trees import listing

_SETTINGS = "mkdocs.yml"
_BLOCK = 1 << 20


def digest_of_sources(root: Path) -> str:
    """Return a hash over the path and the bytes of every file that a build at `root` may read.

    What an editor keeps beside a document does not count.
    """
    files = [*content_tree(root).paths, *(f"templates/{path}" for path, _ in listing(root / "templates")), _SETTINGS]
    return digest(*(part for file in files for part in (file, _hash(f"{root}/{file}"))))


def _hash(file: str) -> bytes:
    state = blake2b(digest_size=20)
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 - a Path for each of thousands takes long
            while block := opened.read(_BLOCK):
                state.update(block)
    except OSError:
        return b""
    return state.digest()
