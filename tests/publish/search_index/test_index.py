"""The search index: what is in it, what leads to a text, what is reported when it cannot be made."""

from __future__ import annotations

import gzip
import json
import stat
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pagefind_bin
import pytest

from proefpraktijk.dutch.search_forms import endings, in_full
from proefpraktijk.model.paths import SiteUrl
from proefpraktijk.model.problem import Severity
from proefpraktijk.protect import ByteSearch
from proefpraktijk.publish.engines import ENGINES
from proefpraktijk.publish.preview_server import listen
from proefpraktijk.publish.search_index.index import INDEX_FOLDER, Index
from proefpraktijk.publish.search_index.on_demand import LaterIndex
from proefpraktijk.publish.site.make_site import SiteRequest, SiteResult, make_site
from proefpraktijk.publish.staging.page_frame import untranslated_files
from proefpraktijk.runtime.build_lock import locked
from publish.sites import ONE_PROCESS, Site, reported, tree


@dataclass(frozen=True)
class Text:
    """An article."""

    url: SiteUrl
    title: str
    html: str
    forms: tuple[tuple[str, ...], ...] = ()

    @property
    def stamp(self) -> str:
        """All of it."""
        return repr(self)


PHONE = Text(
    SiteUrl("verslagen/telefoon/"),
    "De telefoon in de la",
    '<h2 id="situatie">Situatie</h2><p>Wij maakten een <mark id="p1">telefoonbeleid</mark> &amp; dat hielp.</p>'
    '<ul><li id="h1" class="handle">Vraag de klas mee te denken.</li></ul>',
    (("Schermen", "smartphone"),),
)
CARE = Text(SiteUrl("bevindingen/zorg/"), "Wie helpt?", "<p>De intern begeleider keek mee.</p>")
THEME = Text(SiteUrl("themas/zorg/"), "Zorg", "<p>Over zorg in de klas.</p>", (("Zorg", "ondersteuning"),))
INDEX = Index((PHONE, CARE, THEME), 2, ((THEME.url, ("Zorg", "ondersteuning")),))


def fragments(folder: Path) -> dict[str, dict[str, Any]]:
    """Return what the index keeps of each text, by its address."""
    kept = [
        json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        | {"id": file.name.partition(".")[0]}
        for file in (folder / "fragment").iterdir()
    ]
    return {fragment["url"].lstrip("/").removesuffix(".html") + "/": fragment for fragment in kept}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of an index of three texts."""
    folder = tmp_path_factory.mktemp("index") / INDEX_FOLDER
    assert INDEX.make(folder) is None
    return folder


def test_only_the_text_is_kept_to_be_shown(made: Path) -> None:
    """A fragment holds the text without markup; title and words that lead to it are no part of it."""
    found = fragments(made)[PHONE.url]
    assert found["content"] == "Situatie. Wij maakten een telefoonbeleid & dat hielp. Vraag de klas mee te denken."
    assert found["meta"]["title"] == PHONE.title
    assert (found["meta"]["names"], found["meta"]["endings"]) == ("Schermen smartphone", "beleid")


def test_places_are_kept(made: Path) -> None:
    """Headings, passages and handles can be led to."""
    anchors = fragments(made)[PHONE.url]["anchors"]
    assert [(anchor["id"], anchor["location"]) for anchor in anchors] == [("situatie", 0), ("p1", 4), ("h1", 8)]


def test_numbers_are_those_of_discover(made: Path) -> None:
    """The first articles have a number, by the id under which the search program finds them; themes have none."""
    found = fragments(made)
    assert json.loads((made / "numbers.json").read_text()) == [found[PHONE.url]["id"], found[CARE.url]["id"]]


def test_themes_are_told_for_a_miss(made: Path) -> None:
    """Beside the index lies where each theme is and what it is called, and what schools say in short."""
    words = json.loads((made / "words.json").read_text(encoding="utf-8"))
    assert words["themes"] == [["themas/zorg/", ["Zorg", "ondersteuning"]]]
    assert ["hgw", "handelingsgericht werken"] in words["abbreviations"]


def test_nothing_is_kept_that_no_script_of_ours_uses(made: Path) -> None:
    """Pagefind's own interfaces are left out, and so is what it was given to read."""
    names = {path.name.split(".")[-1] if path.parent == made else path.parent.name for path in made.rglob("*.*")}
    assert names == {"js", "json", "pf_meta", "pagefind", "index", "fragment"}
    assert [path.name for path in made.glob("*.js")] == ["pagefind.js"]
    assert list(made.parent.iterdir()) == [made]


def test_the_same_texts_give_the_same_bytes(made: Path, tmp_path: Path) -> None:
    """An index made again is the same, byte for byte."""
    assert INDEX.make(tmp_path / INDEX_FOLDER) is None
    assert tree(tmp_path / INDEX_FOLDER) == tree(made)


