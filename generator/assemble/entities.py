"""Actors while their mentions are gathered: when two names are one actor, and what a mention adds."""

from dataclasses import dataclass, replace

from generator.assemble.names import fold
from generator.model.mention import ActorMention
from generator.model.vocabulary import ActorType

_PERSONS = frozenset((ActorType.PERSON, ActorType.OFFICIAL))


_GENERIC = frozenset(
    (
        "official",
        "officials",
        "authorities",
        "sources",
        "source",
        "residents",
        "witnesses",
        "people",
        "villagers",
        "relatives",
    )
)
"""Heads of anonymous sources: two of them are not the same people."""


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor of a document while its mentions are gathered.

    Attributes:
        mention: the fullest mention.
        names: every written name, folded.
        aka: other written names, as written.
        first: number of the sentence that first mentions it.
    """

    mention: ActorMention
    names: frozenset[str]
    aka: tuple[str, ...]
    first: int


def new_entity(mention: ActorMention, sentence: int) -> Entity:
    """An actor of whom only one mention is known yet; ``sentence`` is the number of its sentence."""
    return Entity(mention, frozenset(map(fold, (mention.name, *mention.acronyms))), (), sentence)


def is_person(entity: Entity) -> bool:
    """Whether ``he`` or ``she`` may stand for the actor."""
    return entity.mention.type in _PERSONS


def is_same(mention: ActorMention, entity: Entity) -> bool:
    """Whether a mention may name an actor: the same name, a shorter form of it, or the office it holds."""
    other = entity.mention
    if mention.known is not None or other.known is not None:
        if mention.known == other.known:
            return True
        if mention.known is not None and other.known is not None:
            return False
    name = fold(mention.name)
    if name in entity.names:
        return True
    if mention.type in _PERSONS and other.type in _PERSONS:
        return _is_same_person(mention, other, name)
    if (mention.type in _PERSONS) is not (other.type in _PERSONS):
        return False
    if not mention.named and mention.head and mention.head == other.head and mention.head not in _GENERIC:
        return is_shorter(name, fold(other.name))
    return mention.named and other.named and is_shorter(name, fold(other.name))


def _is_same_person(mention: ActorMention, other: ActorMention, name: str) -> bool:
    if mention.named and other.named:
        words, full = name.split(), fold(other.name).split()
        return len(words) < len(full) and (words == full[-len(words) :] or (len(words) == 1 and words[0] in full[1:]))
    if not mention.named and not other.named:
        known = bool(mention.head) and mention.head == other.head and mention.head not in _GENERIC
        return known and is_shorter(name, fold(other.name))
    described, named = (other, mention) if mention.named else (mention, other)
    return (
        bool(described.head)
        and described.head == named.head
        and described.type is ActorType.OFFICIAL
        and _is_titled(described)
    )


def _is_titled(mention: ActorMention) -> bool:
    """Whether an unnamed office is one that only one person holds (``the chief minister``), not a rank in general."""
    return mention.head not in (
        "official",
        "officer",
        "soldier",
        "policeman",
        "captain",
        "doctor",
        "lawyer",
        "spokesman",
        "spokeswoman",
        "spokesperson",
    )


def is_shorter(short: str, full: str) -> bool:
    """Whether the one name ends the other: ``military`` and ``pakistans military``."""
    words, whole = short.split(), full.split()
    return 0 < len(words) < len(whole) and words == whole[-len(words) :]


def enriched(entity: Entity, mention: ActorMention) -> Entity:
    """The entity with what a further mention adds: a fuller name, a role, another name."""
    if mention.pronoun is not None:
        return entity
    best = entity.mention
    fuller = mention.named and (not best.named or len(mention.name) > len(best.name))
    role = mention.role or best.role
    kept, other = (mention, best) if fuller else (best, mention)
    if best.named and other.role and best.role:
        role = best.role
    aka = entity.aka
    if other.named and fold(other.name) != fold(kept.name) and other.name not in aka:
        aka = (*aka, other.name)
    kept = replace(
        kept,
        role=role,
        type=best.type if best.type is not ActorType.PERSON else kept.type,
        head=kept.head or other.head,
        known=kept.known or other.known,
    )
    return Entity(kept, entity.names | {fold(mention.name)}, aka, entity.first)


def is_fuller(candidate: Entity, entity: Entity) -> bool:
    """Whether the one actor is named more fully than the other."""
    return candidate.mention.named or len(candidate.mention.name) > len(entity.mention.name)
