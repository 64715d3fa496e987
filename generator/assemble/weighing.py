"""What a story is weighed by: counts of what the finders found in it, and linear scores over them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log1p

from generator.lexicon.events import EventLexicon, EventPhrase, PhraseIndex, event_tokens, read_phrases
from generator.model.mention import DeedMention
from generator.model.reading import SentenceReading
from generator.model.vocabulary import Category, ClaimKind, EventType, Outcome

LEDE = 3
"""Sentences that count as the beginning."""

_HARM = (Outcome.KILLED, Outcome.INJURED, Outcome.ABDUCTED, Outcome.MISSING, Outcome.INFECTED)
_CALM = (
    EventType.NATURAL_DISASTER,
    EventType.SEVERE_WEATHER,
    EventType.FIRE,
    EventType.TRANSPORT_ACCIDENT,
    EventType.INDUSTRIAL_ACCIDENT,
    EventType.EPIDEMIC,
)
"""Types of incidents that nobody means to bring about; few of each are enough to weigh them together."""

_OF_FORCES = "operations"
_DEEDS = "deeds"
"""Deeds count by another name where forces carry them out: an arrest goes with every crime."""

_BLAME = (ClaimKind.RESPONSIBILITY, ClaimKind.NO_CLAIM, ClaimKind.ACCUSATION, ClaimKind.DENIAL, ClaimKind.CONDEMNATION)


_Row = defaultdict[str, float]


def weigh_types(
    readings: Sequence[SentenceReading], title: str, events: EventLexicon
) -> dict[EventType, dict[str, float]]:
    """For each event type: how much of the story speaks of it, and where; earlier times are left out.

    Args:
        readings: the story.
        title: its headline, or nothing.
        events: the phrases that tell a type.
    """
    words: dict[EventType, _Row] = {kind: defaultdict(float) for kind in EventType}
    mishap: _Row = defaultdict(float)

    def row_of(kind: EventType, rule: str) -> _Row:
        return mishap if rule in events.mishaps else words[kind]

    for phrase in _told_by(title, events.index):
        row_of(phrase.type, phrase.rule)["title words"] += phrase.weight
    seen: set[tuple[str, EventType]] = set()
    for reading in readings:
        if reading.past:
            continue
        place = "lede" if reading.index < LEDE else "body"
        for kind, rule in {event.type: event.rule for event in reading.events if event.definite}.items():
            row_of(kind, rule)["referred"] += 1
        for event in reading.events:
            if (event.rule, event.type) not in seen:
                seen.add((event.rule, event.type))
                row = row_of(event.type, event.rule)
                row[f"{place} words"] += event.weight
                if reading.index == 0:
                    row["first words"] += event.weight
        for deed in reading.deeds:
            _add_deed(words[deed.type], deed, place)
    for place, kind, share in _hints_by_place(readings, title, events):
        (mishap if kind is EventType.OTHER else words[kind])[f"{place}{_HINTS}"] += share
    if mishap["lede words"] or mishap["title words"]:
        words[EventType.OTHER] = mishap
        mishap[_MISHAP] = 1
    return {kind: {name: log1p(count) for name, count in row.items() if count} for kind, row in words.items() if row}


def _add_deed(row: _Row, deed: DeedMention, place: str) -> None:
    """Count a deed of the story's own time for its type."""
    if deed.past or deed.type is EventType.OTHER:
        return
    name = _OF_FORCES if deed.type is EventType.SECURITY_OPERATION else _DEEDS
    row[f"{place} {name}"] += 1
    row[f"{place} {name} with roles"] += bool(deed.perpetrators or deed.victims or deed.targets)


def _hints_by_place(
    readings: Sequence[SentenceReading], title: str, events: EventLexicon
) -> Iterator[tuple[str, EventType, float]]:
    """Part of the story, type and share of each word that goes with news of types; a word counts once a part."""
    told = {
        "title": [frozenset(found[0] for found in event_tokens(title.lower())) & events.hints.keys()],
        "first": [reading.hints for reading in readings[:1] if not reading.past],
        "lede": [reading.hints for reading in readings[1:LEDE] if not reading.past],
        "body": [reading.hints for reading in readings[LEDE:_BODY] if not reading.past],
    }
    for place, found in told.items():
        bases = {events.hints[word].base for word in frozenset().union(*found)}
        for hint in (events.hints[base] for base in sorted(bases)):
            yield from ((place, kind, 1 / len(hint.types)) for kind in hint.types)


