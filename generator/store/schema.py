"""The closed schema of a record file, and what a file that breaks it is told."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.errors import InvalidRecord
from generator.model.claim import What
from generator.model.incident import Incident, Path, Position
from generator.model.values import value
from generator.model.vocabulary import DOCUMENT_VOICE, ClaimKind
from generator.store.claimentries import Damage, EventEntry, PartyEntry, Toll, WhereaboutsEntry, shape_of
from generator.store.entries import IncidentEntry
from generator.store.fields import FAULT
from generator.store.nouns import incident_of, what_of
from generator.store.scalars import shown

MAX_VIOLATIONS = 100
"""Most violations that are told of one file."""

_MOST_SORTED = 10 * MAX_VIOLATIONS
_KINDS = frozenset(kind.value for kind in ClaimKind)
_KEYED_LISTS = ("documents", "actors", "places", "claims")

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a mapping of fields",
    "too_short": "at least {min_length}",
    "too_long": "at most {max_length}",
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
    "less_than": "less than {lt}",
    "finite_number": "a finite number",
    "enum": "one of {expected}",
    "literal_error": "{expected}",
}


@value
class _Violation:
    path: Path
    expected: str
    found: str
    hint: str = ""


def read_incident(data: Mapping[str, object], positions: Mapping[Path, Position], file: str) -> Incident:
    """The incident that a record's plain data says.

    Args:
        data: the record as loaded.
        positions: where its values stand; may be empty.
        file: name of the file, for messages.

    Raises:
        InvalidRecord: the first violation of the schema, in the order of the file.
    """
    result = examine(data, positions, file)
    if isinstance(result, Incident):
        return result
    raise result[0]


def examine(
    data: Mapping[str, object], positions: Mapping[Path, Position], file: str
) -> Incident | tuple[InvalidRecord, ...]:
    """The incident that a record's plain data says, or its violations of the schema, in the order of the file."""
    violations: list[_Violation] = []
    entry: IncidentEntry | None = None
    try:
        entry = record_adapter().validate_python(data)
        violations += _repeated_ids(data)
    except ValidationError as error:
        violations += _violations(error, data, (), positions)
    whats: list[What | None] = []
    for index, kind, raw in _whats(data):
        what = _what(kind, raw, ("claims", index), positions)
        if not isinstance(what, list):
            whats.append(what)
        elif len(violations) < MAX_VIOLATIONS:
            violations += what
        else:
            break
    if entry is None or violations:
        return _told(violations, positions, file)
    return incident_of(entry, tuple(whats))


@cache
def record_adapter() -> TypeAdapter[IncidentEntry]:
    """The validator of a whole record, but for the ``what`` of its claims."""
    return TypeAdapter(IncidentEntry)


@cache
def what_adapters() -> Mapping[str, TypeAdapter[Any]]:
    """The validators of the ``what`` of a claim, by shape."""
    return {
        "event": TypeAdapter(EventEntry),
        "toll": TypeAdapter(Toll),
        "damage": TypeAdapter(Damage),
        "party": TypeAdapter(PartyEntry),
        "whereabouts": TypeAdapter(WhereaboutsEntry),
    }


def _whats(data: Mapping[str, object]) -> Iterator[tuple[int, ClaimKind, Mapping[str, object] | None]]:
    """Kind and ``what`` of each claim that has a kind and, if anything, fields to check; of a sound record, of each."""
    claims = data.get("claims", [])
    for index, claim in enumerate(claims if isinstance(claims, list) else ()):
        kind = claim.get("kind") if isinstance(claim, Mapping) else None
        if not isinstance(kind, str) or kind not in _KINDS:
            continue
        what = claim.get("what")
        if ("what" not in claim) or (isinstance(what, Mapping) and what):
            yield index, ClaimKind(kind), what


def _what(
    kind: ClaimKind, what: Mapping[str, object] | None, path: Path, positions: Mapping[Path, Position]
) -> What | list[_Violation] | None:
    if what is None:
        if kind is ClaimKind.TOLL:
            return [_Violation(path, "the field `what` of a toll", "none", "say it such as `what: {killed: 145}`")]
        return None
    shape = shape_of(kind, what)
    if shape is None:
        return [_Violation((*path, "what"), f"no `what` in a claim of kind {kind}", "one", "remove it")]
    try:
        return what_of(shape, what_adapters()[shape].validate_python(what))
    except ValidationError as error:
        return _violations(error, what, (*path, "what"), positions)


