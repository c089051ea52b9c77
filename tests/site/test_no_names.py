"""No name of the roster is in any byte of the demo, by a search that shares nothing with the program's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

import frontmatter
import pytest

from endtoend.names import NaiveSearch, roster_of
from endtoend.pages import html_files, parsed

PACKED = {".png", ".jpg", ".woff2", ".pf_meta", ".pagefind"}
"""Bytes, in which three letters in a row come up by chance."""

STEMS = ".pf_index"
"""What of the search index holds stems of words, such as "daan" of "gedaan"; the words themselves stand beside it."""


@pytest.fixture(scope="module")
def search(demo_root: Path) -> NaiveSearch:
    """Give the search for the demo's roster."""
    return NaiveSearch(roster_of(demo_root / "content"))


@pytest.fixture(scope="module")
def vendored() -> frozenset[bytes]:
    """Give the hashes of all files that the theme's package ships."""
    spec = find_spec("material")
    assert spec
    assert spec.submodule_search_locations
    folders = [Path(place) for place in spec.submodule_search_locations]
    return frozenset(_hash(file) for folder in folders for file in folder.rglob("*") if file.is_file())


def _hash(file: Path) -> bytes:
    return blake2b(file.read_bytes()).digest()


def _files(demo_root: Path, folder: str) -> Iterator[Path]:
    yield from (file for file in sorted((demo_root / folder).rglob("*")) if file.is_file())


def test_the_search_finds_what_is_there(demo_root: Path, search: NaiveSearch) -> None:
    """In what the teachers wrote it finds somebody in nearly every report, and most of the roster altogether."""
    reports = [search.in_file(file) for file in (demo_root / "content" / "reports").rglob("*.md")]
    assert sum(map(bool, reports)) > 0.9 * len(reports)
    assert len(set().union(*reports)) > 100
    assert search.in_text("<p>naar Y&#305;ld&#305;r&#305;m, A%79%C5%9Fe en ROOS' jas</p>") == {
        "yildirim",
        "ayse",
        "roos",
    }
    assert search.in_text("en toen zei Wil dat hij wil") == {"Wil"}


@pytest.mark.parametrize("folder", ["site", "build"])
def test_no_name_in_any_byte(demo_root: Path, search: NaiveSearch, vendored: frozenset[bytes], folder: str) -> None:
    """Every file is searched whole; short names are passed over only in packed bytes and in the theme's own files."""
    files = list(_files(demo_root, folder))
    found = {
        file.relative_to(demo_root).as_posix(): names
        for file in files
        if file.suffix != STEMS
        and (names := search.in_file(file, short=file.suffix not in PACKED and _hash(file) not in vendored))
    }
    assert len(files) > 200
    assert not found


@pytest.mark.parametrize("folder", ["site", "build"])
def test_no_name_in_the_name_of_a_file(demo_root: Path, search: NaiveSearch, folder: str) -> None:
    """Addresses are read by everyone, before any page is."""
    paths = [re.sub(r"[-_/.]", " ", file.relative_to(demo_root).as_posix()) for file in _files(demo_root, folder)]
    assert not {path: names for path in paths if (names := search.in_text(path))}


def test_no_address_or_number_of_a_person(demo_root: Path) -> None:
    """E-mail addresses and telephone numbers of the reports are nowhere."""
    written = "\n".join(file.read_text(encoding="utf-8") for file in (demo_root / "content").rglob("*.md"))
    contacts = set(re.findall(r"[\w.]+@[\w.]+\w|\b06[\d -]{8,12}\d", written))
    assert len(contacts) > 3
    texts = [file.read_bytes() for folder in ("site", "build") for file in _files(demo_root, folder)]
    assert not [one for one in contacts if any(one.encode() in text for text in texts)]


def _unpublished(content: Path) -> Iterator[Path]:
    """Yield the reports without a member check, withdrawn, or known to be held."""
    for file in sorted((content / "reports").rglob("*.md")):
        matter = {key.lower(): value for key, value in frontmatter.load(file).metadata.items()}
        checked = matter.get("member_check", matter.get("membercheck"))
        gone = matter.get("withdrawn", matter.get("ingetrokken"))
        if not checked or gone in {True, "ja"} or file.stem == "aanvangsgesprek-na-verhuizing":
            yield file


