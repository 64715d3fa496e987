"""Which calendar day a phrase means, counted from the story's own day; without one the phrase stays as it is."""

import datetime
from collections.abc import Sequence

from generator.model.document import Document
from generator.model.incident import Dates
from generator.model.mention import DayMention
from generator.model.partialdate import WEEKDAYS, PartialDate
from generator.model.reading import SentenceReading

_LEDE = 4
"""Sentences in which the day of the incident is looked for."""


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

    A weekday is the anchor's own day if it is that weekday, else the most recent one;
    a future cue turns it to the next.
    """
    if day.start is not None:
        return day.start
    exact = anchor.exact if anchor is not None else None
    if exact is None:
        return None
    if day.month_day is not None:
        return _nearest(day.month_day, exact)
    if day.weekday is not None and day.text == day.weekday:
        back = (exact.weekday() - WEEKDAYS.index(day.weekday)) % 7
        return PartialDate.of(
            exact + datetime.timedelta(days=(7 - back) % 7) if future else exact - datetime.timedelta(days=back)
        )
    shift = {"today": 0, "yesterday": 1, "last night": 1, "tonight": 0}.get(day.text.lower())
    return PartialDate.of(exact - datetime.timedelta(days=shift)) if shift is not None else None


def _nearest(month_day: tuple[int, int], exact: datetime.date) -> PartialDate | None:
    """The last such day at or before the anchor."""
    for year in (exact.year, exact.year - 1):
        try:
            day = datetime.date(year, *month_day)
        except ValueError:
            continue
        if day <= exact:
            return PartialDate.of(day)
    return None


def incident_dates(
    readings: Sequence[SentenceReading], anchor: PartialDate | None, basis: str, document: Document
) -> Dates:
    """Anchor, first and last day of the incident, and the phrases that name days."""
    named = tuple(
        dict.fromkeys(
            day.text for reading in readings for day in reading.days if not day.past and (day.weekday or day.month_day)
        )
    )
    start = _event_day(readings, anchor, document)
    if not basis:
        basis = (
            "weekdays only; the document carries no date"
            if any(name in WEEKDAYS for name in named)
            else "the document carries no date"
        )
    return Dates(anchor=anchor, basis=basis, start=start, end=start, days=named)


def _event_day(
    readings: Sequence[SentenceReading], anchor: PartialDate | None, document: Document
) -> PartialDate | None:
    """The day that the lede gives to what happened; days of speaking do not count."""
    del document
    for reading in readings[:_LEDE]:
        spoken = {a.day.span for a in reading.attributions if a.day is not None}
        for day in reading.days:
            if day.past or day.span in spoken:
                continue
            resolved = resolve_day(day, anchor)
            if resolved is not None:
                return resolved
    return None
