"""The knowledge base: golden cases and laws."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laws import examples
from link.writing import corpus, finding, page, report, safe, session, session_id, theme
from proefpraktijk.link import Vocabulary, build_knowledge_base, outline
from proefpraktijk.link.related import MOST
from proefpraktijk.model.knowledge import BacklinkKind, ReasonKind
from proefpraktijk.model.problem import Severity
from proefpraktijk.model.spiral import Quadrant

THEMES = (
    theme("veiligheid", "Veiligheid", broader="samen-leren", markup="Zonder vertrouwen geen veiligheid."),
    theme("vertrouwen", broader="veiligheid"),
    theme("samen-leren"),
    theme("groepsplan"),
)
VOCABULARY = Vocabulary(THEMES)


def woven(reports, vocabulary=VOCABULARY, **shared):
    """Return the knowledge base and the problems."""
    shared.setdefault("themes", THEMES)
    return build_knowledge_base(corpus(**shared), [outline(one, vocabulary) for one in reports], vocabulary)


def knowledge(reports, **shared):
    """Return the knowledge base, which must have no problems."""
    made, problems = woven(reports, **shared)
    assert problems == []
    return made


def test_order_of_reports():
    """Newest session first, then year group, then title."""
    reports = [
        report("b-oud", session=session_id("2024-2025-6")),
        report("c-zes", year_groups=(6,)),
        report("z-vijf"),
        report("a-vijf"),
        report("nieuw", session=session_id("2025-2026-4"), year_groups=(8,)),
    ]
    assert list(knowledge(reports).reports) == ["nieuw", "a-vijf", "z-vijf", "c-zes", "b-oud"]


def test_hierarchy():
    """Each theme is followed by those below it; ancestors run from the top down."""
    themes = knowledge([]).themes
    assert list(themes) == ["groepsplan", "samen-leren", "veiligheid", "vertrouwen"]
    assert themes["vertrouwen"].ancestors == ("samen-leren", "veiligheid")
    assert themes["samen-leren"].narrower == ("veiligheid",)


def test_broader_theme_that_is_not_there():
    """A theme whose broader theme is held, or that stands in a circle, is at the top."""
    themes = (theme("a", broader="weg"), theme("b", broader="c"), theme("c", broader="b"))
    made, _ = woven([], Vocabulary(themes), themes=themes)
    assert [(node.theme.id, node.ancestors) for node in made.themes.values()] == [("a", ()), ("b", ()), ("c", ("b",))]


def test_theme_gathers_the_reports_of_narrower_themes():
    """A report of `vertrouwen` is one of `veiligheid` and `samen-leren` too, and counts once."""
    reports = [
        report("een", themes=["vertrouwen", "veiligheid"]),
        report("twee", themes=["vertrouwen"], quadrant=Quadrant.COMBINEREN),
    ]
    node = knowledge(reports).themes["samen-leren"]
    assert node.reports == ("een", "twee")


def test_quotes_of_a_theme():
    """A theme's own passages come first, known effects before others, whole sentences before parts, newest first."""
    reports = [
        report("oud", "==Oud.=={.veiligheid}", session=session_id("2024-2025-1")),
        report("nieuw", "==Half=={.veiligheid} zo.\n\n==Heel.=={.veiligheid}"),
        report("effect", "==Effect.=={.veiligheid .belemmerend}", session=session_id("2023-2024-1")),
        report("smal", "==Smal.=={.vertrouwen .bevorderend}"),
    ]
    themes = knowledge(reports).themes
    assert [q.passage.text for q in themes["veiligheid"].quotes] == ["Effect.", "Heel.", "Oud.", "Half", "Smal."]
    assert [q.passage.text for q in themes["vertrouwen"].quotes] == ["Smal."]


def test_related_gives_its_reasons():
    """A rare shared theme weighs more than a common one, a shared passage more than a shared theme."""
    common = [report(f"vul-{n}", themes=["samen-leren"], year_groups=(1,)) for n in range(6)]
    reports = [
        report("ik", "==Een.=={.groepsplan}", ["samen-leren"], year_groups=(7, 8)),
        report("passage", "==Twee.=={.groepsplan}", year_groups=(8,), quadrant=Quadrant.COMBINEREN),
        report("thema", themes=["groepsplan"], year_groups=(3,)),
        *common,
    ]
    first, second, *rest = knowledge(reports).related["ik"]
    assert (first.slug, [(r.kind, r.theme, r.year_group) for r in first.reasons]) == (
        "passage",
        [(ReasonKind.PASSAGE, "groepsplan", None), (ReasonKind.YEAR_GROUP, None, 8)],
    )
    assert (second.slug, [(r.kind, r.theme) for r in second.reasons]) == (
        "thema",
        [(ReasonKind.THEME, "groepsplan"), (ReasonKind.QUADRANT, None)],
    )
    assert [one.slug for one in rest] == ["vul-0", "vul-1", "vul-2"]


