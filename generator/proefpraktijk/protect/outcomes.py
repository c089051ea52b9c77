"""What the airlock finds of a document, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

from proefpraktijk.model.document import Document
from proefpraktijk.model.notice import Notice
from proefpraktijk.model.problem import Problem
from proefpraktijk.model.safe import EarlierSlug, Hold, Publication, SafeReport
from proefpraktijk.model.text import RawText, SafeText
from proefpraktijk.protect.k_anonymity.contributors import Standing
from proefpraktijk.protect.leak_check.masks import NO_TRACES, Traces
from proefpraktijk.protect.sealing.bodies import Laid
from proefpraktijk.protect.sealing.link_targets import Targets
from proefpraktijk.protect.singling_out.stories import Told

from .detector import Detection


@dataclass(frozen=True, slots=True)
class Passed:
    """What became of one report. `safe` is None unless it may be seen (published, or as a draft).

    `replaced` counts the names and other stretches replaced in what is shown; `needles` are the secret strings found
    in the document beyond the roster, for the search of the finished site.
    """

    publication: Publication
    safe: SafeReport | None
    holds: tuple[Hold, ...]
    replaced: int
    needles: frozenset[str]
    problems: tuple[Problem, ...] = ()
    traces: Traces = NO_TRACES
    notices: tuple[Notice, ...] = ()
    standing: Standing | None = None
    """Where it comes from, and from how many: given with `safe`."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """A document after detection: its texts and body made safe, what holds it, how much was replaced."""

    texts: tuple[SafeText, ...]
    body: Document[SafeText]
    holds: tuple[Hold, ...]
    replaced: int
    needles: frozenset[str]
    traces: Traces
    notices: tuple[Notice, ...] = ()
    touched: tuple[bool, ...] = ()
    """For each of the texts whether anything in it was replaced."""
    earlier: tuple[EarlierSlug, ...] = ()
    """Addresses it had before that may lead on to it."""
    problems: tuple[Problem, ...] = ()
    """Warnings of those that may not."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A document as the detector sees it. `unclear` are the addresses of links that a reviewer must look at.

    `told` is what in a report or interview may lead to somebody though no name is said, with `notices` of it.
    """

    laid: Laid
    detection: Detection
    unclear: tuple[RawText, ...]
    targets: Targets
    told: tuple[Told, ...] = ()
    notices: tuple[Notice, ...] = ()
