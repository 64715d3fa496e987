import datetime

import pytest

from generator.link.calendar import find_named_days

TUESDAY = datetime.date(2025, 3, 11)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("A bus fell into a ravine on Sunday.", "2025-03-09"),
        ("Tuesday's collapse killed four.", "2025-03-11"),
        ("It happened last Tuesday.", "2025-03-04"),
        ("The dam broke on 6 March at dawn.", "2025-03-06"),
        ("The dam broke on Dec. 30 at dawn.", "2024-12-30"),
        ("Six days after the flood the road was open.", "2025-03-05"),
        ("A boat sank yesterday.", "2025-03-10"),
    ],
)
def test_a_day_is_counted_from_the_publication(sentence, day):
    assert [str(each.day) for each in find_named_days(sentence, TUESDAY)] == [day]


@pytest.mark.parametrize("sentence", ["The court sits until Friday.", "The minister will come on Friday."])
def test_a_day_to_come_is_no_day_of_the_story(sentence):
    assert list(find_named_days(sentence, TUESDAY)) == []


def test_a_day_of_speaking_is_marked_as_one():
    (sunday,) = find_named_days("Nine people died, the governor said on Sunday.", TUESDAY)
    assert sunday.spoken


def test_without_a_publication_a_weekday_stays_a_weekday():
    (named,) = find_named_days("A bus fell into a ravine on Sunday.", None)
    assert (named.day, named.weekday) == (None, 6)
