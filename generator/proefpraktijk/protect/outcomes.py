"""What the airlock finds in a document, and the outcome: what is safe of it, what holds it, what it leaves behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from proefpraktijk.model.document import Document
from proefpraktijk.model.notice import Notice
from proefpraktijk.model.problem import Problem
from proefpraktijk.model.safe import EarlierSlug, Hold, Publication, SafeReport
from proefpraktijk.model.text import RawText, SafeText
from proefpraktijk.protect.k_anonymity.contributors import Provenance
from proefpraktijk.protect.leak_check.decision_effects import NO_EFFECTS, DecisionEffects
from proefpraktijk.protect.sealing.link_targets import LinkTargets
from proefpraktijk.protect.singling_out.stories import Story

from .detector import Detection

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Inspection:
    """A document as the detector sees it, before anything is replaced.

    `unclear` are the addresses of links that a reviewer must look at. `stories` are what in a report or interview may lead
    to somebody though no name is said, with `notices` of it.
    """

    detection: Detection
    unclear: tuple[RawText, ...]
    targets: LinkTargets
    stories: tuple[Story, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class ClearedDocument(Generic[F]):
    """A document made safe: its published fields (`document.published_fields`), its body and its earlier addresses."""

    fields: F
    body: Document[SafeText]
    earlier: tuple[EarlierSlug, ...] = ()
    """Addresses it had before that may lead on to it."""


@dataclass(frozen=True, slots=True)
class Clearance(Generic[F]):
    """The outcome of any document. `cleared` is None when there are `holds`.

    `replaced` counts the names and other stretches that are replaced; `secrets` are the secret strings found in the
    document beyond the roster, for the search of the finished site.
    """

    cleared: ClearedDocument[F] | None
    holds: tuple[Hold, ...]
    replaced: int
    secrets: frozenset[str]
    effects: DecisionEffects
    notices: tuple[Notice, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Warnings of earlier addresses that are not kept."""


@dataclass(frozen=True, slots=True)
class ReportOutcome:
    """The outcome of one report or interview. `safe` is None unless it may be seen (published, or as a draft).

    `replaced` and `secrets` are as in `Clearance`.
    """

    publication: Publication
    safe: SafeReport | None
    holds: tuple[Hold, ...]
    replaced: int
    secrets: frozenset[str]
    problems: tuple[Problem, ...] = ()
    effects: DecisionEffects = NO_EFFECTS
    notices: tuple[Notice, ...] = ()
    provenance: Provenance | None = None
    """Where it comes from, and from how many: given with `safe`."""
