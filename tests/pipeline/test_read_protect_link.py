"""The three stages together: what each of them hands to whoever runs the pipeline."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from endtoend.running import change
from pipeline.small_site import START, write
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.safe import Publication
from proefpraktijk.pipeline.protect_stage import SearchTerms
from proefpraktijk.pipeline.read_protect_link import PipelineResult, run_pipeline

OWN = ContentPath("content/reports/2025-2026-1/rustig-binnenkomen.md")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small site."""
    shutil.copytree(START, tmp_path / "content")
    return tmp_path


def rules(result: PipelineResult) -> list[tuple[str, ContentPath]]:
    """Return the rule and the file of each problem."""
    return [(problem.rule, problem.place.path) for problem in result.problems]


def slugs(result: PipelineResult) -> set[str]:
    """Return the reports of the knowledge base, each of which has a body."""
    assert result.linked
    assert set(result.linked.bodies) == set(result.linked.knowledge.reports)
    return set(result.linked.knowledge.reports)


def test_an_error_in_a_shared_document_stops_the_pipeline(root: Path) -> None:
    """Of no report anything is said then, and nothing is searched for."""
    change(root / "content/community.yml", "k: 3", "k: drie")
    result = run_pipeline(root)
    assert result.problems
    assert (result.protected, result.linked) == (None, None)
    assert (result.holds, result.notices, result.publications, result.search_terms) == ((), (), {}, SearchTerms())


def test_a_community_that_names_somebody_stops_the_pipeline(root: Path) -> None:
    """With what reading found too: a report cannot be trusted to an airlock that has a fault."""
    change(root / "content/community.yml", "taal: nl", "taal: nl\ncontact: sem.vermeulen@example.org")
    change(root / "content/pages/over.md", "---\n\n", "---\n\n<i>\n\n")
    result = run_pipeline(root)
    assert (result.protected, result.linked) == (None, None)
    assert ("PP506", "content/community.yml") in rules(result)
    assert {path for _, path in rules(result)} == {"content/community.yml", "content/pages/over.md"}


def test_drafts_are_linked_when_asked_for(root: Path) -> None:
    """A report without a member check is a draft in either case; its text is in the knowledge base only with `drafts`."""
    draft = write(root, "concept", more="")
    without, with_drafts = run_pipeline(root), run_pipeline(root, drafts=True)
    assert slugs(without) == {"rustig-binnenkomen-met-een-taak-op-het-bord"}
    assert slugs(with_drafts) == {"rustig-binnenkomen-met-een-taak-op-het-bord", "concept"}
    for result in (without, with_drafts):
        assert result.publications == {OWN: Publication.PUBLISHED, draft: Publication.DRAFT}


def test_every_outcome_of_a_report(root: Path) -> None:
    """Published, held, withdrawn or refused; only the first is in the knowledge base."""
    outcomes = {
        OWN: Publication.PUBLISHED,
        write(root, "gezien", "Toen kwam Brunhilde binnen."): Publication.HELD,
        write(root, "terug", more="ingetrokken: ja\n"): Publication.WITHDRAWN,
        write(root, "fout", more="membercheck: morgen\n"): Publication.REFUSED,
    }
    result = run_pipeline(root)
    assert result.publications == outcomes
    assert len(slugs(result)) == 1
    assert {hold.place.path for hold in result.holds} == {path for path in outcomes if path.endswith("gezien.md")}


def test_of_two_reports_with_one_slug_the_later_is_refused(root: Path) -> None:
    """By path; a draft that is not linked takes nobody's slug."""
    write(root, "eerste", more="slug: het-begin\n")
    second = write(root, "tweede", more="slug: het-begin\nmembercheck: 2025-10-08\n")
    third = write(root, "vierde", more="slug: het-begin\nmembercheck: 2025-10-08\n")
    result = run_pipeline(root)
    assert rules(result) == [("PP313", third)]
    assert (result.publications[second], result.publications[third]) == (Publication.PUBLISHED, Publication.REFUSED)
    assert "het-begin" in slugs(result)
    assert run_pipeline(root, drafts=True).publications[second] is Publication.REFUSED


