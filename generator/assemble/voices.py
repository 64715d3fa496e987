"""Who speaks, on which day, on what occasion."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.assemble.coreference import Cast
from generator.assemble.days import resolve_day
from generator.assemble.names import as_written
from generator.model.claim import Said
from generator.model.document import Document
from generator.model.mention import Attribution, DayMention
from generator.model.partialdate import PartialDate
from generator.model.reading import SentenceReading
from generator.model.span import Span
from generator.model.vocabulary import DOCUMENT_VOICE, ActorType, Form

_PERSONS = frozenset((ActorType.PERSON, ActorType.OFFICIAL))


_QUOTE_ONLY = re.compile(r'"[^"]*[.!?]"?\Z')


_OCCASION = re.compile(r"^(?:in|at|during|on|by|via|through) (?:an? |the )?|^an? ")


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks in each sentence.

    Attributes:
        document: the document.
        cast: its actors.
        anchor: publication day.
        days: entity -> the one day on which this person spoke, for sentences that do not repeat it.
    """

    document: Document
    cast: Cast
    anchor: PartialDate | None
    days: dict[int, tuple[int, DayMention]]


def hear(document: Document, cast: Cast, readings: Sequence[SentenceReading], anchor: PartialDate | None) -> Voices:
    """Note on which day each person spoke, where the story names exactly one."""
    days: dict[int, list[tuple[int, DayMention]]] = {}
    for reading in readings:
        for attribution in reading.attributions:
            found = cast.find(reading.index, attribution.source) if attribution.source is not None else None
            if found is None or attribution.day is None:
                continue
            if cast.entities[found.entity].mention.type in _PERSONS:
                days.setdefault(found.entity, []).append((reading.index, attribution.day))
    single = {entity: said[0] for entity, said in days.items() if len({day.text for _, day in said}) == 1}
    return Voices(document, cast, anchor, single)


def said_by(
    voices: Voices, reading: SentenceReading, attribution: Attribution | None, carried: Attribution | None
) -> Said | None:
    """Attribution of a claim; None where somebody speaks who could not be told."""
    if attribution is None and carried is None:
        return Said(DOCUMENT_VOICE)
    used = attribution or carried
    assert used is not None
    source = used.source
    found = (
        voices.cast.find(reading.index if attribution else reading.index - 1, source) if source is not None else None
    )
    if found is None or source is None:
        return None
    inferred = ["by"] if found.inferred or attribution is None else []
    day = used.day if attribution is not None else None
    if day is None and found.entity in voices.days and voices.days[found.entity][0] <= reading.index:
        day, inferred = voices.days[found.entity][1], [*inferred, "day"]
    when = resolve_day(day, voices.anchor) if day is not None else None
    via = occasion_of(voices.document, used.via) if used.via is not None and attribution is not None else None
    return Said(
        by=voices.cast.ids[found.entity],
        day=day.text if day is not None else None,
        when=when,
        via=via,
        cue=used.cue.of(voices.document.text),
        form=used.form if used.form is not Form.INDIRECT else None,
        inferred=tuple(inferred),
    )


def occasion_of(document: Document, via: Span) -> str:
    """The occasion of speaking in the text's words, preposition and article left out."""
    return _OCCASION.sub("", as_written(document, via.of(document.folded), via))


def carried_speech(
    document: Document, readings: Sequence[SentenceReading], reading: SentenceReading
) -> Attribution | None:
    """The attribution that a sentence of nothing but quoted words shares with the sentence before it."""
    if reading.attributions or not reading.index:
        return None
    before = readings[reading.index - 1]
    if before.paragraph != reading.paragraph or not before.attributions:
        return None
    text = reading.span.of(document.folded)
    return before.attributions[-1] if text.startswith('"') and _QUOTE_ONLY.match(text) else None
