"""Numbers that may count persons or things, and the many numbers of a news story that count nothing."""

from collections.abc import Callable

import pytest

from generator.extract.figures.numerals import find_numerals, number_value
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import Numeral

Find = Callable[[str], tuple[Numeral, ...]]


@pytest.fixture
def numerals(prose: Callable[[str], Prose], lexicon: Lexicon) -> Find:
    return lambda text: find_numerals(prose(text), lexicon.numerals)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Rescuers found 14 survivors.", 14, id="digits"),
        pytest.param("Rescuers found fourteen survivors.", 14, id="word"),
        pytest.param("Rescuers found thirty-two survivors.", 32, id="hyphenated-word"),
        pytest.param("Rescuers found two hundred and six survivors.", 206, id="long-word"),
        pytest.param("Some sheltered 12,450 evacuees.", 12_450, id="thousands-separator"),
        pytest.param("The crisis uprooted 1.2 million villagers.", 1_200_000, id="decimal-million"),
        pytest.param("The convoy carried 40 thousand refugees.", 40_000, id="digits-and-scale"),
        pytest.param("Rescuers found a dozen survivors.", 12, id="a-dozen"),
        pytest.param("Rescuers found half a dozen survivors.", 6, id="half-a-dozen"),
        pytest.param("Rescuers found two dozen survivors.", 24, id="two-dozen"),
        pytest.param("No one was hurt.", 0, id="no-one"),
        pytest.param("Not a single pupil was hurt.", 0, id="not-a-single"),
    ],
)
def test_a_number_is_read_however_it_is_written(numerals: Find, text: str, count: int) -> None:
    assert [numeral.count for numeral in numerals(text)] == [count]


@pytest.mark.parametrize(
    ("text", "bound", "count", "upper"),
    [
        pytest.param("At least 19 riders fell.", "at-least", 19, None, id="at-least"),
        pytest.param("No fewer than 19 riders fell.", "at-least", 19, None, id="no-fewer-than"),
        pytest.param("As many as 19 riders fell.", "at-least", 19, None, id="as-many-as"),
        pytest.param("Fifty or more riders fell.", "at-least", 50, None, id="or-more"),
        pytest.param("More than 40 riders fell.", "more-than", 40, None, id="more-than"),
        pytest.param("Over 40 riders fell.", "more-than", 40, None, id="over"),
        pytest.param("Up to 12 riders fell.", "at-most", 12, None, id="up-to"),
        pytest.param("Fewer than 12 riders fell.", "less-than", 12, None, id="fewer-than"),
        pytest.param("About 300 riders fell.", "about", 300, None, id="about"),
        pytest.param("Some 300 riders fell.", "about", 300, None, id="some"),
        pytest.param("Between 20 and 30 riders fell.", "range", 20, 30, id="between"),
        pytest.param("There were 20 to 30 riders.", "range", 20, 30, id="to"),
        pytest.param("There were 20-30 riders.", "range", 20, 30, id="dash"),
    ],
)
def test_a_bound_says_how_far_the_number_can_be_trusted(
    numerals: Find, text: str, bound: str, count: int, upper: int | None
) -> None:
    assert [(n.bound, n.count, n.upper) for n in numerals(text)] == [(bound, count, upper)]


@pytest.mark.parametrize("word", ["dozens", "scores", "hundreds", "several dozen", "tens of thousands"])
def test_a_vague_word_is_kept_as_a_word_and_never_turned_into_a_number(numerals: Find, word: str) -> None:
    assert [(n.vague, n.count) for n in numerals(f"The flood drove {word} of villagers out.")] == [(word, None)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The driver, 31, fled.", id="age-between-commas"),
        pytest.param("A boy of 12 fled.", id="age-of-a-boy"),
        pytest.param("The driver, aged 44, fled.", id="aged"),
        pytest.param("The 44-year-old fled.", id="year-old"),
        pytest.param("A fire gutted the mill in 1992.", id="year"),
        pytest.param("The 2026 budget was cut.", id="year-before-a-noun"),
        pytest.param("Police closed Highway 47.", id="road"),
        pytest.param("He commands the 92nd Brigade.", id="ordinal-unit"),
        pytest.param("It was the 3rd blast that week.", id="ordinal"),
        pytest.param("Losses reached $26 million.", id="dollars"),
        pytest.param("Losses reached €26m.", id="euros"),
        pytest.param("The camp lies 12 km away.", id="kilometres"),
        pytest.param("The camp lies 12km away.", id="kilometres-joined"),
        pytest.param("The gunfire lasted 40 minutes.", id="minutes"),
        pytest.param("Turnout fell 12 percent.", id="percent"),
        pytest.param("Turnout fell 12%.", id="percent-sign"),
        pytest.param("The magnitude 6.3 quake struck at night.", id="magnitude"),
        pytest.param("The quake struck at 3:45 p.m.", id="clock"),
        pytest.param("The quake struck on March 12.", id="day-of-a-month"),
        pytest.param("The quake struck on 12 March.", id="day-of-a-month-european"),
        pytest.param("A 12-storey block fell.", id="storeys"),
        pytest.param("Flight 812 left late.", id="flight"),
    ],
)
def test_a_number_that_counts_nothing_is_left_out(numerals: Find, text: str) -> None:
    assert numerals(text) == ()


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        pytest.param("Seven were shot and 12 drowned.", [7, 12], id="and-is-no-range"),
        pytest.param("Six people and seven others fled.", [6, 7], id="words-are-not-added-up"),
        pytest.param("Of 62 passengers, 14 swam.", [62, 14], id="part-of-a-whole"),
    ],
)
def test_two_numbers_of_a_sentence_stay_two(numerals: Find, text: str, counts: list[int]) -> None:
    assert [numeral.count for numeral in numerals(text)] == counts


def test_the_span_of_a_number_holds_its_bound_and_nothing_else(numerals: Find) -> None:
    text = "Officials fear that more than 1,200 households fled."
    assert [numeral.span.of(text) for numeral in numerals(text)] == ["more than 1,200"]


def test_a_fraction_of_a_person_is_no_count(lexicon: Lexicon) -> None:
    assert number_value("2.5", lexicon.numerals) is None
