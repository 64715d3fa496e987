"""What `briefing check` looks at."""

from dataclasses import replace

import pytest

from generator.model.finding import Severity
from generator.model.vocabulary import ReviewState
from generator.pipeline.checking import check_seeds_and_records
from generator.store.record import record_of
from generator.store.seals import sealed

BOMB = "---\ntitle: Car bomb kills 12 in Kabul\n---\nA car bomb killed 12 people in Kabul on Monday, police said.\n"
QUAKE = (
    "An earthquake killed 40 people in Nepal on Tuesday, officials said.\n\nRelated:\n- Car bomb kills 12 in Kabul\n"
)


@pytest.fixture
def filled(workspace, update, extracted):
    for name, text in (("bomb.txt", BOMB), ("quake.txt", QUAKE)):
        (workspace.seeds / name).write_text(text, "utf-8")
    incidents = extracted(BOMB, "bomb.txt"), extracted(QUAKE, "quake.txt")
    update(*incidents)
    return workspace, *incidents


def codes(workspace):
    return [(finding.file, finding.code) for finding in check_seeds_and_records(workspace)]


def test_a_workspace_as_the_program_leaves_it_has_no_finding(filled):
    assert codes(filled[0]) == []


def test_documents_and_records_are_both_looked_at_and_sorted_by_file(filled):
    workspace, bomb, _ = filled
    (workspace.seeds / "empty.txt").touch()
    path = workspace.incidents / f"{bomb.id}.yml"
    path.write_text(path.read_text("utf-8").replace("\ntitle: {", "\ntitle:   {"), "utf-8")
    assert codes(workspace) == [
        (f"content/incidents/{bomb.id}.yml", "not-canonical"),
        ("seeds/empty.txt", "unreadable-document"),
    ]


def test_a_link_to_a_record_that_cannot_be_read_is_no_dangling_one(filled):
    workspace, bomb, _ = filled
    (workspace.incidents / f"{bomb.id}.yml").write_text("schema: [\n", "utf-8")
    assert {file for file, _ in codes(workspace)} == {f"content/incidents/{bomb.id}.yml"}


def test_a_missing_document_is_found_at_the_record(filled):
    workspace, bomb, _ = filled
    (workspace.seeds / "bomb.txt").unlink()
    assert codes(workspace) == [(f"content/incidents/{bomb.id}.yml", "source-missing")]


def test_a_broken_line_of_a_history_is_found_there(filled):
    workspace, bomb, _ = filled
    with (workspace.history / f"{bomb.id}.jsonl").open("a", encoding="utf-8") as history:
        history.write("not json\n")
    (finding,) = check_seeds_and_records(workspace)
    assert (finding.file, finding.line) == (f"content/history/{bomb.id}.jsonl", 2)


def test_a_record_under_another_name_is_found(filled):
    workspace, bomb, _ = filled
    (workspace.incidents / f"{bomb.id}.yml").rename(workspace.incidents / "The bomb.yml")
    assert codes(workspace) == [("content/incidents/The bomb.yml", "file-name")]
    (finding,) = check_seeds_and_records(workspace)
    assert finding.severity is Severity.NOTE
    (workspace.incidents / "z.yml").write_text(record_of(bomb), "utf-8")
    assert ("content/incidents/z.yml", "record-twice") in codes(workspace)


def test_a_claim_that_was_changed_after_its_review_is_told(filled):
    workspace, bomb, _ = filled
    claims = (sealed(bomb.claims[0], state=ReviewState.ACCEPTED, by="desk"), *bomb.claims[1:])
    path = workspace.incidents / f"{bomb.id}.yml"
    path.write_text(record_of(replace(bomb, claims=claims)), "utf-8")
    assert codes(workspace) == []
    path.write_text(record_of(replace(bomb, claims=(replace(claims[0], note="since"), *claims[1:]))), "utf-8")
    assert codes(workspace) == [(f"content/incidents/{bomb.id}.yml", "broken-seal")]


def test_a_generated_file_that_was_edited_is_told(filled):
    workspace, bomb, _ = filled
    path = workspace.generated / f"{bomb.id}.yml"
    path.write_text(path.read_text("utf-8").replace("killed: 12", "killed: 13"), "utf-8")
    assert codes(workspace) == [(f"content/generated/{bomb.id}.yml", "edited-generated")]


def test_a_document_that_was_overwritten_is_no_finding_once_nothing_rests_on_it(filled, update, extracted):
    workspace, bomb, quake = filled
    newer = BOMB.replace("12", "14")
    (workspace.seeds / "bomb.txt").write_text(newer, "utf-8")
    assert (f"content/incidents/{bomb.id}.yml", "source-changed") in codes(workspace)
    update(extracted(newer, "bomb.txt"), quake)
    assert codes(workspace) == []
