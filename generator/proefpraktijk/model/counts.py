"""Numbers that may be published: a type of their own, so that no other number gets onto a page.

There are two ways to make one. What readers can count themselves on the pages (listed reports, handles, quotations) is no
secret: `of_visible`. Everything else goes through `link.suppression`.
"""

from __future__ import annotations

from collections.abc import Sized
from typing import NewType

PublicCount = NewType("PublicCount", int)


def of_visible(things: Sized) -> PublicCount:
    """Return the number of things, each of which is shown on published pages and can be counted there."""
    return PublicCount(len(things))
