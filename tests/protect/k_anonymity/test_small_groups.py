"""Small groups: published coordinates always fit at least `k` people, and no less is published than must be."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from endtoend.work import ends_within_budget, work_of
from laws import examples
from proefpraktijk.dutch.lexicon import lexicon
from proefpraktijk.model.corpus import CommunityMatter, Entry, InterviewMatter, ReportMatter, SessionMatter, Source
from proefpraktijk.model.document import Block, BlockKind, Document, Run, Target, TargetKind
from proefpraktijk.model.paths import ContentPath, Slug
from proefpraktijk.model.problem import Place, Severity
from proefpraktijk.model.safe import EarlierSlug
from proefpraktijk.model.spiral import DEFAULT_BANDS, Quadrant, SchoolYear, SessionId
from proefpraktijk.model.text import RawText
from proefpraktijk.protect.k_anonymity.contributors import Provenance, provenance_of
from proefpraktijk.protect.k_anonymity.coordinates_in_text import (
    NOTHING_STATED,
    StatedCoordinates,
    stated_in,
    stated_in_slug,
)
from proefpraktijk.protect.k_anonymity.generalisation_steps import (
    INTERVIEWS,
    REPORTS,
    GeneralisationStep,
    GeneralisationSteps,
    coordinates_on,
)
from proefpraktijk.protect.k_anonymity.generalise import GeneralisationReason, PublishedCoordinates, generalise
from proefpraktijk.protect.k_anonymity.roster_limits import (
    RosterLimits,
    Shortfall,
    ShortfallKind,
    limits_of,
    shortfalls,
)
from proefpraktijk.protect.k_anonymity.small_groups import (
    SmallGroups,
    earlier_slugs_kept,
    warn_of_session_links,
    warn_of_stated_coordinates,
)
from proefpraktijk.protect.roster.register import Register
from proefpraktijk.read.front_matter.forms import from_values
from protect.support import airlock, demo_roster, report, roster, shown

K = 3
DAY = dt.date(2025, 11, 3)
YEAR = SchoolYear(2025)
ANY = RosterLimits()
"""A roster that forbids nothing."""

Provenances = Mapping[ContentPath, Provenance]


def provenance(*people: int, groups: tuple[int, ...] = (5,), session: int = 1, quadrant: str = "socialiseren", number: int = 0) -> Provenance:  # fmt: skip
    """Return a report by these people of the roster, or by `number` people."""
    return Provenance(
        groups, SessionId(YEAR, session), Quadrant(quadrant), DAY, DAY, frozenset(people), max(number, len(people))
    )


def named(*provenances: Provenance) -> dict[ContentPath, Provenance]:
    """Return reports by their paths."""
    return {ContentPath(f"content/reports/r{n:04}.md"): each for n, each in enumerate(provenances)}


def generalised(provenances: Provenances, steps: GeneralisationSteps = REPORTS, limits: RosterLimits = ANY, k: int = K) -> dict[ContentPath, PublishedCoordinates]:  # fmt: skip
    """Return what is published of these reports."""
    return generalise(provenances, steps, DEFAULT_BANDS, limits, k)


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


def register(people: Any) -> Register:
    """Return the register of a roster."""
    return Register(people, lexicon().rarity)


def matter(**written: Any) -> ReportMatter:
    """Return the front matter of a report."""
    made_up = {"title": "Een les", "year_group": [5], "session": "2025-2026-1", "quadrant": "socialiseren"}
    return from_values(ReportMatter, made_up | written)


@pytest.mark.parametrize(
    ("written", "people", "number"),
    [
        ({"participants": 7, "authors": ["Anouk Terpstra"]}, 1, 7),
        ({"participants": 1, "authors": ["Anouk Terpstra", "Joost Hendrikx"]}, 2, 2),
        ({"authors": ["Anouk Terpstra"], "participants": ["Anouk", "Joost Hendrikx"], "facilitator": ["J. Bos"]}, 2, 3),
        ({"authors": ["Sjoukje Wierstra"], "participants": ["SJOUKJE WIERSTRA"]}, 0, 1),
        ({"authors": ["De Wilgenhof"]}, 0, 0),
        ({"participants": ["de kinderen", "De ouders", "groep 3", "Team bovenbouw", "vader van Sem", "sem"]}, 0, 0),
        ({"participants": ["Wietske Jagersma", "W. Jagersma", "juf Wietske", "W.J.", "Jagersma"]}, 0, 1),
        ({"participants": ["Wietske Jagersma", "Rembrand Jagersma", "Meester Tjalling"]}, 0, 3),
        ({"authors": ["Anouk Terpstra"], "participants": ["A. Terpstra"]}, 1, 1),
        ({}, 0, 0),
    ],
)
def test_contributors_are_distinct_people(written: dict[str, object], people: int, number: int) -> None:
    """Each counts once however the name is written; strangers and a bare number count for their own report only."""
    found = provenance_of(matter(**written), register(demo_roster()))
    assert (len(found.people), found.number) == (people, number)


def test_a_name_of_two_people_is_the_one_at_the_reports_school() -> None:
    """Without a school it proves that somebody was there, not who."""
    schools = ({"name": "De Linde"}, {"name": "De Eik"})
    two = roster(
        {"name": "Jet Aarts", "role": "leerkracht", "school": "De Linde"},
        {"name": "Jet Bos", "role": "leerkracht", "school": "De Eik"},
        schools=schools,
    )
    assert provenance_of(matter(authors=["Jet"], school="De Eik"), register(two)).people == {1}
    unsure = provenance_of(matter(authors=["Jet"]), register(two))
    assert (unsure.people, unsure.number) == (frozenset(), 1)
    both = provenance_of(matter(authors=["Jet", "Jet Bos"]), register(two))
    assert (both.people, both.number) == ({1}, 1)


def test_pupils_and_parents_are_no_contributors() -> None:
    """Nobody hides among the children of a class, by whatever form of their names; nor behind a name that may be one."""
    people = roster(
        {"name": "Marit Hoekema", "role": "leerkracht"},
        {"name": "Sem Jonkman", "role": "leerling"},
        {"name": "Nour Sallami", "role": "ouder"},
        {"name": "Sem Wijbenga", "role": "leerkracht"},
    )
    written = matter(authors=["Marit Hoekema", "Sem Jonkman", "Nour Sallami"], participants=["Sem", "S. Jonkman"])
    found = provenance_of(written, register(people))
    assert (found.people, found.number) == ({0}, 1)


def test_who_is_named_in_public_hides_nobody() -> None:
    """So a public author does not count."""
    open_handed = roster(
        {"name": "Jet Aarts", "role": "expert", "public": True}, {"name": "Bo Smit", "role": "leerkracht"}
    )
    found = provenance_of(matter(authors=["Jet Aarts", "Bo Smit"]), register(open_handed))
    assert (len(found.people), found.number) == (1, 1)


def test_an_interview_comes_from_its_respondent() -> None:
    """Who asked the questions is not hidden among those who answered."""
    made_up = {"title": "Een gesprek", "year_group": [5], "session": "2025-2026-1", "quadrant": "socialiseren"}
    written = from_values(InterviewMatter, made_up | {"respondent": "Anouk Terpstra", "authors": ["Joost Hendrikx"]})
    found = provenance_of(written, register(demo_roster()))
    assert (len(found.people), found.number) == (1, 1)


def teachers(*groups: tuple[int, ...]) -> Any:
    """Return a roster of three schools with teachers of these year groups."""
    people = [{"name": f"Jet Aarts{n}", "role": "leerkracht", "year_groups": list(g)} for n, g in enumerate(groups)]
    return roster(*people, schools=[{"name": f"De {tree}"} for tree in ("Linde", "Eik", "Wilg")])


def test_year_groups_that_too_few_teach() -> None:
    """A teacher of a combination group counts for both; a band counts its teachers once."""
    known = teachers((1,), (1, 2), (1, 2), (2,), (3,), (4,), (5,), (6,), (7,))
    assert limits_of(known, (1, 2, 3, 4, 5, 6, 7, 8), DEFAULT_BANDS, K) == RosterLimits(
        frozenset({3, 4, 5, 6, 7, 8}), frozenset({"bovenbouw"}), frozenset({frozenset({1, 2})})
    )


@pytest.mark.parametrize("people", [roster(), roster("Bo"), roster({"name": "Jet Aarts", "role": "leerkracht"})])
def test_a_roster_without_year_groups_forbids_none(people: Any) -> None:
    """It cannot be weighed then, and that is published."""
    assert limits_of(people, range(1, 9), DEFAULT_BANDS, K) == RosterLimits()
    assert Shortfall(ShortfallKind.UNKNOWN, "", 0) in list(shortfalls(people, range(1, 9), DEFAULT_BANDS, K))


def test_what_a_community_is_too_small_for() -> None:
    """Schools, teachers, year groups, bands and roles, each with how many there are."""
    small = roster(
        {"name": "Jet Aarts", "role": "leerkracht", "year_groups": [1]},
        {"name": "Bo Smit", "role": "directeur"},
        schools=[{"name": "De Linde"}],
    )
    found = list(shortfalls(small, (1, 2), DEFAULT_BANDS[:1], K))
    assert found == [
        (ShortfallKind.SCHOOLS, "", 1), (ShortfallKind.TEACHERS, "", 1), (ShortfallKind.YEAR_GROUP, "1", 1), (ShortfallKind.YEAR_GROUP, "2", 0),
        (ShortfallKind.BAND, "onderbouw", 1), (ShortfallKind.ROLE, "directeur", 1),
    ]  # fmt: skip
    assert {short.kind for short in shortfalls(demo_roster(), range(1, 9), DEFAULT_BANDS, K)} == {
        ShortfallKind.TOGETHER
    }


def test_who_is_public_by_name_counts_for_no_limit() -> None:
    """Nobody hides behind them: not as a teacher, of a year group, of a combination, of a band, or in a role."""
    seen = {"role": "leerkracht", "year_groups": [1, 2], "public": True}
    public = [{"name": f"Jet Aarts{n}", **seen} for n in range(K)]
    heads = [{"name": f"Bo Smit{n}", "role": "directeur", "public": n > 0} for n in range(K)]
    trees = [{"name": f"De {tree}"} for tree in ("Linde", "Eik", "Wilg")]
    known = roster(*public, *heads, {"name": "Ann Bos", "role": "leerkracht", "year_groups": [1, 2]}, schools=trees)
    assert list(shortfalls(known, (1, 2), DEFAULT_BANDS[:1], K)) == [
        (ShortfallKind.TEACHERS, "", 1), (ShortfallKind.YEAR_GROUP, "1", 1), (ShortfallKind.YEAR_GROUP, "2", 1), (ShortfallKind.TOGETHER, "1/2", 1),
        (ShortfallKind.BAND, "onderbouw", 1), (ShortfallKind.ROLE, "directeur", 1),
    ]  # fmt: skip
    only = roster(*public, schools=trees)
    assert list(shortfalls(only, (1, 2), DEFAULT_BANDS[:1], K)) == [
        (ShortfallKind.TEACHERS, "", 0),
        (ShortfallKind.UNKNOWN, "", 0),
    ]


def test_exactly_k_are_enough() -> None:
    """`k` schools, teachers, teachers of a year group, of a combination, of a band, and head teachers kind nothing."""
    heads = [{"name": f"Bo Smit{n}", "role": "directeur"} for n in range(K)]
    taught = [{"name": f"Jet Aarts{n}", "role": "leerkracht", "year_groups": [1, 2]} for n in range(K)]
    known = roster(*taught, *heads, schools=[{"name": f"De {tree}"} for tree in ("Linde", "Eik", "Wilg")])
    assert not list(shortfalls(known, (1, 2), DEFAULT_BANDS[:1], K))


def test_a_role_that_few_have_is_not_published() -> None:
    """The only head teacher of the community would be known by that word; one of eight would not."""
    one = roster({"name": "Bo Smit", "role": "directeur"}, {"name": "Jet Aarts", "role": "leerkracht"})
    few = airlock(one).report(report("Toen kwam Bo Smit binnen met Jet Aarts."))
    assert few.safe is not None
    assert shown(few.safe.body) == "Toen kwam [collega] binnen met [leerkracht]."
    many = airlock(demo_roster()).report(report("Toen kwam Harm-Jan Wolthuis binnen."))
    assert many.safe is not None
    assert shown(many.safe.body) == "Toen kwam [directeur] binnen."


@pytest.mark.parametrize(
    ("text", "group", "session"),
    [
        ("Dit was in groep 5.", 12, 0),
        ("Bij ons in groepen 4 t/m 6 ging het zo.", 12, 0),
        ("Wij deden dit met Groep vijf/zes.", 19, 0),
        ("In groep 4 lukte het.", 0, 0),
        ("We begonnen na bijeenkomst 1 ermee.", 0, 16),
        ("Tijdens de eerste bijeenkomst zei [leerkracht] niets.", 0, 12),
        ("De tweede bijeenkomst en groep 6.", 0, 0),
        ("Vijf kinderen in een groepje van 5.", 0, 0),
    ],
)
def test_a_text_that_says_it_itself(text: str, group: int, session: int) -> None:
    """Its first column that names the report's own year group (5) or session (1); 0: it does not."""
    said = stated_in(report(text))
    assert (said.group.column if said.group else 0, said.session.column if said.session else 0) == (group, session)


