"""Mentions become actors: a short name, an office or a pronoun is one earlier actor, or nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.assemble.entities import (
    Entity,
    enriched,
    is_acronym,
    is_body,
    is_crowd,
    is_fuller,
    is_person,
    is_pointed_at,
    is_same,
    is_short_for,
    keys_of,
    new_entity,
)
from generator.assemble.names import slug_of
from generator.model.mention import ActorMention
from generator.model.reading import SentenceReading
from generator.model.span import Span
from generator.model.values import value
from generator.model.vocabulary import ActorType

_PRONOUN_REACH = 2
"""Sentences that a pronoun may look back."""
ANYBODY = "he or she"
"""The pronoun of a mention that tells a person and not whether it is a man or a woman (``the 44-year-old``)."""


@value
@dataclass(frozen=True, slots=True)
class Resolved:
    """The actor that a mention stands for.

    Attributes:
        entity: number of the entity.
        inferred: whether the words beside the claim do not name it (a pronoun).
    """

    entity: int
    inferred: bool = False


@value
@dataclass(frozen=True, slots=True)
class _Turn:
    """That somebody spoke; ``entity`` is None for a person who is only named as the hearer."""

    sentence: int
    paragraph: int
    entity: int | None


@value
@dataclass(frozen=True, slots=True)
class _Heard:
    """The story up to a mention: who is known, and who spoke."""

    entities: list[Entity]
    turns: list[_Turn]
    seen: dict[int, int]


@value
@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a document and what each mention stands for.

    Attributes:
        entities: in order of first mention.
        links: (number of the sentence, span of the mention) -> entity.
        ids: slug of each entity.
    """

    entities: tuple[Entity, ...]
    links: dict[tuple[int, Span, str], Resolved]
    ids: tuple[str, ...]

    def find(self, sentence: int, mention: ActorMention) -> Resolved | None:
        """What a mention of a sentence stands for, or None where it stays open."""
        return self.links.get((sentence, mention.span, mention.name))

    def id_of(self, sentence: int, mention: ActorMention | None) -> str | None:
        """The slug of the actor that a mention stands for."""
        found = self.find(sentence, mention) if mention is not None else None
        return self.ids[found.entity] if found is not None else None


def resolve_cast(readings: Sequence[SentenceReading]) -> Cast:
    """Gather every speaker and party of a story into actors."""
    heard = _Heard([], [], {})
    links: dict[tuple[int, Span, str], Resolved] = {}
    for reading in readings:
        for mention, speaks in _mentions(reading):
            found = _resolve(mention, reading, heard)
            if found is None and mention.pronoun is None:
                heard.entities.append(new_entity(mention, reading.index))
                found = Resolved(len(heard.entities) - 1)
            if found is not None:
                links[reading.index, mention.span, mention.name] = found
                heard.seen[found.entity] = reading.index
                heard.entities[found.entity] = enriched(heard.entities[found.entity], mention)
                if speaks:
                    heard.turns.append(_Turn(reading.index, reading.paragraph, found.entity))
        if any(attribution.addressed for attribution in reading.attributions):
            heard.turns.append(_Turn(reading.index, reading.paragraph, None))
    entities, links = _close(heard.entities, links)
    return Cast(tuple(entities), links, _ids(entities))


def _mentions(reading: SentenceReading) -> Iterator[tuple[ActorMention, bool]]:
    """Every party of a sentence in order, and whether it speaks."""
    found = [(a.source, True) for a in reading.attributions if a.source is not None]
    found += [(mention, True) for mention in reading.present]
    found += [(claim.claimer, True) for claim in reading.claims if claim.claimer is not None]
    found += [(party, False) for claim in reading.claims for party in claim.party]
    seen = set()
    for mention, speaks in sorted(found, key=lambda pair: pair[0].span):
        if (mention.span, mention.name) not in seen:
            seen.add((mention.span, mention.name))
            yield mention, speaks


def _resolve(mention: ActorMention, reading: SentenceReading, heard: _Heard) -> Resolved | None:
    if mention.pronoun is not None:
        return _pronoun(mention.pronoun, reading, heard)
    entities = heard.entities
    keys = keys_of(mention)
    fits = [
        number
        for number, entity in enumerate(entities)
        if not keys.isdisjoint(entity.keys) and is_same(mention, entity)
    ]
    if not fits and is_acronym(mention):
        fits = [number for number, entity in enumerate(entities) if is_short_for(mention, entity.mention)]
    if len(fits) == 1:
        return Resolved(fits[0])
    if fits:
        return Resolved(fits[0]) if mention.known is not None else None
    points = mention.rule.startswith("the-") or mention.rule == "definite"
    meant = [number for number, entity in enumerate(entities) if is_pointed_at(mention, entity)] if points else []
    if len(meant) == 1:
        return Resolved(meant[0])
    return _named_body(mention, reading, heard) or _called_again(mention, reading, heard)


def _called_again(mention: ActorMention, reading: SentenceReading, heard: _Heard) -> Resolved | None:
    """``The woman``, ``the father`` of somebody: the one person that spoke just before, as a pronoun would say."""
    if mention.rule != "the-head" or mention.name != mention.head or mention.head not in _PRONOUN_OF:
        return None
    return _pronoun(_PRONOUN_OF[mention.head], reading, heard)


