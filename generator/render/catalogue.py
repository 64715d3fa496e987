"""The whole site by its keys, and one incident as it is seen from one page."""

from collections.abc import Iterable, Mapping

from generator.model.claim import Claim
from generator.model.headline import HeadlineEntry
from generator.model.incident import Actor, Incident, Place, SourceDocument
from generator.model.span import Citation
from generator.model.values import value
from generator.model.vocabulary import DOCUMENT_VOICE
from generator.render.addresses import (
    ACTORS,
    PLACES,
    claim_anchor,
    folded,
    incident_path,
    link_to,
    name_anchor,
    source_path,
    span_anchor,
)
from generator.render.phrase import Phrase, listing, phrase, quoted
from generator.render.site import Site

VOICE = "the document itself"
"""How pages call the document's own voice."""


@value
class Catalogue:
    """A site with its lists by key.

    Attributes:
        site: what the pages are made from.
        incidents: by id; an earlier id of a record leads to it too.
        sources: path of a document's page, by file name and sha256.
        entries: headline entries by their letters and digits.
    """

    site: Site
    incidents: Mapping[str, Incident]
    sources: Mapping[tuple[str, str], str]
    entries: Mapping[str, HeadlineEntry]

    @property
    def records(self) -> tuple[Incident, ...]:
        """The records, by id."""
        return tuple(sorted(self.site.incidents, key=lambda incident: incident.id))


def open_catalogue(site: Site) -> Catalogue:
    """The site by its keys; the result does not depend on the order of the records."""
    incidents: dict[str, Incident] = {}
    for incident in sorted(site.incidents, key=lambda each: each.id):
        incidents.update((alias, incident) for alias in incident.aliases if alias not in incidents)
    incidents.update((incident.id, incident) for incident in site.incidents)
    return Catalogue(
        site,
        incidents=incidents,
        sources=_source_paths(document for incident in site.incidents for document in incident.documents),
        entries={headline_key(entry.text): entry for entry in reversed(site.headlines)},
    )


def headline_key(text: str) -> str:
    """What a headline's spellings have in common: letters and digits, else the folded text."""
    even = folded(text)
    return "".join(sign for sign in even if sign.isalnum()) or even


def _source_paths(documents: Iterable[SourceDocument]) -> Mapping[tuple[str, str], str]:
    """One page a document; two files of the same bytes and slug are told apart by a number."""
    paths: dict[tuple[str, str], str] = {}
    taken: dict[str, int] = {}
    for key in sorted({(document.file, document.sha256) for document in documents}):
        path = source_path(*key)
        taken[path] = taken.get(path, 0) + 1
        paths[key] = path if taken[path] == 1 else f"{path.removesuffix('.md')}-{taken[path]}.md"
    return paths


@value
class Dossier:
    """One incident with its lists by id, as seen from the page at ``page``."""

    catalogue: Catalogue
    incident: Incident
    page: str
    claims: Mapping[str, Claim]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    documents: Mapping[str, SourceDocument]

    def claim_href(self, claim: str) -> str:
        """Link to a claim on the incident's page."""
        return link_to(incident_path(self.incident.id), claim_anchor(claim), seen_from=self.page)

    def source_href(self, at: Citation) -> str | None:
        """Link to a cited place in its document; without an anchor where the place lies outside the story."""
        document = self.documents.get(at.document)
        if document is None:
            return None
        inside = document.story.start <= at.span.start < document.story.end
        path = self.catalogue.sources[document.file, document.sha256]
        return link_to(path, span_anchor(at.span) if inside else "", seen_from=self.page)

    def actor(self, identifier: str, *, linked: bool = False) -> Phrase:
        """The actor's name, ``the document itself`` for its own voice, or the bare id where the record names nobody."""
        if identifier == DOCUMENT_VOICE:
            return phrase(VOICE)
        actor = self.actors.get(identifier)
        if actor is None:
            return phrase(quoted(identifier))
        anchor = name_anchor("a", actor.name, actor.type.value)
        return phrase(quoted(actor.name, href=link_to(ACTORS, anchor, seen_from=self.page) if linked else None))

    def actor_list(self, identifiers: Iterable[str]) -> Phrase:
        """Names of actors as a list."""
        return listing(self.actor(identifier) for identifier in identifiers)

    def role(self, identifier: str) -> str | None:
        """The actor's office or description, in the text's words."""
        actor = self.actors.get(identifier)
        return actor.role if actor else None

    def place(self, identifier: str, *, linked: bool = False) -> Phrase:
        """The place's name, or the bare id where the record names none."""
        place = self.places.get(identifier)
        if place is None:
            return phrase(quoted(identifier))
        anchor = name_anchor("p", place.name, place.country or "")
        return phrase(quoted(place.name, href=link_to(PLACES, anchor, seen_from=self.page) if linked else None))


def open_dossier(catalogue: Catalogue, incident: Incident, page: str) -> Dossier:
    """The incident as the page at ``page`` shows it."""
    return Dossier(
        catalogue,
        incident,
        page,
        claims={claim.id: claim for claim in incident.claims},
        actors={actor.id: actor for actor in incident.actors},
        places={place.id: place for place in incident.places},
        documents={document.id: document for document in incident.documents},
    )
