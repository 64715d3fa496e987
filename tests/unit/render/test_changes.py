"""What a record said before and says since, in words."""

import pytest

from generator.render.phrase import plain
from generator.render.views.edits import field_words, value_words


@pytest.fixture
def changed(seed_incident, incident_page):
    """The page of a record with one change."""

    def change(**line):
        added = {"on": "2026-03-01", "by": "briefing", "document": "d1", "field": "added", "new": seed_incident.id}
        history = {seed_incident.id: (added, {"on": "2026-03-04", "by": "mk", **line})}
        return incident_page(seed_incident, history=history)

    return change


@pytest.mark.parametrize(
    ("field", "in_claim", "words"),
    [
        ("said.day", True, "day of speaking"),
        ("what.killed", True, "killed"),
        ("responds_to", True, "what it answers"),
        ("places.kiev.country", False, "Place: kiev.country"),
        ("summary", False, "Summary"),
        ("x_y.z", False, "x y: z"),
        ("", True, ""),
    ],
)
def test_a_field_is_named_as_a_reader_would(field, in_claim, words):
    assert plain(field_words(field, in_claim=in_claim)) == words


@pytest.mark.parametrize(
    ("value", "other", "words"),
    [
        pytest.param(None, None, "", id="nothing"),
        pytest.param(1200, None, "1,200", id="a number"),
        pytest.param(True, None, "yes", id="a truth"),
        pytest.param(["drones", "missiles"], None, "drones; missiles", id="a list"),
        pytest.param({"id": "a", "quote": "the words", "at": "d1:0-9"}, None, "the words", id="a claim"),
        pytest.param([{"text": "One.", "claims": ["a"]}, {"text": "Two."}], None, "One.; Two.", id="a summary"),
        pytest.param({"state": "accepted", "by": "mk", "seal": "12345678"}, None, "accepted by mk", id="a review"),
        pytest.param({"link": "b", "why": "x"}, {"link": None, "why": "x"}, "link: b", id="what differs"),
        pytest.param({"link": None}, {"link": "b"}, "link: none", id="what is gone"),
        pytest.param({"start": "2026", "end": None}, None, "start: 2026", id="an entry without a name"),
        pytest.param("x" * 500, None, "x" * 239 + "…", id="a long text"),
    ],
)
def test_a_value_reads_without_the_records_format(value, other, words):
    assert plain(value_words(value, other)) == words


def test_before_and_since_stand_below_each_other_with_day_editor_and_document(changed):
    page = changed(claim="killed-civilians-bugti", field="what.killed", old=31, new=32, document="d1")
    assert page.all(".b-part") == [
        "Wednesday, 4 March 2026 Claim killed-civilians-bugti, killed mk, from 000_a32e27e422697ddd.txt"
    ]
    assert page.all(".b-edits")[0].endswith("Before 31 Since 32")
    assert "#claim-killed-civilians-bugti" in page.hrefs


def test_what_was_not_there_before_has_no_before(changed):
    page = changed(claim="new", field="claim", old=None, new={"id": "new", "quote": "the words"})
    assert page.all(".b-part") == ["Wednesday, 4 March 2026 Claim new, added mk"]
    assert (page.all("del"), page.all("ins")) == ([], ["the words"])


def test_a_change_of_places_or_headlines_waits_until_it_is_asked_for(changed):
    page = changed(claim=None, field="related.d1: Gaza", old={"link": None}, new={"link": "gaza"})
    assert "Changes of places, actors, documents and headlines (1)" in page.all("summary")
    assert page.all("ins") == ["link: gaza"]


def test_a_record_without_a_history_has_no_list_of_changes(seed_incident, incident_page):
    assert "Changes" not in incident_page(seed_incident).all("h2")
