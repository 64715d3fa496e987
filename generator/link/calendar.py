"""Days that a story names, as far as its own words and its day of publication settle them."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model.values import value

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"(?P<month%d>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = re.compile(
    rf"\b(?:{_MONTH % 1} (?P<day1>[0-9]{{1,2}})(?:st|nd|rd|th)?|(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)? {_MONTH % 2})\b"
    r"(?:,? (?P<year>(?:19|20)[0-9]{2}))?(?P<before> last year)?"
)
_WEEKDAY = re.compile(rf"\b(?P<lead>\w+ )?(?P<day>{'|'.join(day.title() for day in _WEEKDAYS)})\b(?P<own>['’]s)?")
_NEAR = re.compile(r"\b(?P<word>[Yy]esterday|[Ll]ast night|[Oo]vernight|[Tt]oday|[Tt]his morning)\b")
_COMING = frozenset(("until", "till", "next", "by", "before", "from", "starting", "since"))
_SPEAKING = re.compile(
    r"\b(?:said|says|told|announced|confirmed|reported|ruled|declared|visited|searched|added|raised|revised|vowed|"
    r"warned|condemned|denied|died|dies|succumbed|buried|arrested|released|called off|acknowledged|found|met)"
    r"(?: \w+){0,3}$"
)
"""What makes the day behind it one of speaking about the event, or of what came of it."""
_WILL = re.compile(r"\b(?:will|would|is to|are to|to (?:march|meet|visit|begin|go))\b")


_COUNT_WORDS = "a two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_COUNTS = {word: number for number, word in enumerate(_COUNT_WORDS.split(), start=1)} | {"one": 1}
_BACK = re.compile(
    rf"\b(?P<count>{'|'.join(_COUNTS)}|[0-9]{{1,2}}) (?P<unit>day|week)s? (?P<back>after|ago|earlier|before,)",
    re.IGNORECASE,
)


@value
class Named:
    """A day as a story names it.

    Attributes:
        day: the calendar day, where it is settled.
        month: month and day of the month, where the words give them.
        weekday: 0 for Monday, where it is known.
        spoken: whether it dates the speaking, or what came of the event, as far as the words before it tell.
    """

    day: datetime.date | None = None
    month: tuple[int, int] | None = None
    weekday: int | None = None
    spoken: bool = False


def find_named_days(sentence: str, published: datetime.date | None) -> Iterator[Named]:
    """The days up to the publication that a sentence names; a weekday is the last one of its name."""
    for found in _DAY.finditer(sentence):
        named = _calendar_day(found, published)
        if named is not None:
            yield replace(named, spoken=_is_spoken(sentence, found.start()))
    if _WILL.search(sentence):
        return
    for found in _WEEKDAY.finditer(sentence):
        if (found["lead"] or "").strip().casefold() not in _COMING:
            number = _WEEKDAYS.index(found["day"].casefold())
            day = published and _last(published, number, found["lead"] == "last ")
            month = (day.month, day.day) if day else None
            spoken = not found["own"] and _is_spoken(sentence, found.start("day"))
            yield Named(day, month, number, spoken)
    if published is not None:
        yield from _counted_back(sentence, published)
        for found in _NEAR.finditer(sentence):
            back = 0 if found["word"].casefold() in ("today", "this morning", "overnight") else 1
            day = published - datetime.timedelta(back)
            yield Named(day, (day.month, day.day), day.weekday(), _is_spoken(sentence, found.start()))


def _last(published: datetime.date, weekday: int, is_last: bool) -> datetime.date:
    back = (published.weekday() - weekday) % 7
    return published - datetime.timedelta(7 if is_last and not back else back)


def _counted_back(sentence: str, published: datetime.date) -> Iterator[Named]:
    """``six days after``, ``a week ago``: counted from the day that stands before it, or from publication."""
    for found in _BACK.finditer(sentence):
        named = [each.group("day") for each in _WEEKDAY.finditer(sentence[: found.start()])]
        told = _last(published, _WEEKDAYS.index(named[-1].casefold()), False) if named else published
        number = _COUNTS.get(found["count"].casefold()) or (int(found["count"]) if found["count"].isdigit() else 0)
        day = told - datetime.timedelta(number * (7 if found["unit"] == "week" else 1))
        if number and (number <= 60):
            spoken = found["back"].casefold() != "ago"
            yield Named(day, (day.month, day.day), day.weekday(), spoken)


def _is_spoken(sentence: str, end: int) -> bool:
    return _SPEAKING.search(sentence[:end].rstrip()) is not None


def _calendar_day(found: re.Match[str], published: datetime.date | None) -> Named | None:
    month = _MONTHS.index((found["month1"] or found["month2"])[:3].casefold()) + 1
    number = int(found["day1"] or found["day2"])
    try:
        if found["year"]:
            day = datetime.date(int(found["year"]), month, number)
            return Named(day, (month, number), day.weekday())
        if published is None:
            datetime.date(2000, month, number)
            return Named(None, (month, number))
        day = datetime.date(published.year - bool(found["before"]), month, number)
        if day > published + datetime.timedelta(200):
            day = datetime.date(day.year - 1, month, number)
    except ValueError:
        return None
    return Named(day, (month, number), day.weekday()) if day <= published else None
