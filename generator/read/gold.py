"""Gold sets: documents with the readings that extraction is measured against.

Two forms: a file with one JSON object a line (a batch line with ``gold`` beside its ``text``; plain or gzip), and a
folder of pairs, ``NAME.txt`` with ``NAME.yml``.
"""

import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import yaml

from generator.errors import InvalidGold, UnreadableDocument
from generator.model.gold import (
    Alternatives,
    Gold,
    GoldClaim,
    GoldDocument,
    GoldStatement,
    GoldTemplate,
    GoldToll,
    Role,
)
from generator.model.vocabulary import ClaimKind, EventType, Outcome
from generator.read.batch import read_line
from generator.read.files import read_file

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_GZIP = b"\x1f\x8b"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_COUNTRY = re.compile(r"[A-Z]{2}")
Value = TypeVar("Value")
Word = TypeVar("Word", bound=StrEnum)


class _Wrong(ValueError):
    """What was expected and found, without the place."""


def read_gold(path: Path) -> tuple[GoldDocument, ...]:
    """All documents of a gold set with their readings; in file order, or by name.

    Args:
        path: a ``.jsonl`` or ``.jsonl.gz`` file, or a folder of pairs.

    Raises:
        InvalidGold: a reading that is none, a document without a reading or the reverse, or nothing at all.
        UnreadableDocument: a document that cannot be read.
        OSError: the file or folder cannot be opened.
    """
    documents = tuple(_read_pairs(path) if path.is_dir() else _read_lines(path))
    if not documents:
        raise InvalidGold(f"{path}: expected documents with readings, found none")
    return documents


def _read_lines(path: Path) -> Iterator[GoldDocument]:
    data = path.read_bytes()
    if data.startswith(_GZIP):
        try:
            data = gzip.decompress(data)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise InvalidGold(f"{path}: expected a whole gzip file, found: {error}") from error
    for number, line in enumerate(data.splitlines(), start=1):
        if not line.strip():
            continue
        document = read_line(line, number, source=str(path)).document
        stated = json.loads(line).get("gold")
        yield GoldDocument(document, _reading(stated, f"{path}:{number}"))


def _read_pairs(folder: Path) -> Iterator[GoldDocument]:
    texts = {path.stem: path for path in sorted(folder.glob("*.txt"))}
    readings = {path.stem: path for path in sorted(folder.glob("*.yml"))}
    for stem in sorted(texts.keys() ^ readings.keys()):
        path, other = (texts[stem], "yml") if stem in texts else (readings[stem], "txt")
        raise InvalidGold(f"{path}: expected {stem}.{other} beside it, found none")
    for stem, path in texts.items():
        reading = readings[stem]
        try:
            stated = yaml.load(reading.read_text(encoding="utf-8"), _LOADER)  # noqa: S506 - a safe loader
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            mark = getattr(error, "problem_mark", None)
            place = f"{reading}:{mark.line + 1}" if mark else str(reading)
            problem = getattr(error, "problem", None) or "bytes that are no UTF-8"
            raise InvalidGold(f"{place}: expected YAML, found: {problem}") from error
        try:
            document = read_file(path, path.name).document
        except UnreadableDocument as error:
            raise InvalidGold(f"{path}: {error}") from error
        yield GoldDocument(document, _reading(stated, str(reading)))


def _reading(stated: object, where: str) -> Gold:
    if not isinstance(stated, dict):
        raise InvalidGold(f"{where}: expected a reading (field: value), found {_shape(stated)}")
    if stated.get("skip_fields"):
        stated = {name: stated[name] for name in ("relevant", "templates") if name in stated}
    values: dict[str, Any] = {
        "coarse": stated.get("type_scheme") == "muc",
        "organised": bool(stated.get("organised")),
    }
    for name, read in _FIELDS.items():
        value = stated.get(name)
        if value is None:
            continue
        try:
            values[name] = read(value)
        except _Wrong as error:
            raise InvalidGold(f"{where}: {name}: {error}") from error
    if "tolls" in values:
        values["background"] = values["tolls"][True]
        values["tolls"] = values["tolls"][False]
    if not values["coarse"]:
        _check_types(values.get("types", ()), where)
    return Gold(**values)