def test_neighbours():
    """Before and after in the subgroup by session; in the session by year group and title."""
    reports = [
        report("s1", session=session_id("2025-2026-1")),
        report("s2", session=session_id("2025-2026-2")),
        report("s2-zes", session=session_id("2025-2026-2"), year_groups=(6,)),
        report("s2-vijf-zes", session=session_id("2025-2026-2"), year_groups=(5, 6)),
        report("s4", session=session_id("2025-2026-4")),
    ]
    steps = knowledge(reports).neighbours["s2"]
    assert (steps.previous_of_subgroup, steps.next_of_subgroup) == ("s1", "s4")
    assert (steps.previous_of_session, steps.next_of_session) == (None, "s2-vijf-zes")


def test_backlinks_have_their_sentence():
    """Whoever names a theme or links a report is found from there, shared documents first, each once."""
    reports = [
        report("een", "Het groepsplan hielp. Het groepsplan bleef.\n\n## Aanpak\n\nWeer het groepsplan."),
        report("twee", "Zie [een](report:content/reports/een.md) daarvoor.", session=session_id("2025-2026-1")),
    ]
    made = knowledge(
        reports,
        sessions=[session("2025-2026-3", markup="Over het groepsplan.")],
        findings=[finding("klopt", markup="Zie [het verslag](report:content/reports/een.md).")],
        pages=[page("over", "Bekijk [dit](theme:content/themes/groepsplan.md) eens.")],
    )
    assert [(b.kind, b.ref, b.sentence) for b in made.themes["groepsplan"].backlinks] == [
        (BacklinkKind.SESSION, "2025-2026-3", "Over het groepsplan."),
        (BacklinkKind.PAGE, "over", "Bekijk dit eens."),
        (BacklinkKind.REPORT, "een", "Het groepsplan hielp."),
    ]
    assert [(b.kind, b.ref, b.sentence) for b in made.backlinks["een"]] == [
        (BacklinkKind.FINDING, "klopt", "Zie het verslag."),
        (BacklinkKind.REPORT, "twee", "Zie een daarvoor."),
    ]


@pytest.mark.parametrize(
    ("untold", "kinds"),
    [
        ({}, "SESSION FINDING"),
        ({"session": None}, "FINDING"),
        ({"year_groups": ()}, "SESSION FINDING"),
        ({"quadrant": None}, "SESSION FINDING"),
    ],
)
def test_shared_documents_tell_no_more_of_a_report_than_it_does(untold, kinds):
    """No session of a report that does not tell it, and no shared sentence about a report that leaves something out."""
    link = "Groep 5 vertelde [hier](report:content/reports/een.md) over."
    made = knowledge(
        [report("een", **untold), report("twee", "Zie [een](report:content/reports/een.md).")],
        sessions=[session("2025-2026-3", markup=link)],
        findings=[finding("klopt", markup=link)],
    )
    *shared, last = made.backlinks["een"]
    assert " ".join(backlink.kind.name for backlink in shared) == kinds
    assert {bool(backlink.sentence) for backlink in shared} == {not untold}
    assert last.sentence == "Zie een."


def test_public_keys():
    """Every document with a page has its public key under its file; an interview and what is held have none."""
    made = knowledge(
        [report("een")],
        sessions=[session("2025-2026-3")],
        pages=[page("over")],
        findings=[finding("klopt")],
        interviews=[report("gesprek")],
        themes=THEMES[:1],
    )
    assert made.public == {
        "content/themes/veiligheid.md": "veiligheid",
        "content/sessions/2025-2026-3.md": "2025-2026-3",
        "content/findings/klopt.md": "klopt",
        "content/pages/over.md": "over",
        "content/reports/een.md": "een",
    }


def test_a_theme_does_not_link_to_itself():
    """The body of a theme mentions others only."""
    node = knowledge([]).themes["veiligheid"]
    assert [m.theme for m in node.mentions] == ["vertrouwen"]
    assert node.backlinks == ()


@pytest.mark.parametrize(("voices", "told"), [(({1}, {2}, {3}), 3), (({1}, {2}, {2}), None), (({1, 2}, {3, 4}), None)])
def test_interviews_are_counted_only_when_enough_people_spoke(voices, told):
    """Three interviews with two people would tell of two people; two interviews are fewer than three."""
    interviews = [report(f"g{n}", "==A.=={.veiligheid}", voices=frozenset(who)) for n, who in enumerate(voices)]
    made = knowledge([], interviews=interviews, findings=[finding("klopt", [f"g{n}" for n in range(len(voices))])])
    assert made.findings["klopt"].interviews == told


