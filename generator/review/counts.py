"""Gains and losses by field over all records: whether a change of documents or rules made the records richer."""

from collections.abc import Iterable, Iterator, Mapping

from generator.model.incident import Incident
from generator.model.vocabulary import ClaimKind
from generator.review.comparison import FieldCount, RecordChange
from generator.review.values import claim_values, record_values

_CLAIM_FIELDS = (
    "figure", "counted", "category", "scope", "when", "where", "speaker", "day of speaking", "perpetrators", "victims",
    "targets", "weapons", "against or about", "replaces", "part of", "answers",
)  # fmt: skip
_RECORD_FIELDS = ("types", "publication day", "first day", "last day", "summary")


def count_fields(changes: Iterable[RecordChange]) -> tuple[FieldCount, ...]:
    """How many values each field gained, lost and changed; claims are counted by kind, headlines by their links."""
    before: dict[tuple[str, str], str] = {}
    after: dict[tuple[str, str], str] = {}
    names: dict[str, None] = dict.fromkeys(_names())
    for change in changes:
        drifted = {each.old.id: each.new.id for each in change.changed if each.old and each.new}
        for values, incident, ids in ((before, change.old, drifted), (after, change.new, {})):
            if incident is not None:
                values.update(((name, f"{change.file} {key}"), value) for name, key, value in _values(incident, ids))
    counted = {name: [0, 0, 0] for name in names}
    for place in dict.fromkeys((*before, *after)):
        was, now = before.get(place), after.get(place)
        if was != now:
            counted[place[0]][0 if was is None else 1 if now is None else 2] += 1
    return tuple(FieldCount(name, *numbers) for name, numbers in counted.items() if any(numbers))


def _names() -> Iterator[str]:
    yield from (_claims(kind) for kind in ClaimKind)
    yield from _CLAIM_FIELDS
    yield from _RECORD_FIELDS
    yield from ("documents", "actors", "places", "coordinates", "linked headlines", "reviews")


def _claims(kind: ClaimKind) -> str:
    return f"claims: {kind.value}"


def _values(incident: Incident, ids: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Field, key within the record, value; claims go by the ids that they have now."""
    stated = record_values(incident)
    yield from ((name, "", stated[name]) for name in _RECORD_FIELDS if name in stated)
    for claim in incident.claims:
        key = ids.get(claim.id, claim.id)
        yield _claims(claim.kind), key, ""
        values = claim_values(claim, incident)
        yield from ((name, key, values[name]) for name in _CLAIM_FIELDS if name in values)
        if claim.review is not None:
            yield "reviews", key, claim.review.state
    yield from (("documents", each.sha256, each.file) for each in incident.documents)
    yield from (("actors", each.id, each.name) for each in incident.actors)
    for place in incident.places:
        yield "places", place.id, place.name
        if place.lat is not None:
            yield "coordinates", place.id, f"{place.lat} {place.lon}"
    yield from (("linked headlines", each.text, each.link) for each in incident.related if each.link is not None)
