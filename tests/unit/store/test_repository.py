import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from generator.errors import BriefingError, InvalidRecord, WorkspaceBusy
from generator.model.finding import Severity
from generator.model.incident import Incident, Position
from generator.settings import Workspace
from generator.store.journal import LOCK, STAGING
from generator.store.jsonschema import schema_text
from generator.store.record import record_of
from generator.store.repository import (
    check_last_words,
    read_history,
    read_record,
    read_records,
    reconcile,
    write_schema,
)

ON = date(2026, 11, 22)


@pytest.fixture
def example(example: Incident) -> Incident:
    """The example as the machine would say it, without the notes of an editor."""
    return replace(example, claims=tuple(replace(claim, note=None) for claim in example.claims))


@pytest.fixture
def other(example: Incident) -> Incident:
    return replace(example, id="a-second-record-00000000")


def tree(workspace: Workspace) -> dict[str, bytes]:
    """Every file below content/ but the lock."""
    files = [path for path in sorted(workspace.content.rglob("*")) if path.is_file() and path.name != LOCK]
    return {path.relative_to(workspace.root).as_posix(): path.read_bytes() for path in files}


def test_records_go_to_disk_and_come_back(workspace: Workspace, example: Incident, other: Incident) -> None:
    done = reconcile(workspace, [example, other], on=ON)
    assert done.findings == ()
    assert sorted(done.changed) == sorted(tree(workspace))
    records, findings = read_records(workspace)
    assert findings == ()
    assert [record.incident for record in records] == [other, example]
    assert records[1].file == f"content/incidents/{example.id}.yml"
    assert records[1].text == record_of(example)
    assert records[1].position(("claims", 0, "id")) == Position(35, 7)
    (change,), findings = read_history(workspace, example.id)
    assert (change.on, change.by, change.field, findings) == ("2026-11-22", "briefing", "added", ())


def test_a_second_run_touches_no_file(workspace: Workspace, example: Incident) -> None:
    reconcile(workspace, [example], on=ON)
    times = {path: path.stat().st_mtime_ns for path in workspace.content.rglob("*.*l")}
    before = tree(workspace)
    assert reconcile(workspace, [example], on=date(2027, 1, 1)).changed == ()
    assert tree(workspace) == before
    assert {path: path.stat().st_mtime_ns for path in workspace.content.rglob("*.*l")} == times


def test_a_persons_edit_survives_news_of_the_machine(workspace: Workspace, example: Incident) -> None:
    reconcile(workspace, [example], on=ON)
    path = workspace.incidents / f"{example.id}.yml"
    path.write_text(path.read_text().replace("killed: 145", "killed: 146"))
    done = reconcile(workspace, [replace(example, note="news")], on=ON)
    assert [name.split("/")[1] for name in done.changed] == ["incidents", "generated", "history"]
    assert done.findings == ()
    assert "killed: 146" in path.read_text()
    assert path.read_text().endswith("note: news\n")
    lines = (workspace.history / f"{example.id}.jsonl").read_text().splitlines()
    assert [(json.loads(line)["by"], json.loads(line)["field"]) for line in lines[1:]] == [
        ("editor", "what.killed"),
        ("briefing", "note"),
    ]


def test_news_reach_an_untouched_record(workspace: Workspace, example: Incident) -> None:
    reconcile(workspace, [example], on=ON)
    done = reconcile(workspace, [replace(example, note="news")], on=date(2026, 11, 23))
    assert [name.split("/")[1] for name in done.changed] == ["incidents", "generated", "history"]
    lines = (workspace.history / f"{example.id}.jsonl").read_text().splitlines()
    assert [(json.loads(line)["on"], json.loads(line)["field"]) for line in lines] == [
        ("2026-11-22", "added"),
        ("2026-11-23", "note"),
    ]


def test_a_deleted_record_does_not_come_back(workspace: Workspace, example: Incident) -> None:
    reconcile(workspace, [example], on=ON)
    (workspace.incidents / f"{example.id}.yml").unlink()
    done = reconcile(workspace, [example], on=ON)
    assert [finding.code for finding in done.findings] == ["deleted-record-kept-out"]
    assert read_records(workspace) == ((), ())


def issued_anew(example: Incident) -> Incident:
    """The incident of a later document under the same file's name."""
    (source,) = example.documents
    return replace(example, id="quetta-attacks-aaaaaaaa", documents=(replace(source, sha256="a" * 64),))