def _sentences(file: Path) -> list[str]:
    """Return the sentences of a body of five words or more, without markup."""
    body = re.sub(
        r"==|\{[^{}]*\}|[*_`#>]|\]\([^()]*\)|\[|^\s*[-\d.]+ ", "", frontmatter.load(file).content, flags=re.MULTILINE
    )
    return [found for one in re.split(r"[.!?:;\n\"'|]", body) if len((found := " ".join(one.split())).split()) >= 5]


@pytest.fixture(scope="module")
def everything_shown(demo_root: Path) -> str:
    """Give all text of the site and of what is staged, as readers see it, with single spaces."""
    pages = [parsed(file.read_text(encoding="utf-8")).whole for file in html_files(demo_root / "site").values()]
    staged = [parsed(file.read_text(encoding="utf-8")).whole for file in (demo_root / "build").rglob("*.md")]
    return "\n".join(pages + staged)


def test_what_is_not_published_leaves_no_trace(demo_root: Path, everything_shown: str) -> None:
    """Of held, draft and withdrawn reports no sentence, no title and no file name is anywhere."""
    files = list(_unpublished(demo_root / "content"))
    assert len(files) >= 5
    published = next(file for file in (demo_root / "content/reports").rglob("*.md") if file not in files)
    assert any(sentence in everything_shown for sentence in _sentences(published))
    for file in files:
        title = str(frontmatter.load(file).get("title") or frontmatter.load(file).get("titel"))
        sentences = _sentences(file)
        assert len(sentences) > 8
        assert not [sentence for sentence in (*sentences, title) if sentence in everything_shown], file.name
        assert not list(demo_root.glob(f"site/**/{file.stem}*"))
    raw = b"\n".join(file.read_bytes() for folder in ("site", "build") for file in _files(demo_root, folder))
    assert not [file.stem for file in files if file.stem.encode() in raw]


def test_interviews_lend_passages_only(demo_root: Path, everything_shown: str) -> None:
    """Of an interview nothing is shown but coded passages: no other sentence, no title, no respondent."""
    for file in sorted((demo_root / "content/interviews").glob("*.md")):
        interview = frontmatter.load(file)
        uncoded = re.sub(r"==.+?==\{[^{}]*\}", "\n", interview.content, flags=re.DOTALL)
        around = [" ".join(one.split()) for one in re.split(r"[.!?\n]", uncoded)]
        telling = [one for one in around if len(one.split()) >= 6]
        assert telling
        title = str(interview.get("title") or interview.get("titel"))
        assert not [one for one in (*telling, title) if one in everything_shown], file.name


def test_no_path_of_the_content_folder(demo_root: Path) -> None:
    """Where something stood in the secret folder is nobody's business."""
    paths = {file.relative_to(demo_root).as_posix().encode() for file in (demo_root / "content").rglob("*.*")}
    for folder in ("site", "build"):
        for file in _files(demo_root, folder):
            data = file.read_bytes()
            assert not [path for path in paths if path in data], file.name


GOLDEN = {
    "a genitive": "[Leerling A]'s jas hangt nu trouwens over een stoel bij het raam, ver van de instructietafel.",
    "capitals": "Op haar kaart uit groep twee stond met dikke stift geschreven: [leerling A] praat niet.",
    "lower case": "Wie bij [leerling A] thuis aanbelt, wordt in het Pools begroet.",
    "initials": "[Leerkracht A], die dat al elf keer deed, rekende uit dat er drie minuten per kind was.",
    "a telephone number": "De moeder van [leerling B] belde binnen een kwartier naar [telefoonnummer], het mobieltje van de groep.",
    "an e-mail address": "Het telblad is bij [ib'er] op te vragen via [e-mailadres].",
    "a title and a place": "Ook in [plaats A], ook bij [leerkracht A].",
    "a flower's name": "[Leerling A] zei niets.",
    "a date": "Haar moeder vertelde op [datum] dat ze thuis aan één stuk door kletst.",
    "an article and a school": "Op [school] ging het anders.",
    "a public expert": "Daarna zochten we met de hulpzinnen van Evert Lindenberg naar wat [leerling A] nodig had.",
}


@pytest.mark.parametrize("what", GOLDEN)
def test_replaced_text_reads_well(everything_shown: str, what: str) -> None:
    """A sentence stays a sentence."""
    assert GOLDEN[what] in everything_shown
