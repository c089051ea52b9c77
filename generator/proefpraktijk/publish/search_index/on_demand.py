"""The search index of a site that changes with every edit: made when a page first asks for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from proefpraktijk.model.problem import Problem
from proefpraktijk.runtime.file_trees import remove

from .index import Index


class LaterIndex:
    """Keeps the index in `folder`; it is made anew when it is asked for and the texts are others than they were."""

    def __init__(self, folder: Path, report: Callable[[Problem], None]) -> None:
        """Forget what an earlier run left; `report` takes why there is no index."""
        remove(folder)
        self._folder, self._report = folder, report
        self._wanted, self._made = Index(), ""
        self._lock = threading.Lock()

    def want(self, index: Index) -> None:
        """Take what is to be found from now on."""
        self._wanted = index

    def folder(self) -> Path:
        """Return the folder of the index; it does not exist when there is none."""
        with self._lock:
            wanted = self._wanted
            if self._made != wanted.digest:
                remove(self._folder)
                self._made = wanted.digest
                if problem := wanted.make(self._folder):
                    self._report(problem)
            return self._folder
