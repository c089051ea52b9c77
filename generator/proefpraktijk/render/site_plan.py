"""The plan of the whole site: every page with its digest, its bytes to be made when they are wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import DocPath, Slug
from proefpraktijk.render.bodies.rendered_body import RenderedBody
from proefpraktijk.render.machine_formats.crawlers import plan_crawlers
from proefpraktijk.render.machine_formats.feeds import plan_feeds
from proefpraktijk.render.machine_formats.redirects import plan_redirects
from proefpraktijk.render.machine_formats.skos import plan_skos
from proefpraktijk.render.pages.about import plan_about
from proefpraktijk.render.pages.coordinates import plan_facets
from proefpraktijk.render.pages.discover import plan_discover
from proefpraktijk.render.pages.findings import plan_findings
from proefpraktijk.render.pages.handles import plan_handles
from proefpraktijk.render.pages.home import plan_home
from proefpraktijk.render.pages.report import plan_reports
from proefpraktijk.render.pages.sessions import plan_sessions
from proefpraktijk.render.pages.themes import plan_themes

from .coordinate_names import Words
from .page_parts import PageParts
from .planned_page import PlannedPage, Planner


@dataclass(frozen=True, slots=True)
class RenderSettings:
    """How the site is to be rendered: in which language its interface speaks, what its pictures are called, and where it is.

    `pictures` maps the ContentPath of each picture that is shown to its public file name. `home` is the absolute address
    of the home page, with a slash at the end; empty when it is not known.
    """

    words: Words
    pictures: Mapping[str, str] = field(default_factory=dict)
    home: str = ""


def plan(
    kb: KnowledgeBase, bodies: Mapping[Slug, RenderedBody], settings: RenderSettings
) -> dict[DocPath, PlannedPage]:
    """Plan every page below `build/docs`. `bodies` holds the rendered body of every report in `kb.reports`.

    Nothing is read from or written to disk but the page templates; the same input gives the same bytes.
    """
    planner = Planner(PageParts(kb, settings.words, settings.pictures), settings.words, settings.home)
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
