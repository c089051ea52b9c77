"""A preview of the site in a browser on this computer, rebuilt after every edit.

Everything is written in `.cache/serve`; a preview, perhaps with drafts, is never what is published.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from proefpraktijk.model.problem import Problem
from proefpraktijk.problem_formats import rows
from proefpraktijk.publish import INDEX_FOLDER, LaterIndex, WorkFolders
from proefpraktijk.publish.engines import Engine, InProcess, MkDocs, read_settings
from proefpraktijk.publish.preview_server import PortTakenError
from proefpraktijk.runtime.cache import CACHE_FOLDER
from proefpraktijk.runtime.stopwatch import Stopwatch
from proefpraktijk.shown_paths import shown_paths
from proefpraktijk.wording import Wording, preferred_language

from .build import Builder
from .rebuild_on_change import RebuildOutcome, ServedFolder, live


def serve(
    root: Path,
    *,
    drafts: bool,
    engine: Engine,
    host: str,
    port: int,
    write: Callable[[str], None],
) -> int:
    """Serve the site below `root` until Ctrl-C; return the exit status. `write` takes a line for the terminal."""
    words = Wording(preferred_language())
    settings = read_settings(root / "mkdocs.yml")
    if isinstance(settings, Problem):
        for row in rows([settings], (), words):
            write(str(row))
        return 1
    folder = root / CACHE_FOLDER / "serve"
    folders = WorkFolders(root / "mkdocs.yml", folder / "site", folder)
    chosen = InProcess() if engine is MkDocs else engine
    search = LaterIndex(folder / INDEX_FOLDER, lambda problem: write(words.say(problem.message)))
    builder = Builder(root, folders, folder / "build", chosen, drafts, search.want)
    shown: set[str] = set()

    def rebuild(_changed: frozenset[Path]) -> RebuildOutcome:
        built = builder.build(Stopwatch())
        reported = built.problems, built.content.holds
        lines = [str(row) for row in rows(*reported, words, shown_paths(root))] if any(reported) else []
        for line in lines:
            if line not in shown:
                write(line)
        shown.clear()
        shown.update(lines)
        if built.site is None:
            return RebuildOutcome(built=False, lines=tuple(lines))
        return RebuildOutcome(built=True)

    def ready(url: str) -> None:
        write(words.t("The site is at {address} (stop with Ctrl+C)", address=url))

    try:
        live(
            root,
            rebuild,
            ServedFolder(folders.site, settings.base_path, host, port, {INDEX_FOLDER: search.folder}),
            ready,
            report_fault=write,
        )
    except PortTakenError as taken:
        write(words.say(taken.message))
        return 1
    return 0