def test_a_text_without_a_word(tmp_path: Path) -> None:
    """A text in which no word stands is in no index, keeps its number, and keeps nothing else out."""
    silent = Text(SiteUrl("verslagen/stil/"), "\N{SMILING FACE WITH OPEN MOUTH}", "<p>…</p>")
    assert replace(INDEX, articles=(silent, PHONE, THEME)).make(tmp_path / INDEX_FOLDER) is None
    found = fragments(tmp_path / INDEX_FOLDER)
    assert json.loads((tmp_path / INDEX_FOLDER / "numbers.json").read_text()) == [None, found[PHONE.url]["id"]]


def test_english_texts_get_no_dutch_words(tmp_path: Path) -> None:
    """In an English community words are stemmed as English and nothing is taken for a Dutch compound."""
    assert replace(INDEX, language="en").make(tmp_path / INDEX_FOLDER) is None
    assert (tmp_path / INDEX_FOLDER / "wasm.en.pagefind").exists()
    meta = fragments(tmp_path / INDEX_FOLDER)[PHONE.url]["meta"]
    assert meta == {"title": PHONE.title, "names": "Schermen smartphone"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Een telefoonbeleid maken", {"beleid"}),
        ("het groepsplan, de vragenlijst en het Klassenboek", {"plan", "lijst", "boek"}),
        ("de stamboom", {"boom"}),
        ("kinderen herkennen verschillen in de herkenning", set()),
        ("vaak onderaan, waarvoor en daarover", set()),
        ("x" * 10_000, set()),
    ],
)
def test_endings_of_compounds(text: str, found: set[str]) -> None:
    """A compound gives the word it ends with; derived words and words of grammar give nothing."""
    assert endings(text) == found


@pytest.mark.parametrize("text", ["De ib’er keek.", "Een intern begeleider", "de IB'ER!"])
def test_abbreviations(text: str) -> None:
    """What stands there in short leads to the full form, and the reverse."""
    assert {"ib'er", "intern begeleider"} <= set(in_full(text))
    assert not list(in_full("De begeleider keek intern."))


def test_every_file_of_the_index_is_opened_for_the_byte_search(made: Path) -> None:
    """A name that came into a text after the airlock is found in the packed fragment, and one in the other files too."""
    search = ByteSearch(["Wubbekien", "Steggerda"])
    assert not [path for path, data in tree(made).items() if search.hits(path, data)]
    leaked = replace(PHONE, html="<p>Wubbekien Steggerda zei niets.</p>")
    folder = made.with_name("leaked")
    assert replace(INDEX, articles=(leaked, CARE, THEME)).make(folder) is None
    hit = {Path(path).suffix for path, data in tree(folder).items() if search.hits(path, data)}
    assert hit == {".pf_fragment", ".pf_index"}
    for suffix in (".pf_meta", ".pf_filter"):
        packed = gzip.compress(b"pagefind_dcd\x81\x69wubbekien\x00")
        assert search.hits(f"pagefind/x{suffix}", packed)
    stems = gzip.compress(b"pagefind_dcd\x82\x64daan\x63hen")
    assert not ByteSearch(["Daan", "Chen"]).hits("pagefind/x.pf_index", stems)


def build(site: Site, index: Index) -> SiteResult:
    """Build the small site with a search index."""
    with locked(site.folders.lock):
        return make_site(
            site.folders, SiteRequest(site.stage(), ONE_PROCESS, site.search, site.secrets_digest, index=index)
        )


def index_of(site: Site) -> dict[str, bytes]:
    """Return the files of the index in place."""
    return tree(site.folders.site / INDEX_FOLDER)


def test_an_index_stays_until_a_text_changes(site: Site) -> None:
    """With no other text, the files of the old index stay the very same; with one, nothing of the old text is left."""
    assert not build(site, INDEX).problems
    first = {path.name: path.stat().st_ino for path in (site.folders.site / INDEX_FOLDER).rglob("*.*")}
    site.plan[next(doc for doc in site.plan if doc.startswith("verslagen/"))] = next(iter(site.plan.values()))
    again = build(site, INDEX)
    assert again.written
    assert again.built == 1
    assert {path.name: path.stat().st_ino for path in (site.folders.site / INDEX_FOLDER).rglob("*.*")} == first

    assert build(site, replace(INDEX, articles=(PHONE, THEME), numbered=1)).built == 0
    bytes_left = b"".join(
        gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data for data in index_of(site).values()
    ).lower()
    assert b"telefoon" in bytes_left
    assert b"begeleider keek" not in bytes_left
    assert b"wie helpt" not in bytes_left