def test_of_two_reports_with_one_address_the_later_is_refused(root: Path) -> None:
    """Two titles may become the same slug."""
    first = write(root, "a", title="Het begin")
    second = write(root, "b", title="Het begin!")
    result = run_pipeline(root)
    assert ("PP601", second) in rules(result)
    assert (result.publications[first], result.publications[second]) == (Publication.PUBLISHED, Publication.REFUSED)
    assert result.linked
    assert result.linked.knowledge.reports["het-begin"].key == first


def test_what_the_site_is_searched_for(root: Path) -> None:
    """The roster, and what was replaced in any document, held or not; names of who speaks in public are masks."""
    before = run_pipeline(root).search_terms
    write(root, "gezien", "Bel juf Ottoline op 06-12345678. Toen kwam Brunhilde binnen.")
    in_report = run_pipeline(root).search_terms
    page = root / "content/pages/over.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nBel 06-87654321.\n", encoding="utf-8")
    in_page = run_pipeline(root).search_terms
    assert "Jorien Wiersma" in before.masks
    assert any("vermeulen" in secret.lower() for secret in before.secrets)
    assert "06-12345678" in in_report.secrets - before.secrets
    assert "06-87654321" in in_page.secrets - in_report.secrets


def test_what_was_cleared_where_it_stands_is_a_mask(root: Path) -> None:
    """With its neighbours, so that the word by itself is still searched for."""
    path = write(root, "gezien", "Toen kwam Semmie binnen.")
    decision = (
        f"- {{besluit: vrijgeven, tekst: Semmie, before: kwam, after: binnen, geldt voor: {path}, reden: is een knuffel,"
        " door: ib'er, datum: 2025-10-09}\n"
    )
    with (root / "content/decisions.yml").open("a", encoding="utf-8") as file:
        file.write(decision)
    result = run_pipeline(root)
    assert {"kwam Semmie", "Semmie binnen"} <= result.search_terms.masks


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(SearchTerms)])
def test_a_site_is_searched_again_for_other_terms(field: str) -> None:
    """Every part counts, and a secret string is not the same as a mask."""
    terms = SearchTerms(frozenset({"a"}), frozenset({"b"}), "c")
    other = {"secrets": frozenset({"a", "d"}), "masks": frozenset({"b", "d"}), "version": "d"}[field]
    assert dataclasses.replace(terms, **{field: other}).digest != terms.digest  # type: ignore[arg-type] # by its name
    assert SearchTerms(frozenset({"a"})).digest != SearchTerms(frozenset(), frozenset({"a"})).digest


def test_a_decision_that_fits_nothing_is_reported_once_everything_was_read(root: Path) -> None:
    """As long as a report cannot be read, its text may be what a decision on all of them is about."""
    change(root / "content/decisions.yml", "tekst: Regenboogkring", "tekst: Sterrenkring")
    assert "PP513" in [rule for rule, _ in rules(run_pipeline(root))]
    write(root, "fout", more="membercheck: morgen\n")
    assert "PP513" not in [rule for rule, _ in rules(run_pipeline(root))]


def test_what_was_replaced_is_counted_over_all_reports(root: Path) -> None:
    """The number grows with each report that names somebody."""
    one = run_pipeline(root).protected
    write(root, "nog-een", "Nour lachte, en Sem ook.")
    two = run_pipeline(root).protected
    assert one
    assert two
    assert two.replaced == one.replaced + 2


def test_notices_of_interviews_and_of_reports(root: Path) -> None:
    """Whatever may lead to somebody is asked about, wherever it is said."""
    story = "Een leerling kreeg in januari de diagnose leukemie."
    path = write(root, "verhaal", story)
    interview = root / "content/interviews/een-gewone-ochtend.md"
    interview.write_text(f"{interview.read_text(encoding='utf-8')}\n{story}\n", encoding="utf-8")
    asked = {notice.place.path for notice in run_pipeline(root).notices}
    assert asked == {path, "content/interviews/een-gewone-ochtend.md"}
