"""Roster limits: what too few people on the roster have is never published."""

from __future__ import annotations

from typing import Any

import pytest

from proefpraktijk.model.spiral import DEFAULT_BANDS
from proefpraktijk.protect.k_anonymity.roster_limits import (
    RosterLimits,
    Shortfall,
    ShortfallKind,
    limits_of,
    shortfalls,
)
from protect.k_anonymity.builders import (
    K,
    teachers,
)
from protect.support import demo_roster, roster


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


def test_year_groups_that_too_few_teach_together() -> None:
    """Whoever is the only teacher of "groep 3/4" is found by it, however many teach 3 or 4: then the first is published."""
    known = teachers((3, 4), (3,), (3,), (4,), (4,), (5,), (5,), (5,), (6,), (6,), (6,), (1, 2), (1, 2), (1, 2))
    limits = limits_of(known, (1, 2, 3, 4, 5, 6), DEFAULT_BANDS[:2], K)
    assert limits == RosterLimits(together=frozenset({frozenset({3, 4})}))
    assert [limits.side_by_side(groups) for groups in ((3, 4), (1, 2), (5, 6), (3, 4, 5), (4,))] == [
        (3,), (1, 2), (5, 6), (3, 4, 5), (4,),
    ]  # fmt: skip
    assert Shortfall(ShortfallKind.TOGETHER, "3/4", 1) in list(shortfalls(known, range(1, 7), DEFAULT_BANDS[:2], K))
