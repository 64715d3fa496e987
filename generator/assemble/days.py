"""Which calendar day a phrase means, counted from the story's own day; without one the phrase stays as it is."""

import datetime
from collections.abc import Sequence
from itertools import zip_longest

from generator.assemble.anchor import find_anchor, is_filing
from generator.assemble.daymanners import DaySighting, goes_on, is_ahead
from generator.assemble.eventday import find_event_day
from generator.assemble.periods import COUNTED, days_back, period_of
from generator.assemble.today import is_of_today
from generator.lexicon.dates import DateLexicon
from generator.lexicon.lexicon import load_lexicon
from generator.model.document import Document
from generator.model.incident import Dates
from generator.model.mention import DayMention
from generator.model.partialdate import WEEKDAYS, PartialDate
from generator.model.reading import SentenceReading

_BACK = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": 1,
    "last night": 1,
    "the day before yesterday": 2,
    "a week ago": 7,
}
"""Days before the story's own."""
_BESIDE = {
    "a day earlier": -1,
    "the day before": -1,
    "the eve": -1,
    "the previous day": -1,
    "the night before": -1,
    "the same day": 0,
    "a day later": 1,
    "the next day": 1,
    "next day": 1,
    "the following day": 1,
}
"""Days from the day named before."""
_JUST_NOW = ("minutes ago", "moments ago", "few hours ago")
_LAST, _THIS = "last ", "this "
_WEEK_BEFORE = ("last week", "the week before")
_SOON = 60
"""Days ahead within which a date without its year is one to come rather than one of last year."""
_JOINTS = frozenset((" to ", " until ", " till ", " through ", " and ", " into ", "-", " - "))
_OPENERS = ("from", "between", "night", "overnight")


def resolve_day(day: DayMention, anchor: PartialDate | None, *, future: bool = False) -> PartialDate | None:
    """The calendar day of a mention, or None.

    A weekday is the anchor's own day if it is that weekday, else the most recent one; a future cue turns it to the
    next. ``last Friday`` is the most recent Friday that lies at least two days back.
    """
    if day.start is not None:
        return day.start
    exact = anchor.exact if anchor is not None else None
    if exact is None:
        return None
    if day.month_day is not None:
        return _nearest(day.month_day, exact)
    phrase = day.text.lower()
    if day.weekday is not None:
        back = (exact.weekday() - WEEKDAYS.index(day.weekday)) % 7
        if phrase.endswith(_WEEK_BEFORE):
            return _before(exact, exact.weekday() + 7 - WEEKDAYS.index(day.weekday))
        if day.text == day.weekday:
            return _before(exact, back - 7 if future and back else back)
        if phrase.startswith(_THIS):
            return _before(exact, back - 7 if future and back else back)
        return _before(exact, back or 7) if phrase.startswith(_LAST) and back != 1 else None
    if phrase in _BACK:
        return _before(exact, _BACK[phrase])
    if phrase.endswith(_JUST_NOW):
        return anchor
    number, _, unit = phrase.partition(" ")
    if unit in _AGO:
        return _before(exact, _AGO[unit] * (COUNTED.get(number) or int(number)))
    return None


_AGO = {"days ago": 1, "weeks ago": 7}


def untold_day(
    readings: Sequence[SentenceReading],
    anchor: PartialDate | None,
    document: Document,
    headline: Sequence[DayMention] = (),
) -> tuple[PartialDate | None, PartialDate | None]:
    """First and last day of an incident that no sentence dates by itself.

    The headline's day; else a time that began on a day and goes on; else the story's own day, where it is told hour by
    hour, at an hour without a day, or in a few sentences that name no day at all.
    """
    for day in headline:
        start = resolve_day(day, anchor)
        if start is not None and not day.past and (anchor is None or start <= anchor):
            return start, day.end or start
    if anchor is None or anchor.exact is None:
        return None, None
    since = next((each for each in resolved_days(readings, anchor, document) if goes_on(each, document)), None)
    if since is not None and since.start <= anchor:
        return since.start, anchor
    return (anchor, anchor) if is_of_today(readings, anchor.weekday, document) else (None, None)


def _shifted(day: PartialDate | None, days: int) -> PartialDate | None:
    return _before(day.exact, -days) if day is not None and day.exact is not None else None


def _before(exact: datetime.date, days: int) -> PartialDate:
    return PartialDate.of(exact - datetime.timedelta(days=days))


