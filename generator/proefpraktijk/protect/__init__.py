"""The airlock between what people wrote and what may be read by anyone.

`Airlock` takes a report or the shared documents and returns them safe, or says what a person must look at first.
`ByteSearch` looks afterwards whether any secret string is in the finished site. See `detector` for the layers.
"""

from .airlock import Airlock
from .finders.found import Span
from .finders.second_readers.tags import ReaderError, Tag
from .k_anonymity.contributors import Standing
from .k_anonymity.generalisation_steps import INTERVIEWS, REPORTS, Step
from .k_anonymity.generalise import Placed, Why
from .k_anonymity.risk import Group, groups_of
from .k_anonymity.roster_limits import Shortfall
from .k_anonymity.small_groups import discreet, linked_anyway, told_anyway
from .leak_check.byte_search import ByteSearch, Hit
from .leak_check.masks import NO_TRACES, Traces
from .review_questions import decision_on, review_items

__all__ = [
    "INTERVIEWS",
    "NO_TRACES",
    "REPORTS",
    "Airlock",
    "ByteSearch",
    "Group",
    "Hit",
    "Passed",
    "Placed",
    "ReaderError",
    "Shortfall",
    "Span",
    "Standing",
    "Step",
    "Tag",
    "Traces",
    "Why",
    "decision_on",
    "discreet",
    "groups_of",
    "linked_anyway",
    "review_items",
    "told_anyway",
]
