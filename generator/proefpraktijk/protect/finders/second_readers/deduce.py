"""Deduce, a second reader: persons and places it finds by its lists and by patterns of names.

Deduce (LGPL-3.0-or-later; Menger et al. 2017) is made small and shut in. Its lists of streets and hospitals are left
out (80 s and 1.2 GB become 0.5 s and 30 MB), what it writes goes into a folder that is gone at once, and what it does
to the root of all logging when it is imported does not happen. Only its spans are used, never its redactor. Why a
community must ask for it: `docs/decisions/0008-second-readers.md`.
"""

from __future__ import annotations

import json
import logging
import re
import shutil
import warnings
from bisect import bisect_left
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from proefpraktijk.dutch.sentence_starts import BREAK
from proefpraktijk.model.problem import Message
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found

from .tags import ReaderError, Tag, doubts

if TYPE_CHECKING:
    from deduce import Deduce

_LISTS = ("names/", "whitelist/", "locations/lst_placename")
_KINDS = {"persoon": HoldKind.PERSON, "locatie": HoldKind.PLACE}
_REASONS = {
    HoldKind.PERSON: Message("A second reader (Deduce) takes this for a person."),
    HoldKind.PLACE: Message("A second reader (Deduce) takes this for a place."),
}
_INSTALL = Message("install Deduce with: pip install deduce, or take deduce out of second_readers")
_BLOCK = re.compile(f"[^{BREAK}]+")
_ROW = 12
"""Capitals given to Deduce at a time: a row of names costs it the third power of its length (150 of them 1.3 s)."""


class DeduceLayer:
    """Holds what Deduce takes for a person or a place."""

    name = "deduce"

    def __init__(self) -> None:
        """Find out which Deduce is installed; raises ReaderError when none is. It is loaded with the first text."""
        try:
            self.version = version("deduce")
        except PackageNotFoundError:
            raise ReaderError(_INSTALL) from None

    def find(self, state: DetectionState) -> Iterator[Found]:
        """Yield a hold for what Deduce tags and nobody has explained."""
        read = _reader()
        for low, high in _passages(state):
            tags = ((low + start, low + end, kind) for start, end, kind in read(state.view.text[low:high]))
            yield from doubts(state, tags, "deduce", _REASONS)


def _passages(state: DetectionState) -> Iterator[tuple[int, int]]:
    """Yield the stretches to read: blocks with capitals, cut where there are many of these."""
    capitals = [word.start for word in state.words if word.facts.capital]
    for block in _BLOCK.finditer(state.view.text):
        low, high = (bisect_left(capitals, at) for at in block.span())
        cuts = [block.start(), *capitals[low + _ROW : high : _ROW], block.end()]
        if low < high:
            yield from pairwise(cuts)


@cache
def _reader() -> Callable[[str], list[Tag]]:
    """Return the one Deduce of this process, from a text to its tags. Making it takes about a second."""
    with _shut_in(), TemporaryDirectory() as folder:
        deduce = _trimmed(Path(folder))

    def read(text: str) -> list[Tag]:
        tagged = deduce.deidentify(text, disabled={"post_processing"}).annotations
        return sorted((tag.start_char, tag.end_char, _KINDS[tag.tag]) for tag in tagged)

    return read


@contextmanager
def _shut_in() -> Iterator[None]:
    """Keep from the rest of the program what Deduce says and sets when it is imported and made.

    Its `logging.basicConfig`, to show everything on the standard output, does nothing while the root has a handler.
    """
    root, silent = logging.getLogger(), logging.NullHandler()
    root.addHandler(silent)
    try:
        with warnings.catch_warnings():
            yield
    finally:
        root.removeHandler(silent)


def _trimmed(folder: Path) -> Deduce:
    """Return a Deduce that looks for people and places only, made by way of `folder`."""
    import deduce  # noqa: PLC0415 - takes 0.4 s, and must be done while it is shut in
    from deduce.data.lookup.src import all_lists  # noqa: PLC0415

    package = Path(deduce.__file__).parent
    for name in all_lists:
        target = folder / "src" / name
        if name.startswith(_LISTS):
            shutil.copytree(package / "data/lookup/src" / name, target, ignore=shutil.ignore_patterns("transform.json"))
        else:
            target.mkdir(parents=True)
            (target / "items.txt").touch()
    config = json.loads((package / "base_config.json").read_text(encoding="utf-8"))
    config["annotators"] = {
        name: annotator
        for name, annotator in config["annotators"].items()
        if (annotator["group"] == "names" and name != "patient_name") or name == "placename"
    }
    return deduce.Deduce(load_base_config=False, config=config, lookup_data_path=folder, cache_path=folder)
