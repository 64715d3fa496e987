"""Who stands behind a figure: independent sources are counted, reprints are named and left out."""

from dataclasses import replace

import pytest

from generator.link.corroboration import find_backing, find_reprints
from generator.model.claim import Claim, Said, Toll
from generator.model.incident import Dates, Incident, SourceDocument, Title
from generator.model.partialdate import PartialDate
from generator.model.span import Citation, Span
from generator.model.vocabulary import Bound, ClaimKind, EventType, Origin, Outcome

WIRE = (
    "Nine people died when the dam at Ostrel burst on Monday, police said.",
    "Water two metres deep ran through the lower town before dawn, residents told the agency.",
    "The dam was built ninety years ago and had been inspected in the spring of this year.",
)
OWN = (
    "The burst dam at Ostrel has killed nine people, according to the district hospital's count.",
    "Our reporter saw cars hanging in the trees of the avenue that leads to the weir.",
)


def document(number, publisher, day, **more):
    return SourceDocument(
        f"d{number}",
        f"{number}.txt",
        str(number) * 64,
        400,
        Span(0, 400),
        publisher=publisher,
        published=PartialDate(2026, 5, day),
        **more,
    )


def said(name, by, where, quote, count=9, **more):
    return Claim(
        name, ClaimKind.TOLL, Said(by), quote, Citation(where, Span(0, 9)), Toll(Outcome.KILLED, count, **more)
    )


def incident(documents, claims):
    return Incident("i", Title("t", Origin.GENERATED), (EventType.OTHER,), Dates(), documents, claims=claims)


@pytest.fixture
def dam():
    """Police in an agency's wire, the wire reprinted, and a hospital in another paper's own story."""
    documents = (document(1, "Agency", 4), document(2, "Morning Herald", 4), document(3, "Evening Lamp", 5))
    claims = (said("a", "police", "d1", WIRE[0]), said("b", "hospital", "d3", OWN[0]))
    return incident(documents, claims), {"d1": WIRE, "d2": WIRE, "d3": OWN}


def sources(backing):
    return [(each.speaker or each.publisher, *each.documents) for each in backing.sources]


def test_two_speakers_in_their_own_words_are_two_sources_and_a_reprint_is_none(dam):
    backing = find_backing(*dam)["a"]
    assert sources(backing) == [("police", "d1"), ("hospital", "d3")]
    assert [(each.document, each.of) for each in backing.reprints] == [("d2", "d1")]
    assert backing.claims == ("a", "b")


def test_a_reprint_is_named_with_the_sentences_that_it_shares(dam):
    (reprint,) = find_reprints(*dam)
    assert (reprint.document, reprint.of, reprint.sentences) == ("d2", "d1", WIRE)


def test_a_wire_in_five_papers_is_one_source(dam):
    record, _ = dam
    papers = tuple(document(number, f"Paper {number}", 4) for number in range(1, 6))
    record = replace(record, documents=papers, claims=record.claims[:1])
    backing = find_backing(record, {each.id: WIRE for each in papers})["a"]
    assert sources(backing) == [("police", "d1")]
    assert [each.document for each in backing.reprints] == ["d2", "d3", "d4", "d5"]


def test_one_sentence_taken_over_into_a_story_of_its_own_adds_no_source(dam):
    record, texts = dam
    mixed = (*OWN[1:], WIRE[0].replace("Nine", "“Nine").replace("said.", "said.”"))
    own = said("c", "police", "d3", WIRE[0])
    backing = find_backing(replace(record, claims=(record.claims[0], own)), {**texts, "d3": mixed})["a"]
    assert sources(backing) == [("police", "d1")]
    assert {each.document: each.sentences for each in backing.reprints}["d3"] == mixed[1:]


def test_one_speaker_in_two_papers_words_is_one_source_with_both_documents(dam):
    record, texts = dam
    again = said("c", "police", "d3", "Police put the dead of the flood at nine in all by the evening.")
    backing = find_backing(replace(record, claims=(record.claims[0], again)), texts)["c"]
    assert sources(backing) == [("police", "d1", "d3")]


def test_papers_that_say_it_themselves_count_by_publisher_and_those_that_name_none_are_one():
    names = ("Lamp", "Lamp", None, None)
    documents = tuple(document(number, name, 4) for number, name in enumerate(names, start=1))
    claims = tuple(said(f"c{n}", "document", f"d{n}", f"Nine are dead, as {n} people tell.") for n in range(1, 5))
    backing = find_backing(incident(documents, claims), {})["c1"]
    assert sources(backing) == [("Lamp", "d1", "d2"), (None, "d3", "d4")]


def test_another_figure_or_bound_backs_nothing(dam):
    record, texts = dam
    more = (said("c", "mayor", "d3", OWN[1], count=11), said("e", "mayor", "d3", OWN[1], bound=Bound.AT_LEAST))
    found = find_backing(replace(record, claims=(*record.claims, *more)), texts)
    assert sources(found["c"]) == [("mayor", "d3")]
    assert sources(found["e"]) == [("mayor", "d3")]


def test_an_issue_that_was_replaced_speaks_no_more(dam):
    record, _ = dam
    anew = document(4, "Agency", 5, replaces="d1")
    later = said("c", "police", "d4", "Nine people are dead after the dam burst, police said again at noon.")
    changed = replace(record, documents=(*record.documents[:1], anew), claims=(record.claims[0], later))
    assert sources(find_backing(changed, {"d1": WIRE, "d4": (later.quote,)})["c"]) == [("police", "d4")]


def test_a_record_of_one_document_has_no_corroboration_to_show(dam):
    record, texts = dam
    assert find_backing(replace(record, documents=record.documents[:1], claims=record.claims[:1]), texts) == {}


def test_the_first_to_print_it_by_day_is_the_source_whatever_its_number(dam):
    record, texts = dam
    later = tuple(
        replace(each, published=PartialDate(2026, 5, 9)) if each.id == "d1" else each for each in record.documents
    )
    backing = find_backing(replace(record, documents=later), texts)["a"]
    assert sources(backing) == [("police", "d2"), ("hospital", "d3")]
    assert [each.document for each in backing.reprints] == ["d1"]
