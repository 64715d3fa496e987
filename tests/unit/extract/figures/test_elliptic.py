"""Figures that leave out what they count, told by the toll in front of them."""

from collections.abc import Callable

import pytest

from generator.extract.figures.elliptic import find_elliptic
from generator.extract.figures.figures import find_figures
from generator.extract.figures.tolls import find_tolls, toll_text
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.vocabulary import Outcome

Find = Callable[[str, Outcome | None], list[str]]


@pytest.fixture
def elliptic(prose: Callable[[str], Prose], lexicon: Lexicon) -> Find:
    def find(text: str, before: Outcome | None) -> list[str]:
        sentence = prose(text)
        tolls = find_tolls(sentence, find_figures(sentence, lexicon), lexicon)
        return [toll_text(toll) for toll in find_elliptic(sentence, tolls, before, lexicon)]

    return find


@pytest.mark.parametrize(
    ("text", "before", "told"),
    [
        pytest.param("Three of them were women.", Outcome.KILLED, ["killed 3"], id="of-them-were"),
        pytest.param("That takes the country's total to 61.", Outcome.KILLED, ["killed 61"], id="somebodys-total"),
        pytest.param("That makes three.", Outcome.KILLED, ["killed 3"], id="makes"),
        pytest.param("The union put the figure at 29.", Outcome.INJURED, ["injured 29"], id="put-the-figure"),
        pytest.param(
            "The opposition speaks of more than a hundred.",
            Outcome.DETAINED,
            ["detained more-than 100"],
            id="speaks-of",
        ),
        pytest.param("Villagers say 40.", Outcome.KILLED, ["killed 40"], id="somebody-says"),
        pytest.param(
            "Officials say 22, aid groups more than 40.",
            Outcome.KILLED,
            ["killed 22", "killed more-than 40"],
            id="two-say",
        ),
        pytest.param("At the mosque it was six.", Outcome.KILLED, ["killed 6"], id="elsewhere-it-was"),
        pytest.param(
            "Seven miners were confirmed dead, bringing the total since May to 63.",
            None,
            ["killed 63"],
            id="same-sentence",
        ),
    ],
)
def test_the_outcome_is_that_of_the_toll_before(
    elliptic: Find, text: str, before: Outcome | None, told: list[str]
) -> None:
    assert elliptic(text, before) == told


@pytest.mark.parametrize(
    ("text", "before"),
    [
        pytest.param("That makes three.", None, id="nothing-told-before"),
        pytest.param("That makes three titles in a row.", Outcome.KILLED, id="titles"),
        pytest.param("Residents say 40 huts burned.", Outcome.KILLED, id="huts"),
        pytest.param("At the summit it was six degrees.", Outcome.KILLED, id="degrees"),
        pytest.param("The firm put the figure at 29 euros.", Outcome.KILLED, id="money"),
        pytest.param("The union put the number of strikers at 4,000; police said 900.", Outcome.KILLED, id="strikers"),
    ],
)
def test_a_figure_of_something_else_is_left_alone(elliptic: Find, text: str, before: Outcome | None) -> None:
    assert elliptic(text, before) == []
