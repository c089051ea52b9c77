"""Real builds with real engines: the same bytes however the work is divided, and plain words when it fails."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from proefpraktijk.model.paths import DocPath
from proefpraktijk.model.problem import Problem
from proefpraktijk.publish.engines import ENGINES, InProcess, read_settings, shard
from proefpraktijk.publish.engines.mkdocs_family import Classic
from proefpraktijk.publish.engines.settings import EngineSettings
from proefpraktijk.publish.site.make_site import SiteRequest, make_site
from proefpraktijk.publish.site.work_folders import WorkFolders
from proefpraktijk.publish.staging.stage import stage
from publish.sites import ONE_PROCESS, SETTINGS, TWO_PROCESSES, Site, page, reported, small_site, tree


def test_two_processes_make_the_same_bytes_as_one(site: Site, another: Callable[[], Site]) -> None:
    """Dividing the pages over processes cannot be seen in the site."""
    other = another()
    assert site.make(ONE_PROCESS).written
    assert other.make(TWO_PROCESSES).written
    assert site.bytes() == other.bytes()
    assert "verslagen/verslag-4/index.html" in site.bytes()


@pytest.mark.parametrize("engine", [TWO_PROCESSES, InProcess()], ids=["processes", "in-process"])
def test_a_few_pages_make_the_same_bytes_as_all(site: Site, another: Callable[[], Site], engine: Classic) -> None:
    """After an edit, a new report and a withdrawn one, the site equals one built from nothing. Twice, as copies differ.

    So it does after data under another name: Discover has a new file at every change.
    """
    other = another()
    for place in (site, other):
        place.plan |= {DocPath(f"verslagen/oud-{n}.md"): page(f"Oud {n}", "Al langer bekend.") for n in range(5)}
    site.make(engine)
    for turn in range(2):
        for place in (site, other):
            place.plan[DocPath("verslagen/verslag-1.md")] = page("Verslag 1", f"Herzien {turn}.")
            place.plan[DocPath(f"verslagen/nieuw-{turn}.md")] = page("Nieuw", "Net binnen.")
            place.plan[DocPath("index.md")] = page("Start", f"Nieuw op de voorpagina: {turn}.")
            place.plan.pop(DocPath(f"verslagen/verslag-{turn + 3}.md"))
            place.assets = {f"ontdek/keuze-{turn}.json": b"{}"}
        assert site.make(engine).built == 3
    other.make(ONE_PROCESS)
    assert site.bytes() == other.bytes()
    assert b"Nieuw op de voorpagina: 1." in site.bytes()["index.html"]
    assert [path for path in site.bytes() if path.startswith(("ontdek/", "beeld/"))] == ["ontdek/keuze-1.json"]


def test_another_title_in_the_navigation_rebuilds_every_page(site: Site) -> None:
    """What a page of the navigation shows on others (here its icon) makes all of them new."""
    site.make(ONE_PROCESS)
    text = site.plan[DocPath("over.md")].text
    site.plan[DocPath("over.md")] = replace(page("", ""), text=text.replace("---\n", "---\nicon: material/home\n", 1))
    made = site.make(ONE_PROCESS)
    assert (made.written, made.built) == (True, None)


@pytest.mark.parametrize("change", ["settings", "theme"])
def test_other_settings_or_templates_rebuild_every_page(site: Site, change: str) -> None:
    """In doubt everything is built."""
    site.make(ONE_PROCESS)
    if change == "settings":
        (site.root / "mkdocs.yml").write_text(SETTINGS + "copyright: Vereniging\n")
    else:
        site.theme["main.html"] = b'{% extends "base.html" %}{% block footer %}<p>Voet</p>{% endblock %}'
    made = site.make(ONE_PROCESS)
    assert (made.written, made.built) == (True, None)
    wanted = b"Vereniging" if change == "settings" else b"<p>Voet</p>"
    assert wanted in site.bytes()["verslagen/verslag-1/index.html"]


def test_the_three_engines_make_the_same_pages(site: Site) -> None:
    """One staging folder, one `mkdocs.yml`, three engines: the same pages with the same text in their article."""
    articles = {}
    for name, engine in ENGINES.items():
        assert reported(site.make(engine).problems) == []
        pages = {path: data.decode() for path, data in site.bytes().items() if path.endswith(".html")}
        articles[name] = {path: _article(text) for path, text in pages.items() if path != "404.html"}
        assert "404.html" in pages
    assert articles["mkdocs"] == articles["zensical"] == articles["properdocs"]
    assert articles["mkdocs"]["verslagen/verslag-2/index.html"] == "Verslag 2 Rustig starten, poging 2."


def _article(html: str) -> str:
    found = re.search(r"<article[^>]*>(.*?)</article>", html, re.DOTALL)
    assert found
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).replace("¶", "").split())


@pytest.mark.parametrize("name", ENGINES)
def test_building_again_from_nothing_gives_the_same_bytes(
    site: Site, another: Callable[[], Site], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the clock nor the place nor the order of a hash shows in the site."""
    site.make(ENGINES[name])
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    other = another()
    other.make(ENGINES[name])
    assert site.bytes() == other.bytes()


