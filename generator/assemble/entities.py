"""Actors while their mentions are gathered: when two names are one actor, and what a mention adds."""

from generator.assemble.names import fold
from generator.assemble.titles import TITLES, gender_of
from generator.model.mention import ActorMention
from generator.model.values import replace, value
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


_BODY_NOUNS = frozenset(
    word
    for line in (
        "group company organisation organization agency movement party faction firm union association charity militia",
        "gang mission consortium council network newspaper station broadcaster channel alliance coalition front army",
        "institute",
        "ministry department authority office service utility operator airline body society foundation",
    )
    for word in line.split()
)
"""Nouns that point back to a body named before (``the company``)."""


@value
class Entity:
    """An actor of a document while its mentions are gathered.

    Attributes:
        mention: the fullest mention.
        names: every written name, folded.
        aka: other written names, as written.
        first: number of the sentence that first mentions it.
        gender: ``he`` or ``she`` where a pronoun or a noun has told it, or empty.
        keys: what its mentions may share with a further one.
    """

    mention: ActorMention
    names: frozenset[str]
    aka: tuple[str, ...]
    first: int
    gender: str = ""
    keys: frozenset[str] = frozenset()


def keys_of(mention: ActorMention) -> frozenset[str]:
    """What two mentions of one actor share at least one of: words of their names, the head noun, the lexicon's id."""
    words = fold(mention.name).split()
    for acronym in mention.acronyms:
        words += fold(acronym).split()
    if mention.head:
        words.append(f"{mention.head}/")
    if mention.known is not None:
        words.append(f"{mention.known}#")
    return frozenset(words)


def new_entity(mention: ActorMention, sentence: int) -> Entity:
    """An actor of whom only one mention is known yet; ``sentence`` is the number of its sentence."""
    names = frozenset([fold(name) for name in (mention.name, *mention.acronyms)])
    return Entity(mention, names, (), sentence, gender_of(mention), keys_of(mention))


def is_pointed_at(mention: ActorMention, entity: Entity) -> bool:
    """Whether a definite description may mean a named actor: the noun of its office or kind stands in its role."""
    other = entity.mention
    if not mention.rule.startswith("the-") and mention.rule != "definite":
        return False
    if not other.named:
        return False
    noun = mention.head.split()[-1] if mention.head else ""
    told = fold(f"{other.role or ''} {other.name}").split()
    if mention.type in _PERSONS and other.type in _PERSONS:
        titles = TITLES.get(noun, frozenset())
        return noun not in _GENERIC and (noun in told or not titles.isdisjoint(told))
    if (mention.type in _PERSONS) is not (other.type in _PERSONS) or are_foes(mention, other):
        return False
    words = fold(mention.name).split()
    return noun in _BODY_NOUNS and noun in told and all(word in told for word in words)


def is_person(entity: Entity) -> bool:
    """Whether ``he`` or ``she`` may stand for the actor."""
    mention = entity.mention
    plural = not mention.named and mention.head.endswith("s") and not mention.head.endswith("ss")
    return mention.type in _PERSONS and not plural


def is_crowd(entity: Entity) -> bool:
    """Whether ``they`` may stand for the actor: several persons told by one noun."""
    mention = entity.mention
    if mention.type is ActorType.CROWD or mention.head in ("police", "people"):
        return True
    noun = mention.head or mention.name.rsplit(" ", 1)[-1]
    return not mention.named and mention.type is not ActorType.MEDIA and noun.endswith("s") and not noun.endswith("ss")


def is_body(entity: Entity) -> bool:
    """Whether ``it`` may stand for the actor."""
    return not is_person(entity) and entity.mention.type is not ActorType.CROWD


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
    if (mention.type in _PERSONS) is not (other.type in _PERSONS) or are_foes(mention, other):
        return False
    if not mention.named and mention.head and mention.head == other.head and mention.head not in _GENERIC:
        return is_shorter(name, fold(other.name))
    return mention.named and other.named and is_shorter(name, fold(other.name))


def are_foes(mention: ActorMention, other: ActorMention) -> bool:
    """Whether a force and an armed group: ``the army`` is not the Liberation Army that it fights."""
    return {mention.type, other.type} == _FOES


_FOES = frozenset((ActorType.STATE_FORCE, ActorType.ARMED_GROUP))


def is_acronym(mention: ActorMention) -> bool:
    """Whether a mention is a name of capitals that may be short for another."""
    return len(mention.name) >= _LEAST_LETTERS and mention.name.isupper() and mention.name.isalpha()


def is_short_for(mention: ActorMention, other: ActorMention) -> bool:
    """Whether a name of capitals holds the first letters of another's name or office (``PPRO``)."""
    short = mention.name
    return any(
        words is not None and "".join(word[0] for word in words.split() if word[0].isupper()).endswith(short)
        for words in (other.name if other.named else None, other.role)
    )


_LEAST_LETTERS = 3


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
        gender = mention.pronoun if mention.pronoun in ("he", "she") else ""
        return (
            Entity(entity.mention, entity.names, entity.aka, entity.first, gender, entity.keys)
            if gender and not entity.gender
            else entity
        )
    best = entity.mention
    fuller = mention.named and (not best.named or len(mention.name) > len(best.name))
    role = mention.role or best.role
    kept, other = (mention, best) if fuller else (best, mention)
    if best.named and other.role and best.role:
        role = best.role
    aka = entity.aka
    if other.named and fold(other.name) != fold(kept.name) and other.name not in aka:
        aka = (*aka, other.name)
    kind = best.type if best.type is not ActorType.PERSON else kept.type
    head, known = kept.head or other.head, kept.known or other.known
    if (role, kind, head, known) != (kept.role, kept.type, kept.head, kept.known):
        kept = replace(kept, role=role, type=kind, head=head, known=known)
    gender = entity.gender or gender_of(mention)
    name = fold(mention.name)
    if kept is best and name in entity.names and aka is entity.aka and gender == entity.gender:
        return entity
    return Entity(kept, entity.names | {name}, aka, entity.first, gender, entity.keys | keys_of(mention))


def is_fuller(candidate: Entity, entity: Entity) -> bool:
    """Whether the one actor is named more fully than the other."""
    return candidate.mention.named or len(candidate.mention.name) > len(entity.mention.name)
