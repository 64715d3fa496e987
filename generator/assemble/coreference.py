"""Mentions become actors: a short name, an office or a pronoun is one earlier actor, or nothing."""

from collections.abc import Iterator, Sequence

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
from generator.assemble.pointing import RANK_LETTERS, find_by_role, find_named_body, holds_rank, is_opened
from generator.model.mention import ActorMention
from generator.model.reading import SentenceReading
from generator.model.span import Span
from generator.model.values import value
from generator.model.vocabulary import ActorType

_PRONOUN_REACH = 3
"""Sentences that a pronoun may look back."""
_PARAGRAPH_REACH = 6
"""The same within its paragraph."""
_AGAIN = "again"
"""The rule of a lone name that means whoever bore it before, and nobody new."""
ANYBODY = "he or she"
"""The pronoun of a mention that tells a person and not whether it is a man or a woman (``the 44-year-old``)."""


@value
class Resolved:
    """The actor that a mention stands for.

    Attributes:
        entity: number of the entity.
        inferred: whether the words beside the claim do not name it (a pronoun).
    """

    entity: int
    inferred: bool = False


@value
class _Turn:
    """That somebody spoke, or stood in a sentence without speaking.

    ``entity`` is None for a person who is only named as the hearer.
    """

    sentence: int
    paragraph: int
    entity: int | None
    spoke: bool = True


@value
class _Heard:
    """The story up to a mention: who is known, and who spoke."""

    entities: list[Entity]
    turns: list[_Turn]
    seen: dict[int, int]


@value
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
        for mention, speaks, silent in _mentions(reading):
            found = _resolve(mention, reading, heard)
            if found is None and mention.pronoun is None and mention.rule != _AGAIN:
                heard.entities.append(new_entity(mention, reading.index))
                found = Resolved(len(heard.entities) - 1)
            if found is not None:
                links[reading.index, mention.span, mention.name] = found
                heard.seen[found.entity] = reading.index
                heard.entities[found.entity] = enriched(heard.entities[found.entity], mention)
                if speaks:
                    heard.turns.append(_Turn(reading.index, reading.paragraph, found.entity, not silent))
        if any(attribution.addressed for attribution in reading.attributions):
            heard.turns.append(_Turn(reading.index, reading.paragraph, None))
    entities, links = _close(heard.entities, links)
    return Cast(tuple(entities), links, _ids(entities))


def _mentions(reading: SentenceReading) -> Iterator[tuple[ActorMention, bool, bool]]:
    """Every party of a sentence in order, whether a pronoun may mean it next, and whether it says nothing here."""
    found = [(a.source, True, False) for a in reading.attributions if a.source is not None]
    found += [(claim.claimer, True, False) for claim in reading.claims if claim.claimer is not None]
    found += [(mention, mention.rule != _BRACKETED, True) for mention in reading.present]
    found += [(party, False, False) for claim in reading.claims for party in claim.party]
    seen = set()
    for mention, speaks, silent in sorted(found, key=lambda each: each[0].span):
        if (mention.span, mention.name) not in seen:
            seen.add((mention.span, mention.name))
            yield mention, speaks, silent


_BRACKETED = "bracketed"
"""The rule of a body whose short name stands in brackets: it opens nothing."""


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
    if not fits and mention.name.isupper() and len(mention.name) <= RANK_LETTERS:
        fits = [number for number, entity in enumerate(entities) if holds_rank(mention.name, entity.mention.role)]
    if len(fits) == 1:
        return Resolved(fits[0])
    if fits:
        return Resolved(fits[0]) if mention.known is not None else None
    points = mention.rule.startswith("the-") or mention.rule == "definite"
    meant = [number for number, entity in enumerate(entities) if is_pointed_at(mention, entity)] if points else []
    if len(meant) == 1:
        return Resolved(meant[0])
    if not points and not _is_plain_noun(mention):
        return None
    described = find_by_role(mention, entities)
    if described is None:
        described = find_named_body(mention, reading.index, entities, heard.seen)
    return Resolved(described) if described is not None else _called_again(mention, reading, heard)


