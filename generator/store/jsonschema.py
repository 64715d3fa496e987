"""The schema of a record file as JSON Schema, for editors and for other programs."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from generator.model.vocabulary import ClaimKind
from generator.store.claimentries import OUTCOMES, SHAPES
from generator.store.schema import record_adapter, what_adapters

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Untitled(GenerateJsonSchema):
    """Leaves out titles that only repeat the name of a field."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def json_schema() -> dict[str, Any]:
    """The schema ``incident/1`` as JSON Schema, draft 2020-12.

    Editors complete and check fields with it while a person types. It holds what a JSON Schema can say; references
    between the parts of a record are checked elsewhere.
    """
    adapters: dict[str, TypeAdapter[Any]] = {"record": record_adapter(), **what_adapters()}
    places, parts = TypeAdapter.json_schemas(
        [(name, "validation", adapter) for name, adapter in adapters.items()], schema_generator=_Untitled
    )
    definitions: dict[str, Any] = parts["$defs"]
    for name, definition in definitions.items():
        definition["title"] = name.removesuffix("Entry")
    shapes = {name: places[name, "validation"] for name in what_adapters()}
    definitions["TollEntry"]["oneOf"] = [{"required": [outcome]} for outcome in OUTCOMES]
    definitions["StatusEntry"]["oneOf"] = [{"required": [name]} for name in ("withdrawn", "merged_into")]
    definitions["PlaceEntry"]["dependentRequired"] = {"lat": ["lon", "gazetteer"], "lon": ["lat", "gazetteer"]}
    for name in ("TollEntry", "DamageEntry"):
        definitions[name]["dependentRequired"] = {"upper": ["bound"]}
    definitions["ClaimEntry"]["allOf"] = [_what_rule(kind, shapes) for kind in ClaimKind]
    record = definitions.pop("IncidentEntry")
    return {"$schema": _DIALECT, **record, "title": "Incident record", "$defs": dict(sorted(definitions.items()))}


def schema_text() -> str:
    """The file ``incident.schema.json``."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def _what_rule(kind: ClaimKind, shapes: Mapping[str, Any]) -> dict[str, Any]:
    allowed = [shapes[name] for name in SHAPES.get(kind, ())]
    rule: dict[str, Any] = {"properties": {"what": False}}
    if allowed:
        rule = {"properties": {"what": allowed[0] if len(allowed) == 1 else {"anyOf": allowed}}}
    if kind is ClaimKind.TOLL:
        rule["required"] = ["what"]
    return {"if": {"properties": {"kind": {"const": kind.value}}, "required": ["kind"]}, "then": rule}
