"""The list of all actors: who they are and what they claim. The same folded name and type are one actor."""

from generator.model.incident import Actor
from generator.model.values import value
from generator.render.addresses import ACTORS, folded, incident_path, link_to, name_anchor
from generator.render.catalogue import Catalogue, Dossier, open_dossier
from generator.render.phrase import Phrase, phrase, plain, quoted
from generator.render.views.claims import claim_brief
from generator.render.words import actor_words, kind_words


@value
class ActorIncident:
    """An incident that an actor stands in.

    Attributes:
        title: as a link.
        claims: what the actor says there, each linked.
    """

    title: Phrase
    claims: tuple[Phrase, ...]


@value
class ActorEntry:
    """An actor.

    Attributes:
        anchor: id of the entry.
        name: as the first record spells it.
        kind: what kind of party.
        roles: offices and descriptions, in the texts' words.
        aliases: other names.
        incidents: where it stands.
    """

    anchor: str
    name: str
    kind: str
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    incidents: tuple[ActorIncident, ...]


def _claims_of(actor: Actor, dossier: Dossier) -> tuple[Phrase, ...]:
    found = []
    for claim in dossier.incident.claims:
        if claim.said.by == actor.id:
            words = plain(claim_brief(claim, dossier))
            brief = quoted(words, href=dossier.claim_href(claim.id))
            found.append(phrase(kind_words(claim.kind), ": ", brief))
    return tuple(found)


def _incident(actor: Actor, dossier: Dossier) -> ActorIncident:
    href = link_to(incident_path(dossier.incident.id), seen_from=ACTORS)
    return ActorIncident(phrase(quoted(dossier.incident.title.text, href=href)), _claims_of(actor, dossier))


def actor_entries(catalogue: Catalogue) -> tuple[ActorEntry, ...]:
    """All actors by name, then type."""
    found: dict[tuple[str, str], list[tuple[Actor, Dossier]]] = {}
    for incident in catalogue.records:
        dossier = open_dossier(catalogue, incident, ACTORS)
        for actor in incident.actors:
            found.setdefault((folded(actor.name), actor.type.value), []).append((actor, dossier))
    return tuple(_entry(found[key]) for key in sorted(found))


def _entry(found: list[tuple[Actor, Dossier]]) -> ActorEntry:
    first = found[0][0]
    return ActorEntry(
        anchor=name_anchor("a", first.name, first.type.value),
        name=first.name,
        kind=actor_words(first.type),
        roles=tuple(dict.fromkeys(actor.role for actor, _ in found if actor.role)),
        aliases=tuple(dict.fromkeys(name for actor, _ in found for name in actor.aka)),
        incidents=tuple(_incident(actor, dossier) for actor, dossier in found),
    )
