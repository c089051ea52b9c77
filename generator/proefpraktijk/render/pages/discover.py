"""Discover: all ways to narrow down what there is to find, as links, and as choices for whoever has scripts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.knowledge import SAFETY
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render import addresses
from proefpraktijk.render import coordinate_names as names
from proefpraktijk.render.addresses import Token
from proefpraktijk.render.browser_data import facet_file
from proefpraktijk.render.browser_data.facet_file import FacetFiles, facet_files
from proefpraktijk.render.planned_page import Planner
from proefpraktijk.render.views import Link, PageHead, ThemeBranch, View, Words

from .coordinates import BandLinks, band_links
from .sessions import SessionCard, session_card
from .themes import branch

_NEWEST_SESSIONS = 6
"""Sessions that are offered at once; the others are folded away."""

_OPEN = ThemeId("in-de-klas")
"""The branch of the codebook that is not folded away: what teachers run into in their own class."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Choice(View):
    """A value of a facet that something has: `count` items. `level` is how deep a theme lies below the highest."""

    facet: Token
    value: Token
    label: Words
    count: PublicCount
    note: UiText | None = None
    icon: Token | None = None
    level: int = 0


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Choices(View):
    """A choice and those below it: a band and its year groups, a theme and its narrower ones, folded away or `open`."""

    all: Choice
    below: tuple[Choice, ...]
    open: bool = True


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Finder(View):
    """All choices. `file` names the facet file, `apart` the theme that is never crossed with a subgroup."""

    file: Token
    groups: tuple[Choices, ...]
    themes: tuple[Choices, ...]
    apart: SafeText | None
    quadrants: tuple[Choice, ...]
    sessions: tuple[Choice, ...]
    earlier: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    handles: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class DiscoverView(View):
    """The finder, and the links that do without it. There is no finder when there is nothing to be found."""

    finder: Finder | None
    tree: tuple[ThemeBranch, ...]
    bands: tuple[BandLinks, ...]
    quadrants: tuple[Link, ...]
    sessions: tuple[SessionCard, ...]
    reports: UiText
    handles: UiText


def plan_discover(planner: Planner) -> None:
    """Plan the page and the data its script reads."""
    parts, words, kb = planner.parts, planner.words, planner.parts.kb
    files = facet_files(parts)
    for path, data in files.files.items() if files else ():
        planner.add_file(path, data)
    tops = tuple(branch(planner, t) for t, node in kb.themes.items() if not node.ancestors)
    handles = of_visible([handle for handles in parts.handles.values() for handle in handles])
    view = DiscoverView(
        finder=finder_of(planner, files) if files else None,
        tree=_with_reports(tops),
        bands=band_links(planner),
        quadrants=tuple(
            Link(s.name, s.to, of_visible(kb.by_quadrant.get(q, ())), s.id)
            for q, s in zip(parts.quadrant_names, parts.steps(), strict=True)
        ),
        sessions=tuple(session_card(planner, s) for s in kb.sessions),
        reports=words.n("All {count} reports", "All {count} reports", of_visible(kb.reports)),
        handles=words.n("All {count} handles", "All {count} handles", handles),
    )
    description = words.t("Find reports by theme, year group, quadrant or session.")
    head = PageHead(words.t("Discover"), Token("ontdek"), (), description, Token("ontdek"))
    planner.add(addresses.DISCOVER, "discover", head, view)


def _with_reports(branches: tuple[ThemeBranch, ...]) -> tuple[ThemeBranch, ...]:
    """Return the branches under which there is something to find."""
    return tuple(ThemeBranch(b.link, b.definition, _with_reports(b.children)) for b in branches if b.link.count)


def finder_of(planner: Planner, files: FacetFiles) -> Finder:
    """Return all choices among what these files hold."""
    return _Choosing(planner, files).finder()