def test_a_deleted_record_does_not_come_back_when_its_story_is_issued_anew(
    workspace: Workspace, example: Incident
) -> None:
    reconcile(workspace, [example], on=ON)
    (workspace.incidents / f"{example.id}.yml").unlink()
    done = reconcile(workspace, [issued_anew(example)], on=ON)
    assert ([finding.code for finding in done.findings], done.changed) == (["deleted-record-kept-out"], ())


def test_a_story_whose_record_cannot_be_read_just_now_makes_no_second_one(
    workspace: Workspace, example: Incident
) -> None:
    reconcile(workspace, [example], on=ON)
    path = workspace.incidents / f"{example.id}.yml"
    whole = path.read_text()
    path.write_text(f"<<<<<<< HEAD\n{whole}")
    done = reconcile(workspace, [issued_anew(example)], on=ON)
    assert ([finding.code for finding in done.findings], done.changed) == (["broken-record-kept"], ())
    path.write_text(whole)
    assert reconcile(workspace, [issued_anew(example)], on=ON).changed
    assert [record.incident.id for record in read_records(workspace)[0]] == [example.id]
    assert len(read_records(workspace)[0][0].incident.documents) == 2


def test_a_record_with_a_new_id_takes_the_news_of_its_earlier_one(workspace: Workspace, example: Incident) -> None:
    reconcile(workspace, [example], on=ON)
    (workspace.incidents / f"{example.id}.yml").unlink()
    renamed = replace(example, id="renamed-b1512c5f", aliases=(example.id,))
    (workspace.incidents / "renamed-b1512c5f.yml").write_text(record_of(renamed))
    reconcile(workspace, [replace(example, note="news")], on=ON)
    assert [record.incident for record in read_records(workspace)[0]] == [replace(renamed, note="news")]
    assert read_history(workspace, renamed.id)[0][0].field == "added"
    assert reconcile(workspace, [replace(example, note="news")], on=ON).changed == ()
    assert [name for name in tree(workspace) if example.id in name] == [], "nothing is left under the earlier id"


def test_what_lies_under_an_earlier_id_moves_though_there_is_no_news(workspace: Workspace, example: Incident) -> None:
    reconcile(workspace, [example], on=ON)
    before = tree(workspace)
    (workspace.incidents / f"{example.id}.yml").unlink()
    renamed = replace(example, id="renamed-b1512c5f", aliases=(example.id,))
    (workspace.incidents / "renamed-b1512c5f.yml").write_text(record_of(renamed))
    reconcile(workspace, [example], on=ON)
    assert sorted(tree(workspace)) == sorted(name.replace(example.id, renamed.id) for name in before)
    history = f"content/history/{renamed.id}.jsonl"
    assert tree(workspace)[history].startswith(before[f"content/history/{example.id}.jsonl"])
    assert reconcile(workspace, [example], on=ON).changed == ()


def test_an_earlier_id_that_another_record_has_now_takes_nothing_from_it(
    workspace: Workspace, example: Incident, other: Incident
) -> None:
    reconcile(workspace, [example, other], on=ON)
    path = workspace.incidents / f"{example.id}.yml"
    path.write_text(record_of(replace(example, aliases=(other.id,))))
    before = tree(workspace)
    reconcile(workspace, [example, other], on=ON)
    assert {name: data for name, data in tree(workspace).items() if other.id in name} == {
        name: data for name, data in before.items() if other.id in name
    }


def test_a_record_whose_file_was_renamed_is_found_by_its_id(workspace: Workspace, example: Incident) -> None:
    reconcile(workspace, [example], on=ON)
    path = workspace.incidents / f"{example.id}.yml"
    path.rename(workspace.incidents / "quetta.yml")
    done = reconcile(workspace, [replace(example, note="news")], on=ON)
    assert (done.changed[0], done.findings) == ("content/incidents/quetta.yml", ())
    assert (workspace.incidents / "quetta.yml").read_text() == record_of(replace(example, note="news"))
    assert not path.exists()
    records, findings = read_records(workspace)
    assert [(record.file, record.incident.note) for record in records] == [("content/incidents/quetta.yml", "news")]
    assert [(each.code, each.severity) for each in findings] == [("file-name", Severity.NOTE)]
    assert reconcile(workspace, [replace(example, note="news")], on=ON).changed == ()


