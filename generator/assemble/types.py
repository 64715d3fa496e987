"""What kind of event a story is about, from its event words."""

import re
from collections import Counter
from collections.abc import Sequence

from generator.lexicon.events import EventLexicon
from generator.model.document import Document
from generator.model.reading import SentenceReading
from generator.model.vocabulary import ClaimKind, EventType, Outcome

_OPENING = 4
"""Sentences in which the event's own noun is looked for."""
_LEDE_WEIGHT = 2
_SECOND = 0.6
"""Share of the main type's score that a second type needs."""
_WEAK = 3
"""A score below this tells no type."""


def score_types(readings: Sequence[SentenceReading]) -> tuple[tuple[EventType, int], ...]:
    """Every type with its score, the highest first; each wording counts once, the lede double, earlier events not."""
    scores: Counter[EventType] = Counter()
    seen: set[tuple[str, EventType]] = set()
    for reading in readings:
        if reading.past:
            continue
        for event in reading.events:
            if (event.rule, event.type) in seen:
                continue
            seen.add((event.rule, event.type))
            scores[event.type] += event.weight * (_LEDE_WEIGHT if reading.index == 0 else 1)
    order = list(EventType)
    return tuple(sorted(scores.items(), key=lambda item: (-item[1], order.index(item[0]))))


def find_types(readings: Sequence[SentenceReading], events: EventLexicon) -> tuple[EventType, ...]:
    """The incident's types, main first; ``other`` where nothing tells."""
    scored = [(kind, score) for kind, score in score_types(readings) if score >= _WEAK]
    if not scored:
        return (EventType.OTHER,)
    (main, most), *rest = scored
    second = [
        kind
        for kind, score in rest
        if score >= _SECOND * most and kind in events.incidents and main in events.incidents
    ]
    return (main, *second[:1])


def is_relevant(types: Sequence[EventType], readings: Sequence[SentenceReading], events: EventLexicon) -> bool:
    """Whether the story tells of an incident: by its type, or by persons harmed in news of another kind."""
    if types[0] in (EventType.OTHER, EventType.ECONOMY):
        return False
    if types[0] in events.incidents:
        return True
    claims = [claim for reading in readings for claim in reading.claims]
    harmed = any(
        claim.kind is ClaimKind.TOLL
        and claim.toll is not None
        and claim.toll.outcome in (Outcome.KILLED, Outcome.INJURED, Outcome.ABDUCTED)
        for claim in claims
    )
    return harmed or any(claim.kind in (ClaimKind.DENIAL, ClaimKind.ACCUSATION) for claim in claims)


def event_noun(kind: EventType, readings: Sequence[SentenceReading], document: Document, events: EventLexicon) -> str:
    """What a headline calls the event: the sharpest noun that the story's own words call for."""
    names = events.kinds[kind]
    lede = " ".join(reading.span.of(document.folded).lower() for reading in readings[:_OPENING] if not reading.past)
    for name, words in names.nouns.items():
        if any(re.search(rf"\b{re.escape(word)}\b", lede) for word in words):
            return name
    plural = names.titles.split()[-1]
    told = [
        event.span.of(document.folded).lower()
        for reading in readings[:2]
        for event in reading.events
        if event.type is kind
    ]
    return names.titles if any(word.split()[-1] == plural for word in told) else names.title
