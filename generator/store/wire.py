"""The frozen record as plain data: field names and key order of the contract, empty values left out.

Written by hand, without a schema library: this is the path of the batch form, a record for every document of a corpus.
"""

from collections.abc import Mapping

from generator.model.incident import (
    SCHEMA,
    Actor,
    Dates,
    Incident,
    Json,
    Place,
    Proposal,
    RelatedHeadline,
    SourceDocument,
    Status,
)
from generator.store.wireclaim import Data, citation_text, claim_data, filled

__all__ = ["Data", "as_data"]


def as_data(incident: Incident) -> Data:
    """A record as plain data: what the YAML file and the JSON line of a batch hold."""
    data: Data = {"schema": SCHEMA, "id": incident.id}
    if incident.aliases:
        data["aliases"] = list(incident.aliases)
    data["title"] = {"text": incident.title.text, "origin": incident.title.origin.value}
    data["types"] = [kind.value for kind in incident.types]
    if incident.status:
        data |= filled(status=_status(incident.status) or None)
    data["dates"] = _dates(incident.dates)
    if incident.summary:
        data["summary"] = [{"text": each.text, "claims": list(each.claims)} for each in incident.summary]
    data["documents"] = [_document(each) for each in incident.documents]
    if incident.actors:
        data["actors"] = [_actor(each) for each in incident.actors]
    if incident.places:
        data["places"] = [_place(each) for each in incident.places]
    if incident.claims:
        data["claims"] = [claim_data(each) for each in incident.claims]
    if incident.related:
        data["related"] = [_related(each) for each in incident.related]
    if incident.rejected:
        data["rejected"] = [filled(id=each.id, list=each.list, why=each.why, by=each.by) for each in incident.rejected]
    if incident.proposals:
        data["proposals"] = [_proposal(each) for each in incident.proposals]
    if incident.note:
        data["note"] = incident.note
    return data


def _status(status: Status) -> Data:
    return filled(
        withdrawn=status.withdrawn,
        by=status.by,
        since=str(status.since) if status.since else None,
        merged_into=status.merged_into,
    )


def _dates(dates: Dates) -> Data:
    data: Data = {"anchor": str(dates.anchor) if dates.anchor else None}
    if dates.start:
        data["start"] = str(dates.start)
    if dates.end:
        data["end"] = str(dates.end)
    if dates.days:
        data["days"] = list(dates.days)
    if dates.basis:
        data["basis"] = dates.basis
    return data


def _document(document: SourceDocument) -> Data:
    data: Data = {
        "id": document.id,
        "file": document.file,
        "sha256": document.sha256,
        "chars": document.chars,
        "story": str(document.story),
    }
    if document.related is not None:
        data["related"] = str(document.related)
    data |= filled(
        title=document.title,
        published=str(document.published) if document.published else None,
        publisher=document.publisher,
        url=document.url,
        language=document.language,
        encoding=document.encoding,
    )
    if document.absent:
        data["absent"] = list(document.absent)
    if document.replaces:
        data["replaces"] = document.replaces
    return data


def _actor(actor: Actor) -> Data:
    data: Data = {"id": actor.id, "name": actor.name, "type": actor.type.value}
    if actor.role:
        data["role"] = actor.role
    if actor.aka:
        data["aka"] = list(actor.aka)
    data["at"] = citation_text(actor.at)
    return data


def _place(place: Place) -> Data:
    data: Data = {"id": place.id, "name": place.name, "level": place.level.value}
    if place.within:
        data["in"] = place.within
    if place.country:
        data["country"] = place.country
    if place.lat is not None:
        data["lat"] = place.lat
    if place.lon is not None:
        data["lon"] = place.lon
    if place.gazetteer:
        data["gazetteer"] = place.gazetteer
    data["at"] = citation_text(place.at)
    return data


def _related(headline: RelatedHeadline) -> Data:
    data: Data = {
        "text": headline.text,
        "at": citation_text(headline.at),
        "link": headline.link,
        "relation": headline.relation.value,
    }
    if headline.why:
        data["why"] = headline.why
    return data


def _proposal(proposal: Proposal) -> Data:
    data: Data = {"at": proposal.at, "ours": _plain(proposal.ours), "theirs": _plain(proposal.theirs)}
    if proposal.why:
        data["why"] = proposal.why
    return data


def _plain(value: Json) -> object:
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value
