"""`briefing score` as a process: the table, the misses, what moved, and its errors."""

import json
from dataclasses import replace

import pytest

from generator.model.claim import Review
from generator.model.vocabulary import ReviewState
from generator.store.record import parse_record, record_of

STORY = "A car bomb killed 12 people in Kabul on Monday, police said.\n"
READING = """\
relevant: true
types: [bombing]
countries: [AF]
places: [Kabul]
killed: 12
tolls: [{outcome: killed, value: 12, by: police}]
"""


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "bomb.txt").write_text(STORY, "utf-8")
    (folder / "bomb.yml").write_text(READING, "utf-8")
    (folder / "match.txt").write_text("Rovers beat United 2-1 in the cup final on Saturday.\n", "utf-8")
    (folder / "match.yml").write_text("relevant: false\n", "utf-8")
    return folder


def test_the_table_has_a_line_for_each_field_that_was_read(briefing, gold):
    run = briefing("score", gold, cwd=gold)
    assert run.code == 0, run.err
    table = {line.split()[0]: line.split()[1:] for line in run.lines}
    assert table["relevance"] == ["P", "100.0", "R", "100.0", "F1", "100.0", "n", "1"]
    assert table["tolls"][:6] == ["P", "100.0", "R", "100.0", "F1", "100.0"]
    assert table["tolls_said"] == ["acc", "100.0", "n", "1"]
    assert table["documents"] == ["n", "2", "unanswered", "0"]
    assert "claims" not in table


def test_misses_are_listed_with_their_document(briefing, gold):
    (gold / "bomb.yml").write_text(READING.replace("value: 12", "value: 13"), "utf-8")
    run = briefing("score", gold, "--misses", "tolls", cwd=gold)
    assert run.lines[-2:] == [
        "bomb.txt: missed tolls: killed / 13 / police",
        "bomb.txt: spurious tolls: killed / 12 / police",
    ]


def test_an_earlier_table_shows_gains_and_losses(briefing, gold, tmp_path):
    before = tmp_path / "before.json"
    before.write_text(briefing("score", gold, "--format", "json", cwd=gold).out, "utf-8")
    assert briefing("score", gold, "--against", before, cwd=gold).lines[-1] == "nothing moved"
    rows = json.loads(before.read_text("utf-8"))
    rows["tolls"]["F1"] = 80.0
    before.write_text(json.dumps(rows), "utf-8")
    assert briefing("score", gold, "--against", before, cwd=gold).lines[-1] == "tolls F1: 80.0 -> 100.0 (+20.0)"
    table = briefing("score", gold, "--against", before, "--format", "markdown", cwd=gold).out
    assert "| tolls | 100.0 | 100.0 | 100.0 (+20.0) | 1 |" in table


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["gold", "--misses", "colour"], 2, "--misses: expected one of relevance, types,"),
        (["nowhere"], 2, "Path 'nowhere' does not exist"),
        (["empty"], 1, "expected documents with readings, found none"),
        (["gold", "--against", "gold/bomb.yml"], 1, "expected a table as `briefing score --format json` prints it"),
    ],
)
def test_errors_are_one_line(briefing, gold, arguments, code, said):
    (gold.parent / "empty").mkdir()
    run = briefing("score", *arguments, cwd=gold.parent)
    assert run.code == code
    assert said in run.err.splitlines()[-1]
    assert "Traceback" not in run.err


def test_reviewed_records_are_the_measure_where_no_gold_set_is_named(briefing, copy_workspace):
    workspace = copy_workspace("score")
    assert briefing("build", cwd=workspace.root).code == 0
    run = briefing("score", cwd=workspace.root)
    assert run.code == 1
    assert "expected records whose claims are all reviewed, found none" in run.err
    (record,) = workspace.incidents.glob("*.yml")
    incident = parse_record(record.read_text("utf-8"), record.name).incident
    accepted = Review(ReviewState.ACCEPTED, "ed")
    claims = tuple(replace(claim, review=accepted) for claim in incident.claims)
    record.write_text(record_of(replace(incident, claims=claims)), "utf-8")
    run = briefing("score", cwd=workspace.root)
    assert run.code == 0, run.err
    table = {line.split()[0]: line.split()[1:] for line in run.lines}
    assert table["statements"][4:6] == ["F1", "100.0"]
