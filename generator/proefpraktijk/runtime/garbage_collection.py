"""Python's garbage collector for reference cycles: off while the pipeline runs, on again afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the collector off inside, also in processes forked there; afterwards it passes over what was made inside.

    A run of the pipeline makes some hundred thousand small records that live until its end, and no cycle; searching
    them for cycles takes a quarter of the time, and in a forked process copies all memory it touches. Searching once
    more when all is done, or when the program ends, would take as long as planning every page.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()


def tidy() -> None:
    """Collect what `collector_at_rest` left, in a program that goes on."""
    gc.unfreeze()
    gc.collect()
