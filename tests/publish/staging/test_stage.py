"""The staging folder holds what is planned, and nothing else, whatever happened to it before."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from laws import examples
from proefpraktijk.model.paths import DocPath
from proefpraktijk.publish.staging.stage import stage
from publish.sites import Site, Text, tree


def test_everything_is_written_once(site: Site) -> None:
    """The first stage writes all; the second has nothing to do."""
    first, second = site.stage(), site.stage()
    assert first.changed == {*site.plan, "beeld/beeld-1.svg"}
    assert first.theme_changed
    assert (second.changed, second.removed, second.theme_changed) == (frozenset(), frozenset(), False)
    assert first.digests == second.digests


def test_only_the_changed_page_is_made(site: Site) -> None:
    """A page whose digest is the same is not even made."""

    @dataclass(frozen=True)
    class Unmade:
        digest: str

        def make(self) -> bytes:
            raise AssertionError

    site.stage()
    plan = {path: Unmade(text.digest) for path, text in site.plan.items()}
    plan[DocPath("over.md")] = Text("anders")  # type: ignore[assignment]
    staged = stage(plan, site.assets, site.theme, site.root / "build", site.root / ".cache" / "staged.json")
    assert staged.changed == {"over.md"}
    assert (site.root / "build/docs/over.md").read_text() == "anders"


def test_what_is_gone_is_removed_with_its_folder(site: Site) -> None:
    """A page that is no longer planned leaves, and an empty folder with it."""
    site.stage()
    del site.plan[DocPath("themas/index.md")]
    assert site.stage().removed == {"themas/index.md"}
    assert not (site.root / "build/docs/themas").exists()


def test_a_file_that_is_not_ours_is_removed(site: Site) -> None:
    """A backup file, a link or a half-written page of an earlier run cannot come along into the site."""
    site.stage()
    docs = site.root / "build" / "docs"
    (docs / "over.md~").write_text("een naam")
    (docs / "verslagen" / "elders").symlink_to(site.root)
    site.stage()
    assert set(tree(docs)) == {*site.plan, *site.assets}


def test_a_page_edited_by_hand_is_written_again(site: Site) -> None:
    """What was planned goes out, not what somebody typed into the staging folder."""
    site.stage()
    page = site.root / "build/docs/over.md"
    wanted = page.read_bytes()
    page.write_bytes(wanted.replace(b"wij", b"jij"))
    os.utime(page, ns=(0, 0))
    assert site.stage().changed == {"over.md"}
    assert page.read_bytes() == wanted


def test_a_stage_that_broke_off_is_done_again(site: Site) -> None:
    """Until the last file stands, the manifest describes the stage before."""
    site.stage()
    old = dict(site.plan)

    class Broken(Text):
        def make(self) -> bytes:
            raise KeyboardInterrupt

    site.plan[DocPath("index.md")] = Text("nieuw")
    site.plan[DocPath("verslagen/verslag-9.md")] = Broken("nooit")
    with pytest.raises(KeyboardInterrupt):
        site.stage()
    site.plan = old
    staged = site.stage()
    assert tree(staged.docs) == {**{p: t.make() for p, t in old.items()}, **site.assets}


def test_an_unreadable_manifest_only_costs_time(site: Site) -> None:
    """A broken manifest means that everything is written again."""
    site.stage()
    (site.root / ".cache/staged.json").write_text("{kapot")
    assert site.stage().changed == {*site.plan, *site.assets}


@pytest.mark.parametrize("path", ["../buiten.md", "/etc/x.md", "a//b.md", "a\\b.md", "a/./b.md"])
def test_a_path_out_of_the_folder_is_a_mistake_of_ours(site: Site, path: str) -> None:
    """No page name can lead out of the staging folder."""
    site.plan[DocPath(path)] = Text("x")
    with pytest.raises(ValueError, match="leads out"):
        site.stage()


_names = st.sampled_from(["a.md", "b.md", "a/c.md", "a/d/e.md", "b/f.md", "c"])
_plans = st.dictionaries(_names, st.sampled_from(["een", "twee", ""]).map(Text), max_size=6)


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plans=st.lists(_plans, min_size=1, max_size=4), theme=st.booleans())
def test_after_any_history_the_folder_is_the_plan(
    tmp_path_factory: pytest.TempPathFactory, plans: list[dict[str, Text]], *, theme: bool
) -> None:
    """Law: whatever was staged before, afterwards the folder holds the plan and the result states the difference."""
    root = tmp_path_factory.mktemp("stage")
    before: dict[str, str] = {}
    for plan in plans:
        pages = {DocPath(path): text for path, text in plan.items()}
        staged = stage(pages, {}, {"x.html": b"x"} if theme else {}, root / "build", root / "manifest.json")
        now = {path: text.digest for path, text in plan.items()}
        assert tree(staged.docs) == {path: text.make() for path, text in plan.items()}
        assert staged.changed == {path for path in now if before.get(path) != now[path]}
        assert staged.removed == before.keys() - now.keys()
        before = now


def test_a_folder_may_become_a_page(tmp_path: Path) -> None:
    """`a.md` after `a.md/b`: what stands in the way goes first."""
    manifest = tmp_path / "m.json"
    stage({DocPath("a/b"): Text("x")}, {}, {}, tmp_path / "build", manifest)
    stage({DocPath("a"): Text("y")}, {}, {}, tmp_path / "build", manifest)
    assert tree(tmp_path / "build/docs") == {"a": b"y"}
