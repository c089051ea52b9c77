"""From content to a site, a published branch and counts."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest


def test_build_lists_what_it_leaves_out(run, site: Path, report: Callable[..., Path]) -> None:
    """Held, refused, draft and withdrawn reports are listed apart; the rest is a site, and the status is 0.

    `--timings` adds one JSON line with the seconds of each stage, on standard error.
    """
    report("hold.md", "Toen kwam Ottokar binnen met een bal.", "Een bal in de klas")
    broken = report("fout.md", "Het ging goed.", "Een fout verslag")
    broken.write_text(broken.read_text(encoding="utf-8").replace("3/4", "9"), encoding="utf-8")
    draft = report("concept.md", "Het ging goed.", "Een concept")
    draft.write_text(draft.read_text(encoding="utf-8").replace("membercheck: 2025-10-08\n", ""), encoding="utf-8")
    gone = report("weg.md", "Het ging goed.", "Een ingetrokken verslag")
    gone.write_text(
        gone.read_text(encoding="utf-8").replace("membercheck", "ingetrokken: ja\nmembercheck"), encoding="utf-8"
    )
    built = run("build", "--root", site, "--timings")
    assert built.exit_code == 0, built.output
    listed = re.findall(r"^(\S.*)\n  content/reports/2025-2026-1/(\w+)\.md$", built.stdout, re.MULTILINE)
    assert [(heading.split(":")[0], name) for heading, name in listed] == [
        ("Ter beoordeling", "hold"),
        ("Geweigerd", "fout"),
        ("Concept", "concept"),
        ("Ingetrokken", "weg"),
    ]
    assert "1 verslag gepubliceerd." in built.stdout
    assert "HOLD-capital" in built.stdout
    pages = {path.parent.name for path in (site / "site/verslagen").rglob("index.html")}
    assert "rustig-binnenkomen-met-een-taak-op-het-bord" in pages
    assert not {"een-bal-in-de-klas", "een-fout-verslag", "een-concept", "een-ingetrokken-verslag"} & pages
    (line,) = [line for line in built.stderr.splitlines() if line.startswith("{")]
    stages = json.loads(line)["stages"]
    assert {"shared", "reports", "weave", "render", "stage", "engine"} <= set(stages)
    assert all(seconds >= 0 for seconds in stages.values())


def test_build_without_a_site_fails_and_keeps_the_old_one(run, site: Path) -> None:
    """A mistake in something shared gives no new site and status 1; the old site stays as it is."""
    assert run("build", "--root", site).exit_code == 0
    before = {path: path.read_bytes() for path in (site / "site").rglob("*") if path.is_file()}
    (site / "content/community.yml").write_text("k: 1\n", encoding="utf-8")
    failed = run("build", "--root", site)
    assert failed.exit_code == 1
    assert "PP208" in failed.stdout
    assert {path: path.read_bytes() for path in (site / "site").rglob("*") if path.is_file()} == before


def test_build_says_where_to_go_on(run, tmp_path: Path) -> None:
    """Outside any site the message says what to do."""
    built = run("build", "--root", tmp_path)
    assert built.exit_code == 1
    assert "proefpraktijk init" in built.output


def test_stats_in_json(run, site: Path, report: Callable[..., Path]) -> None:
    """Counts by state, session, quadrant and year group; all kinds are there, also when there are none."""
    report("hold.md", "Toen kwam Ottokar binnen met een bal.", "Een bal in de klas")
    bare = report("kaal.md", "Het ging goed.", "Een kaal verslag")
    bare.write_text(bare.read_text(encoding="utf-8").partition("## Handvatten")[0], encoding="utf-8")
    result = run("stats", "--root", site, "--format", "json")
    assert result.exit_code == 0, result.output
    counted = json.loads(result.stdout)
    assert counted["reports"] == {"published": 2, "draft": 0, "withdrawn": 0, "held": 1, "refused": 0}
    assert counted["documents"] == {"sessions": 1, "themes": 3, "findings": 1, "interviews": 1, "pages": 2}
    assert counted["sessions"] == {"2025-2026-1": 2}
    assert counted["quadrants"]["socialiseren"] == 2
    assert counted["quadrants"]["combineren"] == 0
    assert counted["year_groups"] == {"3": 2}  # one person teaches 3 and 4 as one class: only the first is counted
    assert counted["reports_without_handvatten"] == 1
    assert counted["replaced"] > 0
    assert counted["holds"] == {"capital": 1}
    assert all(isinstance(theme, str) for theme in counted["themes_without_reports"])


def test_stats_for_people(run, site: Path) -> None:
    """The same as lines, in the user's language."""
    assert "Gepubliceerde verslagen per kwadrant" in run("stats", "--root", site).stdout
    assert "Published reports by quadrant" in run("stats", "--root", site, language="en").stdout


def _git(*arguments: str | Path) -> str:
    return subprocess.run(["git", *map(str, arguments)], capture_output=True, text=True, check=True).stdout.strip()


def test_publish_pushes_the_verified_site(run, site: Path, tmp_path: Path) -> None:
    """Exactly the bytes of site/ arrive, as one commit; a site that was not built, or was changed, is refused."""
    remote = tmp_path / "openbaar.git"
    _git("init", "--bare", "--quiet", remote)
    early = run("publish", "--root", site, "--remote", remote)
    assert early.exit_code == 1
    assert "PP831" in early.output
    assert run("build", "--root", site).exit_code == 0
    for _ in range(2):
        pushed = run("publish", "--root", site, "--remote", remote)
        assert pushed.exit_code == 0, pushed.output
    assert _git("--git-dir", remote, "rev-list", "--count", "gh-pages") == "1"
    here = {path.relative_to(site / "site").as_posix() for path in (site / "site").rglob("*") if path.is_file()}
    assert set(_git("--git-dir", remote, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()) == here
    (site / "site/index.html").write_text("anders", encoding="utf-8")
    changed = run("publish", "--root", site, "--remote", remote)
    assert changed.exit_code == 1
    assert "PP832" in changed.output


def test_serve_shows_the_site(site: Path) -> None:
    """A real server prints its address, serves below the base path, and stops when it is asked to."""
    environment = {**os.environ, "PROEFPRAKTIJK_LANG": "nl", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "proefpraktijk", "serve", "--root", str(site), "--port", "0"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, encoding="utf-8") as server:
        try:
            assert server.stdout is not None
            address = next(found[0] for line in server.stdout if (found := re.search(r"http://\S+/", line)))
            with urllib.request.urlopen(address) as response:
                assert "Kennisbank" in response.read().decode()
        finally:
            server.terminate()
    assert not (site / "site").exists()


@pytest.mark.parametrize("engine", ["properdocs", "zensical"])
def test_build_with_every_engine(run, site: Path, engine: str) -> None:
    """A new site builds with the other engines too."""
    built = run("build", "--root", site, "--engine", engine)
    assert built.exit_code == 0, built.output
    assert (site / "site/verslagen/rustig-binnenkomen-met-een-taak-op-het-bord/index.html").is_file()
