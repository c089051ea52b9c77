"""What is remembered of a report is used exactly as long as the same would come out again."""

from __future__ import annotations

import dataclasses
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import proefpraktijk
from endtoend.running import change
from pipeline.small_site import REPORTS, START, write
from proefpraktijk.link import Vocabulary
from proefpraktijk.model.corpus import Codebook
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.pipeline.read_protect_link import Pipeline, PipelineResult, run_pipeline
from proefpraktijk.pipeline.read_stage import ReportSource
from proefpraktijk.pipeline.report_stage import ReportResult, ReportStage
from proefpraktijk.protect import Airlock
from proefpraktijk.read import read_corpus
from proefpraktijk.runtime.stopwatch import Stopwatch

REPORT = ContentPath(f"{REPORTS}/tafels-in-een-kring.md")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small site with reports that depend on other files in each of the ways there are."""
    root = tmp_path / "site"
    shutil.copytree(START, root / "content")
    (root / "content/themes/tafelwerk.md").write_text(
        "---\nlabel: Tafelwerk\ndefinitie: Hoe de tafels staan.\n---\n", encoding="utf-8"
    )
    write(
        root,
        "tafels-in-een-kring",
        "De tafels stonden in een kring, en het overleg over de weektaak begon vanzelf. Het was ==rustig=={.tafelwerk}.",
    )
    write(root, "inline", "Zie [het vervolg](vervolg.md).")
    write(root, "reference", "Zie [het vervolg][hier].\n\n[hier]: vervolg.md")
    write(root, "onbekende-school", school="De Hazelaer")
    return root


def outcome(result: PipelineResult) -> tuple[object, ...]:
    """Return all that is made of a result."""
    assert result.protected
    assert result.linked
    terms = result.search_terms
    reported = (result.problems, result.holds, result.notices, result.publications, result.protected.replaced)
    return (*reported, terms.secrets, terms.masks, result.linked.knowledge, result.linked.bodies)


def _changed(file: str, before: str, after: str) -> Callable[[Path], None]:
    return lambda root: change(root / "content" / file, before, after)


def _codes(root: Path) -> None:
    """Code a passage from a file beside the report."""
    codes = "- fragment: De tafels stonden in een kring\n  thema: rustig-starten\n"
    (root / REPORT).with_suffix(".codes.yml").write_text(codes, encoding="utf-8")


def _decision(scope: str, action: str = "wissen") -> Callable[[Path], None]:
    decision = f"- besluit: {action}\n  tekst: kring\n  geldt voor: {scope}\n  reden: te herkennen\n  door: ib'er\n"

    def adds(root: Path) -> None:
        with (root / "content/decisions.yml").open("a", encoding="utf-8") as file:
            file.write(decision + "  datum: 2025-10-09\n")

    return adds


EDITS = {
    "the target of links": lambda root: write(root, "vervolg"),
    "a passage coded beside the report": _codes,
    "a person on the roster": _changed(
        "roster.yml", "people:\n", 'people:\n  - {naam: "Wim Overleg", rol: leerling}\n'
    ),
    "a school by another name": _changed("roster.yml", 'naam: "De Hazelaar"', 'naam: "De Hazelaer"'),
    "a school on another line": _changed("roster.yml", "schools:\n", "schools:\n\n"),
    "a school on another line at the same offset": _changed("roster.yml", "hier iedereen", "hier\n#edereen"),
    "a decision on this report": _decision(REPORT),
    "a decision on all reports": _decision("alles"),
    "a session that goes": lambda root: (root / "content/sessions/2025-2026-1.md").unlink(),
    "a theme by another name": _changed("themes/rustig-starten.md", "synoniemen: [", "synoniemen: [weektaak, "),
    "a theme that goes": lambda root: (root / "content/themes/tafelwerk.md").unlink(),
    "fewer year groups": _changed("community.yml", "middenbouw: 3-5", "middenbouw: 3-3"),
    "another language": _changed("community.yml", "taal: nl", "taal: en"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_is_remembered_is_what_would_come_out(root: Path, edit: Callable[[Path], None], tmp_path: Path) -> None:
    """After an edit of anything that a report depends on, the result is that of a run without memory, and another."""
    before = outcome(run_pipeline(root, drafts=True))
    edit(root)
    warm = outcome(run_pipeline(root, drafts=True))
    shutil.copytree(root / "content", tmp_path / "cold" / "content")
    assert warm == outcome(run_pipeline(tmp_path / "cold", drafts=True))
    assert warm != before


def test_only_what_an_edit_concerns_is_processed_again(root: Path) -> None:
    """What does not depend on an edit is not only the same, it is the very thing that is remembered."""

    def processed(edit: Callable[[Path], None]) -> set[str]:
        before = run()
        edit(root)
        after = run()
        return {Path(path).stem for path, result in after.items() if result is not before.get(path)}

    def run() -> dict[ContentPath, ReportResult]:
        protected = pipeline.run(drafts=False, watch=Stopwatch()).protected
        assert protected
        return protected.reports

    pipeline = Pipeline(root)
    assert processed(lambda _: None) == set()
    assert processed(EDITS["the target of links"]) == {"vervolg", "inline", "reference"}
    assert processed(EDITS["a decision on this report"]) == {"tafels-in-een-kring"}
    assert processed(EDITS["a passage coded beside the report"]) == {"tafels-in-een-kring", "inline", "reference"}
    assert processed(lambda root: write(root, "vervolg", "Een ander slot.")) == {"vervolg"}


def stage(root: Path) -> ReportStage:
    """Return what processes the reports of a site."""
    corpus, _ = read_corpus(root)
    assert corpus
    return ReportStage(Airlock(corpus.community, corpus.roster, ()), corpus.codebook, Vocabulary(()))


def test_every_part_of_the_codebook_counts(root: Path) -> None:
    """Whatever changes in what reading a report depends on, what is remembered of it is no longer good."""
    own = stage(root)
    source = ReportSource.load(root, ContentPath(f"{REPORTS}/inline.md"), own.codebook)
    for field in dataclasses.fields(Codebook):
        value = getattr(own.codebook, field.name)
        smaller = type(value)(list(value.items() if isinstance(value, dict) else value)[1:])
        assert smaller != value
        other = dataclasses.replace(own, codebook=dataclasses.replace(own.codebook, **{field.name: smaller}))
        assert other.key(source) != own.key(source), field.name


def test_another_version_of_the_program_remembers_nothing(root: Path, tmp_path: Path) -> None:
    """An edit in any module of the program, as one of `render`, may give another page, so it counts too."""
    package = tmp_path / "program" / "proefpraktijk"
    shutil.copytree(Path(proefpraktijk.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    program = """
import sys
from pathlib import Path
from proefpraktijk.pipeline.read_stage import read_content
from proefpraktijk.pipeline.report_stage import ReportStage
from proefpraktijk.link import Vocabulary
from proefpraktijk.protect import Airlock
from proefpraktijk.runtime.stopwatch import Stopwatch
read = read_content(Path(sys.argv[1]), Stopwatch())
stage = ReportStage(Airlock(read.corpus.community, read.corpus.roster, ()), read.corpus.codebook, Vocabulary(()))
print(stage.key(read.reports[0]))
"""

    def key() -> str:
        environment = {**os.environ, "PYTHONPATH": str(package.parent), "PYTHONDONTWRITEBYTECODE": "1"}
        run = [sys.executable, "-c", program, root]
        return subprocess.run(run, env=environment, capture_output=True, text=True, check=True).stdout

    before = key()
    assert before == key()
    with (package / "render" / "environment.py").open("a", encoding="utf-8") as module:
        module.write("\n")
    assert key() != before
