from decimal import Decimal

import pytest

from generator.check.numbers import find_numbers, number_values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("145 militants over 40 hours", ["145", "40"]),
        ("1,234,567 people, 40\u202f000 homes, 1,00,000 rupees", ["1234567", "40000", "100000"]),
        ("the 92nd Brigade in the 1990s", ["92", "1990"]),
        ("$1.2bn, 1.1 million, 3.6%", ["1200000000", "1100000", "3.6"]),
        ("between 20-30, or 6,000 to 7,500", ["20", "30", "6000", "7500"]),
        ("at 6:45 p.m. on 17.05.2025", ["6", "45", "17", "5", "2025"]),
        ("Twenty-one of forty two; NINETEEN", ["21", "42", "19"]),
        ("a hundred and forty-five thousand", ["145000"]),
        ("one hundred and one, two dozen, half a dozen, half a million", ["101", "24", "6", "500000"]),
        ("six people and seven others", ["6", "7"]),
        ("one hundred, two of them children", ["100", "2"]),
        ("the first, a third, dozens, hundreds, twice, someone", []),
        ("G7, F-16, COVID-19, MI6", []),
        ("in tension, often, weight", []),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, values: list[str]) -> None:
    assert [number.value for number in find_numbers(text)] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("one of the deadliest days", True),
        ("no one was hurt", True),
        ("this one.", True),
        ("one by one", True),
        ("one soldier died", False),
        ("killed one and wounded two", True),
        ("exactly one person", False),
    ],
)
def test_a_one_that_counts_nothing_is_told_apart(text: str, pronoun: bool) -> None:
    assert next(find_numbers(text)).pronoun is pronoun


@pytest.mark.parametrize("text", ["1" * 100_000, "one hundred " * 9_000, "1,00" * 25_000, "twenty-" * 15_000])
def test_a_hostile_text_is_read_once(text: str) -> None:
    assert len(number_values(text)) <= 100_000
