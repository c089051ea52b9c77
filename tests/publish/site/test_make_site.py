"""The site in place is always whole, and always what was asked for, or the one before."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from proefpraktijk.model.paths import DocPath
from proefpraktijk.model.problem import Problem
from proefpraktijk.publish.engines import Job
from proefpraktijk.publish.site.verify import is_verified
from publish.sites import ONE_PROCESS, Found, Search, Site, page, reported, small_site, tree


@dataclass(frozen=True)
class Copyist:
    """An engine that copies: for what does not depend on a real one."""

    name: str = "kopiist"
    partial: bool = True

    def versions(self) -> str:
        """Return the same at any time."""
        return "1"

    def build(self, job: Job) -> tuple[Problem, ...]:
        """Copy each document to where its page would be."""
        for file in job.docs.rglob("*.md"):
            doc = DocPath(file.relative_to(job.docs).as_posix())
            if job.only is None or doc in job.only:
                target = job.out / job.settings.destination(doc)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file.read_bytes())
        return ()


def test_a_built_site_is_verified_until_a_byte_changes(site: Site) -> None:
    """What was searched is on record; anything else is not verified."""
    assert not is_verified(site.folders.site, site.folders.record)
    site.make(Copyist())
    assert is_verified(site.folders.site, site.folders.record)
    (site.folders.site / "over" / "index.html").write_text("anders")
    assert not is_verified(site.folders.site, site.folders.record)


def test_a_file_too_many_is_not_verified(site: Site) -> None:
    """A file that was laid beside the site afterwards was not searched."""
    site.make(Copyist())
    (site.folders.site / "extra.html").write_text("x")
    assert not is_verified(site.folders.site, site.folders.record)


def test_a_hit_leaves_the_old_site_in_place(site: Site) -> None:
    """The file and the rule are reported, the string is not; the old site stays, but is no longer fit to be published."""
    site.make(Copyist())
    old = site.bytes()
    site.plan[DocPath("verslagen/verslag-2.md")] = page("Verslag 2", "Sanne begon.")
    site.search, site.secrets_digest = Search({b"Sanne": "namenlijst"}), "sanne"
    made = site.make(Copyist())
    assert not made.written
    assert reported(made.problems) == [
        (
            "site/verslagen/verslag-2/index.html: PP820 the finished site holds something that must not go out "
            "(rule namenlijst)"
        )
    ]
    assert site.bytes() == old
    assert not is_verified(site.folders.site, site.folders.record)


def test_a_name_added_to_the_roster_is_searched_for_in_old_pages_too(site: Site) -> None:
    """Pages that did not change are searched again when what is searched for did."""
    site.plan[DocPath("verslagen/verslag-2.md")] = page("Verslag 2", "Sanne begon.")
    assert site.make(Copyist()).written
    site.search, site.secrets_digest = Search({b"Sanne": "namenlijst"}), "sanne"
    assert not site.make(Copyist()).written


def test_pages_that_were_clean_are_not_searched_twice(site: Site) -> None:
    """The same bytes and the same strings: the answer is known."""
    searched: list[str] = []

    class Counting(Search):
        def hits(self, name: str, _data: bytes) -> list[Found]:
            searched.append(name)
            return []

    site.search = Counting()
    site.make(Copyist())
    first = [name for name in searched if name]
    searched.clear()
    site.plan[DocPath("over.md")] = page("Over", "Anders.")
    site.make(Copyist())
    assert "over/index.html" in first
    assert [name for name in searched if name] == ["over/index.html"]


def test_a_hit_in_the_name_of_a_file_does_not_tell_the_name(site: Site) -> None:
    """A name in an address is as bad as in a text, and the message must not repeat it."""
    site.plan[DocPath("verslagen/sanne-begint.md")] = page("x", "sanne")
    site.search, site.secrets_digest = Search({b"sanne": "namenlijst"}), "sanne"
    made = site.make(Copyist())
    assert {problem.place.path for problem in made.problems} == {"site", "site/sitemap.xml"}
    assert "sanne" not in " ".join(reported(made.problems))


def test_a_link_in_the_site_is_refused(site: Site) -> None:
    """What a link leads to was not searched."""

    class Linker(Copyist):
        def build(self, job: Job) -> tuple[Problem, ...]:
            super().build(job)
            (job.out / "elders.html").symlink_to("/etc/hostname")
            return ()

    (problem,) = site.make(Linker()).problems
    assert (problem.rule, problem.place.path) == ("PP821", "site/elders.html")


def test_an_old_site_edited_by_hand_is_not_built_upon(site: Site, another: Callable[[], Site]) -> None:
    """A small change takes over the old site's files only when they are what was built."""
    site.make(Copyist())
    (site.folders.site / "over" / "index.html").write_text("met de hand")
    (site.folders.site / "extra.html").write_text("x")
    site.plan[DocPath("verslagen/verslag-1.md")] = page("Verslag 1", "Herzien.")
    assert site.make(Copyist()).built is None
    other = another()
    other.plan = site.plan
    other.make(Copyist())
    assert site.bytes() == other.bytes()


def test_a_withdrawn_page_is_gone_everywhere(site: Site) -> None:
    """Neither the site nor what is kept for the next build holds it."""
    site.plan[DocPath("verslagen/geheim.md")] = page("Geheim", "EENMALIGE TEKST")
    site.make(Copyist())
    site.plan[DocPath("verslagen/verslag-1.md")] = page("Verslag 1", "Herzien.")
    site.make(Copyist())
    del site.plan[DocPath("verslagen/geheim.md")]
    made = site.make(Copyist())
    assert made.built == 0
    assert not [
        path for path, data in tree(site.root).items() if b"EENMALIGE" in data or "geheim" in path.split("json")[0]
    ]


