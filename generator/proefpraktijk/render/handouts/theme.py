"""A theme on the table of a team meeting: handles to tick, voices to talk about, questions."""

from __future__ import annotations

from dataclasses import dataclass

from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.text import SafeText
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import Href
from proefpraktijk.render.bodies.body_writer import render_body
from proefpraktijk.render.bodies.rendered_body import FilledBody
from proefpraktijk.render.views import Handle, Link, Quotation, View

from .selection import in_turns, passages_to_print, printable_handles_of_theme
from .sheet import Handout, HandoutBuilder, Heading

_HANDLES, _QUOTES, _LINKS = 6, 3, 4


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ThemeSheet(View):
    """All that the handout of a theme shows. `handle_count` counts all its handles, `all_handles` is where they are."""

    definition: SafeText
    body: FilledBody
    handles: tuple[Handle, ...]
    handle_count: PublicCount
    all_handles: Href | None
    quotes: tuple[Quotation, ...]
    findings: tuple[Link, ...]
    related: tuple[Link, ...]


def theme_handout(builder: HandoutBuilder, theme_id: ThemeId) -> Handout:
    """Return the handout of a theme."""
    parts, words = builder.parts, builder.words
    node, url = builder.kb.themes[theme_id], addresses.theme(theme_id)
    handles = printable_handles_of_theme(builder, theme_id)
    sheet = ThemeSheet(
        definition=node.theme.definition,
        body=parts.fill(render_body(node.theme.body, node.mentions, deeper=1), url),
        handles=tuple(in_turns(handles)[:_HANDLES]),
        handle_count=of_visible(handles),
        all_handles=builder.to_type(addresses.handles_of_theme(theme_id)),
        quotes=tuple(map(parts.quotation, passages_to_print(node.quotes, _QUOTES))),
        findings=tuple(link for slug in node.findings[:_LINKS] if (link := parts.page_of("FINDING", slug))),
        related=tuple(parts.theme_links[t] for t in node.theme.related[:_LINKS] if t in parts.theme_links),
    )
    heading = Heading(
        words.t("Theme: a handout for a team meeting"), node.theme.label, f"{words.t('theme')}-{theme_id}"
    )
    return builder.handout("theme", url, heading, sheet)
