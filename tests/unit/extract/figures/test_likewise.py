"""Outcomes told once for several figures, and several outcomes told of the same persons."""

from collections.abc import Callable

import pytest

from generator.extract.figures.tolls import toll_text
from generator.model.mention import TollMention

Find = Callable[[str], tuple[TollMention, ...]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Two died in Port Ashby and three in Corvan.", ["killed 2", "killed 3"], id="and-three-in"),
        pytest.param(
            "Eleven were detained in the capital, six in Harlow and four in the port town of Peel.",
            ["detained 11", "detained 6", "detained 4"],
            id="list-of-places",
        ),
        pytest.param(
            "In Bamin 13 people died, in Turga seven and in Oreb two.",
            ["killed 13", "killed 7", "killed 2"],
            id="place-before-figure",
        ),
        pytest.param("A boy was killed and his sister badly hurt.", ["killed 1", "injured 1"], id="verb-left-out"),
        pytest.param("Woman killed, toddler hurt in house fire.", ["killed 1", "injured 1"], id="heading"),
        pytest.param(
            "The clinics reported 804 cases, against 210 a week earlier.",
            ["infected 804", "infected 210"],
            id="against",
        ),
    ],
)
def test_a_figure_without_a_verb_shares_that_of_the_one_in_front(tolls: Find, text: str, told: list[str]) -> None:
    assert [toll_text(toll) for toll in tolls(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("At least 13 inmates died and 34 on the run are being sought.", id="on-the-run"),
        pytest.param("Thirteen inmates died and two in custody sang.", id="another-verb"),
    ],
)
def test_a_figure_with_words_of_its_own_shares_nothing(tolls: Find, text: str) -> None:
    assert [str(toll.outcome) for toll in tolls(text)] == ["killed"]


def test_the_figure_compared_with_is_the_earlier_one(tolls: Find) -> None:
    newer, older = tolls("The region logged 517 infections on Thursday, down from 640 the day before.")
    assert (newer.former, older.former, newer.basis) == (False, True, older.basis)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Five youths were arrested in the square and later bailed.",
            ["detained 5", "freed 5"],
            id="arrested-and-bailed",
        ),
        pytest.param("A clerk was hit by a stray bullet and died in hospital.", ["killed 1"], id="death-alone"),
        pytest.param("A man stabbed a student on the tram and killed her.", ["killed 1"], id="object-pronoun"),
        pytest.param(
            "Four miners were burned in the blast and taken to Haldun General Hospital.",
            ["injured 4", "hospitalised 4"],
            id="hurt-and-taken-to-hospital",
        ),
        pytest.param(
            "Ten guards taken hostage during the riot were freed unharmed.",
            ["freed 10", "abducted 10"],
            id="participle",
        ),
        pytest.param("Two clerks were dragged from their car and shot dead.", ["killed 2"], id="bare-participle"),
    ],
)
def test_what_further_befell_the_same_persons_is_told_too(tolls: Find, text: str, told: list[str]) -> None:
    assert [toll_text(toll) for toll in tolls(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Two men were arrested in a raid in which a boy was killed.", id="relative-clause"),
        pytest.param("Two men were arrested and a boy died.", id="another-subject"),
    ],
)
def test_what_befell_somebody_else_is_not_told_of_them(tolls: Find, text: str) -> None:
    assert all(toll.figure.numeral.count == 1 for toll in tolls(text) if toll.outcome == "killed")
    assert toll_text(tolls(text)[0]) == "detained 2"
