"""The airlock: raw documents in, safe ones out, or a hold that says where a person must look.

Nothing else leads to `sealing`, which alone makes `SafeText` of what people wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from proefpraktijk.model.corpus import (
    CommunityMatter,
    Decision,
    Entry,
    Interview,
    Matter,
    Report,
    ReportMatter,
    Roster,
    SessionMatter,
)
from proefpraktijk.model.paths import ContentPath, Slug
from proefpraktijk.model.problem import Message, Place, Problem
from proefpraktijk.model.safe import Hold, Publication, SafeReport
from proefpraktijk.model.text import RawText, SafeText
from proefpraktijk.model.vocabulary import DecisionAction
from proefpraktijk.protect.decisions.applied import ALL, DecidedAddresses, is_bound
from proefpraktijk.protect.decisions.usable import Rules, lapsed
from proefpraktijk.protect.document.document_text import DocumentText
from proefpraktijk.protect.document.lines import Lines
from proefpraktijk.protect.document.published_fields import RawFields, ReportFields, published_texts
from proefpraktijk.protect.document.replacing import rewritten
from proefpraktijk.protect.document.slugs import is_slug, page_slug
from proefpraktijk.protect.finders.context import Context, context_of
from proefpraktijk.protect.finders.found import Found, Span
from proefpraktijk.protect.finders.names.descriptors import descriptors
from proefpraktijk.protect.finders.second_readers.readers import Readings, SecondReaders
from proefpraktijk.protect.k_anonymity.contributors import Provenance, provenance_of
from proefpraktijk.protect.k_anonymity.coordinates_in_text import NOTHING_STATED, stated_in, stated_in_slug
from proefpraktijk.protect.k_anonymity.small_groups import SmallGroups
from proefpraktijk.protect.leak_check.byte_search import ByteSearch
from proefpraktijk.protect.leak_check.decision_effects import DecisionEffects, effects_of
from proefpraktijk.protect.leak_check.secret_strings import document_secrets, roster_secrets
from proefpraktijk.protect.sealing.bodies import document_text_of, put_together, unclear_links
from proefpraktijk.protect.sealing.earlier_addresses import EarlierAddresses
from proefpraktijk.protect.sealing.fields import sealed_fields
from proefpraktijk.protect.sealing.link_targets import LinkTargets
from proefpraktijk.protect.singling_out.notices import notices_of
from proefpraktijk.protect.singling_out.stories import stories

from .detector import Detection, Detector
from .fingerprint import fingerprint_of
from .holds import holds_of, link_hold
from .outcomes import Clearance, ClearedDocument, Inspection, ReportOutcome

M = TypeVar("M", bound=Matter)
F = TypeVar("F")

_COMMUNITY = ContentPath("content/community.yml")
_NAMES_SOMEBODY = Message("This file holds a name of the roster, and what it says is published.")
_GENERAL = "choose other words for {key}, such as a general address"


class Airlock:
    """Made once in a process (about 0.3 s the first time, the lexicon's share); its arguments travel by pickle."""

    def __init__(
        self,
        community: CommunityMatter,
        roster: Roster,
        decisions: tuple[Decision, ...],
        readings: Readings | None = None,
    ) -> None:
        """Prepare all layers; `readings` is what is remembered of second readers, and grows."""
        self.community = community
        self._roster = roster
        self._decisions = decisions
        self.second_readers = SecondReaders(community.second_readers, {} if readings is None else readings)
        self._detector = Detector(roster, decisions, (community.name.value,), self.second_readers.layers)
        self._addresses = DecidedAddresses(self._detector.decisions)
        self.small = SmallGroups(community, roster)
        self.problems: tuple[Problem, ...] = (
            *self.second_readers.problems,
            *self._detector.register.problems,
            *self._detector.problems,
            *self._names_of_the_community(),
        )

    @cached_property
    def fingerprint(self) -> str:
        """Changes whenever any document might come out differently: inputs, the code and data of this package.

        Decisions for one document alone are left out: see `decided_in`.
        """
        return fingerprint_of(
            self.community, self._roster, self._decisions_by_scope.get(ALL, ()), self.second_readers.versions
        )

    def decided_in(self, path: ContentPath) -> str:
        """Return what changes whenever a decision for this document alone does."""
        own = self._decisions_by_scope.get(path)
        return fingerprint_of(own) if own else ""

    @cached_property
    def _decisions_by_scope(self) -> Mapping[str, list[Decision]]:
        by_scope: dict[str, list[Decision]] = {}
        for decision in self._decisions:
            by_scope.setdefault(decision.scope, []).append(decision)
        return by_scope

    def lapsed(self, effects: DecisionEffects, read: Collection[ContentPath], *, complete: bool) -> Iterator[Problem]:
        """Yield a warning for each decision that fits none of the documents `read` (`complete`: all there are)."""
        return lapsed(self._detector.decisions, effects.decided, read, complete=complete)

    @cached_property
    def secrets(self) -> frozenset[str]:
        """The secret strings of the roster and of redactions for all reports, for the search of the finished site."""
        return roster_secrets(self._roster, self._detector.decisions)

    @cached_property
    def masks(self) -> frozenset[str]:
        """What may stand in the site though a secret string is part of it: public names, cleared phrases, the community's name."""
        decisions = self._detector.decisions
        cleared = (d.text.value for d in decisions if d.action is DecisionAction.CLEAR and not is_bound(d))
        return frozenset((*self._detector.register.public_names, *cleared, self.community.name.value))

    @cached_property
    def _search(self) -> ByteSearch:
        return ByteSearch(self.secrets, self.masks)

    @cached_property
    def _earlier(self) -> EarlierAddresses:
        return EarlierAddresses(self._detector, self.secrets, self._search)

    def _names_of_the_community(self) -> Iterator[Problem]:
        """Yield a Problem for each thing the community says of itself that is searched for in the finished site."""
        contact = self.community.contact.value if self.community.contact else ""
        for key, text in (("contact", contact), *(("bands", band.id) for band in self.community.bands)):
            if self._search.hits("", text.encode()):
                yield Problem("PP506", Place(_COMMUNITY), _NAMES_SOMEBODY, Message(_GENERAL, {"key": key}))

    def report(self, report: Report) -> ReportOutcome:
        """Return the outcome of a report: withdrawn, held, a draft (no member check) or published."""
        return self._outcome(report, nameless="verslag")

    def interview(self, interview: Interview) -> ReportOutcome:
        """Return the outcome of an interview, which is checked and published as a report is."""
        return self._outcome(interview, nameless="interview")

    def _outcome(self, report: Report | Interview, nameless: str) -> ReportOutcome:
        """Return the outcome of a report or interview; `nameless` is its slug when its title has no letter."""
        matter = report.matter
        clearance = self.clear(report, ReportFields.of)
        secrets, effects = clearance.secrets, clearance.effects
        if matter.withdrawn:
            return ReportOutcome(Publication.WITHDRAWN, None, (), 0, secrets, effects=effects)
        cleared = clearance.cleared
        if cleared is None:
            return ReportOutcome(
                Publication.HELD,
                None,
                clearance.holds,
                clearance.replaced,
                secrets,
                effects=effects,
                notices=clearance.notices,
            )
        safe = SafeReport(
            key=report.path,
            slug=_slug(matter.slug, cleared.fields, nameless),
            title=cleared.fields.title,
            themes=matter.themes,
            body=cleared.body,
            draft=matter.member_check is None,
            earlier=cleared.earlier,
        )
        return ReportOutcome(
            Publication.DRAFT if safe.draft else Publication.PUBLISHED,
            safe,
            (),
            clearance.replaced,
            secrets,
            clearance.problems,
            effects,
            clearance.notices,
            self._with_stated(report, safe, provenance_of(matter, self._detector.register)),
        )

    def _with_stated(self, report: Report | Interview, safe: SafeReport, provenance: Provenance) -> Provenance:
        """Return the provenance with what text and slugs state of it."""
        matter, bands = report.matter, self.community.bands
        own = matter.slug if matter.slug and matter.slug.value == safe.slug else None
        return provenance._replace(
            stated=stated_in(report, bands),
            slug=stated_in_slug(safe.slug, Lines(report.source).place(own.start), matter, bands)
            if own
            else NOTHING_STATED,
            earlier=tuple((old, stated_in_slug(old.slug, old.place, matter, bands)) for old in safe.earlier),
        )

    def scan(self, blocks: Sequence[tuple[RawText, ...]]) -> tuple[Span, ...]:
        """Return what would be replaced and held in `blocks` of runs, in source offsets, in order."""
        view = DocumentText.of(blocks)
        detection = self._detector.detect(view, Context())
        spans = []
        for found in detection.state.taken:
            if found.action == "keep":
                continue
            start, end = view.source(found.start, found.end)
            spans.append(Span(start, end, found.action, found.kind, found.layer))
        return tuple(sorted(spans, key=lambda span: (span.start, span.end)))

    @property
    def rules(self) -> Rules:
        """What a single decision must keep to."""
        return self._detector.rules

    def described(self, detection: Detection, replaced: list[Found]) -> list[str]:
        """Return the descriptor for each find of `replaced`, which are in order of appearance."""
        return descriptors(detection.state, replaced, self.community.language, self.small.rare_roles)

    def inspect(self, entry: Entry[Any]) -> Inspection:
        """Return what there is to see in the fields of a document that are published, and in its body, as one text."""
        view = document_text_of(published_texts(entry.matter), entry.body)
        contact = self.community.contact.value if self.community.contact else ""
        targets = LinkTargets(self._detector.book, contact, self._addresses.within(entry.path))
        detection = self._detector.detect(view, self._context(entry))
        found = tuple(stories(detection.state)) if isinstance(entry.matter, ReportMatter) else ()
        notices = notices_of(found, view, entry.source)
        return Inspection(detection, tuple(unclear_links(entry.body, targets)), targets, found, notices)

    def clear(self, entry: Entry[M], fields_of: Callable[[M], RawFields[F]]) -> Clearance[F]:
        """Return the published fields (`fields_of` its front matter) and the body of `entry` made safe, or what holds it."""
        inspection = self.inspect(entry)
        detection = inspection.detection
        replaced = detection.replaced
        secrets = document_secrets(detection)
        effects = [effects_of(detection), DecisionEffects(inspection.targets.decided(entry.body))]
        if entry.hidden:
            unseen = self._detector.detect(DocumentText.of((raw,) for raw in entry.hidden), self._context(entry))
            secrets |= document_secrets(unseen)
            effects.append(DecisionEffects(effects_of(unseen).decided))
        holds = (*holds_of(detection, entry.source), *(link_hold(raw, entry.source) for raw in inspection.unclear))
        if holds:
            held = tuple(sorted(holds, key=_order))
            return Clearance(None, held, len(replaced), secrets, DecisionEffects.of(effects), inspection.notices)
        earlier, problems = self._earlier.of(entry, self._context(entry), detection, secrets)
        names = self.described(detection, replaced)
        edits = [(found.start, found.end, name) for found, name in zip(replaced, names, strict=True)]
        texts = iter(rewritten(detection.state.view, edits))
        fields = sealed_fields(fields_of(entry.matter), texts)
        body = put_together(entry.body, texts, inspection.targets)
        cleared = ClearedDocument(fields, body, earlier)
        return Clearance(cleared, (), len(replaced), secrets, DecisionEffects.of(effects), inspection.notices, problems)

    def _context(self, entry: Entry[Any]) -> Context:
        if isinstance(entry.matter, ReportMatter):
            return context_of(entry, self._detector.register)
        days = frozenset((entry.matter.date,)) if isinstance(entry.matter, SessionMatter) else frozenset()
        return Context(str(entry.path), days=days)


def _slug(written: RawText | None, fields: ReportFields[SafeText], nameless: str) -> Slug:
    """Return the slug that was `written` when nothing in it was replaced, else one made of the title."""
    if fields.slug is not None and written is not None and fields.slug == written.value and is_slug(fields.slug):
        return Slug(str(fields.slug))
    return page_slug(fields.title, nameless)


def _order(hold: Hold) -> tuple[int, int, str]:
    return hold.start, hold.end, hold.layer
