"""Where a site is made, and what stays behind for the next one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from proefpraktijk.runtime.cache import CACHE_FOLDER, digest

from .verify import Record


@dataclass(frozen=True, slots=True)
class WorkFolders:
    """Where a site is made: `site` is what the world sees; in `cache`, on the same file system, all else happens."""

    config_file: Path
    site: Path
    cache: Path

    @classmethod
    def at(cls, root: Path) -> WorkFolders:
        """Return where the site below `root` is made that goes out into the world."""
        return cls(root / "mkdocs.yml", root / "site", root / CACHE_FOLDER)

    @property
    def record(self) -> Path:
        """The record of the site in place (see `verify.Record`)."""
        return self.cache / "site.json"

    @property
    def lock(self) -> Path:
        """The lock on everything that a build writes, the staging folder included (see `build_lock.locked`)."""
        return self.cache / "lock"

    def previous_copy(self, record: Record) -> Path:
        """Where a copy of the recorded site may be kept, made of hard links: the next build starts from it."""
        return self.cache / f"spare-{digest(*(part for file in sorted(record.files.items()) for part in file))}"

    @property
    def aside(self) -> Path:
        """Where the old site stands for an instant on systems that cannot exchange folders."""
        return self.cache / "old-site"