def test_evidence():
    """A finding rests on the passages its evidence names, in that order, of reports and interviews."""
    reports = [report("een", "==A.=={.groepsplan} ==B.=={.veiligheid}"), report("twee", "==C.=={.vertrouwen}")]
    interview = report("gesprek", "==D.=={.veiligheid}")
    made = knowledge(
        reports,
        interviews=[interview],
        findings=[finding("klopt", ["twee#veiligheid", "een#groepsplan", "gesprek", "een#groepsplan"], ["veiligheid"])],
    )
    node = made.findings["klopt"]
    assert [(q.passage.text, q.report) for q in node.quotes] == [("C.", "twee"), ("A.", "een"), ("D.", None)]
    assert (node.reports, node.interviews) == (2, None)
    assert made.themes["veiligheid"].findings == ("klopt",)
    assert "gesprek" not in made.reports


def test_missing_evidence_is_a_warning_that_does_not_say_which():
    """Evidence that is held or not coded so: a warning at the finding, without the path of what is missing."""
    _, problems = woven([report("een", "==A.=={.groepsplan}")], findings=[finding("f", ["weg", "een#vertrouwen"])])
    assert [(p.rule, p.severity, p.place.path) for p in problems] == [
        ("PP603", Severity.WARNING, "content/findings/f.md")
    ] * 2
    assert all(p.message.values == {} for p in problems)


def test_sessions():
    """Newest first, each with its neighbours and its reports."""
    made = knowledge(
        [report("een", themes=["veiligheid"]), report("twee", themes=["veiligheid", "groepsplan"])],
        sessions=[session("2025-2026-1"), session("2025-2026-3", ["weg", "groepsplan"]), session("2024-2025-2")],
    )
    assert [str(node) for node in made.sessions] == ["2025-2026-3", "2025-2026-1", "2024-2025-2"]
    node = made.sessions[session_id("2025-2026-3")]
    assert (node.previous, node.next) == (session_id("2025-2026-1"), None)
    assert node.reports == ("een", "twee")
    assert node.session.themes == ("groepsplan",)
    assert made.themes["groepsplan"].sessions == (session_id("2025-2026-3"),)


def test_a_session_that_is_not_there_breaks_nothing():
    """Reports of a held session are published, without its page."""
    made = knowledge([report("een"), report("twee", "Zie [die](session:2025-2026-3).")])
    assert made.sessions == {}
    assert made.neighbours["een"].next_of_session == "twee"


def test_lists_by_year_group_and_band():
    """A combination group stands in both its year groups and both its bands; empty ones are there too."""
    made = knowledge([report("een", year_groups=(5, 6))])
    assert {group: slugs for group, slugs in made.by_year_group.items() if slugs} == {5: ("een",), 6: ("een",)}
    assert made.by_band == {"onderbouw": (), "middenbouw": ("een",), "bovenbouw": ("een",)}
    assert list(made.by_year_group) == [1, 2, 3, 4, 5, 6, 7, 8]


def test_collisions():
    """Of two documents with one address, or addresses that differ in case, the later by path is left out."""
    reports = [report("een", key="content/reports/b.md"), report("Een", key="content/reports/a.md")]
    made, problems = woven(reports, pages=[page("over"), page("over", key="content/pages/z.md")])
    assert list(made.reports) == ["Een"]
    assert [(p.rule, p.place.path, p.message.values["other"]) for p in problems] == [
        ("PP601", "content/pages/z.md", "content/pages/over.md"),
        ("PP601", "content/reports/b.md", "content/reports/a.md"),
    ]


def test_one_address_for_two_kinds_is_no_collision():
    """A report, a finding and a page may share a slug: they live in different folders."""
    assert woven([report("een")], pages=[page("een")], findings=[finding("een")])[1] == []


def test_ambiguous_words():
    """Two themes that go by one word: a warning at the one that does not get it."""
    themes = (theme("a", "Samen"), theme("b", "Beta", ["samen"]))
    _, problems = woven([], Vocabulary(themes), themes=themes)
    assert [(p.rule, p.severity, p.place.path) for p in problems] == [
        ("PP602", Severity.WARNING, "content/themes/b.md")
    ]


def test_common_themes_offer_a_window():
    """With hundreds of reports of one theme everyone still has related reports, of their own year group."""
    reports = [report(f"v-{n:03}", themes=["groepsplan"], year_groups=(n % 8 + 1,)) for n in range(300)]
    made = knowledge(reports)
    for slug, related in made.related.items():
        assert len(related) == MOST
        assert all(made.reports[one.slug].year_groups == made.reports[slug].year_groups for one in related)