class _Choosing:
    """Makes the choices of each facet: those that nothing has are left out, year groups of a band in use excepted."""

    def __init__(self, planner: Planner, files: FacetFiles) -> None:
        self._words = planner.words
        self._shelf = planner.parts
        self._kb = planner.parts.kb
        self._files = files

    def finder(self) -> Finder:
        kb, sessions = self._kb, self._sessions()
        return Finder(
            file=self._files.name,
            groups=self._groups(),
            themes=self._themes(),
            apart=kb.themes[SAFETY].theme.label
            if SAFETY in kb.themes and self._has(facet_file.THEME, SAFETY)
            else None,
            quadrants=self._quadrants(),
            sessions=sessions[:_NEWEST_SESSIONS],
            earlier=sessions[_NEWEST_SESSIONS:],
            kinds=self._kinds(),
            handles=self._handles(),
        )

    def _counts(self, facet: Token) -> Mapping[Token, PublicCount]:
        return self._files.counts[facet]

    def _has(self, facet: Token, value: str) -> bool:
        return self._counts(facet).get(Token(value), 0) > 0

    def _choice(
        self, facet: Token, value: str, label: Words, *,
        note: UiText | None = None, icon: Token | None = None, level: int = 0,
    ) -> Choice:  # fmt: skip
        found = Token(value)
        return Choice(facet, found, label, self._counts(facet)[found], note, icon, level)

    def _groups(self) -> tuple[Choices, ...]:
        facet = facet_file.GROUP
        found = []
        for band in self._shelf.bands:
            if self._has(facet, band.id):
                groups = [group for group in sorted(self._kb.by_year_group) if band.holds(group)]
                below = tuple(self._choice(facet, str(g), self._words.t("group {groups}", groups=g)) for g in groups)
                found.append(Choices(self._choice(facet, band.id, Token(band.id)), below))
        return tuple(found)

    def _themes(self) -> tuple[Choices, ...]:
        tops = [theme for theme, node in self._kb.themes.items() if not node.ancestors and self._in_use(theme)]
        return tuple(Choices(self._theme(top), self._narrower(top), top == _OPEN or len(tops) == 1) for top in tops)

    def _narrower(self, top: ThemeId) -> tuple[Choice, ...]:
        return tuple(self._theme(theme) for theme in self._shelf.themes_below(top)[1:] if self._in_use(theme))

    def _in_use(self, theme: ThemeId) -> bool:
        return self._has(facet_file.THEME, theme)

    def _theme(self, theme: ThemeId) -> Choice:
        node = self._kb.themes[theme]
        return self._choice(facet_file.THEME, theme, node.theme.label, level=max(0, len(node.ancestors) - 1))

    def _quadrants(self) -> tuple[Choice, ...]:
        facet, parts = facet_file.QUADRANT, self._shelf
        return tuple(
            self._choice(
                facet, q.value, name, note=names.quadrant_short(self._words, q), icon=Token(q.value)
            )
            for q, name in parts.quadrant_names.items()
            if self._has(facet, q.value)
        )  # fmt: skip

    def _sessions(self) -> tuple[Choice, ...]:
        facet = facet_file.SESSION
        return tuple(
            self._choice(facet, str(s), node.session.title, note=self._when(node.session.id.number, str(s.year)))
            for s, node in self._kb.sessions.items()
            if self._has(facet, str(s))
        )

    def _when(self, number: int, year: str) -> UiText:
        return self._words.t("session {number}, {year}", number=number, year=year)

    def _kinds(self) -> tuple[Choice, ...]:
        t, facet = self._words.t, facet_file.KIND
        kinds = (
            (facet_file.REPORT, t("reports"), Token("report")),
            (facet_file.FINDING, t("findings"), Token("finding")),
            (facet_file.SESSION_KIND, t("sessions"), Token("session")),
        )
        return tuple(self._choice(facet, kind, name, icon=icon) for kind, name, icon in kinds if self._has(facet, kind))

    def _handles(self) -> tuple[Choice, ...]:
        facet = facet_file.HANDLES
        if not self._has(facet, facet_file.YES):
            return ()
        return (self._choice(facet, facet_file.YES, self._words.t("with a handle"), icon=Token("try")),)
