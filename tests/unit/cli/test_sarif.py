"""Findings as SARIF 2.1.0."""

import json

import jsonschema
import pytest

from generator.cli.sarif import sarif_text
from generator.model.finding import Finding, Severity

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
REGION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["startLine"],
    "properties": {"startLine": {"type": "integer", "minimum": 1}, "startColumn": {"type": "integer", "minimum": 1}},
}
ARTIFACT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["uri"],
    "properties": {"uri": {"type": "string", "format": "uri-reference"}, "uriBaseId": {"type": "string"}},
}
PHYSICAL = {
    "type": "object",
    "additionalProperties": False,
    "required": ["artifactLocation"],
    "properties": {"artifactLocation": ARTIFACT, "region": REGION},
}
RESULT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["message"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": -1},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": TEXT,
        "locations": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "properties": {"physicalLocation": PHYSICAL},
            },
        },
        "properties": {"type": "object"},
    },
}
RULE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id"],
    "properties": {"id": {"type": "string"}, "shortDescription": TEXT},
}
DRIVER = {
    "type": "object",
    "additionalProperties": False,
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "version": {"type": "string"},
        "rules": {"type": "array", "items": RULE, "uniqueItems": True},
    },
}
RUN = {
    "type": "object",
    "additionalProperties": False,
    "required": ["tool"],
    "properties": {
        "tool": {"type": "object", "required": ["driver"], "properties": {"driver": DRIVER}},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
    },
}
LOG = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN},
    },
}
"""What the standard says of the part of SARIF that is written here."""

FINDINGS = [
    Finding("content/incidents/é b.yml", "quote-moved", "this", "that\x00", "copy it", 3, 7),
    Finding("seeds/a.txt", "unreadable-document", "text", "a binary file", severity=Severity.WARNING),
    Finding("seeds/b.txt", "no-incident", "an incident", "sport", line=2, severity=Severity.NOTE),
    Finding("seeds/c.txt", "no-incident", "an incident", "sport", severity=Severity.NOTE),
]


@pytest.mark.parametrize("findings", [FINDINGS, []], ids=["some", "none"])
def test_the_log_is_as_the_standard_has_it(findings):
    jsonschema.validate(json.loads(sarif_text(findings)), LOG)


def test_every_finding_is_a_result_with_its_rule_place_and_level():
    (run,) = json.loads(sarif_text(FINDINGS, prefix="desk/"))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["no-incident", "quote-moved", "unreadable-document"]
    assert [rules[each["ruleIndex"]] for each in run["results"]] == [finding.code for finding in FINDINGS]
    assert [each["level"] for each in run["results"]] == ["error", "warning", "note", "note"]
    places = [each["locations"][0]["physicalLocation"] for each in run["results"]]
    assert [place.get("region") for place in places] == [
        {"startLine": 3, "startColumn": 7}, None, {"startLine": 2}, None,
    ]  # fmt: skip
    assert places[0]["artifactLocation"]["uri"] == "desk/content/incidents/%C3%A9%20b.yml"


def test_a_result_says_what_was_expected_found_and_what_to_do():
    first = json.loads(sarif_text(FINDINGS))["runs"][0]["results"][0]
    assert first["message"]["text"] == "expected this, found that�; copy it"
    assert first["properties"] == {"expected": "this", "found": "that\x00", "hint": "copy it"}
