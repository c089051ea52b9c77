"""Values that are text: secret texts, participants, ids of themes, slugs, and what a decision is about."""

from __future__ import annotations

import re
from typing import Any

from proefpraktijk.dutch.folding import phrase_key, slug_of
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.text import RawText

from .written_text import as_text, refusal, split_list


def parse_secret(value: Any) -> RawText:
    """Return text that is secret, with its place; refuse what is not one piece of text (PP215, PP225)."""
    if isinstance(value, RawText):
        return value
    written = as_text(value)
    return RawText(str(written), written.start, written.end)


def parse_secrets(value: Any) -> tuple[RawText, ...]:
    """Return the entries of a list, or of one text with commas or semicolons, as secret texts."""
    if isinstance(value, RawText):
        return (value,)
    if isinstance(value, tuple) and all(isinstance(entry, RawText) for entry in value):
        return value
    return tuple(parse_secret(entry) for entry in split_list(value))


_A_HEAD_COUNT = re.compile(r"(\d+)(?: (?:deelnemers|leerkrachten|collega'?s|mensen|personen|participants|teachers))?")


def parse_participants(value: Any) -> int | tuple[RawText, ...]:
    """Return how many people took part (1 to 999), or their names; refuse others (PP216)."""
    if isinstance(value, list | tuple):
        return parse_secrets(value)
    counted = _A_HEAD_COUNT.fullmatch(phrase_key(as_text(value)))
    if not counted and any(char.isalpha() for char in as_text(value)):
        return parse_secrets(value)
    number = int(counted[1]) if counted and len(counted[1]) <= len("999") else 0
    if not number:
        raise refusal("PP216", "The number of participants cannot be.", "give a number from 1, or a list of names")
    return number


def parse_theme_id(value: Any) -> ThemeId:
    """Return the id of a theme named by its id or by words that make the id: `Samen leren` is `samen-leren`."""
    written = as_text(value)
    return ThemeId(slug_of(written) or str(written))


def parse_theme_ids(value: Any) -> tuple[ThemeId, ...]:
    """Return the ids of the themes in a list, or in one text with commas or semicolons, each once."""
    return tuple(dict.fromkeys(parse_theme_id(entry) for entry in split_list(value)))


def parse_slug(value: Any) -> RawText:
    """Return a slug, secret until it has passed the airlock; refuse other signs than a-z, 0-9 and hyphens (PP226)."""
    secret = parse_secret(value)
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", secret.value):
        raise refusal("PP226", "A slug is made of a-z, 0-9 and single hyphens.", "for example rustig-starten")
    return secret


def parse_slugs(value: Any) -> tuple[RawText, ...]:
    """Return the slugs of a list, or of one text with commas or semicolons."""
    return tuple(map(parse_slug, parse_secrets(value)))


def parse_scope(value: Any) -> str:
    """Return what a decision is about: `all`, or the content path of one document."""
    written = as_text(value)
    if phrase_key(written) in {"all", "alles", "alle", "overal", "everything"}:
        return "all"
    path = str(written).removeprefix("./")
    return path if path.startswith("content/") else f"content/{path}"
