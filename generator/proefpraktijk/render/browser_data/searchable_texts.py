"""The texts that can be searched: what people wrote, without the pages around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from proefpraktijk.model.knowledge import KnowledgeBase, Mention, ThemeNode
from proefpraktijk.model.paths import SiteUrl, Slug, ThemeId
from proefpraktijk.model.text import SafeText
from proefpraktijk.render import addresses
from proefpraktijk.render.bodies.body_writer import render_body
from proefpraktijk.render.bodies.rendered_body import RenderedBody
from proefpraktijk.render.markup import SafeMarkup, markup, trusted

_PARAGRAPH, _END = trusted("<p>"), trusted("</p>\n")


class SearchableText(NamedTuple):
    """One text and where it stands.

    `lead` are the paragraphs above its body. `forms` holds, for each theme it carries or names, all that the theme is
    called.
    """

    url: SiteUrl
    title: SafeText
    body: RenderedBody
    lead: tuple[SafeText, ...] = ()
    forms: tuple[tuple[SafeText, ...], ...] = ()

    @property
    def stamp(self) -> str:
        """Changes whenever the article does."""
        return repr((self.url, self.title, self.body.stamp, self.lead, self.forms))

    @property
    def html(self) -> SafeMarkup:
        """The text with the ids of its headings, handles and passages, and no links or labels."""
        above = (part for text in self.lead for part in (_PARAGRAPH, text, _END))
        return markup(*above, trusted("".join(self.body.chunks)))


def articles(kb: KnowledgeBase, bodies: Mapping[Slug, RenderedBody]) -> Iterator[SearchableText]:
    """Yield every article: reports, findings and sessions in the order of the knowledge base, then themes and pages.

    A theme about safety counts for what names it only: whoever looks for it finds words that were written, never what
    reports of one subgroup are coded with.
    """
    called = {theme: _called(node) for theme, node in kb.themes.items()}
    delicate = kb.delicate

    def forms(themes: Iterable[ThemeId], mentions: tuple[Mention, ...] = ()) -> tuple[tuple[SafeText, ...], ...]:
        carried = [theme for theme in themes if theme not in delicate] + [mention.theme for mention in mentions]
        return tuple(called[theme] for theme in dict.fromkeys(carried) if theme in called)

    for slug, outline in kb.reports.items():
        yield SearchableText(
            addresses.report(slug), outline.title, bodies[slug], (), forms(outline.themes, outline.mentions)
        )
    for slug, found in kb.findings.items():
        finding, body = found.finding, render_body(found.finding.body, found.mentions, deeper=1)
        yield SearchableText(
            addresses.finding(slug), finding.question, body, (finding.claim,), forms(finding.themes, found.mentions)
        )
    for session_id, held in kb.sessions.items():
        session, body = held.session, render_body(held.session.body, held.mentions)
        lead: tuple[SafeText, ...] = (session.assignment,) if session.assignment else ()
        yield SearchableText(
            addresses.session(session_id), session.title, body, lead, forms(session.themes, held.mentions)
        )
    for theme_id, node in kb.themes.items():
        theme, body = node.theme, render_body(node.theme.body, node.mentions)
        lead = (theme.definition, theme.use_when) if theme.use_when else (theme.definition,)
        yield SearchableText(
            addresses.theme(theme_id), theme.label, body, lead, (called[theme_id], *forms((), node.mentions))
        )
    for slug, page in kb.pages.items():
        body = render_body(page.page.body, page.mentions)
        yield SearchableText(addresses.page(slug), page.page.title, body, (), forms((), page.mentions))


def theme_names(kb: KnowledgeBase) -> tuple[tuple[SiteUrl, tuple[SafeText, ...]], ...]:
    """Return where each theme lives, and all that it is called, its label first."""
    return tuple((addresses.theme(theme), _called(node)) for theme, node in kb.themes.items())


def _called(node: ThemeNode) -> tuple[SafeText, ...]:
    return (node.theme.label, *node.theme.aliases)
