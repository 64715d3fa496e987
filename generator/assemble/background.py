"""Figures of earlier times, told as context: under a heading, summed up over years, or of another day's event."""

import re
from collections.abc import Mapping, Sequence
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
_WEEKS_BEFORE = re.compile(
    r"\b(?:[Ll]ast (?:week|month)|(?:weeks?|fortnight|months?) (?:ago|earlier|before)|[Tt]he previous (?:week|month)"
    r"|[Tt]he week before"
    r"|(?:comes?|came|coming) (?:[\w-]+ ){0,4}(?:days?|weeks?|months?) after)\b"
)
"""Words by which a sentence tells of another event than the one that the story has begun with."""
_BARE_MONTH = re.compile(rf"\b(?:[Ii]n|dates? from) (?:early |late |mid-)?({'|'.join(_MONTHS)})\b(?! [0-9]{{1,2}}\b)")
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
    weeks = _told_weeks_after(voices, drafted, by_number)
    sums = frozenset(draft.sentence for draft in drafted if draft.mention.rule == SUM)
    return frozenset(
        number
        for number, draft in enumerate(drafted)
        if draft.claim.kind is ClaimKind.TOLL
        and (
            draft.sentence in past
            or draft.sentence in weeks
            or _goes_on(voices, by_number, draft, sums)
            or _is_of_a_war(draft)
            or (draft.mention.rule == SUM and not _is_own_month(voices, by_number[draft.sentence]))
            or (first is not None and _is_of_another_day(draft, first))
        )
    )


def _told_weeks_after(
    voices: Voices, drafted: Sequence[Drafted], readings: Mapping[int, SentenceReading]
) -> frozenset[int]:
    """Numbers of the sentences whose figures are of weeks before, where the story's first figure is not."""
    told = sorted({draft.sentence for draft in drafted if draft.claim.kind is ClaimKind.TOLL})
    texts = {number: readings[number].span.of(voices.document.folded) for number in told}
    before = frozenset(number for number in told if _WEEKS_BEFORE.search(texts[number]))
    ill = any(draft.mention.toll is not None and draft.mention.toll.outcome is Outcome.INFECTED for draft in drafted)
    months = frozenset(number for number in told if not ill and _is_of_another_month(voices, texts[number]))
    return frozenset().union(*(numbers for numbers in (before, months) if told and told[0] not in numbers))


def _is_of_another_month(voices: Voices, text: str) -> bool:
    """Whether a sentence names a month without a day that is not the one of publication (``in April``)."""
    named = _BARE_MONTH.findall(text)
    own = voices.anchor.month if voices.anchor is not None else None
    return any(own is None or _MONTHS.index(month) + 1 != own for month in named)


def _goes_on(voices: Voices, readings: Mapping[int, SentenceReading], draft: Drafted, sums: frozenset[int]) -> bool:
    """Whether a sentence goes on with a sum of months or years: ``Twenty-nine of them died in the north``."""
    before = readings.get(draft.sentence - 1)
    if before is None or _GOING_ON.match(readings[draft.sentence].span.of(voices.document.folded)) is None:
        return False
    return before.index in sums or _COUNTED_UP.search(before.span.of(voices.document.folded)) is not None


_GOING_ON = re.compile(
    r"\W*(?:A total of|In all|Altogether|Of (?:these|those|them)|[\w-]+ of (?:them|these|those)) ", re.I
)
_COUNTED_UP = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[0-9]+th) (?:[\w-]+ ){1,6}"
    r"(?:in (?:19|20)[0-9]{2}|this year|since (?:January|the start))\b"
)
"""An event counted among those of a year."""


def _is_of_a_war(draft: Drafted) -> bool:
    """Whether so many are told to be uprooted that no one event has done it; ledes are taken at their word."""
    toll = draft.mention.toll
    return (
        toll is not None
        and toll.outcome is Outcome.DISPLACED
        and (toll.figure.numeral.count or 0) >= _MILLION
        and draft.sentence > 1
    )


_MILLION = 1_000_000


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
