"""Which passages the pages of themes and findings quote, and in which order."""

import pytest

from link.writing import corpus, finding, report, session_id, theme
from proefpraktijk.link import Vocabulary, build_knowledge_base, outline
from proefpraktijk.model.problem import Severity

THEMES = (
    theme("groepsplan"),
    theme("samen-leren"),
    theme("veiligheid", broader="samen-leren"),
    theme("vertrouwen", broader="veiligheid"),
)
VOCABULARY = Vocabulary(THEMES)


def linked(*reports, findings=(), interviews=()):
    """Return the knowledge base and the problems."""
    shared = corpus(themes=THEMES, findings=findings, interviews=interviews)
    return build_knowledge_base(shared, [outline(one, VOCABULARY) for one in reports], VOCABULARY)


def quoted(theme_id, *reports):
    """Return the texts of a theme's quotes."""
    return [quote.passage.text for quote in linked(*reports)[0].themes[theme_id].quotes]


@pytest.mark.parametrize(
    ("sentences", "strong"),
    [("Half", False), ("Een zin.", True), ("Eerst. Dan. Toen.", True), ("Eerst. Dan. Toen. Slot.", False)],
)
def test_one_to_three_sentences_are_strong(sentences, strong):
    """Shorter and longer passages come after them, though they are newer."""
    new = report("nieuw", f"=={sentences}=={{.groepsplan}} En meer.", session=session_id("2025-2026-4"))
    old = report("oud", "==Eén zin.=={.groepsplan}", session=session_id("2024-2025-1"))
    assert (quoted("groepsplan", new, old)[0] == sentences) is strong


def test_a_known_effect_is_stronger_than_whole_sentences():
    """The effect comes first, whole sentences second, then the newest."""
    effect = report("effect", "==Half=={.groepsplan .belemmerend} en meer", session=session_id("2023-2024-1"))
    whole = report("heel", "==Heel.=={.groepsplan}", session=session_id("2024-2025-1"))
    new = report("nieuw", "==Deel=={.groepsplan} en meer")
    assert quoted("groepsplan", new, whole, effect) == ["Half", "Heel.", "Deel"]


def test_a_passage_of_a_theme_and_a_narrower_one_is_quoted_once():
    """It is among the own passages of the wider theme."""
    one = report("een", "==Eerst.=={.vertrouwen} ==Beide.=={.veiligheid .vertrouwen}")
    assert quoted("veiligheid", one) == ["Beide.", "Eerst."]
    assert quoted("samen-leren", one) == ["Beide.", "Eerst."]


MARKUP = "==A.=={.groepsplan} ==B.=={.veiligheid} ==C.=={.vertrouwen}"


@pytest.mark.parametrize(
    ("evidence", "themes", "texts"),
    [
        (["een#veiligheid"], [], ["B."]),
        (["een#samen-leren"], [], ["B.", "C."]),
        (["een#groepsplan"], ["veiligheid"], ["A."]),
        (["een"], ["vertrouwen"], ["C."]),
        (["een"], ["samen-leren"], ["B.", "C."]),
        (["een"], ["veiligheid", "groepsplan"], ["A.", "B.", "C."]),
        (["een"], [], ["A.", "B.", "C."]),
        (["een#vertrouwen", "een#groepsplan", "een"], [], ["C.", "A.", "B."]),
    ],
)
def test_which_passages_are_evidence(evidence, themes, texts):
    """With a theme its own, else those below it; without one those of the finding's themes, else all; each once."""
    made, problems = linked(report("een", MARKUP), findings=[finding("klopt", evidence, themes)])
    assert [quote.passage.text for quote in made.findings["klopt"].quotes] == texts
    assert problems == []


def test_two_reports_with_passages_of_the_same_number_are_both_evidence():
    """A passage is known by its report and its number."""
    reports = report("een", "==A.=={.groepsplan}"), report("twee", "==B.=={.groepsplan}")
    made, _ = linked(*reports, findings=[finding("klopt", ["een", "twee"])])
    assert [quote.report for quote in made.findings["klopt"].quotes] == ["een", "twee"]


@pytest.mark.parametrize("evidence", ["weg", "weg#groepsplan", "leeg", "een#vertrouwen"])
def test_evidence_that_is_not_published(evidence):
    """A warning at the finding, for a report that is not there, one without passages, and one without that theme."""
    found = finding("klopt", [evidence, "een#groepsplan"])
    made, problems = linked(report("een", "==A.=={.groepsplan}"), report("leeg", "Niets."), findings=[found])
    assert [quote.passage.text for quote in made.findings["klopt"].quotes] == ["A."]
    assert [(p.rule, p.severity, p.place, p.message.values) for p in problems] == [
        ("PP603", Severity.WARNING, ("content/findings/klopt.md", 0, 0), {})
    ]


def test_an_interview_is_quoted_without_a_page():
    """Its passages name no report, and come after those of reports."""
    interview = report("gesprek", "==I.=={.groepsplan}")
    made, _ = linked(report("een", "==A.=={.groepsplan}"), interviews=[interview])
    assert [(quote.passage.text, quote.report) for quote in made.themes["groepsplan"].quotes] == [
        ("A.", "een"),
        ("I.", None),
    ]
