"""Losses that only the enemy tells of; ① stands where the finding is expected."""

from collections.abc import Callable

import pytest

Found = Callable[..., list[str]]

MINISTER = "id: killed-militants-bugti\n"
SPEAKER = "said: {by: bugti"


@pytest.fixture
def alone(texts) -> tuple[str, ...]:
    """Turns the claim of responsibility's group into the only source on dead soldiers."""
    text = texts["content/incidents/balochistan-attacks-b1512c5f.yml"]
    begin = text.index("- id: killed-law-enforcement-bugti")
    claim = text[begin : text.index("- id:", begin + 5)]
    return claim, claim[: claim.index("  said:")] + "  said: ①{by: bla, day: null}\n" + claim[claim.index("  quote:") :]


def test_dead_soldiers_that_only_their_enemy_counts_are_told(found: Found, alone: tuple[str, ...]) -> None:
    assert found("attacks", *alone) == ["① warning enemy-figure"]


def test_dead_militants_that_only_the_army_counts_are_told_once(found: Found, texts) -> None:
    text = texts["content/incidents/balochistan-attacks-b1512c5f.yml"]
    first = text.index("- id: killed-militants-bugti")
    said = text[text.index("said:", first) :].split("\n", 1)[0]
    assert found("attacks", said, "said: ①{by: military, day: Sunday}") == ["① warning enemy-figure"]


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        pytest.param("{killed: 17, who: law enforcement personnel, category: security-forces}", None, id="no loss"),
        pytest.param("①{by: bla, day: null}", "{by: document}", id="the document itself"),
        pytest.param("①{by: bla, day: null}", "{by: military, day: null}", id="the side that lost them"),
        pytest.param("①{by: bla, day: null}", "{by: bugti, day: Sunday}", id="a minister"),
    ],
)
def test_a_figure_of_another_source_or_of_no_loss_is_not_told(
    line: str, instead: str | None, found: Found, alone: tuple[str, ...]
) -> None:
    claim, changed = alone
    changed = changed.replace(line, instead or "{killed: 17, who: law enforcement personnel, category: civilians}")
    assert "enemy-figure" not in " ".join(found("attacks", claim, changed))


def test_a_second_source_settles_it(found: Found, alone: tuple[str, ...]) -> None:
    claim, changed = alone
    second = claim.replace("id: killed-law-enforcement-bugti", "id: killed-law-enforcement-hospital")
    assert "enemy-figure" not in " ".join(found("attacks", claim, changed.replace("①", "") + second))


@pytest.mark.parametrize("judged", ["  grade: F6\n", "  review: {state: accepted, by: ada}\n"])
def test_an_editors_judgement_settles_it(judged: str, found: Found, alone: tuple[str, ...]) -> None:
    claim, changed = alone
    end = changed.replace("①", "").rstrip("\n") + "\n"
    assert "enemy-figure" not in " ".join(found("attacks", claim, end + judged))


def test_two_armies_are_told_apart_by_whose_hand_it_was(found: Found, alone: tuple[str, ...]) -> None:
    claim, changed = alone
    army = changed.replace("by: bla", "by: military")
    doer = army.replace("category: security-forces}", "category: security-forces, by: Pakistan's military}")
    assert "enemy-figure" not in " ".join(found("attacks", claim, army))
    assert found("attacks", claim, doer) == ["① warning enemy-figure"]
