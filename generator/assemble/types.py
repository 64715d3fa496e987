"""What kind of event a story is about, from its event words."""

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from generator.assemble.weighing import is_mishap, presence, score, weigh_story, weigh_types, without_hints
from generator.lexicon.events import EventLexicon
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.weights import WeightLexicon
from generator.model.document import Document
from generator.model.reading import SentenceReading
from generator.model.values import value
from generator.model.vocabulary import VIOLENT, ClaimKind, EventType

_OPENING = 4
"""Sentences in which the event's own noun is looked for."""
_SECOND = 0.4
"""How far a second type's score may lie below the main one's."""
_OPENED = 1.0
"""The same where the first sentence and the rest of the story speak of both."""
_HALF = 0.9
"""How much of half a headline has to speak of an event of its own."""
_THROUGHOUT = ("first words", "body words")
_LEDE_WORDS = "lede words"
_IN_TEXT = (_LEDE_WORDS, "body words")
_NEARLY = 0.85
_WEAK = 1.0
"""A score below this tells no type."""
_HINTED = 1.0
"""How much more a type has to score of which nothing but hints tells."""
_OTHER_NEWS = 3.5
"""How many times better news of another kind has to score than the best incident."""
_IDLE_NEWS = 1.5
"""The same where nothing but its words tells of an incident."""


_NO_INCIDENTS = (EventType.OTHER, EventType.ECONOMY)
"""Types whose news is of no incident; where nothing tells a type, harm to persons may still tell of one."""
_ANSWERS = (EventType.SECURITY_OPERATION, EventType.ARMED_CLASH)
"""What forces do in answer to an attack."""
_ATTACKS = (EventType.ARMED_ATTACK, EventType.BOMBING, EventType.ASSASSINATION, EventType.ABDUCTION)
_FOR_ATTACKS = ("claims-responsibility", "claimed-by", "claim-made")
"""Rules of claims in so many words; an army that says what it did claims no attack."""
_BROAD = (EventType.ARMED_ATTACK, EventType.CRIME)


@value
class Verdict:
    """What kind of news a story is, and what that was weighed by.

    Attributes:
        types: event types, main first.
        relevant: whether it tells of an incident.
        scores: score of each type, the highest first.
        weighed: part of the score for relevance -> what it adds, the heaviest first.
    """

    types: tuple[EventType, ...]
    relevant: bool
    scores: tuple[tuple[EventType, float], ...]
    weighed: tuple[tuple[str, float], ...]


def judge(readings: Sequence[SentenceReading], lexicon: Lexicon, *, title: str = "") -> Verdict:
    """Type and relevance of a story, and of its headline, by the learned weights of what was found in it."""
    features = weigh_types(readings, title, lexicon.events)
    scores = rank_types(features, lexicon.weights)
    story = weigh_story(readings, features, lexicon.persons.plural)
    weights = lexicon.weights.relevance
    parts = {name: weights[name] * value for name, value in {"always": 1.0, **story}.items() if name in weights}
    grave = sum(parts.values()) > 0
    told = {kind: score(without_hints(row), lexicon.weights.types) for kind, row in features.items()}
    types = _types(scores, told, features, _OTHER_NEWS if grave else _IDLE_NEWS, lexicon.events)
    idle = types[0] in _NO_INCIDENTS and told.get(types[0], 0.0) >= _WEAK and not is_mishap(features.get(types[0], {}))
    beside = _beside(types[0], title, features, lexicon)
    claimed = _claimed(types[0], readings)
    if claimed is not None:
        types = (claimed, types[0])
    return Verdict(
        (types[0], beside) if beside is not None else types,
        grave and not idle,
        scores,
        tuple(sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0]))),
    )


def _claimed(main: EventType, readings: Sequence[SentenceReading]) -> EventType | None:
    """The attack that somebody claims, where the story seemed to be about the forces' answer to it; else None."""
    if main not in _ANSWERS:
        return None
    return next(
        (
            event.type
            for reading in readings
            if any(claim.kind is ClaimKind.RESPONSIBILITY and claim.rule in _FOR_ATTACKS for claim in reading.claims)
            for event in reading.events
            if event.definite and event.type in _ATTACKS
        ),
        None,
    )


def _beside(
    main: EventType, title: str, features: Mapping[EventType, Mapping[str, float]], lexicon: Lexicon
) -> EventType | None:
    """The incident that half a headline and the story tell too (``Bus crash kills six; two held after stabbing``)."""
    halves = title.split("; ")
    if len(halves) < 2 or main not in lexicon.events.incidents:
        return None
    for half in halves:
        rows = weigh_types((), half, lexicon.events)
        told = [kind for kind, _ in rank_types(rows, lexicon.weights) if kind in lexicon.events.incidents]
        if not told or told[0] is main or _is_implied(told[0], main):
            continue
        if presence(rows[told[0]]) >= _HALF and any(name in features[told[0]] for name in _IN_TEXT):
            return told[0]
    return None


