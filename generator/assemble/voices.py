"""Who speaks, on which day, on what occasion."""

import re
from collections.abc import Sequence

from generator.assemble.coreference import Cast
from generator.assemble.days import resolve_day
from generator.assemble.names import as_written
from generator.model.claim import Said
from generator.model.document import Document
from generator.model.mention import ActorMention, Attribution, DayMention
from generator.model.partialdate import PartialDate
from generator.model.reading import SentenceReading
from generator.model.span import Span
from generator.model.values import value
from generator.model.vocabulary import DOCUMENT_VOICE, ActorType, Form

_PERSONS = frozenset((ActorType.PERSON, ActorType.OFFICIAL))


_QUOTE_ONLY = re.compile(r'"[^"]*[.!?]"?\Z')


_OCCASION = re.compile(r"^(?:in|at|during|on|by|via|through) (?:an? |the )?|^an? ")


@value
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
    found = voices.cast.find(_sentence_of(voices, reading, source, attribution), source) if source is not None else None
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


def _sentence_of(
    voices: Voices, reading: SentenceReading, source: ActorMention, attribution: Attribution | None
) -> int:
    """Number of the sentence that names a source: the claim's own, or the one whose speech it carries on."""
    if attribution is not None:
        return reading.index
    near = (*range(reading.index - 1, reading.index - _CARRIED - 1, -1), reading.index + 1)
    return next((n for n in near if voices.cast.find(n, source) is not None), reading.index)


def occasion_of(document: Document, via: Span) -> str:
    """The occasion of speaking in the text's words, preposition and article left out."""
    return _OCCASION.sub("", as_written(document, via.of(document.folded), via))


def carried_speech(
    document: Document, readings: Sequence[SentenceReading], reading: SentenceReading
) -> Attribution | None:
    """The attribution that a sentence of nothing but quoted words shares with one before it, or right behind it.

    Several sentences of a quotation have one speaker; so has a paragraph of nothing but quoted words behind one that
    ends in a quotation.
    """
    if reading.attributions or not _is_quoted(document, readings, reading):
        return None
    stepped = 0
    for before in reversed(readings[max(0, reading.index - _CARRIED) : reading.index]):
        if reading.paragraph - before.paragraph > 1 or (stepped and before.paragraph != reading.paragraph):
            break
        if before.attributions:
            if stepped:
                return _lone_speech(readings, reading)
            close = before.paragraph == reading.paragraph or _ends_quoted(document, readings, before, reading)
            return before.attributions[-1] if close else None
        if not _is_quoted(document, readings, before):
            stepped += 1
            if stepped > _MOST_STEPPED or before.present or before.paragraph != reading.paragraph:
                break
    following = readings[reading.index + 1] if reading.index + 1 < len(readings) else None
    if following is None or following.paragraph != reading.paragraph or not following.attributions:
        return None
    opens = _opens(document, readings, following)
    return (
        following.attributions[0] if opens and following.attributions[0].rule in ("content-first", "inverted") else None
    )


def _lone_speech(readings: Sequence[SentenceReading], reading: SentenceReading) -> Attribution | None:
    """The last speech in front of a sentence where one person alone speaks in its paragraph; else None."""
    own = [
        attribution
        for each in readings[max(0, reading.index - _CARRIED) : reading.index]
        if each.paragraph == reading.paragraph
        for attribution in each.attributions
    ]
    named = {each.source.name for each in own if each.source is not None and each.source.pronoun is None}
    last = own[-1] if own else None
    if last is None or last.source is None or len(named) > 1 or last.source.type not in _PERSONS:
        return None
    return last if any(each.form is not Form.INDIRECT for each in own) else None


_MOST_STEPPED = 3
"""Sentences without speech between a quotation and its speaker, at most."""
_CARRIED = 8
"""Sentences over which a quotation is carried, at most."""


def _is_quoted(document: Document, readings: Sequence[SentenceReading], reading: SentenceReading) -> bool:
    """Whether a sentence holds nothing but quoted words."""
    text = reading.span.of(document.folded).strip()
    if text[:1] in ('"', "'") and len(text) > 1:
        mark = text[0]
        inner = text[1:].rstrip()
        closing = inner.find(mark) if mark == '"' else (len(inner) - 1 if inner.endswith(mark) else -1)
        return closing in (-1, len(inner) - 1) or (mark == '"' and _QUOTE_ONLY.match(text) is not None)
    if not _opens(document, readings, reading):
        return False
    closing = text.find('"')
    return closing in (-1, len(text) - 1)


def _opens(document: Document, readings: Sequence[SentenceReading], reading: SentenceReading) -> bool:
    """Whether a sentence begins inside a quotation of its paragraph."""
    first = reading.index
    while first and readings[first - 1].paragraph == reading.paragraph and reading.index - first < _CARRIED:
        first -= 1
    return document.folded.count('"', readings[first].span.start, reading.span.start) % 2 == 1


def _ends_quoted(
    document: Document, readings: Sequence[SentenceReading], before: SentenceReading, reading: SentenceReading
) -> bool:
    """Whether the paragraph in front of a sentence's own ends in quoted words of the same speech."""
    last = next((each for each in reversed(readings[: reading.index]) if each.paragraph < reading.paragraph), None)
    if last is None or last.paragraph != before.paragraph:
        return False
    return '"' in last.span.of(document.folded) and before.index >= last.index - _CARRIED
