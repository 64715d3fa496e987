"""What the search knows of each page: of an incident its place, parties, figures and claims; of a register its name."""

from collections.abc import Iterator
from dataclasses import replace

from generator.model.claim import Claim, Damage, Toll
from generator.model.hit import Hit
from generator.model.incident import Incident
from generator.model.page import Page
from generator.model.vocabulary import DOCUMENT_VOICE
from generator.render.addresses import actor_path, claim_anchor, incident_path, place_path
from generator.render.catalogue import VOICE, Catalogue, open_catalogue
from generator.render.encoding import data
from generator.render.site import Site
from generator.render.words import actor_words, counted, event_words, kind_words, level_words, shortened

_SUMMARY = 220
_QUOTE = 400
"""Code points that a result shows."""


def with_hits(pages: tuple[Page, ...], site: Site) -> tuple[Page, ...]:
    """The pages, each with what the search may find on it; a claim is found only where the page has its anchor."""
    catalogue = open_catalogue(site)
    hits = dict(_hits(catalogue))
    return tuple(replace(page, hits=_standing(page, hits[page.path])) if page.path in hits else page for page in pages)


def _standing(page: Page, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    return tuple(hit for hit in hits if not hit.anchor or f'id="{data(hit.anchor)}"' in page.text)


def _hits(catalogue: Catalogue) -> Iterator[tuple[str, tuple[Hit, ...]]]:
    for incident in catalogue.records:
        if not (incident.status and incident.status.merged_into):
            yield incident_path(incident.id), incident_hits(incident)
    for place in catalogue.registers.place_files:
        kind = " · ".join(level_words(level) for level in place.levels)
        spellings = " · ".join(place.spellings)
        yield place_path(*place.key), (Hit("", place.name, f"{kind}, {_met(place.met)}", spellings),)
    for actor in (each for each in catalogue.registers.actor_files if each.has_page):
        about = ", ".join((actor_words(actor.type), *actor.roles[:1], _met(actor.met)))
        yield actor_path(*actor.key), (Hit("", actor.name, about, " · ".join(actor.aliases)),)


def _met(incidents: tuple[object, ...]) -> str:
    return counted(len(incidents), "incident")


def incident_hits(incident: Incident) -> tuple[Hit, ...]:
    """The incident itself, then its claims in the order of the record."""
    kinds = " · ".join(event_words(kind) for kind in incident.types)
    summary = shortened(" ".join(sentence.text for sentence in incident.summary), _SUMMARY)
    names = " · ".join((*(place.name for place in incident.places), *(actor.name for actor in incident.actors)))
    voices = {actor.id: actor.name for actor in incident.actors} | {DOCUMENT_VOICE: VOICE}
    return (
        Hit("", incident.title.text, " — ".join(part for part in (kinds, summary) if part), names),
        *(_claim_hit(claim, voices.get(claim.said.by, claim.said.by)) for claim in incident.claims),
    )


def _claim_hit(claim: Claim, speaker: str) -> Hit:
    title = f"{kind_words(claim.kind)}: {speaker}"
    return Hit(claim_anchor(claim.id), title, shortened(claim.quote, _QUOTE), _figures(claim))


def _figures(claim: Claim) -> str:
    """The figures of a claim, as numbers: a text may have them in words."""
    what = claim.what
    if not isinstance(what, Toll | Damage):
        return ""
    return " ".join(str(count) for count in (what.count, what.upper) if count is not None)
