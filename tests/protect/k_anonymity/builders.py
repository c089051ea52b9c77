"""Building provenances, rosters and front matter for the tests of k-anonymity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from proefpraktijk.dutch.lexicon import lexicon
from proefpraktijk.model.corpus import ReportMatter
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Place
from proefpraktijk.model.spiral import DEFAULT_BANDS, Quadrant, SchoolYear, SessionId
from proefpraktijk.protect.k_anonymity.contributors import Provenance
from proefpraktijk.protect.k_anonymity.generalisation_steps import REPORTS, GeneralisationSteps
from proefpraktijk.protect.k_anonymity.generalise import PublishedCoordinates, generalise
from proefpraktijk.protect.k_anonymity.roster_limits import RosterLimits
from proefpraktijk.protect.roster.register import Register
from proefpraktijk.read.front_matter.forms import from_values
from protect.support import roster

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


def register(people: Any) -> Register:
    """Return the register of a roster."""
    return Register(people, lexicon().rarity)


def matter(**written: Any) -> ReportMatter:
    """Return the front matter of a report."""
    made_up = {"title": "Een les", "year_group": [5], "session": "2025-2026-1", "quadrant": "socialiseren"}
    return from_values(ReportMatter, made_up | written)


def teachers(*groups: tuple[int, ...]) -> Any:
    """Return a roster of three schools with teachers of these year groups."""
    people = [{"name": f"Jet Aarts{n}", "role": "leerkracht", "year_groups": list(g)} for n, g in enumerate(groups)]
    return roster(*people, schools=[{"name": f"De {tree}"} for tree in ("Linde", "Eik", "Wilg")])


WHERE = Place(ContentPath("content/reports/r0000.md"), 2, 7)
