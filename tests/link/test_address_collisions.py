"""Old addresses: each leads to one document that is there, and whoever claims another's is told."""

from link.writing import corpus, finding, page, report, theme
from proefpraktijk.link import Vocabulary, build_knowledge_base, outline
from proefpraktijk.model.knowledge import BacklinkKind
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Place
from proefpraktijk.model.safe import EarlierSlug


def earlier(*slugs, key="content/reports/1.md"):
    """Return earlier slugs of a file, each on a line of its own."""
    return tuple(EarlierSlug(slug, Place(ContentPath(key), line, 1)) for line, slug in enumerate(slugs, start=2))


def woven(*reports, **shared):
    """Weave reports and shared documents; return what moved, and the problems as (file, line, rule)."""
    kb, problems = build_knowledge_base(
        corpus(**shared), [outline(one, Vocabulary(())) for one in reports], Vocabulary(())
    )
    return kb.moved, [(problem.place.path, problem.place.line, problem.rule) for problem in problems]


def test_every_kind_of_document_may_move():
    """Each leads on by the kind of document it is."""
    moved, problems = woven(
        report("nieuw", earlier=earlier("oud", "ouder")),
        themes=[theme("spel", earlier=earlier("oud"))],
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
    """Of a document that is there, whatever the order; and of two that claim one, the first by its file keeps it.

    Each of the others is told at its own place.
    """
    second = "content/reports/2.md"
    moved, problems = woven(
        report("a", key="content/reports/1.md", earlier=earlier("b", "oud")),
        report("b", key=second, earlier=earlier("oud", "A", key=second)),
    )
    assert moved == ((BacklinkKind.REPORT, "oud", "a"),)
    assert problems == [("content/reports/1.md", 2, "PP604"), (second, 2, "PP604"), (second, 3, "PP604")]


def test_an_address_of_its_own_is_no_old_one():
    """Whoever notes the present address too is not told off."""
    assert woven(report("zelfde", earlier=earlier("zelfde"))) == ((), [])
