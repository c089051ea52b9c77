"""A community's small groups in one place: what its roster forbids, and what its reports may tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from proefpraktijk.model.corpus import CommunityMatter, Roster, Session
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place, Problem, Severity
from proefpraktijk.model.safe import EarlierSlug
from proefpraktijk.protect.document.lines import Lines
from proefpraktijk.protect.document.slugs import LEAVE_OUT

from .contributors import Standing
from .coordinates_in_text import Aloud
from .generalisation_steps import REPORTS, Ladder
from .generalise import Placed, generalise
from .roster_limits import floors_of, rare_roles, shortfalls

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
    """Made once from what a community and its roster say."""

    def __init__(self, community: CommunityMatter, roster: Roster) -> None:
        """Weigh the roster."""
        self._bands, self._k = community.bands, community.k
        self._floors = floors_of(roster, community.year_groups, community.bands, community.k)
        self.shortfalls = tuple(shortfalls(roster, community.year_groups, community.bands, community.k))
        self.rare_roles = rare_roles(roster, community.k)

    def place(self, standings: Mapping[ContentPath, Standing], ladder: Ladder = REPORTS) -> dict[ContentPath, Placed]:
        """Return what all these reports may tell of where they come from; each further one may change it for others."""
        told = {
            path: standing._replace(year_groups=self._floors.side_by_side(standing.year_groups))
            for path, standing in standings.items()
        }
        return generalise(told, ladder, self._bands, self._floors, self._k)


def told_anyway(standings: Mapping[ContentPath, Standing], placed: Mapping[ContentPath, Placed]) -> Iterator[Problem]:
    """Yield a warning for each text and slug that itself says what is not told (PP514, PP516 of an earlier slug)."""
    for path, each in placed.items():
        standing = standings[path]
        for message, place in _beyond(standing.aloud, standing, each):
            yield Problem("PP514", place, message, _HINT, Severity.WARNING)
        for _, place in islice(_beyond(standing.slug, standing, each), 1):
            yield Problem("PP514", place, _SLUG, _HINT, Severity.WARNING)
        for old in _indiscreet(standing, each):
            yield Problem("PP516", old.place, _EARLIER, LEAVE_OUT, Severity.WARNING)


def discreet(earlier: Sequence[EarlierSlug], standing: Standing, placed: Placed) -> tuple[EarlierSlug, ...]:
    """Return the earlier slugs of a report that say no more than is told with it."""
    loud = _indiscreet(standing, placed)
    return tuple(old for old in earlier if old not in loud)


def _indiscreet(standing: Standing, placed: Placed) -> list[EarlierSlug]:
    return [old for old, aloud in standing.earlier if any(_beyond(aloud, standing, placed))]


def _beyond(aloud: Aloud, standing: Standing, placed: Placed) -> Iterator[tuple[Message, Place]]:
    """Yield what is said though it is not told, and where."""
    step, fewer = placed.step, len(placed.coordinates.year_groups) < len(standing.year_groups)
    group = aloud.group if step.group else aloud.together if fewer else None
    if said := group or (aloud.band if step.group > 1 else None):
        yield _GROUP, said
    if aloud.session and step.session:
        yield _SESSION, aloud.session
    if aloud.quadrant and step.quadrant:
        yield _QUADRANT, aloud.quadrant


def linked_anyway(sessions: Iterable[Session], placed: Mapping[ContentPath, Placed]) -> Iterator[Problem]:
    """Yield a warning for each link from a session to a report that does not tell its session (PP514)."""
    for session in sessions:
        lines = Lines(session.source)
        for run in (run for block in session.body.blocks for run in block.runs if run.link):
            each = placed.get(ContentPath(run.link.target.value)) if run.link else None
            if each and each.step.session:
                yield Problem("PP514", lines.place(run.text.start), _LINKED, _HINT, Severity.WARNING)
