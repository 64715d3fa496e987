"""Figures of earlier times, told as context: under a heading, summed up over years, or of another day's event."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from generator.assemble.statements import Drafted
from generator.assemble.voices import Voices
from generator.model.claim import Claim
from generator.model.partialdate import PartialDate
from generator.model.reading import SentenceReading
from generator.model.values import replace
from generator.model.vocabulary import ClaimKind, Outcome

SUM = "cumulative"
"""The rule that reads a figure which sums up years or months."""
_HEADING = re.compile(
    r"\W*(?:background|context|previous (?:incidents|attacks)|earlier (?:incidents|attacks))(:|\W*$)", re.I
)
"""Opens the part of a story that tells of earlier times, on a line of its own or with a colon."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_IN_MONTH = re.compile(rf"\W*In (?:early |late |mid-)?({'|'.join(_MONTHS)}), ")
_APART = timedelta(days=4)
"""So many days before the first dated figure another one tells of another event."""


def find_past(voices: Voices, readings: Sequence[SentenceReading]) -> frozenset[int]:
    """Numbers of the sentences that stand under such a heading, up to the next heading."""
    past: set[int] = set()
    paragraph: int | None = None
    headed = False
    for reading in readings:
        text = reading.span.of(voices.document.folded)
        heading = _HEADING.match(text)
        if heading is not None and heading[1] == ":":
            paragraph = reading.paragraph
        elif heading is not None or text.isupper():
            headed = heading is not None
        if headed or reading.paragraph == paragraph:
            past.add(reading.index)
    return frozenset(past)


def find_context(voices: Voices, readings: Sequence[SentenceReading], drafted: Sequence[Drafted]) -> frozenset[int]:
    """Positions of the drafted tolls that are background."""
    past = find_past(voices, readings)
    first = _first_day(drafted, past)
    by_number = {reading.index: reading for reading in readings}
    return frozenset(
        number
        for number, draft in enumerate(drafted)
        if draft.claim.kind is ClaimKind.TOLL
        and (
            draft.sentence in past
            or (draft.mention.rule == SUM and not _is_own_month(voices, by_number[draft.sentence]))
            or (first is not None and _is_of_another_day(draft, first))
        )
    )


def as_background(claim: Claim) -> Claim:
    """The toll as background, which has no day of its own."""
    return replace(claim, kind=ClaimKind.BACKGROUND, when=None)


def _is_own_month(voices: Voices, reading: SentenceReading) -> bool:
    """Whether a sentence that opens with a month tells of the month in which the story was published."""
    opened = _IN_MONTH.match(reading.span.of(voices.document.folded))
    return opened is not None and voices.anchor is not None and _MONTHS.index(opened[1]) + 1 == voices.anchor.month


def _first_day(drafted: Sequence[Drafted], past: frozenset[int]) -> tuple[int, date] | None:
    """Sentence and day of the first dated figure; None in stories of an illness, whose figures run over weeks."""
    tolls = [draft for draft in drafted if draft.claim.kind is ClaimKind.TOLL and draft.mention.toll is not None]
    if any(draft.mention.toll is not None and draft.mention.toll.outcome is Outcome.INFECTED for draft in tolls):
        return None
    for draft in tolls:
        day = _day(draft.claim.when.start if draft.claim.when is not None else None)
        if day is not None and draft.mention.rule != SUM and draft.sentence not in past:
            return draft.sentence, day
    return None


def _is_of_another_day(draft: Drafted, first: tuple[int, date]) -> bool:
    when = draft.claim.when
    day = _day(when.end if when is not None else None)
    return day is not None and draft.sentence > first[0] and first[1] - day >= _APART


def _day(day: PartialDate | None) -> date | None:
    return day.exact if day is not None else None
