"""`proefpraktijk check --risk`: how small the published equivalence classes are, what was generalised, and why."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.safe import Coordinates
from proefpraktijk.pipeline.link_stage import Generalisations
from proefpraktijk.protect import (
    INTERVIEWS,
    REPORTS,
    GeneralisationReason,
    GeneralisationStep,
    PublishedCoordinates,
    RiskGroup,
    risk_groups,
)
from proefpraktijk.wording import Wording, msg

from .console import UserOutput

_SMALLEST = 10
"""Equivalence classes listed at most."""

_KEYS = ("year_group", "quadrant", "session")
_LEVELS = (("named", "band", "not_named"), ("named", "not_named"), ("named", "school_year", "not_named"))
"""The outcome for each coordinate by its level (`GeneralisationStep`)."""


@dataclass(frozen=True, slots=True)
class RiskReport:
    """The published equivalence classes of a community's reports and interviews, and what it has too few of for `k`."""

    k: int
    published: Generalisations

    @property
    def holds(self) -> bool:
        """Whether every published equivalence class comes from at least `k` distinct people."""
        return _all_safe(self.published.reports) and _all_safe(self.published.interviews)

    def as_json(self, shown: Callable[[str], str]) -> str:
        """Return the report as JSON; paths as `shown` gives them."""
        report = {
            "k": self.k,
            "holds": self.holds,
            "school": "not_named",
            "reports": _counted(self.published.reports, shown),
            "interviews": _counted(self.published.interviews, shown),
            "too_few": [{"what": s.kind.value, "which": s.which, "there": s.number} for s in self.published.shortfalls],
        }
        return json.dumps(report, ensure_ascii=False, indent=2)

    def show(self, to_user: UserOutput, shown: Callable[[str], str]) -> None:
        """Write the report for people; paths as `shown` gives them."""
        words = to_user.wording
        to_user.write_heading(words.t("Smallest published groups (each must come from {k} people at least)", k=self.k))
        for generalised, many in ((self.published.reports, _reports), (self.published.interviews, _interviews)):
            for group in risk_groups(generalised.values())[:_SMALLEST]:
                people = words.n("{count} person", "{count} people", group.people)
                to_user.write(f"  {people}, {many(words, group.reports)}: {_named(words, group.coordinates)}")
        if not self.published.reports:
            to_user.write("  " + words.t("No report would be published."))
        to_user.write_heading(words.t("What was made more general, and why"))
        to_user.write("  " + words.t("The school is never named, nor the session of an interview."))
        for generalised, from_step in (
            (self.published.reports, REPORTS[0]),
            (self.published.interviews, INTERVIEWS[0]),
        ):
            for path, each in sorted(generalised.items()):
                if each.why:
                    to_user.write(f"  {shown(path)}: {_changes(words, each.why, each.step, from_step)}")
        to_user.write_heading(words.t("What this community is too small for"))
        for line in self._lacks(words):
            to_user.write("  " + line)

    def _lacks(self, words: Wording) -> Iterator[str]:
        if not _all_safe(self.published.reports):
            yield words.t(
                "Fewer than {k} people are behind all reports together. Nothing is told of where these come from, "
                "and yet no promise can be made.",
                k=self.k,
            )
        if not _all_safe(self.published.interviews):
            yield words.t(
                "Fewer than {k} people are behind all interviews together. Nothing is told of where these come from, "
                "and yet no promise can be made.",
                k=self.k,
            )
        for short in self.published.shortfalls:
            yield words.t(_LACKS[short.kind.value], which=short.which, there=short.number, k=self.k)
        if self.holds and not self.published.shortfalls:
            yield words.t("Nothing that the roster tells of.")


def _all_safe(generalised: Mapping[ContentPath, PublishedCoordinates]) -> bool:
    return all(each.safe for each in generalised.values())


def _counted(generalised: Mapping[ContentPath, PublishedCoordinates], shown: Callable[[str], str]) -> dict[str, Any]:
    return {
        "published": len(generalised),
        "smallest_groups": [_group(group) for group in risk_groups(generalised.values())[:_SMALLEST]],
        "generalised": [
            {"path": shown(path), **_levels(each.step), "rule": each.why.value}
            for path, each in sorted(generalised.items())
            if each.why
        ],
    }


def _group(group: RiskGroup) -> dict[str, Any]:
    published = group.coordinates
    return {
        "year_groups": published.year_groups,
        "bands": published.bands,
        "session": str(published.session) if published.session else None,
        "school_year": str(published.school_year) if published.school_year else None,
        "quadrant": published.quadrant.value if published.quadrant else None,
        "reports": group.reports,
        "people": group.people,
    }


def _levels(step: GeneralisationStep) -> dict[str, str]:
    return {key: levels[level] for key, levels, level in zip(_KEYS, _LEVELS, step, strict=True)}


def _changes(words: Wording, why: GeneralisationReason, step: GeneralisationStep, least: GeneralisationStep) -> str:
    """Return what is more general on `step` than on the step `least`, and why."""
    before = _levels(least)
    changes = [words.t(_CHANGES[key, level]) for key, level in _levels(step).items() if level != before[key]]
    return f"{', '.join(changes)} ({words.t(_WHY[why.value])})"


def _named(words: Wording, published: Coordinates) -> str:
    parts: list[str] = (
        [words.t("group {groups}", groups="/".join(map(str, published.year_groups)))] if published.year_groups else []
    )
    parts += ["/".join(published.bands)] if published.bands else []
    parts += [str(published.session)] if published.session else []
    parts += [words.t("school year {year}", year=str(published.school_year))] if published.school_year else []
    parts += [published.quadrant.value] if published.quadrant else []
    return " · ".join(parts) or words.t("nothing named")


def _reports(words: Wording, count: int) -> str:
    return words.n("{count} report", "{count} reports", count)


def _interviews(words: Wording, count: int) -> str:
    return words.n("{count} interview", "{count} interviews", count)


_CHANGES = {
    ("year_group", "band"): msg("year group → band"),
    ("year_group", "not_named"): msg("year group → not named"),
    ("session", "school_year"): msg("session → school year"),
    ("session", "not_named"): msg("session → not named"),
    ("quadrant", "not_named"): msg("quadrant → not named"),
}
_WHY = {
    "roster": msg("too few teachers on the roster have it"),
    "crowd": msg("too few people would be behind it"),
    "company": msg("to keep a smaller report company"),
}
_LACKS = {
    "schools": msg(
        "Schools: {there} on the roster, fewer than {k}. Whoever reads along can tell them apart, named or not."
    ),
    "teachers": msg("Teachers: {there} on the roster, fewer than {k}. They cannot hide among each other."),
    "year_group": msg(
        "Group {which}: {there} teachers on the roster, fewer than {k}. It is not named; its band is, if it can be."
    ),
    "year_groups_together": msg(
        "Group {which}: {there} on the roster teach it as one class, fewer than {k}. Only its first year group is named."
    ),
    "band": msg("The band {which}: {there} teachers on the roster, fewer than {k}. It is not named."),
    "role": msg("The role {which}: {there} on the roster, fewer than {k}. A name becomes [colleague] instead."),
    "year_groups_unknown": msg("The roster does not tell who teaches which year group, so that could not be weighed."),
}
