"""The deeds of the main event: which of those that a story tells belong to it, and whose they are."""

from collections.abc import Sequence

from generator.lexicon.roles import PARTY, SUSPECT
from generator.model.document import Document
from generator.model.mention import UNCASED_NAME, ActorMention, DeedMention
from generator.model.reading import ClaimMention, SentenceReading
from generator.model.values import replace, value
from generator.model.vocabulary import VIOLENT, ActorType, ClaimKind, EventType


@value
class Told:
    """A sentence with its deeds of the main event.

    Attributes:
        reading: the sentence.
        deeds: those of its deeds.
    """

    reading: SentenceReading
    deeds: tuple[DeedMention, ...]


def main_deeds(
    kind: EventType, readings: Sequence[SentenceReading], document: Document, *, operation: bool = False
) -> tuple[Told, ...]:
    """The sentences that tell the main event, with their deeds; earlier events and other types left out.

    ``operation`` tells that the story is of an operation or a fight, too, so that forces are parties beside the others.

    Of an event that nobody does, only deeds of violence are told, which somebody known did.
    """
    told = []
    for reading in readings:
        if reading.past:
            continue
        deeds = tuple(
            _with_sure_names(deed, document)
            for deed in reading.deeds
            if not deed.past and (_belongs(deed, kind) or (operation and deed.type is EventType.SECURITY_OPERATION))
        )
        if deeds:
            told.append(Told(reading, deeds))
    charged = any(
        claim.kind in _CHARGING and any(actor.named for actor in (*claim.party, claim.claimer) if actor is not None)
        for reading in readings
        for claim in reading.claims
    )
    return _known_doers(_with_parties_last(told, kind), kind, charged=charged, operation=operation)


_CHARGING = frozenset((ClaimKind.ACCUSATION, ClaimKind.RESPONSIBILITY))
"""Claims that name a party of the deed."""


def _with_parties_last(told: Sequence[Told], kind: EventType) -> list[Told]:
    """The deeds with those who are only called doers left out, but for the first where the story names nobody else."""
    telling = [Told(each.reading, tuple(deed for deed in each.deeds if deed.rule != PARTY)) for each in told]
    if kind not in _BETWEEN_FORCES and not any(deed.perpetrators for each in telling for deed in each.deeds):
        first = next((each for each in told if any(deed.rule == PARTY for deed in each.deeds)), None)
        telling = [whole if whole is first else each for whole, each in zip(told, telling, strict=True)]
    return [each for each in telling if each.deeds]


def _known_doers(told: Sequence[Told], kind: EventType, *, charged: bool, operation: bool) -> tuple[Told, ...]:
    """The deeds without doers who are only called after the deed, where others are named, and without its avengers.

    Forces that harm somebody while others attack, or harm the attackers, are no party of the attack, unless the event
    is a clash or an operation.
    """
    doers = [actor for each in told for deed in each.deeds for actor in deed.perpetrators]
    attacked = kind not in _BETWEEN_FORCES and not all(map(_is_force, doers)) and not _is_by_forces(told)
    rivals = [actor for actor in doers if not _is_force(actor)]
    others = doers if kind is EventType.AIR_STRIKE else rivals
    named = any(actor.rule not in ("doer-deed", SUSPECT) for actor in others)
    alone = not rivals
    culprits = {actor.name.rsplit(" ", 1)[-1] for actor in doers if actor.type is ActorType.PERSON and actor.named}
    generic = {actor.name for actor in doers if _is_somebody(actor)}
    solved = len(culprits) == 1 and 0 < len(generic) <= _FEW

    def stays(deed: DeedMention, actor: ActorMention) -> bool:
        avenges = actor.rule == "avenger" and kind not in _BETWEEN_FORCES and not (alone and kind not in _SUSPECTED)
        foreign = actor.type is ActorType.GOVERNMENT and kind not in _OF_STATES
        return (
            not avenges
            and (kind in _SUSPECTED or not _is_suspect(actor))
            and not foreign
            and not (named and actor.rule in ("doer-deed", SUSPECT))
            and not (attacked and _is_force(actor) and not (operation and _carries_out(deed, actor)))
            and not (solved and _is_somebody(actor))
            and not (charged and actor.rule == "doer-deed" and actor.name == actor.head)
        )

    return tuple(
        Told(
            each.reading,
            tuple(
                replace(deed, perpetrators=tuple(actor for actor in deed.perpetrators if stays(deed, actor)))
                for deed in each.deeds
            ),
        )
        for each in told
    )


def _is_by_forces(told: Sequence[Told]) -> bool:
    """Whether the story opens with an attack that forces carried out (``Police opened fire on miners``)."""
    first = next(
        (deed for each in told[:1] if each.reading.index == 0 for deed in each.deeds if deed.perpetrators), None
    )
    if first is None or first.type is not EventType.ARMED_ATTACK:
        return False
    return all(_is_force(actor) and actor.rule != "avenger" for actor in first.perpetrators)


def _is_force(actor: ActorMention) -> bool:
    return actor.type is ActorType.STATE_FORCE or actor.rule in ("doer-forces", "avenger")


def _carries_out(deed: DeedMention, actor: ActorMention) -> bool:
    """Whether forces carry out an operation or fight, and do not only answer an attack."""
    sides = deed.type in (EventType.SECURITY_OPERATION, EventType.ARMED_CLASH)
    return sides and actor.rule != "avenger" and deed.rule not in _ARRESTS


