"""Old addresses: each leads to one document that is there, and whoever claims another's is told."""

from link.writing import corpus, finding, page, report, theme
from proefpraktijk.link import Vocabulary, build_knowledge_base, outline, with_unique_address
from proefpraktijk.link.address_collisions import ambiguous_words
from proefpraktijk.model.knowledge import BacklinkKind
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Place, Severity
from proefpraktijk.model.safe import EarlierSlug
from proefpraktijk.wording import Wording


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


def test_the_later_of_two_documents_is_left_out_and_says_why():
    """By path, and also where the addresses differ in capitals only; the problem names the other file."""
    reports = [report("een", key="content/reports/b.md"), report("EEN", key="content/reports/a.md")]
    kept, (problem,) = with_unique_address([outline(one, Vocabulary(())) for one in reports])
    assert [one.key for one in kept] == ["content/reports/a.md"]
    assert (problem.rule, problem.severity, problem.place) == ("PP601", Severity.ERROR, ("content/reports/b.md", 0, 0))
    assert Wording("en").say(problem.message) == (
        "This document is left out: its address is already taken by content/reports/a.md"
    )


def test_an_address_that_is_not_kept_names_the_other_document():
    """Whoever reads it knows where to look."""
    first = report("a", key="content/reports/1.md", earlier=earlier("b"))
    second = report("b", key="content/reports/2.md")
    _, (problem,) = build_knowledge_base(
        corpus(), [outline(one, Vocabulary(())) for one in (first, second)], Vocabulary(())
    )
    assert Wording("en").say(problem.message).endswith(": content/reports/2.md uses it")
    assert problem.severity is Severity.WARNING


def test_a_word_of_two_themes_names_the_word_and_the_other_theme():
    """The theme that does not get the word is warned, with the word as it was written."""
    vocabulary = Vocabulary((theme("a", "Samen Leren"), theme("b", "Beta", ["samen leren"])))
    (problem,) = ambiguous_words(vocabulary)
    assert (problem.rule, problem.severity, problem.place.path) == ("PP602", Severity.WARNING, "content/themes/b.md")
    assert Wording("en").say(problem.message) == ("The theme “a” goes by “samen leren” too, so texts link to that one")
