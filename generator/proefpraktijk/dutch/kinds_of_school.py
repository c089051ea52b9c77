"""Kinds of school, by which the name of a school is known: "obs De Regenboog", "Regenboogschool"."""

from __future__ import annotations

KINDS_OF_SCHOOL = frozenset(
    """obs cbs rkbs pcbs pcb ikc sbo kbs gbs kc basisschool kindcentrum daltonschool jenaplanschool
    montessorischool""".split()  # noqa: SIM905
)
"""Said before a school's name, in lower case; on the roster they are no part of it."""

WITHOUT_A_NAME = KINDS_OF_SCHOOL | {"school"}
"""Words that by themselves name no school. "School" announces no name either ("op school Sanne"): it is no kind."""

SCHOOL_TAILS = ("school", "schools", "college", "colleges")
"""How the name of a school may end."""
