"""From the knowledge base to pages: Markdown files that hold our own, escaped HTML.

Takes: the knowledge base.
Gives: planned pages: a digest each, and their bytes on demand.

`render_body` renders a report's text once; `plan` says which pages there are, with digests; `templates` says where
the page templates (`pages/`) and the theme (`theme/`, to be staged as `build/theme`) are.
"""

from proefpraktijk.render.bodies.body_writer import render_body
from proefpraktijk.render.bodies.rendered_body import RenderedBody, pictures_of
from proefpraktijk.render.browser_data.searchable_texts import SearchableText, articles, theme_names
from proefpraktijk.render.machine_formats.publication_dates import dates_of_pages

from .environment import templates
from .planned_page import PlannedPage
from .site_plan import RenderSettings, plan

__all__ = [
    "PlannedPage",
    "RenderSettings",
    "RenderedBody",
    "SearchableText",
    "articles",
    "dates_of_pages",
    "pictures_of",
    "plan",
    "render_body",
    "templates",
    "theme_names",
]
