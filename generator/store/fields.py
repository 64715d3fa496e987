"""The kinds of single values in a record file, each strict and with its JSON Schema."""

import math
import re
from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import ConfigDict, FailFast, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, with_config
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.model.incident import Json
from generator.model.partialdate import PartialDate
from generator.model.signs import UNSTORABLE
from generator.model.span import Citation, Span
from generator.model.values import value

FAULT = "record"
"""Type of the violations raised here; their context carries ``expected``, ``field`` and ``hint``."""

MAX_URL = 2_000
_LINE_END = re.compile("[\n\r\t\u2028\u2029]")


def fault(expected: str, *, hint: str = "", field: str = "") -> PydanticCustomError:
    """A violation of the schema.

    Args:
        expected: what should stand there, as a phrase.
        hint: what to do, as a phrase.
        field: the key below the checked mapping that is wrong, where it is not the mapping as a whole.
    """
    return PydanticCustomError(FAULT, "{expected}", {"expected": expected, "hint": hint, "field": field})


def about(text: str) -> FieldInfo:
    """The description of a field, as editors of a record file see it."""
    info: FieldInfo = Field(description=text)
    return info


def one_of(text: str) -> FieldInfo:
    """The description of a field that holds a word of a closed list."""
    info: FieldInfo = Field(description=text, strict=False)
    return info


closed = with_config(ConfigDict(extra="forbid", strict=True))
"""Marks the mapping of a record file: no other fields, no value taken for another type."""


@value
class Written:
    """A string of a given form, and the value that it stands for.

    Attributes:
        form: regular expression of the whole string, in the dialect that Python and JSON Schema share.
        expected: the form in words.
        read: makes the value; a ValueError of it is a violation.
    """

    form: str
    expected: str
    read: Callable[[str], object] = str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        matches = re.compile(self.form).fullmatch

        def value(text: str) -> object:
            if matches(text) is None:
                raise fault(self.expected)
            try:
                return self.read(text)
            except ValueError:
                raise fault(self.expected) from None

        return core_schema.no_info_after_validator_function(value, core_schema.str_schema(strict=True))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": f"^(?:{self.form})$"}


@value
class Words:
    """Text for people: not blank, nothing in it that a screen would not show as it is.

    Attributes:
        lines: whether it may hold line ends, as a slice of a document can.
    """

    lines: bool

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._checked, core_schema.str_schema(strict=True))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": "\\S" if self.lines else "^[^\\n\\r\\t\\u2028\\u2029]*$", "minLength": 1}

    def _checked(self, text: str) -> str:
        if not text or text.isspace():
            raise fault("some text", hint="leave the field out where there is none")
        refused = UNSTORABLE.search(text)
        if refused is not None:
            raise fault(f"text without the sign U+{ord(refused[0]):04X}", hint="remove it")
        if not self.lines and _LINE_END.search(text):
            raise fault("one line of text", hint="put it on one line")
        return text


@value
class _ActorIds:
    """One id, or a list of them."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_actor_ids)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        one: JsonSchemaValue = {"type": "string", "pattern": f"^(?:{_SLUG})$"}
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


@value
class _AnyValue:
    """Whatever a record can hold, as the model keeps it: lists as tuples."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_any_value)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {}


def _actor_ids(value: object) -> tuple[str, ...]:
    ids = value if isinstance(value, list) else [value]
    if not ids or not all(isinstance(each, str) and re.fullmatch(_SLUG, each) for each in ids):
        raise fault("an actor id, or a list of actor ids")
    return tuple(ids)


def _any_value(value: object) -> Json:
    if isinstance(value, str):
        if UNSTORABLE.search(value):
            raise fault("text without control signs", hint="remove them")
        return value
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, list):
        return tuple(_any_value(each) for each in value)
    if isinstance(value, dict) and all(isinstance(key, str) and _KEY.fullmatch(key) for key in value):
        return {key: _any_value(each) for key, each in value.items()}
    raise fault("a value that a record can hold")


def _read_file(text: str) -> str:
    if any(part in ("", ".", "..") for part in text.split("/")) or UNSTORABLE.search(text):
        raise ValueError(text)
    return text


def _read_url(text: str) -> str:
    parts = urlsplit(text)
    _ = parts.port
    if len(text) > MAX_URL or not parts.hostname or parts.username is not None or parts.password is not None:
        raise ValueError(text)
    if UNSTORABLE.search(text) or any(sign.isspace() for sign in text):
        raise ValueError(text)
    return text


_SLUG = "[a-z0-9][a-z0-9-]{0,99}"
_KEY = re.compile("[a-z][a-z0-9_-]{0,63}")
_OFFSET = "(?:0|[1-9][0-9]{0,8})"
_DATE = "[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"

Slug = Annotated[str, Written(_SLUG, "an id of small letters, digits and hyphens")]
DocumentId = Annotated[str, Written("d[1-9][0-9]{0,5}", "a document id such as d1")]
Line = Annotated[str, Words(lines=False)]
Prose = Annotated[str, Words(lines=True)]
Cited = Annotated[
    Citation,
    Written(f"d[1-9][0-9]{{0,5}}:{_OFFSET}-[1-9][0-9]{{0,8}}", "a place such as d1:698-757", Citation.parse),
]
Range = Annotated[Span, Written(f"{_OFFSET}-{_OFFSET}", "a range such as 0-2406", Span.parse)]
Day = Annotated[PartialDate, Written(_DATE, "a date such as 2026-01-31, 2026-01 or 2026", PartialDate.parse)]
Sha256 = Annotated[str, Written("[0-9a-f]{64}", "64 hexadecimal digits")]
Seal = Annotated[str, Written("[0-9a-f]{8}", "8 hexadecimal digits")]
Grade = Annotated[str, Written("[A-F][1-6]", "an Admiralty grade from A1 to F6")]
Country = Annotated[str, Written("[A-Z]{2}", "an ISO 3166-1 country code such as PK")]
Gazetteer = Annotated[str, Written("[a-z0-9-]+:[A-Za-z0-9._-]+", "an id in a gazetteer such as geonames:1167528")]
Language = Annotated[str, Written("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", "a language tag such as en or pt-BR")]
FileName = Annotated[str, Written(r"[^\n\r\t\\/][^\n\r\t\\]*", "a file name below seeds/", _read_file)]
Url = Annotated[
    str,
    Written(r'https?://[^\s/?#@\\<>"`{}|^]+(?:[/?#][^\s\\<>"`{}|^]*)?', "an http or https address", _read_url),
]
Slugs = Annotated[list[Slug], FailFast()]
Lines = Annotated[list[Line], FailFast()]
"""Lists of words, of which the first that will not do is told: a hostile one can hold thousands."""

Ids = Annotated[tuple[str, ...], _ActorIds()]
AnyValue = Annotated[Any, _AnyValue()]
Count = Annotated[int, Field(ge=0, lt=10**12)]
