"""The airlock between what people wrote and what anyone may read.

Takes: a `Corpus` and reports.
Gives: safe documents, or holds; `ByteSearch` for the finished site.

`Airlock` takes a report or the shared documents and returns them safe, or says what a person must look at first.
`ByteSearch` looks afterwards whether any secret string is in the finished site. See `detector` for the layers.
"""

from proefpraktijk.protect.finders.found import Span
from proefpraktijk.protect.finders.second_readers.tags import ReaderError, Tag
from proefpraktijk.protect.k_anonymity.contributors import Provenance
from proefpraktijk.protect.k_anonymity.generalisation_steps import INTERVIEWS, REPORTS, GeneralisationStep
from proefpraktijk.protect.k_anonymity.generalise import GeneralisationReason, PublishedCoordinates
from proefpraktijk.protect.k_anonymity.risk import RiskGroup, risk_groups
from proefpraktijk.protect.k_anonymity.roster_limits import Shortfall
from proefpraktijk.protect.k_anonymity.small_groups import (
    earlier_slugs_kept,
    warn_of_session_links,
    warn_of_stated_coordinates,
)
from proefpraktijk.protect.leak_check.byte_search import ByteSearch
from proefpraktijk.protect.leak_check.decision_effects import NO_EFFECTS, DecisionEffects

from .airlock import Airlock
from .review_questions import decision_on, review_items
from .shared_documents import PassedCorpus, pass_corpus

__all__ = [
    "INTERVIEWS",
    "NO_EFFECTS",
    "REPORTS",
    "Airlock",
    "ByteSearch",
    "DecisionEffects",
    "GeneralisationReason",
    "GeneralisationStep",
    "PassedCorpus",
    "Provenance",
    "PublishedCoordinates",
    "ReaderError",
    "RiskGroup",
    "Shortfall",
    "Span",
    "Tag",
    "decision_on",
    "earlier_slugs_kept",
    "pass_corpus",
    "review_items",
    "risk_groups",
    "warn_of_session_links",
    "warn_of_stated_coordinates",
]
