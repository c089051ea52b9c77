"""The facts that a new document needs: options, questions on a terminal, defaults, and how they are checked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import click
from pydantic import ValidationError

from proefpraktijk.model.corpus import Matter
from proefpraktijk.model.problem import Message
from proefpraktijk.read.front_matter.forms import from_values, required_keys

from .console import UserOutput


@dataclass(frozen=True, slots=True)
class Fact:
    """One key of a new document's front matter.

    `question` asks for it on a terminal (empty: it is never asked for); `usual` is its default (None: the key is left
    out).
    """

    key: str
    flag: str
    help: str
    question: str = ""
    usual: str | None = None


@dataclass(frozen=True, slots=True)
class FrontMatterForm:
    """A kind of document: the model that checks it, and its facts in the order they are asked."""

    model: type[Matter]
    facts: tuple[Fact, ...]

    def filled(
        self,
        given: Mapping[str, str | None],
        usual: Callable[[Mapping[str, str]], Mapping[str, str]],
        to_user: UserOutput,
    ) -> dict[str, str]:
        """Return all facts as written: given, asked for on a terminal, or by default (`usual`, of the facts before it).

        Raises:
            click.UsageError: the model refuses a fact, or one is missing that has no default.
        """
        asks = sys.stdin.isatty()
        written: dict[str, str] = {}
        for fact in self.facts:
            value = given.get(fact.key)
            if value is None:
                value = usual(written).get(fact.key, fact.usual)
                if asks and fact.question:
                    value = self._ask(fact, value, written, to_user)
            if value:
                self._must_fit(fact, value, written, to_user)
                written[fact.key] = value
            elif fact.key in required_keys(self.model):
                raise click.UsageError(to_user.wording.t("Give it with {option}.", option=fact.flag))
        return written

    def _ask(self, fact: Fact, usual: str | None, written: Mapping[str, str], to_user: UserOutput) -> str:
        def fits(value: str) -> str:
            if value:
                self._must_fit(fact, value, written, to_user)
            return value

        answer: str = click.prompt(
            to_user.wording.t(fact.question), default=usual or "", show_default=bool(usual), value_proc=fits
        )
        return answer

    def _must_fit(self, fact: Fact, value: str, written: Mapping[str, str], to_user: UserOutput) -> None:
        wrong = _complaint(self.model, {**written, fact.key: value}, fact.key)
        if wrong:
            said = " ".join(f"{to_user.wording.say(message)}" for message in wrong)
            raise click.BadParameter(said, param_hint=fact.flag)


_UNFIT = Message("This value does not have the form that is expected here.")


def _complaint(model: type[Matter], written: Mapping[str, Any], key: str) -> list[Message]:
    """Return why the model refuses the value of one key: message and hint; empty when it does not."""
    try:
        from_values(model, written)
    except ValidationError as refused:
        for error in refused.errors():
            if error["loc"][:1] == (key,):
                context = error.get("ctx", {})
                found = [context.get("message"), context.get("hint")]
                return [m for m in found if isinstance(m, Message)] or [_UNFIT]
    return []
