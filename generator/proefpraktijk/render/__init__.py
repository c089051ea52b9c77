"""The house that turns the knowledge base into pages: Markdown files that hold our own, escaped HTML.

`render_body` renders a report's text once; `plan` says which pages there are, with digests; `templates` tells where
the page templates (`pages/`) and the theme (`theme/`, to be staged as `build/theme`) are.
"""

from .articles import Article, articles, theme_names
from .body import RenderedBody, pictures_of
from .doors.dating import told_dates
from .environment import templates
from .plan import Settings, plan
from .planning import PlannedPage
from .writer import render_body

__all__ = [
    "Article",
    "PlannedPage",
    "RenderedBody",
    "Settings",
    "articles",
    "pictures_of",
    "plan",
    "render_body",
    "templates",
    "theme_names",
    "told_dates",
]
