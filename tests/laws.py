"""How many examples a law is tried on: few, as many as usual, or very many.

The profile is chosen with `--hypothesis-profile=few` (`make test-room`), `usual` or `long` (`make test-long`). The first
two take the same examples each time, so that a run is red for what was changed; `long` looks for new ones.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

_USUAL = 100
_TIMES = {"few": 0.2, "usual": 1, "long": 20}


def register() -> None:
    """Make the profiles known to Hypothesis, and choose the usual one."""
    for name, times in _TIMES.items():
        settings.register_profile(
            name,
            deadline=None,
            derandomize=name != "long",
            max_examples=round(_USUAL * times),
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        )
    settings.load_profile("usual")


def examples(usual: int) -> int:
    """Return on how many examples a law is tried with the chosen profile, when it is usually tried on so many."""
    return max(5, usual * settings.default.max_examples // _USUAL)
