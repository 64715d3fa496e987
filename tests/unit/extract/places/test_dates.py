"""Days as sentences name them, American and European; phrases that only look like days."""

from collections.abc import Callable

import pytest

from generator.extract.places.dates import find_days
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import DayMention
from generator.model.partialdate import PartialDate

Find = Callable[[str], tuple[DayMention, ...]]


@pytest.fixture
def days(prose: Callable[[str], Prose], lexicon: Lexicon) -> Find:
    return lambda text: find_days(prose(text), lexicon)


@pytest.mark.parametrize(
    ("phrase", "date"),
    [
        pytest.param("on March 9, 2026", "2026-03-09", id="american"),
        pytest.param("on 9 March 2026", "2026-03-09", id="european"),
        pytest.param("on the 9th of March 2026", "2026-03-09", id="ninth-of"),
        pytest.param("on Oct. 7, 2025", "2025-10-07", id="short-month"),
        pytest.param("on 2026-03-09", "2026-03-09", id="iso"),
        pytest.param("in March 2019", "2019-03", id="month-and-year"),
        pytest.param("in 2019", "2019", id="year"),
    ],
)
def test_a_written_date_is_read_as_far_as_it_goes(days: Find, phrase: str, date: str) -> None:
    assert [(str(day.start), str(day.end)) for day in days(f"The dam broke {phrase}.")] == [(date, date)]


@pytest.mark.parametrize(
    ("phrase", "month_day"),
    [
        pytest.param("on March 9", (3, 9), id="american"),
        pytest.param("on 9 March", (3, 9), id="european"),
        pytest.param("on the 9th of March", (3, 9), id="ninth-of"),
        pytest.param("on Feb. 29", (2, 29), id="leap-day"),
    ],
)
def test_a_date_without_its_year_gets_none(days: Find, phrase: str, month_day: tuple[int, int]) -> None:
    assert [(day.start, day.month_day) for day in days(f"The dam broke {phrase}.")] == [(None, month_day)]


@pytest.mark.parametrize(
    ("phrase", "weekday"),
    [
        pytest.param("on Sunday", "Sunday", id="plain"),
        pytest.param("late on Friday", "Friday", id="late-on"),
        pytest.param("early Saturday morning", "Saturday", id="early-morning"),
        pytest.param("on the night of Tuesday", "Tuesday", id="night-of"),
    ],
)
def test_a_weekday_is_kept_by_its_bare_name(days: Find, phrase: str, weekday: str) -> None:
    assert [(day.text, day.weekday) for day in days(f"The dam broke {phrase}.")] == [(weekday, weekday)]


@pytest.mark.parametrize("phrase", ["last Friday", "next Tuesday", "last night", "two days ago", "yesterday"])
def test_a_relative_phrase_is_kept_in_its_own_words(days: Find, phrase: str) -> None:
    assert [(day.text, day.start) for day in days(f"The dam broke {phrase}.")] == [(phrase, None)]


@pytest.mark.parametrize(
    ("text", "past"),
    [
        pytest.param("A slide in 2019 buried the road.", True, id="year"),
        pytest.param("A slide in March 2019 buried the road.", True, id="month-and-year"),
        pytest.param("A slide three years ago buried the road.", True, id="years-ago"),
        pytest.param("A slide last month buried the road.", True, id="last-month"),
        pytest.param("A slide on Monday buried the road.", False, id="weekday"),
        pytest.param("A slide last night buried the road.", False, id="last-night"),
    ],
)
def test_an_earlier_time_is_told_apart_from_the_storys_own(days: Find, text: str, past: bool) -> None:
    assert [day.past for day in days(text)] == [past]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("May said the deal was off.", id="a-person-called-may"),
        pytest.param("Thousands joined the march.", id="a-march"),
        pytest.param("They march 20 abreast.", id="lower-case-march"),
        pytest.param("The siege lasted over 40 hours.", id="duration"),
        pytest.param("The dam broke on Feb. 30.", id="no-such-day"),
        pytest.param("The dam broke on Feb. 29, 2025.", id="no-leap-year"),
        pytest.param("The dam broke on 31 June.", id="june-has-thirty"),
        pytest.param("About 2,019 homes were hit.", id="a-count-like-a-year"),
        pytest.param("The sun shone.", id="sun"),
    ],
)
def test_what_is_no_day_is_left_alone(days: Find, text: str) -> None:
    assert days(text) == ()


def test_two_days_of_a_sentence_are_both_found_in_order(days: Find) -> None:
    assert [day.text for day in days("Shelling went on between Friday and Sunday.")] == ["Friday", "Sunday"]


def test_a_full_date_is_one_day_and_not_also_its_month(days: Find) -> None:
    text = "The dam broke on 9 March 2026 after rain."
    assert [day.span.of(text) for day in days(text)] == ["on 9 March 2026"]


@pytest.mark.parametrize(
    ("phrase", "date"),
    [
        pytest.param("on 31/12/2025", "2025-12-31", id="day-first"),
        pytest.param("on 12/31/2025", "2025-12-31", id="month-first"),
        pytest.param("on 31.12.2025", "2025-12-31", id="with-full-stops"),
        pytest.param("on 3 JAN 90", "1990-01-03", id="old-wire"),
    ],
)
def test_a_date_in_figures_is_read_where_its_order_is_clear(days: Find, phrase: str, date: str) -> None:
    assert [str(day.start) for day in days(f"The dam broke {phrase}.")] == [date]


def test_a_date_in_figures_whose_order_is_open_is_left_alone(days: Find) -> None:
    assert days("The dam broke on 10/11/2025.") == ()


def test_a_range_of_days_has_a_first_and_a_last(days: Find) -> None:
    found = days("Floods lasted from May 5 to 7, 2024, in the delta.") + days("Floods lasted on 16-18 June 2023.")
    assert [(str(day.start), str(day.end)) for day in found] == [
        ("2024-05-05", "2024-05-07"),
        ("2023-06-16", "2023-06-18"),
    ]


@pytest.mark.parametrize("phrase", ["this morning", "this afternoon", "a few hours ago", "three days ago"])
def test_a_time_counted_from_now_is_kept_in_its_own_words(days: Find, phrase: str) -> None:
    assert [day.text for day in days(f"The dam broke {phrase}.")] == [phrase]


def test_a_sentence_without_a_word_for_a_day_has_none(days: Find) -> None:
    assert days("The dam broke and 1,234 houses were lost at 4.30 in the valley below.") == ()


@pytest.mark.parametrize(
    ("text", "past"),
    [
        pytest.param("In March a dam broke.", False, id="own-month"),
        pytest.param("In March 2026 a dam broke.", False, id="own-month-and-year"),
        pytest.param("In January a dam broke.", True, id="earlier-month"),
        pytest.param("In January 2026 a dam broke.", True, id="earlier-month-of-the-year"),
        pytest.param("In 2019 a dam broke.", True, id="earlier-year"),
    ],
)
def test_a_storys_own_month_is_no_earlier_time(
    prose: Callable[[str], Prose], lexicon: Lexicon, text: str, past: bool
) -> None:
    found = find_days(prose(text), lexicon, published=PartialDate(2026, 3, 9))
    assert [day.past for day in found] == [past]
