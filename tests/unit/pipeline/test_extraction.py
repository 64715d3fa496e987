"""One document, from its text to its record."""

from generator.model.partialdate import PartialDate
from generator.pipeline.extraction import extract_document

WIRE = "NAIROBI, March 4, 2026 (Agency) - A car bomb killed 12 people on Tuesday, police said.\n"


def test_a_document_becomes_a_record_whose_every_claim_has_its_rule(document, lexicon):
    extraction = extract_document(document(WIRE), lexicon)
    assembly = extraction.assembly
    assert assembly.relevant
    assert [evidence.claim for evidence in assembly.evidence] == [claim.id for claim in assembly.incident.claims]
    assert all(evidence.rule for evidence in assembly.evidence)
    assert all(evidence.sentence < len(extraction.layout.sentences) for evidence in assembly.evidence)


def test_a_dateline_gives_the_day_that_weekdays_are_counted_from_and_a_place(document, lexicon):
    incident = extract_document(document(WIRE), lexicon).assembly.incident
    assert incident.dates.anchor == PartialDate(2026, 3, 4)
    assert incident.dates.start == PartialDate(2026, 3, 3)
    (place,) = incident.places
    assert place.name.lower() == "nairobi"
    assert place.at.span.of(WIRE).lower() == "nairobi"
