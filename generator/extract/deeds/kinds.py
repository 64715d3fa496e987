"""What kind of event a deed is, by who did it to whom."""

from generator.extract.deeds.frames import Front
from generator.extract.prose.chunks import Clause, phrase_from, phrases_before
from generator.lexicon.deedwords import DeedVerb
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention
from generator.model.vocabulary import ActorType, EventType

_STORMING = frozenset((EventType.ARMED_ATTACK, EventType.ARSON, EventType.CRIME, EventType.BOMBING))
"""Types of deeds that are a riot where a crowd does them."""


def kind_of_deed(
    verb: DeedVerb, doers: tuple[ActorMention, ...], harmed: frozenset[str], lexicon: Lexicon
) -> EventType | None:
    """The type of a deed: the verb's own, or a sharper one that its parties tell; None where nothing tells.

    Args:
        verb: the verb.
        doers: who did it.
        harmed: the words of whom or what it befell.
        lexicon: what the finders know.
    """
    roles, kind = lexicon.roles, verb.type
    if any(actor.head in roles.airborne for actor in doers):
        return EventType.AIR_STRIKE
    if doers and all(map(_is_force, doers)):
        if verb.raiding or (verb.bodily and not roles.militants.isdisjoint(harmed)):
            return EventType.SECURITY_OPERATION
    elif kind in _STORMING and not verb.bodily and doers and all(actor.head in roles.crowds for actor in doers):
        return EventType.RIOT
    if verb.rule == "seize" and any(map(_is_armed, doers)) and not roles.vessels.isdisjoint(harmed):
        return EventType.HIJACKING
    if kind is None and verb.bodily and any(map(_is_armed, doers)):
        return EventType.ARMED_ATTACK
    return kind


def _is_force(actor: ActorMention) -> bool:
    return actor.type is ActorType.STATE_FORCE or actor.rule in ("doer-forces", "avenger")


def _is_armed(actor: ActorMention) -> bool:
    return actor.type is ActorType.ARMED_GROUP or actor.rule == "doer-armed"


def harmed_words(clause: Clause, front: Front, end: int, *, passive: bool) -> frozenset[str]:
    """The words of whom or what a deed befell."""
    if passive:
        return frozenset(clause.lows[max(0, front.at - _NEAR_WORDS) : front.at])
    return frozenset(clause.lows[end : end + _NEAR_WORDS])


_NEAR_WORDS = 5


def is_assassination(
    clause: Clause, verb: DeedVerb, front: Front, end: int, lexicon: Lexicon, *, passive: bool
) -> bool:
    """Whether a person of public standing is killed."""
    if not verb.person or verb.type is EventType.ABDUCTION:
        return False
    if passive:
        return any(
            clause.lows[stop - 1] in lexicon.roles.prominent for _, stop in phrases_before(clause, front.at, lexicon)
        )
    stop = phrase_from(clause, end, lexicon)
    return stop > end and not lexicon.roles.prominent.isdisjoint(clause.lows[end:stop])


def is_flying(clause: Clause, end: int, lexicon: Lexicon) -> bool:
    """Whether what stands behind a verb flies: who shoots it down defends himself."""
    near = clause.lows[end : end + _SENT]
    return not lexicon.roles.airborne.isdisjoint(near) or not _FLYING.isdisjoint(near)


WARDING = frozenset(("shoot down", "intercept", "destroy", "down", "shoot", "neutralise", "neutralize"))
"""Verbs by which somebody defends himself against what flies."""
_FLYING = frozenset(("uav", "uavs", "projectile", "projectiles", "unmanned", "quadcopter", "quadcopters"))
_SENT = 7
"""Words behind a verb in which what flies is named."""