@pytest.mark.parametrize("name", ENGINES)
def test_nothing_besides_the_site_is_left(site: Site, name: str) -> None:
    """No cache of an engine, which could keep withdrawn text, and no unused search index."""
    site.make(ENGINES[name])
    assert sorted(p.name for p in site.root.iterdir()) == [".cache", "build", "mkdocs.yml", "site"]
    assert sorted(p.name for p in (site.root / ".cache").iterdir()) == [
        "lock",
        "lock-holder",
        "site.json",
        "staged.json",
    ]
    assert not [path for path in site.bytes() if "lunr" in path or path.endswith(".gz")]


def test_the_sitemap_lists_the_pages(site: Site) -> None:
    """Every page once, under the site's own address, sorted, without a date of today."""
    site.make(ONE_PROCESS)
    found = re.findall(r"<loc>(.*?)</loc>", site.bytes()["sitemap.xml"].decode())
    base = "https://vereniging.example/kennisbank/"
    expected = ["", "over/", "themas/", *(f"verslagen/verslag-{n}/" for n in range(5))]
    assert found == [base + path for path in expected]
    assert b"lastmod" not in site.bytes()["sitemap.xml"]
    assert site.bytes()[".nojekyll"] == b""


@pytest.mark.parametrize("name", ENGINES)
def test_a_broken_template_is_told_in_plain_words(site: Site, name: str) -> None:
    """The engine's own message, one line, no traceback; and no site."""
    site.theme["main.html"] = b"{% if %}"
    made = site.make(ENGINES[name])
    (message,) = [line for line in reported(made.problems) if "PP804" in line][-1:]
    assert "Traceback" not in message
    assert "File " not in message
    assert "block" in message
    assert not made.written
    assert not site.folders.site.exists()


def test_what_the_engine_warns_of_is_passed_on(site: Site) -> None:
    """Once, though every process says it."""
    (site.root / "mkdocs.yml").write_text(SETTINGS.replace("plugins: []", "plugins: []\nextra_menu: 1"))
    made = site.make(TWO_PROCESSES)
    assert reported(made.problems) == [
        "mkdocs.yml: PP805 mkdocs says: Config value 'extra_menu': Unrecognised configuration name: extra_menu"
    ]
    assert made.written


def test_zensical_names_the_place_of_a_broken_link(site: Site) -> None:
    """Its drawing becomes one line."""
    site.plan[DocPath("over.md")] = replace(site.plan[DocPath("over.md")], text="# Over\n\n[weg](weg.md)\n")
    made = site.make(ENGINES["zensical"])
    assert reported(made.problems) == ["mkdocs.yml: PP805 zensical says: over.md:3:7: page does not exist"]


