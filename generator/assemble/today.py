"""Whether a story tells of its own day without naming it."""

import re
from collections.abc import Sequence

from generator.assemble.scenery import tells_deed
from generator.model.document import Document
from generator.model.reading import SentenceReading

_CLOCK = re.compile(r"[0-2]?[0-9][:.][0-5][0-9]\b(?! ?(?:million|per|km|m\b))")
_PIECES = 2
_OPENING = 3
"""Sentences that may give an hour without its day."""
_FEW = 4
"""Sentences of an alert at most."""
_HOUR = re.compile(
    r"\b(?:[Aa]t|[Bb]efore|[Ss]hortly before|[Ss]hortly after|[Jj]ust after|[Jj]ust before|[Aa]round)"
    r" (?:dawn|daybreak|dusk|sunrise|first light|nightfall|midnight|noon|midday)\b"
    r"|\b[Ii]n the (?:early|small|wee) hours\b(?! of [A-Z0-9])|\b[Ii]n the early morning\b"
    r"|\b[Aa]t (?:around |about |approximately |approx\. |exactly )?"
    r"(?:[0-2]?[0-9][:.][0-5][0-9]|[0-2][0-9][0-5][0-9] ?(?:hrs|hours|h\b)|[0-9]{1,2} ?[ap]\.?m\b)"
    r"|\b(?:[Ss]hortly|[Jj]ust) (?:before|after) [0-9]{1,2}(?:[:.][0-5][0-9])? ?[ap]\.?m\b"
)


def is_of_today(readings: Sequence[SentenceReading], weekday: str | None, document: Document) -> bool:
    """Whether a story tells of its own day: hour by hour, at an hour without a day, or as an alert without a day.

    Args:
        readings: its sentences.
        weekday: English name of the story's own day of the week; on that day others may have spoken.
        document: the document.
    """
    if _is_live(readings, document):
        return True
    opening = readings[:_OPENING]
    if any(day.text not in (weekday, f"this {weekday}") for reading in opening for day in reading.days):
        return False
    if any(_HOUR.search(document.folded, reading.span.start, reading.span.end) for reading in opening):
        return True
    short = len(readings) <= _FEW and not any(reading.days for reading in readings) and _opens(readings, document)
    return short and any(map(tells_deed, opening))


def _opens(readings: Sequence[SentenceReading], document: Document) -> bool:
    """Whether the sentences are the document's first, and no further incident's that stands below the story."""
    return bool(readings) and readings[0].span.start - document.body.start <= _ABOVE


_ABOVE = 400
"""Code points that may stand above a story: its headline, writer and dateline."""


def _is_live(readings: Sequence[SentenceReading], document: Document) -> bool:
    """Whether a document tells of its own day hour by hour, each piece under its time of the clock."""
    return sum(_CLOCK.match(document.folded, reading.span.start) is not None for reading in readings) >= _PIECES
