"""The story's own day: what it says of when it was filed or issued, from which every other day is counted."""

import datetime
import re
from collections.abc import Iterator, Sequence

from generator.model.document import Document
from generator.model.mention import DayMention
from generator.model.partialdate import PartialDate
from generator.model.reading import SentenceReading

_ISSUED = re.compile(
    r"(?:ISSUED|Issued|Published|PUBLISHED|Posted|Released|Updated|UPDATED|Last updated|Date(?: of issue)?:|DATE:"
    r"|(?:Situation )?[Aa]s (?:of|at))(?: on| at|:)? ?(?=[0-9A-Z])"
)
"""Opens a line that tells when the document was issued."""
_HEAD, _TAIL = 8, 8
"""Sentences from the beginning and from the end among which such a line is looked for."""
_CLOCK = re.compile(
    r"[0-9]{1,2}[:.][0-9]{2}(?: ?[apAP]\.?[mM]\.?)?"
    r"|\b(?:GMT|UTC|[A-Z]{1,4}T|hrs|hours|at|on|[Aa]s of|[Aa]s at|local time|[Uu]hr|Eastern|Central|Pacific)\b|[\W_]+"
)
"""What may stand beside a day on a line that is nothing but a date."""
_PLACE_LINE = re.compile(r"[\[(]?[A-Z][^.:;\"!?\n]{1,44}[,(/] ?\Z")
"""A name, and perhaps what holds it, before the date of a line like ``Kolvari, March 18 (Agency)``."""
_SMALL_WORD = re.compile(r"(?<![\w'-])[a-z]+(?![\w'-])")
_PARTICLES = frozenset(
    ("de", "del", "la", "las", "los", "el", "al", "da", "do", "dos", "and", "of", "the", "by", "sur")
)
_CLOSED = re.compile(r"\) (?=[A-Z])|,?\)? ?(?:[12][0-9]{3})?[ ,.]*(?:[(/:\[]|--?|$)")
"""What ends such a date: an agency in brackets, a slash, a dash, a colon or the end."""


def find_anchor(
    document: Document, days: Sequence[DayMention], readings: Sequence[SentenceReading] = ()
) -> tuple[PartialDate | None, str]:
    """Publication day and where it comes from; ``days`` are those of the dateline, ``readings`` the story's sentences.

    The source is front matter or batch metadata, else a dateline that gives the year, else a line that tells when the
    document was issued, else a day in the file's name. Never a file's time or today.
    """
    published = document.metadata.published
    if published is not None:
        filed = next((_filed_beside(day, published) for day in days if day.month_day is not None), None)
        return (filed, "dateline") if filed else (published, "front matter" if document.body.start else "metadata")
    dated = next((day.end or day.start for day in days if day.start is not None and day.start.day), None)
    if dated is not None:
        return dated, "dateline"
    issued = next(_issue_days(readings, document), None)
    if issued is not None:
        return issued, "issue line"
    worked_out = next((_dated_by_year(day, readings, document) for day in days if day.month_day is not None), None)
    if worked_out is not None:
        return worked_out, "dateline, with the year that the text names"
    named = _file_day(document.file)
    return named, "file name" if named is not None else ""


def _filed_beside(day: DayMention, published: PartialDate) -> PartialDate | None:
    """The day of filing, where a dateline names another one than the day of publication, and one close to it.

    A story that was filed in the morning in Asia is published on the day before elsewhere, and one that was filed late
    on the day after; its weekdays are counted from where it was filed.
    """
    exact = published.exact
    if exact is None or day.month_day is None:
        return None
    for days in (*range(1, _LATE + 1), -1):
        filed = exact - datetime.timedelta(days=days)
        if (filed.month, filed.day) == day.month_day:
            return PartialDate.of(filed)
    return None


def _dated_by_year(day: DayMention, readings: Sequence[SentenceReading], document: Document) -> PartialDate | None:
    """A dateline's day in the year that the text calls its own, if the opening names its weekday or the one before."""
    own = _OWN_YEAR.search(document.folded, document.body.start)
    weekdays = {each.weekday for reading in readings[:_OPENING] for each in reading.days if each.weekday is not None}
    if own is None or day.month_day is None:
        return None
    try:
        filed = PartialDate(int(own[1]), *day.month_day)
    except ValueError:
        return None
    exact = filed.exact
    before = PartialDate.of(exact - datetime.timedelta(days=1)) if exact is not None else filed
    return filed if weekdays & {filed.weekday, before.weekday} else None


_OWN_YEAR = re.compile(r"\b(?:[Ss]ince the (?:beginning|start) of|[Ss]o far in|[Ss]ince early) ((?:19|20)[0-9]{2})\b")
"""What tells the year in which a story is told."""
_OPENING = 2
_LATE = 3
"""Days between filing and publication at most."""
_FILE_DAY = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([-_.]?)([01][0-9])\2([0-3][0-9])(?![0-9])")


def _file_day(file: str) -> PartialDate | None:
    """The day that a document's own name tells (``2026-03-12-blast.txt``)."""
    found = _FILE_DAY.search(file)
    try:
        return PartialDate(int(found[1]), int(found[3]), int(found[4])) if found is not None else None
    except ValueError:
        return None


def _issue_days(readings: Sequence[SentenceReading], document: Document) -> Iterator[PartialDate]:
    """The calendar days of lines that tell when the document was issued or filed."""
    for reading in (*readings[:_HEAD], *readings[max(_HEAD, len(readings) - _TAIL) :]):
        for day in reading.days:
            if day.start is not None and day.start.day and is_filing(day, reading, document):
                yield day.start


def is_filing(day: DayMention, reading: SentenceReading, document: Document) -> bool:
    """Whether a day is that on which the document was filed or issued, and no event's.

    It stands on a line like ``Issued 16:20, Monday 3 November 2025``, on a line of its own, or behind the place that
    opens a story (``Kolvari, March 18 (Agency) -``).
    """
    if len(reading.span) <= _LONGEST_ISSUE and _ISSUED.match(document.folded, reading.span.start) is not None:
        return True
    before = document.folded[reading.span.start : day.span.start]
    if len(before) > _LONGEST or "\n" in before:
        return False
    if _is_date_line(reading, document):
        return True
    if reading.index > _HEAD or _PLACE_LINE.match(before) is None:
        return False
    small = set(_SMALL_WORD.findall(before))
    return small <= _PARTICLES and _CLOSED.match(document.folded, day.span.end, reading.span.end + 2) is not None


_LONGEST, _LONGEST_ISSUE = 60, 75


def _is_date_line(reading: SentenceReading, document: Document) -> bool:
    """Whether a sentence is nothing but a date, with a time of the clock perhaps."""
    if len(reading.span) > _LONGEST or reading.days[0].start is None:
        return False
    rest = reading.span.of(document.folded)
    for day in reading.days:
        rest = rest.replace(day.span.of(document.folded), " ")
    return not _CLOCK.sub("", rest)
