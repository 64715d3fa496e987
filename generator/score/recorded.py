"""What records say, in the terms of a reading."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.model.claim import Claim, Event, Party, Toll
from generator.model.incident import Actor, Incident
from generator.model.values import value
from generator.model.vocabulary import DOCUMENT_VOICE, ActorType, Category, ClaimKind, Outcome

ORGANISED = frozenset(
    (ActorType.ARMED_GROUP, ActorType.STATE_FORCE, ActorType.ORGANISATION, ActorType.GOVERNMENT, ActorType.COMPANY)
)
"""Parties that act as a body."""

SPEECH_KINDS = frozenset(
    (
        ClaimKind.RESPONSIBILITY,
        ClaimKind.ACCUSATION,
        ClaimKind.DENIAL,
        ClaimKind.CONDEMNATION,
        ClaimKind.NO_CLAIM,
        ClaimKind.CONFIRMATION,
        ClaimKind.WARNING,
        ClaimKind.DEMAND,
    )
)
"""Kinds of claims that a reading lists as claims; tolls and statements have lists of their own."""


@value
class Named:
    """An actor as a record names it.

    Attributes:
        names: the name, then other names.
        organised: whether it acts as a body.
        person: whether it is a single person or officeholder.
    """

    names: tuple[str, ...]
    organised: bool = False
    person: bool = False


def actors_of(incident: Incident) -> dict[str, Named]:
    """Every actor of a record by id."""
    return {
        actor.id: Named(
            (actor.name, *actor.aka),
            organised=actor.type in ORGANISED,
            person=actor.type in (ActorType.PERSON, ActorType.OFFICIAL),
        )
        for actor in incident.actors
    }


def speaker_names(incident: Incident, claim: Claim) -> tuple[str, ...]:
    """What the speaker of a claim is called; the voice's own id for the document."""
    named = actors_of(incident).get(claim.said.by)
    return named.names if named else (claim.said.by,)


def perpetrators(incident: Incident) -> tuple[Named, ...]:
    """Who did it by the record: stated, claimed or accused, each once."""
    voices = {actor.id for actor in incident.actors if _is_voice(actor)}
    ids = dict.fromkeys(
        name
        for claim in incident.claims
        for name in _blamed(claim)
        if name != DOCUMENT_VOICE and not (claim.kind is ClaimKind.RESPONSIBILITY and name in voices)
    )
    return _named(incident, ids)


def _is_voice(actor: Actor) -> bool:
    """Whether an actor claims a deed for others: an officer, or a person told as spokesman or leader."""
    role = (actor.role or "").lower()
    spoken = actor.type is ActorType.PERSON and any(word in role for word in _SPEAKING)
    return actor.type is ActorType.OFFICIAL or spoken


_SPEAKING = ("spokes", "leader", "commander", "chief", "coordinator", "founder", "representative")


def claimers(incident: Incident) -> tuple[Named, ...]:
    """Who claimed responsibility, each once."""
    ids = dict.fromkeys(
        name
        for claim in incident.claims
        if claim.kind is ClaimKind.RESPONSIBILITY
        for name in _responsible(claim)
        if name != DOCUMENT_VOICE
    )
    return _named(incident, ids)


def _named(incident: Incident, ids: dict[str, None]) -> tuple[Named, ...]:
    actors = actors_of(incident)
    return tuple(actors.get(name, Named((name,))) for name in ids)


def _blamed(claim: Claim) -> tuple[str, ...]:
    if isinstance(claim.what, Event):
        return claim.what.perpetrators
    if isinstance(claim.what, Party) and claim.what.of is not None:
        return ()
    if claim.kind is ClaimKind.RESPONSIBILITY:
        return _responsible(claim)
    return claim.what.who if claim.kind is ClaimKind.ACCUSATION and isinstance(claim.what, Party) else ()


def _responsible(claim: Claim) -> tuple[str, ...]:
    if isinstance(claim.what, Party) and claim.what.of is not None:
        return ()
    who = claim.what.who if isinstance(claim.what, Party) else ()
    return who or (claim.said.by,)


def toll_claims(
    incidents: Sequence[Incident], kind: ClaimKind = ClaimKind.TOLL
) -> Iterator[tuple[Incident, Claim, Toll]]:
    """Every figure of persons told as news, current or not; with ``background``, those of other events."""
    for incident in incidents:
        for claim in incident.claims:
            if claim.kind is kind and isinstance(claim.what, Toll):
                yield incident, claim, claim.what


def current_total(incidents: Sequence[Incident], outcome: Outcome) -> int | None:
    """Persons to whom it happened by the current figures; None where no record says.

    In each record the overall figure counts if it covers the rest, else the largest of each category are added up:
    parts and superseded figures are left out.
    """
    totals = [total for incident in incidents if (total := _total(incident, outcome)) is not None]
    return sum(totals) if totals else None


def _total(incident: Incident, outcome: Outcome) -> int | None:
    replaced = {claim.supersedes.claim for claim in incident.claims if claim.supersedes}
    most: dict[Category, int] = defaultdict(int)
    for _, claim, toll in toll_claims((incident,)):
        if toll.outcome is outcome and toll.count is not None and not claim.part_of and claim.id not in replaced:
            most[toll.category] = max(most[toll.category], toll.count)
    if not most:
        return None
    rest = sum(count for category, count in most.items() if category is not Category.UNSPECIFIED)
    overall = most.get(Category.UNSPECIFIED)
    return overall if overall is not None and overall >= rest else rest + (overall or 0)


def statements(incidents: Sequence[Incident]) -> Iterator[tuple[str, str]]:
    """Names of the speaker and words of every claim that somebody makes."""
    for incident in incidents:
        for claim in incident.claims:
            if claim.said.by != DOCUMENT_VOICE:
                yield " ".join(speaker_names(incident, claim)), claim.quote
