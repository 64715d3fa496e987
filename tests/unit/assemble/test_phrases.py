"""How one counted person is called in a sentence and in a headline."""

import pytest

from generator.assemble.phrases import count_phrase, to_be
from generator.model.claim import Toll
from generator.model.incident import Actor
from generator.model.span import Citation
from generator.model.vocabulary import ActorType, Outcome


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("Maro Antiqua, a councillor", "Maro Antiqua"),
        ("Joss Petterwick, 20, a second-year student", "Joss Petterwick"),
        ("Ana de la Cruzeta", "Ana de la Cruzeta"),
        ("Dev 'Slate' Harun", "Dev 'Slate' Harun"),
        ("prison officer", "a prison officer"),
        ("Filipino sailor", "a Filipino sailor"),
        ("his son", "his son"),
        ("the driver", "a driver"),
        ("passengers", "one of the passengers"),
    ],
)
def test_one_person_goes_by_the_name_or_with_an_article(who, told):
    assert count_phrase(Toll(Outcome.KILLED, 1, who=who)) == told


def test_a_headline_counts_a_person_without_a_name():
    toll = Toll(Outcome.KILLED, 1, who="prison officer")
    assert count_phrase(toll, in_headline=True) == "one prison officer"


@pytest.mark.parametrize(
    ("name", "kind", "verb"),
    [
        ("prison guards", ActorType.CROWD, "are"),
        ("ruling junta", ActorType.GOVERNMENT, "is"),
        ("United States", ActorType.GOVERNMENT, "is"),
    ],
    ids=str,
)
def test_several_persons_are_blamed_and_a_body_is(name, kind, verb):
    assert to_be(Actor("x", name, kind, Citation.parse("d1:0-5"))) == verb
