import json
from dataclasses import replace

import pytest

from generator.model.claim import Toll
from generator.model.incident import Incident
from generator.model.span import Citation, Span
from generator.model.vocabulary import Origin, Outcome
from generator.store.history import Change, addition, find_changes, history_text, read_changes

ON = "2026-11-22"


def with_claim(incident: Incident, name: str, **fields: object) -> Incident:
    claims = tuple(replace(each, **fields) if each.id == name else each for each in incident.claims)  # type: ignore[arg-type]
    return replace(incident, claims=claims)


def test_an_added_incident_is_one_line(example: Incident) -> None:
    line = history_text((addition(example, on=ON),))
    assert json.loads(line) == {
        "on": ON,
        "by": "briefing",
        "document": "d1",
        "claim": None,
        "field": "added",
        "old": None,
        "new": "balochistan-attacks-b1512c5f",
    }
    assert line.count("\n") == 1


def test_a_changed_figure_is_one_change_of_that_claim(example: Incident) -> None:
    new = with_claim(example, "killed-civilians-bugti", what=Toll(Outcome.KILLED, 36, who="civilians"))
    changes = find_changes(example, new, on=ON)
    assert changes[0] == Change(ON, "briefing", "d1", "killed-civilians-bugti", "what.killed", 31, 36)
    assert [change.field for change in changes] == ["what.killed", "what.category"]


def test_claims_that_come_and_go_are_told_as_wholes(example: Incident) -> None:
    renamed = with_claim(example, "hospitals-emergency", id="hospitals-alert")
    changes = find_changes(example, renamed, on=ON)
    assert [(change.claim, change.field) for change in changes] == [
        ("hospitals-alert", "claim"),
        ("hospitals-emergency", "claim"),
    ]
    assert changes[0].old is None
    assert changes[1].new is None
    assert changes[1].old["quote"].startswith("Hospitals were placed")


def test_fields_outside_claims_are_named_by_their_path(example: Incident) -> None:
    actors = (replace(example.actors[0], role="premier"), *example.actors[1:])
    new = replace(example, actors=actors, title=replace(example.title, text="New", origin=Origin.EDITOR), note="n")
    fields = [(change.field, change.new) for change in find_changes(example, new, on=ON)]
    assert fields == [
        ("title.text", "New"),
        ("title.origin", "editor"),
        ("actors.bugti.role", "premier"),
        ("note", "n"),
    ]


def test_a_quote_that_only_moved_is_no_change(example: Incident) -> None:
    moved = with_claim(example, "hospitals-emergency", at=Citation("d1", Span(1, 58)))
    assert find_changes(example, moved, on=ON) == ()
    assert find_changes(example, example, on=ON) == ()


def test_a_history_reads_back_as_it_was_written(example: Incident) -> None:
    new = with_claim(example, "hospitals-emergency", quote="two\nlines\u2028and «Ακρόπολη»")
    changes = (addition(example, on=ON), *find_changes(example, new, on=ON))
    text = history_text(changes)
    assert read_changes(text, "f") == (changes, ())
    assert len(text.splitlines()) == len(changes)
    assert "Ακρόπολη" in text


@pytest.mark.parametrize(
    "line", ["{", "[]", "{}", '{"on": 1}', "[" * 100_000, '{"on": 1, "by": "b", "document": null, "claim": null, '
    '"field": "f", "old": null, "new": null}'], ids=["torn", "list", "empty", "short", "deep", "day as a number"]
)  # fmt: skip
def test_a_line_that_is_no_change_is_a_finding_and_the_rest_goes_on(line: str, example: Incident) -> None:
    good = history_text((addition(example, on=ON),))
    changes, findings = read_changes(f"{good}{line}\n{good}", "h.jsonl")
    assert len(changes) == 2
    assert [(finding.file, finding.line, finding.code) for finding in findings] == [("h.jsonl", 2, "history-line")]
