"""Days as a sentence names them; which calendar day is meant is decided later, from the story's own day."""

import re
from collections.abc import Iterable

from generator.extract.prose.matching import Prose
from generator.lexicon.dates import DateLexicon
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.rules import Rule
from generator.model.mention import DayMention
from generator.model.partialdate import PartialDate

_BEFORE, _BEHIND = 60, 120
"""Code points around the word that calls a rule within which the rule finds what it looks for."""
_CENTURY = 1900
_TURN = 50
"""Years of two figures below this are of the next century."""
_LEAP_YEAR = 2000
_JOINED_FIGURES = re.compile(r"[0-9][-/.][0-9]{1,2}[-/.][0-9]")


def find_days(prose: Prose, lexicon: Lexicon, *, published: PartialDate | None = None) -> tuple[DayMention, ...]:
    """All days and times of a sentence in order; a longer reading wins over one inside it.

    Args:
        prose: the sentence.
        lexicon: rules.
        published: the story's own day; a month or year that holds it is no earlier time.
    """
    dates = lexicon.dates
    figured = dates.figured if _JOINED_FIGURES.search(prose.text) else ()
    if not figured and prose.vocabulary.isdisjoint(dates.words):
        return ()
    found: list[DayMention] = []
    taken = bytearray(len(prose.text))
    called = prose.vocabulary & dates.words
    first, last = (0, len(prose.text)) if figured else _window(prose.text, called)
    numbers = {number for word in called for number in dates.by_word[word]}
    for rule in (*figured, *(dates.worded[number] for number in sorted(numbers))):
        for match in rule.pattern.finditer(prose.text, first, last):
            mention = _mention(prose, rule, match, dates, published)
            if mention is not None and not any(taken[match.start() : match.end()]):
                found.append(mention)
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return tuple(sorted(found, key=lambda mention: mention.span))


def _window(text: str, called: Iterable[str]) -> tuple[int, int]:
    """Where the days of a sentence can stand that holds certain words: from a little before the first to the last."""
    lower = text.lower()
    if len(lower) != len(text):
        return 0, len(text)
    first = min(lower.find(word) for word in called)
    last = max(lower.rfind(word) for word in called)
    return max(0, first - _BEFORE), min(len(text), last + _BEHIND)


def _mention(
    prose: Prose, rule: Rule, match: re.Match[str], dates: DateLexicon, published: PartialDate | None
) -> DayMention | None:
    groups = match.groupdict()
    weekday = groups.get("weekday")
    shift = f"{groups['shift']} " if groups.get("shift") else ""
    first = last = month_day = None
    try:
        if groups.get("month") or groups.get("m") or groups.get("year"):
            first, last, month_day = _date(groups, dates)
    except ValueError:
        return None
    return DayMention(
        span=prose.span(match.start(), match.end()),
        text=weekday.capitalize() if weekday and not shift else shift + match["day"],
        weekday=weekday.capitalize() if weekday else None,
        start=first,
        end=last,
        month_day=month_day,
        past=_is_past((rule.options or {}).get("past"), groups, dates, published),
        rule=rule.name,
    )


def _is_past(
    kind: str | None, groups: dict[str, str | None], dates: DateLexicon, published: PartialDate | None
) -> bool:
    """Whether a phrase means an earlier time than the story's own; one of its own month or year does not."""
    if kind != _OLDER or published is None:
        return bool(kind)
    year, name = groups.get("year"), groups.get("month")
    month = dates.months[name[:3].lower()] if name else None
    return (year is not None and int(year) != published.year) or (month is not None and month != published.month)


_OLDER = "older"
_Dates = tuple[PartialDate | None, PartialDate | None, tuple[int, int] | None]


def _date(groups: dict[str, str | None], dates: DateLexicon) -> _Dates:
    """First and last day that the groups of a rule name, or month and day of the first where the year is not said.

    Raises:
        ValueError: there is no such day.
    """
    name = groups.get("month")
    month = dates.months[name[:3].lower()] if name else int(groups.get("m") or 0)
    day = int(groups.get("dom") or 0)
    last = int(groups.get("last") or day)
    written = groups.get("year")
    if written is None and not day:
        return None, None, None
    if written is None:
        PartialDate(_LEAP_YEAR, month, day)
        return None, None, (month, day)
    year = int(written.lstrip("'"))
    if year < 100:
        year += _CENTURY + (100 if year < _TURN else 0)
    first = PartialDate(year, month, day)
    return first, PartialDate(year, month, last) if last > day else first, None
