"""Extracted incidents meet stored records; headlines lead to what will stand there."""

from dataclasses import replace

import pytest

from generator.model.incident import Status, Title
from generator.model.vocabulary import Origin, Relation
from generator.store.record import record_of
from generator.store.repository import read_records

BOMB = "---\ntitle: Car bomb kills 12 in Kabul\n---\nA car bomb killed 12 people in Kabul on Monday, police said.\n"
QUAKE = (
    "An earthquake killed 40 people in Nepal on Tuesday, officials said.\n\n"
    "Related:\n- Car bomb kills 12 in Kabul\n- Storm hits Ohio again\n"
)


@pytest.fixture
def bomb(extracted):
    return extracted(BOMB, "bomb.txt")


@pytest.fixture
def quake(extracted):
    return extracted(QUAKE, "quake.txt")


def stored(workspace):
    records, findings = read_records(workspace)
    assert findings == ()
    return {record.incident.documents[0].file: record.incident for record in records}


def links(workspace):
    return [headline.link for headline in stored(workspace)["quake.txt"].related]


def write(workspace, incident):
    (workspace.incidents / f"{incident.id}.yml").write_text(record_of(incident), "utf-8")


def test_a_headline_is_linked_in_the_record_to_the_incident_of_the_same_run(workspace, update, bomb, quake):
    update(bomb, quake)
    assert links(workspace) == [bomb.id, None]
    assert stored(workspace)["quake.txt"].related[0].relation is Relation.OTHER_EVENT
    assert update(bomb, quake).changed == ()


def test_the_order_of_the_documents_does_not_matter(workspace, update, bomb, quake):
    update(quake, bomb)
    assert update(bomb, quake).changed == ()


def test_a_headline_is_linked_when_the_incident_that_covers_it_comes_later(workspace, update, bomb, quake):
    update(quake)
    assert links(workspace) == [None, None]
    assert f"content/incidents/{quake.id}.yml" in update(bomb, quake).changed
    assert links(workspace) == [bomb.id, None]


def test_a_headline_is_linked_to_a_record_by_hand(workspace, update, bomb, quake):
    workspace.incidents.mkdir()
    by_hand = replace(bomb, id="by-hand-12345678")
    write(workspace, by_hand)
    update(quake)
    assert links(workspace) == [by_hand.id, None]


def test_a_link_goes_away_with_the_record_that_a_person_deleted(workspace, update, bomb, quake):
    update(bomb, quake)
    (workspace.incidents / f"{bomb.id}.yml").unlink()
    update(bomb, quake)
    assert links(workspace) == [None, None]
    assert update(bomb, quake).changed == ()


def test_a_link_goes_away_with_a_withdrawal(workspace, update, bomb, quake):
    update(bomb, quake)
    write(workspace, replace(bomb, status=Status(withdrawn="a mistake")))
    update(bomb, quake)
    assert links(workspace) == [None, None]
    assert update(bomb, quake).changed == ()


def test_headlines_lead_to_the_title_that_a_person_gave(workspace, update, bomb, quake, extracted):
    later = extracted(QUAKE.replace("Storm hits Ohio again", "A desk's own words for it"), "later.txt")
    update(bomb)
    write(workspace, replace(bomb, title=Title("A desk's own words for it", Origin.EDITOR)))
    update(bomb, quake, later)
    found = stored(workspace)
    assert [headline.link for headline in found["later.txt"].related] == [bomb.id, bomb.id]


def test_an_edited_record_with_links_is_not_reported_again_and_again(workspace, update, bomb, quake):
    update(bomb, quake)
    linked = stored(workspace)["quake.txt"]
    edited = replace(linked, title=Title("A desk's own title", Origin.EDITOR))
    write(workspace, edited)
    again = update(bomb, quake)
    assert (again.changed, again.findings) == ((f"content/history/{quake.id}.jsonl",), ())
    assert (update(bomb, quake).changed, stored(workspace)["quake.txt"]) == ((), edited)


def test_a_link_that_a_person_set_or_refused_stays(workspace, update, bomb, quake):
    update(bomb, quake)
    linked = stored(workspace)["quake.txt"]
    refused = replace(linked.related[0], link=None, relation=Relation.BACKGROUND, why=None)
    edited = replace(linked, related=(refused, *linked.related[1:]))
    write(workspace, edited)
    assert update(bomb, quake).changed == (f"content/history/{quake.id}.jsonl",)
    assert (update(bomb, quake).changed, stored(workspace)["quake.txt"]) == ((), edited)


def test_the_same_document_twice_gives_one_record_and_a_note(workspace, update, extracted):
    first, second = extracted(BOMB, "a.txt"), extracted(BOMB, "b.txt")
    done = update(first, second)
    assert [finding.code for finding in done.findings] == ["record-repeated"]
    assert list(stored(workspace)) == ["a.txt"]
    assert update(first, second).changed == ()


def test_the_schema_is_written_with_the_records_and_then_left_alone(workspace, update, bomb):
    assert "content/incident.schema.json" in update(bomb).changed
    assert update(bomb).changed == ()
    (workspace.content / "incident.schema.json").write_text("{}", "utf-8")
    assert update(bomb).changed == ("content/incident.schema.json",)


def test_an_edited_record_goes_on_linking_to_what_comes_later(workspace, update, bomb, quake):
    update(quake)
    edited = replace(stored(workspace)["quake.txt"], note="seen by the desk")
    write(workspace, edited)
    update(bomb, quake)
    assert links(workspace) == [bomb.id, None]
    assert stored(workspace)["quake.txt"].note == "seen by the desk"
    assert update(bomb, quake).changed == ()


def test_a_later_version_of_a_story_leads_its_headlines_on(workspace, update, bomb, extracted):
    front = "---\nurl: https://example.org/quake\n---\n"
    first = extracted(front + QUAKE, "first.txt")
    second = extracted(front + QUAKE.replace("40 people", "52 people"), "second.txt")
    update(bomb, first)
    update(bomb, first, second)
    record = next(each for each in stored(workspace).values() if each.id == first.id)
    assert [source.replaces for source in record.documents] == [None, "d1"]
    assert [headline.link for headline in record.related] == [bomb.id, None]
    assert any(getattr(claim.what, "count", None) == 52 for claim in record.claims)
    assert not any(getattr(claim.what, "count", None) == 40 for claim in record.claims)
    assert update(bomb, first, second).changed == ()
