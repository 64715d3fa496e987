"""Reviewed records as gold."""

from dataclasses import replace

from generator.model.incident import Status
from generator.score.reviewed import is_reviewed, readings_of
from generator.score.scores import Answer, score_answers


def example(make):
    return make.record(
        make.toll("a", "killed", 4, by="diallo"),
        make.speech("denial", "The army denied it.", by="army"),
        make.event(perpetrators=("army",)),
        actors=[("diallo", "Awa Diallo", "official"), ("army", "the army", "state-force")],
        places=[("Gao", "city", "ML")],
        start="2026-03-04",
    )


def test_a_record_is_reviewed_when_every_claim_has_an_editors_word(make):
    assert is_reviewed(make.reviewed(example(make), "accepted", "disputed", "accepted"))
    assert not is_reviewed(make.reviewed(example(make), "accepted", None, "accepted"))
    assert not is_reviewed(make.record())


def test_a_withdrawn_record_measures_nothing(make):
    record = make.reviewed(example(make), "accepted", "accepted", "accepted")
    assert not is_reviewed(replace(record, status=Status(withdrawn="wrong place")))


def test_extraction_that_agrees_with_the_editors_scores_in_full(make):
    record = make.reviewed(example(make), "accepted", "accepted", "accepted")
    ((file, gold),) = readings_of(record)
    scores = score_answers([(file, gold, Answer(True, (example(make),)))])
    assert {name: tally.f1 for name, tally in scores.tallies.items() if tally.wanted} == dict.fromkeys(
        ("relevance", "types", "countries", "places", "perpetrators", "killed", "tolls", "claims", "statements"), 100
    )
    assert scores.dates.percent == scores.speakers.percent == 100


def test_a_disputed_claim_is_spurious(make):
    record = make.reviewed(example(make), "disputed", "accepted", "accepted")
    ((file, gold),) = readings_of(record)
    scores = score_answers([(file, gold, Answer(True, (example(make),)))])
    (miss,) = scores.misses("tolls")
    assert miss.spurious
