"""A colleague who knows everybody and reads the demo: no way of guessing finds a writer more often than is promised."""

from __future__ import annotations

from pathlib import Path

import pytest

from insider import STRATEGIES, Insider, attack, table


@pytest.fixture(scope="module")
def insider(demo_root: Path) -> Insider:
    """Give what came of the insider's reading."""
    return attack(demo_root)


def test_no_report_is_attached_to_a_person(insider: Insider) -> None:
    """The best way to guess is right at most one time in k, its 95 % interval included, and k people fit every report."""
    assert insider.reports > 45
    assert insider.best.high <= 1 / insider.k, table(insider)
    assert insider.smallest >= insider.k


def test_the_insider_is_no_fool(insider: Insider) -> None:
    """What is told does help: the guesses are better than blind ones, so the measure measures."""
    rates = {found.way: found.rate for found in insider.outcomes if found.what == "person"}
    assert rates.keys() > STRATEGIES.keys()
    assert insider.best.rate > 3 * rates["picks anybody"]


def test_reports_of_one_day_are_not_of_one_school(insider: Insider) -> None:
    """The date under a report does not lead from one report of a school to another."""
    same, any_two = insider.alike
    assert same <= any_two + 0.1
