"""Build the site: down the whole street, and the old site stays until the new one is whole and clean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from proefpraktijk.model.document import Document
from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import ContentPath, Slug
from proefpraktijk.model.problem import Message, Place, Problem, Severity, quoted
from proefpraktijk.model.text import SafeText
from proefpraktijk.protect import ByteSearch
from proefpraktijk.publish.engines import ENGINES, Engine, read_settings
from proefpraktijk.publish.search_index.index import Index
from proefpraktijk.publish.site.make_site import Order, make_site
from proefpraktijk.publish.site.source_digest import fingerprint
from proefpraktijk.publish.site.verify import names_in_settings
from proefpraktijk.publish.site.work_folders import Yard
from proefpraktijk.publish.staging.page_frame import frame
from proefpraktijk.publish.staging.pictures import rebuild
from proefpraktijk.publish.staging.stage import stage
from proefpraktijk.render import RenderedBody, Settings, articles, pictures_of, plan, theme_names, told_dates
from proefpraktijk.runtime.build_lock import Busy, locked
from proefpraktijk.runtime.cache import CACHE_FOLDER, digest
from proefpraktijk.runtime.garbage_collection import collector_at_rest
from proefpraktijk.runtime.stopwatch import Stopwatch
from proefpraktijk.wording import Wording

from .gather import Gathered, Street

_SPEECHLESS = Problem(
    "PP812",
    Place(ContentPath("content/community.yml")),
    Message("this installation lacks its words in the language of the community"),
    Message("install proefpraktijk again; without them the pages would be in English"),
)


@dataclass(frozen=True)
class Built:
    """What came of a build: `site` is None when none was written; then the old one, if any, still stands.

    `pages` counts the site's pages, `rebuilt` those the engine made anew (None: all).
    """

    gathered: Gathered
    problems: tuple[Problem, ...]
    site: Path | None = None
    pages: int = 0
    rebuilt: int | None = None


def build(root: Path, *, engine: Engine = ENGINES["mkdocs"], watch: Stopwatch | None = None) -> Built:
    """Build `root/site` from `root/content`; `root/build` and `root/.cache` are what it leaves behind."""
    yard = Yard(root / "mkdocs.yml", root / "site", root / CACHE_FOLDER)
    return Builder(root, yard, root / "build", engine).build(watch or Stopwatch())


@dataclass(frozen=True)
class Builder:
    """Builds the site of `yard` from `root/content` by way of the folder `staging`, once or many times."""

    root: Path
    yard: Yard
    staging: Path
    engine: Engine
    drafts: bool = False
    index_later: Callable[[Index], None] | None = None
    """Takes the search index when it is not to be made with the site."""

    @cached_property
    def street(self) -> Street:
        """The street, with what it remembers."""
        return Street(self.root)

    @collector_at_rest()
    def build(self, watch: Stopwatch) -> Built:
        """Build; whatever goes wrong, the site in place stays whole."""
        try:
            return self._build(watch)
        finally:
            self.street.remember()  # unless there was time for it while the engine was at work

    def _build(self, watch: Stopwatch) -> Built:
        sources = fingerprint(self.root)
        gathered = self.street.gather(drafts=self.drafts, watch=watch)
        kb = gathered.knowledge
        if kb is None:
            return Built(gathered, gathered.problems)
        words = Wording(kb.community.language)
        if not words.whole:
            return Built(gathered, (*gathered.problems, _SPEECHLESS))
        search = ByteSearch(gathered.needles, gathered.masks)
        if named := names_in_settings(self.yard.config_file, search):
            return Built(gathered, (*gathered.problems, *named))
        with watch.stage("render"):
            pictures, unreadable = rebuild(self.root, _pictures(kb, gathered.bodies))
            if unreadable:
                return Built(gathered, (*gathered.problems, *unreadable))
            names = {str(path): picture.name for path, picture in pictures.items()}
            home, nowhere = _home(self.yard.config_file)
            pages = plan(kb, gathered.bodies, Settings(words, names, home))
        sought = digest(gathered.detection, *sorted(gathered.needles), "", *sorted(gathered.masks))
        assets = {f"media/{picture.name}": picture.data for picture in pictures.values()}
        try:
            with locked(self.yard.lock):
                with watch.stage("stage"):
                    staged = stage(pages, assets, frame(words), self.staging, self.yard.cache / "staged.json")
                made = make_site(
                    self.yard,
                    Order(
                        staged,
                        self.engine,
                        search,
                        sought,
                        sources,
                        told_dates(kb),
                        watch=watch,
                        meanwhile=self.street.remember,
                        index=self._index(kb, gathered.bodies),
                    ),
                )
        except Busy as busy:
            return Built(gathered, (*gathered.problems, busy.problem))
        lacking = nowhere if made.written else ()  # an engine that refuses the address says so itself
        problems = (*gathered.problems, *lacking, *made.problems)
        shown = sum(path.endswith(".md") for path in pages)
        return Built(gathered, problems, self.yard.site if made.written else None, shown, made.built)

    def _index(self, kb: KnowledgeBase, bodies: Mapping[Slug, RenderedBody]) -> Index:
        """Return the search index that the site is to have."""
        numbered = len(kb.reports) + len(kb.findings) + len(kb.sessions)
        index = Index(tuple(articles(kb, bodies)), numbered, theme_names(kb), kb.community.language)
        if self.index_later is None:
            return index
        self.index_later(index)
        return Index()


def _home(config_file: Path) -> tuple[str, tuple[Problem, ...]]:
    """Return the address of the home page; without one of use an empty text, and a warning of what the site then lacks."""
    settings = read_settings(config_file)
    if isinstance(settings, Problem):
        return "", ()  # the engine's settings are missed where the site is made
    if settings.home:
        return settings.home, ()
    said = Message(
        "The site has no feeds and no sitemap: {file} does not say where it will be", {"file": config_file.name}
    )
    if settings.site_url:
        said = Message(
            "The site has no feeds and no sitemap: the address in site_url cannot be used: {address}",
            {"address": quoted(settings.site_url)},
        )
    hint = Message("add a line such as: site_url: https://example.org/kennisbank/")
    warning = Problem("PP809", Place(ContentPath(config_file.name)), said, hint, Severity.WARNING)
    return "", (warning,)


def _pictures(kb: KnowledgeBase, bodies: Mapping[Slug, RenderedBody]) -> set[ContentPath]:
    """Return the pictures that some page shows."""
    shared: list[Document[SafeText]] = [
        *(node.theme.body for node in kb.themes.values()),
        *(node.session.body for node in kb.sessions.values()),
        *(node.finding.body for node in kb.findings.values()),
        *(node.page.body for node in kb.pages.values()),
    ]
    runs = (run for body in shared for block in body.blocks for run in block.runs)
    found = {str(run.picture.target) for run in runs if run.picture}
    return {ContentPath(path) for path in found.union(*map(pictures_of, bodies.values()))}
