"""From what holds a document to what a reviewer is asked, and from an answer to a decision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

from proefpraktijk.model.corpus import Decision, Entry
from proefpraktijk.model.problem import Message
from proefpraktijk.model.review import Answer, ReviewItem, ReviewOption
from proefpraktijk.model.safe import Hold, HoldKind
from proefpraktijk.model.text import RawText
from proefpraktijk.model.vocabulary import DecisionAction
from proefpraktijk.protect.decisions.applied import ALL, DESCRIBED, SCHOOL, who_is
from proefpraktijk.protect.document.quoting import flat, sentence_around, whole_words, words_around
from proefpraktijk.protect.finders.found import Found, overlapping
from proefpraktijk.protect.finders.names.descriptors import ENGLISH
from proefpraktijk.protect.leak_check.decision_effects import masks_of

from .airlock import Airlock
from .holds import file_hold, holds_of, link_hold
from .outcomes import Inspection
from .shared_documents import doubts_name_of

_FIRST = {
    HoldKind.SCHOOL: (SCHOOL, "plaats"),
    HoldKind.PLACE: ("plaats", SCHOOL, "adres"),
    HoldKind.DATE: ("datum",),
    HoldKind.CONTACT: ("account", "e-mailadres", "telefoonnummer", "adres"),
    HoldKind.NUMBER: ("telefoonnummer", "rekeningnummer", "account", "adres"),
}
"""The likeliest descriptors for a kind of hold; people, schools, places and dates are always offered after them."""
_ALWAYS = (*DESCRIBED, "plaats", "datum")
_RENAME = Message("Rename the file: its name becomes an address on the site, in which nothing can be replaced.")
_ALONE = Message("A name of the roster that stands apart here can be replaced or reworded, not cleared.")
_ADDRESS_NAMES = Message("This address holds a name of the roster: leave the link out, or change it.")


def review_items(airlock: Airlock, entry: Entry[Any]) -> tuple[ReviewItem, ...]:
    """Return what a reviewer must settle before `entry` can be published, in the order of the file, each thing once."""
    inspection = airlock.inspect(entry)
    asking = _Asking(airlock, inspection, entry, _firsts(inspection.detection.replaced))
    found = [*asking.of_text(), *(asking.of_link(raw) for raw in inspection.unclear)]
    if doubts_name_of(airlock, entry):
        found.append(asking.of_file())
    found += asking.of_stories()
    found.sort(key=lambda item: item.source)
    return tuple({item.id: item for item in reversed(found)}.values())[::-1]


@dataclass(frozen=True, slots=True)
class _Asking:
    """One document before a reviewer."""

    airlock: Airlock
    inspection: Inspection
    entry: Entry[Any]
    firsts: tuple[Found, ...]

    def of_text(self) -> Iterator[ReviewItem]:
        """Yield an item for each stretch of the text that is held."""
        detection = self.inspection.detection
        for found, hold in zip(detection.held, holds_of(detection, self.entry.source), strict=True):
            yield self._stretch(found, hold)

    def _stretch(self, found: Found, hold: Hold) -> ReviewItem:
        text = self.inspection.detection.state.view.text
        start, end = whole_words(text, found.start, found.end)
        left, right = sentence_around(text, start, end)
        before, after = words_around(text, start, end)
        stretch = flat(text[start:end])
        return ReviewItem(
            id=self._id("text", stretch, before, after),
            place=hold.place,
            kind=hold.kind,
            layer=hold.layer,
            why=hold.message,
            text=stretch,
            before=before,
            after=after,
            sentence=text[left:right].replace("\n", " "),
            start=start - left,
            end=end - left,
            source=(hold.start, hold.end),
            offer=lambda: tuple(self._options(hold.kind, start, end)),
        )

    def _options(self, kind: HoldKind, start: int, end: int) -> Iterator[ReviewOption]:
        detection = self.inspection.detection
        stretch = detection.state.view.text[start:end]
        for noun in dict.fromkeys((*_FIRST.get(kind, ()), *_ALWAYS)):
            yield ReviewOption(Answer.REPLACE, noun, self._reader_sees(start, end, noun))
        as_written = self._reader_sees(start, end)
        names = self.airlock.rules.names_somebody(stretch)
        alone = names and not any(masks_of(detection, start, end))
        yield ReviewOption(Answer.CLEAR_HERE, reader_sees=as_written, refused=_ALONE if alone else None)
        fault = self.airlock.rules.fault(_decision(DecisionAction.CLEAR, stretch, ALL))
        yield ReviewOption(Answer.CLEAR_ALL, reader_sees=as_written, refused=fault.message if fault else None)
        yield ReviewOption(Answer.REDACT, reader_sees=self._reader_sees(start, end, "\u2026"))

    def _reader_sees(self, start: int, end: int, noun: str = "") -> str:
        """Return the sentence as it would be published with `noun` in the place of the stretch; as it is without one."""
        detection = self.inspection.detection
        text = detection.state.view.text
        left, right = sentence_around(text, start, end)
        near = _between(detection.state.taken, left, right)
        named = {found.start: found for found in (*self.firsts, *near) if found.end <= start or end <= found.start}
        if noun:
            who = who_is(detection.state, RawText(text[start:end]), noun)
            named[start] = Found(start, end, "replace", HoldKind.PERSON, "decisions", who, "" if who else noun)
        replaced = [named[at] for at in sorted(named)]
        shown, at = [], left
        for found, descriptor in zip(replaced, self.airlock.described(detection, replaced), strict=True):
            if left <= found.start and found.end <= right:
                shown += [text[at : found.start], descriptor]
                at = found.end
        return "".join((*shown, text[at:right])).replace("\n", " ")

    def of_link(self, raw: RawText) -> ReviewItem:
        """Return the item of a link whose address is unclear."""
        hold = link_hold(raw, self.entry.source)
        address = raw.value.strip()
        refused = _ADDRESS_NAMES if self.airlock.rules.names_somebody(address) else None
        return ReviewItem(
            id=self._id("link", address),
            place=hold.place,
            kind=hold.kind,
            layer=hold.layer,
            why=hold.message,
            text=address,
            sentence=address,
            end=len(address),
            source=(raw.start, raw.end),
            offer=lambda: (
                ReviewOption(Answer.LEAVE_OUT),
                ReviewOption(Answer.CLEAR_HERE, reader_sees=address, refused=refused),
                ReviewOption(Answer.CLEAR_ALL, reader_sees=address, refused=refused),
            ),
        )

    def of_stories(self) -> Iterator[ReviewItem]:
        """Yield an item for each sentence that may lead to somebody; having seen it is bound to the whole of it."""
        text = self.inspection.detection.state.view.text
        for story, notice in zip(self.inspection.stories, self.inspection.notices, strict=True):
            left, right = story.sentence
            sentence = flat(text[left:right])
            yield ReviewItem(
                id=self._id("story", story.kind, sentence),
                place=notice.place,
                kind=story.kind,
                layer="stories",
                why=notice.message,
                text=sentence,
                sentence=sentence,
                start=story.start - left,
                end=story.end - left,
                source=(notice.start, notice.end),
                rule=notice.rule,
                offer=lambda story=story: self._after_a_look(story.start, story.end),  # type: ignore[misc] # a default is typed
            )

    def _after_a_look(self, start: int, end: int) -> tuple[ReviewOption, ...]:
        return ReviewOption(Answer.SEEN, reader_sees=self._reader_sees(start, end)), ReviewOption(Answer.REWORD)

    def of_file(self) -> ReviewItem:
        """Return the item of a file whose own name is in doubt."""
        hold = file_hold(self.entry.source)
        return ReviewItem(self._id("file"), hold.place, hold.kind, hold.layer, hold.message, text="", instead=_RENAME)

    def _id(self, *parts: str) -> str:
        return blake2b("\0".join((self.entry.path, *parts)).encode(), digest_size=6).hexdigest()


def _firsts(replaced: list[Found]) -> tuple[Found, ...]:
    """Return the first find of everybody in a document: they decide who gets which letter."""
    return tuple({found.who: found for found in reversed(replaced) if found.who}.values())


def _between(taken: list[Found], left: int, right: int) -> Iterator[Found]:
    """Yield what is replaced between two offsets."""
    for found in taken[overlapping(taken, left, right)]:
        if found.action == "replace" and left <= found.start and found.end <= right:
            yield found


def decision_on(
    item: ReviewItem, option: ReviewOption, words: str, *, reason: str, by: str, date: dt.date, language: str
) -> Decision:
    """Return the decision that gives one answer to `item`; `words` are the reviewer's own, for a redaction.

    A replacement and a redaction hold for the document, wherever its text stands in it; clearing here, and having
    seen something, are bound to the words around it.
    """
    answer = option.answer
    scope = ALL if answer is Answer.CLEAR_ALL else item.place.path
    if answer is Answer.REPLACE:
        replacement = ENGLISH[option.noun] if language == "en" else option.noun
        made = _decision(DecisionAction.REDACT, item.text, scope, replacement=replacement)
    elif answer in (Answer.REDACT, Answer.LEAVE_OUT):
        made = _decision(DecisionAction.REDACT, item.text, scope, replacement=words.strip("[] ") or None)
    else:
        around = (item.before or None, item.after or None) if answer is not Answer.CLEAR_ALL else (None, None)
        action = DecisionAction.SEEN if answer is Answer.SEEN else DecisionAction.CLEAR
        made = _decision(action, item.text, scope, before=around[0], after=around[1])
    return replace(made, reason=reason, by=by, date=date)


_UNDECIDED = dt.date(2000, 1, 1)


def _decision(
    action: DecisionAction,
    text: str,
    scope: str,
    *,
    before: str | None = None,
    after: str | None = None,
    replacement: str | None = None,
) -> Decision:
    """Return a decision of which it is not yet known by whom, when and why."""
    return Decision(
        action=action,
        text=RawText(text.strip()),
        scope=scope,
        reason="",
        by="",
        date=_UNDECIDED,
        replacement=replacement,
        before=RawText(before.strip()) if before else None,
        after=RawText(after.strip()) if after else None,
    )
