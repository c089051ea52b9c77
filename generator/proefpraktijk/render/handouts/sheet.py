"""A sheet of paper: what every handout begins and ends with, and how its HTML is made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import SiteUrl
from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import Href, Token, placed
from proefpraktijk.render.coordinate_names import Words
from proefpraktijk.render.environment import environment
from proefpraktijk.render.page_parts import PageParts
from proefpraktijk.render.planned_page import Planner
from proefpraktijk.render.views import View
from proefpraktijk.render.views import Words as Shown

_WITHIN = re.compile(r'<a href="(?!https?:)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
_HOME_WHEN_UNKNOWN = "https://kennisbank.invalid/"
"""Stands in for the site while it has no address: pictures are found by it, links are left out (RFC 2606: `.invalid`)."""


@dataclass(frozen=True, slots=True)
class PaperSettings:
    """The interface's language, where the site is (None: nowhere yet), and the public names of pictures by ContentPath."""

    words: Words
    site: Href | None = None
    pictures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Handout:
    """A document for paper: its HTML, the style sheet in `templates/print` it asks for, its file's name without ending.

    Addresses in the HTML are relative to `base`, the page of the site it is about.
    """

    html: str
    style: str
    stem: str
    base: str


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Paper(View):
    """The frame of every handout: `kicker` says what kind of sheet it is, `address` where to read on."""

    kicker: UiText
    title: Shown
    community: SafeText
    language: Token
    address: Href | None
    to_type: Href | None


class Heading(NamedTuple):
    """What stands at the head of a handout, and `stem`, what its file is called."""

    kicker: UiText
    title: Shown
    stem: str


class HandoutBuilder:
    """Makes the HTML of handouts."""

    def __init__(self, kb: KnowledgeBase, settings: PaperSettings) -> None:
        """Load the templates."""
        self.kb = kb
        self.words = settings.words
        self.parts = PageParts(kb, settings.words, settings.pictures)
        self.planner = Planner(self.parts, settings.words)
        self._site = settings.site
        self._environment = environment(settings.words, "print")

    def to_type(self, url: SiteUrl) -> Href | None:
        """Return the address of a page as one types it; None while the site is nowhere."""
        return addresses.to_type(addresses.whole(self._site, url)) if self._site else None

    def handout(self, template: str, url: SiteUrl, heading: Heading, view: View) -> Handout:
        """Return the handout that `template` makes of `view`, about the page at `url`."""
        address = addresses.whole(self._site, url) if self._site else None
        paper = Paper(
            kicker=heading.kicker,
            title=heading.title,
            community=self.kb.community.name,
            language=Token(self.words.language),
            address=address,
            to_type=self.to_type(url),
        )
        html = placed(self._environment.get_template(f"{template}.html.j2").render(paper=paper, view=view), url)
        if address is None:
            html = _WITHIN.sub(r"\1", html)  # links within the site would lead nowhere
        style = "poster" if template == "poster" else "handout"
        return Handout(html, style, heading.stem, str(address or f"{_HOME_WHEN_UNKNOWN}{url}"))