SEVENTH = (
    "De zevens zongen.", "Zevendegroepers zongen.", "7e-groepers zongen.", "In gr. 7 wel.", "In gr 7 wel.", "In groep-7 wel.",
    "In groepen 6, 7 en 8 wel.", "In groep 6 tot en met 8 wel.", "In groep 6 & 7 wel.", "In groep  7 wel.",
    "In groep\u00a07 wel.", "In groep 7b wel.", "De groep 7-ers zongen.", "In de zevende groep wel.",
)  # fmt: skip
THIRD = (
    "Na de 3e bijeenkomst.", "Na bijeenkomst drie.", "De derde bijeenkomst.", "De derde  bijeenkomst.", "Na bijeenkomst-3.",
    "Na bijeenkomsten 2 t/m 4.", "Na bijeenkomst 1, 2 en 3.",
)  # fmt: skip


def test_the_many_ways_to_say_it() -> None:
    """In figures and words, in a row, shortened, and across a change of style."""
    seven: dict[str, Any] = {"year_group": [7], "session": "2025-2026-3"}
    assert [text for text in SEVENTH if not stated_in(report(text, **seven)).group] == []
    assert [text for text in THIRD if not stated_in(report(text, **seven)).session] == []
    for text in ("In groep 3 en 8 wel.", "In groep 2025.", "Met zes kinderen.", "Groep 6-ers en bijeenkomst 2."):
        assert stated_in(report(text, **seven)) == StatedCoordinates()
    one: dict[str, Any] = {"session": "2025-2026-1"}
    assert stated_in(report("Na bijeenkomst een.", **one)).session
    assert not stated_in(report("In de bijeenkomst een gesprek.", **one)).session