@pytest.mark.parametrize("name", ["Quetta, Sunday.yml", "quetta.yaml", "QUETTA.YML", "a-second-record-00000000.yml"])
def test_a_record_is_kept_and_brought_up_to_date_whatever_its_file_is_called(
    workspace: Workspace, example: Incident, other: Incident, name: str
) -> None:
    reconcile(workspace, [example], on=ON)
    (workspace.incidents / f"{example.id}.yml").rename(workspace.incidents / name)
    done = reconcile(workspace, [replace(example, note="news"), other], on=ON)
    record = next(each for each in read_records(workspace)[0] if each.incident.id == example.id)
    assert (record.file, record.incident.note) == (f"content/incidents/{name}", "news")
    taken = name == f"{other.id}.yml"
    assert [each.code for each in done.findings] == (["broken-record-kept"] if taken else [])
    assert len(read_records(workspace)[0]) == (1 if taken else 2)


def test_a_generated_file_that_was_edited_is_told(workspace: Workspace, example: Incident) -> None:
    reconcile(workspace, [example], on=ON)
    assert check_last_words(workspace) == ()
    path = workspace.generated / f"{example.id}.yml"
    whole = path.read_text()
    path.write_text(whole.replace("killed: 145", "killed: 999"))
    assert [(each.code, each.line) for each in check_last_words(workspace)] == [("edited-generated", 2)]
    path.write_bytes(whole.encode().replace(b"\n", b"\r\n"))
    assert check_last_words(workspace) == ()
    path.write_text(whole + "<<<<<<< HEAD\n")
    assert [each.code for each in check_last_words(workspace)] == ["conflict"]


def test_a_broken_file_is_a_finding_at_its_place_and_the_rest_is_read(
    workspace: Workspace, example: Incident, other: Incident
) -> None:
    reconcile(workspace, [example, other], on=ON)
    path = workspace.incidents / f"{other.id}.yml"
    path.write_text(path.read_text().replace("killed: 145", 'killed: "145"').replace("country: PK", "country: pk"))
    records, findings = read_records(workspace)
    assert [record.incident for record in records] == [example]
    assert [(finding.file, finding.line, finding.column) for finding in findings] == [
        (f"content/incidents/{other.id}.yml", 29, 66),
        (f"content/incidents/{other.id}.yml", 43, 18),
    ]


def test_of_two_files_with_one_id_that_of_the_right_name_counts_and_else_the_first(
    workspace: Workspace, example: Incident
) -> None:
    reconcile(workspace, [example], on=ON)
    path = workspace.incidents / f"{example.id}.yml"
    (workspace.incidents / "a-copy.yml").write_text(record_of(replace(example, note="a copy")))
    records, findings = read_records(workspace)
    assert [record.incident for record in records] == [example]
    assert [(each.file, each.line, each.code, each.severity) for each in findings] == [
        ("content/incidents/a-copy.yml", 3, "record-twice", Severity.ERROR)
    ]
    (workspace.incidents / "a-copy.yml").unlink()
    path.rename(workspace.incidents / "other.yml")
    (workspace.incidents / "third.yaml").write_text(record_of(example))
    (workspace.incidents / ".hidden.yml").write_text("not looked at")
    (workspace.incidents / "README.md").write_text("not looked at")
    records, findings = read_records(workspace)
    assert [record.file for record in records] == ["content/incidents/other.yml"]
    assert [(finding.code, finding.line, finding.found) for finding in findings] == [
        ("file-name", 3, "other.yml"),
        ("record-twice", 3, f"{example.id} in content/incidents/other.yml too"),
    ]


def test_an_id_that_was_changed_without_keeping_the_former_one_is_told(workspace: Workspace, example: Incident) -> None:
    reconcile(workspace, [example], on=ON)
    path = workspace.incidents / f"{example.id}.yml"
    path.write_text(record_of(replace(example, id="other-b1512c5f")))
    records, (finding,) = read_records(workspace)
    assert [record.incident.id for record in records] == ["other-b1512c5f"]
    assert (finding.code, finding.severity, finding.expected) == ("id-changed", Severity.ERROR, example.id)
    path.write_text(record_of(replace(example, id="other-b1512c5f", aliases=(example.id,))))
    assert [each.code for each in read_records(workspace)[1]] == ["file-name"]


