"""Related reports: what each reason weighs, in which order they come, and which reports are weighed at all."""

from math import log

import pytest

from link.writing import report, session_id, theme
from proefpraktijk.link import Vocabulary, outline
from proefpraktijk.link.related import related
from proefpraktijk.model.knowledge import ReasonKind
from proefpraktijk.model.spiral import Quadrant

VOCABULARY = Vocabulary((theme("groepsplan"), theme("veiligheid"), theme("rekenen")))
RARE = log(1 + 3 / 2)
"""The weight of a theme that two of three reports carry."""


def found(*reports):
    """Return the related reports of each report."""
    return related([outline(one, VOCABULARY) for one in reports])


@pytest.mark.parametrize(
    ("mine", "other", "score"),
    [
        ({"themes": ["rekenen"]}, {"themes": ["rekenen"]}, RARE),
        ({"themes": ["rekenen"], "year_groups": (5,)}, {"themes": ["rekenen"], "year_groups": (5,)}, RARE + 0.8 + 1),
        (
            {"themes": ["rekenen"], "year_groups": (5, 6)},
            {"themes": ["rekenen"], "year_groups": (5, 6)},
            RARE + 2 * 0.8 + 1,
        ),
        (
            {"themes": ["rekenen"], "quadrant": Quadrant.COMBINEREN},
            {"themes": ["rekenen"], "quadrant": Quadrant.COMBINEREN},
            RARE + 0.4 + 1,
        ),
        (
            {"themes": ["rekenen"], "quadrant": Quadrant.COMBINEREN},
            {"themes": ["rekenen"], "quadrant": Quadrant.SOCIALISEREN},
            RARE,
        ),
        ({"themes": ["rekenen", "veiligheid"]}, {"themes": ["veiligheid", "rekenen"]}, 2 * RARE + 1),
        ({"markup": "==A.=={.rekenen}"}, {"markup": "==B.=={.rekenen}"}, 1.5 * RARE),
        ({"markup": "==A.=={.rekenen}"}, {"themes": ["rekenen"]}, RARE),
        (
            {"markup": "==A.=={.rekenen}", "year_groups": (5,)},
            {"markup": "==B.=={.rekenen}", "year_groups": (5, 6)},
            1.5 * RARE + 0.8 + 1,
        ),
    ],
)
def test_the_score_is_the_sum_of_the_reasons(mine, other, score):
    """A theme weighs as it is rare, coded in both half as much again; a year group 0.8, a quadrant 0.4, variety 1."""
    nothing = {"year_groups": (), "quadrant": None}
    (best,) = found(report("ik", **nothing | mine), report("ander", **nothing | other), report("los"))["ik"]
    assert (best.slug, best.score) == ("ander", pytest.approx(score))


def test_without_a_theme_in_common_nothing_is_related():
    """The same year group and quadrant are reasons, but not enough of one."""
    assert found(report("een", themes=["rekenen"]), report("twee", themes=["veiligheid"])) == {"een": (), "twee": ()}


def test_the_weightiest_reason_comes_first():
    """Each reason is given once, by its weight; a passage takes the place of its theme."""
    one = report("een", "==A.=={.groepsplan}", ["rekenen"], year_groups=(5,))
    other = report("twee", "==B.=={.groepsplan}", ["rekenen", "veiligheid"], year_groups=(5, 6))
    fillers = [report(f"vul-{n}", themes=["rekenen"], year_groups=(1,), quadrant=None) for n in range(4)]
    best = found(one, other, *fillers)["een"][0]
    assert [(reason.kind, reason.theme, reason.year_group) for reason in best.reasons] == [
        (ReasonKind.PASSAGE, "groepsplan", None),
        (ReasonKind.YEAR_GROUP, None, 5),
        (ReasonKind.THEME, "rekenen", None),
        (ReasonKind.QUADRANT, None, None),
    ]


@pytest.mark.parametrize("others", [4, 5, 6, 9])
def test_at_most_five_the_first_of_equals(others):
    """There are as many as there can be, five at most; of equal ones those that come first; never the report itself."""
    slugs = [f"v-{n}" for n in range(others + 1)]
    listed = found(*(report(slug, themes=["rekenen"]) for slug in slugs))
    for slug in slugs:
        assert [one.slug for one in listed[slug]] == [other for other in slugs if other != slug][:5]


def far_apart(distance, count):
    """Return whether two reports of a common theme, so far apart in order, are weighed against each other."""
    marked = (0, distance)
    reports = [
        report(f"v-{n:03}", themes=["rekenen"], quadrant=Quadrant.COMBINEREN if n in marked else None)
        for n in range(count)
    ]
    listed = found(*reports)
    weighed = [listed[f"v-{n:03}"][0].slug == f"v-{m:03}" for n, m in (marked, marked[::-1])]
    assert weighed[0] == weighed[1]
    return weighed[0]


def test_which_reports_are_weighed():
    """Of a theme that 64 reports carry all are weighed; of a more common one the eight on either side."""
    assert far_apart(63, 64)
    assert not far_apart(63, 65)
    assert far_apart(8, 65)
    assert not far_apart(9, 65)


def test_the_window_is_in_the_order_of_sessions():
    """Within a year group the reports of the sessions around are weighed, wherever they are in the list."""
    reports = [
        report(f"v-{n:03}", themes=["rekenen"], session=session_id(f"2025-2026-{n % 4 + 1}")) for n in range(160)
    ]
    listed = found(*reports)
    for n in range(60, 100):
        assert {int(one.slug[2:]) % 4 for one in listed[f"v-{n:03}"]} == {n % 4}


def test_reports_of_every_theme_are_weighed():
    """A report is found by any of its themes."""
    listed = found(
        report("ik", themes=["rekenen", "veiligheid"]),
        report("een", themes=["rekenen"]),
        report("twee", themes=["veiligheid"]),
    )
    assert {one.slug for one in listed["ik"]} == {"een", "twee"}
