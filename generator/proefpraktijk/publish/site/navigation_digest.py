"""What a page of the navigation shows on every other page: its title, icon and the like."""

from __future__ import annotations

from pathlib import Path

import yaml

from proefpraktijk.publish.engines import EngineSettings
from proefpraktijk.publish.staging.stage import Staged
from proefpraktijk.runtime.cache import digest

_OWN = frozenset(("description", "ld", "cite"))
"""Front matter that appears on the page itself and on no other."""


def navigation_digest(staged: Staged, settings: EngineSettings) -> str:
    """Return a digest of what every page shows of the pages in the navigation."""
    nav = sorted(settings.nav or ())
    return digest(*(part for doc in nav for part in (doc, _shown_elsewhere(staged.docs / doc, settings))))


def _shown_elsewhere(file: Path, settings: EngineSettings) -> str:
    try:
        text = file.read_text(encoding="utf-8")
    except OSError:
        return ""
    if not settings.nav_titled:
        return text
    front = text[4:].partition("\n---")[0] if text.startswith("---\n") else ""
    try:
        meta = dict(yaml.safe_load(front) or {})
    except (yaml.YAMLError, TypeError, ValueError):
        return text
    return repr(sorted((str(key), value) for key, value in meta.items() if key not in _OWN))
