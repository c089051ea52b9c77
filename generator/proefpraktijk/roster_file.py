"""A roster by itself: read from any file, and an airlock that knows nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from proefpraktijk.model.corpus import CommunityMatter, Roster
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Problem
from proefpraktijk.model.text import RawText
from proefpraktijk.read.decode import decode
from proefpraktijk.read.front_matter.checked import checked_values
from proefpraktijk.read.front_matter.yaml_text import Pairs, load_yaml
from proefpraktijk.read.problems import Problems
from proefpraktijk.read.roster_checks import check_names

from .protect import Airlock


def read_roster(file: Path) -> Roster | Sequence[Problem]:
    """Return the roster in a file of the form of `content/roster.yml`, or the problems why it cannot be used.

    Raises:
        OSError: the file cannot be read.
    """
    problems = Problems(ContentPath(str(file)))
    text = decode(file.read_bytes(), problems)
    if text is None:
        return problems.found
    pairs = load_yaml(0, len(text), problems) or Pairs()
    roster = checked_values(Roster, pairs, problems).matter
    if roster is not None:
        check_names(roster, problems)
    return problems.found if roster is None or problems.blocking else roster


def airlock_for(roster: Roster) -> Airlock:
    """Return an airlock that knows this roster, and no community and no decisions."""
    return Airlock(CommunityMatter(name=RawText("?")), roster, ())
