"""What many pages share, made once per plan: cards of reports, handles, quotations, the words for coordinates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.knowledge import KnowledgeBase, Outline, Quote
from proefpraktijk.model.paths import Slug, ThemeId
from proefpraktijk.model.spiral import Effect, Quadrant, YearGroup
from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render.bodies.placeholder_answers import PlaceholderAnswers

from . import addresses
from . import coordinate_names as names
from .addresses import Address, Token, at
from .published_links import PublishedLinks
from .views import Card, Handle, Link, Quotation, Reference, SpiralStep


class PageParts:
    """A knowledge base, and the parts of pages that are made of it and shown in more than one place."""

    def __init__(self, kb: KnowledgeBase, words: names.Words, pictures: Mapping[str, str]) -> None:
        """Take the knowledge base, the language of the interface, and the pictures' public names by ContentPath."""
        self.kb = kb
        self.words = words
        self.links = PublishedLinks(kb, words)
        self.labels = self.links.labels
        self.theme_links = self.links.theme_links
        self.page_of = self.links.page_of
        self.backreferences = self.links.backreferences
        self.fill = PlaceholderAnswers(self.links, pictures).fill
        self.bands = kb.community.bands
        self._groups: dict[tuple[tuple[YearGroup, ...], tuple[str, ...]], UiText] = {}
        self._facts: dict[tuple[object, ...], UiText] = {}
        self.quadrant_names = {q: names.quadrant_name(words, q) for q in Quadrant}
        self.effect_names = {e: names.effect_name(words, e) for e in Effect}
        self._days: dict[dt.date, UiText] = {}
        self._counts: dict[PublicCount, UiText] = {}
        self._delicate = kb.delicate

    @cached_property
    def cards(self) -> dict[Slug, Card]:
        """One card for each report."""
        return {slug: self._card(outline) for slug, outline in self.kb.reports.items()}

    def _card(self, outline: Outline) -> Card:
        count = of_visible(outline.takeaways)
        if count not in self._counts:
            self._counts[count] = self.words.n("{count} handle", "{count} handles", count)
        return Card(
            title=outline.title,
            to=at(addresses.report(outline.slug)),
            gist=outline.gist,
            facts=self.facts(outline),
            quadrant=Token(outline.quadrant.value) if outline.quadrant else None,
            handles=self._counts[count] if count else None,
            draft=outline.draft,
        )

    @cached_property
    def references(self) -> dict[Slug, Reference]:
        """One reference for each report."""
        return {slug: Reference(card.title, card.to, card.facts) for slug, card in self.cards.items()}

    def day(self, date: dt.date) -> UiText:
        """Return a date in words."""
        if date not in self._days:
            self._days[date] = names.day(self.words, date)
        return self._days[date]

    def groups(self, outline: Outline) -> UiText:
        """Return the report's year groups in words, or its bands; empty when neither is published."""
        key = (outline.year_groups, outline.bands)
        if key not in self._groups:
            named = names.groups_name(self.words, outline.year_groups, self.bands)
            self._groups[key] = named or names.bands_name(outline.bands)
        return self._groups[key]

    def facts(self, outline: Outline) -> UiText:
        """Return `groep 5/6 · bijeenkomst 3 · socialiseren`, as far as it is published."""
        key = (outline.year_groups, outline.bands, outline.session, outline.school_year, outline.quadrant)
        if key not in self._facts:
            self._facts[key] = UiText("\N{NO-BREAK SPACE}· ".join(self._parts(outline)))
        return self._facts[key]

    def _parts(self, outline: Outline) -> Iterator[UiText]:
        if groups := self.groups(outline):
            yield groups
        if outline.session:
            yield names.session_name(self.words, outline.session)
        elif outline.school_year:
            yield names.year_name(self.words, outline.school_year)
        if outline.quadrant:
            yield self.quadrant_names[outline.quadrant]

    @cached_property
    def handles(self) -> dict[Slug, tuple[Handle, ...]]:
        """The handles of each report, in the order in which reports are listed."""
        return {slug: tuple(self._handles(outline)) for slug, outline in self.kb.reports.items() if outline.takeaways}

    def _handles(self, outline: Outline) -> Iterable[Handle]:
        """Yield a report's handles. Of one on safety neither year groups nor that theme are shown."""
        groups = self.groups(outline)
        url = addresses.report(outline.slug)
        for takeaway in outline.takeaways:
            facts = groups if self._delicate.isdisjoint(takeaway.themes) else UiText("")
            links = tuple(
                self.theme_links[theme]
                for theme in takeaway.themes[:1]
                if theme in self.theme_links and theme not in self._delicate
            )
            yield Handle(takeaway.text, takeaway.details, at(url, takeaway.anchor), outline.title, facts, links)

    @cached_property
    def handles_by_theme(self) -> dict[ThemeId, list[Handle]]:
        """The handles that carry each theme itself (not a narrower one)."""
        found: dict[ThemeId, list[Handle]] = {theme_id: [] for theme_id in self.kb.themes}
        for slug, handles in self.handles.items():
            for takeaway, handle in zip(self.kb.reports[slug].takeaways, handles, strict=True):
                for theme_id in dict.fromkeys(takeaway.themes):
                    if theme_id in found:
                        found[theme_id].append(handle)
        return found

    @cached_property
    def ways_to_handles(self) -> dict[ThemeId, Link]:
        """For each theme that handles carry, where all of them stand."""
        return {
            theme: Link(self.labels[theme], at(addresses.handles_of_theme(theme)), None, Token("try"))
            for theme, handles in self.handles_by_theme.items()
            if handles
        }

    def handles_of(self, slugs: Iterable[Slug]) -> list[Handle]:
        """Return the handles of these reports, in their order."""
        return [handle for slug in slugs for handle in self.handles.get(slug, ())]

    def themes_below(self, theme_id: ThemeId) -> list[ThemeId]:
        """Return the theme and all narrower ones, in the order of the hierarchy."""
        found = [theme_id]
        for narrower in self.kb.themes[theme_id].narrower:
            if narrower in self.kb.themes:
                found += self.themes_below(narrower)
        return found

    def quotation(self, quote: Quote) -> Quotation:
        """Return a passage with its context and where it comes from; an interview gives its band only.

        Of what is said on safety the subgroup is not shown.
        """
        passage = quote.passage
        outline = self.kb.reports.get(quote.report) if quote.report else None
        if outline:
            facts = self.facts(outline)
            source: SafeText | UiText = outline.title
            to: Address | None = at(addresses.report(outline.slug), passage.anchor)
        else:
            facts = names.bands_name(quote.bands)
            source, to = self.words.t("from an interview"), None
        if not self._delicate.isdisjoint(passage.themes):
            facts = self.quadrant_names[quote.quadrant] if quote.quadrant else UiText("")
        return Quotation(
            before=passage.context.cut(0, passage.start),
            text=passage.context.cut(passage.start, passage.end),
            after=passage.context.cut(passage.end, len(passage.context)),
            themes=tuple(self.theme_links[t] for t in passage.themes if t in self.theme_links),
            effect=Token(passage.effect.value) if passage.effect else None,
            effect_name=self.effect_names[passage.effect] if passage.effect else None,
            source=source,
            to=to,
            facts=facts,
            quadrant=Token(quote.quadrant.value) if quote.quadrant else None,
        )

    def steps(self, here: Quadrant | None = None) -> tuple[SpiralStep, ...]:
        """Return the four quadrants in the community's order."""
        return tuple(
            SpiralStep(
                id=Token(q.value),
                name=names.capital(self.quadrant_names[q]),
                short=names.quadrant_short(self.words, q),
                meaning=names.quadrant_meaning(self.words, q),
                to=at(addresses.quadrant(q)),
                reports=self.words.n("{count} report", "{count} reports", of_visible(self.kb.by_quadrant.get(q, ()))),
                here=q is here,
            )
            for q in Quadrant
        )