@pytest.mark.parametrize("name", ENGINES)
def test_another_staging_folder_than_the_settings_name(site: Site, name: str) -> None:
    """A preview has its own documents and its own theme; `build/` need not be there."""
    folder = site.root / ".cache" / "serve"
    staged = stage(site.plan, {}, {"main.html": b"<article>EIGEN</article>"}, folder / "build", folder / "staged.json")
    folders = WorkFolders(site.root / "mkdocs.yml", folder / "site", folder)
    assert reported(make_site(folders, SiteRequest(staged, ENGINES[name], site.search, "")).problems) == []
    assert tree(folders.site)["over/index.html"] == b"<article>EIGEN</article>"


def test_an_engine_that_is_not_installed(site: Site) -> None:
    """The hint says what to type."""
    made = site.make(Classic("zandkasteel"))
    (problem,) = made.problems
    assert problem.rule == "PP803"
    assert problem.hint is not None
    assert problem.hint.values == {"engine": "zandkasteel"}


@pytest.mark.parametrize(
    ("text", "rule", "line"), [(None, "PP801", 0), ("nav: [\n", "PP802", 2), ("- lijst\n", "PP802", 0)]
)
def test_settings_that_cannot_be_read(site: Site, text: str | None, rule: str, line: int) -> None:
    """A missing or broken `mkdocs.yml` is the writer's to mend."""
    if text is None:
        (site.root / "mkdocs.yml").unlink()
    else:
        (site.root / "mkdocs.yml").write_text(text)
    (problem,) = site.make(ONE_PROCESS).problems
    assert (problem.rule, problem.place.line) == (rule, line)


@pytest.mark.parametrize(
    ("extra", "independent"),
    [
        ("plugins: []", True),
        ("plugins: [search]", False),
        ("plugins: [{tags: {}}]", False),
        ("", False),
        ("plugins: []\nhooks: [haak.py]", False),
        ("plugins: []\nINHERIT: elders.yml", False),
        ("plugins: []\nextra: {sleutel: !ENV SLEUTEL}", False),
    ],
)
def test_pages_are_divided_only_when_that_is_safe(tmp_path: Path, extra: str, *, independent: bool) -> None:
    """A plugin or a hook may look at all pages, so then one process gets them all."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"site_name: x\nnav: [index.md]\n{extra}\n")
    found = read_settings(file)
    assert isinstance(found, EngineSettings)
    assert found.independent is independent


@pytest.mark.parametrize(
    ("url", "base"),
    [("", "/"), ("https://x.nl", "/"), ("https://x.nl/kennisbank", "/kennisbank/"), ("https://x.nl/a/b/", "/a/b/")],
)
def test_the_base_path_is_that_of_the_address(tmp_path: Path, url: str, base: str) -> None:
    """`site_url` says below which path the site is served."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"site_name: x\nsite_url: '{url}'\n")
    found = read_settings(file)
    assert not isinstance(found, Problem)
    assert found.base_path == base


def test_a_build_process_ends_with_whoever_started_it(tmp_path: Path) -> None:
    """A killed build leaves no process behind that goes on writing (`run` waits for all who hold its pipe)."""
    site = small_site(tmp_path, reports=100)
    request = json.dumps(_request(site, site.stage().docs)) + "\n"
    starter = f"""
import os, signal, subprocess, sys
child = subprocess.Popen([sys.executable, "-P", {shard.__file__!r}, "mkdocs"], stdin=subprocess.PIPE)
child.stdin.write({request.encode()!r})
child.stdin.flush()
os.kill(os.getpid(), signal.SIGKILL)
"""
    run = subprocess.run([sys.executable, "-c", starter], capture_output=True, text=True, check=False)
    assert run.returncode == -signal.SIGKILL
    assert not (site.root / "ergens" / "verslagen" / "verslag-99" / "index.html").exists()


def _request(site: Site, docs: Path) -> shard.Request:
    return {
        "engine": "mkdocs",
        "config": str(site.root / "mkdocs.yml"),
        "docs": str(docs),
        "theme": "",
        "site": str(site.root / "ergens"),
    }
