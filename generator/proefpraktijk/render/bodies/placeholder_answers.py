"""What is written at a body's placeholders when its page is planned: link tags, pictures' addresses, theme labels."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from proefpraktijk.model.paths import ContentPath, SiteUrl
from proefpraktijk.model.spiral import Effect
from proefpraktijk.model.text import UiText
from proefpraktijk.render import addresses
from proefpraktijk.render import coordinate_names as names
from proefpraktijk.render.addresses import relative
from proefpraktijk.render.markup import escape
from proefpraktijk.render.published_links import PublishedLinks

from .rendered_body import CLOSE, MARKS, OPEN, PICTURE, SELF, FilledBody, Placeholder, RenderedBody, themes_of


class PlaceholderAnswers:
    """The HTML for the placeholders of all bodies of one site; each answer is made once per depth of the page."""

    def __init__(self, links: PublishedLinks, pictures: Mapping[str, str]) -> None:
        """Take the links to published documents, and the pictures' public names by ContentPath."""
        self.links = links
        self.words = links.words
        self.pictures = pictures
        self.effect_names = {effect: names.effect_name(self.words, effect) for effect in Effect}
        self._answers: dict[tuple[int, Placeholder], str] = {}

    def fill(self, body: RenderedBody, url: SiteUrl) -> FilledBody:
        """Return the body as it stands on the page at `url`."""
        depth = url.count("/")
        known = self._answers

        def answer(placeholder: Placeholder) -> str:
            key = (depth, placeholder)
            if key not in known:
                known[key] = self._answer(placeholder, url)
            return known[key]

        return body.fill(answer)

    def _answer(self, placeholder: Placeholder, url: SiteUrl) -> str:
        purpose, kind, key = placeholder
        if purpose == PICTURE:
            return relative(url, addresses.media(self.pictures[key]))
        if purpose in (OPEN, CLOSE):
            target = self.links.page_of(
                kind, self.links.kb.public.get(ContentPath(key), key)
            )  # a file, or a theme that is named
            if target is None:
                return ""
            return f'<a href="{relative(url, target.to)}">' if purpose == OPEN else "</a>"
        if purpose == SELF:
            return f'<a class="self" href="#{key}" aria-label="{escape(self._place(key))}"></a>'
        if purpose == MARKS:
            return self._legend
        labels = "".join(
            f'<a href="{relative(url, link.to)}">{escape(link.text)}</a>'
            for theme_id in themes_of(placeholder)
            if (link := self.links.theme_links.get(theme_id))
        )
        effect = f'<span class="fx {kind}">{escape(self.effect_names[Effect(kind)])}</span>' if kind else ""
        return f'<span class="codes">{labels}{effect}</span>'

    @cached_property
    def _legend(self) -> str:
        show = self.words.t("Show the marks")
        meaning = self.words.t("A marked line belongs to a theme: you see which one behind it.")
        return (
            f'<div class="marking"><label><input type="checkbox" data-markering checked>{escape(show)}</label>'
            f"<p>{escape(meaning)}</p></div>\n"
        )

    def _place(self, anchor: str) -> UiText:
        """Return what the handle or passage with this anchor is called."""
        if anchor.startswith("h"):
            return self.words.t("Handle {number}", number=anchor[1:])
        return self.words.t("Passage {number}", number=anchor[1:])
