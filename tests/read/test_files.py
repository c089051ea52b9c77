"""Files that are no text, do not belong, or come from other computers: made here, as git cannot keep them all."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from proefpraktijk.model.corpus import Codebook
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.read import load_bytes, parse_report, read_corpus
from read.test_sites_invalid import SITES, lines_of, read_all

SMALL = SITES.parent / "sites" / "small"
GOOD = "content/reports/rustig-starten.md"
SECOND = "content/reports/tweede.md"


def good() -> bytes:
    """Return a report without mistakes, with a title of its own."""
    return (SMALL / GOOD).read_bytes().replace(b"Rustig starten", b"De dag beginnen")


def write(data: bytes, path: str = SECOND) -> Callable[[Path], None]:
    """Return the damage that puts a file into a site."""

    def damage(root: Path) -> None:
        (root / path).write_bytes(data)

    return damage


def link(target: str, path: str = SECOND) -> Callable[[Path], None]:
    """Return the damage that puts a symbolic link into a site."""

    def damage(root: Path) -> None:
        (root.parent / "buiten.md").write_bytes(good())
        (root / path).symlink_to(target)

    return damage


DAMAGE: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "utf-16": (write(good().decode().encode("utf-16")), [f"{SECOND}:0:0: PP104"]),
    "utf-16 without a mark": (write(good().decode().encode("utf-16-le")), [f"{SECOND}:0:0: PP104"]),
    "utf-8 with a mark": (write(b"\xef\xbb\xbf" + good()), []),
    "windows line ends": (write(good().replace(b"\n", b"\r\n")), []),
    "old mac line ends": (write(good().replace(b"\n", b"\r")), []),
    "windows-1252": (write(good().replace(b"kwamen druk", "één voor één".encode("cp1252"))), [f"{SECOND}:15:13: PP103"]),
    "a nul": (write(good().replace(b"druk", b"dr\0uk")), [f"{SECOND}:15:22: PP105"]),
    "an escape": (write(good().replace(b"druk", b"\x1b[31mdruk")), [f"{SECOND}:15:20: PP105"]),
    "a picture named md": (write(b"\x89PNG\r\n\x1a\n" + bytes(range(256))), [f"{SECOND}:0:0: PP106"]),
    "a word file named md": (write(b"PK\x03\x04" + b"word/document.xml" * 9), [f"{SECOND}:0:0: PP106"]),
    "random bytes": (write(bytes(range(1, 32)) * 40), [f"{SECOND}:0:0: PP106"]),
    "ten megabytes": (write(good() + b"Nog een zin. " * 800_000), [f"{SECOND}:0:0: PP108"]),
    "only white space": (write(b" \n\n"), [f"{SECOND}:0:0: PP107"]),
    "a link out of content": (link("../../../buiten.md"), [f"{SECOND}:0:0: PP109"]),
    "a link to nothing": (link("weg.md"), [f"{SECOND}:0:0: PP109"]),
    "a link to itself": (link("tweede.md"), [f"{SECOND}:0:0: PP109"]),
    "a link to a folder": (link("../reports", "content/reports/rond"), ["content/reports/rond:0:0: PP109"]),
    "a link within content": (link("../media/foto.md"), [f"{SECOND}:0:0: PP109"]),
    "names that differ in case": (write(good(), "content/reports/Rustig-Starten.md"), [f"{GOOD}:0:0: PP110"]),
    "a pipe": (lambda root: os.mkfifo(root / SECOND), [f"{SECOND}:0:0: PP111"]),
    "an unreadable name": (
        lambda root: Path(os.fsdecode(os.fsencode(root) + b"/content/reports/\xff\n.md")).write_bytes(good()),
        ["content/reports/\\udcff\\n.md:0:0: PP113"],
    ),
    "backups and hidden files": (
        lambda root: [write(b"\0", f"content/reports/{name}")(root) for name in ("a.md~", ".b.md", "c.bak", "~$d.md", "#e#")],
        [],
    ),
    "no content": (lambda root: shutil.rmtree(root / "content"), ["content:0:0: PP101"]),
    "content is a file": (
        lambda root: [shutil.rmtree(root / "content"), write(b"x", "content")(root)],
        ["content:0:0: PP101"],
    ),
    "an empty community": (write(b"", "content/community.yml"), ["content/community.yml:0:0: PP107"]),
    "a community of comments": (write(b"# later\n", "content/community.yml"), ["content/community.yml:1:1: PP208"]),
    "an empty roster": (write(b"", "content/roster.yml"), ["content/roster.yml:0:0: PP107"]),
    "years without quotes": (
        write(
            (SMALL / "content/sessions/2025-2026-1.md").read_bytes().replace(b"2025-2026", b"'25-'26"),
            "content/sessions/2025-2026-1.md",
        ),
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGE)
def test_damaged_site(name: str, tmp_path: Path) -> None:
    """Each damage to a sound site is reported once, at its place."""
    damage, expected = DAMAGE[name]
    root = tmp_path / "site"
    shutil.copytree(SMALL, root)
    damage(root)
    _corpus, problems = read_all(root)
    assert lines_of(problems) == expected


def test_content_may_be_a_link_itself(tmp_path: Path) -> None:
    """The whole of content may live in another place, such as a private repository."""
    (tmp_path / "content").symlink_to(SMALL / "content")
    corpus, problems = read_corpus(tmp_path)
    assert problems == []
    assert corpus is not None
    assert corpus.reports == (GOOD,)


def test_a_shared_mistake_gives_no_corpus_but_all_problems(tmp_path: Path) -> None:
    """Without a sound roster nothing can be published, and the mistakes in reports are reported all the same."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    write(b"people: [x: y: z", "content/roster.yml")(tmp_path)
    write(good().replace(b"5/6", b"9"))(tmp_path)
    corpus, problems = read_corpus(tmp_path)
    assert corpus is None
    assert [problem.rule for problem in problems] == ["PP210", "PP203"]


@pytest.mark.parametrize("name", ["roster.yml", "decisions.yml", "decisions.yaml", "Besluiten.yml"])
def test_no_site_without_what_keeps_names_in(tmp_path: Path, name: str) -> None:
    """A roster or decisions that are refused are not taken for absent: the names in them would go out."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "content" / name
    file.unlink(missing_ok=True)
    if file.suffix == ".yml":
        file.symlink_to(tmp_path.parent)
    else:
        file.write_bytes(b"[]")
    corpus, problems = read_corpus(tmp_path)
    assert corpus is None
    assert lines_of(problems) == [f"content/{name}:0:0: {'PP109' if file.suffix == '.yml' else 'PP114'}"]


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    """A file that disappears while the site is read is a problem, not a crash."""
    data, problems = load_bytes(tmp_path, ContentPath("content/reports/weg.md"))
    assert data == b""
    assert lines_of(problems) == ["content/reports/weg.md:0:0: PP111"]


def test_places_in_the_file(codebook: Codebook) -> None:
    """Front-matter values know their places, whatever the quotes and the language of the key."""
    text = '---\n# van Jan\ntitel: "Zo gaat het"\nJaarGroep: 5\nsession: 2025-2026-1\nkwadrant: socialiseren\n---\nx\n\n## Tips\n- y\n'
    report, problems = parse_report(ContentPath("content/reports/a.md"), text.encode(), codebook)
    assert problems == []
    assert report is not None
    title = report.matter.title
    assert text[title.start : title.end] == title.value == "Zo gaat het"
    assert text[report.offsets["year_group"]] == "5"
    assert [hidden.value for hidden in report.hidden] == ["# van Jan"]


@pytest.mark.parametrize("folder", ["reports", "pages"])
def test_of_two_files_with_one_name_the_second_is_left_out(folder: str, tmp_path: Path) -> None:
    """An error leaves its document out: on a computer that takes both names for one, only one would be there."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    (tmp_path / "content" / folder).mkdir(exist_ok=True)
    for name in ("Kring", "kring"):
        write(b"---\ntitel: Een\n---\nTekst.\n", f"content/{folder}/{name}.md")(tmp_path)
    corpus, problems = read_corpus(tmp_path)
    assert corpus is not None
    assert lines_of(problems) == [f"content/{folder}/kring.md:0:0: PP110"]
    assert f"content/{folder}/Kring.md" in {*corpus.reports, *(page.path for page in corpus.pages)}
    assert f"content/{folder}/kring.md" not in {*corpus.reports, *(page.path for page in corpus.pages)}
    assert f"content/{folder}/kring.md" in corpus.codebook.paths


def test_a_theme_that_cannot_be_read_stops_the_site(tmp_path: Path) -> None:
    """A file error at what every page depends on gives no corpus, as any other error there does."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    link("../../../buiten.md", "content/themes/kring.md")(tmp_path)
    corpus, problems = read_corpus(tmp_path)
    assert lines_of(problems) == ["content/themes/kring.md:0:0: PP109"]
    assert corpus is None


def test_a_link_within_content_is_read(tmp_path: Path) -> None:
    """A document may be a link to another file below content/: it is read as if it stood there."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    link("../themes/waarnemen.md", "content/themes/kijken.md")(tmp_path)
    corpus, problems = read_corpus(tmp_path)
    assert lines_of(problems) == ["content/themes/waarnemen.md:2:8: PP305"]
    assert corpus is None


def test_a_readme_is_no_document_and_no_mistake(tmp_path: Path) -> None:
    """Notes for colleagues may be in any folder."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    for folder in ("", "reports/", "themes/"):
        write(b"Zo werken wij.\n", f"content/{folder}README.md")(tmp_path)
    corpus, problems = read_corpus(tmp_path)
    assert problems == []
    assert corpus is not None
    assert corpus.reports == (GOOD,)
    assert [theme.path for theme in corpus.themes] == ["content/themes/veiligheid.md", "content/themes/waarnemen.md"]


@pytest.mark.parametrize(
    ("path", "rule", "stops"),
    [
        ("content/Community.yaml", "PP114", True),
        ("content/ROSTER.YML", "PP114", True),
        ("content/notities.yml", "PP112", False),
        ("content/reports/roster.yml", "PP112", False),
        ("content/themes/diep/kring.md", "PP112", False),
    ],
)
def test_a_file_that_is_not_read_stops_the_site_only_when_it_is_meant_for_all(
    path: str, rule: str, *, stops: bool, tmp_path: Path
) -> None:
    """A shared document under another name is an error; any other file that nobody reads is a warning."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    (tmp_path / path).parent.mkdir(exist_ok=True)
    write(b"naam: x\n", path)(tmp_path)
    corpus, problems = read_corpus(tmp_path)
    assert lines_of(problems) == [f"{path}:0:0: {rule}"]
    assert (corpus is None) == stops
