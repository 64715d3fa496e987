"""Which calendar day a phrase means, counted from the story's own day; without one the phrase stays as it is."""

import datetime
import re
from collections.abc import Iterator, Sequence

from generator.assemble.eventday import DaySighting, find_event_day
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
}
"""Days before the story's own."""
_COUNTED = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_JUST_NOW = ("minutes ago", "moments ago", "few hours ago")
_LAST = "last "
_SOON = 60
"""Days ahead within which a date without its year is one to come rather than one of last year."""
_ISSUED = re.compile(
    r"(?:ISSUED|Issued|Published|PUBLISHED|Posted|Released|Updated|Last updated|Date(?: of issue)?:|DATE:)"
    r"(?: on| at|:)? ?"
    r"(?=[0-9A-Z])(?![^\n]{40,}[a-z]{3}\.)"
)
"""Opens a line that tells when the document was issued."""
_HEAD = 8
_JOINTS = frozenset((" to ", " until ", " till ", " through ", " and ", "-", " - "))
_OPENERS = ("from", "between")


def find_anchor(document: Document, days: Sequence[DayMention]) -> tuple[PartialDate | None, str]:
    """Publication day and where it comes from; ``days`` are those of the dateline.

    The source is front matter or batch metadata, else a dateline that gives the year. Never a file's time or today.
    """
    if document.metadata.published is not None:
        return document.metadata.published, "front matter" if document.body.start else "metadata"
    dated = next((day.start for day in days if day.start is not None), None)
    return dated, "dateline" if dated is not None else ""


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
        if day.text == day.weekday:
            return _before(exact, back - 7 if future and back else back)
        return _before(exact, back or 7) if phrase.startswith(_LAST) and back != 1 else None
    if phrase in _BACK:
        return _before(exact, _BACK[phrase])
    if phrase.endswith(_JUST_NOW):
        return anchor
    number, _, unit = phrase.partition(" ")
    if unit == "days ago":
        return _before(exact, _COUNTED.get(number) or int(number))
    return None


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
) -> Dates:
    """Anchor, first and last day of the incident, and the phrases that name days.

    Args:
        readings: the story's sentences.
        anchor: the story's own day.
        basis: where it comes from.
        document: the document.
        dates: weights; None for those that come with the program.
    """
    named = tuple(
        dict.fromkeys(
            day.text for reading in readings for day in reading.days if not day.past and (day.weekday or day.month_day)
        )
    )
    dates = dates if dates is not None else load_lexicon().dates
    issued = None if anchor is not None else next(_issue_days(readings, document), None)
    if issued is not None:
        anchor, basis = issued, "issue line"
    chosen = find_event_day(resolved_days(readings, anchor, document), anchor, dates.weights)
    if not basis:
        basis = (
            "weekdays only; the document carries no date"
            if any(name in WEEKDAYS for name in named)
            else "the document carries no date"
        )
    return Dates(
        anchor=anchor,
        basis=basis,
        start=chosen.start if chosen is not None else None,
        end=chosen.end if chosen is not None else None,
        days=named,
    )


def _is_issue_line(reading: SentenceReading, document: Document) -> bool:
    """Whether a line tells when the document was issued (``Issued 16:20, Monday 3 November 2025``)."""
    return bool(reading.days) and _ISSUED.match(document.folded, reading.span.start) is not None


def _issue_days(readings: Sequence[SentenceReading], document: Document) -> Iterator[PartialDate]:
    """The calendar days of lines that tell when the document was issued."""
    for reading in readings[:_HEAD]:
        if _is_issue_line(reading, document):
            yield from (day.start for day in reading.days if day.start is not None and day.start.day)


def resolved_days(
    readings: Sequence[SentenceReading], anchor: PartialDate | None, document: Document
) -> tuple[DaySighting, ...]:
    """Every mention of a day that means a calendar day, in order; two that span a time are one."""
    found: list[DaySighting] = []
    for reading in readings:
        if _is_issue_line(reading, document):
            continue
        previous: DaySighting | None = None
        for day in reading.days:
            start = end = resolve_day(day, anchor)
            if start is None and day.text.lower() == "overnight" and anchor is not None and anchor.exact is not None:
                start, end = _before(anchor.exact, 1), anchor
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


def _spans(first: DaySighting, last: DaySighting, document: Document) -> bool:
    """Whether two days of a sentence are the ends of one time (``from Friday to Sunday``)."""
    begin, end = first.mention.span, last.mention.span
    words = f"{document.folded[begin.start : begin.end]}{document.folded[begin.end : end.start]}".lower()
    opener = document.folded[max(0, begin.start - 8) : begin.end].lower()
    joint = document.folded[begin.end : end.start]
    if joint not in _JOINTS and not words.endswith((" until ", " to ")):
        return False
    return first.start <= last.start and any(word in opener.split() for word in _OPENERS)