def _told(violations: list[_Violation], positions: Mapping[Path, Position], file: str) -> tuple[InvalidRecord, ...]:
    placed = [(_position(each.path, positions), each) for each in violations]
    placed.sort(key=lambda pair: pair[0] or (0, 0))
    return tuple(
        InvalidRecord(file, at=at, expected=each.expected, found=each.found, hint=each.hint)
        for at, each in placed[:MAX_VIOLATIONS]
    )


def _position(path: Path, positions: Mapping[Path, Position]) -> tuple[int, int] | None:
    for length in range(len(path), -1, -1):
        found = positions.get(path[:length])
        if found is not None:
            return found.line, found.column
    return None


def _violations(
    error: ValidationError, data: object, above: Path, positions: Mapping[Path, Position]
) -> list[_Violation]:
    """The first violations in the order of the file; of a hostile file's thousands, the first in that of the schema."""
    errors = error.errors(include_url=False)[:_MOST_SORTED]
    errors.sort(key=lambda each: _position((*above, *each["loc"]), positions) or (0, 0))
    return [_violation(above, *_followed(each["loc"], data), dict(each)) for each in errors[:MAX_VIOLATIONS]]


def _violation(above: Path, path: Path, value: object, error: dict[str, Any]) -> _Violation:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "missing":
        name = error["loc"][-1]
        return _Violation(above + path, f"the field `{name}`", "none", "add it")
    if kind == "extra_forbidden":
        near = get_close_matches(str(error["loc"][-1]), _field_names(), n=1)
        hint = f"did you mean `{near[0]}`?" if near else "free text goes into `note`"
        return _Violation(above + path, "a field of the schema", f"the unknown field {shown(path[-1])}", hint)
    if kind == FAULT:
        field = context["field"]
        if field and isinstance(value, Mapping) and field in value:
            path, value = (*path, field), value[field]
        return _Violation(above + path, context["expected"], shown(value), context["hint"])
    expected = _EXPECTED[kind].format(**context) if kind in _EXPECTED else error["msg"]
    expected = expected.replace("'", "")
    found = f"{len(value)}" if kind in ("too_short", "too_long") and isinstance(value, Sequence) else shown(value)
    return _Violation(above + path, expected, found, _hint(kind, value, context))


def _hint(kind: str, value: object, context: Mapping[str, Any]) -> str:
    if value is None:
        return "leave the field out where there is nothing to say"
    if kind == "string_type" and isinstance(value, bool | int | float):
        return "put it in double quotes"
    if kind == "enum" and isinstance(value, str):
        near = get_close_matches(
            value, [word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", ")]
        )
        return f"did you mean {near[0]}?" if near else ""
    return ""


def _followed(way: tuple[str | int, ...], data: object) -> tuple[Path, object]:
    """The part of ``way`` that the data has, and the value there."""
    path: Path = ()
    for step in way:
        inside = isinstance(data, Mapping) and step in data
        if not inside and not (isinstance(data, list) and isinstance(step, int) and step < len(data)):
            break
        data = data[step]  # type: ignore[index]
        path = (*path, step)
    return path, data


def _repeated_ids(data: Mapping[str, Any]) -> Iterator[_Violation]:
    for name in _KEYED_LISTS:
        seen: set[str] = set()
        for index, item in enumerate(data.get(name, ())):
            path: Path = (name, index, "id")
            if item["id"] in seen:
                yield _Violation(path, f"each id once in `{name}`", f"{shown(item['id'])} again", "give it another id")
            if name == "actors" and item["id"] == DOCUMENT_VOICE:
                yield _Violation(path, "an actor's id", shown(DOCUMENT_VOICE), "that word is the document's own voice")
            seen.add(item["id"])
    for index, kind in enumerate(data["types"]):
        if kind in data["types"][:index]:
            yield _Violation(("types", index), "each type once", f"{shown(kind)} again", "remove it")


@cache
def _field_names() -> tuple[str, ...]:
    names: set[str] = set()
    schemas = [record_adapter().json_schema(), *(adapter.json_schema() for adapter in what_adapters().values())]
    for schema in schemas:
        for part in (schema, *schema.get("$defs", {}).values()):
            names.update(part.get("properties", ()))
    return tuple(sorted(names))
