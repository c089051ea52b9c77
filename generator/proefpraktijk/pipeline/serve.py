"""See the site while writing: `content/` as pages in a browser on this computer.

All of it happens in `.cache/serve`; what can be seen here, drafts perhaps, is never what is published.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from proefpraktijk.model.problem import Problem
from proefpraktijk.problem_formats import rows
from proefpraktijk.publish.engines import Engine, InProcess, MkDocs, read_settings
from proefpraktijk.publish.preview_server import PortTakenError
from proefpraktijk.publish.search_index.index import FOLDER
from proefpraktijk.publish.search_index.on_demand import LaterIndex
from proefpraktijk.publish.site.work_folders import Yard
from proefpraktijk.runtime.cache import CACHE_FOLDER
from proefpraktijk.runtime.stopwatch import Stopwatch
from proefpraktijk.shown_paths import shown_paths
from proefpraktijk.wording import Wording, preferred_language

from .build import Builder
from .rebuild_on_change import Outcome, Window, live


def serve(
    root: Path,
    *,
    drafts: bool,
    engine: Engine,
    host: str,
    port: int,
    say: Callable[[str], None],
) -> int:
    """Serve the site below `root` until Ctrl-C; return the exit status. `say` takes a line for the terminal."""
    words = Wording(preferred_language())
    settings = read_settings(root / "mkdocs.yml")
    if isinstance(settings, Problem):
        for row in rows([settings], (), words):
            say(str(row))
        return 1
    folder = root / CACHE_FOLDER / "serve"
    yard = Yard(root / "mkdocs.yml", folder / "site", folder)
    chosen = InProcess() if engine is MkDocs else engine
    search = LaterIndex(folder / FOLDER, lambda problem: say(words.say(problem.message)))
    builder = Builder(root, yard, folder / "build", chosen, drafts, search.want)
    told: set[str] = set()

    def rebuild(_changed: frozenset[Path]) -> Outcome:
        built = builder.build(Stopwatch())
        said = built.problems, built.content.holds
        lines = [str(row) for row in rows(*said, words, shown_paths(root))] if any(said) else []
        for line in lines:
            if line not in told:
                say(line)
        told.clear()
        told.update(lines)
        if built.site is None:
            return Outcome(built=False, lines=tuple(lines))
        return Outcome(built=True)

    def ready(url: str) -> None:
        say(words.t("The site is at {address} (stop with Ctrl+C)", address=url))

    try:
        live(root, rebuild, Window(yard.site, settings.base_path, host, port, {FOLDER: search.folder}), ready, tell=say)
    except PortTakenError as taken:
        say(words.say(taken.message))
        return 1
    return 0