def _check_types(types: tuple[Alternatives, ...], where: str) -> None:
    known = set(EventType)
    for name in (name for forms in types for name in forms):
        if name not in known:
            raise InvalidGold(f"{where}: types: expected an event type of the codebook, found {name!r}")


def _shape(value: object) -> str:
    return "nothing" if value is None else f"{type(value).__name__} {str(value)[:60]!r}"


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise _Wrong(f"expected a list, found {_shape(value)}")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _Wrong(f"expected text, found {_shape(value)}")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _Wrong(f"expected true or false, found {_shape(value)}")
    return value


def _persons(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise _Wrong(f"expected a number of persons, found {_shape(value)}")
    return value


def _forms(value: object) -> Alternatives:
    return tuple(map(_text, _list(value))) if isinstance(value, list) else (_text(value),)


def _names(value: object) -> tuple[Alternatives, ...]:
    return tuple(map(_forms, _list(value)))


def _countries(value: object) -> tuple[Alternatives, ...]:
    codes = _names(value)
    for code in (code for forms in codes for code in forms):
        if _COUNTRY.fullmatch(code) is None:
            raise _Wrong(f"expected codes of two capitals, found {code!r}")
    return codes


def _dates(value: object) -> tuple[tuple[str, str], ...]:
    pairs = tuple(tuple(map(str, _list(pair))) for pair in _list(value))
    for pair in pairs:
        if len(pair) != len(("first", "last")) or not all(map(_DAY.fullmatch, pair)) or pair[0] > pair[-1]:
            raise _Wrong(f"expected pairs of first and last day (2026-01-31), found {list(pair)}")
    return tuple((pair[0], pair[1]) for pair in pairs)


def _each(read: Callable[[Mapping[str, Any]], Value]) -> Callable[[object], tuple[Value, ...]]:
    def read_all(value: object) -> tuple[Value, ...]:
        items = _list(value)
        for item in items:
            if not isinstance(item, dict):
                raise _Wrong(f"expected a mapping, found {_shape(item)}")
        return tuple(read(item) for item in items if isinstance(item, dict))

    return read_all


def _member(kind: type[Word], value: object) -> Word:
    try:
        return kind(str(value))
    except ValueError as error:
        raise _Wrong(f"expected one of {', '.join(kind)}, found {_shape(value)}") from error


def _tolls(value: object) -> dict[bool, tuple[GoldToll, ...]]:
    """Figures by whether they are background."""
    items = _each(lambda item: (_flag(item.get("background", False)), _toll(item)))(value)
    return {past: tuple(toll for is_past, toll in items if is_past is past) for past in (False, True)}


def _toll(item: Mapping[str, Any]) -> GoldToll:
    value, by = item.get("value"), item.get("by")
    return GoldToll(
        _member(Outcome, item.get("outcome")),
        None if value is None else _persons(value),
        None if by is None else _text(by),
    )


def _claim(item: Mapping[str, Any]) -> GoldClaim:
    return GoldClaim(_member(ClaimKind, item.get("kind")), _text(item.get("quote")))


def _statement(item: Mapping[str, Any]) -> GoldStatement:
    return GoldStatement(_text(item.get("speaker")), _text(item.get("quote")))


def _template(item: Mapping[str, Any]) -> GoldTemplate:
    fillers = {role: _names(item[role.value]) for role in Role if item.get(role.value)}
    kind = item.get("incident_type")
    return GoldTemplate(tuple(kind.split(" / ")) if isinstance(kind, str) else _forms(kind), fillers)


_FIELDS: Mapping[str, Callable[[Any], object]] = {
    "relevant": _flag,
    "types": _names,
    "countries": _countries,
    "places": _names,
    "dates": _dates,
    "perpetrators": _names,
    "claimed_by": _names,
    "claimed": _flag,
    "killed": _persons,
    "injured": _persons,
    "tolls": _tolls,
    "claims": _each(_claim),
    "statements": _each(_statement),
    "templates": _each(_template),
}
