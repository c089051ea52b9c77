"""The airlock between what people wrote and what may be read by anyone.

`Airlock` takes a report or the shared documents and returns them safe, or says what a person must look at first.
`ByteSearch` looks afterwards whether any secret string is in the finished site. See `detector` for the layers.
"""

from .airlock import Airlock
from .byte_search import ByteSearch, Hit
from .contributors import Standing
from .floors import Shortfall
from .generalising import Placed, Why
from .ladders import INTERVIEWS, REPORTS, Step
from .review import decision_on, review_items
from .risk import Group, groups_of
from .small_groups import discreet, linked_anyway, told_anyway
from .spans import Span
from .tagged import ReaderError, Tag
from .traces import NO_TRACES, Traces

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
