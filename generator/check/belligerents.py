"""Losses that nobody but the enemy tells of: parties to a fight count the other side's dead as it suits them."""

import re
from collections.abc import Iterator
from enum import Enum, auto

from generator.check.finding import Spot, quoted
from generator.model.claim import Claim, Toll
from generator.model.finding import Finding
from generator.model.incident import Actor, Incident, Record
from generator.model.vocabulary import ActorType, Category, ClaimKind, Outcome

_LOSSES = frozenset((Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES, Outcome.SURRENDERED))
"""Outcomes that are one side's loss and the other's success; arrests are told by those who make them."""

_FORCE = re.compile(r"\b(?:arm(?:y|ed forces)|military|police|troops|defen[cs]e|navy|air force|security forces?)\b")
_SPEAKS_FOR_THE_STATE = frozenset((ActorType.STATE_FORCE, ActorType.GOVERNMENT))
_PERSONS = frozenset((ActorType.OFFICIAL, ActorType.PERSON))


class _Side(Enum):
    """Which side of a fight somebody is on."""

    STATE = auto()
    ARMED_GROUP = auto()


_LOSERS = {Category.MILITANTS: _Side.ARMED_GROUP, Category.SECURITY_FORCES: _Side.STATE}


def check_belligerents(record: Record) -> tuple[Finding, ...]:
    """Figures of one side's losses that only its enemy gives (``enemy-figure``), as long as no editor has judged them.

    A figure counts as judged when it carries a review or a grade. Officials count with the state where their role names
    a force, so that a minister or a hospital's director does not.
    """
    return tuple(_of_record(record))


def _of_record(record: Record) -> Iterator[Finding]:
    incident = record.incident
    actors = {actor.id: actor for actor in incident.actors}
    replaced = {claim.supersedes.claim for claim in incident.claims if claim.supersedes is not None}
    for number, claim in enumerate(incident.claims):
        toll = claim.what
        if not isinstance(toll, Toll) or claim.id in replaced or claim.review is not None or claim.grade is not None:
            continue
        enemy = _enemy_of(toll, actors.get(claim.said.by))
        if enemy is None or _is_told_by_others(claim, toll, incident):
            continue
        yield Spot(record, ("claims", number, "said")).warning(
            "enemy-figure",
            expected=f"another source for the losses of {quoted(toll.who or toll.category.value)}",
            found=f"their enemy alone, {quoted(enemy.name)}",
            hint="say whose figure it is wherever it stands, then accept the claim or give it a grade",
        )


def _enemy_of(toll: Toll, speaker: Actor | None) -> Actor | None:
    """The speaker, where the counted persons are those whom he fights; a figure of zero tells of no loss."""
    if speaker is None or toll.outcome not in _LOSSES or toll.count == 0:
        return None
    mine, theirs = _side_of(speaker), _LOSERS.get(toll.category)
    if mine is None or theirs is None:
        return None
    return speaker if mine is not theirs or _is_doer(speaker, toll) else None


def _is_doer(speaker: Actor, toll: Toll) -> bool:
    """Whether the words that tell by whose hand it happened name the speaker, as between two armies."""
    doer = (toll.by or "").casefold()
    return any(name.casefold() in doer for name in (speaker.name, *speaker.aka)) if doer else False


def _side_of(actor: Actor) -> _Side | None:
    if actor.type is ActorType.ARMED_GROUP:
        return _Side.ARMED_GROUP
    if actor.type in _SPEAKS_FOR_THE_STATE:
        return _Side.STATE
    spoken_for = f"{actor.name} {actor.role or ''}".casefold()
    return _Side.STATE if actor.type in _PERSONS and _FORCE.search(spoken_for) else None


def _is_told_by_others(claim: Claim, toll: Toll, incident: Incident) -> bool:
    """Whether anybody who does not fight the counted persons counts the same loss or confirms this figure."""
    actors = {actor.id: actor for actor in incident.actors}
    speaker = actors[claim.said.by]
    between_armies = _side_of(speaker) is _LOSERS.get(toll.category)
    for other in incident.claims:
        if other.id == claim.id or not (_counts_the_same(other, toll) or _confirms(other, claim)):
            continue
        another = actors.get(other.said.by)
        if another is None or _side_of(another) is not _side_of(speaker):
            return True
        if between_armies and another.id != speaker.id:
            return True
    return False


def _counts_the_same(other: Claim, toll: Toll) -> bool:
    what = other.what
    return isinstance(what, Toll) and (what.outcome, what.category) == (toll.outcome, toll.category)


def _confirms(other: Claim, claim: Claim) -> bool:
    return other.kind is ClaimKind.CONFIRMATION and other.responds_to == claim.id
