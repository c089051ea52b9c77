"""Title and address of each published document, by its public key: what links, breadcrumbs and backlinks are made of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from proefpraktijk.model.document import TargetKind
from proefpraktijk.model.knowledge import Backlink, BacklinkKind, KnowledgeBase
from proefpraktijk.model.paths import Slug, ThemeId
from proefpraktijk.model.text import UiText

from . import addresses
from .addresses import Token, at
from .coordinate_names import Words
from .views import Backreference, Link

_REPORT, _THEME = TargetKind.REPORT.name, TargetKind.THEME.name


class PublishedLinks:
    """The links to all documents of a knowledge base. What is not in it is not published and has none."""

    def __init__(self, kb: KnowledgeBase, words: Words) -> None:
        """Take the knowledge base and the language of the interface."""
        self.kb = kb
        self.words = words
        self.labels = {theme_id: node.theme.label for theme_id, node in kb.themes.items()}
        self.theme_links = {
            theme_id: Link(node.theme.label, at(addresses.theme(theme_id)), None, Token("theme"))
            for theme_id, node in kb.themes.items()
        }

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
