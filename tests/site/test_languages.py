"""The demo with an English interface: no Dutch word of ours is left in it, and what teachers wrote stays as written."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Message

import catalogue
from endtoend.pages import html_files
from endtoend.running import build, built, change
from endtoend.validity import complaints
from proefpraktijk import wording

ROOT = Path(__file__).resolve().parents[2]
SHOWN = frozenset({"aria-label", "alt", "title", "placeholder", "content", "aria-description", "data-label"})
"""Attributes that somebody hears or reads."""


@pytest.fixture(scope="module")
def english(demo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the demo's site as a community that chose English gets it."""
    root = tmp_path_factory.mktemp("english") / "demo"
    shutil.copytree(demo_root, root, ignore=shutil.ignore_patterns("site", "build", ".cache"))
    change(root / "content/community.yml", "language: nl", "language: en")
    return built(root)


class _Words(HTMLParser):
    """Gathers what a page shows, piece by piece: each text between two tags and each attribute that is read aloud."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: set[str] = set()
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._style = tag == "style"
        for name, value in attrs:
            if name in SHOWN or (name.startswith("data-") and value and " " in value):
                self.pieces.add(" ".join((value or "").split()))

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.pieces.add(" ".join(data.split()))


@cache
def pieces(site: Path) -> dict[str, set[str]]:
    """Return the pieces of text of every page."""
    found = {}
    for address, file in html_files(site).items():
        words = _Words()
        words.feed(file.read_text(encoding="utf-8"))
        found[address] = words.pieces - {""}
    return found


def of_the_site() -> Iterator[Message]:
    """Yield the catalogue's messages that pages and their frame are made with."""
    for message in catalogue.read(catalogue.CATALOGUE):
        if message.id and any(
            place.startswith(("templates/", "generator/proefpraktijk/render/")) for place, _ in message.locations
        ):
            yield message


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return a message's one or two forms."""
    return (text,) if isinstance(text, str) else tuple(text)


def patterns(sentences: set[str]) -> re.Pattern[str]:
    """Return a pattern for any of the sentences as a whole, their places filled with a few words."""
    parts = (re.split(r"\{\w+\}", " ".join(sentence.split()).lower()) for sentence in sorted(sentences))
    return re.compile("|".join("[^.,;:!?]{1,40}?".join(map(re.escape, part)) for part in parts))


def own_words(root: Path) -> str:
    """Return all that the demo's writers wrote, settings too, with single spaces and in small letters."""
    files = [*(file for file in (root / "content").rglob("*") if file.suffix in {".md", ".yml"}), root / "mkdocs.yml"]
    return " ".join(" ".join(file.read_text(encoding="utf-8") for file in files).split()).lower()


def dutch_of_ours(root: Path) -> dict[str, str]:
    """Return the pieces of text that are the Dutch of one of our sentences, and that no teacher wrote: piece → a page."""
    written = own_words(root)
    said = patterns(
        {
            text
            for message in of_the_site()
            for text in forms(message.string)
            if text not in forms(message.id) and re.search(r"\w", re.sub(r"\{\w+\}", "", text))
        }
    )
    shown = {piece: address for address, found in pieces(root / "site").items() for piece in found}
    bare = {piece: piece.lower().strip(" :·") for piece in shown}
    return {piece: shown[piece] for piece, words in bare.items() if said.fullmatch(words) and words not in written}


def test_no_dutch_of_ours(demo_root: Path, english: Path) -> None:
    """An English site shows none of our sentences in Dutch, as text or as a label; a Dutch one shows very many."""
    assert len(dutch_of_ours(demo_root)) > 300
    assert not dutch_of_ours(english.parent)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_says_its_language(demo_site: Path, english: Path, language: str) -> None:
    """Its `lang` is the community's language, also on the 404 page, whatever the engine's own settings are."""
    site = demo_site if language == "nl" else english
    begins = re.compile(r"<!doctype html>\s*<html lang=\"(\w+)\"")
    told = {address: begins.match(file.read_text(encoding="utf-8")) for address, file in html_files(site).items()}
    assert len(told) > 200
    assert not [address for address, found in told.items() if not found or found[1] != language]


CODES = {
    "index.html": r'"inLanguage":"(\w+)"|og:locale" content="(\w+)_',
    "feed.xml": r'xml:lang="(\w+)"',
    "feed.json": r'"language":"(\w+)"',
    "pagefind/pagefind-entry.json": r'"languages":\{"(\w+)"',
}
"""Where a machine reads the language, and how it stands there."""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_machines_are_told_the_language_too(demo_site: Path, english: Path, language: str) -> None:
    """Feeds, schema.org, Open Graph and the search index say what `lang` says."""
    site = demo_site if language == "nl" else english
    for name, code in CODES.items():
        told = {"".join(found) for found in re.findall(code, (site / name).read_text(encoding="utf-8"))}
        assert told == {language}, name


