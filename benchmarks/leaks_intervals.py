"""How sure a measured figure is: 95 % intervals."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

_Z = 1.959964
_RESAMPLES = 1000
_MOST_OF_NONE = 3.689
"""-ln(0.025): the exact Poisson limit of what may be expected where nothing was found."""


@dataclass(frozen=True, slots=True)
class Share:
    """`found` out of `number`, as a fraction, with its interval."""

    found: int
    number: int
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Rate:
    """`found` in so many `words`, per 1,000 words, with its interval."""

    found: int
    words: int
    value: float
    low: float
    high: float


def share(found: int, number: int) -> Share:
    """Return a share with its interval (Wilson 1927), as if every name stood by itself."""
    if not number:
        return Share(0, 0, 0.0, 0.0, 1.0)
    value, square = found / number, _Z**2 / number
    middle = (value + square / 2) / (1 + square)
    half = _Z / (1 + square) * math.sqrt(value * (1 - value) / number + square / number / 4)
    low, high = middle - half if found else 0.0, middle + half if found < number else 1.0
    return Share(found, number, value, low, high)


def rate(counts: Sequence[int], words: Sequence[int]) -> Rate:
    """Return a number per 1,000 words, its interval from whole documents drawn anew 1,000 times (Efron 1979).

    `counts` and `words` are those of each document. What is flagged once in a document is often flagged again in it,
    so that documents and not words are what was sampled. Drawn with a fixed seed: the same text, the same interval.
    """
    found, total = sum(counts), sum(words)
    if not total:
        return Rate(0, 0, 0.0, 0.0, math.inf)
    if not found:
        return Rate(0, total, 0.0, 0.0, 1000 * _MOST_OF_NONE / total)
    draw = random.Random(1979)
    pairs = list(zip(counts, words, strict=True))
    rates = sorted(_per_thousand(draw.choices(pairs, k=len(pairs))) for _ in range(_RESAMPLES))
    edge = round(0.025 * _RESAMPLES)
    return Rate(found, total, 1000 * found / total, rates[edge], rates[-edge - 1])


def _per_thousand(pairs: Sequence[tuple[int, int]]) -> float:
    return 1000 * sum(count for count, _ in pairs) / max(1, sum(words for _, words in pairs))
