"""References inside a record: every actor, place, claim and document that is named by its id is there."""

from collections.abc import Iterator

from generator.check.finding import Spot, quoted
from generator.model.claim import Claim, Event, Party, Whereabouts
from generator.model.finding import Finding
from generator.model.incident import Incident, Path, Record
from generator.model.values import value
from generator.model.vocabulary import DOCUMENT_VOICE


@value
class _Reference:
    """An id that a record names at ``path``, and what it is the id of."""

    kind: str
    id: str
    path: Path


_CODES = {"actor": "unknown-actor", "place": "unknown-place"}


def check_references(record: Record) -> tuple[Finding, ...]:
    """Ids that nothing in the record has: ``unknown-actor``, ``unknown-place``, else ``dangling-reference``."""
    incident = record.incident
    known = {
        "actor": [actor.id for actor in incident.actors],
        "place": [place.id for place in incident.places],
        "claim": [claim.id for claim in incident.claims],
        "document": [source.id for source in incident.documents],
    }
    return tuple(
        Spot(record, one.path).error(
            _CODES.get(one.kind, "dangling-reference"),
            expected=f"the id of one of the record's {one.kind}s",
            found=quoted(one.id),
            hint=_nearest(one, known[one.kind]),
        )
        for one in _references(incident)
        if one.id not in known[one.kind]
    )


def _nearest(reference: _Reference, known: list[str]) -> str:
    """What to do: take an id that begins alike, if there is one."""
    alike = [name for name in known if name.startswith(reference.id) or reference.id.startswith(name)]
    if alike:
        return f"is it {alike[0]}?"
    return f"add the {reference.kind}, or name another one"


def _references(incident: Incident) -> Iterator[_Reference]:
    for number, source in enumerate(incident.documents):
        if source.replaces is not None:
            yield _Reference("document", source.replaces, ("documents", number, "replaces"))
    for number, sentence in enumerate(incident.summary):
        yield from _listed("claim", sentence.claims, ("summary", number, "claims"))
    for number, place in enumerate(incident.places):
        if place.within is not None:
            yield _Reference("place", place.within, ("places", number, "in"))
    for number, claim in enumerate(incident.claims):
        yield from _of_claim(claim, ("claims", number))


def _of_claim(claim: Claim, path: Path) -> Iterator[_Reference]:
    if claim.said.by != DOCUMENT_VOICE:
        yield _Reference("actor", claim.said.by, (*path, "said", "by"))
    yield from _listed("place", claim.where, (*path, "where"))
    match claim.what:
        case Event(perpetrators=perpetrators, victims=victims):
            yield from _listed("actor", perpetrators, (*path, "what", "perpetrators"))
            yield from _listed("actor", victims, (*path, "what", "victims"))
        case Party(who=who):
            yield from _listed("actor", who, (*path, "what", "who"))
        case Whereabouts(places=places):
            yield from _listed("place", places, (*path, "what", "places"))
    if claim.supersedes is not None:
        yield _Reference("claim", claim.supersedes.claim, (*path, "supersedes", "claim"))
    if claim.part_of is not None:
        yield _Reference("claim", claim.part_of, (*path, "part_of"))
    if claim.responds_to is not None:
        yield _Reference("claim", claim.responds_to, (*path, "responds_to"))


def _listed(kind: str, ids: tuple[str, ...], path: Path) -> Iterator[_Reference]:
    return (_Reference(kind, one, (*path, number)) for number, one in enumerate(ids))