def test_the_old_site_is_never_written_into(site: Site) -> None:
    """Whoever still reads the old site's files reads them unchanged, though the new site shares most of them."""
    site.make(Copyist())
    files = {p: (p.stat().st_ino, p.open("rb")) for p in site.folders.site.rglob("*.html")}
    old = {path: path.read_bytes() for path in files}
    site.plan[DocPath("over.md")] = page("Over", "Anders.")
    assert site.make(Copyist()).built == 1
    for path, (inode, opened) in files.items():
        with opened:
            assert opened.read() == old[path]
        assert (path.stat().st_ino == inode) is (path.parent.name != "over")


def test_deleting_the_site_and_building_again_gives_the_same_bytes(site: Site) -> None:
    """The record of a site that is gone is of no use, and does no harm."""
    site.make(Copyist())
    first = site.bytes()
    subprocess.run(["rm", "-r", str(site.folders.site)], check=True)
    assert site.make(Copyist()).written
    assert site.bytes() == first


def test_what_killed_builds_left_behind_goes(site: Site) -> None:
    """Work folders, spare copies of a site that is no longer there, an old site put aside: all hold what was withdrawn."""
    site.make(Copyist())
    left = [site.folders.cache / name for name in ("work-1-0", "spare-0123", "old-site")]
    for folder in left:
        (folder / "verslagen").mkdir(parents=True)
        (folder / "verslagen/geheim.html").write_text("EENMALIG")
    site.make(Copyist())
    assert [folder.name for folder in left if folder.exists()] == []


def test_what_killed_builds_left_behind_goes_without_a_record_too(site: Site) -> None:
    """The first build that ends well clears up after those that did not."""
    for name in ("work-1-0", "spare-0123"):
        (site.folders.cache / name).mkdir(parents=True)
    site.make(Copyist())
    assert not [*site.folders.cache.glob("work-*"), *site.folders.cache.glob("spare-*")]


def test_a_site_put_aside_comes_back_before_anything_else(site: Site) -> None:
    """Killed between two renames, and the next build cannot even begin: the old site stands again."""
    site.make(Copyist())
    old = site.bytes()
    site.folders.site.rename(site.folders.aside)
    (site.folders.cache / "spare-0123").mkdir()
    (site.root / "mkdocs.yml").write_text("[kapot")
    assert not site.make(Copyist()).written
    assert site.bytes() == old
    assert not list(site.folders.cache.glob("spare-*"))


def test_the_spare_copy_is_that_of_the_site_in_place(site: Site) -> None:
    """It is kept after a small change and taken by the next one; a site built anew leaves none of an older site."""
    site.make(Copyist())
    assert not list(site.folders.cache.glob("spare-*"))
    for text in ("Herzien.", "Nog eens herzien. EENMALIG"):
        site.plan[DocPath("verslagen/verslag-1.md")] = page("Verslag 1", text)
        assert site.make(Copyist()).built == 1
        (spare,) = site.folders.cache.glob("spare-*")
        assert tree(spare) == site.bytes()
    site.plan[DocPath("verslagen/verslag-1.md")] = page("Verslag 1", "Ingetrokken.")
    assert site.make(replace(Copyist(), partial=False)).built is None
    assert not [path for path, data in tree(site.root).items() if b"EENMALIG" in data]


def test_a_site_that_is_a_link_is_left_alone(site: Site, tmp_path: Path) -> None:
    """The folder behind it may be anybody's."""
    behind = tmp_path / "achter"
    behind.mkdir()
    (behind / "eigen.txt").write_text("van een ander")
    site.folders.site.symlink_to(behind)
    (problem,) = site.make(Copyist()).problems
    assert problem.rule == "PP811"
    assert tree(behind) == {"eigen.txt": b"van een ander"}


_BUILD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from publish.sites import *
site = small_site(Path(sys.argv[1]), reports=8)
site.plan = {p: replace(t, text=t.text.replace("</p>", " Tweede druk.</p>")) for p, t in site.plan.items()}
print("klaar", flush=True)
site.make(Classic("mkdocs", most_shards=2, pages_worth_a_shard=3))
print("gedaan", flush=True)
"""


@pytest.mark.parametrize("moment", [0.0, 0.4, 0.8, 1.0, 1.2])
def test_a_build_killed_at_any_moment_leaves_a_whole_site(
    tmp_path: Path, first_and_second_print: tuple[dict[str, bytes], dict[str, bytes]], moment: float
) -> None:
    """Kill -9 while a real engine works: the old site or the new one, every byte; and the next build mends the rest."""
    first, second = first_and_second_print
    site = small_site(tmp_path, reports=8)
    site.make(ONE_PROCESS)
    code = "from dataclasses import replace\n" + _BUILD
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path), str(Path(__file__).parents[2])],
        stdout=subprocess.PIPE,
        start_new_session=True,
    ) as build:
        assert build.stdout
        assert build.stdout.readline() == b"klaar\n"
        threading.Timer(moment, lambda: build.send_signal(signal.SIGKILL)).start()
    assert site.bytes() in (first, second)
    assert site.make(ONE_PROCESS).written
    assert site.bytes() == first
    assert not list(site.folders.cache.glob("work-*"))


@pytest.fixture(scope="module")
def first_and_second_print(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Give the bytes of two versions of a site."""
    versions = []
    for extra in ("", " Tweede druk."):
        site = small_site(tmp_path_factory.mktemp("druk"), reports=8)
        site.plan = {p: replace(t, text=t.text.replace("</p>", f"{extra}</p>")) for p, t in site.plan.items()}
        assert site.make(ONE_PROCESS).written
        versions.append(site.bytes())
    return versions[0], versions[1]