def rank_types(
    features: Mapping[EventType, Mapping[str, float]], weights: WeightLexicon
) -> tuple[tuple[EventType, float], ...]:
    """Each type with its score, the highest first: what is told of it, and what the types beside it make of that."""
    seen = {kind: presence(row) for kind, row in features.items()}

    def points(kind: EventType, row: Mapping[str, float]) -> float:
        others = weights.beside.get(kind, {})
        drawn = sum(weight * seen[other] for other, weight in others.items() if other in seen)
        return score(row, weights.types) + weights.kinds.get(kind, 0.0) + drawn

    scores = {kind: points(kind, row) for kind, row in features.items()}
    order = list(EventType)
    return tuple(sorted(scores.items(), key=lambda item: (-item[1], order.index(item[0]))))


def _types(
    scores: Sequence[tuple[EventType, float]],
    told: Mapping[EventType, float],
    features: Mapping[EventType, Mapping[str, float]],
    other_news: float,
    events: EventLexicon,
) -> tuple[EventType, ...]:
    """The types of a story, main first; ``other`` where nothing tells."""
    ranked = [(kind, points) for kind, points in scores if told[kind] >= _WEAK]
    incidents = [
        (kind, points)
        for kind, points in scores
        if max(told[kind], points - _HINTED) >= _WEAK and (kind in events.incidents or is_mishap(features[kind]))
    ]
    news = max((kind for kind, _ in ranked), key=lambda kind: told[kind], default=EventType.OTHER)
    if not incidents or told.get(news, 0.0) > other_news * told[incidents[0][0]]:
        return (news,)
    (main, most), *rest = incidents

    def margin(kind: EventType) -> float:
        row, first = features[kind], features[main]
        opens = all(name in row for name in _THROUGHOUT) and "title words" not in first
        near = row.get(_LEDE_WORDS, 0.0) >= _NEARLY * first.get(_LEDE_WORDS, 0.0)
        return _OPENED if opens and near else _SECOND

    second = (kind for kind, points in rest if points >= most - margin(kind) and not _is_implied(kind, main))
    return (main, *islice(second, 1))


def _is_implied(kind: EventType, main: EventType) -> bool:
    """Whether the words of a sharper type speak of a broader one too, so that it is no second event."""
    broad = kind is EventType.SECURITY_OPERATION or (kind in _BROAD and main in _VIOLENT)
    return broad or kind in _IMPLIED.get(main, ())


_IMPLIED = {
    EventType.ARSON: (EventType.FIRE,),
    EventType.AIR_STRIKE: (EventType.FIRE, EventType.BOMBING, EventType.WEAPONS_TEST),
    EventType.BOMBING: (EventType.FIRE, EventType.INDUSTRIAL_ACCIDENT, EventType.AIR_STRIKE),
    EventType.RIOT: (EventType.PROTEST,),
    EventType.NATURAL_DISASTER: (EventType.INDUSTRIAL_ACCIDENT,),
    EventType.SEVERE_WEATHER: (EventType.FIRE, EventType.TRANSPORT_ACCIDENT, EventType.INDUSTRIAL_ACCIDENT),
    EventType.WEAPONS_TEST: (EventType.AIR_STRIKE,),
    EventType.TRANSPORT_ACCIDENT: (EventType.SEVERE_WEATHER,),
    EventType.INDUSTRIAL_ACCIDENT: (EventType.SEVERE_WEATHER,),
    EventType.FIRE: (EventType.SEVERE_WEATHER,),
}
"""Types that others bring with them."""
_VIOLENT = VIOLENT - {EventType.WEAPONS_TEST}
"""Types of deeds that a broad type speaks of too."""


def event_noun(kind: EventType, readings: Sequence[SentenceReading], document: Document, events: EventLexicon) -> str:
    """What a headline calls the event: the noun that the first of the story's words for it calls for."""
    names = events.kinds[kind]
    lede = " ".join(reading.span.of(document.folded).lower() for reading in readings[:_OPENING] if not reading.past)
    found = [
        (called.start(), name)
        for name, words in names.nouns.items()
        for word in words
        if word in lede and (called := re.search(rf"\b{re.escape(word)}\b", lede))
    ]
    if found:
        return min(found, key=lambda each: each[0])[1]
    plural = names.titles.split()[-1]
    told = [
        event.span.of(document.folded).lower()
        for reading in readings[:2]
        for event in reading.events
        if event.type is kind
    ]
    return names.titles if any(word.split()[-1] == plural for word in told) else names.title
