"""Records that stand apart and tell of one incident: the machine makes them one, unless a person had a hand in them."""

from datetime import date

import pytest

from generator.pipeline.joining import merge_incidents
from generator.pipeline.reviewing import accept_claims, withdraw_record
from generator.pipeline.setting import set_field
from generator.store.repository import read_history

DAY = date(2026, 6, 1)
HEAD = "---\ntitle: {title}\npublished: {day}\npublisher: {publisher}\n---\n"
MARKET = HEAD.format(title="Bomb kills six in Trevanka wool market", day="2025-05-05", publisher="Northern Wire") + (
    "A bomb exploded in a wool market in Trevanka on Monday, killing at least six people, police said.\n\n"
    "The blast tore the roof from the stalls of the carders from Oldra at about 9:30 a.m., captain Ivo Lamsdorf "
    "said.\n\n"
    "No group has claimed responsibility for the attack on the market, which opens twice a week.\n"
)
AGAIN = MARKET.replace("Northern Wire", "Evening Lamp").replace(
    "Bomb kills six in Trevanka wool market", "Six killed in Trevanka market bombing"
)
FERRY = HEAD.format(title="Ferry sinks off Marrow", day="2025-05-08", publisher="Oldra Post") + (
    "A ferry sank off the island of Marrow on Thursday, drowning four people, the coast guard said.\n\n"
    "The ferry had left Port Celandine at dawn, harbour master Una Brock said.\n"
)


@pytest.fixture
def desk(tmp_path, new_desk):
    """Two branches in each of which a desk took in a wire on the same bomb, merged."""
    ours, theirs = new_desk(tmp_path / "ours"), new_desk(tmp_path / "theirs")
    ours.build(a=MARKET)
    theirs.build(b=AGAIN)
    ours.take_over(theirs)
    assert sorted(ours.records) == ["a.txt", "b.txt"]
    return ours


def told(desk):
    return {file: sorted(source.file for source in each.documents) for file, each in desk.records.items()}


def codes(reconciled):
    return [finding.code for finding in reconciled.findings]


def test_two_records_of_one_incident_that_nobody_touched_become_one_and_the_second_leads_there(desk):
    first, second = desk.records["a.txt"].id, desk.records["b.txt"].id
    assert codes(desk.build()) == []
    assert told(desk)["a.txt"] == ["a.txt", "b.txt"]
    assert desk.records["a.txt"].id == first
    assert (desk.records["b.txt"].id, desk.records["b.txt"].status.merged_into) == (second, first)
    assert [change.field for change in read_history(desk.workspace, second)[0]][-1] == "status"
    assert desk.build().changed == ()


def test_a_record_that_a_person_accepted_takes_none_of_the_other_and_an_editor_is_asked(desk):
    first, second = desk.records["a.txt"].id, desk.records["b.txt"].id
    accept_claims(desk.workspace, first, (), by="anna", on=DAY)
    done = desk.build()
    (asked,) = done.findings
    assert asked.code == "same-incident"
    assert second in asked.found or second in asked.file
    assert "Trevanka" in asked.found
    assert asked.hint.startswith("run `briefing merge-incidents")
    assert told(desk) == {"a.txt": ["a.txt"], "b.txt": ["b.txt"]}
    assert desk.build().changed == ()


def test_a_record_that_the_machine_closed_stays_open_when_a_person_opens_it(desk):
    second = desk.records["b.txt"].id
    desk.build()
    set_field(desk.workspace, second, "status", "null", by=None, on=DAY)
    assert codes(desk.build()) == ["same-incident"]
    assert told(desk) == {"a.txt": ["a.txt"], "b.txt": ["b.txt"]}
    assert {each.status for each in desk.records.values()} == {None}
    assert desk.build(c=FERRY).findings != ()
    assert told(desk) == {"a.txt": ["a.txt"], "b.txt": ["b.txt"], "c.txt": ["c.txt"]}


def test_incidents_that_a_person_merged_stay_one_whatever_the_machine_thinks(desk):
    desk.build(c=FERRY)
    market, ferry = desk.records["a.txt"].id, desk.records["c.txt"].id
    merge_incidents(desk.workspace, market, ferry, on=DAY)
    before = desk.records["a.txt"]
    assert desk.build().changed == ()
    desk.build(d=FERRY.replace("Oldra Post", "Marrow Echo"))
    after = desk.records["a.txt"]
    assert sorted(source.file for source in after.documents) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert after.title == before.title
    assert "d.txt" not in desk.records


def test_a_withdrawn_record_is_not_grouped_anew(desk):
    withdraw_record(desk.workspace, desk.records["b.txt"].id, reason="a drill", by="anna", on=DAY)
    before = desk.records["b.txt"]
    desk.build()
    assert desk.records["b.txt"] == before
    assert told(desk)["a.txt"] == ["a.txt"]


def test_a_record_that_was_deleted_does_not_come_back_with_another_telling(desk):
    record = desk.workspace.incidents / f"{desk.records['a.txt'].id}.yml"
    record.unlink()
    desk.build()
    assert told(desk) == {"b.txt": ["b.txt"]}


def test_a_document_that_is_taken_away_takes_its_claims_along_where_nobody_touched_the_record(desk):
    desk.build()
    (desk.workspace.seeds / "b.txt").unlink()
    desk.build()
    assert told(desk)["a.txt"] == ["a.txt"]
    assert {claim.at.document for claim in desk.records["a.txt"].claims} == {"d1"}
    assert desk.build().changed == ()


def test_a_document_that_cannot_be_read_just_now_keeps_its_place(desk):
    desk.build()
    (desk.workspace.seeds / "b.txt").write_bytes(b"")
    desk.build()
    assert told(desk)["a.txt"] == ["a.txt", "b.txt"]
