"""Generalisation: each equivalence class comes from at least `k` people, and no less is published than must be."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from endtoend.work import work_of
from laws import examples
from proefpraktijk.model.spiral import DEFAULT_BANDS, Quadrant, SessionId
from proefpraktijk.protect.k_anonymity.contributors import Provenance
from proefpraktijk.protect.k_anonymity.generalisation_steps import INTERVIEWS, GeneralisationStep, coordinates_on
from proefpraktijk.protect.k_anonymity.generalise import GeneralisationReason, PublishedCoordinates
from proefpraktijk.protect.k_anonymity.roster_limits import RosterLimits
from protect.k_anonymity.builders import (
    ANY,
    DAY,
    YEAR,
    K,
    Provenances,
    generalised,
    named,
    provenance,
)


def steps_of(*provenances: Provenance, limits: RosterLimits = ANY) -> list[GeneralisationStep]:
    """Return on which step each report stands."""
    return [each.step for each in generalised(named(*provenances), limits=limits).values()]


def contributors(provenances: list[Provenance]) -> int:
    """Return from how many people reports come for certain: counted here in another way than in the program."""
    return max(len({person for each in provenances for person in each.people}), *(each.number for each in provenances))


PROVENANCES = st.builds(
    provenance,
    groups=st.sampled_from([(1,), (2,), (4,), (5,), (5, 6), (7,), (8,)]),
    session=st.integers(1, 3),
    quadrant=st.sampled_from(["combineren", "socialiseren"]),
    number=st.sampled_from([0, 0, 0, 2, 4]),
).flatmap(
    lambda made: st.frozensets(st.integers(0, 7), max_size=2).map(
        lambda people: made._replace(people=people, number=max(made.number, len(people)))
    )
)
MANY = st.lists(PROVENANCES, max_size=14).map(lambda made: named(*made))


def test_enough_people_and_everything_is_published() -> None:
    """Reports of subgroups of three or more lose nothing, dates included."""
    made = generalised(named(provenance(number=3), provenance(1, 2, 3, 4, session=2)))
    assert [each.step for each in made.values()] == [GeneralisationStep(), GeneralisationStep()]
    assert all(each.why is None and each.safe and each.coordinates.member_check == DAY for each in made.values())


def test_the_session_goes_first() -> None:
    """Three people of one year group, each in another session: their year group stays, and so does the quadrant."""
    made = generalised(named(provenance(1, session=1), provenance(2, session=2), provenance(3, session=3)))
    for each in made.values():
        assert each.step == GeneralisationStep(session=1)
        assert each.coordinates.year_groups == (5,)
        assert each.coordinates.school_year == YEAR
        assert each.coordinates.session is None
        assert each.why is GeneralisationReason.TOO_FEW


def test_the_quadrant_goes_before_the_year_group() -> None:
    """Teachers look for their year group, so it is kept when giving up the quadrant helps."""
    quadrants = ("combineren", "socialiseren", "externaliseren")
    assert set(steps_of(*(provenance(n, quadrant=q) for n, q in enumerate(quadrants)))) == {
        GeneralisationStep(quadrant=1)
    }


def test_the_year_group_becomes_its_band() -> None:
    """Group 3, 4 and 5 have one teacher each: together they are the middenbouw."""
    made = generalised(named(*(provenance(n, groups=(n,)) for n in (3, 4, 5))))
    assert {each.coordinates.bands for each in made.values()} == {("middenbouw",)}
    assert {each.coordinates.year_groups for each in made.values()} == {()}
    assert {each.coordinates.session for each in made.values()} == {SessionId(YEAR, 1)}


def test_a_combination_group_becomes_both_its_bands() -> None:
    """Group 5/6 belongs to two bands, and both are published."""
    made = generalised(named(provenance(1, groups=(5, 6)), provenance(2, groups=(4, 7)), provenance(3, groups=(3, 8))))
    assert {each.coordinates.bands for each in made.values()} == {("middenbouw", "bovenbouw")}


def test_one_small_report_finds_company() -> None:
    """It keeps its year group because one other report, that can be spared, gives up its session with it."""
    made = list(generalised(named(provenance(1, session=2), provenance(number=6), provenance(number=6))).values())
    assert [each.step for each in made] == [
        GeneralisationStep(session=1),
        GeneralisationStep(session=1),
        GeneralisationStep(),
    ]
    assert [each.why for each in made] == [GeneralisationReason.TOO_FEW, GeneralisationReason.ACCOMPANIES, None]


def test_a_group_of_its_own_comes_along_as_a_whole() -> None:
    """Of three reports by three people none can be spared alone."""
    made = steps_of(provenance(1, session=2), provenance(2), provenance(3), provenance(4))
    assert set(made) == {GeneralisationStep(session=1)}


@pytest.mark.parametrize(
    "provenances",
    [
        [provenance(1)],
        [provenance(1), provenance(1, groups=(2,)), provenance(1, session=2)],
        [provenance(), provenance(number=2), provenance(1, 2)],
    ],
)
def test_too_few_people_and_nothing_is_published(provenances: list[Provenance]) -> None:
    """One report by one person, all reports by one person, reports by nobody known: no promise, and it says so."""
    for each in generalised(named(*provenances)).values():
        assert each.step == GeneralisationStep(2, 1, 2)
        assert not any(each.coordinates)
        assert not each.safe


def test_no_reports() -> None:
    """Then there is nothing to publish."""
    assert generalised({}) == {}


def test_k_larger_than_the_community() -> None:
    """Nothing is published of any report."""
    made = generalised(named(provenance(number=8), provenance(number=9)), k=20)
    assert not any(coordinate for each in made.values() for coordinate in each.coordinates)


def test_numbers_of_several_reports_are_not_added_up() -> None:
    """Two and two people may be the same two."""
    assert set(steps_of(provenance(number=2), provenance(number=2))) == {GeneralisationStep(2, 1, 2)}
    assert set(steps_of(provenance(1, 2), provenance(2, 3))) == {GeneralisationStep()}


def test_dates_only_where_every_report_of_the_class_has_enough_people() -> None:
    """Few reports share a date, so it would single out the one report of two people among them."""
    made = generalised(named(provenance(1, 2), provenance(number=5)))
    assert {each.step for each in made.values()} == {GeneralisationStep()}
    assert {(each.coordinates.date, each.coordinates.member_check) for each in made.values()} == {(None, None)}


def test_the_roster_has_the_last_word() -> None:
    """A year group that too few teach is not published however many people a report comes from."""
    limits = RosterLimits(frozenset({7, 8}), frozenset({"bovenbouw"}))
    made = [provenance(number=9), provenance(number=9, groups=(5, 7)), provenance(number=9, groups=(2, 3), session=2)]
    assert steps_of(*made, limits=limits) == [GeneralisationStep(), GeneralisationStep(2, 0, 0), GeneralisationStep()]
    assert steps_of(*made, limits=RosterLimits(frozenset({5})))[:2] == [
        GeneralisationStep(1, 0, 0),
        GeneralisationStep(1, 0, 0),
    ]


def test_interviews_publish_band_and_quadrant_at_most() -> None:
    """Their quadrant, by which their passages are shown, is kept longest."""
    people = (provenance(1, groups=(1,)), provenance(2, groups=(5,)), provenance(3, groups=(8,)))
    made = generalised(named(*people), INTERVIEWS)
    assert {each.step for each in made.values()} == {GeneralisationStep(2, 0, 2)}
    many = generalised(named(*(provenance(n, groups=(5,)) for n in range(3))), INTERVIEWS)
    assert {each.coordinates for each in many.values()} == {
        coordinates_on(provenance(), GeneralisationStep(1, 0, 2), DEFAULT_BANDS)
    }


def facts(published: PublishedCoordinates) -> list[tuple[str, object]]:
    """Return the facts a reader can filter on or read off, each with what kind it is; what is left out is one too."""
    at = published.coordinates
    return [
        ("groups", at.year_groups or at.bands),
        ("session", at.session or at.school_year),
        ("quadrant", at.quadrant),
        ("dates", at.member_check is None),
    ]


@settings(max_examples=examples(150))
@given(MANY)
def test_every_published_combination_has_k_contributors(provenances: Provenances) -> None:
    """Every single fact, pair, triple: counted afresh, by brute force; a year group in a combination group too."""
    made = generalised(provenances)
    if contributors(list(provenances.values()) or [provenance()]) < K:
        assert not any(any(each.coordinates) for each in made.values())
        return
    classes: dict[object, list[Provenance]] = {}
    for path, published in made.items():
        assert published.safe
        mine = facts(published)
        for size in range(len(mine) + 1):
            for combination in itertools.combinations(mine, size):
                classes.setdefault(combination, []).append(provenances[path])
        for group in published.coordinates.year_groups:
            classes.setdefault(group, []).append(provenances[path])
    assert all(contributors(members) >= K for members in classes.values())


@settings(max_examples=examples(100))
@given(MANY)
def test_no_report_can_publish_one_level_more(provenances: Provenances) -> None:
    """What "least" means: one coordinate of one report one step more precise, and some equivalence class is below `k`."""
    made = generalised(provenances)
    for path, published in made.items():
        for finer in published.step.finer():
            better = {key: each.coordinates[:5] for key, each in made.items()}
            better[path] = coordinates_on(provenances[path], finer, DEFAULT_BANDS)[:5]
            classes: dict[object, list[Provenance]] = {}
            for key, coordinates in better.items():
                classes.setdefault(coordinates, []).append(provenances[key])
            assert min(map(contributors, classes.values())) < K


@settings(max_examples=examples(60))
@given(MANY)
def test_without_any_one_report_the_rule_still_holds(provenances: Provenances) -> None:
    """A report that is withdrawn leaves no equivalence class behind that is too small: all is decided anew."""
    for gone in provenances:
        rest = {path: each for path, each in provenances.items() if path != gone}
        classes: dict[object, list[Provenance]] = {}
        for path, published in generalised(rest).items():
            classes.setdefault(published.coordinates[:5], []).append(rest[path])
        if rest and contributors(list(rest.values())) >= K:
            assert min(map(contributors, classes.values())) >= K
        else:
            assert all(not any(coordinates) for coordinates in classes)  # type: ignore[call-overload]


@settings(max_examples=examples(60))
@given(MANY, st.randoms(use_true_random=False))
def test_the_order_of_the_reports_does_not_matter(provenances: Provenances, chance: Any) -> None:
    """The folder may be read in any order."""
    paths = list(provenances)
    chance.shuffle(paths)
    assert generalised({path: provenances[path] for path in paths}) == generalised(provenances)


@settings(max_examples=examples(60))
@given(MANY, st.frozensets(st.integers(1, 8)))
def test_what_the_roster_forbids_is_never_published(provenances: Provenances, groups: frozenset[int]) -> None:
    """Neither as a year group nor as a band: here a band is forbidden when all its year groups are."""
    bands = frozenset(band.id for band in DEFAULT_BANDS if groups.issuperset(range(band.first, band.last + 1)))
    for published in generalised(provenances, limits=RosterLimits(groups, bands)).values():
        assert groups.isdisjoint(published.coordinates.year_groups)
        assert bands.isdisjoint(published.coordinates.bands)


def test_thousands_of_reports_are_work_in_proportion() -> None:
    """Twice as many reports, of which hardly any two are alike, are twice as much work."""

    def work(reports: int) -> int:
        spread = named(
            *(
                provenance(n % 900, groups=(1 + n % 8,), session=1 + n % 90, quadrant=list(Quadrant)[n % 4])
                for n in range(reports)
            )
        )
        return work_of(lambda: generalised(spread))

    assert work(5000) < 2.5 * work(2500)