def test_a_band_that_is_not_published() -> None:
    """Stating it is a warning only then: where the band is published, the text states no more."""
    said = stated_in(report("Onze bovenbouwers zongen.", year_group=[7]), DEFAULT_BANDS)
    assert said.band
    assert not stated_in(report("De middenbouw zong.", year_group=[7]), DEFAULT_BANDS).band
    made = named(provenance(1, groups=(7,))._replace(stated=said))
    for step, warned in ((GeneralisationStep(2, 1, 2), True), (GeneralisationStep(1, 1, 2), False)):
        published = {path: generalised(made)[path]._replace(step=step) for path in made}
        assert bool(list(warn_of_stated_coordinates(made, published))) == warned


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Wij zaten in het kwadrant socialiseren.", 18),
        ("Het kwadrant van het ‘Socialiseren’ dus.", 5),
        ("In de socialisatiefase ging het over sommen.", 7),
        ("De socialiseer-fase duurde lang.", 4),
        ("Kinderen leren socialiseren in een fase van rust.", 0),
        ("In het kwadrant combineren niet.", 0),
        ("Na 2025-2026-1 ging het beter.", 0),
    ],
)
def test_a_quadrant_by_name(text: str, column: int) -> None:
    """Its column where the text says that it means the quadrant; its verb alone is an everyday word."""
    said = stated_in(report(text)).quadrant
    assert (said.column if said else 0) == column


