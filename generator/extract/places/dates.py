"""Days as a sentence names them; which calendar day is meant is decided later, from the story's own day."""

import re
from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter

from generator.extract.prose.matching import Prose
from generator.lexicon.dates import DateLexicon
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.rules import Rule
from generator.model.mention import DayMention
from generator.model.partialdate import PartialDate

_BEFORE, _BEHIND = 40, 44
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
    called = prose.vocabulary & dates.words
    figured = dates.figured if _JOINED_FIGURES.search(prose.text) else ()
    if not called and not figured:
        return ()
    found: list[DayMention] = []
    taken = bytearray()
    for rule, windows in _callings(prose.text, called, figured, dates):
        for first, last in windows:
            for match in rule.pattern.finditer(prose.text, first, last):
                start, end = match.span()
                if taken and any(taken[start:end]):
                    continue
                mention = _mention(prose, rule, match, dates, published)
                if mention is not None:
                    found.append(mention)
                    taken = taken or bytearray(len(prose.text))
                    taken[start:end] = b"\1" * (end - start)
    return tuple(sorted(found, key=_by_span)) if len(found) > 1 else tuple(found)


_by_span = attrgetter("span")
_Windows = list[tuple[int, int]]


def _callings(
    text: str, called: Collection[str], figured: Iterable[Rule], dates: DateLexicon
) -> Iterator[tuple[Rule, _Windows]]:
    """The rules to run in order of precedence, each with the stretches of a sentence in which it can find something."""
    for rule in figured:
        yield rule, [(0, len(text))]
    if not called:
        return
    lower = text.lower()
    spots = {word: _spots(word, lower) if len(lower) == len(text) else None for word in called}
    for number in sorted({number for word in called for number in dates.by_word[word]}):
        rule = dates.worded[number]
        whole: _Windows = []
        for word in called:
            if word in rule.needs:
                at = spots[word]
                whole += [(0, len(text))] if at is None else at
        yield rule, _merged(whole) if len(whole) > 1 else whole


def _spots(word: str, lower: str) -> _Windows:
    """Stretches around every occurrence of a word."""
    found: _Windows = []
    at = lower.find(word)
    while at >= 0:
        found.append((max(0, at - _BEFORE), min(len(lower), at + len(word) + _BEHIND)))
        at = lower.find(word, at + 1)
    return found


def _merged(windows: _Windows) -> _Windows:
    """Stretches that overlap made one; they are in order, and none is gone through twice."""
    windows.sort()
    merged = windows[:1]
    for start, end in windows[1:]:
        if start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _mention(
    prose: Prose, rule: Rule, match: re.Match[str], dates: DateLexicon, published: PartialDate | None
) -> DayMention | None:
    groups = match.groupdict()
    weekday = groups.get("weekday")
    shift = f"{groups['shift']} " if groups.get("shift") else ""
    first = last = month_day = None
    try:
        feast = next((day for name, day in _FEASTS.items() if groups.get(name)), None)
        if feast is not None:
            month_day = feast
        elif groups.get("month") or groups.get("m") or groups.get("year"):
            first, last, month_day = _date(groups, dates)
    except ValueError:
        return None
    return DayMention(
        span=prose.span(match.start(), match.end()),
        text=weekday.capitalize() if weekday and not (shift or groups.get("week")) else shift + match["day"],
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


_FEASTS = {"nye": (12, 31), "nyd": (1, 1), "xe": (12, 24), "xd": (12, 25), "bd": (12, 26)}
"""Group of a rule -> month and day of the feast that it names."""
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
