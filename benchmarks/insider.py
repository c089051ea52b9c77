"""A colleague who knows everybody reads the site and guesses who wrote each report; how often the guess is right.

    python benchmarks/insider.py SITE_ROOT [--output FILE]

The insider has the finished pages, and what colleagues know: who teaches which year group at which school, who is a woman or
a man, that nobody writes twice for one session. Names, schools and dates of `content/` are only used to count hits.
A guess is the best candidate; when several are equally good, the hit is the chance to pick the right one. A report of
two writers is hit by either. `1/k` is what the site promises at most. Intervals: reports drawn anew, 2,000 times.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import fmean
from typing import Any

import yaml

from insider_pages import Seen, reports_of
from proefpraktijk.pipeline.read_protect_link import run_pipeline

MEN = frozenset(
    """Joost Sander Gerben Ruud Bram Wil Rutger Harm-Jan Emre Thijs Dirk-Jan Mees Youssef Wesley Bas Kees Jeroen Wim
    Redouan Bilal Mohamed Stijn Arjan Nico Radjesh Pieter-Bas""".split()  # noqa: SIM905
)
"""First names of men in the demo. A colleague knows."""

_HE = re.compile(r"\b(?:hij|hem|hijzelf|meester|zijn eigen)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:ze|haar|juf|zijzelf)\b", re.IGNORECASE)
_WRITER = re.compile(r"\[[Ll]eerkracht(?: A)?\]")
_GROUP = re.compile(r"\bgroep (\d)(?:/(\d))?", re.IGNORECASE)
_TWO_GROUPS = re.compile(r"combinatie(?:groep|klas)|twee (?:jaar)?groepen|groep \d[ /-](?:en )?\d", re.IGNORECASE)
_DRAWS = 2_000


@dataclass(frozen=True)
class Colleague:
    """Somebody on the roster who may have written a report."""

    name: str
    school: str
    groups: frozenset[str]

    @property
    def man(self) -> bool:
        """Whether the insider knows this to be a man."""
        return self.name.split()[0] in MEN


Clue = Callable[[Seen, Colleague], float]
"""What a page says for or against a colleague, as a weight."""


def colleagues_of(roster: Any) -> list[Colleague]:
    """Return the teachers and others who work at a school and have no public name."""
    return [
        Colleague(one["name"], one["school"], frozenset(map(str, one.get("year_groups", ()))))
        for one in roster["people"]
        if one["role"] not in {"leerling", "ouder", "expert"} and not one.get("public")
    ]


def told_group(seen: Seen, colleague: Colleague) -> float:
    """Who teaches the year group that is told; of several groups rather who teaches them together."""
    if not seen.groups:
        return 1.0 if colleague.groups else 0.2
    common = len(seen.groups & colleague.groups)
    return 0.01 if not common else 1.0 + 3.0 * (common > 1)


def group_in_text(seen: Seen, colleague: Colleague) -> float:
    """Who teaches a year group that stands in a sentence with the first teacher, or two when the text is about two."""
    weight = 1.0
    for sentence in _about_the_writer(seen.text):
        for groups in _GROUP.findall(sentence):
            weight *= 2.0 if colleague.groups & set(groups) else 0.7
    if _TWO_GROUPS.search(seen.text):
        weight *= 3.0 if len(colleague.groups) > 1 else 0.5
    return weight


def he_or_she(seen: Seen, colleague: Colleague) -> float:
    """Who fits the pronouns in the sentences with the first teacher."""
    text = " ".join(_about_the_writer(seen.text))
    he, she = len(_HE.findall(text)), len(_SHE.findall(text))
    if he == she:
        return 1.0
    return 3.0 if (he > she) == colleague.man else 1 / 3


def _about_the_writer(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.!?]) ", text) if _WRITER.search(sentence)]


STRATEGIES: dict[str, tuple[Clue, ...]] = {
    "picks anybody": (),
    "takes the year group that is told": (told_group,),
    "and year groups in the text": (told_group, group_in_text),
    "and he or she": (told_group, group_in_text, he_or_she),
}


def guesses(seen: Sequence[Seen], colleagues: Sequence[Colleague], clues: Sequence[Clue]) -> list[dict[str, float]]:
    """Return for each report the probability of each colleague; with clues, nobody writes twice for a session."""
    weights = []
    for report in seen:
        row = {one.name: 1.0 for one in colleagues}
        for one in colleagues:
            for clue in clues:
                row[one.name] *= clue(report, one)
        weights.append(_shares(row))
    return _once_a_session(seen, weights) if clues else weights


def _once_a_session(seen: Sequence[Seen], weights: list[dict[str, float]]) -> list[dict[str, float]]:
    for _ in range(20):
        taken: dict[tuple[str, str], float] = defaultdict(float)
        for report, row in zip(seen, weights, strict=True):
            for name, share in row.items():
                taken[report.session, name] += share
        weights = [
            _shares({name: share / max(1.0, taken[report.session, name]) for name, share in row.items()})
            for report, row in zip(seen, weights, strict=True)
        ]
    return weights


def in_order(seen: Sequence[Seen], colleagues: Sequence[Colleague]) -> list[dict[str, float]]:
    """Return the guess of who thinks that lists are in the order of the roster: as far down, as far down."""
    rows = []
    for report in seen:
        peers = sorted(other.rank for other in seen if (other.session, other.groups) == (report.session, report.groups))
        fitting = [one.name for one in colleagues if told_group(report, one) >= 1.0]
        place = (peers.index(report.rank) + 0.5) / len(peers) * len(fitting)
        rows.append({fitting[min(int(place), len(fitting) - 1)]: 1.0})
    return rows


def _shares(row: Mapping[str, float]) -> dict[str, float]:
    whole = sum(row.values())
    return {name: weight / whole for name, weight in row.items()}


@dataclass(frozen=True)
class Outcome:
    """How often a way of guessing is right, over all reports, with a 95 % interval."""

    way: str
    what: str
    rate: float
    low: float
    high: float


def measured(way: str, what: str, hits: Sequence[float]) -> Outcome:
    """Return the mean of `hits` (chances to be right, one a report) with its interval."""
    draw = random.Random(1)
    means = sorted(fmean(draw.choices(hits, k=len(hits))) for _ in range(_DRAWS))
    return Outcome(way, what, fmean(hits), means[int(0.025 * _DRAWS)], means[int(0.975 * _DRAWS) - 1])


def hits(rows: Sequence[Mapping[str, float]], truths: Sequence[frozenset[str]]) -> list[float]:
    """Return for each report the chance that its best guess is right."""
    found = []
    for row, truth in zip(rows, truths, strict=True):
        most = max(row.values())
        best = [name for name, share in row.items() if share > most - 1e-9]
        found.append(sum(name in truth for name in best) / len(best))
    return found


def by_school(rows: Sequence[Mapping[str, float]], school: Mapping[str, str]) -> list[dict[str, float]]:
    """Return the probability of each school."""
    found = []
    for row in rows:
        sums: dict[str, float] = defaultdict(float)
        for name, share in row.items():
            sums[school[name]] += share
        found.append(dict(sums))
    return found


@dataclass(frozen=True)
class Insider:
    """All that came of it. `alike` tells how often two reports of one day are of one school, and any two reports."""

    reports: int
    k: int
    outcomes: tuple[Outcome, ...]
    alike: tuple[float, float]
    smallest: int

    @property
    def best(self) -> Outcome:
        """The best way to guess a person."""
        return max((found for found in self.outcomes if found.what == "person"), key=lambda found: found.rate)


def attack(root: Path) -> Insider:
    """Let the insider read the site below `root`."""
    roster = yaml.safe_load((root / "content/roster.yml").read_text(encoding="utf-8"))
    colleagues, seen = colleagues_of(roster), reports_of(root / "site")
    school = {one.name: one.school for one in colleagues}
    linked = run_pipeline(root).linked
    assert linked
    writers = {str(slug): _writers(root / outline.key) for slug, outline in linked.knowledge.reports.items()}
    truths = [writers[report.address] for report in seen]
    schools = [frozenset(school[name] for name in truth if name in school) for truth in truths]
    ways = {way: guesses(seen, colleagues, clues) for way, clues in STRATEGIES.items()}
    ways["trusts the order of lists"] = in_order(seen, colleagues)
    outcomes = [measured(way, "person", hits(rows, truths)) for way, rows in ways.items()]
    outcomes += [measured(way, "school", hits(by_school(rows, school), schools)) for way, rows in ways.items()]
    fitting = [sum(told_group(report, one) >= 1.0 for one in colleagues) for report in seen]
    return Insider(len(seen), linked.knowledge.community.k, tuple(outcomes), _alike(seen, schools), min(fitting))


def _writers(file: Path) -> frozenset[str]:
    matter = yaml.safe_load(file.read_text(encoding="utf-8").split("---")[1])
    return frozenset(next(value for key, value in matter.items() if key.lower() in {"authors", "auteurs"}))


def _alike(seen: Sequence[Seen], schools: Sequence[frozenset[str]]) -> tuple[float, float]:
    pairs = list(combinations(range(len(seen)), 2))
    same = [(a, b) for a, b in pairs if seen[a].date and seen[a].date == seen[b].date]
    return tuple(fmean(bool(schools[a] & schools[b]) for a, b in some) if some else 0.0 for some in (same, pairs))  # type: ignore[return-value]


def table(insider: Insider) -> str:
    """Return the figures as a Markdown table."""
    lines = ["| the insider … | person | 95 % | school | 95 % |", "| :-- | --: | --: | --: | --: |"]
    for way in dict.fromkeys(found.way for found in insider.outcomes):
        person, school = (found for found in insider.outcomes if found.way == way)
        cells = (cell for one in (person, school) for cell in (f"{one.rate:.1%}", f"{one.low:.1%}–{one.high:.1%}"))
        lines.append(f"| {way} | {' | '.join(cells)} |")
    same, any_two = insider.alike
    return "\n".join(
        (
            f"{insider.reports} reports; k = {insider.k}, so at most {1 / insider.k:.1%} is promised.",
            f"At least {insider.smallest} colleagues fit what is told of a report.\n",
            *lines,
            f"\nTwo reports with one date have a school in common in {same:.0%} of cases, any two in {any_two:.0%}.",
        )
    )


def main() -> None:
    """Print the table, and write it to a file when one is named."""
    parser = argparse.ArgumentParser(description="Let a simulated insider guess who wrote each report.")
    parser.add_argument("root", type=Path, help="the folder of a site that was built")
    parser.add_argument("--output", type=Path, help="a Markdown file for the table")
    asked = parser.parse_args()
    figures = table(attack(asked.root))
    print(figures)
    if asked.output:
        about = " ".join((__doc__ or "").partition("\n\n    ")[2].partition("\n\n")[2].split())
        asked.output.write_text(f"# Results of `benchmarks/insider.py`\n\n{about}\n\n{figures}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
