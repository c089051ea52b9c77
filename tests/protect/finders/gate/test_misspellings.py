"""Misspellings: words at edit distance 1 from a name of the roster."""

from __future__ import annotations

import pytest

from proefpraktijk.protect.finders.gate.misspellings import NearNames

NEAR = NearNames(["hazelaar", "noor", "bos"])


@pytest.mark.parametrize(
    "word",
    ["hazelar", "hazelaars", "ahazelaar", "hazelaer", "hazealar", "ahzelaar", "noord", "moor", "onor", "hazelara"],
)
def test_one_slip_away(word: str) -> None:
    """A letter left out, added or changed, or two neighbours swapped, anywhere in the word."""
    assert NEAR.near(word)


@pytest.mark.parametrize(
    "word",
    [
        "hazela",
        "hazelaarse",
        "haezlara",
        "hezelaer",
        "hazraale",
        "abcd",
        "bot",
        "boss",
        "nor",
        "raaz",
        "hrzelaaa",
        "azelaarh",
        "oorr",
        "nnoo",
    ],
)
def test_two_slips_away(word: str) -> None:
    """Two letters changed, or swapped that are no neighbours but far apart; and nothing of fewer than four letters."""
    assert not NEAR.near(word)


def test_a_long_word() -> None:
    """Only the first forty letters may differ, so that a hostile word costs no more."""
    long = "abcdefghij" * 5
    assert NearNames([long]).near(long[1:])
    assert not NearNames([long]).near(long[:-1] + "z")
