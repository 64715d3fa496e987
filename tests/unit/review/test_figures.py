"""Where a figure stands in its quote."""

import pytest

from generator.model.claim import Damage, Toll
from generator.model.vocabulary import Bound, Outcome
from generator.review.figures import find_figure


def killed(count, **more):
    return Toll(Outcome.KILLED, count, **more)


@pytest.mark.parametrize(
    ("figure", "quote", "words"),
    [
        pytest.param(killed(145), "The army killed 145 militants.", ["145"], id="digits"),
        pytest.param(killed(1100), "Some 1,100 people drowned.", ["1,100"], id="groups"),
        pytest.param(killed(17), "Seventeen miners were found dead.", ["Seventeen"], id="word at the beginning"),
        pytest.param(killed(23), "twenty-three were killed", ["twenty-three"], id="hyphen"),
        pytest.param(killed(12), "at least a dozen were killed", ["a dozen"], id="dozen"),
        pytest.param(killed(1_200_000), "1.2 million people are affected", ["1.2 million"], id="millions"),
        pytest.param(killed(200), "two hundred were killed", ["two hundred"], id="hundreds in words"),
        pytest.param(killed(0), "Nobody was hurt, and no one died.", ["no one"], id="a stated zero"),
        pytest.param(killed(1), "A bomb killed one guard.", ["one"], id="one, and no article"),
        pytest.param(killed(12, upper=15, bound=Bound.RANGE), "12 to 15 were killed", ["12", "15"], id="range"),
        pytest.param(killed(None, vague="dozens"), "Dozens were killed.", ["Dozens"], id="vague"),
        pytest.param(Damage("houses", 40), "40 houses burned", ["40"], id="things"),
        pytest.param(killed(45), "The army killed 145 militants in 2045.", [], id="not inside another number"),
        pytest.param(killed(18), "17 officers were killed", [], id="a figure that does not stand there"),
    ],
)
def test_the_words_that_state_a_figure_are_found(figure, quote, words):
    assert [span.of(quote) for span in find_figure(quote, figure)] == words
