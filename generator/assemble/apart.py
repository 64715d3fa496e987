"""Further incidents of a story: stretches of sentences that tell news of their own and state themselves apart."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.assemble.items import split_items
from generator.assemble.parts import Part
from generator.assemble.types import judge
from generator.lexicon.apart import ApartLexicon, Strength, strength_of
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.rules import Rule
from generator.model.document import Document
from generator.model.reading import ClaimMention, SentenceReading
from generator.model.values import value
from generator.model.vocabulary import VIOLENT, ClaimKind, EventType, Outcome

_OPENING = 240
"""Code points at the beginning of a sentence in which the words that set it apart stand."""
_LEDE = 2
"""Sentences that tell whether the story is about several deeds at once."""
_MOST = 12
"""Further incidents of one story."""
_CONSIDERED = 40
"""Sentences that turn to something else which are looked at."""
_LINE = 30
"""Code points of a line that may stand above a paragraph."""
_NEWS = frozenset((Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES, Outcome.ABDUCTED, Outcome.MISSING))
_UNDONE = frozenset((ClaimKind.WARNING, ClaimKind.DEMAND, ClaimKind.DENIAL))
"""Kinds of speech whose deeds did not happen."""
_WORD = re.compile(r"[a-z][a-z'-]{3,}")


@value
class _Opening:
    """A sentence that turns to something else."""

    index: int
    rule: Rule


def split_story(readings: Sequence[SentenceReading], document: Document, lexicon: Lexicon) -> tuple[Part, ...]:
    """The parts of a story that may be incidents of their own, the main one first; most stories are one part."""
    items = split_items(readings, document, lexicon)
    if items:
        return items
    openings = tuple(islice(_openings(readings, document, lexicon.apart), _CONSIDERED))
    if not openings:
        return (Part(tuple(readings)),)
    lede = " ".join(reading.span.of(document.folded).lower() for reading in readings[:_LEDE])
    joint = lexicon.apart.jointly.search(lede) is not None
    starts = frozenset(opening.index for opening in openings)
    ends: dict[int, tuple[int, str]] = {}
    taken: set[int] = set()
    for opening in openings:
        if opening.index in taken or len(ends) == _MOST:
            continue
        core = _paragraph(readings, opening.index, starts)
        story = [reading for reading in readings[: opening.index] if reading.index not in taken]
        strength = strength_of(opening.rule)
        if (joint and strength is not Strength.UNRELATED) or not _is_apart(core, story, strength, document, lexicon):
            continue
        end = _end(readings, opening.index + len(core), starts, _Told(core, story, document, lexicon))
        ends[opening.index] = end, opening.rule.name
        taken.update(range(opening.index, end))
    further = [Part(tuple(readings[start:end]), rule) for start, (end, rule) in ends.items()]
    rest = tuple(reading for reading in readings if reading.index not in taken)
    return (Part(rest), *further)


def _openings(readings: Sequence[SentenceReading], document: Document, apart: ApartLexicon) -> Iterator[_Opening]:
    """Sentences behind the first paragraph that begin with words which set them apart."""
    whole = document.folded.lower()
    if not any(word in whole for word in apart.triggers):
        return
    for reading in readings[1:]:
        end = min(reading.span.end, reading.span.start + _OPENING)
        text = document.folded[reading.span.start : end].lower().lstrip("-*•\"' ")
        heading = _heading(readings, reading.index, document)
        if reading.past or apart.triggers.isdisjoint((heading, *_WORD.findall(f"{heading} {text}"))):
            continue
        begins = readings[reading.index - 1].paragraph != reading.paragraph
        for rule in apart.rules:
            told = rule.pattern.match(text) or (heading and rule.pattern.match(f"{heading} {text}"))
            if told and (begins or strength_of(rule) > Strength.BESIDE):
                yield _Opening(reading.index, rule)
                break


def _heading(readings: Sequence[SentenceReading], index: int, document: Document) -> str:
    """The short line by itself that stands above a paragraph (``Also reported``), in lower case, or nothing."""
    above = readings[index - 1]
    if above.paragraph == readings[index].paragraph or above.span.end - above.span.start > _LINE:
        return ""
    alone = index < _LEDE or readings[index - 2].paragraph != above.paragraph
    return document.folded[above.span.start : above.span.end].lower() if alone else ""


def _paragraph(readings: Sequence[SentenceReading], start: int, starts: frozenset[int]) -> list[SentenceReading]:
    """The sentence at ``start`` and those behind it in its paragraph, up to the next that turns to something else."""
    end = start + 1
    while end < len(readings) and readings[end].paragraph == readings[start].paragraph and end not in starts:
        end += 1
    return list(readings[start:end])


def _is_apart(
    core: Sequence[SentenceReading],
    story: Sequence[SentenceReading],
    strength: Strength,
    document: Document,
    lexicon: Lexicon,
) -> bool:
    """Whether a paragraph tells news of its own, with a day, place or type that the story before it does not have."""
    first = core[0]
    if not any(tells_news(reading) for reading in core[:2]):
        return False
    if strength is Strength.UNRELATED:
        return True
    elsewhere = bool(_places(core[:2]) - _named(story))
    here, there = judge(core, lexicon).types[0], judge(story, lexicon).types[0]
    if strength is Strength.SEPARATE:
        other_day = bool(_days(core[:1])) and _days(core[:1]).isdisjoint(_days(story))
        return elsewhere or other_day or _kind(here) is not _kind(there)
    spreads = here in lexicon.apart.spreading and _is_akin(here, there, lexicon.apart)
    points = lexicon.apart.pointing.search(first.span.of(document.folded).lower()) is not None
    return elsewhere and tells_news(first) and not spreads and not points


def _is_akin(here: EventType, there: EventType, apart: ApartLexicon) -> bool:
    """Whether two events may be one that spreads: floods and storms, protests and the violence at protests."""
    unrest = here in (EventType.PROTEST, EventType.RIOT)
    return there in VIOLENT if unrest and there is not EventType.PROTEST else there in apart.spreading


def tells_news(reading: SentenceReading) -> bool:
    """Whether a sentence tells a deed or a toll of its own time."""
    if reading.past:
        return False
    undone = [content for each in reading.attributions if each.kind in _UNDONE for content in each.contents]
    deeds = (deed for deed in reading.deeds if not deed.past and (deed.perpetrators or deed.victims or deed.targets))
    return any(map(_is_grave, reading.claims)) or any(
        not any(content.covers(deed.span) for content in undone) for deed in deeds
    )


def _is_grave(claim: ClaimMention) -> bool:
    return (
        claim.kind is ClaimKind.TOLL
        and claim.toll is not None
        and claim.toll.outcome in _NEWS
        and claim.toll.figure.numeral.count != 0
    )


def _places(readings: Sequence[SentenceReading]) -> set[str]:
    """Keys of the places into which sentences put something."""
    return {
        place.key
        for reading in readings
        for place in reading.places
        if place.locative
        and not any(each.source is not None and each.source.span.covers(place.span) for each in reading.attributions)
    }


def _named(readings: Sequence[SentenceReading]) -> set[str]:
    """Keys of all places that sentences name, and of those that hold them."""
    keys = {place.key for reading in readings for place in reading.places}
    keys |= {place.within for reading in readings for place in reading.places if place.within is not None}
    countries = {place.country for reading in readings for place in reading.places if place.country is not None}
    return keys | countries | {country for reading in readings for country in reading.nations}


def _days(readings: Sequence[SentenceReading]) -> set[str]:
    return {day.text for reading in readings for day in reading.days if not day.past and (day.weekday or day.month_day)}


def _kind(kind: EventType) -> EventType:
    """The type, violence of several types being one."""
    return EventType.ARMED_ATTACK if kind in VIOLENT else kind


@value
class _Told:
    """A further incident so far, and the story before it."""

    core: Sequence[SentenceReading]
    story: Sequence[SentenceReading]
    document: Document
    lexicon: Lexicon

    def words(self, readings: Sequence[SentenceReading]) -> set[str]:
        """Telling words of some sentences."""
        text = " ".join(reading.span.of(self.document.folded).lower() for reading in readings)
        return set(_WORD.findall(text)) - self.lexicon.grammar.function_words - self.lexicon.cues.verbs.keys()


def _end(readings: Sequence[SentenceReading], start: int, starts: frozenset[int], told: _Told) -> int:
    """Where a further incident ends: before the paragraph that takes up the story again or turns to something else."""
    story = told.words(told.story)
    while start < len(readings):
        if start in starts or readings[start].past:
            return start
        paragraph = _paragraph(readings, start, starts)
        own, here = told.words([*told.core, *readings[told.core[-1].index + 1 : start]]), told.words(paragraph)
        if len(here & own - story) <= len(here & story - own):
            return start
        start += len(paragraph)
    return start