IDS = [one.id for one in THEMES]
REPORTS = st.lists(
    st.builds(
        lambda number, themes, coded, groups, session, quadrant: report(
            f"v-{number}",
            "\n\n".join(f"==Iets over vertrouwen {n}.=={{.{theme}}}" for n, theme in enumerate(coded))
            + "\n\nZie [een ander](report:v-3).",
            themes,
            year_groups=groups,
            session=session_id(f"2025-2026-{session}"),
            quadrant=quadrant,
            title=safe(f"Verslag {number % 3}"),
        ),
        st.integers(0, 40),
        st.lists(st.sampled_from(IDS), unique=True, max_size=3),
        st.lists(st.sampled_from(IDS), max_size=2),
        st.sampled_from([(1,), (5,), (5, 6), (8,)]),
        st.integers(1, 3),
        st.sampled_from(list(Quadrant)),
    ),
    max_size=12,
    unique_by=lambda one: one.slug,
)


@settings(max_examples=examples(60))
@given(REPORTS, st.randoms(use_true_random=False))
def test_weaving_does_not_depend_on_order(reports, chance):
    """The same documents in another order give the same knowledge base, down to the order of its pages."""
    shuffled, themes = list(reports), list(THEMES)
    chance.shuffle(shuffled)
    chance.shuffle(themes)
    one = woven(reports)
    other = woven(shuffled, Vocabulary(themes), themes=themes)
    assert one == other
    assert repr(one) == repr(other)


@settings(max_examples=examples(60))
@given(REPORTS)
def test_related_is_explained(reports):
    """Each reason is true of both, at least one is a theme, and no report is related to itself."""
    made, _ = woven(reports)
    for slug, several in made.related.items():
        own = made.reports[slug]
        assert len({one.slug for one in several}) == len(several) <= MOST
        assert [one.score for one in several] == sorted((one.score for one in several), reverse=True)
        for one in several:
            other = made.reports[one.slug]
            assert one.slug != slug
            assert any(reason.theme for reason in one.reasons)
            for reason in one.reasons:
                assert _is_true(reason, own)
                assert _is_true(reason, other)
            assert (ReasonKind.QUADRANT in {r.kind for r in one.reasons}) == (own.quadrant is other.quadrant)


def _is_true(reason, of):
    if reason.kind is ReasonKind.THEME:
        return reason.theme in of.themes
    if reason.kind is ReasonKind.PASSAGE:
        return reason.theme in of.coded
    return reason.kind is ReasonKind.QUADRANT or reason.year_group in of.year_groups


@settings(max_examples=examples(60))
@given(REPORTS)
def test_previous_and_next_are_inverse(reports):
    """Who has a next one is the previous of that one, in the subgroup and in the session."""
    steps = woven(reports)[0].neighbours
    for slug, one in steps.items():
        for there, back in (
            ("next_of_subgroup", "previous_of_subgroup"),
            ("previous_of_subgroup", "next_of_subgroup"),
            ("next_of_session", "previous_of_session"),
            ("previous_of_session", "next_of_session"),
        ):
            other = getattr(one, there)
            assert other is None or getattr(steps[other], back) == slug


@settings(max_examples=examples(40))
@given(REPORTS, st.sampled_from(IDS))
def test_a_theme_that_is_held_drops_out_everywhere(reports, held):
    """Without one of its themes the knowledge base is whole, and names it nowhere."""
    themes = [one for one in THEMES if one.id != held]
    made, _ = woven(reports, Vocabulary(themes), themes=themes)
    listed = repr((made.themes.keys(), made.related, [r._replace(gist=safe("")) for r in made.reports.values()]))
    assert f"'{held}'" not in listed


def test_thousands_of_reports_stay_linear():
    """The work per report does not grow: candidates are bounded by the windows of its themes."""
    from proefpraktijk.link.related import EXACT, WINDOW, _candidates  # noqa: PLC0415

    chance = random.Random(7)
    outlines = [
        outline(report(f"v-{n}", themes=chance.sample(IDS, 3), year_groups=(n % 8 + 1,)), VOCABULARY)
        for n in range(1000)
    ]
    assert max(map(len, _candidates(outlines))) <= 3 * max(EXACT, 2 * WINDOW + 1)


@pytest.mark.parametrize("kind", list(BacklinkKind))
def test_backlink_kinds_have_the_names_of_targets(kind):
    """A written link's kind, as `TargetKind` calls it, is that of the backlink it makes."""
    from proefpraktijk.model.document import TargetKind  # noqa: PLC0415

    assert kind.name in TargetKind.__members__