_BODY = 12
"""Sentences whose hints count; what stands further down is seldom about the event itself."""


def _told_by(title: str, index: PhraseIndex) -> Iterator[EventPhrase]:
    """The phrases of event types that a headline holds, each once."""
    tokens = tuple(found[0] for found in event_tokens(title.lower()))
    return iter(dict.fromkeys(phrase for _, phrase in read_phrases(tokens, index)))


_MISHAP = "mishap"
"""Shows that the words of no type that a story opens with are those of a mishap, such as a crush."""


def is_mishap(features: Mapping[str, float]) -> bool:
    """Whether a story of no type tells of a mishap all the same."""
    return _MISHAP in features


def weigh_story(
    readings: Sequence[SentenceReading], types: Mapping[EventType, Mapping[str, float]], harmed: Mapping[str, Category]
) -> dict[str, float]:
    """What tells whether a story is about an incident, whatever its type.

    Args:
        readings: the story.
        types: what speaks for each type.
        harmed: head noun of persons -> whom it means.
    """
    story = {name: log1p(count) for name, count in _count(readings, harmed).items() if count}
    for kind, row in types.items():
        group = "misfortune" if kind in _CALM or is_mishap(row) else kind.value
        for name in ("title words", "lede words", "body words"):
            if name in row:
                story[f"{group}: {name}"] = max(row[name], story.get(f"{group}: {name}", 0.0))
    return story


def _count(readings: Sequence[SentenceReading], harmed: Mapping[str, Category]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for reading in readings:
        place = "past" if reading.past else "lede" if reading.index < LEDE else "body"
        for claim in reading.claims:
            if claim.kind is ClaimKind.TOLL and claim.toll is not None and claim.toll.outcome in _HARM:
                counts[f"{place} {claim.toll.outcome.value}"] += 1
                counts[f"{claim.toll.outcome.value} {_side(claim.toll.figure.category)}"] += 1
            elif claim.kind in _BLAME:
                counts[f"{claim.kind.value}"] += 1
        for deed in reading.deeds:
            _count_deed(counts, reading, deed, "past" if deed.past else place)
            for victim in deed.victims:
                side = "named" if victim.named else _side(harmed.get(victim.head, Category.UNSPECIFIED))
                counts[f"victims {side}"] += 1
        counts[f"{place} days"] += bool(reading.days)
        counts["speeches"] += len(reading.attributions)
        counts["sentences"] += 1
    return counts


def _count_deed(counts: Counter[str], reading: SentenceReading, deed: DeedMention, where: str) -> None:
    """What a deed's own sentence tells of it: its parts, its day and place, its figures, and who tells it."""
    parts = {"doers": deed.perpetrators, "victims": deed.victims, "targets": deed.targets, "weapons": deed.weapons}
    for name, held in parts.items():
        counts[f"{where} {name}"] += bool(held)
    if where == "past" or deed.type is EventType.OTHER:
        return
    counts["dated deeds"] += any(not day.past for day in reading.days)
    counts["placed deeds"] += any(place.locative for place in reading.places)
    counts["deeds of the named"] += any(actor.named for actor in deed.perpetrators)
    counts["deeds of the unnamed"] += any(not actor.named for actor in deed.perpetrators)
    counts["quoted deeds"] += any(
        content.covers(deed.span) for speech in reading.attributions for content in speech.contents
    )


def _side(category: Category) -> str:
    """Which side a toll counts, as far as it matters to whether it is an attack or a war."""
    return category.value if category in (Category.SECURITY_FORCES, Category.MILITANTS) else "others"


def score(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighted sum of the features that have a weight."""
    return sum(weights[name] * value for name, value in features.items() if name in weights)


def without_hints(features: Mapping[str, float]) -> dict[str, float]:
    """What speaks for a type by itself, without the words that merely go with it."""
    return {name: value for name, value in features.items() if not name.endswith(_HINTS)}


_HINTS = " hints"


def presence(features: Mapping[str, float]) -> float:
    """How much of a story speaks of a type, by the same measure for all stories."""
    return score(features, _PRESENCE)


_PRESENCE = {"lede words": 1.0, "title words": 0.7, "lede deeds": 0.6, "body words": 0.4, "lede operations": 0.3}
"""What a story opens with counts for most."""
