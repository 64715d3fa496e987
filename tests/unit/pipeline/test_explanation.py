"""Why a record says what it says."""

from generator.pipeline.explanation import explain_claims, explain_records
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


def reasons_of(text, document, lexicon):
    extraction = extract_document(document(text), lexicon)
    return {each.claim.kind.value: each.reasons for record in explain_records(extraction) for each in record.claims}


def test_a_toll_names_the_rule_the_noun_the_cue_and_the_day_with_their_files(document, lexicon):
    text = "Police chief Ana Dobre said on Tuesday that nine soldiers were killed in Kresk on Monday.\n"
    reasons = reasons_of(text, document, lexicon)["toll"]
    assert "what.killed: passive (tolls.yml)" in reasons
    assert "what.category: soldiers (persons.yml)" in reasons
    assert "said.cue: said (cues.yml)" in reasons
    assert "said.day: weekday (dates.yml)" in reasons
    assert any(reason.startswith("said.by: ") for reason in reasons)


def test_a_toll_that_no_frame_tells_names_what_was_weighed(document, lexicon):
    text = "Gunmen raided a village near Kresk on Monday. Eleven looters are already in the cells.\n"
    reasons = reasons_of(text, document, lexicon)["toll"]
    assert reasons[0].startswith("what.detained: weighed: ")
    assert "states behind +" in reasons[0]
    assert reasons[0].endswith("(toll_weights.yml)")


def test_a_known_actor_is_named_by_its_entry(document, lexicon):
    text = "The Taliban claimed responsibility for a car bomb that killed nine soldiers in Kabul on Monday.\n"
    reasons = reasons_of(text, document, lexicon)
    assert "said.by: taliban (actors.yml)" in reasons["responsibility"]
    assert any(reason.endswith("(claims.yml)") for reason in reasons["responsibility"])


def test_a_denial_names_the_word_that_denies(document, lexicon):
    text = "A car bomb killed nine people in Kabul. Mayor Zarina Oxley denied that guards had been withdrawn.\n"
    assert any(
        "denied (cues.yml)" in reason or "(claims.yml)" in reason
        for reason in reasons_of(text, document, lexicon)["denial"]
    )


def test_every_claim_has_a_reason_unless_the_document_only_says_so(document, lexicon):
    extraction = extract_document(document(TEXT), lexicon)
    assert all(each.reasons for record in explain_records(extraction) for each in record.claims)


def test_the_head_tells_what_type_relevance_places_and_days_rest_on(document, lexicon):
    text = "A car bomb killed 12 people in Kabul on Monday, police said.\n"
    (record,) = explain_records(extract_document(document(text), lexicon))
    head = dict(record.head)
    assert head["type"].startswith("bombing ")
    assert head["relevance"].endswith("(weights.yml)")
    assert "(events.yml)" in head["words"]
    assert head["places"] == "kabul: known (countries.yml)"
    assert head["days"] == "days Monday: weekday (dates.yml)"
    assert "apart" not in head


def test_a_further_incident_says_what_sets_it_apart(document, lexicon):
    text = (
        "A car bomb killed 12 people in Kabul on Monday, police said.\n\n"
        "In a separate incident, gunmen shot dead two teachers in Herat.\n"
    )
    main, further = explain_records(extract_document(document(text), lexicon))
    assert "apart" not in dict(main.head)
    assert dict(further.head)["apart"] == "separate (apart.yml)"
    assert [each.sentence for each in further.claims] == [1, 1]
