"""A community's small groups in one place: what its roster forbids, and what its reports may tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from proefpraktijk.model.corpus import CommunityMatter, Roster, Session
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Problem, Severity

from .contributors import Standing
from .floors import floors_of, rare_roles, shortfalls
from .generalising import Placed, generalise
from .holds import Lines
from .ladders import REPORTS, Ladder

_GROUP = Message("The text names a year group that is not told with this report, because too few people would fit it.")
_SESSION = Message("The text names a session that is not told with this report, because too few people would fit it.")
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
    """Yield a warning for each text that itself says what is not told about it (PP514)."""
    for path, each in placed.items():
        aloud, whole = standings[path].aloud, len(standings[path].year_groups)
        said = aloud.group if each.step.group else aloud.together if len(each.coordinates.year_groups) < whole else None
        if each.step.group > 1:
            said = said or aloud.band
        if said:
            yield Problem("PP514", said, _GROUP, _HINT, Severity.WARNING)
        if aloud.session and each.step.session:
            yield Problem("PP514", aloud.session, _SESSION, _HINT, Severity.WARNING)


def linked_anyway(sessions: Iterable[Session], placed: Mapping[ContentPath, Placed]) -> Iterator[Problem]:
    """Yield a warning for each link from a session to a report that does not tell its session (PP514)."""
    for session in sessions:
        lines = Lines(session.source)
        for run in (run for block in session.body.blocks for run in block.runs if run.link):
            each = placed.get(ContentPath(run.link.target.value)) if run.link else None
            if each and each.step.session:
                yield Problem("PP514", lines.place(run.text.start), _LINKED, _HINT, Severity.WARNING)
