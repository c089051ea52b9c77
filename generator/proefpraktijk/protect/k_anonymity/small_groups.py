"""The small groups of a community: what its roster forbids to publish, and what may be published of its reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from proefpraktijk.model.corpus import CommunityMatter, Roster, Session
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place, Problem, Severity
from proefpraktijk.model.safe import EarlierSlug
from proefpraktijk.protect.document.lines import Lines
from proefpraktijk.protect.document.slugs import LEAVE_OUT

from .contributors import Provenance
from .coordinates_in_text import StatedCoordinates
from .generalisation_steps import REPORTS, GeneralisationSteps
from .generalise import PublishedCoordinates, generalise
from .roster_limits import limits_of, rare_roles, shortfalls

_GROUP = Message("The text names a year group that is not told with this report, because too few people would fit it.")
_SESSION = Message("The text names a session that is not told with this report, because too few people would fit it.")
_QUADRANT = Message("The text names a quadrant that is not told with this report, because too few people would fit it.")
_SLUG = Message("The slug tells what is not told with this report, because too few people would fit it.")
_EARLIER = Message(
    "An earlier address of this document is not kept: it tells what is not told with it, because too few people would fit it."
)
_LINKED = Message(
    "A page about a session links to a report that does not tell its session, because too few people would fit it."
)
_HINT = Message("Say it in a more general way, if people could be recognised by it")


class SmallGroups:
    """The limits of one community and its roster."""

    def __init__(self, community: CommunityMatter, roster: Roster) -> None:
        """Count the roster."""
        self._bands, self._k = community.bands, community.k
        self._limits = limits_of(roster, community.year_groups, community.bands, community.k)
        self.shortfalls = tuple(shortfalls(roster, community.year_groups, community.bands, community.k))
        self.rare_roles = rare_roles(roster, community.k)

    def generalise(
        self, provenances: Mapping[ContentPath, Provenance], steps: GeneralisationSteps = REPORTS
    ) -> dict[ContentPath, PublishedCoordinates]:
        """Return what may be published of the coordinates of all these reports; each further report may change it for others."""
        permitted = {
            path: provenance._replace(year_groups=self._limits.side_by_side(provenance.year_groups))
            for path, provenance in provenances.items()
        }
        return generalise(permitted, steps, self._bands, self._limits, self._k)


def warn_of_stated_coordinates(
    provenances: Mapping[ContentPath, Provenance], generalised: Mapping[ContentPath, PublishedCoordinates]
) -> Iterator[Problem]:
    """Yield a warning for each text and slug that states what is not published (PP514; PP516 for an earlier slug)."""
    for path, each in generalised.items():
        provenance = provenances[path]
        for message, place in _disclosed(provenance.stated, provenance, each):
            yield Problem("PP514", place, message, _HINT, Severity.WARNING)
        for _, place in islice(_disclosed(provenance.slug, provenance, each), 1):
            yield Problem("PP514", place, _SLUG, _HINT, Severity.WARNING)
        for old in _disclosing_slugs(provenance, each):
            yield Problem("PP516", old.place, _EARLIER, LEAVE_OUT, Severity.WARNING)


def earlier_slugs_kept(
    earlier: Sequence[EarlierSlug], provenance: Provenance, generalised: PublishedCoordinates
) -> tuple[EarlierSlug, ...]:
    """Return the earlier slugs of a report that state no more than is published of it."""
    disclosing = _disclosing_slugs(provenance, generalised)
    return tuple(old for old in earlier if old not in disclosing)


def _disclosing_slugs(provenance: Provenance, generalised: PublishedCoordinates) -> list[EarlierSlug]:
    return [old for old, stated in provenance.earlier if any(_disclosed(stated, provenance, generalised))]


def _disclosed(
    stated: StatedCoordinates, provenance: Provenance, generalised: PublishedCoordinates
) -> Iterator[tuple[Message, Place]]:
    """Yield the message and place of each coordinate that is stated and not published."""
    step, fewer = generalised.step, len(generalised.coordinates.year_groups) < len(provenance.year_groups)
    group = stated.group if step.group else stated.together if fewer else None
    if place := group or (stated.band if step.group > 1 else None):
        yield _GROUP, place
    if stated.session and step.session:
        yield _SESSION, stated.session
    if stated.quadrant and step.quadrant:
        yield _QUADRANT, stated.quadrant


def warn_of_session_links(
    sessions: Iterable[Session], generalised: Mapping[ContentPath, PublishedCoordinates]
) -> Iterator[Problem]:
    """Yield a warning for each link from a session to a report whose session is not published (PP514)."""
    for session in sessions:
        lines = Lines(session.source)
        for run in (run for block in session.body.blocks for run in block.runs if run.link):
            each = generalised.get(ContentPath(run.link.target.value)) if run.link else None
            if each and each.step.session:
                yield Problem("PP514", lines.place(run.text.start), _LINKED, _HINT, Severity.WARNING)
