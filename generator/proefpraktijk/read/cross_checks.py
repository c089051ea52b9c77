"""What must hold between shared documents: one meaning for a word, no theme broader than itself, no session twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from proefpraktijk.dutch.folding import phrase_key
from proefpraktijk.model.corpus import Decision, SessionMatter, ThemeMatter
from proefpraktijk.model.paths import ContentPath, ThemeId
from proefpraktijk.model.problem import Message, Problem
from proefpraktijk.model.spiral import SessionId
from proefpraktijk.read.front_matter.checked import offset_of
from proefpraktijk.read.values.written_text import Written, split_list

from .document import OpenedDocument
from .rules import RULES


def theme_of(path: ContentPath) -> ThemeId:
    """Return the id of the theme in a file: the file's stem."""
    return ThemeId(PurePosixPath(path).stem)


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check_themes(fronts: Sequence[OpenedDocument[ThemeMatter]]) -> None:
    """Report file names that are no ids, labels and aliases that two themes share, and circles of broader themes."""
    owners: dict[str, ThemeId] = {}
    for front in fronts:
        theme = theme_of(front.problems.path)
        if not _ID.fullmatch(theme):
            template = "The name of this file cannot be the id of a theme."
            front.problems.add("PP226", -1, template, "use a-z, 0-9 and hyphens, as in samen-leren.md")
        for name in _names(front):
            owner = owners.setdefault(phrase_key(name), theme)
            if owner != theme:
                template = "Theme “{other}” has this label or alias too."
                front.problems.add("PP305", name.start, template, "keep it in one of them", {"other": owner})
    _check_circles(fronts)


def _names(front: OpenedDocument[ThemeMatter]) -> Iterator[Written]:
    for key in ("label", "aliases"):
        value = front.values.get(key)
        if front.matter is not None and value is not None:
            yield from split_list(value) if key == "aliases" else [value]


def _check_circles(fronts: Sequence[OpenedDocument[ThemeMatter]]) -> None:
    broader = {theme_of(f.problems.path): f.matter.broader for f in fronts if f.matter and f.matter.broader}
    by_theme = {theme_of(front.problems.path): front for front in fronts}
    safe: set[ThemeId] = set()
    for theme in broader:
        chain: list[ThemeId] = []
        above: ThemeId | None = theme
        while above is not None and above not in safe and above not in chain:
            chain.append(above)
            above = broader.get(above)
        if above is not None and above in chain:
            circle = chain[chain.index(above) :]
            front = by_theme[min(circle)]
            template = "This theme is broader than itself: {circle}."
            words = {"circle": " → ".join([*circle, circle[0]])}
            front.problems.add("PP304", offset_of(front.values.get("broader"), (), 0), template, None, words)
        safe.update(chain)


def check_sessions(
    fronts: Iterable[OpenedDocument[SessionMatter]],
) -> Mapping[SessionId, OpenedDocument[SessionMatter]]:
    """Return the sessions by id; report a number that a school year has twice."""
    known: dict[SessionId, OpenedDocument[SessionMatter]] = {}
    for front in fronts:
        if front.matter is not None and known.setdefault(front.matter.id, front) is not front:
            template = "Session {session} has another file too."
            place = offset_of(front.values.get("number"), (), 0)
            values = {"session": str(front.matter.id)}
            front.problems.add("PP311", place, template, "give it another number", values)
    return known


def check_decisions(decisions: Iterable[Decision], paths: frozenset[ContentPath]) -> Iterator[Problem]:
    """Yield a problem for each decision about a document that is no longer there."""
    for decision in decisions:
        if decision.scope != "all" and decision.scope not in paths:
            message = Message("The report this decision is about does not exist.")
            hint = Message("give its path, as in reports/2025-2026-1/rustig-starten.md, or all")
            yield Problem("PP315", decision.place, message, hint, RULES["PP315"].severity)
