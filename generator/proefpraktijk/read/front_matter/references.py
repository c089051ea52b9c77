"""What front matter refers to: themes, sessions, schools, year groups and evidence, looked up in the codebook."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from proefpraktijk.dutch.folding import phrase_key
from proefpraktijk.model.corpus import Codebook, FindingMatter, Matter, ReportMatter, SessionMatter
from proefpraktijk.model.spiral import school_year_of
from proefpraktijk.model.text import RawText
from proefpraktijk.read.markdown.passages import report_unknown_theme
from proefpraktijk.read.problems import Problems
from proefpraktijk.read.values.texts import parse_theme_id
from proefpraktijk.read.values.written_text import nearest, split_list

from .checked import offset_of

M = TypeVar("M", bound=Matter)


def checked_references(matter: M, values: Mapping[str, Any], codebook: Codebook, problems: Problems) -> M:
    """Report every reference to something that does not exist; return the front matter with its evidence as content paths.

    `values` are the front matter as written, with its places. In front matter that was refused in part, what was
    refused is None (see `checked.Checked`).
    """
    for key in ("themes", "broader", "related"):
        if key in values and getattr(matter, key) is not None:
            _check_themes(values[key], codebook, problems)
    if isinstance(matter, ReportMatter):
        _check_report(matter, values, codebook, problems)
    elif isinstance(matter, SessionMatter):
        _check_session(matter, values, problems)
    elif isinstance(matter, FindingMatter):
        return replace(matter, evidence=_evidence(matter, codebook, problems))
    return matter


def _check_themes(written: Any, codebook: Codebook, problems: Problems) -> None:
    for name in split_list(written):
        if parse_theme_id(name) not in codebook.themes:
            report_unknown_theme(name, "PP301", name.start, codebook, problems)


def _check_report(matter: ReportMatter, values: Mapping[str, Any], codebook: Codebook, problems: Problems) -> None:
    session = getattr(matter, "session", None)
    if session is not None and session not in codebook.sessions:
        guess = nearest(str(session), sorted(map(str, codebook.sessions)))
        hint = "did you mean “{guess}”?" if guess else "the sessions are the files in content/sessions/"
        given = {"guess": guess} if guess else {}
        problems.add("PP303", _place(values, "session"), "This session does not exist.", hint, given)
    for group in matter.year_group or ():
        if group not in codebook.year_groups:
            template = "Year group {group} does not belong to this community."
            hint = "see year_groups in content/community.yml"
            problems.add("PP310", _place(values, "year_group"), template, hint, {"group": group})
    if codebook.schools:
        known = _schools(codebook.schools)
        for school in matter.school or ():
            if phrase_key(school.value) not in known:
                _report_unknown_school(school, codebook, problems)


def _place(values: Mapping[str, Any], key: str) -> int:
    return offset_of(values.get(key), (), 0)


@lru_cache(maxsize=2)
def _schools(schools: tuple[RawText, ...]) -> Mapping[str, int]:
    """Return for each folded name its index in the codebook."""
    return {phrase_key(school.value): index for index, school in reversed(list(enumerate(schools)))}


def _report_unknown_school(school: RawText, codebook: Codebook, problems: Problems) -> None:
    """Note a school that is not on the roster; the hint gives a line of the roster, never a school's name."""
    known = _schools(codebook.schools)
    guess = nearest(school.value, known)
    hint = "one that looks like it stands on line {line} of content/roster.yml" if guess else _SCHOOL_HINT
    given = {"line": codebook.school_lines[known[guess]]} if guess else {}
    problems.add("PP302", school.start, "This school is not on the roster.", hint, given)


_SCHOOL_HINT = "add it to content/roster.yml under schools"


def _check_session(matter: SessionMatter, values: Mapping[str, Any], problems: Problems) -> None:
    date, year = getattr(matter, "date", None), getattr(matter, "school_year", None)
    if date is not None and year is not None and school_year_of(date) != year:
        template = "This date does not fall in school year {year}."
        hint = "a school year runs from 1 August to 31 July"
        problems.add("PP224", _place(values, "date"), template, hint, {"year": str(year)})


_LENDERS = ("content/reports/", "content/interviews/")


def _evidence(matter: FindingMatter, codebook: Codebook, problems: Problems) -> tuple[RawText, ...]:
    """Return the evidence as `content/…/x.md` or `content/…/x.md#theme`, however its path was written."""
    found = []
    for written in matter.evidence or ():
        path, _, theme = written.value.partition("#")
        home = posixpath.dirname(problems.path)
        choices = [posixpath.normpath(posixpath.join(base, path)) for base in (home, "content", ".")]
        known = next((choice for choice in choices if choice in codebook.paths), None)
        if known is None or not known.startswith(_LENDERS):
            hint = "give its path, as in reports/2025-2026-1/rustig-starten.md"
            problems.add("PP312", written.start, "This evidence is not a report or interview that exists.", hint)
        elif theme and parse_theme_id(theme) not in codebook.themes:
            report_unknown_theme(theme, "PP301", written.start, codebook, problems)
        else:
            name = f"{known}#{parse_theme_id(theme)}" if theme else known
            place = (written.start, written.end) if name == written.value else (written.start, written.start)
            found.append(RawText(name, *place))
    return tuple(found)