def _named_body(mention: ActorMention, reading: SentenceReading, heard: _Heard) -> Resolved | None:
    """``The company`` means the one named body that spoke or was spoken of just before."""
    if mention.named or mention.head not in POINTING or mention.name != mention.head:
        return None
    near = [
        number
        for number, sentence in heard.seen.items()
        if reading.index - sentence <= _BODY_REACH
        and heard.entities[number].mention.named
        and heard.entities[number].mention.type in (_BODIES if mention.head != "agency" else _AGENCIES)
        and heard.entities[number].mention.rule != "country"
    ]
    return Resolved(near[0]) if len(near) == 1 else None


_BODY_REACH = 5
"""Sentences that a noun such as ``the company`` may look back."""
_BODIES = frozenset((ActorType.ORGANISATION, ActorType.ARMED_GROUP, ActorType.COMPANY, ActorType.MEDIA))
_AGENCIES = _BODIES | {ActorType.GOVERNMENT}
POINTING = frozenset(
    (
        "group",
        "company",
        "organisation",
        "organization",
        "agency",
        "movement",
        "faction",
        "firm",
        "charity",
        "militia",
        "gang",
    )
)


def _pronoun(pronoun: str, reading: SentenceReading, heard: _Heard) -> Resolved | None:
    """The one person (or body, for ``it``; or crowd, for ``they``) that spoke last.

    In this paragraph, else in the one before with a speaker. Where two may be meant, or somebody is named as the
    hearer, the pronoun stands for nobody.
    """
    fitting = is_person if pronoun in _PERSONAL else is_crowd if pronoun == "they" else is_body
    near = [
        turn
        for turn in heard.turns
        if reading.index - turn.sentence <= _PRONOUN_REACH
        and (pronoun in _PERSONAL if turn.entity is None else fitting(heard.entities[turn.entity]))
    ]
    paragraph = max((turn.paragraph for turn in near), default=None)
    fits = {turn.entity for turn in near if turn.paragraph == paragraph and _agrees(pronoun, turn, heard)}
    single = next(iter(fits)) if len(fits) == 1 else None
    return Resolved(single, inferred=True) if single is not None else None


def _agrees(pronoun: str, turn: _Turn, heard: _Heard) -> bool:
    """Whether nothing told before makes the person a ``she`` where the pronoun is ``he``, or the other way round."""
    told = heard.entities[turn.entity].gender if turn.entity is not None else ""
    return pronoun not in ("he", "she") or told in ("", pronoun)


_PERSONAL = frozenset(("he", "she", ANYBODY))
_PRONOUN_OF = {
    **dict.fromkeys(("man", "father", "boy", "husband", "widower", "brother", "son", "grandfather", "fisherman"), "he"),
    **dict.fromkeys(("woman", "mother", "girl", "wife", "widow", "sister", "daughter", "grandmother"), "she"),
    **dict.fromkeys(
        ("teenager", "student", "survivor", "witness", "patient", "driver", "shopkeeper", "farmer"), ANYBODY
    ),
}
"""Nouns of persons -> the pronoun that means the same person."""


def _close(
    entities: list[Entity], links: dict[tuple[int, Span, str], Resolved]
) -> tuple[list[Entity], dict[tuple[int, Span, str], Resolved]]:
    """Join an unnamed actor to the one fuller name that comes later (``The military``, ``Pakistan's military``)."""
    target = list(range(len(entities)))
    for number, entity in enumerate(entities):
        if entity.mention.named:
            continue
        fits = [
            other
            for other, candidate in enumerate(entities)
            if other != number
            and target[other] == other
            and not entity.keys.isdisjoint(candidate.keys)
            and is_same(entity.mention, candidate)
            and is_fuller(candidate, entity)
        ]
        if len(fits) == 1:
            target[number] = fits[0]
    order = [number for number in range(len(entities)) if target[number] == number]
    moved = {number: order.index(_final(number, target)) for number in range(len(entities))}
    merged = [entities[number] for number in order]
    for number, entity in enumerate(entities):
        if target[number] != number:
            kept = merged[moved[number]]
            merged[moved[number]] = Entity(
                kept.mention,
                kept.names | entity.names,
                kept.aka,
                min(kept.first, entity.first),
                kept.gender,
                kept.keys | entity.keys,
            )
    if len(merged) == len(entities):
        return merged, links
    return merged, {key: Resolved(moved[found.entity], found.inferred) for key, found in links.items()}


def _final(number: int, target: Sequence[int]) -> int:
    while target[number] != number:
        number = target[number]
    return number


def _ids(entities: Sequence[Entity]) -> tuple[str, ...]:
    ids: list[str] = []
    for entity in entities:
        mention = entity.mention
        person = mention.type in _PERSONS and mention.named
        base = mention.known or slug_of(mention.name.split()[-1] if person else mention.name)
        slug, count = base, 2
        while slug in ids or slug == "document":
            slug, count = f"{base}-{count}", count + 1
        ids.append(slug)
    return tuple(ids)


_PERSONS = frozenset((ActorType.PERSON, ActorType.OFFICIAL))
