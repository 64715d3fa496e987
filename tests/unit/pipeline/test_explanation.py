"""Why a record says what it says."""

from generator.pipeline.explanation import explain_claims
from generator.pipeline.extraction import extract_document

TEXT = "Mayor Zarina Oxley said 12 people were killed in Kabul on Monday.\n\nShe said 30 others were injured.\n"


def test_each_claim_comes_with_its_values_its_speaker_and_its_sentence(document, lexicon):
    extraction = extract_document(document(TEXT), lexicon)
    explanations = [each for each in explain_claims(extraction) if each.claim.kind == "toll"]
    assert [each.what.split(",")[0] for each in explanations] == ["killed: 12", "injured: 30"]
    assert [each.speaker for each in explanations] == ["Zarina Oxley", "Zarina Oxley"]
    assert [each.sentence for each in explanations] == [0, 1]
    for each in explanations:
        assert each.span.covers(each.claim.at.span)
        assert each.rule


def test_the_documents_own_voice_has_no_name(document, lexicon):
    extraction = extract_document(document("A car bomb killed 12 people in Kabul on Monday.\n"), lexicon)
    assert {each.speaker for each in explain_claims(extraction)} == {""}