def _is_plain_noun(mention: ActorMention) -> bool:
    """Whether a mention is nothing but the noun of a body, with a capital (``The Ministry``)."""
    return bool(mention.head) and mention.name.lower() == mention.head


def _called_again(mention: ActorMention, reading: SentenceReading, heard: _Heard) -> Resolved | None:
    """``The woman``, ``the 44-year-old``: the one person that was told of just before, as a pronoun would say."""
    if mention.head.endswith("-year-old"):
        return _pronoun(ANYBODY, reading, heard)
    if mention.rule != "the-head" or mention.name != mention.head or mention.head not in _PRONOUN_OF:
        return None
    return _pronoun(_PRONOUN_OF[mention.head], reading, heard)


def _pronoun(pronoun: str, reading: SentenceReading, heard: _Heard) -> Resolved | None:
    """The one person (or body, for ``it``; or crowd, for ``they``) that spoke last.

    In this paragraph, else in the one before with a speaker. Where two may be meant, it is (but for ``they``) the one
    of the last sentence that tells of any; where that has two as well, or somebody is named as the hearer, the pronoun
    stands for nobody. Who only stood in a sentence counts for a person, and for a body where none spoke.
    """
    fitting = is_person if pronoun in _PERSONAL else is_crowd if pronoun == "they" else _is_one_body
    near = [
        turn
        for turn in heard.turns
        if reading.index - turn.sentence
        <= (_PARAGRAPH_REACH if turn.paragraph == reading.paragraph else _PRONOUN_REACH)
        and (pronoun in _PERSONAL if turn.entity is None else fitting(heard.entities[turn.entity]))
    ]
    if pronoun not in _PERSONAL:
        near = [turn for turn in near if turn.spoke] or near
    paragraph = max((turn.paragraph for turn in near), default=None)
    agreeing = [turn for turn in near if turn.paragraph == paragraph and _agrees(pronoun, turn, heard)]
    fits = {turn.entity for turn in agreeing}
    if len(fits) > 1 and paragraph == reading.paragraph and pronoun != "they":
        fits = _nearest(pronoun, agreeing, reading, heard) or fits
    single = next(iter(fits)) if len(fits) == 1 else None
    return Resolved(single, inferred=True) if single is not None else None


def _nearest(
    pronoun: str, agreeing: Sequence[_Turn], reading: SentenceReading, heard: _Heard
) -> set[int | None] | None:
    """The one of the last sentence that tells of any; None where a given name makes an earlier one likelier.

    Most given names in ``a`` are women's: a ``she`` behind Amina and Joren may be either of them.
    """
    last = max(turn.sentence for turn in agreeing)
    fits = {turn.entity for turn in agreeing if turn.sentence == last}
    entity = next(iter(fits))
    if last >= reading.index or len(fits) > 1 or entity is None:
        return None
    if pronoun not in ("he", "she") or heard.entities[entity].gender == pronoun:
        return fits
    others = [turn.entity for turn in agreeing if turn.entity is not None and turn.entity != entity]
    leans = _is_in_a(heard.entities[entity])
    if any(_is_in_a(heard.entities[other]) is not leans for other in others) and leans is (pronoun == "he"):
        return None
    return fits


def _is_in_a(entity: Entity) -> bool:
    """Whether an actor's given name ends in ``a``."""
    return entity.mention.named and entity.mention.name.split(" ", 1)[0].endswith("a")


def _is_one_body(entity: Entity) -> bool:
    """Whether ``it`` may stand for the actor: a body told by no plural (``police``)."""
    return is_body(entity) and not is_crowd(entity)


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
        if not fits and entity.first == entities[0].first:
            fits = [
                other
                for other, candidate in enumerate(entities)
                if target[other] == other and is_opened(entity, candidate)
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
