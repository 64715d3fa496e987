"""The whole site by its keys, and one incident as it is seen from one page."""

from collections.abc import Iterable, Mapping

from generator.model.claim import Claim
from generator.model.headline import HeadlineEntry
from generator.model.incident import Actor, Incident, Place, SourceDocument
from generator.model.span import Citation
from generator.model.values import value
from generator.model.vocabulary import DOCUMENT_VOICE
from generator.render.addresses import (
    actor_path,
    claim_anchor,
    folded,
    incident_path,
    link_to,
    place_path,
    source_path,
    span_anchor,
)
from generator.render.phrase import Phrase, listing, phrase, quoted
from generator.render.registers import Registers, actor_key, open_registers, place_key
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
        registers: places and named parties across the records.
    """

    site: Site
    incidents: Mapping[str, Incident]
    sources: Mapping[tuple[str, str], str]
    entries: Mapping[str, HeadlineEntry]
    registers: Registers

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
        registers=open_registers(site.incidents),
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
        """The actor's name, ``the document itself`` for its own voice, or the bare id where the record names nobody.

        Where it is to be linked it leads to the page of a party that the text names.
        """
        if identifier == DOCUMENT_VOICE:
            return phrase(VOICE)
        actor = self.actors.get(identifier)
        if actor is None:
            return phrase(quoted(identifier))
        file = self.catalogue.registers.actors.get(actor_key(actor)) if linked else None
        href = link_to(actor_path(*file.key), seen_from=self.page) if file and file.has_page else None
        return phrase(quoted(actor.name, href=href))

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
        file = self.catalogue.registers.places.get(place_key(place)) if linked else None
        return phrase(quoted(place.name, href=link_to(place_path(*file.key), seen_from=self.page) if file else None))


def incident_links(dossiers: Iterable[Dossier], page: str) -> tuple[Phrase, ...]:
    """Titles of incidents as links, each once."""
    incidents = {dossier.incident.id: dossier.incident for dossier in dossiers}
    return tuple(
        phrase(quoted(incident.title.text, href=link_to(incident_path(incident.id), seen_from=page)))
        for incident in incidents.values()
    )


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
