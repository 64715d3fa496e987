"""Tolls that no frame tells: the words around a figure are weighed, and what weighed most is told."""

from collections.abc import Callable

import pytest

from generator.extract.claims import find_told
from generator.extract.figures.tolls import toll_text
from generator.extract.figures.weighed import RULE, Case, find_weighed, judge
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import Figure, Numeral, TollMention
from generator.model.span import Span
from generator.model.vocabulary import Outcome

Find = Callable[..., tuple[TollMention, ...]]


@pytest.fixture
def weighed(prose: Callable[[str], Prose], lexicon: Lexicon) -> Find:
    def find(text: str, before: Outcome | None = None) -> tuple[TollMention, ...]:
        sentence = prose(text)
        figures, tolls = find_told(sentence, before, lexicon)
        return find_weighed(sentence, figures, tolls, lexicon, before=before)

    return find


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Nine villagers had to be stretchered to a clinic.", ["hospitalised 9"], id="a-verb-behind"),
        pytest.param("Eleven looters are already in the cells.", ["detained 11"], id="a-state-behind"),
        pytest.param("The following six remain at large.", ["freed 6"], id="no-noun"),
    ],
)
def test_a_toll_that_no_frame_tells_is_found_by_the_words_around_it(weighed: Find, text: str, told: list[str]) -> None:
    assert [toll_text(toll) for toll in weighed(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nine villagers could be stretchered to a clinic.", id="what-may-happen"),
        pytest.param("The driver was 47 and had lost consciousness once.", id="an-age"),
        pytest.param("Six huts burned down, and one in Haldun was flooded by the dead river.", id="things"),
        pytest.param("7. Bodies of water.", id="the-number-of-an-item"),
        pytest.param("A jury of five men heard of the deaths.", id="a-jury"),
        pytest.param("Some 3,400 troops are looking for a body.", id="searchers"),
        pytest.param("The school has 900 pupils.", id="nothing-tells"),
        pytest.param("He denied that nine villagers were stretchered to a clinic.", id="denied"),
    ],
)
def test_persons_to_whom_nothing_happened_are_left_alone(weighed: Find, text: str) -> None:
    assert weighed(text) == ()


def test_a_figure_that_a_frame_reads_is_not_weighed_again(weighed: Find) -> None:
    assert weighed("Nine villagers were killed and laid in their graves.") == ()


def test_what_was_weighed_is_told_the_heaviest_first(weighed: Find, lexicon: Lexicon) -> None:
    (toll,) = weighed("Eleven looters are already in the cells.")
    sizes = [abs(weight) for _, weight in toll.weighed]
    assert toll.rule == RULE
    assert sizes == sorted(sizes, reverse=True)
    assert all(lexicon.tolls.words.weights[name] == weight for name, weight in toll.weighed)


def test_a_weighed_figure_that_sums_up_years_is_marked_so(weighed: Find, lexicon: Lexicon) -> None:
    (toll,) = weighed("Eleven looters have been in the cells since 2021.")
    assert toll.rule == lexicon.tolls.cumulative.name


def test_an_outcome_that_another_one_rivals_is_less_sure(weighed: Find) -> None:
    figure = Figure(Span(0, 3), Numeral(Span(0, 3), 9))
    alone = Case(figure, {Outcome.KILLED: ("a",)})
    rivalled = Case(figure, {Outcome.KILLED: ("a",), Outcome.MISSING: ("b",)})
    weights = {"a": 2.0, "b": 1.9}
    assert judge(alone, weights) == (Outcome.KILLED, pytest.approx(2.0, abs=0.7))
    assert judge(rivalled, weights)[0] is Outcome.KILLED
    assert judge(rivalled, weights)[1] < judge(alone, weights)[1]
