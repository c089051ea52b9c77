"""Divides the work on many things among forked processes of this program, and returns the results in their order."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_WORTH_A_POOL = 300
"""Things below which starting processes costs more than it saves (measured: 0.5 to 2 ms a thing, 0.1 s a process)."""

_SHARE = 50
"""Things handed to a process at a time: few enough to keep all busy, enough not to wait for each other."""

_task: Callable[[slice], list[object]]


def in_shares(things: Sequence[T], work: Callable[[Sequence[T]], list[R]]) -> Iterator[R]:
    """Yield what `work` makes of `things`, a share at a time, in their order.

    Processes are forked, so that they have all that `work` refers to; only what it returns travels. Where forking is
    not safe (other systems than Linux, or other threads about), or not worth it, this process does everything.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    alone = cores == 1 or sys.platform != "linux" or threading.active_count() > 1
    if alone or len(things) < _WORTH_A_POOL:
        yield from work(things)
        return
    global _task  # noqa: PLW0603 - a forked process finds here what it is to do
    _task = lambda share: work(things[share])  # type: ignore[assignment,return-value]  # noqa: E731
    shares = [slice(start, start + _SHARE) for start in range(0, len(things), _SHARE)]
    with ProcessPoolExecutor(cores, multiprocessing.get_context("fork")) as pool:
        yield from chain.from_iterable(pool.map(_do, shares))


def _do(share: slice) -> list[object]:
    return _task(share)
