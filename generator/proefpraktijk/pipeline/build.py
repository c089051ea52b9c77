"""Build the site: the complete pipeline; the old site stays in place until the new one is complete and searched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from proefpraktijk.model.document import Document
from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import ContentPath, DocPath, Slug
from proefpraktijk.model.problem import Message, Place, Problem, Severity, quoted
from proefpraktijk.model.text import SafeText
from proefpraktijk.publish import (
    Index,
    SiteRequest,
    SiteResult,
    WorkFolders,
    digest_of_sources,
    make_site,
    names_in_settings,
    rebuild_pictures,
    stage,
    theme_files,
)
from proefpraktijk.publish.engines import ENGINES, Engine, read_settings
from proefpraktijk.render import (
    PlannedPage,
    RenderedBody,
    RenderSettings,
    articles,
    dates_of_pages,
    pictures_of,
    plan,
    theme_names,
)
from proefpraktijk.runtime.build_lock import Busy, locked
from proefpraktijk.runtime.cache import CACHE_FOLDER
from proefpraktijk.runtime.garbage_collection import collector_at_rest
from proefpraktijk.runtime.stopwatch import Stopwatch
from proefpraktijk.wording import Wording

from .link_stage import LinkedContent
from .protect_stage import SearchTerms
from .read_protect_link import Pipeline, PipelineResult

_SPEECHLESS = Problem(
    "PP812",
    Place(ContentPath("content/community.yml")),
    Message("this installation lacks its words in the language of the community"),
    Message("install proefpraktijk again; without them the pages would be in English"),
)


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build. `site` is None when none was written; then the old one, if any, is still in place.

    `pages` counts the site's pages, `rebuilt` those the engine made anew (None: all).
    """

    content: PipelineResult
    problems: tuple[Problem, ...]
    site: Path | None = None
    pages: int = 0
    rebuilt: int | None = None


def build(root: Path, *, engine: Engine = ENGINES["mkdocs"], watch: Stopwatch | None = None) -> Built:
    """Build `root/site` from `root/content`, by way of `root/build`; what is remembered is kept in `root/.cache`."""
    folders = WorkFolders(root / "mkdocs.yml", root / "site", root / CACHE_FOLDER)
    return Builder(root, folders, root / "build", engine).build(watch or Stopwatch())


class _RefusedError(Exception):
    """No site is made, for these problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__()
        self.problems = problems


@dataclass(frozen=True, slots=True)
class _PlannedSite:
    """What is staged: the pages, and the other files by their path below the site's root."""

    pages: Mapping[DocPath, PlannedPage]
    assets: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    """Warnings of what the site will lack."""


@dataclass(frozen=True)
class Builder:
    """Builds the site in `folders` from `root/content` by way of the folder `staging`, once or many times."""

    root: Path
    folders: WorkFolders
    staging: Path
    engine: Engine
    drafts: bool = False
    index_later: Callable[[Index], None] | None = None
    """Takes the search index when it is not to be made with the site."""

    @cached_property
    def pipeline(self) -> Pipeline:
        """The pipeline, with what it remembers of earlier builds."""
        return Pipeline(self.root)

    @collector_at_rest()
    def build(self, watch: Stopwatch) -> Built:
        """Read, protect, link, render and publish; whatever goes wrong, the site in place stays complete."""
        sources = digest_of_sources(self.root)
        content = self.pipeline.run(drafts=self.drafts, watch=watch)
        if content.linked is None:
            self.pipeline.save()
            return Built(content, content.problems)
        try:
            planned = self._plan(content.linked, content.search_terms, watch)
            made = self._make(content.linked, content.search_terms, planned, sources, watch)
        except _RefusedError as refused:
            return Built(content, (*content.problems, *refused.problems))
        finally:
            self.pipeline.save()  # unless there was time for it while the engine was at work
        lacking = planned.problems if made.written else ()  # an engine that refuses the address says so itself
        problems = (*content.problems, *lacking, *made.problems)
        pages = sum(path.endswith(".md") for path in planned.pages)
        return Built(content, problems, self.folders.site if made.written else None, pages, made.built)

    def _plan(self, linked: LinkedContent, terms: SearchTerms, watch: Stopwatch) -> _PlannedSite:
        """Return every page and picture of the site.

        Raises:
            _RefusedError: the community's language is not installed, the settings hold a secret, or a picture is broken.
        """
        knowledge, bodies = linked.knowledge, linked.bodies
        words = Wording(knowledge.community.language)
        if not words.is_complete:
            raise _RefusedError(_SPEECHLESS)
        if named := names_in_settings(self.folders.config_file, terms.search):
            raise _RefusedError(*named)
        with watch.stage("render"):
            pictures, unreadable = rebuild_pictures(self.root, _pictures(knowledge, bodies))
            if unreadable:
                raise _RefusedError(*unreadable)
            names = {str(path): picture.name for path, picture in pictures.items()}
            home, lacking = _home(self.folders.config_file)
            pages = plan(knowledge, bodies, RenderSettings(words, names, home))
        assets = {f"media/{picture.name}": picture.data for picture in pictures.values()}
        return _PlannedSite(pages, assets, lacking)

    def _make(
        self, linked: LinkedContent, terms: SearchTerms, planned: _PlannedSite, sources: str, watch: Stopwatch
    ) -> SiteResult:
        """Stage what is planned, and let the engine make the site. `sources` is the digest of what it is made from.

        Raises:
            _RefusedError: another build of this site is at work.
        """
        words = Wording(linked.knowledge.community.language)
        try:
            with locked(self.folders.lock):
                with watch.stage("stage"):
                    staged = stage(
                        planned.pages,
                        planned.assets,
                        theme_files(words),
                        self.staging,
                        self.folders.cache / "staged.json",
                    )
                request = SiteRequest(
                    staged,
                    self.engine,
                    terms.search,
                    terms.digest,
                    sources,
                    dates_of_pages(linked.knowledge),
                    watch=watch,
                    meanwhile=self.pipeline.save,
                    index=self._index(linked),
                )
                return make_site(self.folders, request)
        except Busy as busy:
            raise _RefusedError(busy.problem) from None

    def _index(self, linked: LinkedContent) -> Index:
        """Return the search index that the site is to have."""
        knowledge = linked.knowledge
        numbered = len(knowledge.reports) + len(knowledge.findings) + len(knowledge.sessions)
        texts = tuple(articles(knowledge, linked.bodies))
        index = Index(texts, numbered, theme_names(knowledge), knowledge.community.language)
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
    message = Message(
        "The site has no feeds and no sitemap: {file} does not say where it will be", {"file": config_file.name}
    )
    if settings.site_url:
        message = Message(
            "The site has no feeds and no sitemap: the address in site_url cannot be used: {address}",
            {"address": quoted(settings.site_url)},
        )
    hint = Message("add a line such as: site_url: https://example.org/kennisbank/")
    warning = Problem("PP809", Place(ContentPath(config_file.name)), message, hint, Severity.WARNING)
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
