"""The search index: made of the texts alone by the program Pagefind, and searched for names like all else.

The texts are laid down as small pages in a folder of their own, Pagefind reads them, and of what it makes only the parts
that the site's own scripts use are kept. Two small files of ours lie beside them: which text has which number in
Discover, and which words mean the same.
"""

from __future__ import annotations

import gzip
import html
import json
import os
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from proefpraktijk import __version__
from proefpraktijk.dutch.search_forms import SCHOOL_ABBREVIATIONS, endings, in_full
from proefpraktijk.model.paths import ContentPath, SiteUrl
from proefpraktijk.model.problem import Message, Place, Problem
from proefpraktijk.render.markup import text_of
from proefpraktijk.runtime.cache import digest
from proefpraktijk.runtime.file_trees import discard, file_hash, link, listing, remove
from proefpraktijk.runtime.stopwatch import Stopwatch

INDEX_FOLDER = "pagefind"
"""The folder of the site that holds the index."""

_WANTED = re.compile(r"(?:index|fragment)/.*|pagefind\.js|pagefind-entry\.json|.*\.pf_meta|wasm\.(?!unknown).*")
"""What our scripts use of all that Pagefind lays down."""

_PROGRAM = re.compile(r"pagefind\.js|wasm\..*")
"""Those of them that are the same for all texts."""

_HEADER = b"pagefind_dcd"
_LONGEST_RUN = 900
"""Seconds, a hundred times what it takes for 5,000 reports."""


