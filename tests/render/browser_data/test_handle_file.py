"""The data of the page of all handles: what can be chosen, what is shown, and which words lead to a handle."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import DocPath
from proefpraktijk.render import RenderSettings, plan
from proefpraktijk.wording import Wording
from render.factory import STORIES, bodies_of, empty, knowledge

HANDLES = (
    "Hang het telefoonbeleid naast de klok.",
    "Vraag Quispelaar om een tweede klok.",
    "Tel de eenzame kinderen op het plein.",
)


@pytest.fixture(scope="module")
def files() -> dict[str, object]:
    """Return the files of a community in which one report has these handles, read."""
    stories = [replace(STORIES[0], themes=("onrust-en-overgangen",), handles=HANDLES)]
    return dict(_read(knowledge(stories), stories))


def _read(kb: KnowledgeBase, stories: list) -> Iterator[tuple[str, object]]:  # type: ignore[type-arg]
    for path, page in plan(kb, bodies_of(kb, stories), RenderSettings(Wording("en"))).items():
        if re.fullmatch(r"handvatten/[a-z]+-\d+\.json", path):
            yield path.removeprefix("handvatten/"), json.loads(page.make())


def _places(files: dict[str, object]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for name, words in files.items():
        if name.startswith("woord"):
            assert isinstance(words, dict)
            places |= words
    return places


def test_a_word_leads_to_its_handles(files: dict[str, object]) -> None:
    """Also the end of a compound, and what a theme is called; numbers are gaps."""
    places = _places(files)
    assert places["klok"] == [0, 0]
    assert places["telefoonbeleid"] == [0]
    assert places["beleid"] == [0]
    assert places["onrust"] == [0, 0, 0]


def test_what_may_be_a_name_leads_nowhere(files: dict[str, object]) -> None:
    """A word with a capital that no dictionary knows is no way to find people."""
    assert not [word for word in _places(files) if "quispel" in word]


def test_a_handle_names_its_report_once(files: dict[str, object]) -> None:
    """The first handle of a report states where it is from, the next ones only their place there."""
    [piece] = [data for name, data in files.items() if name.startswith("stuk")]
    assert isinstance(piece, list)
    first, second, third = piece
    assert first["to"] == f"verslagen/{STORIES[0].slug}/#h1"
    assert first["gist"] == STORIES[0].title
    assert (second["to"], third["to"]) == ("#h2", "#h3")
    assert set(second) == {"title", "to", "themes"}


def test_safety_is_kept_apart(files: dict[str, object]) -> None:
    """The names of a delicate theme lead to no handle, and a handle on it discloses neither its theme nor its year groups."""
    stories = [replace(STORIES[0], themes=("veiligheid",), handles=HANDLES)]
    kb = knowledge(stories)
    safety = dict(_read(kb, stories))
    assert "onrust" in _places(files)
    assert "veiligheid" not in _places(safety)
    [piece] = [data for name, data in safety.items() if name.startswith("stuk")]
    assert isinstance(piece, list)
    assert not [item for item in piece if item.get("facts") or item.get("themes")]


def test_without_handles_there_are_no_files() -> None:
    """An empty community has the page and no data."""
    planned = plan(empty(), {}, RenderSettings(Wording("en")))
    assert not [path for path in planned if path.startswith("handvatten/") and path.endswith(".json")]
    assert b"data-finder" not in planned[DocPath("handvatten/index.md")].make()
