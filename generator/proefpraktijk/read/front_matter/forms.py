"""How each value of front matter is read: a form for the type of its field, and for a few fields one of their own.

Of these a pydantic model is made for each kind of document; `from_values` checks with it and returns the plain front
matter of `model.corpus`. A field whose type has no form is an error as soon as this module is imported.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar, get_type_hints

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, create_model

from proefpraktijk.model.corpus import Matter, Person, School
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.spiral import Band, Effect, Quadrant, SchoolYear, SessionId, YearGroup
from proefpraktijk.model.text import RawText
from proefpraktijk.model.vocabulary import DecisionAction, Role, SecondReader
from proefpraktijk.read.values import dates, texts, words, year_groups

from .field_names import ALIASES

M = TypeVar("M", bound=Matter)

_OneOrMore = str | int | list[str | int]
_TextOrTexts = str | list[str]
_Secret = Annotated[RawText, PlainValidator(texts.parse_secret, json_schema_input_type=str | int)]

_FORM_OF_TYPE: Mapping[Any, Any] = {
    str: str,
    str | None: str | None,
    bool: Annotated[
        bool, PlainValidator(words.parse_yes_no, json_schema_input_type=bool | Literal[*words.YES_NO_WORDS])
    ],
    RawText: _Secret,
    RawText | None: _Secret | None,
    tuple[RawText, ...]: Annotated[
        tuple[_Secret, ...], PlainValidator(texts.parse_secrets, json_schema_input_type=_OneOrMore)
    ],
    int | tuple[RawText, ...]: Annotated[
        int | tuple[_Secret, ...], PlainValidator(texts.parse_participants, json_schema_input_type=_OneOrMore)
    ],
    ThemeId | None: Annotated[ThemeId | None, PlainValidator(texts.parse_theme_id, json_schema_input_type=str)],
    tuple[ThemeId, ...]: Annotated[
        tuple[ThemeId, ...], PlainValidator(texts.parse_theme_ids, json_schema_input_type=_TextOrTexts)
    ],
    dt.date: Annotated[dt.date, BeforeValidator(dates.parse_optional_date, json_schema_input_type=str)],
    dt.date | None: Annotated[dt.date | None, BeforeValidator(dates.parse_optional_date, json_schema_input_type=str)],
    SchoolYear: Annotated[SchoolYear, PlainValidator(dates.parse_school_year, json_schema_input_type=str)],
    SessionId: Annotated[SessionId, PlainValidator(dates.parse_session, json_schema_input_type=str | int)],
    tuple[YearGroup, ...]: Annotated[
        tuple[YearGroup, ...], PlainValidator(year_groups.parse_year_groups, json_schema_input_type=_OneOrMore)
    ],
    tuple[Band, ...]: Annotated[
        tuple[Band, ...], PlainValidator(year_groups.parse_bands, json_schema_input_type=dict[str, _OneOrMore])
    ],
    Quadrant: Annotated[
        Quadrant, PlainValidator(words.parse_quadrant, json_schema_input_type=Literal[*words.QUADRANT_WORDS])
    ],
    Effect | None: Annotated[
        Effect | None, PlainValidator(words.parse_effect, json_schema_input_type=Literal[*words.EFFECT_WORDS])
    ],
    Role: Annotated[Role, PlainValidator(words.parse_role, json_schema_input_type=Literal[*words.ROLE_WORDS])],
    DecisionAction: Annotated[
        DecisionAction, PlainValidator(words.parse_action, json_schema_input_type=Literal[*words.ACTION_WORDS])
    ],
    tuple[SecondReader, ...]: Annotated[
        tuple[SecondReader, ...], PlainValidator(words.parse_second_readers, json_schema_input_type=_TextOrTexts)
    ],
}
"""The type of a field → how its value is read."""

_FORM_OF_KEY: Mapping[str, Any] = {
    "language": Annotated[
        Literal["nl", "en"], PlainValidator(words.parse_language, json_schema_input_type=Literal["nl", "en"])
    ],
    "k": Annotated[int, Field(ge=2, le=20)],
    "number": Annotated[int, Field(ge=1, le=99)],
    "member_check": Annotated[
        dt.date | None, BeforeValidator(dates.parse_member_check, json_schema_input_type=str | bool)
    ],
    "slug": Annotated[RawText | None, PlainValidator(texts.parse_slug, json_schema_input_type=str)],
    "earlier_slugs": Annotated[
        tuple[RawText, ...], PlainValidator(texts.parse_slugs, json_schema_input_type=_TextOrTexts)
    ],
    "scope": Annotated[str, PlainValidator(texts.parse_scope, json_schema_input_type=str)],
}
"""Keys of which the value is read in another way than that of their type."""


class _Form(BaseModel):
    """What the models of all kinds share: no unknown key passes."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def _model(kind: type[Matter], *, partial: bool = False) -> type[BaseModel]:
    """Return the pydantic model of one kind, in the order of its fields; `partial`: every key optional, None by itself."""
    types = get_type_hints(kind)
    fields: dict[str, Any] = {}
    for field in dataclasses.fields(kind):
        if field.name in ALIASES[kind]:
            form = _FORM_OF_KEY.get(field.name) or _form_of(types[field.name])
            default = ... if field.default is dataclasses.MISSING else field.default
            fields[field.name] = (form, None if partial else default)
    return create_model(kind.__name__, __base__=_Form, __doc__=kind.__doc__, **fields)


def _form_of(annotation: Any) -> Any:
    """Return the form for the type of a field; raise KeyError for a type that has none."""
    part = _PARTS.get(annotation)
    return _entries_of(part) if part else _FORM_OF_TYPE[annotation]


def _entries_of(part: type[Matter]) -> Any:
    """Return the form of a list of documents within a document."""
    return tuple[Annotated[_model(part), AfterValidator(lambda checked: _plain(part, checked))], ...]  # type: ignore[misc] # a type that is made here


_PARTS: Mapping[Any, type[Matter]] = {tuple[School, ...]: School, tuple[Person, ...]: Person}
_MODELS = {kind: _model(kind) for kind in ALIASES}


def model_of(kind: type[Matter]) -> type[BaseModel]:
    """Return the pydantic model that checks the keys and values of one kind of document."""
    return _MODELS[kind]


def _plain(kind: type[M], checked: BaseModel) -> M:
    return kind(**checked.__dict__)


def from_values(kind: type[M], values: Mapping[str, Any]) -> M:
    """Return the front matter with these values under canonical keys, as written or already read.

    Raises:
        pydantic.ValidationError: with what is wrong with each value (see `read.values`).

    """
    return _plain(kind, model_of(kind).model_validate(values))


def from_some_values(kind: type[M], values: Mapping[str, Any]) -> M:
    """Return the front matter with these values, and None under every other key.

    Raises:
        pydantic.ValidationError: with what is wrong with each value.

    """
    return _plain(kind, _model(kind, partial=True).model_validate(values))


def required_keys(kind: type[Matter]) -> frozenset[str]:
    """Return the keys without which a document of this kind is refused."""
    return frozenset(name for name, field in model_of(kind).model_fields.items() if field.is_required())
