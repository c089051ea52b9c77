"""Answers of a reviewer from a JSON file, to what `review --list --format json` listed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, NamedTuple

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from proefpraktijk.model.corpus import Decision
from proefpraktijk.model.problem import Message
from proefpraktijk.model.review import Answer, ReviewItem, ReviewOption
from proefpraktijk.pipeline.reviewing import Review
from proefpraktijk.protect import decision_on
from proefpraktijk.wording import Wording

from .terminal_reviewer import today, usual_reason


class GivenAnswer(BaseModel):
    """One answer. `replacement` are the reviewer's own words, for the option `redact`."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    id: str
    option: str
    replacement: str = ""
    reason: str = ""
    by: str = ""


_ANSWERS = TypeAdapter(list[GivenAnswer])


class TakenAnswers(NamedTuple):
    """The outcome of answers: the decisions, a line for each answer that is refused, and how many no longer apply."""

    decisions: list[Decision]
    refusals: list[str]
    late: int = 0


def decided_elsewhere(review: Review, answers: IO[str], by: str | None, wording: Wording) -> TakenAnswers:
    """Return the outcome of the answers. Refusals number them from 1 and never quote them."""
    try:
        given = _ANSWERS.validate_python(json.load(answers))
    except (ValueError, RecursionError) as wrong:
        return TakenAnswers([], [*_misshapen(wrong, wording)])
    waiting = {item.id: item for path in review.waiting for item in review.items(path)}
    followed = _followed(given)
    taken = TakenAnswers([], [])
    for number, answer in enumerate(given, start=1):
        item = waiting.get(answer.id)
        if item is None or followed[answer.id] != number:
            taken = taken._replace(late=taken.late + 1)
            continue
        made = _decision(review, item, answer, answer.by or by or "", wording)
        if isinstance(made, Message):
            taken.refusals.append(wording.t("Answer {number}: {reason}", number=number, reason=wording.say(made)))
        elif made is not None:
            taken.decisions.append(made)
    return taken


_LEAVES_STANDING = frozenset((Answer.CLEAR_HERE, Answer.CLEAR_ALL, Answer.SEEN, Answer.REWORD))


def _followed(given: list[GivenAnswer]) -> dict[str, int]:
    """Return for each hold the number of the answer to follow: of several the first that redacts, else the first."""
    numbered = sorted(enumerate(given, start=1), key=lambda pair: pair[1].option in _LEAVES_STANDING)
    return {answer.id: number for number, answer in reversed(numbered)}


_NO_OPTION = Message("this option is not among those of the hold")
_NO_WORDS = Message("words of your own are missing (replacement)")
_NO_ROLE = Message("who decided is missing (by)")
_NAMED = Message("who decided is to be a role, not a name (by)")


def _misshapen(wrong: ValueError | RecursionError, wording: Wording) -> Iterator[str]:
    if not isinstance(wrong, ValidationError):
        yield wording.t("This is not JSON.")
        return
    for number in dict.fromkeys(error["loc"][0] + 1 if error["loc"] else 0 for error in wrong.errors()):  # type: ignore[operator] # a list's index
        reason = wording.t("an answer has the keys id, option, replacement, reason and by, all of them text")
        yield wording.t("Answer {number}: {reason}", number=number, reason=reason)


def _decision(
    review: Review, item: ReviewItem, answer: GivenAnswer, by: str, wording: Wording
) -> Decision | Message | None:
    """Return the decision of one answer, or why it cannot be followed; None when it decides nothing."""
    option: ReviewOption | None = next((option for option in item.options if option.id == answer.option), None)
    rules = review.airlock.rules
    if option is None:
        return _NO_OPTION
    if option.refused or option.answer is Answer.REWORD:
        return option.refused
    if option.answer is Answer.REDACT and not answer.replacement.strip("[] "):
        return _NO_WORDS
    if not by:
        return _NO_ROLE
    if rules.names_somebody(by):
        return _NAMED
    reason = answer.reason or usual_reason(option.answer, wording)
    language = review.airlock.community.language
    decision = decision_on(item, option, answer.replacement, reason=reason, by=by, date=today(), language=language)
    fault = rules.fault(decision)
    return fault.message if fault else decision
