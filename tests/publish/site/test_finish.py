"""The last touches on a site: what no page uses is not in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from proefpraktijk.publish.engines import EngineSettings, read_settings
from proefpraktijk.publish.site.finish import finish

OURS = '<link href="assets/proefpraktijk.css"><script src="assets/js/comforts.js"></script>'
MATERIAL = '<link href="assets/stylesheets/main.css"><script src="assets/javascripts/bundle.js"></script>'
SHIPPED = ("assets/images/favicon.png", "assets/javascripts/bundle.js", "assets/stylesheets/main.css")


@pytest.fixture
def settings(repository: Path) -> EngineSettings:
    """Return the demo's settings."""
    found = read_settings(repository / "mkdocs.yml")
    assert isinstance(found, EngineSettings)
    return found


def _site(folder: Path, frame: str) -> Path:
    for path in ("index.html", "404.html", *SHIPPED, "assets/js/comforts.js"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(frame if path.endswith(".html") else "x", encoding="utf-8")
    return folder


def test_files_of_the_theme_that_no_page_uses_go(tmp_path: Path, settings: EngineSettings) -> None:
    """More than a megabyte of scripts and styles in every site; our own stay."""
    site = _site(tmp_path, OURS)
    finish(site, [], settings, {})
    assert not any((site / path).exists() for path in SHIPPED)
    assert (site / "assets/js/comforts.js").exists()


def test_files_of_the_theme_that_pages_use_stay(tmp_path: Path, settings: EngineSettings) -> None:
    """Whoever builds with the theme's own frame keeps its scripts and styles; only its icon is used by no page."""
    site = _site(tmp_path, MATERIAL)
    finish(site, [], replace(settings, own_theme=False), {})
    assert [(site / path).exists() for path in SHIPPED] == [False, True, True]
