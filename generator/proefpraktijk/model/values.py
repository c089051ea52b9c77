"""The forms in which people write values: year groups, school years, sessions, quadrants, dates, lists.

Each `*Form` is a pydantic validator that takes what was written (see `written.Written`, or any plain YAML or Python
value) and returns the domain value, or raises `PydanticCustomError` whose type is the rule id and whose context holds
`message` and `hint`, both `Message`s. What was written is never echoed: it may hold a name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, PlainValidator

from proefpraktijk.dutch.folding import phrase_key, slug_of

from . import calendar
from .paths import ThemeId
from .spiral import DEFAULT_BANDS, Band, Effect, Quadrant, SessionId, YearGroup
from .text import RawText
from .vocabulary import (
    ACTION_WORDS,
    EFFECT_WORDS,
    QUADRANT_WORDS,
    ROLE_WORDS,
    YES_NO_WORDS,
    DecisionAction,
    Role,
    SecondReader,
)
from .written import Written, as_text, nearest, refusal, split_list


def _secret(value: Any) -> RawText:
    if isinstance(value, RawText):
        return value
    written = as_text(value)
    return RawText(str(written), written.start, written.end)


def _secrets(value: Any) -> tuple[RawText, ...]:
    if isinstance(value, RawText):
        return (value,)
    if isinstance(value, tuple) and all(isinstance(entry, RawText) for entry in value):
        return value
    return tuple(_secret(entry) for entry in split_list(value))


_A_HEAD_COUNT = re.compile(r"(\d+)(?: (?:deelnemers|leerkrachten|collega'?s|mensen|personen|participants|teachers))?")


def _participants(value: Any) -> int | tuple[RawText, ...]:
    if isinstance(value, list | tuple):
        return _secrets(value)
    counted = _A_HEAD_COUNT.fullmatch(phrase_key(as_text(value)))
    if not counted and any(char.isalpha() for char in as_text(value)):
        return _secrets(value)
    number = int(counted[1]) if counted and len(counted[1]) <= len("999") else 0
    if not number:
        raise refusal("PP216", "The number of participants cannot be.", "give a number from 1, or a list of names")
    return number


def theme_id(value: Any) -> ThemeId:
    """Return the id of a theme named by its id or by words that make the id: `Samen leren` is `samen-leren`."""
    written = as_text(value)
    return ThemeId(slug_of(written) or str(written))


def _theme_ids(value: Any) -> tuple[ThemeId, ...]:
    return tuple(dict.fromkeys(theme_id(entry) for entry in split_list(value)))


_YEAR_GROUP_PARTS = re.compile(r"\d+|t/m|tot en met|[^\W\d_]+|\S")
_YEAR_GROUP_WORDS = frozenset(
    re.split(
        " ",
        "groep groepen gr jaargroep jaargroepen jaarlaag combinatiegroep combigroep group groups year grade en and "
        "/ , + & ;",
    )
)
_UP_TO = frozenset({"t/m", "tot en met", "-", "tm"})
_LAST_YEAR_GROUP = 8
_YEAR_GROUP_HINT = "write a year group from 1 to 8 as 5, or a combination as 5/6"


def year_groups(value: Any) -> tuple[YearGroup, ...]:
    """Return the year groups of `5`, `groep 5`, `5/6`, `5-6`, `5 en 6`, `1 t/m 3` or a list of these, each once.

    Refuse anything that is not a year group of 1 to 8 (PP210).
    """
    if isinstance(value, list | tuple):
        return tuple(sorted({group for entry in value for group in year_groups(entry)}))
    # `phrase_key` turns a hyphen into a space, which here must stay apart.
    written = re.sub(r"\s*[-–—]\s*", " t/m ", as_text(value))
    groups: list[int] = []
    up_to = False
    for part in _YEAR_GROUP_PARTS.findall(phrase_key(written)):
        if part in _UP_TO and groups:
            up_to = True
        elif not part.isdecimal():
            if part not in _YEAR_GROUP_WORDS:
                raise refusal("PP210", "This is not a year group.", _YEAR_GROUP_HINT, at=value)
        else:
            number = int(part) if len(part) == 1 else 0
            if not 1 <= number <= _LAST_YEAR_GROUP:
                raise refusal(
                    "PP210", "This year group does not exist: they run from 1 to 8.", _YEAR_GROUP_HINT, at=value
                )
            groups.extend(range(groups[-1] + 1, number) if up_to else ())
            groups.append(number)
            up_to = False
    if not groups or up_to:
        raise refusal("PP210", "This is not a year group.", _YEAR_GROUP_HINT, at=value)
    return tuple(sorted(set(groups)))


_BAND_HINT = "write each band on its own line, as in onderbouw: 1-2"


def _bands(value: Any) -> tuple[Band, ...]:
    if isinstance(value, tuple) and all(isinstance(band, Band) for band in value):
        return value
    if not isinstance(value, Mapping) or not value:
        raise refusal("PP221", "The bands are not readable.", _BAND_HINT)
    bands = []
    for name, groups in value.items():
        held = year_groups(groups)
        if not slug_of(str(name)) or list(held) != list(range(held[0], held[-1] + 1)):
            raise refusal("PP221", "A band needs a name and year groups without a gap.", _BAND_HINT)
        bands.append(Band(slug_of(str(name)), held[0], held[-1]))
    if len({band.id for band in bands}) < len(bands):
        raise refusal("PP221", "Two bands have the same name.", _BAND_HINT)
    return tuple(sorted(bands, key=lambda band: (band.first, band.last, band.id)))


def quadrant(value: Any) -> Quadrant:
    """Return the quadrant in a Dutch or English word, a verb or a noun; refuse others (PP213)."""
    written = as_text(value)
    if known := QUADRANT_WORDS.get(phrase_key(written)):
        return known
    if guess := nearest(written, QUADRANT_WORDS):
        values = {"guess": QUADRANT_WORDS[phrase_key(guess)].value}
        raise refusal("PP213", "This quadrant does not exist.", "did you mean “{guess}”?", values)
    raise refusal(
        "PP213",
        "This quadrant does not exist.",
        "choose combineren, internaliseren, socialiseren or externaliseren",
    )


def effect(value: Any) -> Effect | None:
    """Return the effect in a Dutch or English word; refuse others (PP219). Nothing stays nothing."""
    if value is None:
        return None
    if known := EFFECT_WORDS.get(phrase_key(as_text(value))):
        return known
    raise refusal("PP219", "This effect does not exist.", "choose bevorderend, belemmerend or beide")


def role(value: Any) -> Role:
    """Return the role in a Dutch or English word; refuse others (PP218)."""
    if known := ROLE_WORDS.get(phrase_key(as_text(value))):
        return known
    raise refusal(
        "PP218", "This role does not exist.", "choose leerkracht, leerling, ib'er, directeur, ouder or expert"
    )


def _action(value: Any) -> DecisionAction:
    if known := ACTION_WORDS.get(phrase_key(as_text(value))):
        return known
    raise refusal(
        "PP220", "This decision does not exist.", "choose vrijgeven (clear), wissen (redact) or gezien (seen)"
    )


def yes_no(value: Any) -> bool:
    """Return the truth of ja, nee, yes, no, true or false; refuse others (PP217)."""
    if isinstance(value, bool):
        return value
    known = YES_NO_WORDS.get(phrase_key(as_text(value)))
    if known is None:
        raise refusal("PP217", "Yes or no is expected here.", "write ja or nee")
    return known


def _optional_date(value: Any) -> Any:
    return None if value is None else calendar.date(value)


def _check_date(value: Any) -> Any:
    """Return the date of a member check; a plain no (`nee`) means that there has been none."""
    if value is None or (isinstance(value, str) and YES_NO_WORDS.get(phrase_key(value)) is False):
        return None
    if isinstance(value, str) and YES_NO_WORDS.get(phrase_key(value)):
        raise refusal("PP214", "A member check needs its date.", "write a date as 2025-11-12")
    return calendar.date(value)


def _language(value: Any) -> str:
    languages = {"nl": "nl", "nederlands": "nl", "dutch": "nl", "en": "en", "engels": "en", "english": "en"}
    if known := languages.get(phrase_key(as_text(value))):
        return known
    raise refusal("PP223", "This language is not available.", "choose nl or en")


def _second_readers(value: Any) -> tuple[SecondReader, ...]:
    try:
        return tuple(dict.fromkeys(SecondReader(phrase_key(entry)) for entry in split_list(value)))
    except ValueError:
        raise refusal("PP227", "This second reader is not known.", "choose deduce, frog or both") from None


def _slug(value: Any) -> RawText:
    secret = _secret(value)
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", secret.value):
        raise refusal("PP226", "A slug is made of a-z, 0-9 and single hyphens.", "for example rustig-starten")
    return secret


def _slugs(value: Any) -> tuple[RawText, ...]:
    return tuple(map(_slug, _secrets(value)))


def _scope(value: Any) -> str:
    written = as_text(value)
    if phrase_key(written) in {"all", "alles", "alle", "overal", "everything"}:
        return "all"
    path = str(written).removeprefix("./")
    return path if path.startswith("content/") else f"content/{path}"


_OneOrMore = str | int | list[str | int]

SessionRef = SessionId
"""What a report's `session` becomes: resolved with the report's date when only a number was written."""

Secret = Annotated[RawText, PlainValidator(_secret, json_schema_input_type=str | int)]
SecretsForm = PlainValidator(_secrets, json_schema_input_type=_OneOrMore)
ParticipantsForm = PlainValidator(_participants, json_schema_input_type=_OneOrMore)
NameForm = PlainValidator(theme_id, json_schema_input_type=str)
NamesForm = PlainValidator(_theme_ids, json_schema_input_type=str | list[str])
YearGroupsForm = PlainValidator(year_groups, json_schema_input_type=_OneOrMore)
BandsForm = PlainValidator(_bands, json_schema_input_type=dict[str, _OneOrMore])
SchoolYearForm = PlainValidator(calendar.school_year, json_schema_input_type=str)
SessionForm = PlainValidator(calendar.session, json_schema_input_type=str | int)
DateForm = BeforeValidator(_optional_date, json_schema_input_type=str)
CheckDateForm = BeforeValidator(_check_date, json_schema_input_type=str | bool)
QuadrantForm = PlainValidator(quadrant, json_schema_input_type=Literal[*QUADRANT_WORDS])
EffectForm = PlainValidator(effect, json_schema_input_type=Literal[*EFFECT_WORDS])
RoleForm = PlainValidator(role, json_schema_input_type=Literal[*ROLE_WORDS])
DecisionActionForm = PlainValidator(_action, json_schema_input_type=Literal[*ACTION_WORDS])
YesNoForm = PlainValidator(yes_no, json_schema_input_type=bool | Literal[*YES_NO_WORDS])
LanguageForm = PlainValidator(_language, json_schema_input_type=Literal["nl", "en"])
SecondReadersForm = PlainValidator(_second_readers, json_schema_input_type=str | list[str])
SlugForm = PlainValidator(_slug, json_schema_input_type=str)
SlugsForm = PlainValidator(_slugs, json_schema_input_type=str | list[str])
ScopeForm = PlainValidator(_scope, json_schema_input_type=str)

__all__ = [
    "DEFAULT_BANDS",
    "BandsForm",
    "CheckDateForm",
    "DateForm",
    "DecisionAction",
    "DecisionActionForm",
    "EffectForm",
    "LanguageForm",
    "NameForm",
    "NamesForm",
    "ParticipantsForm",
    "QuadrantForm",
    "Role",
    "RoleForm",
    "SchoolYearForm",
    "ScopeForm",
    "SecondReadersForm",
    "Secret",
    "SecretsForm",
    "SessionForm",
    "SessionRef",
    "SlugForm",
    "SlugsForm",
    "Written",
    "YearGroupsForm",
    "YesNoForm",
]
