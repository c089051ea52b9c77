"""How sure a measured figure is: 95 % intervals."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

Interval = tuple[float, float]

_Z = 1.959964
_RESAMPLES = 1000
_MOST_OF_NONE = 3.689
"""-ln(0.025): the exact Poisson limit of what may be expected where nothing was found."""


def wilson(found: int, number: int) -> Interval:
    """Return the interval of a share (Wilson 1927), as if every name stood by itself."""
    if not number:
        return 0.0, 1.0
    share, square = found / number, _Z**2 / number
    middle = (share + square / 2) / (1 + square)
    half = _Z / (1 + square) * math.sqrt(share * (1 - share) / number + square / number / 4)
    return max(0.0, middle - half), min(1.0, middle + half)


def rate(counts: Sequence[int], words: Sequence[int]) -> Interval:
    """Return the interval of a number per 1,000 words: whole documents drawn anew, 1,000 times (Efron 1979).

    What is flagged once in a document is often flagged again in it, so that documents and not words are what was
    sampled. Drawn with a fixed seed: the same text gives the same interval.
    """
    total = sum(words)
    if not total:
        return 0.0, math.inf
    if not sum(counts):
        return 0.0, 1000 * _MOST_OF_NONE / total
    draw = random.Random(1979)
    pairs = list(zip(counts, words, strict=True))
    rates = sorted(_per_thousand(draw.choices(pairs, k=len(pairs))) for _ in range(_RESAMPLES))
    return rates[round(0.025 * _RESAMPLES)], rates[round(0.975 * _RESAMPLES) - 1]


def _per_thousand(pairs: Sequence[tuple[int, int]]) -> float:
    return 1000 * sum(count for count, _ in pairs) / max(1, sum(number for _, number in pairs))
