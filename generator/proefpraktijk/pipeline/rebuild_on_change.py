"""Build, serve, and build again after every edit.

Watched is what people write (`content/`, `templates/`, `mkdocs.yml`), never what a build writes, so a build cannot set
off the next one.
"""

from __future__ import annotations

import queue
import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from watchfiles import Change, watch

from proefpraktijk.publish.preview_server import Later, Server, listen
from proefpraktijk.runtime.file_trees import listing
from proefpraktijk.runtime.garbage_collection import tidy

_STEP = 25
"""Milliseconds of quiet after which a burst of changes counts as one edit."""

_LONGEST_BURST = 150
_SIGN_OF_LIFE = 100
"""Milliseconds after which a watcher reports that it is watching."""

_FOLDERS = ("content", "templates")
_FILE = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class RebuildOutcome:
    """The outcome of a rebuild: whether there is a new site, and else the lines to show, without any name."""

    built: bool
    lines: tuple[str, ...] = ()


Rebuild = Callable[[frozenset[Path]], RebuildOutcome]
"""Takes the files that changed since the last call (none at first) and builds what must be built."""


@dataclass(frozen=True, slots=True)
class ServedFolder:
    """The folder that is served, at which address, and the files that are made when they are first asked for."""

    site: Path
    base_path: str = "/"
    host: str = "127.0.0.1"
    port: int = 8000
    later: Later | None = None


def live(
    root: Path,
    rebuild: Rebuild,
    window: ServedFolder,
    ready: Callable[[str], None],
    *,
    stop: threading.Event | None = None,
    report_fault: Callable[[str], None] = lambda _: None,
) -> None:
    """Build, serve, and build again after every edit below `root`, until `stop` is set or Ctrl-C is pressed.

    `ready` is called with the address once pages are served and edits are seen; `report_fault` with a line about a
    mistake of our own.

    Raises:
        PortTakenError: no port is free.
    """
    stop = stop or threading.Event()
    edits: queue.SimpleQueue[frozenset[Path]] = queue.SimpleQueue()
    server = listen(window.host, window.port, window.site, window.base_path, window.later)
    watchers = list(_watchers(root, edits, stop))
    threads = [threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True), *watchers]
    before = _stamp(root)
    try:
        _rebuild(rebuild, frozenset(), server, report_fault)  # the big one, while there is one thread: it may fork
        for thread in threads:
            thread.start()
        for watcher in watchers:
            watcher.watching.wait()
        if _stamp(root) != before:
            edits.put(frozenset({root}))
        ready(server.url)
        while not stop.is_set():
            changed = _next(edits)
            if changed:
                _rebuild(rebuild, changed, server, report_fault)
                tidy()
    except KeyboardInterrupt:
        pass
    finally:
        stop.set()
        server.notices.close()
        for thread in threads:
            if thread.is_alive():
                if thread is threads[0]:
                    server.shutdown()
                thread.join()
        server.server_close()


def _stamp(root: Path) -> list[tuple[str, int, int]]:
    """Return a list that changes whenever something is edited that is watched."""
    stats = [
        (f"{folder}/{path}", entry.stat(follow_symlinks=False))
        for folder in _FOLDERS
        for path, entry in listing(root / folder)
    ]
    if (root / _FILE).exists():
        stats.append((_FILE, (root / _FILE).stat()))
    return [(path, stat.st_mtime_ns, stat.st_size) for path, stat in stats]


def _rebuild(rebuild: Rebuild, changed: frozenset[Path], server: Server, report_fault: Callable[[str], None]) -> None:
    try:
        outcome = rebuild(changed)
    except Exception as error:  # noqa: BLE001 - the server outlives our own mistakes, and says where they are
        last = traceback.extract_tb(error.__traceback__)[-1]
        outcome = RebuildOutcome(
            built=False, lines=(f"{type(error).__name__} ({Path(last.filename).name}:{last.lineno})",)
        )
        report_fault(outcome.lines[0])
    if outcome.built:
        server.notices.built()
    if outcome.lines:
        server.notices.failed(outcome.lines)


def _next(edits: queue.SimpleQueue[frozenset[Path]]) -> frozenset[Path]:
    """Return all edits that are waiting; wait a moment for the first."""
    try:
        changed = edits.get(timeout=0.2)
    except queue.Empty:
        return frozenset()
    while not edits.empty():
        changed |= edits.get()
    return changed


def _watchers(root: Path, edits: queue.SimpleQueue[frozenset[Path]], stop: threading.Event) -> Iterator[_Watcher]:
    """Yield the watchers of the folders, and of the file beside them (by way of the root: an editor may replace it)."""
    folders = [root / name for name in _FOLDERS if (root / name).is_dir()]
    if folders:
        yield _Watcher(folders, _is_text, edits, stop)
    yield _Watcher([root], _is_settings, edits, stop)


class _Watcher(threading.Thread):
    """Puts what changes into `edits` until `stop` is set; `watching` is set once it sees everything."""

    def __init__(
        self,
        paths: list[Path],
        wanted: Callable[[Change, str], bool],
        edits: queue.SimpleQueue[frozenset[Path]],
        stop: threading.Event,
    ) -> None:
        super().__init__(daemon=True)
        self.watching = threading.Event()
        self._paths, self._wanted, self._edits, self._stopped = paths, wanted, edits, stop

    def run(self) -> None:
        """Watch."""
        try:
            for changes in watch(
                *self._paths,
                watch_filter=self._wanted,
                recursive=self._wanted is _is_text,
                step=_STEP,
                debounce=_LONGEST_BURST,
                stop_event=self._stopped,
                yield_on_timeout=True,
                rust_timeout=_SIGN_OF_LIFE,
                raise_interrupt=False,
            ):
                self.watching.set()
                if changes:
                    self._edits.put(frozenset(Path(path) for _, path in changes))
        finally:
            self.watching.set()


def _is_text(_change: Change, path: str) -> bool:
    """Return whether a file is somebody's work, not what an editor keeps beside it."""
    name = Path(path).name
    return not (name.startswith((".", "#", "~")) or name.endswith(("~", ".swp", ".swx", ".tmp")) or name == "4913")


def _is_settings(_change: Change, path: str) -> bool:
    return Path(path).name == _FILE