@pytest.mark.parametrize("language", ["nl", "en"])
def test_one_report_two_reports(demo_site: Path, english: Path, language: str) -> None:
    """Of one thing the site speaks in the singular, of none or several in the plural."""
    shown = {piece.lower() for found in pieces(demo_site if language == "nl" else english).values() for piece in found}
    wrong, seen = set(), set()
    for message in of_the_site():
        one, many = (*forms(message.string if language == "nl" else message.id), "")[:2]
        if "{count}" not in many or one == many:
            continue
        for form, number in ((one, "1"), (many, r"(?!1\b)\d[\d.,]*")):
            parts = [re.escape(part) for part in form.lower().split("{count}")]
            here = {piece for piece in shown if re.fullmatch(r"[\d.,]+".join(parts), piece)}
            seen |= here
            wrong |= {piece for piece in here if "{count}" in form and not re.fullmatch(number.join(parts), piece)}
    assert len(seen) > 20
    assert not wrong


def test_content_stays_as_written(demo_root: Path, english: Path) -> None:
    """A long passage as a teacher wrote it stands on the same page in both."""
    written, others = own_words(demo_root), pieces(english)
    passages = [
        (address, piece)
        for address, found in pieces(demo_root / "site").items()
        for piece in found
        if len(piece) > 80 and piece.lower() in written
    ]
    assert len(passages) > 200
    assert not [(address, piece) for address, piece in passages if piece not in others[address]]


def test_an_english_page_is_valid_too(english: Path) -> None:
    """No quotation mark or apostrophe of a sentence breaks an attribute; the demo's reports are Dutch in both."""
    assert not [said for said in complaints(english) if "appears to be written in Dutch" not in said]


TEMPLATES = [*(ROOT / "templates" / "theme").rglob("*.htm*"), *(ROOT / "templates").rglob("*.j2")]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_no_template_has_words_of_its_own(template: Path) -> None:
    """Between its tags and in what is read aloud stands nothing but what the catalogue says, and what is filled in."""
    source = template.read_text(encoding="utf-8")
    source = re.sub(r"<(script|style)\b.*?</\1>|{% block kind %}.*?{% endblock %}", "", source, flags=re.DOTALL)
    source = re.sub(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|\[\[.*?\]\]|&\w+;", "", source, flags=re.DOTALL)
    source = re.sub(
        r"\A---\n.*?\n---\n|^(title|description|section|cite|hide):.*", "", source, flags=re.DOTALL | re.MULTILINE
    )
    labels = [text for name in sorted(SHOWN - {"content"}) for text in re.findall(rf'\b{name}="([^"]*)"', source)]
    between = re.sub(r"<[^>]*>", "\n", source)
    assert not [text for text in (*labels, *between.split("\n")) if re.search(r"[^\W\d_]{2,}", text)]


SCRIPTS = sorted((ROOT / "templates" / "theme" / "assets" / "js").glob("*.js"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda file: file.name)
def test_no_script_has_sentences_of_its_own(script: Path) -> None:
    """A script says what the page gave it to say: no string holds three words in a row, but mistakes of ours and lists."""
    unsaid = r"/\*.*?\*/|(?<!:)//[^\n]*|Error\([^)]*\)|\([^()]*\)\.split"
    source = re.sub(unsaid, "", script.read_text(encoding="utf-8"), flags=re.DOTALL)
    strings = re.findall(r"""(["'`])(.*?)\1""", source)
    assert not [text for _quote, text in strings if re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", text, re.IGNORECASE)]


def test_an_installation_without_its_dutch_makes_no_english_site(
    scaffold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what is missing and leaves the old site; a community that speaks English needs no catalogue."""
    root = tmp_path / "kennisbank"
    shutil.copytree(scaffold, root)
    home = (root / "site/index.html").read_bytes()
    monkeypatch.setattr(wording, "CATALOGUES", tmp_path / "locale")
    said = build(root)
    assert (said.code, said.rules) == (1, ["content/community.yml:0:0: PP812"])
    assert (root / "site/index.html").read_bytes() == home
    community = root / "content/community.yml"
    community.write_text(
        re.sub("^(taal|language):.*\n", "", community.read_text(encoding="utf-8"), flags=re.MULTILINE) + "\ntaal: en\n",
        encoding="utf-8",
    )
    assert '<html lang="en">' in (built(root) / "index.html").read_text(encoding="utf-8")
