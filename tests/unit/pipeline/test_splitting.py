"""An editor has some documents of a record make a record of their own."""

from datetime import date

import pytest

from generator.model.vocabulary import ClaimKind
from generator.pipeline.editing import EditRefused
from generator.pipeline.reviewing import accept_claims, reject_claim
from generator.pipeline.splitting import split_incident

DAY = date(2026, 6, 1)
HEAD = "---\ntitle: {title}\npublished: {day}\npublisher: {publisher}\n---\n"
BOMB = HEAD.format(title="Bomb kills six in Trevanka wool market", day="2025-05-05", publisher="Northern Wire") + (
    "A bomb exploded in a wool market in Trevanka on Monday, killing at least six people, police said.\n\n"
    "The blast tore the roof from the stalls of the carders from Oldra, captain Ivo Lamsdorf said.\n"
)
TOLL = HEAD.format(title="Toll of Trevanka market bomb now nine", day="2025-05-06", publisher="Oldra Post") + (
    "The toll of Monday's bomb in the wool market of Trevanka has risen to nine, captain Ivo Lamsdorf said.\n\n"
    "The carders from Oldra were buried on Tuesday. Lamsdorf said the roof of the stalls would not be rebuilt.\n\n"
    "Related headlines:\n- Ferry sinks off Marrow\n"
)


@pytest.fixture
def desk(tmp_path, new_desk):
    desk = new_desk(tmp_path / "workspace")
    desk.build(a=BOMB)
    desk.build(b=TOLL)
    assert [[source.file for source in each.documents] for each in desk.records.values()] == [["a.txt", "b.txt"]]
    return desk


def split(desk, *documents):
    return split_incident(desk.workspace, desk.records["a.txt"].id, documents, on=DAY)


def test_what_each_document_says_goes_with_it_and_what_both_name_stays_with_both(desk):
    before = desk.records["a.txt"]
    split(desk, "d2")
    first, second = desk.records["a.txt"], desk.records["b.txt"]
    assert len(first.claims) + len(second.claims) == len(before.claims)
    for each, file in ((first, "a.txt"), (second, "b.txt")):
        assert [source.file for source in each.documents] == [file]
        assert "Lamsdorf" in " ".join(actor.name for actor in each.actors)
        assert {one.at.document for one in (*each.claims, *each.actors, *each.places)} == {each.documents[0].id}
        assert all(one.text for one in each.summary)
    assert (first.related, [headline.text for headline in second.related]) == ((), ["Ferry sinks off Marrow"])
    assert [each.title.text for each in (first, second)] == [
        "Bomb kills six in Trevanka wool market",
        "Toll of Trevanka market bomb now nine",
    ]


def test_the_split_holds_and_the_next_build_only_fills_in_what_the_documents_say(desk):
    split(desk, "d2")
    done = desk.build()
    assert [finding.code for finding in done.findings] == []
    assert desk.build().changed == ()
    assert sorted(desk.records) == ["a.txt", "b.txt"]
    desk.build(c=TOLL.replace("Oldra Post", "Evening Lamp"))
    assert sorted(source.file for each in desk.records.values() for source in each.documents) == [
        *("a.txt", "b.txt", "c.txt"),
    ]
    assert [source.file for source in desk.records["b.txt"].documents] == ["b.txt", "c.txt"]


def test_what_an_editor_made_of_a_claim_goes_along_with_it(desk):
    record = desk.records["a.txt"]
    told = [claim.id for claim in record.claims if claim.at.document == "d2" and claim.kind is ClaimKind.STATEMENT]
    reject_claim(desk.workspace, record.id, told[0], why="not of this incident", by="anna", on=DAY)
    accept_claims(desk.workspace, record.id, (), by="anna", on=DAY)
    split(desk, "d2")
    for _ in range(2):
        second = desk.records["b.txt"]
        assert {claim.review.by for claim in second.claims if claim.review} == {"anna"}
        assert told[0] not in {claim.id for claim in second.claims}
        desk.build()


def test_all_issues_of_a_story_go_along(desk):
    later = TOLL.replace("nine", "ten").replace("2025-05-06", "2025-05-07")
    desk.build(b=later)
    assert [source.file for source in desk.records["a.txt"].documents] == ["a.txt", "b.txt", "b.txt"]
    split(desk, "d3")
    assert [source.file for source in desk.records["b.txt"].documents] == ["b.txt", "b.txt"]
    assert desk.records["b.txt"].documents[1].replaces == "d1"


@pytest.mark.parametrize(
    ("documents", "said"),
    [(["d1"], "after which it is named"), (["d7"], "found d7"), (["d1", "d2"], "expected a document to stay")],
    ids=["the one that it was made from", "one that is not there", "all"],
)
def test_what_cannot_be_split_off_is_refused_and_nothing_changes(desk, documents, said):
    before = desk.records
    with pytest.raises(EditRefused, match=said):
        split(desk, *documents)
    assert desk.records == before
