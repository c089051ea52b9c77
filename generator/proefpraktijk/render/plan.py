"""The plan of the whole site: every page with its digest, its bytes to be made when they are wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import DocPath, Slug

from .body import RenderedBody
from .doors.crawlers import plan_crawlers
from .doors.feeds import plan_feeds
from .doors.redirects import plan_redirects
from .doors.skos import plan_skos
from .names import Words
from .pages.about import plan_about
from .pages.discover import plan_discover
from .pages.facets import plan_facets
from .pages.findings import plan_findings
from .pages.handles import plan_handles
from .pages.home import plan_home
from .pages.report import plan_reports
from .pages.sessions import plan_sessions
from .pages.themes import plan_themes
from .planning import PlannedPage, Planner
from .shelf import Shelf


@dataclass(frozen=True, slots=True)
class Settings:
    """How the site is to be rendered: in which language its interface speaks, what its pictures are called, and where it is.

    `pictures` maps the ContentPath of each picture that is shown to its public file name. `home` is the absolute address
    of the home page, with a slash at the end; empty when it is not known.
    """

    words: Words
    pictures: Mapping[str, str] = field(default_factory=dict)
    home: str = ""


def plan(kb: KnowledgeBase, bodies: Mapping[Slug, RenderedBody], settings: Settings) -> dict[DocPath, PlannedPage]:
    """Plan every page below `build/docs`. `bodies` holds the rendered body of every report in `kb.reports`.

    Nothing is read from or written to disk but the page templates; the same input gives the same bytes.
    """
    planner = Planner(Shelf(kb, settings.words, settings.pictures), settings.words, settings.home)
    plan_feeds(planner)
    plan_home(planner)
    plan_discover(planner)
    plan_reports(planner, bodies)
    plan_themes(planner)
    plan_handles(planner)
    plan_findings(planner)
    plan_sessions(planner)
    plan_facets(planner)
    plan_about(planner)
    plan_skos(planner)
    plan_crawlers(planner)
    plan_redirects(planner)
    return planner.pages