WHERE = Place(ContentPath("content/reports/r0000.md"), 2, 7)


@pytest.mark.parametrize(
    ("slug", "stated"),
    [
        ("groep-5-rekent", {"group"}),
        ("rekenen-in-groep5", {"group"}),
        ("groep-5-6", {"group"}),
        ("groep-vier-vijf", {"group"}),
        ("groep-3-en-5", {"group"}),
        ("groepen-3-t-m-6", {"group"}),
        ("tempotoets-van-bijeenkomst-1", {"session"}),
        ("tempotoets-na-bijeenkomst1", {"session"}),
        ("de-eerste-bijeenkomst", {"session"}),
        ("tempotoets-2025-2026-1", {"session"}),
        ("kwadrant-socialiseren", {"quadrant"}),
        ("de-middenbouw-rekent", {"band"}),
        ("groep-5-in-bijeenkomst-1-socialiseren", {"group", "session"}),
        ("in-de-bijeenkomst-een-gesprek", set()),
        ("in-vijven-door-groep-6", set()),
        ("vijf-kinderen-en-1-bijeenkomst", set()),
        ("tempotoets-2025-2026-10", set()),
    ],
)
def test_a_slug_that_says_it(slug: str, stated: set[str]) -> None:
    """Hyphens are read as spaces, and as "up to"; all is reported at the slug's own place."""
    said = stated_in_slug(Slug(slug), WHERE, matter(), DEFAULT_BANDS)
    assert {what: place for what, place in said._asdict().items() if place} == dict.fromkeys(stated, WHERE)


