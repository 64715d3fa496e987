"""What commands print."""

import json
from pathlib import Path

import pytest

from generator.cli.printing import (
    build_lines,
    change_line,
    count_line,
    counted,
    explanation_lines,
    finding_json,
    finding_lines,
    record_lines,
    visible,
)
from generator.lexicon.lexicon import load_lexicon
from generator.model.finding import Finding, Severity
from generator.pipeline.build import Built
from generator.pipeline.extraction import extract_document
from generator.publish.site import Published
from generator.publish.tree import TreeChanges
from generator.read.plaintext import read_document
from generator.store.record import parse_record

ERROR = Finding("seeds/a.txt", "unreadable-document", "text", "a binary file", "remove it", line=3)
WARNING = Finding("seeds/b.txt", "unusable-url", "an address", "'x'", severity=Severity.WARNING)
NOTE = Finding("seeds/c.txt", "no-incident", "an incident", "sport", severity=Severity.NOTE)


@pytest.fixture
def built():
    def make(changed=(), pages=(0, 0, 9), rebuilt=False, findings=()):
        site = Path("/somewhere/site")
        published = Published(
            site / "html", site / "bundle/a.zip", TreeChanges(*pages), rebuilt, (), (("pages", 0.5), ("engine", 1.0))
        )
        return Built(1200, 3, 4567, findings, changed, published, (("read", 0.25), ("publish", 1.5)))

    return make


@pytest.mark.parametrize(
    ("findings", "line"),
    [
        ((), "0 findings"),
        ((ERROR,), "1 finding: 1 error"),
        ((ERROR, WARNING, ERROR, NOTE), "4 findings: 2 errors, 1 warning, 1 note"),
    ],
)
def test_findings_are_counted_by_severity(findings, line):
    assert count_line(findings) == line


def test_a_finding_is_a_line_with_its_place_and_a_json_object():
    assert list(finding_lines([ERROR])) == [
        "seeds/a.txt:3: error: unreadable-document: expected text, found a binary file; remove it"
    ]
    assert json.loads(finding_json(WARNING)) == {
        "file": "seeds/b.txt",
        "code": "unusable-url",
        "expected": "an address",
        "found": "'x'",
        "hint": "",
        "line": None,
        "column": None,
        "severity": "warning",
    }


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\x1b[2Jb", "a�[2Jb"), ("one\ntwo\tthree", "one two three"), ("\u202eevil", "�evil"), ("שלום é", "שלום é")],
)
def test_signs_that_a_terminal_would_obey_are_not_printed(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize(("number", "text"), [(0, "0 pages"), (1, "1 page"), (1234, "1,234 pages")])
def test_things_are_counted_in_english(number, text):
    assert counted(number, "page") == text


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "0 changes: records, pages, site and bundle are as they were"),
        ({"rebuilt": True}, "1 change: site and bundle built anew"),
        ({"changed": ("a",), "pages": (2, 1, 6)}, "4 changes: 1 file of content/, 2 pages written, 1 page removed"),
    ],
)
def test_changes_are_counted_and_named(fields, line, built):
    assert change_line(built(**fields)) == line


def test_a_build_ends_with_places_counts_times_and_changes(built):
    assert list(build_lines(built(findings=(ERROR, NOTE)))) == [
        "site       /somewhere/site/html/index.html",
        "bundle     /somewhere/site/bundle/a.zip",
        "documents  1,200",
        "incidents  3",
        "claims     4,567",
        "findings   2: 1 error, 1 note",
        "seconds    read 0.25, publish 1.50 (pages 0.50, engine 1.00); all 1.75",
        "0 changes: records, pages, site and bundle are as they were",
    ]


TWO = (
    "A car bomb killed 12 people in Kabul on Monday, police said.\n\n"
    "In a separate incident, gunmen shot dead two teachers in Herat.\n"
)


@pytest.fixture(scope="module")
def two():
    """A document with two incidents."""
    return extract_document(read_document(TWO.encode(), "two.txt").document, load_lexicon())


def test_several_records_of_a_document_are_printed_one_behind_the_other(two):
    first, second = "\n".join(record_lines(two, ())).split("\n---\n")
    made = [assembly.incident for assembly in two.assemblies]
    assert [parse_record(f"{text}\n", "x.yml").incident for text in (first, second)] == made


def test_an_explanation_opens_each_record_with_what_it_rests_on(two):
    lines = list(explanation_lines(two, colour=False))
    heads = [number for number, line in enumerate(lines) if line.startswith("two.txt")]
    assert [lines[number] for number in heads] == ["two.txt: 2 claims", "two.txt, further incident 1: 2 claims"]
    assert lines[heads[0] + 2].startswith("  type      bombing ")
    assert lines[heads[1] + 2] == "  apart     separate (apart.yml)"


def test_an_explanation_names_rule_and_lexicon_file_below_each_claim(two):
    because = [line for line in explanation_lines(two, colour=False) if line.startswith("  because ")]
    assert any("what.killed: active (tolls.yml)" in line for line in because)
    assert any("said.cue: said (cues.yml)" in line for line in because)
