"""A site after a build and a check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .running import Said, build, run
from .trees import tree


@dataclass(frozen=True)
class Outcome:
    """A site that was built, and what the build and the check said."""

    root: Path
    said: Said
    checked: Said

    def everything(self) -> Iterator[tuple[str, str]]:
        """Yield the path and the text of every file of the site and of the staging folder."""
        for path, data in tree(self.root / "site", self.root / "build").items():
            yield path, data.decode("utf-8", "replace")


def outcome_of(root: Path) -> Outcome:
    """Build and check the site below `root`."""
    return Outcome(root, build(root), run("check", "--root", root))
