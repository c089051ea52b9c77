"""Asking a reviewer, in a terminal or over a pipe: one item at a time, each answer kept before the next question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import takewhile

import click

from proefpraktijk.model.corpus import Decision
from proefpraktijk.model.problem import Problem
from proefpraktijk.model.review import Answer, ReviewItem, ReviewOption
from proefpraktijk.pipeline.reviewing import Review
from proefpraktijk.protect import decision_on
from proefpraktijk.wording import Wording, msg

from .console import UserOutput

_SKIP, _STOP = "s", "q"
_CLIP = 25
_LABELS = {
    Answer.REPLACE: msg("replace as …"),
    Answer.CLEAR_HERE: msg("clear here"),
    Answer.CLEAR_ALL: msg("clear everywhere"),
    Answer.REDACT: msg("words of your own"),
    Answer.LEAVE_OUT: msg("leave the link out"),
    Answer.SEEN: msg("seen, it can stay"),
    Answer.REWORD: msg("I change the text"),
}
_REASONS = {
    Answer.REPLACE: msg("may lead to somebody"),
    Answer.CLEAR_HERE: msg("is no name here"),
    Answer.CLEAR_ALL: msg("is no name"),
    Answer.REDACT: msg("may lead to somebody"),
    Answer.LEAVE_OUT: msg("may lead to somebody"),
    Answer.SEEN: msg("leads to nobody"),
}


def usual_reason(answer: Answer, wording: Wording) -> str:
    """Return the reason of a decision when the reviewer gives none."""
    return wording.t(_REASONS[answer])


class _Stopped(Exception):  # noqa: N818 - no error: the reviewer has had enough for today
    """Raised by the answer that stops."""


class Reviewer:
    """One session with a reviewer. `kept` counts the decisions; `is_done` is True when nothing waits any more."""

    def __init__(self, review: Review, to_user: UserOutput, by: str | None) -> None:
        """Take what waits, and the role that decides (None: it is asked for)."""
        self.kept = 0
        self.is_done = False
        self._review = review
        self._to_user = to_user
        self._by = by or ""
        self._passed: set[str] = set()

    def ask_everything(self) -> list[Problem]:
        """Ask everything that waits, until the reviewer stops; return why an answer could not be kept."""
        try:
            for number, path in enumerate(self._review.waiting, start=1):
                while item := next((i for i in self._review.items(path) if i.id not in self._passed), None):
                    self._passed.add(item.id)
                    decision = self._ask(item, number)
                    if decision is None:
                        continue
                    problems = self._review.keep([decision])
                    if problems:
                        return problems
                    self.kept += 1
        except (click.Abort, KeyboardInterrupt, _Stopped):
            self._to_user.write()
            return []
        self.is_done = not any(item.holds for path in self._review.waiting for item in self._review.items(path))
        return []

    def _ask(self, item: ReviewItem, number: int) -> Decision | None:
        """Ask about one item until an answer can be followed; return its decision, None when it is skipped."""
        self._show(item, number)
        by_answer: dict[Answer, list[ReviewOption]] = {}
        for option in item.options:
            by_answer.setdefault(option.answer, []).append(option)
        if by_answer:
            self._show_menu(item, [options[0] for options in by_answer.values()])
        while by_answer:
            answer = self._choice(list(by_answer))
            if answer in (None, Answer.REWORD):
                return None
            options = by_answer[answer]
            chosen = self._noun(options) if answer is Answer.REPLACE else options[0]
            if chosen is None:
                continue
            if chosen.refused:
                self._warn(self._to_user.wording.say(chosen.refused))
                continue
            decision = self._decision(item, chosen)
            if decision is not None:
                return decision
        return None

    def _show(self, item: ReviewItem, number: int) -> None:
        write, t = self._to_user.write, self._to_user.wording.t
        write()
        self._to_user.write_heading(
            t(
                "{path}, line {line}, column {column} (document {number} of {count})",
                path=item.place.path,
                line=item.place.line,
                column=item.place.column,
                number=number,
                count=len(self._review.waiting),
            )
        )
        write(f"{self._to_user.wording.say(item.why)} ({item.layer})")
        if item.instead:
            self._warn(self._to_user.wording.say(item.instead))
            return
        marked = click.style(f"»{_plain(item.sentence[item.start : item.end])}«", bold=True, reverse=True)
        before, after = _plain(item.sentence[: item.start]), _plain(item.sentence[item.end :])
        write()
        write(f"  {before}{marked}{after}")
        write()

    def _show_menu(self, item: ReviewItem, menu: Sequence[ReviewOption]) -> None:
        t = self._to_user.wording.t
        self._to_user.write(t("What the reader would see:"))
        width = max(len(t(_LABELS[option.answer])) for option in menu)
        for number, option in enumerate(menu, start=1):
            label = t(_LABELS[option.answer])
            self._to_user.write(f"  {number}  {label:{width}}  {self._outcome(item, option)}")
        self._to_user.write(f"  {_SKIP}  {t('skip')}")
        self._to_user.write(f"  {_STOP}  {t('stop')}")

    def _outcome(self, item: ReviewItem, option: ReviewOption) -> str:
        """Return the outcome of an option, in one line."""
        t = self._to_user.wording.t
        if option.refused:
            return click.style(f"{t('not possible')}: {self._to_user.wording.say(option.refused)}", dim=True)
        if option.answer is Answer.LEAVE_OUT:
            return t("the words without a link")
        if option.answer is Answer.REWORD:
            return t("nothing is kept; once the sentence is another, it is looked at again")
        elsewhere = self._review.everywhere[item.text.lower()] - 1
        if option.answer is Answer.CLEAR_ALL and elsewhere > 0:
            also = self._to_user.wording.n("also in {count} other place", "also in {count} other places", elsewhere)
            return f"{_plain(option.reader_sees)} ({also})"
        return _plain(option.reader_sees)

    def _choice(self, menu: Sequence[Answer]) -> Answer | None:
        """Return the answer chosen from the menu; None to skip.

        Raises:
            _Stopped: the reviewer stops.
        """
        t = self._to_user.wording.t
        while True:
            typed = self._prompt(t("Your choice"), _SKIP, shown=True).lower()
            if typed == _SKIP:
                return None
            if typed == _STOP:
                raise _Stopped
            if typed.isdecimal() and 1 <= int(typed) <= len(menu):
                return menu[int(typed) - 1]
            self._warn(t("Give one of the signs in front of the lines."))

    def _noun(self, nouns: Sequence[ReviewOption]) -> ReviewOption | None:
        """Return the option with the chosen descriptor; None to go back."""
        t = self._to_user.wording.t
        width = max(len(option.noun) for option in nouns)
        for number, (option, seen) in enumerate(zip(nouns, _clipped(nouns), strict=True), start=1):
            self._to_user.write(f"  {number:>2}  {option.noun:{width}}  {seen}")
        while True:
            typed = self._prompt(t("Replace as (a number, or nothing to go back)"), "")
            if not typed:
                return None
            if typed.isdecimal() and 1 <= int(typed) <= len(nouns):
                return nouns[int(typed) - 1]
            chosen = next((option for option in nouns if option.noun == typed.lower()), None)
            if chosen:
                return chosen
            self._warn(t("Give one of the signs in front of the lines."))

    def _decision(self, item: ReviewItem, option: ReviewOption) -> Decision | None:
        """Return the decision, with replacement, role and reason; None to go back."""
        t = self._to_user.wording.t
        words = ""
        if option.answer is Answer.REDACT:
            words = self._prompt(t("Your words (or nothing to go back)"), "")
            if not words.strip("[] "):
                return None
        by = self._role()
        reason = self._prompt(t("Why"), usual_reason(option.answer, self._to_user.wording), shown=True)
        decision = decision_on(
            item, option, words, reason=reason, by=by, date=today(), language=self._review.airlock.community.language
        )
        fault = self._review.airlock.rules.fault(decision)
        if fault:
            self._warn(f"{self._to_user.wording.say(fault.message)} {self._to_user.wording.say(fault.hint)}")
            return None
        return decision

    def _role(self) -> str:
        """Return the role that decides; asked once."""
        t = self._to_user.wording.t
        while not self._by:
            typed = self._prompt(t("Who decides? Give a role, such as ib'er"))
            if self._review.airlock.rules.names_somebody(typed):
                self._warn(t("Give a role, not a name."))
            else:
                self._by = typed
        return self._by

    def _prompt(self, question: str, default: str | None = None, *, shown: bool = False) -> str:
        """Return what is typed; ask again when it is no text in the encoding of the terminal."""
        while True:
            try:
                typed: str = click.prompt(question, default=default, show_default=shown, prompt_suffix=" > ")
                typed.encode()
            except UnicodeError:
                self._warn(self._to_user.wording.t("What you typed cannot be read as text. Type it again."))
            else:
                return typed.strip()

    def _warn(self, text: str) -> None:
        click.secho(text, fg="yellow")


def _clipped(options: Sequence[ReviewOption]) -> list[str]:
    """Return what the reader would see for each option; of what all have in common `_CLIP` code points are kept."""
    texts = [_plain(option.reader_sees) for option in options]
    start = max(_alike(texts) - _CLIP, 0)
    end = max(_alike([text[::-1] for text in texts]) - _CLIP, 0)
    return [f"{'…' * (start > 0)}{text[start : len(text) - end]}{'…' * (end > 0)}" for text in texts]


def _alike(texts: Sequence[str]) -> int:
    """Return the length of the common prefix of all texts."""
    return sum(1 for _ in takewhile(lambda signs: len(set(signs)) == 1, zip(*texts, strict=False)))


def _plain(text: str) -> str:
    """Return raw text with a space for every control character, so that it cannot steer the terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


def today() -> dt.date:
    """Return the day on which a decision is made."""
    return dt.datetime.now().astimezone().date()
