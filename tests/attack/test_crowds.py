"""Small groups in a whole knowledge base, counted afresh from the front matter: with any report taken away, too."""

from __future__ import annotations

import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain, combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from attack.search import letters
from proefpraktijk.link.report_counts import by_quadrant
from proefpraktijk.model.knowledge import KnowledgeBase, Outline
from proefpraktijk.model.spiral import Quadrant
from proefpraktijk.pipeline.read_protect_link import Pipeline
from proefpraktijk.runtime.stopwatch import Stopwatch

_PEOPLE = {"authors", "auteurs", "participants", "deelnemers", "facilitator", "begeleider"}
_TAKEN_AWAY = 12


def _people(file: Path) -> tuple[set[str], int]:
    """Return who took part as the front matter says, and how many at least."""
    matter = yaml.safe_load(file.read_text(encoding="utf-8").split("\n---")[0])
    named, number = set[str](), 0
    for key, value in matter.items():
        if key.lower() in _PEOPLE:
            if isinstance(value, int):
                number = value
            else:
                named |= {letters(one) for one in ([value] if isinstance(value, str) else value)}
    return named, max(number, len(named))


def _facts(report: Outline) -> list[tuple[str, Any]]:
    """Return what is told of a report, one fact at a time."""
    told = [("group", group) for group in report.year_groups] + [("band", band) for band in report.bands]
    told += [("session", report.session)] if report.session else []
    told += [("year", report.year)] if report.year else []
    told += [("quadrant", report.quadrant)] if report.quadrant else []
    return told


def _small(knowledge: KnowledgeBase, root: Path) -> Iterator[tuple[Any, ...]]:
    """Yield every combination of facts that fits reports of fewer than `k` people."""
    people: dict[tuple[Any, ...], set[str]] = defaultdict(set)
    most: dict[tuple[Any, ...], int] = defaultdict(int)
    for report in knowledge.reports.values():
        named, number = _people(root / report.key)
        facts = _facts(report)
        for some in chain.from_iterable(combinations(facts, size) for size in range(1, len(facts) + 1)):
            people[some] |= named
            most[some] = max(most[some], number)
    for some, named in people.items():
        if max(len(named), most[some]) < knowledge.community.k:
            yield some


@pytest.fixture(params=["as it is", "thin"])
def root(request: pytest.FixtureRequest, repository: Path, tmp_path: Path) -> Path:
    """Give the demo's content, and one in which every report comes from its writers alone."""
    shutil.copytree(repository / "content", tmp_path / "content")
    if request.param == "thin":
        for file in (tmp_path / "content/reports").rglob("*.md"):
            text = re.sub(
                r"(?mi)^(?:participants|deelnemers|facilitator|begeleider):.*\n", "", file.read_text(encoding="utf-8")
            )
            file.write_text(text, encoding="utf-8")
    return tmp_path


def _knowledge(pipeline: Pipeline) -> KnowledgeBase:
    linked = pipeline.run(drafts=False, watch=Stopwatch()).linked
    assert linked
    return linked.knowledge


def test_no_group_is_below_k_whatever_is_taken_away(root: Path) -> None:
    """Every fact, pair and triple that is told fits `k` people, in the whole and without any one of many reports."""
    pipeline = Pipeline(root)
    whole = _knowledge(pipeline)
    assert not list(_small(whole, root))
    reports = sorted(report.key for report in whole.reports.values())
    for key in reports[:: len(reports) // _TAKEN_AWAY]:
        text = (root / key).read_text(encoding="utf-8")
        (root / key).unlink()
        without = _knowledge(pipeline)
        assert key not in {report.key for report in without.reports.values()}
        assert not list(_small(without, root)), key
        (root / key).write_text(text, encoding="utf-8")


def test_no_number_of_few_people(root: Path) -> None:
    """Interviews behind a finding are told from `k` on, or not at all; a theme counts what its own list tells, no more."""
    knowledge = _knowledge(Pipeline(root))
    numbers = [finding.interviews for finding in knowledge.findings.values()]
    assert numbers
    assert all(number is None or number >= knowledge.community.k for number in numbers)
    for theme, line in by_quadrant(knowledge).items():
        listed = Counter(knowledge.reports[slug].quadrant for slug in knowledge.themes[theme].reports)
        assert (*line.cells, line.unstated) == tuple(listed[which] for which in (*Quadrant, None))
