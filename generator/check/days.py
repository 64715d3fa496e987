"""Whether a text writes a calendar day, and which weekdays it names."""

import re

from generator.model.partialdate import WEEKDAYS, PartialDate

_MONTHS = (
    "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug",
    "september|sept|sep", "october|oct", "november|nov", "december|dec",
)  # fmt: skip
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})s?\b", re.IGNORECASE)
_ORDINAL = "(?:st|nd|rd|th)?"
_RANGE = "(?:[0-9]{1,2}(?:st|nd|rd|th)?(?: ?- ?| to | and ))?"


def named_weekdays(text: str) -> frozenset[str]:
    """English names of the weekdays that ``text`` names in full."""
    return frozenset(found[0].removesuffix("s").capitalize() for found in _WEEKDAY.finditer(text))


def is_written(day: PartialDate, text: str) -> bool:
    """Whether ``text`` writes the day, as far as it is known.

    The year stands in digits, or within a decade (``the 1980s``); a month stands by name or in a numeric date; the day
    stands beside its month, also as an end of a range (``May 3-5``). Day and year may stand apart.

    Args:
        day: the date.
        text: folded, so that dashes and spaces are plain.
    """
    year = rf"(?<![0-9])(?:{day.year:04d}(?![0-9])|{day.year // 10:03d}0s)"
    if re.search(year, text) is None:
        return False
    return any(re.search(pattern, text, re.IGNORECASE) is not None for pattern in _forms(day))


def _forms(day: PartialDate) -> tuple[str, ...]:
    """Patterns of which one matches where the month, or the day in it, is written."""
    if not day.month:
        return ("",)
    month = rf"\b(?:{_MONTHS[day.month - 1]})\b\.?"
    iso = rf"\b{day.year:04d}-{day.month:02d}"
    slashed = rf"0?{day.month}[./-]"
    if not day.day:
        return (month, rf"{iso}(?![0-9])", rf"(?<![0-9]){slashed}{day.year:04d}\b")
    number = rf"0?{day.day}(?![0-9]){_ORDINAL}"
    return (
        rf"{month} {_RANGE}{number}(?![0-9])",
        rf"(?<![0-9]){number}(?:(?: ?- ?| to | and )[0-9]{{1,2}}{_ORDINAL})?(?: of)? {month}",
        rf"{iso}-{day.day:02d}(?![0-9])",
        rf"(?<![0-9])(?:{slashed}0?{day.day}|0?{day.day}[./-]0?{day.month})[./-]{day.year:04d}\b",
    )
