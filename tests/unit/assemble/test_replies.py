"""A denial answers the one accusation that it can mean, or none."""

from collections.abc import Callable

import pytest

from generator.model.claim import Claim

Claims = Callable[..., dict[str, Claim]]


def answers(found: dict[str, Claim]) -> dict[str, str | None]:
    return {name: claim.responds_to for name, claim in found.items() if claim.kind == "denial"}


@pytest.mark.parametrize(
    ("text", "replies"),
    [
        pytest.param(
            "The army accused the Red Hand of the bombing. The Red Hand denied involvement.",
            {"red-hand-denies": "army-blames-red-hand"},
            id="the-accused-answers",
        ),
        pytest.param(
            "The army accused the Red Hand of the bombing. Police blamed the Blue Wing for the raid. "
            "The Blue Wing denied the charge. The Red Hand denied the charge.",
            {"blue-wing-denies": "police-blames-blue-wing", "red-hand-denies": "army-blames-red-hand"},
            id="each-answers-its-own",
        ),
        pytest.param(
            "Kenya's army said the bombing was carried out by “Indian-sponsored militants”. "
            "India rejected the allegation on Monday.",
            {"india-denies": "kenyas-army-blames-india"},
            id="sponsor-answers",
        ),
        pytest.param(
            "Kenya accused India of the bombing. “We reject the baseless charge,” said Asha Nor, "
            "an Indian foreign ministry spokeswoman.",
            {"nor-denies": "kenya-blames-india"},
            id="spokeswoman-answers-for-her-country",
        ),
        pytest.param(
            "The army accused the Red Hand of the bombing. Its leader, Joren Vask, rejected that allegation.",
            {"vask-denies": "army-blames-red-hand"},
            id="words-that-point-back",
        ),
    ],
)
def test_a_denial_finds_the_accusation(claims: Claims, text: str, replies: dict[str, str]) -> None:
    assert answers(claims(text)) == replies


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The army accused the Red Hand of the bombing. The mayor denied that he had fled.", id="other-matter"
        ),
        pytest.param("The Red Hand denied involvement in the bombing.", id="no-accusation"),
        pytest.param(
            "The army denied the charge. The Red Hand accused the army of the bombing.", id="accusation-comes-later"
        ),
        pytest.param(
            "The army accused the Red Hand of the bombing. Police blamed the Blue Wing. The mayor denied any role.",
            id="two-accusations-of-others",
        ),
    ],
)
def test_a_denial_that_may_mean_something_else_answers_nothing(claims: Claims, text: str) -> None:
    assert set(answers(claims(text)).values()) == {None}


def test_nobody_answers_an_own_accusation(claims: Claims) -> None:
    found = claims("The army accused the Red Hand of the bombing. The army denied the claim that its men fled.")
    assert answers(found) == {"army-denies": None}


def test_a_statement_answers_nothing(claims: Claims) -> None:
    found = claims("The army accused the Red Hand of the bombing. The Red Hand said it would march on Dahr.")
    assert [claim.responds_to for claim in found.values()] == [None] * len(found)
