"""Build the site: down the whole street, and the old site stays until the new one is whole and clean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from proefpraktijk.model.document import TargetKind
from proefpraktijk.model.paths import DocPath
from proefpraktijk.model.problem import Problem, Severity
from proefpraktijk.protect.byte_search import ByteSearch
from proefpraktijk.render import Settings, plan, templates
from proefpraktijk.wording import Wording

from .cache import CACHE_FOLDER, digest
from .engines import ENGINES, Engine
from .media import rebuild
from .site import Order, Yard, make_site
from .staging import stage
from .street import Gathered, gather
from .timing import Stopwatch


@dataclass(frozen=True)
class Built:
    """What came of a build: `site` is None when none was written; then the old one, if any, still stands."""

    gathered: Gathered
    problems: tuple[Problem, ...]
    site: Path | None = None
    pages: int = 0
    rebuilt: int | None = None
    """How many pages the engine made anew; None: all."""


def build(
    root: Path,
    *,
    engine: Engine = ENGINES["mkdocs"],
    drafts: bool = False,
    watch: Stopwatch | None = None,
) -> Built:
    """Build `root/site` from `root/content`; `root/build` and `root/.cache` are what it leaves behind."""
    yard = Yard(root / "mkdocs.yml", root / "site", root / CACHE_FOLDER)
    return build_into(yard, root / "build", engine=engine, drafts=drafts, watch=watch)


def build_into(
    yard: Yard,
    staging: Path,
    *,
    engine: Engine,
    drafts: bool = False,
    watch: Stopwatch | None = None,
) -> Built:
    """Build the site of `yard`, by way of `staging`."""
    watch = watch or Stopwatch()
    root = yard.config_file.parent
    gathered = gather(root, drafts=drafts, watch=watch)
    if gathered.knowledge is None or gathered.walk is None:
        return Built(gathered, gathered.problems)
    kb = gathered.knowledge
    with watch.stage("render"):
        pages = plan(kb, gathered.bodies, Settings(Wording(kb.community.language)))
    with watch.stage("stage"):
        staged = stage(pages, assets, _theme(), staging, yard.cache / f"{staging.name}.json")
    with watch.stage("engine"):
        made = make_site(yard, Order(staged, engine, search, needles, dates))
    problems = (*gathered.problems, *made.problems)
    return Built(gathered, problems, yard.site if made.written else None, len(pages), made.built)
