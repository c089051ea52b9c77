"""The numbers behind the pictures: recounted one report at a time, and silent on safety by subgroup."""

from hypothesis import given, settings
from hypothesis import strategies as st

from laws import examples
from link.writing import corpus, report, session, session_id, theme
from proefpraktijk.link import Vocabulary, build_knowledge_base, outline
from proefpraktijk.link.report_counts import by_band, by_quadrant, companions, most_present
from proefpraktijk.model.spiral import Quadrant, SchoolYear

THEMES = (
    theme("samen-leren"),
    theme("veiligheid", broader="samen-leren"),
    theme("vertrouwen", broader="veiligheid"),
    theme("uitwisselen", broader="samen-leren"),
    theme("rekenen"),
)
ABOVE = {
    "samen-leren": ("samen-leren",),
    "veiligheid": ("veiligheid", "samen-leren"),
    "vertrouwen": ("vertrouwen", "veiligheid", "samen-leren"),
    "uitwisselen": ("uitwisselen", "samen-leren"),
    "rekenen": ("rekenen",),
}
DELICATE = {"veiligheid", "vertrouwen"}
BANDS = {"onderbouw": (1, 2), "middenbouw": (3, 5), "bovenbouw": (6, 8)}
VOCABULARY = Vocabulary(THEMES)

PLACES = st.one_of(
    st.builds(lambda low, span: {"year_groups": tuple(range(low, min(8, low + span) + 1))}, st.integers(1, 8), st.integers(0, 1)),
    st.builds(lambda bands: {"year_groups": (), "bands": tuple(bands)}, st.lists(st.sampled_from(list(BANDS)), max_size=2, unique=True)),
)  # fmt: skip
REPORTS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(list(ABOVE)), max_size=4, unique=True),
        st.sampled_from([*Quadrant, None]),
        PLACES,
        st.sampled_from([session_id("2025-2026-1"), session_id("2025-2026-2"), None]),
    ),
    max_size=12,
)


def written(drawn):
    """Return the reports that were drawn."""
    return [
        report(
            f"verslag-{number}", themes=themes, quadrant=quadrant, session=held, date=None, member_check=None,
            school_year=None if held else SchoolYear(2025), **place,
        )
        for number, (themes, quadrant, place, held) in enumerate(drawn)
    ]  # fmt: skip


def knowledge(drawn):
    """Return the knowledge base of these reports."""
    sessions = (session("2025-2026-1"), session("2025-2026-2"))
    made, _ = build_knowledge_base(
        corpus(themes=THEMES, sessions=sessions), [outline(one, VOCABULARY) for one in written(drawn)], VOCABULARY
    )
    return made


def carries(report, theme, but=()):
    """Tell whether a report carries a theme, or a narrower one; `but` are left aside."""
    return any(theme in ABOVE[own] for own in report.themes if own not in but)


def bands_of(report):
    """Return the bands a report tells, by its year groups or by themselves."""
    first = {band for band, (low, high) in BANDS.items() if any(low <= group <= high for group in report.year_groups)}
    return first | set(report.bands)


@given(REPORTS)
@settings(max_examples=examples(60))
def test_themes_by_quadrant_recounted(drawn):
    """Each square is what a reader counts on the pages; squares and what is not told add up to the whole."""
    kb = knowledge(drawn)
    lines = by_quadrant(kb)
    assert set(lines) == set(ABOVE)
    for theme_id, line in lines.items():
        found = [one for one in kb.reports.values() if carries(one, theme_id)]
        assert line.cells == tuple(sum(one.quadrant is quadrant for one in found) for quadrant in Quadrant)
        assert line.unstated == sum(one.quadrant is None for one in found)
        assert sum(line.cells) + line.unstated == line.total == len(found)


@given(REPORTS)
@settings(max_examples=examples(60))
def test_themes_by_band_recounted(drawn):
    """Each square is what a reader counts; a combination class of two bands stands in both; safety plays no part."""
    kb = knowledge(drawn)
    lines = by_band(kb)
    assert set(lines) == set(ABOVE) - DELICATE
    for theme_id, line in lines.items():
        found = [bands_of(one) for one in kb.reports.values() if carries(one, theme_id, DELICATE)]
        assert line.cells == tuple(sum(band in told for told in found) for band in BANDS)
        assert line.unstated == sum(not told for told in found)
        assert line.total == len(found)


@given(REPORTS)
@settings(max_examples=examples(60))
def test_nothing_by_subgroup_depends_on_safety(drawn):
    """Take safety out of all reports, and no number by band, year group or session changes: nothing gives it back."""
    bare = [([own for own in themes if own not in DELICATE], *others) for themes, *others in drawn]
    kb, without = knowledge(drawn), knowledge(bare)
    assert by_band(kb) == by_band(without)
    for whole, part in ((kb.by_band, without.by_band), (kb.by_year_group, without.by_year_group)):
        for key, slugs in whole.items():
            assert most_present(kb, slugs, subgroup=True) == most_present(without, part[key], subgroup=True)
    for held, node in kb.sessions.items():
        now = most_present(without, without.sessions[held].reports, subgroup=True)
        assert most_present(kb, node.reports, subgroup=True) == now


def test_by_quadrant_safety_counts():
    """A quadrant is no subgroup of people: what is said on safety may be counted by it."""
    kb = knowledge([(["vertrouwen"], Quadrant.SOCIALISEREN, {"year_groups": (5,)}, None)])
    assert by_quadrant(kb)["veiligheid"].total == 1
    assert most_present(kb, kb.reports, subgroup=False) == (("vertrouwen", 1),)
    assert most_present(kb, kb.reports, subgroup=True) == ()


def test_a_theme_with_narrower_ones_is_not_most_present():
    """A number leads to a list, and the list of a theme with narrower ones holds theirs too."""
    kb = knowledge([(["samen-leren", "uitwisselen"], None, {"year_groups": (5,)}, None)])
    assert most_present(kb, kb.reports, subgroup=False) == (("uitwisselen", 1),)


def test_companions_are_of_another_line():
    """A wide theme goes together with what its narrower ones go together with; those themselves are no company."""
    drawn = [
        (["vertrouwen", "rekenen"], None, {"year_groups": (5,)}, None),
        (["uitwisselen", "rekenen", "veiligheid"], None, {"year_groups": (5,)}, None),
    ]
    kb = knowledge(drawn)
    assert companions(kb, "samen-leren") == (("rekenen", 2),)
    assert dict(companions(kb, "rekenen")) == {"vertrouwen": 1, "uitwisselen": 1, "veiligheid": 1}
    assert dict(companions(kb, "veiligheid")) == {"rekenen": 2, "uitwisselen": 1}


def test_companions_are_reports_not_mentions():
    """Two themes occur together in as many reports as carry both, however often they are coded."""
    reports = [
        report("een", "==A.=={.uitwisselen} ==B.=={.uitwisselen}", ["rekenen"]),
        report("twee", themes=["rekenen", "uitwisselen", "vertrouwen"]),
    ]
    kb, _ = build_knowledge_base(corpus(themes=THEMES), [outline(one, VOCABULARY) for one in reports], VOCABULARY)
    assert companions(kb, "rekenen") == (("uitwisselen", 2), ("vertrouwen", 1))
