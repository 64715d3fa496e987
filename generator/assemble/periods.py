"""Times of several days that a phrase means, and days that it counts back."""

import datetime
import re

from generator.model.partialdate import PartialDate

COUNTED = {"a": 1, "the": 1, "one": 1} | {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_BEFORE_AFTER = re.compile(r"(a|the|one|two|three|four|five|six|seven|eight|nine|ten|[0-9]+) (day|week)s? after")
_WEEKEND = ("the weekend", "the past weekend", "this past weekend", "last weekend", "this weekend")
_THIS_WEEK = ("this week", "earlier this week", "earlier in the week")
_LAST_WEEK = "last week"
_SATURDAY = 5


def days_back(phrase: str) -> int | None:
    """How many days before another one a deed was (``two days after`` it); None where a phrase tells no such thing."""
    told = _BEFORE_AFTER.fullmatch(phrase)
    if told is None:
        return None
    return (COUNTED.get(told[1]) or int(told[1])) * (7 if told[2] == "week" else 1)


def period_of(phrase: str, anchor: PartialDate | None) -> tuple[PartialDate, PartialDate] | None:
    """First and last day of a time of several days, counted from the story's own; none lies behind that."""
    exact = anchor.exact if anchor is not None else None
    if anchor is None or exact is None:
        return None

    def back(days: int) -> PartialDate:
        return PartialDate.of(exact - datetime.timedelta(days=days))

    monday = exact.weekday()
    if phrase == "overnight":
        return back(1), anchor
    if phrase in _WEEKEND:
        own = monday >= _SATURDAY and not phrase.startswith("last ")
        return (back(monday - _SATURDAY), anchor) if own else (back(monday + 2), back(monday + 1))
    if phrase in _THIS_WEEK:
        return back(monday), anchor
    return (back(monday + 7), back(monday + 1)) if phrase == _LAST_WEEK else None
