"""What kind of event a story is about, from its event words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.assemble.weighing import score, weigh_story, weigh_types
from generator.lexicon.events import EventLexicon
from generator.lexicon.lexicon import Lexicon
from generator.model.document import Document
from generator.model.reading import SentenceReading
from generator.model.values import value
from generator.model.vocabulary import VIOLENT, EventType

_OPENING = 4
"""Sentences in which the event's own noun is looked for."""
_SECOND = 0.9
"""Share of the main type's score that a second type needs."""
_OPENED = 0.75
"""That share where the first sentence and the rest of the story speak of both."""
_THROUGHOUT = ("first words", "body words")
_LEDE_WORDS = "lede words"
_NEARLY = 0.85
_WEAK = 1.0
"""A score below this tells no type."""
_OTHER_NEWS = 3.5
"""How many times better news of another kind has to score than the best incident."""
_IDLE_NEWS = 1.5
"""The same where nothing but its words tells of an incident."""


_NO_INCIDENTS = (EventType.OTHER, EventType.ECONOMY)
"""Types whose news is of no incident; where nothing tells a type, harm to persons may still tell of one."""
_SHARE = {
    EventType.ARMED_ATTACK: 0.8,
    EventType.CRIME: 0.85,
    EventType.SECURITY_OPERATION: 0.85,
    EventType.PROTEST: 0.9,
}
"""Types whose words tell of sharper types too (an abduction is an attack) count for a little less."""


_BROAD = (EventType.ARMED_ATTACK, EventType.CRIME)
_BLUNTED = 0.8
"""What is left of a broad type's score beside a sharper one."""
_SHARPER = {
    EventType.ASSASSINATION: ("lede deeds",),
    EventType.AIR_STRIKE: ("lede deeds", "title words"),
    EventType.ARMED_CLASH: ("lede deeds", "title words"),
}
"""Types that broader ones speak of too, with what shows that the story means them."""


@value
@dataclass(frozen=True, slots=True)
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
    features = weigh_types(readings, title, lexicon.events.index)
    scores = rank_types(features, lexicon.weights.types)
    story = weigh_story(readings, features, lexicon.persons.plural)
    weights = lexicon.weights.relevance
    parts = {name: weights[name] * value for name, value in {"always": 1.0, **story}.items() if name in weights}
    grave = sum(parts.values()) > 0
    types = _types(scores, features, lexicon.events, _OTHER_NEWS if grave else _IDLE_NEWS)
    told = dict(scores).get(types[0], 0.0) >= _WEAK
    relevant = grave and not (told and types[0] in _NO_INCIDENTS)
    return Verdict(types, relevant, scores, tuple(sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0]))))


def rank_types(
    features: Mapping[EventType, Mapping[str, float]], weights: Mapping[str, float]
) -> tuple[tuple[EventType, float], ...]:
    """Each type with its score, the highest first; a sharper type that the lede tells takes the score of a broader."""
    scores = {kind: score(row, weights) * _SHARE.get(kind, 1.0) for kind, row in features.items()}
    for sharp, names in _SHARPER.items():
        if any(name in features.get(sharp, ()) for name in names):
            broad = max((scores.get(kind, 0.0) for kind in _BROAD), default=0.0)
            scores[sharp] = max(scores[sharp], broad)
            scores.update({kind: scores[kind] * _BLUNTED for kind in _BROAD if kind in scores})
    order = list(EventType)
    return tuple(sorted(scores.items(), key=lambda item: (-item[1], order.index(item[0]))))


def _types(
    scores: Sequence[tuple[EventType, float]],
    features: Mapping[EventType, Mapping[str, float]],
    events: EventLexicon,
    other_news: float = _OTHER_NEWS,
) -> tuple[EventType, ...]:
    """The types of a story, main first; ``other`` where nothing tells."""
    told = [(kind, points) for kind, points in scores if points >= _WEAK]
    incidents = [(kind, points) for kind, points in told if kind in events.incidents]
    if not told:
        return (EventType.OTHER,)
    if not incidents or told[0][1] > other_news * incidents[0][1]:
        return (told[0][0],)
    (main, most), *rest = incidents

    def share(kind: EventType) -> float:
        told, first = features.get(kind, {}), features.get(main, {})
        opens = all(name in told for name in _THROUGHOUT) and "title words" not in first
        near = told.get(_LEDE_WORDS, 0.0) >= _NEARLY * first.get(_LEDE_WORDS, 0.0)
        return _OPENED if opens and near else _SECOND

    second = (kind for kind, points in rest if points >= share(kind) * most and not _is_implied(kind, main))
    return (main, *islice(second, 1))


def _is_implied(kind: EventType, main: EventType) -> bool:
    """Whether the words of a sharper type speak of a broader one too, so that it is no second event."""
    return (kind in _BROAD and main in _VIOLENT) or kind in _IMPLIED.get(main, ())


_IMPLIED = {
    EventType.ARSON: (EventType.FIRE,),
    EventType.RIOT: (EventType.PROTEST,),
    EventType.NATURAL_DISASTER: (EventType.INDUSTRIAL_ACCIDENT,),
    EventType.SEVERE_WEATHER: (EventType.FIRE, EventType.TRANSPORT_ACCIDENT),
    EventType.WEAPONS_TEST: (EventType.AIR_STRIKE,),
    EventType.TRANSPORT_ACCIDENT: (EventType.SEVERE_WEATHER,),
    EventType.INDUSTRIAL_ACCIDENT: (EventType.SEVERE_WEATHER,),
    EventType.FIRE: (EventType.SEVERE_WEATHER,),
}
"""Types that others bring with them."""
_VIOLENT = VIOLENT - {EventType.WEAPONS_TEST}
"""Types of deeds that a broad type speaks of too."""


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
