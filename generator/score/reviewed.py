"""Reviewed records as gold: what editors accepted is what a reader took from the documents."""

from collections.abc import Iterator
from dataclasses import replace

from generator.model.claim import Claim, Toll
from generator.model.gold import Gold, GoldClaim, GoldStatement, GoldToll
from generator.model.incident import Incident
from generator.model.vocabulary import DOCUMENT_VOICE, ClaimKind, Outcome, PlaceLevel, ReviewState
from generator.score.recorded import SPEECH_KINDS, claimers, current_total, perpetrators, speaker_names


def is_reviewed(incident: Incident) -> bool:
    """Whether editors gave their word on every claim of a record that still stands."""
    return incident.status is None and bool(incident.claims) and all(claim.review for claim in incident.claims)


def readings_of(incident: Incident) -> Iterator[tuple[str, Gold]]:
    """File and reading of each document of a reviewed record.

    Claims count for the document that they quote; what the record says as a whole (types, places, days, totals) is
    scored only where it rests on one document.
    """
    accepted = tuple(claim for claim in incident.claims if claim.review and claim.review.state is ReviewState.ACCEPTED)
    whole = replace(incident, claims=accepted)
    for document in incident.documents:
        own = tuple(claim for claim in accepted if claim.at.document == document.id)
        gold = Gold(
            relevant=True,
            tolls=tuple(_tolls(whole, own, ClaimKind.TOLL)),
            background=tuple(_tolls(whole, own, ClaimKind.BACKGROUND)),
            claims=tuple(GoldClaim(claim.kind, claim.quote) for claim in own if claim.kind in SPEECH_KINDS),
            statements=tuple(
                GoldStatement(" ".join(speaker_names(whole, claim)), claim.quote)
                for claim in own
                if claim.said.by != DOCUMENT_VOICE
            ),
        )
        yield document.file, _with_whole(gold, whole) if len(incident.documents) == 1 else gold


def _tolls(incident: Incident, claims: tuple[Claim, ...], kind: ClaimKind) -> Iterator[GoldToll]:
    for claim in claims:
        if claim.kind is kind and isinstance(claim.what, Toll):
            by = None if claim.said.by == DOCUMENT_VOICE else " ".join(speaker_names(incident, claim))
            yield GoldToll(claim.what.outcome, claim.what.count, by)


def _with_whole(gold: Gold, incident: Incident) -> Gold:
    start, end = incident.dates.start, incident.dates.end or incident.dates.start
    return replace(
        gold,
        types=tuple((kind.value,) for kind in incident.types),
        countries=tuple((code,) for code in dict.fromkeys(place.country for place in incident.places) if code),
        places=tuple((place.name,) for place in incident.places if place.level is not PlaceLevel.COUNTRY),
        dates=((str(start), str(end)),) if start and end and start.exact and end.exact else None,
        perpetrators=tuple(each.names for each in perpetrators(incident)),
        claimed_by=tuple(each.names for each in claimers(incident)),
        killed=current_total((incident,), Outcome.KILLED) or 0,
        injured=current_total((incident,), Outcome.INJURED) or 0,
    )
