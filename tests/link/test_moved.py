"""Old addresses: each leads to one document that is there, and whoever claims another's is told."""

from link.writing import corpus, finding, page, report, theme
from proefpraktijk.link import Vocabulary, outline, weave
from proefpraktijk.model.knowledge import BacklinkKind


def woven(*reports, **shared):
    """Weave reports and shared documents; return what moved, and the problems as (file, rule)."""
    kb, problems = weave(corpus(**shared), [outline(one, Vocabulary(())) for one in reports], Vocabulary(()))
    return kb.moved, [(problem.place.path, problem.rule) for problem in problems]


def test_every_kind_of_document_may_move():
    """Each leads on by the kind of document it is."""
    moved, problems = woven(
        report("nieuw", earlier=("oud", "ouder")),
        themes=[theme("spel", earlier=("oud",))],
        findings=[finding("bevinding")],
        pages=[page("over")],
    )
    assert moved == (
        (BacklinkKind.REPORT, "oud", "nieuw"),
        (BacklinkKind.REPORT, "ouder", "nieuw"),
        (BacklinkKind.THEME, "oud", "spel"),
    )
    assert problems == []


def test_an_address_in_use_stays_where_it_is():
    """Of a document that is there, whatever the order; and of two that claim one, the first by its file keeps it."""
    moved, problems = woven(
        report("a", key="content/reports/1.md", earlier=("b", "oud")),
        report("b", key="content/reports/2.md", earlier=("oud", "A")),
    )
    assert moved == ((BacklinkKind.REPORT, "oud", "a"),)
    assert problems == [("content/reports/1.md", "PP604"), *[("content/reports/2.md", "PP604")] * 2]


def test_an_address_of_its_own_is_no_old_one():
    """Whoever notes the present address too is not told off."""
    assert woven(report("zelfde", earlier=("zelfde",))) == ((), [])
