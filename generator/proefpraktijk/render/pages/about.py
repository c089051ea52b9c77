"""Free pages, with defaults of our own for what every site must explain: how it is made, privacy, accessibility."""

from __future__ import annotations

from dataclasses import dataclass

from proefpraktijk.model.paths import SiteUrl, Slug
from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import Token, at
from proefpraktijk.render.bodies.body_writer import render_body
from proefpraktijk.render.bodies.rendered_body import FilledBody
from proefpraktijk.render.planned_page import Planner
from proefpraktijk.render.views import Link, PageHead, View


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class FreeView(View):
    """A page of the community's own."""

    body: FilledBody
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class DefaultView(View):
    """A page of ours. `contact` is where to write to, when the community gave it."""

    community: SafeText
    contact: SafeText | None
    others: tuple[Link, ...]


def plan_about(planner: Planner) -> None:
    """Plan the free pages, and ours where the community wrote none."""
    kb, words = planner.parts.kb, planner.words
    ours: dict[str, UiText] = {
        "over": words.t("About this knowledge base"),
        "privacy": words.t("Privacy"),
        "toegankelijkheid": words.t("Accessibility"),
    }
    titles: dict[str, SafeText | UiText] = {**ours, **{slug: node.page.title for slug, node in kb.pages.items()}}
    links = {slug: Link(title, at(addresses.page(Slug(slug)))) for slug, title in titles.items()}
    for slug, title in titles.items():
        url = addresses.page(Slug(slug))
        others = tuple(link for name, link in links.items() if name != slug)
        crumbs = () if slug == "over" else (Link(words.t("About"), at(addresses.ABOUT)),)
        head = PageHead(title, Token("over"), crumbs, None, Token("tekst"))
        if slug in kb.pages:
            node = kb.pages[Slug(slug)]
            body = planner.parts.fill(render_body(node.page.body, node.mentions), SiteUrl(url))
            planner.add(url, "free", head, FreeView(body, others))
        else:
            view = DefaultView(kb.community.name, kb.community.contact, others)
            planner.add(url, f"default_{slug}", head, view)
