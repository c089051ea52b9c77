"""What many pages share, made once per plan: labels, cards, handles, the answers to a body's holes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from proefpraktijk.model.counts import PublicCount, of_visible
from proefpraktijk.model.document import TargetKind
from proefpraktijk.model.knowledge import Backlink, BacklinkKind, KnowledgeBase, Outline, Quote
from proefpraktijk.model.paths import ContentPath, SiteUrl, Slug, ThemeId
from proefpraktijk.model.spiral import Effect, Quadrant, YearGroup
from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render.bodies.rendered_body import (
    CLOSE,
    MARKS,
    OPEN,
    PICTURE,
    SELF,
    FilledBody,
    Hole,
    RenderedBody,
    themes_of,
)

from . import addresses
from . import coordinate_names as names
from .addresses import Address, Token, at, relative
from .markup import escape
from .views import Backreference, Card, Handle, Link, Quotation, Reference, Step

_REPORT, _THEME = TargetKind.REPORT.name, TargetKind.THEME.name


class Shelf:
    """The knowledge base with everything on it that is shown in more than one place."""

    def __init__(self, kb: KnowledgeBase, words: names.Words, pictures: Mapping[str, str]) -> None:
        """Take the knowledge base, the language of the interface, and the pictures' public names by ContentPath."""
        self.kb = kb
        self.words = words
        self.pictures = pictures
        self.bands = kb.community.bands
        self._holes: dict[tuple[int, Hole], str] = {}
        self._groups: dict[tuple[tuple[YearGroup, ...], tuple[str, ...]], UiText] = {}
        self._facts: dict[tuple[object, ...], UiText] = {}
        self.quadrant_names = {q: names.quadrant_name(words, q) for q in Quadrant}
        self.effect_names = {e: names.effect_name(words, e) for e in Effect}
        self._days: dict[dt.date, UiText] = {}
        self._counts: dict[PublicCount, UiText] = {}
        self._delicate = kb.delicate
        self.labels = {theme_id: node.theme.label for theme_id, node in kb.themes.items()}
        self.theme_links = {
            theme_id: Link(node.theme.label, at(addresses.theme(theme_id)), None, Token("theme"))
            for theme_id, node in kb.themes.items()
        }

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
        """Return the report's year groups in words, or its bands; empty when neither is told."""
        key = (outline.year_groups, outline.bands)
        if key not in self._groups:
            named = names.groups_name(self.words, outline.year_groups, self.bands)
            self._groups[key] = named or names.bands_name(outline.bands)
        return self._groups[key]

    def facts(self, outline: Outline) -> UiText:
        """Return `groep 5/6 · bijeenkomst 3 · socialiseren`, as far as it is told."""
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
        """Yield a report's handles. Of one on safety the year groups are not told, and it does not tell that theme."""
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

        Of what is said on safety the subgroup is not told.
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

    def backreferences(self, backlinks: Sequence[Backlink]) -> tuple[Backreference, ...]:
        """Return the pages that name this one, as far as they are published."""
        return tuple(found for backlink in backlinks if (found := self._backreference(backlink)))

    def _backreference(self, backlink: Backlink) -> Backreference | None:
        target = self.page_of(backlink.kind.name, backlink.ref)
        if target is None:
            return None
        return Backreference(target, self._kinds[backlink.kind], backlink.sentence)

    @cached_property
    def _kinds(self) -> dict[BacklinkKind, UiText]:
        return {
            BacklinkKind.REPORT: self.words.t("report"),
            BacklinkKind.SESSION: self.words.t("session"),
            BacklinkKind.FINDING: self.words.t("finding"),
            BacklinkKind.PAGE: self.words.t("page"),
            BacklinkKind.THEME: self.words.t("theme"),
        }

    def page_of(self, kind: str, key: str) -> Link | None:
        """Return title and address of the document with this public key, or None when it is not published.

        `kind` is a name of `TargetKind` or `BacklinkKind`.
        """
        kb = self.kb
        if kind == _REPORT:
            return self._reports.get(Slug(key))
        if kind == _THEME:
            return self.theme_links.get(ThemeId(key))
        if kind == TargetKind.FINDING.name and (finding := kb.findings.get(Slug(key))):
            return Link(finding.finding.question, at(addresses.finding(Slug(key))))
        if kind == TargetKind.PAGE.name and (page := kb.pages.get(Slug(key))):
            return Link(page.page.title, at(addresses.page(Slug(key))))
        if kind == TargetKind.SESSION.name and (node := self._sessions.get(key)):
            return node
        return None

    @cached_property
    def _reports(self) -> dict[Slug, Link]:
        return {slug: Link(outline.title, at(addresses.report(slug))) for slug, outline in self.kb.reports.items()}

    @cached_property
    def _sessions(self) -> dict[str, Link]:
        return {
            str(session_id): Link(node.session.title, at(addresses.session(session_id)))
            for session_id, node in self.kb.sessions.items()
        }

    def fill(self, body: RenderedBody, url: SiteUrl) -> FilledBody:
        """Return the body as it stands on the page at `url`."""
        depth = url.count("/")
        known = self._holes

        def answer(hole: Hole) -> str:
            key = (depth, hole)
            if key not in known:
                known[key] = self._answer(hole, url)
            return known[key]

        return body.fill(answer)

    def _answer(self, hole: Hole, url: SiteUrl) -> str:
        purpose, kind, key = hole
        if purpose == PICTURE:
            return relative(url, addresses.media(self.pictures[key]))
        if purpose in (OPEN, CLOSE):
            target = self.page_of(kind, self.kb.public.get(ContentPath(key), key))  # a file, or a theme that is named
            if target is None:
                return ""
            return f'<a href="{relative(url, target.to)}">' if purpose == OPEN else "</a>"
        if purpose == SELF:
            return f'<a class="self" href="#{key}" aria-label="{escape(self._place(key))}"></a>'
        if purpose == MARKS:
            return self._legend
        labels = "".join(
            f'<a href="{relative(url, link.to)}">{escape(link.text)}</a>'
            for theme_id in themes_of(hole)
            if (link := self.theme_links.get(theme_id))
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

    def steps(self, here: Quadrant | None = None) -> tuple[Step, ...]:
        """Return the four quadrants in the community's order."""
        return tuple(
            Step(
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
