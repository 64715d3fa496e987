"""All documents of a workspace, and a program that fails on one of them."""

import pytest

from generator.pipeline import seeds
from generator.pipeline.seeds import describe_failure, harvest_documents
from generator.pipeline.stages import Stages, Unwatched

BOMB = "A car bomb killed 12 people in Kabul on Monday, police said.\n"
SPORT = "Rovers won the league final 2-1 on Saturday.\n\nThe striker scored both goals, the coach said.\n"


def harvest(documents, lexicon):
    return harvest_documents(documents, lexicon, Stages(Unwatched()), folder="seeds")


def test_documents_with_an_incident_give_one_and_the_others_a_note(document, lexicon):
    found = harvest([document(BOMB, "bomb.txt"), document(SPORT, "final.txt")], lexicon)
    assert [incident.documents[0].file for incident in found.incidents] == ["bomb.txt"]
    assert [(each.file, each.code, each.severity) for each in found.findings] == [
        ("seeds/final.txt", "no-incident", "note")
    ]


def test_items_of_a_log_that_tell_no_incident_are_named_and_not_dropped_in_silence(document, lexicon):
    log = (
        "TOLLEN POLICE LOG\n\nSHOOTING, MARLOW PARK\n\nA man was shot dead on Friday.\n\nCRASH, RIVER ROAD\n\n"
        "Three people were injured when a bus hit a lorry.\n\nLOST PROPERTY\n\nA violin was handed in.\n"
    )
    found = harvest([document(log, "log.txt")], lexicon)
    assert len(found.incidents) == 2
    assert [(each.file, each.line, each.code, each.severity) for each in found.findings] == [
        ("seeds/log.txt", 11, "item-without-incident", "note")
    ]


def test_a_document_on_which_the_program_fails_is_a_finding_and_the_rest_goes_on(document, lexicon, monkeypatch):
    whole = seeds.extract_document

    def fail_on_sport(each, lexicon):
        if each.file == "final.txt":
            raise IndexError("tuple index\nout of range")
        return whole(each, lexicon)

    monkeypatch.setattr(seeds, "extract_document", fail_on_sport)
    found = harvest([document(SPORT, "final.txt"), document(BOMB, "bomb.txt")], lexicon)
    assert len(found.incidents) == 1
    (finding,) = found.findings
    assert (finding.file, finding.code, finding.severity) == ("seeds/final.txt", "extraction-failed", "error")
    assert finding.found.startswith("IndexError: tuple index out of range (generator/pipeline/seeds.py:")


def test_a_stop_is_never_taken_for_a_failure(document, lexicon, monkeypatch):
    def stop(each, lexicon):
        raise KeyboardInterrupt

    monkeypatch.setattr(seeds, "extract_document", stop)
    with pytest.raises(KeyboardInterrupt):
        harvest([document(BOMB)], lexicon)


def test_a_failure_outside_of_the_program_is_told_without_a_place():
    assert describe_failure(ValueError("x" * 1000)) == "ValueError: " + "x" * 288
