"""Where links and pictures may lead once a text has passed.

Links between documents and pictures keep the ContentPath of the file they lead to, as a plain string: it is resolved to
a public address later (a picture's is made of its pixels, because a file name may hold a name), and templates refuse it
until then.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import cast
from urllib.parse import urlsplit

from proefpraktijk.model.corpus import Decision
from proefpraktijk.model.document import Document, Target, TargetKind
from proefpraktijk.model.text import SEAL, RawText, SafeText
from proefpraktijk.model.vocabulary import DecisionAction
from proefpraktijk.protect.decisions.applied import identity
from proefpraktijk.protect.finders.patterns.web_addresses import is_clear_address
from proefpraktijk.protect.roster.word_facts import WordBook

MEDIA_TYPES = frozenset((".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"))


class Unclear(Exception):  # noqa: N818 - no error: a doubt, turned into a hold by whoever asked
    """A web address that may lead to a person. It carries no text."""


class LinkTargets:
    """The rules for targets, for one roster and one document."""

    def __init__(self, book: WordBook, contact: str, decisions: Mapping[str, Decision]) -> None:
        """Take the words and names to check addresses with, the community's own address, and what was decided on others."""
        self._book = book
        self._contact = contact.strip().lower()
        self._decisions = decisions

    def decided(self, body: Document[RawText]) -> frozenset[str]:
        """Return the identities of the decisions on addresses that `body` links to."""
        if not self._decisions:
            return frozenset()
        links = (run.link for block in body.blocks for run in block.runs if run.link)
        found = (self._decisions.get(link.target.value) for link in links if link.kind is TargetKind.WEB)
        return frozenset(identity(decision) for decision in found if decision)

    def passed(self, target: Target[RawText]) -> Target[SafeText] | None:
        """Return `target` fit to go out, or None when it is dropped; raise Unclear when a reviewer must look."""
        value = target.target.value
        if target.kind is TargetKind.WEB:
            return self._web(value)
        if target.kind is TargetKind.MEDIA:
            known = PurePosixPath(value).suffix.lower() in MEDIA_TYPES
            return Target(target.kind, cast("SafeText", str(value))) if known else None
        if target.kind is TargetKind.ANCHOR:
            return None if self._names_somebody(value) else Target(target.kind, SafeText(value, SEAL))
        return Target(target.kind, cast(SafeText, str(value)))

    def _web(self, value: str) -> Target[SafeText] | None:
        scheme = urlsplit(value).scheme.lower() if ":" in value else ""
        if scheme == "mailto":
            address = value.partition(":")[2].partition("?")[0].strip().lower()
            public = bool(address) and address == self._contact
            return Target(TargetKind.WEB, SafeText(f"mailto:{address}", SEAL)) if public else None
        if scheme not in ("http", "https"):
            return None
        decision = self._decisions.get(value)
        if decision and decision.action is DecisionAction.REDACT:
            return None
        if not decision and not is_clear_address(value, self._book):
            raise Unclear
        return Target(TargetKind.WEB, SafeText(value, SEAL))

    def _names_somebody(self, value: str) -> bool:
        return any(word.facts.hits or word.facts.conceals for word in self._book.words(value.replace("-", " ")))
