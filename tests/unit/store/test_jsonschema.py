import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.model.incident import Incident
from generator.model.vocabulary import ABSENT_FIELDS, Bound, Category, ClaimKind, EventType, Outcome
from generator.store.claimentries import OUTCOMES, TollEntry
from generator.store.jsonschema import json_schema, schema_text
from generator.store.wire import as_data


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return json_schema()


@pytest.fixture(scope="module")
def validator(schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(schema)


def test_it_is_a_json_schema_of_draft_2020_12(schema: dict[str, Any]) -> None:
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def test_the_filled_example_validates(validator: Draft202012Validator, example: Incident) -> None:
    assert list(validator.iter_errors(as_data(example))) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("nota",), "x"),
        (("types",), []),
        (("types", 0), "fyre"),
        (("id",), "../x"),
        (("actors", 0, "name"), "a\nb"),
        (("actors", 0, "role"), None),
        (("claims", 1, "what", "killed"), "145"),
        (("claims", 1, "what", "injured"), 2),
        (("claims", 1, "what"), {"who": "militants"}),
        (("claims", 1, "kind"), "statement"),
        (("claims", 1, "kind"), "location"),
        (("claims", 0, "what", "stage"), "planned"),
        (("claims", 0, "at"), "12-14"),
        (("places", 0, "lat"), 30.5),
        (("dates", "anchor"), "2026-13"),
        (("documents", 0, "url"), "javascript:alert(1)"),
        (("status",), {}),
    ],
    ids=str,
)
def test_an_editor_is_warned_of_a_violation(
    validator: Draft202012Validator, example: Incident, path: tuple[str | int, ...], value: object
) -> None:
    data: Any = copy.deepcopy(as_data(example))
    parent = data
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = value
    assert list(validator.iter_errors(data))


def objects(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "record", schema
    yield from ((name, each) for name, each in schema["$defs"].items() if each.get("type") == "object")


def test_every_mapping_is_closed_and_every_field_described(schema: dict[str, Any]) -> None:
    for name, each in objects(schema):
        assert each["additionalProperties"] is False, name
        assert each["description"], name
        for field, rule in each["properties"].items():
            assert rule.get("description"), (name, field)


def test_the_word_lists_are_those_of_the_model(schema: dict[str, Any]) -> None:
    for words in (EventType, ClaimKind, Category, Bound):
        assert schema["$defs"][words.__name__]["enum"] == [each.value for each in words]
    assert {name for name in TollEntry.__annotations__ if name in OUTCOMES} == {each.value for each in Outcome}
    document = schema["$defs"]["DocumentEntry"]["properties"]
    assert document["absent"]["items"]["enum"] == list(ABSENT_FIELDS)


def test_fields_stand_in_canonical_order(schema: dict[str, Any], example: Incident) -> None:
    data: Any = as_data(example)
    definitions = schema["$defs"]
    for name, rows in (
        ("DocumentEntry", data["documents"]),
        ("ActorEntry", data["actors"]),
        ("PlaceEntry", data["places"]),
        ("ClaimEntry", data["claims"]),
        ("SaidEntry", [claim["said"] for claim in data["claims"]]),
        ("TollEntry", [claim["what"] for claim in data["claims"] if claim["kind"] == "toll"]),
        ("RelatedEntry", data["related"]),
    ):
        order = list(definitions[name]["properties"])
        for row in rows:
            assert sorted(row, key=order.index) == list(row), name
    order = list(schema["properties"])
    assert sorted(data, key=order.index) == list(data)


def test_the_file_is_the_schema_and_the_same_each_time(schema: dict[str, Any]) -> None:
    assert json.loads(schema_text()) == schema
    assert schema_text() == schema_text()
    assert schema_text().endswith("}\n")


def test_the_workspace_holds_the_schema_of_this_program() -> None:
    content = Path(__file__).parents[3] / "content"
    assert (content / "incident.schema.json").read_text(encoding="utf-8") == schema_text()
