"""Who did it by a record: the accused of the deed, not those of a fault; the side, not its spokesman."""

from collections.abc import Callable

import pytest

from generator.model.claim import Party
from generator.model.incident import Incident
from generator.model.vocabulary import Charge, ClaimKind
from generator.score.recorded import perpetrators

BOMBED = "A bomb killed nine people at a market in Kolvari on Monday. "


def charges(made: Incident) -> list[Charge | None]:
    claims = (claim for claim in made.claims if claim.kind is ClaimKind.ACCUSATION)
    return [claim.what.of for claim in claims if isinstance(claim.what, Party)]


def doers(made: Incident) -> list[str]:
    return [each.names[0] for each in perpetrators(made)]


@pytest.mark.parametrize(
    ("accusation", "charge"),
    [
        pytest.param("The governor accused the Red Hand of planting the bomb.", None, id="the deed"),
        pytest.param("The governor blamed the Red Hand for the bombing.", None, id="the deed as a noun"),
        pytest.param("The governor accused the Red Hand of sheltering the bombers.", Charge.OTHER, id="another deed"),
        pytest.param("The opposition accused the government of ignoring warnings.", Charge.FAULT, id="a fault"),
    ],
)
def test_an_accusation_tells_what_it_charges(
    incident: Callable[..., Incident], accusation: str, charge: Charge | None
) -> None:
    assert charges(incident(BOMBED + accusation)) == [charge]


def test_nobody_did_an_accident_whoever_is_blamed_for_it(incident: Callable[..., Incident]) -> None:
    made = incident("A mine collapsed in Dahr on Monday, killing nine workers. The union blamed the management.")
    assert (charges(made), doers(made)) == ([Charge.FAULT], [])


def test_whoever_is_accused_of_a_fault_is_no_perpetrator(incident: Callable[..., Incident]) -> None:
    made = incident(BOMBED + "The opposition accused the government of ignoring warnings.")
    assert doers(made) == []


def test_a_spokesman_claims_for_the_group_that_claims_it_too(incident: Callable[..., Incident]) -> None:
    made = incident(
        BOMBED + 'The Red Hand claimed responsibility for the attack. "We targeted a meeting of officers," '
        "the group's spokesman, Commander Ari Dole, said."
    )
    assert doers(made) == ["Red Hand"]


def test_one_unnamed_person_is_whoever_is_named_later(incident: Callable[..., Incident]) -> None:
    made = incident(
        "A man opened fire in a market in Kolvari on Monday, killing nine people. "
        "Police identified the gunman as Luka Pertov, 34."
    )
    assert doers(made) == ["Luka Pertov"]


def test_forces_that_shoot_down_what_others_sent_did_not_attack(incident: Callable[..., Incident]) -> None:
    made = incident(
        "Russian drones attacked a market in Kolvari on Monday, killing nine people. "
        "Air defence units destroyed 40 drones, the army said."
    )
    assert doers(made) == ["Russia"]
