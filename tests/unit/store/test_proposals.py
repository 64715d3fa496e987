import copy
from dataclasses import replace
from typing import Any

import pytest

from generator.errors import InvalidRecord
from generator.model.incident import Incident, Proposal
from generator.model.vocabulary import ReviewState
from generator.store.paths import NoSuchPath, value_at, with_value
from generator.store.proposals import apply_proposal, dismiss_proposal, set_value
from generator.store.seals import is_broken, is_sealed, seal_of, sealed
from generator.store.wire import as_data

TOLL = "killed-militants-bugti"


@pytest.fixture
def data(example: Incident) -> dict[str, Any]:
    return as_data(example)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("title.text", "Coordinated attacks across Balochistan: competing accounts"),
        ("dates.anchor", None),
        ("types", ["armed-attack", "security-operation"]),
        ("note", None),
        ("actors.bugti.role", "chief minister of Balochistan"),
        ("actors.bugti.name", {"name": "Sarfaraz Bugti", "at": "d1:612-661"}),
        ("places.quetta.in", "balochistan"),
        ("places.quetta.coordinates", None),
        (f"claims.{TOLL}.what.killed", 145),
        (f"claims.{TOLL}.said.day", "Sunday"),
        (f"claims.{TOLL}.part_of", None),
        ("related.d1:2408-2458.link", None),
        ("documents.d1.chars", 2702),
    ],
)
def test_a_path_leads_to_a_value_and_puts_it_back(data: dict[str, Any], path: str, value: object) -> None:
    assert value_at(data, path) == value
    assert with_value(data, path, value) == data


@pytest.mark.parametrize(
    "path", ["claims.nobody", "claims.nobody.said", "prose", "dates.birth", "title.text.x", "related.d9:1-2.link", ""]
)
def test_a_path_that_leads_nowhere_is_refused(data: dict[str, Any], path: str) -> None:
    with pytest.raises(NoSuchPath):
        value_at(data, path)


def test_a_value_is_set_and_left_out_by_its_path(example: Incident) -> None:
    changed = set_value(example, f"claims.{TOLL}.what.killed", 146)
    assert as_data(changed)["claims"][1]["what"]["killed"] == 146  # type: ignore[index]
    assert set_value(changed, f"claims.{TOLL}.what.killed", 145) == example
    assert "note" not in as_data(set_value(example, f"claims.{TOLL}.note", None))["claims"][1]  # type: ignore[index]
    located = {"lat": 30.2, "lon": 67.0, "gazetteer": "geonames:1167528"}
    assert set_value(example, "places.quetta.coordinates", located).places[1].gazetteer == "geonames:1167528"
    assert len(set_value(example, "claims.hospitals-emergency", None).claims) == len(example.claims) - 1
    with pytest.raises(InvalidRecord):
        set_value(example, f"claims.{TOLL}.what.killed", "many")


def value_proposal(example: Incident) -> Incident:
    claim: dict[str, Any] = as_data(example)["claims"][1]  # type: ignore[index,assignment]
    ours = {key: claim[key] for key in ("kind", "what", "quote", "at")}
    theirs = copy.deepcopy(ours)
    theirs["what"]["killed"] = 152
    theirs["quote"] = theirs["quote"].replace("145", "152")
    frozen = {**theirs, "what": theirs["what"]}
    claims = tuple(
        sealed(each, state=ReviewState.ACCEPTED, by="desk") if each.id == TOLL else each for each in example.claims
    )
    return replace(example, claims=claims, proposals=(Proposal(f"claims.{TOLL}", ours, frozen, "x"),))


def test_taking_a_proposal_over_exchanges_value_and_words_and_seals_anew(example: Incident) -> None:
    incident = value_proposal(example)
    done = apply_proposal(incident, incident.proposals[0], by="anna")
    claim = next(each for each in done.claims if each.id == TOLL)
    assert (as_data(done)["claims"][1]["what"]["killed"], "152" in claim.quote) == (152, True)  # type: ignore[index]
    assert (is_sealed(claim), claim.review and claim.review.by, done.proposals) == (True, "anna", ())
    bare = apply_proposal(incident, incident.proposals[0])
    assert next(each for each in bare.claims if each.id == TOLL).review is None


def test_turning_a_proposal_down_leaves_the_record(example: Incident) -> None:
    incident = value_proposal(example)
    assert dismiss_proposal(incident, f"claims.{TOLL}") == replace(incident, proposals=())


def test_agreeing_that_a_claim_is_gone_leaves_a_tombstone_and_no_loose_ends(example: Incident) -> None:
    name = "killed-militants-pk-military"
    incident = replace(example, proposals=(Proposal(f"claims.{name}", {"id": name}, None),))
    done = apply_proposal(incident, incident.proposals[0], by="anna")
    assert name not in str([as_data(done)["claims"], as_data(done).get("summary")])
    assert [(each.id, each.list, each.by) for each in done.rejected] == [(name, "claims", "anna")]


def test_a_new_claim_is_taken_over_whole(example: Incident) -> None:
    gone = replace(example, claims=example.claims[:-1])
    theirs = as_data(example)["claims"][-1]  # type: ignore[index]
    incident = replace(gone, proposals=(Proposal(f"claims.{theirs['id']}", None, theirs),))
    assert apply_proposal(incident, incident.proposals[0]) == example


def test_a_seal_is_broken_by_any_change_but_not_by_a_passage_that_moved(example: Incident) -> None:
    claim = sealed(example.claims[1], state=ReviewState.ACCEPTED, by="desk")
    assert is_sealed(claim)
    assert is_sealed(replace(claim, at=example.claims[2].at, said=replace(claim.said, at=None)))
    for change in ({"note": "x"}, {"quote": "x"}, {"id": "x"}, {"said": example.claims[2].said}, {"what": None}):
        assert is_broken(replace(claim, **change)), change
    assert seal_of(claim) == seal_of(example.claims[1]) == seal_of(claim)