_ARRESTS = frozenset(("arrest", "detain", "apprehend", "charge", "nab", "take into custody", "capture"))
"""Rules of deeds by which forces only catch whoever did it."""


def _is_somebody(actor: ActorMention) -> bool:
    """Whether one unnamed person is told, of whom a name in the story may tell who he is (``a man``)."""
    return actor.type is ActorType.CROWD and (actor.head in _SOMEBODY or actor.head.endswith("-year-old"))


_FEW = 2
"""Descriptions that may still be of one person."""
_SOMEBODY = frozenset(
    (
        *("man", "woman", "gunman", "suspect", "shooter", "attacker", "assailant", "teenager", "boy", "girl", "youth"),
        *("male", "female", "knifeman", "bomber", "driver", "killer", "stabber", "robber"),
    )
)


def _is_suspect(actor: ActorMention) -> bool:
    return actor.rule == SUSPECT


_SUSPECTED = (
    EventType.ASSASSINATION,
    EventType.BOMBING,
    EventType.ABDUCTION,
    EventType.HIJACKING,
    EventType.ARSON,
    EventType.CRIME,
)
"""Types of events of which those who are caught afterwards are suspected."""
_OF_STATES = (
    EventType.ARMED_ATTACK,
    EventType.ARMED_CLASH,
    EventType.AIR_STRIKE,
    EventType.ASSASSINATION,
    EventType.HIJACKING,
    EventType.SECURITY_OPERATION,
    EventType.WEAPONS_TEST,
)
"""Types of events that a country may be said to do."""
_BETWEEN_FORCES = (EventType.ARMED_CLASH, EventType.AIR_STRIKE, EventType.SECURITY_OPERATION)


def _with_sure_names(deed: DeedMention, document: Document) -> DeedMention:
    """The deed without names that only text in capitals could hide."""
    if all(victim.rule != UNCASED_NAME for victim in deed.victims):
        return deed
    sure = (victim for victim in deed.victims if victim.rule != UNCASED_NAME or victim.span.of(document.text).isupper())
    return replace(deed, victims=tuple(sure))


_APART = (
    frozenset((EventType.BOMBING, EventType.AIR_STRIKE)),
    frozenset((EventType.ABDUCTION, EventType.HIJACKING)),
    frozenset((EventType.ARSON, EventType.RIOT)),
    frozenset((EventType.SECURITY_OPERATION,)),
    frozenset((EventType.ARMED_CLASH,)),
    frozenset((EventType.WEAPONS_TEST, EventType.AIR_STRIKE)),
)
"""Types that are told apart from other attacks; what tells no type of its own belongs to each."""


def _belongs(deed: DeedMention, kind: EventType) -> bool:
    """Whether a deed may be one of the story: its own, or a further one of those who can only be doers."""
    if kind is EventType.PROTEST:
        bystanders = all(actor.rule == "doer-human" for actor in deed.perpetrators)
        return deed.type in VIOLENT and deed.type is not EventType.WEAPONS_TEST and not bystanders
    if kind is EventType.RIOT and deed.type is EventType.ARMED_CLASH:
        return True
    if kind not in VIOLENT:
        return deed.type in VIOLENT and deed.type not in _OF_FORCES and any(map(_is_sure, deed.perpetrators))
    if deed.type is EventType.OTHER or (kind in _SUSPECTED and any(map(_is_suspect, deed.perpetrators))):
        return True
    own = next((group for group in _APART if kind in group), None)
    if own is not None and kind is not EventType.ARMED_CLASH:
        belongs = deed.type in own or (deed.type is EventType.ARMED_ATTACK and kind is not EventType.ARSON)
    else:
        belongs = deed.type is kind or (deed.type in VIOLENT and not any(deed.type in group for group in _APART))
    answered = deed.type is EventType.SECURITY_OPERATION and any(actor.rule == "avenger" for actor in deed.perpetrators)
    if kind in (EventType.ARMED_ATTACK, EventType.ARMED_CLASH) and answered:
        return True
    return belongs or (deed.type in VIOLENT and deed.type not in _OF_FORCES and any(map(_is_sure, deed.perpetrators)))


_OF_FORCES = frozenset((EventType.SECURITY_OPERATION, EventType.WEAPONS_TEST))


def _is_sure(actor: ActorMention) -> bool:
    """Whether somebody is a doer by more than the verb behind him: armed, organised, or named for what he did."""
    return actor.rule not in ("doer-human", "doer-plain", SUSPECT) and not _is_force(actor)


def with_parties(readings: Sequence[SentenceReading], told: Sequence[Told]) -> tuple[SentenceReading, ...]:
    """The readings with doers and victims of the main event as parties, so that the cast holds them."""
    added = {each.reading.index: tuple(map(_as_party, each.deeds)) for each in told}
    return tuple(
        replace(reading, claims=(*reading.claims, *added[reading.index])) if reading.index in added else reading
        for reading in readings
    )


def _as_party(deed: DeedMention) -> ClaimMention:
    return ClaimMention(
        ClaimKind.EVENT, deed.span, None, deed.rule, party=(*deed.perpetrators, *deed.victims), type=deed.type
    )