def test_a_slug_that_states_more_than_is_published_is_a_warning() -> None:
    """One for the slug the writer chose, and one for each earlier slug, which does not lead on; none when all is published."""
    quiet, loud = (EarlierSlug(Slug(slug), WHERE._replace(line=n)) for n, slug in enumerate(("rustig", "groep-5"), 3))
    lone = provenance(1)._replace(
        slug=StatedCoordinates(group=WHERE, session=WHERE, quadrant=WHERE),
        earlier=((quiet, NOTHING_STATED), (loud, StatedCoordinates(group=loud.place))),
    )
    for each, warned, kept in (
        (lone, [("PP514", WHERE), ("PP516", loud.place)], (quiet,)),
        (lone._replace(number=5), [], (quiet, loud)),
    ):
        made = named(each)
        published = generalised(made)
        assert [(problem.rule, problem.place) for problem in warn_of_stated_coordinates(made, published)] == warned
        assert earlier_slugs_kept((quiet, loud), each, *published.values()) == kept


def test_the_slugs_of_a_report_are_read() -> None:
    """The one its writer chose at its own place, also beside a title that says nothing; the title as part of the text."""
    slugs = {"slug": RawText("na-bijeenkomst-1", 8, 24), "earlier_slugs": (RawText("groep-5", 30, 37),)}
    found = airlock(roster()).report(report("Ze las een boek.", **slugs)).provenance
    assert found is not None
    assert (found.stated, found.slug.session is None, found.slug.group) == (NOTHING_STATED, False, None)
    assert [(old.slug, old.place == stated.group) for old, stated in found.earlier] == [("groep-5", True)]
    titled = airlock(roster()).report(report("Ze las een boek.", title="Rekenen in groep 5")).provenance
    assert titled is not None
    assert titled.stated.group
    assert titled.slug == NOTHING_STATED


