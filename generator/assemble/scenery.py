"""Sightings of places: each mention beside what its sentence tells."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from generator.model.document import Document
from generator.model.mention import DayMention, PlaceMention
from generator.model.reading import SentenceReading
from generator.model.span import Span
from generator.model.values import replace, value
from generator.model.vocabulary import ClaimKind, Outcome, PlaceLevel

_HARM = frozenset((Outcome.KILLED, Outcome.INJURED, Outcome.ABDUCTED, Outcome.CASUALTIES, Outcome.MISSING))
_WEIGHTY = 2
"""An event word of this weight tells a deed."""
_NEAR = 60
"""Code points between an event word and the place that it happened in."""
_ENDS = frozenset('.!?")')
"""Signs that end a sentence."""
_BEHIND_CUE = 40
"""Code points between the word for speaking and the place where somebody spoke."""
_OPENING = 2
"""Sentences whose days are those of the event."""
_NOWHERE = PlaceMention(Span(0, 0), "", "")
_UNCASED = "uncased"
"""The rule that reads towns in small letters."""


@value
class Sighting:
    """A mention of a place beside what its sentence tells.

    Attributes:
        mention: the place.
        index: number of whole sentences before its own; headings and labels are none.
        deed: whether the sentence tells a deed of the story's own time.
        near: whether a word for the deed stands close by.
        past: whether the sentence tells of an earlier time.
        spoken: whether the place is where somebody spoke, or part of a speaker's name.
        occasion: whether it is where somebody spoke.
        harmed: whether the sentence tells how many were harmed.
        filed: whether it is where the story was filed, and no sentence's.
        headed: whether it stands in the document's own headline, and in no sentence.
        other_day: whether the sentence tells of days, and of none that the opening tells of.
        caught: whether it is where somebody was caught, brought or found later.
    """

    mention: PlaceMention
    index: int
    deed: bool
    near: bool
    past: bool
    spoken: bool
    occasion: bool = False
    harmed: bool = False
    filed: bool = False
    headed: bool = False
    other_day: bool = False
    caught: bool = False


def find_sightings(
    document: Document,
    readings: Sequence[SentenceReading],
    dateline: Sequence[PlaceMention] = (),
    headline: Sequence[PlaceMention] = (),
) -> tuple[Sighting, ...]:
    """Every mention of a place, in order; a name in small letters counts only where the sentence has no others."""
    beside = Sighting(_NOWHERE, 0, deed=False, near=False, past=False, spoken=False)
    found = [replace(beside, mention=mention, headed=True) for mention in headline]
    found += [replace(beside, mention=mention, filed=True) for mention in dateline]
    found += _capital_told(document, readings, dateline, beside)
    opening = {_named_day(day) for reading in readings[:_OPENING] for day in reading.days if not day.past}
    for reading, index in zip(readings, count_sentences(document, readings), strict=True):
        if not reading.places:
            continue
        words = tuple(event.span for event in reading.events if event.weight >= _WEIGHTY)
        past = reading.past and not _is_named_after(document, reading)
        harmed = _tells_harm(reading)
        days = {_named_day(day) for day in reading.days if not day.past}
        other_day = bool(days and opening) and days.isdisjoint(opening)
        deed = not past and (bool(words) or harmed or any(not each.past for each in reading.deeds))
        for mention in reading.places:
            if mention.rule == _UNCASED and _is_small(document, reading, mention):
                continue
            near = any(_gap(word, mention.span) <= _NEAR for word in words)
            occasion = _is_occasion(reading, mention)
            spoken = occasion or _names_speaker(reading, mention)
            earlier = past or _is_earlier(document, mention, reading.span)
            caught = _CAUGHT.search(
                document.folded, max(reading.span.start, mention.span.start - _CLAUSE), mention.span.start
            )
            found.append(
                Sighting(
                    mention,
                    index,
                    deed and not earlier,
                    near,
                    earlier,
                    spoken,
                    occasion,
                    harmed,
                    other_day=other_day,
                    caught=caught is not None,
                )
            )
    return tuple(found)


def _is_earlier(document: Document, mention: PlaceMention, sentence: Span) -> bool:
    """Whether an earlier time stands right behind a place (``at Kolvari in 2014``, ``in Kolvari in August``)."""
    found = _EARLIER.match(document.folded, mention.span.end, sentence.end)
    published = document.metadata.published
    if found is None or found["month"] is None:
        return found is not None and not (published is not None and found["year"] == str(published.year))
    return published is not None and published.month > 0 and found["month"][:3].lower() != _MONTHS[published.month - 1]


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EARLIER = re.compile(
    r"(?: (?:district|province|region|state|county|area|town|village|city))?,? (?:back )?"
    r"(?:in|during|last|in early|in late|in mid)-? ?(?:(?P<month>January|February|March|April|May|June|July|August"
    r"|September|October|November|December)(?! [0-9]{1,2}\b)"
    r"|the (?:early |late )?(?:spring|summer|autumn|winter)\b|(?P<year>(?:19|20)[0-9]{2})\b|year\b|month\b)"
)
_CLAUSE = 45
_CAUGHT = re.compile(
    r"\b(?:arrested|caught|apprehended|detained|captured|nabbed|held|in custody|recaptured|taken|flown|brought"
    r"|airlifted|evacuated|rushed|transferred|referred|ferried"
    r"|treated|recovering|admitted|traced|stationed|headquartered|registered|arrived|set up)\b[^.;]*\Z"
)
"""Words for what is done to people elsewhere once the deed is over."""


def _capital_told(
    document: Document, readings: Sequence[SentenceReading], dateline: Sequence[PlaceMention], beside: Sighting
) -> Iterator[Sighting]:
    """The capital where a story was filed, in sentences that put something into ``the Orshan capital``."""
    capital = next((each for each in dateline if each.rule == "known" and each.level is PlaceLevel.CITY), None)
    if capital is None or capital.country is None:
        return
    for reading, index in zip(readings[:_SCENE], count_sentences(document, readings), strict=False):
        told = _CAPITAL.search(document.folded, reading.span.start, reading.span.end)
        ours = told is not None and (told["people"] is None or capital.country in reading.nations)
        if ours and not reading.past:
            deed, harmed = tells_deed(reading), _tells_harm(reading)
            yield replace(
                beside, mention=replace(capital, locative=True), index=index, deed=deed, near=deed, harmed=harmed
            )


_SCENE = 4
"""Sentences that may call the scene ``the capital``."""
_CAPITAL = re.compile(
    r"\b(?:in|outside|around|across|near|through|on the (?:outskirts|edge) of|cent(?:re|er) of|heart of|part of)"
    r" (?:the|its) (?:(?P<people>[A-Z][a-z]+) )?capital(?! of\b|,? [A-Z]|'s)\b"
)


def _named_day(day: DayMention) -> object:
    """What tells one day from another before it is known which is meant."""
    return day.weekday or day.month_day or day.start or day.text.lower()


def count_sentences(document: Document, readings: Sequence[SentenceReading]) -> tuple[int, ...]:
    """For each sentence how many stand before it; lines that do not end like sentences are headings and labels.

    Where hardly any line ends like a sentence, each counts.
    """
    whole = [document.folded[reading.span.end - 1 : reading.span.end] in _ENDS for reading in readings]
    if 2 * sum(whole) < len(whole):
        return tuple(range(len(readings)))
    return (0, *accumulate(whole))[: len(readings)]


def _is_named_after(document: Document, reading: SentenceReading) -> bool:
    """Whether every earlier time of a sentence only names something (``last year's protests``)."""
    return all(document.folded.startswith("'s", day.span.end) for day in reading.days if day.past)


def _is_small(document: Document, reading: SentenceReading, mention: PlaceMention) -> bool:
    """Whether a name is written in small letters in a sentence that has capitals."""
    return mention.span.of(document.text).islower() and not reading.span.of(document.text).islower()


def tells_deed(reading: SentenceReading) -> bool:
    """Whether a sentence tells a deed of the story's own time: by an event word of weight, or by harm to persons."""
    return not reading.past and (any(event.weight >= _WEIGHTY for event in reading.events) or _tells_harm(reading))


def _tells_harm(reading: SentenceReading) -> bool:
    return any(
        claim.kind is ClaimKind.TOLL and claim.toll is not None and claim.toll.outcome in _HARM
        for claim in reading.claims
    )


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _is_occasion(reading: SentenceReading, mention: PlaceMention) -> bool:
    """Whether a place is where somebody spoke."""
    return any(
        (attribution.via is not None and attribution.via.covers(mention.span))
        or (
            0 <= mention.span.start - attribution.cue.end <= _BEHIND_CUE
            and attribution.contents
            and attribution.contents[-1].end <= attribution.cue.start
        )
        for attribution in reading.attributions
    )


def _names_speaker(reading: SentenceReading, mention: PlaceMention) -> bool:
    """Whether a place is part of a speaker's name or title."""
    return any(
        attribution.source is not None and attribution.source.span.covers(mention.span)
        for attribution in reading.attributions
    )


def is_put(sighting: Sighting) -> bool:
    """Whether the words put something of the story's own time into the place."""
    return sighting.mention.locative and not (sighting.past or sighting.spoken or sighting.filed or sighting.headed)
