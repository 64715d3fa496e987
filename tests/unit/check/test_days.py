import pytest

from generator.check.days import is_written, named_weekdays
from generator.model.partialdate import PartialDate


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2025-03-03", "repaired on March 3, 2025."),
        ("2025-03-03", "on 3 March (2025 was wet)"),
        ("2025-03-03", "Mar. 3rd; published 2025-04-01"),
        ("2025-03-03", "on 3/3/2025"),
        ("2025-03-12", "2025-03-12"),
        ("2025-03-12", "12.03.2025"),
        ("2025-05-05", "from May 3-5, 2025"),
        ("2025-05-03", "3 to 5 May 2025"),
        ("2025-05", "in May, 2025"),
        ("2025-05", "in 05/2025"),
        ("2011", "a boiler blast in 2011"),
        ("1980", "the civil war of the 1980s"),
    ],
)
def test_a_day_that_the_text_writes_is_found(day: str, text: str) -> None:
    assert is_written(PartialDate.parse(day), text)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2025-03-03", "on Sunday"),
        ("2025-03-03", "on March 3"),
        ("2025-03-03", "3 people died in March 2025"),
        ("2025-03-03", "on March 30, 2025"),
        ("2025-03-03", "on March 13, 2025"),
        ("2025-03-03", "on 13 March 2025"),
        ("2025-05", "they may return in 12025"),
        ("2011", "20111 homes"),
        ("1981", "the 1970s"),
    ],
)
def test_a_day_that_the_text_does_not_write_is_not_found(day: str, text: str) -> None:
    assert not is_written(PartialDate.parse(day), text)


def test_weekdays_are_known_by_their_full_names() -> None:
    assert named_weekdays("Friday night into SATURDAY, as on other Sundays; sun, mon, frid") == {
        "Friday",
        "Saturday",
        "Sunday",
    }
