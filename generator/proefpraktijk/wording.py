"""The program's own sentences in Dutch and English, through gettext.

Message ids are English sentences; `locale/nl.po` holds the Dutch. A missing translation shows the English. The
compiled catalogue is where gettext looks for it, `locale/nl/LC_MESSAGES/proefpraktijk.mo`, so that click's own
sentences (usage errors) come from it too.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping
from pathlib import Path

from .model.problem import Message
from .model.text import UiText

LANGUAGES = ("nl", "en")
CATALOGUES = Path(__file__).parent / "locale"
DOMAIN = "proefpraktijk"


class Wording:
    """The sentences of the program in one language."""

    def __init__(self, language: str) -> None:
        """Load the catalogue of `language` (`nl` or `en`; anything else falls back to English)."""
        self.language = language if language in LANGUAGES else "en"
        self._catalogue = gettext.translation(DOMAIN, CATALOGUES, [self.language], fallback=True)

    @property
    def is_complete(self) -> bool:
        """Whether this language can be used: English is in the program, others need their compiled catalogue."""
        return self.language == "en" or gettext.find(DOMAIN, CATALOGUES, [self.language]) is not None

    def t(self, msgid: str, /, **values: str | int) -> UiText:
        """Return the sentence, its `{named}` places filled."""
        text = self._catalogue.gettext(msgid)
        return UiText(text.format(**values) if values else text)

    def n(self, singular: str, plural: str, count: int, /, **values: str | int) -> UiText:
        """Return the sentence in the form that fits `count`, which also fills `{count}`."""
        return UiText(self._catalogue.ngettext(singular, plural, count).format(count=count, **values))

    def say(self, message: Message) -> str:
        """Return a problem's message in this language."""
        return self.t(message.template, **message.values)


def msg(msgid: str, /) -> str:
    """Return `msgid` unchanged: marks a sentence for the catalogue that is translated later, when it is shown."""
    return msgid


def preferred_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language of the command line: English when `PROEFPRAKTIJK_LANG` or the locale asks for it, else Dutch."""
    for variable in ("PROEFPRAKTIJK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        code = environment.get(variable, "").split("_")[0].split(".")[0].lower()
        if code in LANGUAGES:
            return code
    return "nl"


def use_language(language: str) -> None:
    """Set the language and the catalogue for everything in this process that asks gettext, as click does."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, CATALOGUES)
    gettext.textdomain(DOMAIN)
