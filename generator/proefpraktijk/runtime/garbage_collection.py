"""Python's collector of cycles, and when it is in the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the collector off inside, also in processes forked there, and let it look past what was made.

    A walk down the street makes some hundred thousand small records that live until its end, and no cycle; looking
    for cycles among them takes a quarter of the time, and in a forked process copies all memory it looks at. Looking
    once more when all is done, or when the program ends, would take as long as planning every page.
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
    """Collect after all, in a program that goes on."""
    gc.unfreeze()
    gc.collect()
