"""Singling out by story: what in a report may be true of one person only, so that colleagues know who it is.

No list of names sees that "de enige jongen", a diagnosis, a fire or a parent's job leads to somebody (WP29, opinion
05/2014: singling out and inference remain when names are gone). `data/stories.txt` lists what to look for. A reviewer
is asked to look, once for each thing in a document; nothing is stopped.

Only a story about somebody is asked about: a name, or a word such as "hij" or "een leerling", occurs in its sentence or
in the one before it. A sentence that a reviewer has seen is not asked about again until it changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

from proefpraktijk.dutch.inflected_phrases import Phrase, Phrases
from proefpraktijk.dutch.lexicon import lexicon
from proefpraktijk.dutch.sentence_starts import BREAK
from proefpraktijk.model.notice import StoryKind
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.document.quoting import sentence_around, whole_words
from proefpraktijk.protect.finders.detection_state import DetectionState
from proefpraktijk.protect.finders.found import Found

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
KINDS = {
    "gezondheid": StoryKind.HEALTH,
    "gebeurtenis": StoryKind.EVENT,
    "gezin": StoryKind.FAMILY,
    "herkomst": StoryKind.ORIGIN,
    "kenmerk": StoryKind.TRAIT,
    "getal": StoryKind.NUMBER,
    "beroep": StoryKind.JOB,
    "bezigheid": StoryKind.PASTIME,
}
"""The kinds of the data file; what is of the kind "geen" takes others away."""
_NO_STORY = "geen"
_METHOD = "methode"
_SOMEBODY = "@iemand"


class Story(NamedTuple):
    """A stretch of a view's text that may single somebody out, its kind and sentence, and the phrase that matched."""

    start: int
    end: int
    kind: StoryKind
    sentence: tuple[int, int]
    phrase: Phrase


def stories(state: DetectionState) -> list[Story]:
    """Return what in the document may lead to somebody, each thing once, in order; what was seen is left out."""
    once: dict[Phrase, Story] = {}
    for story in (*_about_people(state), *_methods(state)):
        if not _is_replaced(state, story):
            once.setdefault(story.phrase, story)
    asked = {(story.kind, story.sentence): story for story in reversed(once.values())}
    return sorted((story for story in asked.values() if not _is_seen(state, story)), key=lambda story: story[:2])


def _is_replaced(state: DetectionState, story: Story) -> bool:
    """Return whether it is inside of what is replaced, so that no reader will see it."""
    return any(
        found.action == "replace" and found.start <= story.start and story.end <= found.end
        for found in state.overlapping(story.start, story.end)
    )


def _is_seen(state: DetectionState, story: Story) -> bool:
    """Return whether a reviewer has said that a reader may see it."""
    left, right = story.sentence
    return any(start <= left and right <= end for start, end in state.seen)


@cache
def _phrases() -> Phrases:
    return Phrases(
        (resources.files(__package__) / "data/stories.txt").read_text(encoding="utf-8").splitlines(), lexicon()
    )


def _about_people(state: DetectionState) -> Iterator[Story]:
    """Yield the stories about somebody, in the order of the text."""
    text, phrases = state.view.text, _phrases()
    words = list(_WORD.finditer(text))
    hits = list(phrases.find([word[0].lower().replace("\u2019", "'") for word in words]))
    idle = [(hit.start, hit.end) for hit in hits if hit.phrase.kind == _NO_STORY]
    for hit in hits:
        if hit.phrase.kind == _NO_STORY or any(start < hit.end and hit.start < end for start, end in idle):
            continue
        first, end = words[hit.start], words[hit.end - 1].end()
        sentence = whole_words(text, *sentence_around(text, first.start(), first.end()))
        if end <= sentence[1] and _is_about_somebody(state, sentence):
            yield Story(first.start(), end, KINDS[hit.phrase.kind], sentence, hit.phrase)


def _is_about_somebody(state: DetectionState, sentence: tuple[int, int]) -> bool:
    """Return whether a sentence, or the one before it in its block, speaks of somebody."""
    text, (left, right) = state.view.text, sentence
    before = text[:left].rstrip(" \n")
    if before and before[-1] != BREAK:
        left, _ = sentence_around(text, len(before) - 1, len(before))
    if any(left <= found.start < right and _is_person(found) for found in state.taken):
        return True
    somebody = _phrases().sets[_SOMEBODY]
    return any(not _phrases().keys(word[0].lower()).isdisjoint(somebody) for word in _WORD.finditer(text, left, right))


def _is_person(found: Found) -> bool:
    """Return whether a find is a private person, or a descriptor of one that stood in the text already."""
    return found.kind is HoldKind.PERSON and (found.action != "keep" or found.layer == "descriptors")


def _methods(state: DetectionState) -> Iterator[Story]:
    """Yield the methods that are named in one sentence with a school."""
    text = state.view.text
    for word in state.words:
        if word.facts.term and state.book.terms.is_method(word.text):
            left, right = whole_words(text, *sentence_around(text, word.start, word.end))
            if any(left <= found.start < right and found.kind is HoldKind.SCHOOL for found in state.taken):
                phrase = Phrase((frozenset((word.facts.lower,)),), _METHOD)
                yield Story(word.start, word.end, StoryKind.METHOD, (left, right), phrase)
