"""Every takeaway, by theme and by band."""

from __future__ import annotations

from dataclasses import dataclass

from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.text import UiText
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import Token, at
from proefpraktijk.render.browser_data.handle_file import handle_files
from proefpraktijk.render.planned_page import HANDLES_PER_PAGE, Planner, list_pages
from proefpraktijk.render.views import HandleGroup, Link, PageHead, View

from .discover import Finder, finder_of
from .paged_lists import LONGEST, add_list
from .themes import handles_below, varied

_SAMPLES = 3


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ThemeHandles(View):
    """The handles below one top theme: where they are, and a few of them."""

    group: HandleGroup
    themes: tuple[Link, ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class HandlesView(View):
    """The way in to all handles: a finder, when there are any, and the links that do without it."""

    finder: Finder | None
    bands: tuple[Link, ...]
    groups: tuple[ThemeHandles, ...]
    total: PublicCount


def plan_handles(planner: Planner) -> None:
    """Plan the overview of handles and the lists by theme and by band."""
    words = planner.words
    bands = tuple(_plan_bands(planner))
    groups = tuple(_plan_themes(planner))
    files = handle_files(planner.parts)
    for path, data in files.files.items() if files else ():
        planner.add_file(path, data)
    finder = finder_of(planner, files) if files else None
    total = of_visible([handle for handles in planner.parts.handles.values() for handle in handles])
    description = words.t("Things to try in your own class tomorrow, from colleagues who did it.")
    head = PageHead(words.t("Handles"), Token("handvatten"), (), description)
    planner.add(addresses.HANDLES, "handles", head, HandlesView(finder, bands, groups, total))


def _plan_bands(planner: Planner) -> list[Link]:
    links = []
    crumbs = (Link(planner.words.t("Handles"), at(addresses.HANDLES)),)
    for band in planner.parts.bands:
        handles = planner.parts.handles_of(planner.parts.kb.by_band.get(band.id, ()))
        if not handles:
            continue
        base = addresses.handles_of_band(band)
        links.append(Link(Token(band.id), at(base), of_visible(handles), Token("group")))
        title = Token(band.id.capitalize())
        head = PageHead(title, Token("handvatten"), crumbs, None, Token("lijst"), level=title)
        intro = _part_of(planner) if len(handles) > LONGEST else None
        for url, part, pager in list_pages(handles[:LONGEST], base, HANDLES_PER_PAGE):
            add_list(planner, url, head, part, pager, kicker=planner.words.t("Handles"), intro=intro)
    return links


def _part_of(planner: Planner) -> UiText:
    return planner.words.t("A part of them. The others stand with their themes.")


def _plan_themes(planner: Planner) -> list[ThemeHandles]:
    parts, words = planner.parts, planner.words
    crumbs = (Link(words.t("Handles"), at(addresses.HANDLES)),)
    groups = []
    for theme_id, node in parts.kb.themes.items():
        handles = handles_below(planner, theme_id)
        if not handles:
            continue
        base = addresses.handles_of_theme(theme_id)
        theme = node.theme
        subject = (parts.theme_links[theme_id],)
        head = PageHead(theme.label, Token("handvatten"), crumbs, theme.definition, Token("lijst"), subjects=subject)
        whole = len(handles) <= LONGEST or not node.narrower
        intro = None if whole else _part_of(planner)
        for url, part, pager in list_pages(handles if whole else handles[:LONGEST], base, HANDLES_PER_PAGE):
            add_list(planner, url, head, part, pager, kicker=words.t("Handles"), intro=intro)
        if node.ancestors:
            continue
        below = tuple(
            Link(parts.theme_links[t].text, at(addresses.handles_of_theme(t)), of_visible(parts.handles_by_theme[t]))
            for t in parts.themes_below(theme_id)
            if parts.handles_by_theme[t]
        )
        count = of_visible(handles)
        more = words.n("All {count} handles", "All {count} handles", count) if whole else words.t("See the handles")
        group = HandleGroup(node.theme.label, varied(handles, _SAMPLES), at(base), more)
        groups.append(ThemeHandles(group, below))
    return groups