def _nearest(month_day: tuple[int, int], exact: datetime.date) -> PartialDate | None:
    """The last such day at or before the anchor, or the next one where that is no more than a few weeks ahead."""
    for year in (exact.year + 1, exact.year, exact.year - 1):
        try:
            day = datetime.date(year, *month_day)
        except ValueError:
            continue
        if (day - exact).days <= _SOON:
            return PartialDate.of(day)
    return None


def incident_dates(
    readings: Sequence[SentenceReading],
    anchor: PartialDate | None,
    basis: str,
    document: Document,
    dates: DateLexicon | None = None,
    *,
    headline: Sequence[DayMention] = (),
) -> Dates:
    """Anchor, first and last day of the incident, and the phrases that name days.

    Args:
        readings: the story's sentences.
        anchor: the story's own day.
        basis: where it comes from.
        document: the document.
        dates: weights; None for those that come with the program.
        headline: days that the headline names, or that the document says it covers.
    """
    named = tuple(
        dict.fromkeys(
            day.text for reading in readings for day in reading.days if not day.past and (day.weekday or day.month_day)
        )
    )
    dates = dates if dates is not None else load_lexicon().dates
    if anchor is None:
        anchor, basis = find_anchor(document, (), readings)
    chosen = find_event_day(resolved_days(readings, anchor, document), anchor, dates.weights, document)
    if not basis:
        basis = (
            "weekdays only; the document carries no date"
            if any(name in WEEKDAYS for name in named)
            else "the document carries no date"
        )
    start, end = (chosen.start, chosen.end) if chosen is not None else (None, None)
    if start is None:
        start, end = untold_day(readings, anchor, document, headline)
    return Dates(
        anchor=anchor,
        basis=basis,
        start=start,
        end=end,
        days=named,
    )


def resolved_days(
    readings: Sequence[SentenceReading], anchor: PartialDate | None, document: Document
) -> tuple[DaySighting, ...]:
    """Every mention of a day that means a calendar day, in order; two that span a time are one."""
    found: list[DaySighting] = []
    for reading in readings:
        previous: DaySighting | None = None
        for day, following in zip_longest(reading.days, reading.days[1:]):
            if is_filing(day, reading, document) or _is_explained(day, following, document):
                previous = None
                continue
            start = end = resolve_day(day, anchor, future=is_ahead(day, reading, document))
            if start is None and day.text.lower() in _BESIDE:
                near = found and found[-1].reading.index >= reading.index - 1
                start = end = _shifted(found[-1].start if near else anchor, _BESIDE[day.text.lower()])
            if start is None:
                start = end = _day_after(day, reading, anchor)
            if start is None:
                start, end = period_of(day.text.lower(), anchor) or (None, None)
            if start is None or end is None:
                previous = None
                continue
            end = max(end, day.end) if day.end is not None else end
            sighting = DaySighting(day, reading, start, end)
            if previous is not None and _spans(previous, sighting, document):
                found[-1] = previous = DaySighting(previous.mention, reading, previous.start, end)
            else:
                found.append(sighting)
                previous = sighting
    return tuple(found)


def _day_after(day: DayMention, reading: SentenceReading, anchor: PartialDate | None) -> PartialDate | None:
    """The day of a deed so many days after which something else was, on a day of the sentence or the story's own."""
    days = days_back(day.text.lower())
    if days is None:
        return None
    others = (resolve_day(each, anchor) for each in reading.days if each is not day)
    named = next((other for other in others if other is not None), None)
    if named is None and reading.index > _LEDE:
        return None
    return _shifted(named or anchor, -days)


_LEDE = 1
"""Sentences behind the first of which a story may tell of a later time than its own without saying so."""


def _is_explained(day: DayMention, following: DayMention | None, document: Document) -> bool:
    """Whether a weekday stands before its own date (``Friday, 5 August``), which says more."""
    if day.weekday is None or following is None or (following.start is None and following.month_day is None):
        return False
    return document.folded[day.span.end : following.span.start].strip(" ,(") in (
        "",
        "the",
        "morning",
        "night",
        "evening",
    )


def _spans(first: DaySighting, last: DaySighting, document: Document) -> bool:
    """Whether two days of a sentence are the ends of one time (``from Friday to Sunday``)."""
    begin, end = first.mention.span, last.mention.span
    words = f"{document.folded[begin.start : begin.end]}{document.folded[begin.end : end.start]}".lower()
    opener = document.folded[max(0, begin.start - 14) : begin.end].lower()
    named = document.folded.find(last.mention.text, end.start, end.end)
    joint = document.folded[begin.end : max(named, end.start)]
    if joint not in _JOINTS and not words.endswith((" until ", " to ")):
        return False
    return first.start <= last.start and any(word in opener.split() for word in _OPENERS)
