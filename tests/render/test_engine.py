"""The engine passes our pages on untouched: what is planned is what a browser gets."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from proefpraktijk.render import RenderSettings, plan, templates
from proefpraktijk.wording import Wording
from render.factory import STORIES, bodies_of, knowledge

SIGNS = (
    "*ster* _lijn_ {{ 7*7 }} {% raw %} --8<-- 'x' `code` [a](b) <b>vet</b> &amp; 1. een\n\n    ingesprongen\n\n# kop"
)

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"


def test_the_article_is_what_was_planned(tmp_path: Path, english: Wording) -> None:
    """Signs of Markdown, Jinja and snippets in a teacher's text reach the page as letters, byte for byte."""
    story = replace(STORIES[0], title="{{ 7*7 }} </title><b>", sections=(("Situatie", SIGNS),))
    stories = [story, *STORIES[1:]]
    kb = knowledge(stories)
    docs = tmp_path / "build" / "docs"
    planned = plan(kb, bodies_of(kb, stories), RenderSettings(english))
    pages = {path: page.make().decode() for path, page in planned.items() if path.endswith(".md")}
    for path, text in pages.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")
    shutil.copytree(templates() / "theme", tmp_path / "build" / "theme")
    shutil.copy(CONFIG, tmp_path / "mkdocs.yml")
    build(load_config(str(tmp_path / "mkdocs.yml")))
    for path, text in pages.items():
        built = (tmp_path / "site" / path).with_suffix(".html").read_text(encoding="utf-8")
        assert text.split("---\n", 2)[2].strip() in built, path
        assert built.partition("<body")[0].count("</title>") == 1, path
    assert "[[Not found]]" in (tmp_path / "site" / "404.html").read_text(encoding="utf-8")


def test_the_frame_escapes_what_it_takes_from_the_front_matter() -> None:
    """MkDocs' templates do not escape by themselves: ours do, all but the JSON of a script (`doors.structured`)."""
    sources = [file.read_text(encoding="utf-8") for file in (templates() / "theme").rglob("*.html")]
    shown = [
        found
        for source in sources
        for found in re.findall(r"\{\{ (?:page\.meta\.|config\.site_|item\.title)[^}]*\}\}", source)
    ]
    assert len(shown) > 5
    assert [found for found in shown if "| e" not in found] == ["{{ page.meta.ld }}"]
