"""Branded addresses, so that a link mistake is a type error."""

from __future__ import annotations

from typing import NewType

ContentPath = NewType("ContentPath", str)
"""A file below the site's root as POSIX text, `content/reports/groep-5.md`. Secret: it may hold a name."""

Slug = NewType("Slug", str)
"""The public name of a page within its kind: `[a-z0-9-]+`, made from safe text only."""

ThemeId = NewType("ThemeId", str)
"""The public name of a theme, equal to its file's stem once that has passed the airlock."""

DocPath = NewType("DocPath", str)
"""A file below `build/docs` as POSIX text: `verslagen/rustig-starten.md`."""

SiteUrl = NewType("SiteUrl", str)
"""An address within the site, relative to its root, with its final slash: `verslagen/rustig-starten/`; home is ``""``."""
