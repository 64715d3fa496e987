"""An incident as linked data (JSON-LD 1.1 in the words of schema.org), as far as its record supports it.

* The page is an ``Article``, based on its documents; a document is a ``NewsArticle`` with the day, publisher, address
  and language that it states, and without those that it lacks. The day on which a record came into the briefing is no
  day of publication and is left out; a later change dates the article.
* What happened is an ``Event``: with a day only where the record has one, with places, and with points of a gazetteer.
* What somebody says is a ``Claim`` with its words, its speaker, and the document in which it appears. There is no
  ``ClaimReview``: an editor accepts that a record tells its source rightly, not that the source is right, and nobody
  here rates truth.
"""

import json
from collections.abc import Iterator, Mapping

from generator.model.claim import Claim
from generator.model.incident import Actor, Incident, Place, SourceDocument
from generator.model.vocabulary import ActorType, PlaceLevel
from generator.render.addresses import claim_anchor, full_address, html_path, incident_path
from generator.render.site import Site
from generator.render.views.changes import changed_on
from generator.render.views.incidents import description_of, types_line

Node = dict[str, object]
"""A thing with its properties."""

_PARTIES = {
    ActorType.PERSON: "Person",
    ActorType.OFFICIAL: "Person",
    ActorType.GOVERNMENT: "GovernmentOrganization",
    ActorType.STATE_FORCE: "Organization",
    ActorType.ARMED_GROUP: "Organization",
    ActorType.ORGANISATION: "Organization",
    ActorType.COMPANY: "Corporation",
    ActorType.MEDIA: "NewsMediaOrganization",
}
"""What speaks; a crowd is neither a person nor a body, and is no author."""

_PLACES = {
    PlaceLevel.COUNTRY: "Country",
    PlaceLevel.REGION: "AdministrativeArea",
    PlaceLevel.PROVINCE: "AdministrativeArea",
    PlaceLevel.STATE: "State",
    PlaceLevel.DISTRICT: "AdministrativeArea",
    PlaceLevel.CITY: "City",
}

_MARKUP = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'"}
"""Signs that could end a script, begin a comment, or be taken for an entity; JSON has them in strings alone."""


def linked_data(incident: Incident, site: Site) -> str:
    """The incident as one line of ASCII that no parser of HTML takes for markup."""
    page = html_path(incident_path(incident.id))
    here = full_address(site.address, page) if site.address else page.rpartition("/")[2]
    graph = [
        _article(incident, site, here),
        _event(incident, here),
        *(_document(each, here) for each in incident.documents),
        *_claims(incident, here),
    ]
    data = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).translate(_MARKUP)


def _article(incident: Incident, site: Site, here: str) -> Node:
    return _known(
        {
            "@type": "Article",
            "@id": here,
            "url": here if site.address else None,
            "headline": incident.title.text,
            "description": description_of(incident),
            "articleSection": types_line(incident),
            "inLanguage": "en",
            "dateModified": changed_on(site.history.get(incident.id, ())),
            "publisher": {"@type": "Organization", "name": site.name},
            "mainEntity": {"@id": f"{here}#event"},
            "isBasedOn": [{"@id": _document_id(each.id, here)} for each in incident.documents],
        }
    )


def _event(incident: Incident, here: str) -> Node:
    """What happened; an event with no known day has none here either."""
    dates = incident.dates
    return _known(
        {
            "@type": "Event",
            "@id": f"{here}#event",
            "name": incident.title.text,
            "startDate": str(dates.start) if dates.start else None,
            "endDate": str(dates.end) if dates.end else None,
            "location": [_place(each, incident) for each in incident.places],
            "subjectOf": {"@id": here},
        }
    )


def _place(place: Place, incident: Incident) -> Node:
    outer = next((each.name for each in incident.places if each.id == place.within), None)
    point = place.gazetteer and place.lat is not None and place.lon is not None
    return _known(
        {
            "@type": _PLACES.get(place.level, "Place"),
            "name": place.name,
            "containedInPlace": {"@type": "Place", "name": outer} if outer else None,
            "address": {"@type": "PostalAddress", "addressCountry": place.country} if place.country else None,
            "geo": {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon} if point else None,
        }
    )


def _document_id(document: str, here: str) -> str:
    return f"{here}#document-{document}"


def _document(document: SourceDocument, here: str) -> Node:
    return _known(
        {
            "@type": "NewsArticle",
            "@id": _document_id(document.id, here),
            "headline": document.title,
            "datePublished": str(document.published) if document.published else None,
            "publisher": {"@type": "Organization", "name": document.publisher} if document.publisher else None,
            "url": document.url,
            "inLanguage": document.language,
        }
    )


def _claims(incident: Incident, here: str) -> Iterator[Node]:
    actors = {actor.id: actor for actor in incident.actors}
    for claim in incident.claims:
        yield _claim(claim, actors.get(claim.said.by), here)


def _claim(claim: Claim, speaker: Actor | None, here: str) -> Node:
    return _known(
        {
            "@type": "Claim",
            "@id": f"{here}#{claim_anchor(claim.id)}",
            "text": claim.quote,
            "author": _speaker(speaker) if speaker else None,
            "appearance": {"@id": _document_id(claim.at.document, here)},
        }
    )


def _speaker(actor: Actor) -> Node | None:
    kind = _PARTIES.get(actor.type)
    if kind is None:
        return None
    title = actor.role if kind == "Person" else None
    return _known({"@type": kind, "name": actor.name, "jobTitle": title})


def _known(properties: Mapping[str, object]) -> Node:
    """A thing with those of its properties that are known."""
    return {name: held for name, held in properties.items() if held not in (None, "", [])}
