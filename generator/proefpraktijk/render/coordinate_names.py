"""How the site calls the community's coordinates: year groups, quadrants, sessions, effects, dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from proefpraktijk.model.counts import PublicCount
from proefpraktijk.model.spiral import Band, Effect, Quadrant, SchoolYear, SessionId, YearGroup
from proefpraktijk.model.text import UiText


class Words(Protocol):
    """The interface's language: `t` for a sentence, `n` for one that depends on a count."""

    language: str

    def t(self, msgid: str, /, **values: str | int) -> UiText:
        """Return the sentence, its `{named}` places filled."""

    def n(self, singular: str, plural: str, count: PublicCount, /, **values: str | int) -> UiText:
        """Return the sentence in the form that fits `count`."""


def groups_name(words: Words, groups: Sequence[YearGroup], bands: Sequence[Band]) -> UiText:
    """Return `groep 5/6`, the band's name when the groups are a whole band of three or more, else nothing at all."""
    if not groups:
        return UiText("")
    whole = next((b for b in bands if (b.first, b.last) == (groups[0], groups[-1]) and len(groups) == _span(b)), None)
    if whole and _span(whole) > 2:  # noqa: PLR2004 - two groups together are a combination group
        return UiText(whole.id)
    return words.t("group {groups}", groups="/".join(map(str, groups)))


def _span(band: Band) -> int:
    return band.last - band.first + 1


def bands_name(bands: Sequence[str]) -> UiText:
    """Return `onderbouw/middenbouw`: bands (ids) published in the place of year groups."""
    return UiText("/".join(bands))


def session_name(words: Words, session: SessionId) -> UiText:
    """Return `bijeenkomst 3`."""
    return words.t("session {number}", number=session.number)


def year_name(words: Words, year: SchoolYear) -> UiText:
    """Return `schooljaar 2025-2026`."""
    return words.t("school year {year}", year=str(year))


def quadrant_name(words: Words, quadrant: Quadrant) -> UiText:
    """Return the quadrant's name, in lower case."""
    return {
        Quadrant.COMBINEREN: words.t("combining"),
        Quadrant.INTERNALISEREN: words.t("internalising"),
        Quadrant.SOCIALISEREN: words.t("socialising"),
        Quadrant.EXTERNALISEREN: words.t("externalising"),
    }[quadrant]


def quadrant_short(words: Words, quadrant: Quadrant) -> UiText:
    """Return the quadrant in two or three everyday words."""
    return {
        Quadrant.COMBINEREN: words.t("learning from an expert"),
        Quadrant.INTERNALISEREN: words.t("trying it in class"),
        Quadrant.SOCIALISEREN: words.t("sharing with colleagues"),
        Quadrant.EXTERNALISEREN: words.t("writing it down"),
    }[quadrant]


def quadrant_meaning(words: Words, quadrant: Quadrant) -> UiText:
    """Return what happens in the quadrant, in one sentence."""
    return {
        Quadrant.COMBINEREN: words.t("In the plenary session an expert adds new knowledge to what you already know."),
        Quadrant.INTERNALISEREN: words.t("You try the assignment in your own class and make it your own."),
        Quadrant.SOCIALISEREN: words.t(
            "In the subgroup you tell each other how it went, and you hear what others did."
        ),
        Quadrant.EXTERNALISEREN: words.t("Together you write down what works, so that others can use it too."),
    }[quadrant]


def effect_name(words: Words, effect: Effect) -> UiText:
    """Return what a passage's condition does."""
    return {
        Effect.BEVORDEREND: words.t("helps"),
        Effect.BELEMMEREND: words.t("hinders"),
        Effect.BEIDE: words.t("helps and hinders"),
    }[effect]


def capital(name: UiText) -> UiText:
    """Return a name as it begins a heading."""
    return UiText(name[:1].upper() + name[1:])


def day(words: Words, date: dt.date) -> UiText:
    """Return `24 september 2025`."""
    return words.t("{day} {month} {year}", day=date.day, month=month(words, date.month), year=date.year)


def dated(words: Words, date: dt.date) -> UiText:
    """Return `2025, 24 september`: a date as it stands in a list of sources (APA 7, 9.13)."""
    return words.t("{year}, {month} {day}", day=date.day, month=month(words, date.month), year=date.year)


def month(words: Words, number: int) -> UiText:
    """Return the name of a month, 1 to 12."""
    months = (
        words.t("January"), words.t("February"), words.t("March"), words.t("April"), words.t("May"), words.t("June"),
        words.t("July"), words.t("August"), words.t("September"), words.t("October"), words.t("November"),
        words.t("December"),
    )  # fmt: skip
    return months[number - 1]