@pytest.mark.parametrize(
    "text", ["groep 6, ", "groep ", "6 en ", "\u00a0", "gr-", "bijeenkomst 2 t/m ", "In groep 6. "]
)
def test_listening_is_work_in_proportion(text: str) -> None:
    """A report of a hundred thousand characters is read to its end, and twice as many are twice as much work."""
    assert ends_within_budget(lambda: stated_in(report(text * (100_000 // len(text))), DEFAULT_BANDS))
    some, many = report(text * 2000), report(text * 4000)
    assert work_of(lambda: stated_in(many, DEFAULT_BANDS)) < 2.5 * work_of(lambda: stated_in(some, DEFAULT_BANDS))


def test_toddlers_are_groups_1_and_2() -> None:
    """And only a report of these is betrayed by them."""
    assert stated_in(report("De kleuters zongen.", year_group=[2])).group
    assert not stated_in(report("De kleuters zongen.")).group


def test_a_text_that_states_more_than_is_published_of_it_is_a_warning() -> None:
    """Only when it is not published, and without a word of the text."""
    where = Place(ContentPath("content/reports/r0000.md"), 3, 7)
    loud = provenance(1)._replace(stated=StatedCoordinates(where, where, quadrant=where))
    alone = named(loud)
    problems = list(warn_of_stated_coordinates(alone, generalised(alone)))
    assert [(problem.rule, problem.place, problem.severity) for problem in problems] == [
        ("PP514", where, Severity.WARNING)
    ] * 3
    many = named(loud._replace(number=5))
    assert not list(warn_of_stated_coordinates(many, generalised(many)))


def test_year_groups_that_too_few_teach_together() -> None:
    """Whoever is the only teacher of "groep 3/4" is found by it, however many teach 3 or 4: then the first is published."""
    known = teachers((3, 4), (3,), (3,), (4,), (4,), (5,), (5,), (5,), (6,), (6,), (6,), (1, 2), (1, 2), (1, 2))
    limits = limits_of(known, (1, 2, 3, 4, 5, 6), DEFAULT_BANDS[:2], K)
    assert limits == RosterLimits(together=frozenset({frozenset({3, 4})}))
    assert [limits.side_by_side(groups) for groups in ((3, 4), (1, 2), (5, 6), (3, 4, 5), (4,))] == [
        (3,), (1, 2), (5, 6), (3, 4, 5), (4,),
    ]  # fmt: skip
    assert Shortfall(ShortfallKind.TOGETHER, "3/4", 1) in list(shortfalls(known, range(1, 7), DEFAULT_BANDS[:2], K))


@pytest.mark.parametrize(("text", "warned"), [("Wij van groep 3/4.", True), ("In groep 3 en in groep 4 niet.", False)])
def test_a_text_that_says_it_of_two_year_groups(text: str, warned: bool) -> None:  # noqa: FBT001
    """Of a class that few teach the first year group is published: a text that names both in one phrase is a warning."""
    community = from_values(CommunityMatter, {"name": "Vereniging", "k": K})
    few = SmallGroups(community, teachers((3, 4), (3,), (3,), (4,), (4,)))
    made = named(
        provenance(3)._replace(year_groups=(3, 4), number=5, stated=stated_in(report(text, year_group=[3, 4])))
    )
    published = few.generalise(made)
    assert [each.coordinates.year_groups for each in published.values()] == [(3,)]
    assert bool(list(warn_of_stated_coordinates(made, published))) == warned


def test_a_session_that_links_to_a_report_whose_session_is_not_published() -> None:
    """Its link says which session the report is of: a warning at the link, and none when it is published."""
    target = Target(TargetKind.REPORT, RawText("content/reports/r0000.md"))
    runs = (Run(RawText("Zie ", 0, 4)), Run(RawText("dit", 4, 7), link=target))
    path = ContentPath("content/sessions/2025-2026-1.md")
    written = from_values(
        SessionMatter, {"school_year": "2025-2026", "number": 1, "title": "Een", "date": "2025-10-01"}
    )
    session = Entry(written, Document((Block(BlockKind.PARAGRAPH, runs),)), Source(path, "Zie dit"))
    lone, many = generalised(named(provenance(1))), generalised(named(provenance(number=5)))
    assert [problem.place for problem in warn_of_session_links([session], lone)] == [Place(path, 1, 5)]
    assert not list(warn_of_session_links([session], many))
