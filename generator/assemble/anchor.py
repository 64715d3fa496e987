"""The story's own day: what it says of when it was filed or issued, from which every other day is counted."""

import re
from collections.abc import Iterator, Sequence

from generator.model.document import Document
from generator.model.mention import DayMention
from generator.model.partialdate import PartialDate
from generator.model.reading import SentenceReading

_ISSUED = re.compile(
    r"(?:ISSUED|Issued|Published|PUBLISHED|Posted|Released|Updated|Last updated|Date(?: of issue)?:|DATE:)"
    r"(?: on| at|:)? ?"
    r"(?=[0-9A-Z])(?![^\n]{40,}[a-z]{3}\.)"
)
"""Opens a line that tells when the document was issued."""
_HEAD, _TAIL = 8, 8
"""Sentences from the beginning and from the end among which such a line is looked for."""
_CLOCK = re.compile(
    r"[0-9]{1,2}[:.][0-9]{2}(?: ?[ap]\.?m\.?)?|\b(?:GMT|UTC|BST|EST|EDT|CET|CEST|hrs|at|on|local time)\b|[\W_]+"
)
"""What may stand beside a day on a line that is nothing but a date."""
_PLACE_LINE = re.compile(r"[A-Z][^.:;\"!?\n]{1,44}[,(/] ?\Z")
"""A name, and perhaps what holds it, before the date of a line like ``Kolvari, March 18 (Agency)``."""
_SMALL_WORD = re.compile(r"(?<![\w'-])[a-z]+(?![\w'-])")
_PARTICLES = frozenset(
    ("de", "del", "la", "las", "los", "el", "al", "da", "do", "dos", "and", "of", "the", "by", "sur")
)
_CLOSED = re.compile(r",?\)? ?(?:[12][0-9]{3})?[ ,.]*(?:[(/:\[]|--?|$)")
"""What ends such a date: an agency in brackets, a slash, a dash, a colon or the end."""


def find_anchor(
    document: Document, days: Sequence[DayMention], readings: Sequence[SentenceReading] = ()
) -> tuple[PartialDate | None, str]:
    """Publication day and where it comes from; ``days`` are those of the dateline, ``readings`` the story's sentences.

    The source is front matter or batch metadata, else a dateline that gives the year, else a line that tells when the
    document was issued. Never a file's time or today.
    """
    if document.metadata.published is not None:
        return document.metadata.published, "front matter" if document.body.start else "metadata"
    dated = next((day.start for day in days if day.start is not None), None)
    if dated is not None:
        return dated, "dateline"
    issued = next(_issue_days(readings, document), None)
    return issued, "issue line" if issued is not None else ""


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
    if _ISSUED.match(document.folded, reading.span.start) is not None:
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


_LONGEST = 60


def _is_date_line(reading: SentenceReading, document: Document) -> bool:
    """Whether a sentence is nothing but a date, with a time of the clock perhaps."""
    if len(reading.span) > _LONGEST or reading.days[0].start is None:
        return False
    rest = reading.span.of(document.folded)
    for day in reading.days:
        rest = rest.replace(day.span.of(document.folded), " ")
    return not _CLOCK.sub("", rest)
