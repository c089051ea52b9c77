"""How much work something takes, without a clock: a busy computer changes nothing."""

from __future__ import annotations

import os
import resource
import sys
import traceback
from collections.abc import Callable
from types import FrameType
from typing import Any

CPU_SECONDS = 60
"""What anything tested here takes many times over; work that grows with the square of a long text takes far more."""


def work_of(work: Callable[[], object]) -> int:
    """Return how many lines of Python a call runs and how many functions it calls, C functions too.

    What happens within one call of C, such as one search by a regular expression, counts as one:
    see `ends_within_budget` for that.
    """
    count = 0

    def line(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def call(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    tracing = sys.gettrace()
    sys.setprofile(call)
    sys.settrace(line)
    try:
        work()
    finally:
        sys.settrace(tracing)
        sys.setprofile(None)
    return count


def ends_within_budget(work: Callable[[], object], seconds: int = CPU_SECONDS) -> bool:
    """Return whether a call ends well before its process has used so much processor time; it runs in a child."""
    child = os.fork()
    if child:
        _child, status = os.waitpid(child, 0)
        return status == 0
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        work()
    except BaseException:  # noqa: BLE001  # whatever it is, the child must not go on as a second run of the tests
        traceback.print_exc()
        os._exit(1)
    os._exit(0)