def test_an_index_edited_by_hand_is_made_anew(site: Site) -> None:
    """What somebody added to the index in place is not carried over."""
    assert not build(site, INDEX).problems
    before = index_of(site)
    (site.folders.site / INDEX_FOLDER / "fragment" / "nl_0000000.pf_fragment").write_bytes(b"oud")
    (site.folders.site / INDEX_FOLDER / "words.json").unlink()
    assert build(site, INDEX).written
    assert index_of(site) == before


def test_words_of_scripts_are_no_names(site: Site) -> None:
    """Who is called as a word of a script is keeps no site from being made: the program's and our own are passed over."""
    site.theme |= untranslated_files()
    site.search = ByteSearch(["Else", "Both", "Floor", "Math Clim"])  # type: ignore[assignment]
    assert not build(site, INDEX).problems
    site.theme["assets/js/eigen.js"] = b"let Else = 1;"
    assert [problem.rule for problem in build(site, INDEX).problems] == ["PP820"]


def test_no_texts_no_index(site: Site) -> None:
    """A site without any article has no index, also when it had one."""
    assert not build(site, INDEX).problems
    assert build(site, Index()).written
    assert not (site.folders.site / INDEX_FOLDER).exists()


@pytest.mark.parametrize("name", ["mkdocs", "properdocs", "zensical"])
def test_every_engine_gets_the_same_index(site: Site, made: Path, name: str) -> None:
    """The index is made beside the engine, so it does not depend on which one it is."""
    with locked(site.folders.lock):
        order = SiteRequest(site.stage(), ENGINES[name], site.search, site.secrets_digest, index=INDEX)
        assert not [p for p in make_site(site.folders, order).problems if p.severity is Severity.ERROR]
    assert index_of(site) == tree(made)


def _stand_in(folder: Path, script: str) -> Path:
    """Lay down a program in the place of Pagefind."""
    program = folder / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


@pytest.mark.parametrize(
    ("script", "rule"), [(None, "PP807"), ("exit 3", "PP808"), ("exit 0", "PP808")], ids=["missing", "fails", "silent"]
)
def test_without_an_index_the_old_site_stays(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str | None, rule: str
) -> None:
    """When Pagefind is missing or fails, that is reported in plain words and the site in place is untouched."""
    assert not build(site, INDEX).problems
    before = site.bytes()
    program = _stand_in(tmp_path, script) if script else tmp_path / "nergens"
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: program)
    failed = build(site, replace(INDEX, articles=(PHONE,), numbered=1))
    assert not failed.written
    assert [line.split(" ")[1] for line in reported(failed.problems)] == [rule]
    assert site.bytes() == before


def test_settings_of_others_do_not_count(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither variables nor a file that set up somebody's own Pagefind change the index."""
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pagefind.yml").write_text("exclude_selectors: [p]\n")
    assert INDEX.make(tmp_path / INDEX_FOLDER) is None
    assert tree(tmp_path / INDEX_FOLDER) == tree(made)


def test_from_any_folder(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site is also made by a path relative to where one stands."""
    monkeypatch.chdir(tmp_path)
    assert INDEX.make(Path("hier") / INDEX_FOLDER) is None
    assert tree(tmp_path / "hier" / INDEX_FOLDER) == tree(made)


def test_later(made: Path, tmp_path: Path) -> None:
    """A site that changes with every edit gets its index when it is asked for, and a new one after a change."""
    rules: list[str] = []
    later = LaterIndex(tmp_path / INDEX_FOLDER, lambda problem: rules.append(problem.rule))
    assert not later.folder().exists()
    later.want(INDEX)
    assert not (tmp_path / INDEX_FOLDER).exists()
    assert tree(later.folder()) == tree(made)
    later.want(replace(INDEX, articles=(PHONE,), numbered=1))
    assert fragments(later.folder()).keys() == {PHONE.url}
    assert not rules


def test_served_later(tmp_path: Path) -> None:
    """The server of `serve` gives the index as if it stood in the site, and nothing outside of it."""
    later = LaterIndex(tmp_path / INDEX_FOLDER, lambda _: None)
    later.want(INDEX)
    (tmp_path / "site").mkdir()
    server = listen("127.0.0.1", 8790, tmp_path / "site", "/kennisbank/", {INDEX_FOLDER: later.folder})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        with urlopen(f"{server.url}{INDEX_FOLDER}/words.json") as answer:
            assert json.load(answer)["themes"][0][0] == "themas/zorg/"
        for path in (f"{INDEX_FOLDER}/%2e%2e/index.html", "words.json", INDEX_FOLDER + "s/words.json"):
            with pytest.raises(HTTPError):
                urlopen(f"{server.url}{path}")
    finally:
        server.shutdown()
        thread.join()
        server.notices.close()
        server.server_close()