class IndexedText(Protocol):
    """A text that can be found, and where it stands."""

    @property
    def url(self) -> SiteUrl:
        """Its page."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def html(self) -> str:
        """The text, with the ids of its headings, handles and passages."""

    @property
    def forms(self) -> Sequence[Sequence[str]]:
        """For each theme it carries, all that the theme is called."""

    @property
    def stamp(self) -> str:
        """Changes whenever the article does."""


@dataclass(frozen=True)
class Index:
    """What is to be found.

    The first `numbered` of the `articles` are those of Discover, in its order. `themes` says where each theme lives and
    what it is called, its label first.
    """

    articles: Sequence[IndexedText] = ()
    numbered: int = 0
    themes: Sequence[tuple[SiteUrl, Sequence[str]]] = ()
    language: str = "nl"

    @cached_property
    def digest(self) -> str:
        """Changes whenever the index would."""
        stamps = (article.stamp for article in self.articles)
        return digest(__version__, _version(), self.language, str(self.numbered), repr(self.themes), *stamps)

    def make(self, folder: Path) -> Problem | None:
        """Make the index in `folder`, which does not exist yet; return what went wrong. No articles, no index."""
        if not self.articles:
            return None
        texts = folder.with_name(f"{folder.name}-texts")
        for folder_of_texts in {_file(article).rpartition("/")[0] for article in self.articles}:
            (texts / folder_of_texts).mkdir(parents=True, exist_ok=True)
        for article in self.articles:
            _write(f"{texts}/{_file(article)}", self._page(article))
        problem = _pagefind(texts, folder, self.language)
        remove(texts)
        if problem:
            return problem
        discard(folder, [path for path, _ in listing(folder) if not _WANTED.fullmatch(path)])
        ids = _ids(folder)
        numbered = self.articles[: self.numbered]  # one without a word in it is in no index
        _write(f"{folder}/numbers.json", _json([ids.get(f"/{_file(article)}") for article in numbered]))
        abbreviations = SCHOOL_ABBREVIATIONS if self.language == "nl" else ()
        _write(f"{folder}/words.json", _json({"themes": self.themes, "abbreviations": abbreviations}))
        return None

    def _page(self, article: IndexedText) -> str:
        """Return what Pagefind is to read: what it finds as `names` and `endings` is no part of the text around a match."""
        text = text_of(article.html)
        dutch = self.language == "nl"
        names = dict.fromkeys(
            [*(form for forms in article.forms for form in forms), *(sorted(in_full(text)) if dutch else ())]
        )
        ends = sorted(endings(f"{article.title} {text}")) if dutch else []
        return (
            f"<html><body><h1 data-pagefind-ignore>{html.escape(article.title)}</h1>"
            f"{_found_by('names', names)}{_found_by('endings', ends)}{article.html}</body></html>"
        )


def _found_by(field: str, words: Iterable[str]) -> str:
    text = html.escape(" ".join(words))
    return f'<p data-pagefind-ignore data-pagefind-meta="{field}">{text}</p>' if text else ""


@cache
def program(language: str) -> frozenset[str]:
    """Return the hash of every file of Pagefind itself: of what it lays down for a text in which nobody is."""
    with TemporaryDirectory() as folder:
        texts, out = Path(folder, "texts"), Path(folder, "out")
        texts.mkdir()
        _write(f"{texts}/index.html", "<html><body><p>tekst</p></body></html>")
        _pagefind(texts, out, language)
        return frozenset(
            file_hash(Path(entry.path).read_bytes()) for path, entry in listing(out) if _PROGRAM.fullmatch(path)
        )


class Indexing:
    """Makes an index in `folder`, in a thread, while something else goes on."""

    def __init__(self, index: Index, folder: Path, watch: Stopwatch) -> None:
        """Make nothing yet."""
        self._index, self._folder, self._watch = index, folder, watch
        self._thread = ThreadPoolExecutor(1)
        self._made: Future[Problem | None] | None = None

    def begin(self) -> Future[Problem | None]:
        """Begin, unless that was done before; return what will come of it."""
        if self._made is None:
            self._made = self._thread.submit(self._make)
        return self._made

    def _make(self) -> Problem | None:
        with self._watch.stage("index"):
            return self._index.make(self._folder)

    def end(self, site: Path) -> tuple[Problem, ...]:
        """Wait for it, and give the site its index, or return why there is none."""
        problem = self.begin().result()
        self._thread.shutdown()  # a process with threads does not fork
        if problem:
            return (problem,)
        link(self._folder, site / INDEX_FOLDER, [path for path, _ in listing(self._folder)])
        return ()


def _version() -> str:
    try:
        return version("pagefind_bin")
    except PackageNotFoundError:
        return ""


def _file(article: IndexedText) -> str:
    """Return what the file of a text is called: a folder less than its page takes half the time to lay down."""
    return f"{article.url.rstrip('/')}.html"


def _write(file: str, text: str) -> None:
    with open(file, "wb") as target:  # noqa: PTH123 - a Path for each of thousands of files takes long
        target.write(text.encode())


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _ids(folder: Path) -> Mapping[str, str]:
    """Return the id under which Pagefind knows each text, by the file it read; Pagefind names its own after it."""
    ids: dict[str, str] = {}
    for path, entry in listing(folder / "fragment"):
        with open(entry.path, "rb") as file:  # noqa: PTH123 - a Path for each of thousands of files takes long
            fragment = json.loads(gzip.decompress(file.read()).removeprefix(_HEADER))
        ids[fragment["url"]] = path.partition(".")[0]
    return ids


def _pagefind(texts: Path, out: Path, language: str) -> Problem | None:
    """Let Pagefind read `texts` and write all it makes into `out`."""
    texts, out = texts.absolute(), out.absolute()  # it works within `texts`, where nobody keeps settings for it
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415 - its program may be missing

        command = [get_executable(), "--site", texts, "--output-path", out, "--force-language", language, "--silent"]
        run = subprocess.run(  # noqa: S603 - no word of it is anybody's
            command, cwd=texts, env=settings, capture_output=True, check=False, timeout=_LONGEST_RUN
        )
    except (ImportError, OSError):
        return _problem(
            "PP807",
            Message("the program that makes the search, Pagefind, is not there or does not start"),
            Message("install it with: pip install 'pagefind[bin]'"),
        )
    except subprocess.TimeoutExpired:
        return _problem("PP808", Message("the program that makes the search, Pagefind, does not come to an end"))
    if run.returncode or not (out / "pagefind-entry.json").exists():
        return _problem("PP808", Message("the program that makes the search, Pagefind, stopped without an index"))
    return None


def _problem(rule: str, message: Message, hint: Message | None = None) -> Problem:
    return Problem(rule, Place(ContentPath("site")), message, hint)
