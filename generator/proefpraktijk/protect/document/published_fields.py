"""Which fields of the front matter are published as text, in the order in which they go through the airlock."""

from __future__ import annotations

from collections.abc import Mapping

from proefpraktijk.model.corpus import (
    FindingMatter,
    InterviewMatter,
    Matter,
    PageMatter,
    ReportMatter,
    SessionMatter,
    ThemeMatter,
)
from proefpraktijk.model.text import RawText

_REPORT = ("title", "slug")
_FIELDS: Mapping[type[Matter], tuple[str, ...]] = {
    ReportMatter: _REPORT,
    InterviewMatter: _REPORT,
    SessionMatter: ("title", "assignment"),
    ThemeMatter: ("label", "definition", "use_when", "not_when", "scheme", "aliases"),
    FindingMatter: ("question", "claim", "method"),
    PageMatter: ("title",),
}


def texts_of(matter: Matter) -> tuple[RawText | None, ...]:
    """Return the published texts of a document's front matter; None stands for one that is not given."""
    texts: list[RawText | None] = []
    for name in _FIELDS[type(matter)]:
        value = getattr(matter, name)
        texts.extend(value if isinstance(value, tuple) else (value,))
    return tuple(texts)