def test_a_record_that_was_given_another_id_without_a_trace_still_takes_its_news(
    workspace: Workspace, example: Incident
) -> None:
    reconcile(workspace, [example], on=ON)
    (workspace.incidents / f"{example.id}.yml").unlink()
    (workspace.incidents / "other-b1512c5f.yml").write_text(record_of(replace(example, id="other-b1512c5f")))
    reconcile(workspace, [replace(example, note="news")], on=ON)
    (record,) = read_records(workspace)[0]
    assert (record.incident.id, [each.at for each in record.incident.proposals]) == ("other-b1512c5f", ["note"])


def test_a_file_that_is_too_large_is_told_with_the_place_where_it_should_have_ended(
    workspace: Workspace, example: Incident
) -> None:
    reconcile(workspace, [example], on=ON)
    path = workspace.incidents / f"{example.id}.yml"
    path.write_text(path.read_text() + "note: " + "é" * 600_000 + "\n")
    (finding,) = read_records(workspace)[1]
    lines = record_of(example).count("\n") + 1
    assert (finding.code, finding.line) == ("too-large", lines)
    assert finding.column is not None
    assert 400_000 < finding.column < 500_000


def link(path: Path, target: Path) -> None:
    path.symlink_to(target)


def folder(path: Path, _: Path) -> None:
    path.mkdir()


def pipe(path: Path, _: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("make", [link, folder, pipe])
def test_what_is_no_regular_file_is_refused_and_left_alone(
    workspace: Workspace, example: Incident, tmp_path: Path, make: object
) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text(record_of(example))
    reconcile(workspace, [example], on=ON)
    path = workspace.incidents / f"{example.id}.yml"
    path.unlink()
    make(path, secret)  # type: ignore[operator]
    records, findings = read_records(workspace)
    assert records == ()
    assert [(finding.file, finding.code) for finding in findings] == [(workspace.name(path), "not-a-file")]
    done = reconcile(workspace, [replace(example, note="news")], on=ON)
    assert (done.changed, [finding.code for finding in done.findings]) == ((), ["broken-record-kept"])
    assert secret.read_text() == record_of(example)


def test_a_link_in_place_of_a_folder_leads_nowhere(workspace: Workspace, example: Incident, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    workspace.incidents.symlink_to(outside)
    assert [finding.code for finding in read_records(workspace)[1]] == ["not-a-folder"]
    with pytest.raises(BriefingError, match="expected a folder"):
        reconcile(workspace, [example], on=ON)
    assert list(outside.iterdir()) == []
    assert tree(workspace) == {}


def test_a_workspace_without_records_is_empty(workspace: Workspace) -> None:
    assert read_records(workspace) == ((), ())
    assert read_history(workspace, "none") == ((), ())
    assert reconcile(workspace, [], on=ON).changed == ()


def test_one_run_at_a_time(workspace: Workspace, example: Incident) -> None:
    with FileLock(workspace.content / LOCK), pytest.raises(WorkspaceBusy, match="wait until it has ended"):
        reconcile(workspace, [example], on=ON, timeout=0.05)
    assert tree(workspace) == {}


def test_a_single_record_is_read_by_its_path(workspace: Workspace, example: Incident) -> None:
    reconcile(workspace, [example], on=ON)
    path = workspace.incidents / f"{example.id}.yml"
    assert read_record(path, name="x.yml").incident == example
    with pytest.raises(InvalidRecord, match="unreadable"):
        read_record(path.with_name("missing.yml"))
    path.write_bytes(b"\xff")
    with pytest.raises(InvalidRecord, match=r"^x\.yml:1:1: not-utf8"):
        read_record(path, name="x.yml")


def test_a_change_that_was_interrupted_is_noticed_by_those_who_only_read(workspace: Workspace) -> None:
    (workspace.content / STAGING).mkdir()
    (workspace.content / STAGING / "journal").write_text("")
    assert [finding.code for finding in read_records(workspace)[1]] == ["unfinished-write"]
    reconcile(workspace, [], on=ON)
    assert read_records(workspace)[1] == ()


def test_the_schema_is_written_once(workspace: Workspace) -> None:
    assert write_schema(workspace) == ("content/incident.schema.json",)
    assert (workspace.content / "incident.schema.json").read_text() == schema_text()
    assert write_schema(workspace) == ()


def test_nothing_that_version_control_would_show_is_left_beside_the_files(
    workspace: Workspace, example: Incident
) -> None:
    reconcile(workspace, [example], on=ON)
    extra = {path.name for path in workspace.content.iterdir()} - {"incidents", "generated", "history"}
    assert extra <= {LOCK}
