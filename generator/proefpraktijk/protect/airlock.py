"""The airlock: raw documents in, safe ones out, or a hold that says where a person must look.

The only place where `SafeText` is made of what people wrote (with `bodies` and `targets`, its two hands).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from proefpraktijk.model.corpus import (
    CommunityMatter,
    Decision,
    Entry,
    Interview,
    Report,
    ReportMatter,
    Roster,
    SessionMatter,
)
from proefpraktijk.model.document import Document
from proefpraktijk.model.paths import ContentPath, Slug
from proefpraktijk.model.problem import Message, Place, Problem
from proefpraktijk.model.safe import Hold, Publication, SafeReport
from proefpraktijk.model.text import SEAL, RawText, SafeText
from proefpraktijk.model.values import DecisionAction
from proefpraktijk.protect.decisions.applied import ALL, DecidedAddresses, is_bound
from proefpraktijk.protect.decisions.usable import Rules, lapsed
from proefpraktijk.protect.document.lines import Lines
from proefpraktijk.protect.document.published_fields import texts_of
from proefpraktijk.protect.document.replacing import rewritten
from proefpraktijk.protect.document.slugs import is_slug, page_slug
from proefpraktijk.protect.document.view import View
from proefpraktijk.protect.finders.context import Context, context_of
from proefpraktijk.protect.finders.found import Found, Span
from proefpraktijk.protect.finders.names.descriptors import descriptors
from proefpraktijk.protect.finders.second_readers.readers import Readings, SecondReaders
from proefpraktijk.protect.k_anonymity.contributors import Standing, standing_of
from proefpraktijk.protect.k_anonymity.coordinates_in_text import SILENT, aloud_in, slug_aloud
from proefpraktijk.protect.k_anonymity.small_groups import SmallGroups
from proefpraktijk.protect.leak_check.byte_search import ByteSearch
from proefpraktijk.protect.leak_check.masks import Traces, traces_of
from proefpraktijk.protect.leak_check.secret_strings import document_needles, roster_needles
from proefpraktijk.protect.sealing.bodies import lay_out, put_together, unclear_links
from proefpraktijk.protect.sealing.earlier_addresses import FormerAddresses
from proefpraktijk.protect.sealing.link_targets import Targets
from proefpraktijk.protect.singling_out.notices import notices_of
from proefpraktijk.protect.singling_out.stories import stories

from .detector import Detection, Detector
from .fingerprint import fingerprint
from .holds import holds_of, link_hold
from .outcomes import Cleared, Looked, Passed

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
        """Changes whenever any document might come out differently: inputs, this house's code and its data.

        Decisions for one document alone are left out: see `decided_in`.
        """
        return fingerprint(
            self.community, self._roster, self._decisions_by_scope.get(ALL, ()), self.second_readers.versions
        )

    def decided_in(self, path: ContentPath) -> str:
        """Return what changes whenever a decision for this document alone does."""
        own = self._decisions_by_scope.get(path)
        return fingerprint(own) if own else ""

    @cached_property
    def _decisions_by_scope(self) -> Mapping[str, list[Decision]]:
        by_scope: dict[str, list[Decision]] = {}
        for decision in self._decisions:
            by_scope.setdefault(decision.scope, []).append(decision)
        return by_scope

    def lapsed(self, traces: Traces, read: Collection[ContentPath], *, complete: bool) -> Iterator[Problem]:
        """Yield a warning for each decision that fits none of the documents `read` (`complete`: all there are)."""
        return lapsed(self._detector.decisions, traces.decided, read, complete=complete)

    @cached_property
    def needles(self) -> frozenset[str]:
        """The secret strings of the roster and of redactions for all reports, for the search of the finished site."""
        return roster_needles(self._roster, self._detector.decisions)

    @cached_property
    def masks(self) -> frozenset[str]:
        """What may stand in the site though a needle is in it: public names, cleared phrases, the community's name."""
        decisions = self._detector.decisions
        cleared = (d.text.value for d in decisions if d.action is DecisionAction.CLEAR and not is_bound(d))
        return frozenset((*self._detector.register.public_names, *cleared, self.community.name.value))

    @cached_property
    def _search(self) -> ByteSearch:
        return ByteSearch(self.needles, self.masks)

    @cached_property
    def _former(self) -> FormerAddresses:
        return FormerAddresses(self._detector, self.needles, self._search)

    def _names_of_the_community(self) -> Iterator[Problem]:
        """Yield a Problem for each thing the community says of itself that is searched for in the finished site."""
        contact = self.community.contact.value if self.community.contact else ""
        for key, text in (("contact", contact), *(("bands", band.id) for band in self.community.bands)):
            if self._search.hits("", text.encode()):
                yield Problem("PP506", Place(_COMMUNITY), _NAMES_SOMEBODY, Message(_GENERAL, {"key": key}))

    def report(self, report: Report | Interview, interview: bool = False) -> Passed:  # noqa: FBT001, FBT002 - the street's call
        """Return what becomes of a report or interview: withdrawn, held, a draft (no member check) or published."""
        matter = report.matter
        cleared = self.clear(report)
        if matter.withdrawn:
            return Passed(Publication.WITHDRAWN, None, (), 0, cleared.needles, traces=cleared.traces)
        if cleared.holds:
            return Passed(
                Publication.HELD,
                None,
                cleared.holds,
                cleared.replaced,
                cleared.needles,
                traces=cleared.traces,
                notices=cleared.notices,
            )
        draft = matter.member_check is None
        safe = SafeReport(
            key=report.path,
            slug=self._slug(report, cleared, "interview" if interview else "verslag"),
            title=cleared.texts[0],
            themes=matter.themes,
            body=cleared.body,
            draft=draft,
            earlier=cleared.earlier,
        )
        publication = Publication.DRAFT if draft else Publication.PUBLISHED
        standing = self._overheard(report, safe, standing_of(matter, self._detector.register))
        return Passed(
            publication,
            safe,
            (),
            cleared.replaced,
            cleared.needles,
            cleared.problems,
            cleared.traces,
            cleared.notices,
            standing,
        )

    def _overheard(self, report: Report | Interview, safe: SafeReport, standing: Standing) -> Standing:
        """Return the standing with what text and slugs tell of it."""
        matter, bands = report.matter, self.community.bands
        own = matter.slug if matter.slug and matter.slug.value == safe.slug else None
        return standing._replace(
            aloud=aloud_in(report, bands),
            slug=slug_aloud(safe.slug, Lines(report.source).place(own.start), matter, bands) if own else SILENT,
            earlier=tuple((old, slug_aloud(old.slug, old.place, matter, bands)) for old in safe.earlier),
        )

    def scan(self, blocks: Sequence[tuple[RawText, ...]]) -> tuple[Span, ...]:
        """Return what would be replaced and held in `blocks` of runs, in source offsets, in order."""
        view = View.of(blocks)
        detection = self._detector.detect(view, Context())
        spans = []
        for found in detection.scene.taken:
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
        return descriptors(detection.scene, replaced, self.community.language, self.small.rare_roles)

    def look(self, entry: Entry[Any]) -> Looked:
        """Return what there is to see in the fields of a document that are published, and in its body, as one text."""
        laid = lay_out([text for text in texts_of(entry.matter) if text is not None], entry.body)
        contact = self.community.contact.value if self.community.contact else ""
        targets = Targets(self._detector.book, contact, self._addresses.within(entry.path))
        detection = self._detector.detect(laid.view, self._context(entry))
        told = tuple(stories(detection.scene)) if isinstance(entry.matter, ReportMatter) else ()
        notices = notices_of(told, laid.view, entry.source)
        return Looked(laid, detection, tuple(unclear_links(entry.body, targets)), targets, told, notices)

    def clear(self, entry: Entry[Any]) -> Cleared:
        """Return the fields of `entry` that are published (`texts_of`) and its body, made safe, or what holds them."""
        looked = self.look(entry)
        laid, detection = looked.laid, looked.detection
        replaced = detection.replaced
        needles = document_needles(detection)
        traces = [traces_of(detection), Traces(looked.targets.decided(entry.body))]
        if entry.hidden:
            unseen = self._detector.detect(View.of((raw,) for raw in entry.hidden), self._context(entry))
            needles |= document_needles(unseen)
            traces.append(Traces(traces_of(unseen).decided))
        holds = (*holds_of(detection, entry.source), *(link_hold(raw, entry.source) for raw in looked.unclear))
        if holds:
            held = tuple(sorted(holds, key=_order))
            return Cleared((), Document(), held, len(replaced), needles, Traces.of(traces), looked.notices)
        earlier, problems = self._former.of(entry, self._context(entry), detection, needles)
        names = self.described(detection, replaced)
        edits = [(found.start, found.end, name) for found, name in zip(replaced, names, strict=True)]
        written = rewritten(laid.view, edits)
        return Cleared(
            texts=tuple(SafeText(text, SEAL) for text in written[: laid.texts]),
            body=put_together(entry.body, written[laid.texts :], looked.targets),
            holds=(),
            replaced=len(replaced),
            needles=needles,
            traces=Traces.of(traces),
            notices=looked.notices,
            touched=_touched(detection, laid.texts),
            earlier=earlier,
            problems=problems,
        )

    def _context(self, entry: Entry[Any]) -> Context:
        if isinstance(entry.matter, ReportMatter):
            return context_of(entry, self._detector.register)
        days = frozenset((entry.matter.date,)) if isinstance(entry.matter, SessionMatter) else frozenset()
        return Context(str(entry.path), days=days)

    def _slug(self, report: Report, cleared: Cleared, fallback: str) -> Slug:
        slug = report.matter.slug
        if slug is not None and not cleared.touched[1] and is_slug(slug.value):
            return Slug(str(cleared.texts[1]))
        return page_slug(cleared.texts[0], fallback)


def _touched(detection: Detection, texts: int) -> tuple[bool, ...]:
    segments = detection.scene.view.segments[:texts]
    return tuple(
        any(found.start < s.start + len(s.text) and s.start < found.end for found in detection.replaced)
        for s in segments
    )


def _order(hold: Hold) -> tuple[int, int, str]:
    return hold.start, hold.end, hold.layer
