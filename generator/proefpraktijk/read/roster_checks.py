"""What must hold for the names on a roster before anything searches for them."""

from __future__ import annotations

from proefpraktijk.model.corpus import Person, Roster, School

from .problems import Problems

_LONGEST = 100
"""Code points of a name. The work of searching for a name grows faster than its length, and nobody's is this long."""


def check_names(roster: Roster, problems: Problems) -> None:
    """Report every name, alias and place that is too long to be searched for: an error, since it would go unseen."""
    entries: tuple[Person | School, ...] = (*roster.schools, *roster.people)
    names = [name for entry in entries for name in (entry.name, *entry.aliases)]
    names += [school.place for school in roster.schools if school.place]
    for name in names:
        if len(name.value) > _LONGEST:
            message = "This name is longer than {most} characters: it cannot be looked for."
            hint = "write each name by itself, as texts write it"
            problems.add("PP116", name.start, message, hint, {"most": _LONGEST})
