"""Tombstones: each is that of an entry which is gone, from a list that there is."""

from collections.abc import Iterator

from generator.check.finding import Spot, quoted
from generator.model.finding import Finding
from generator.model.incident import Record

LISTS = ("documents", "actors", "places", "claims", "related")
"""Lists from which entries can be deleted."""


def check_tombstones(record: Record) -> tuple[Finding, ...]:
    """Tombstones of no list (``unknown-list``), and of what still stands there (``rejected-present``)."""
    return tuple(_of_record(record))


def _of_record(record: Record) -> Iterator[Finding]:
    incident = record.incident
    present = {
        "documents": {each.id for each in incident.documents},
        "actors": {each.id for each in incident.actors},
        "places": {each.id for each in incident.places},
        "claims": {each.id for each in incident.claims},
    }
    for number, tombstone in enumerate(incident.rejected):
        spot = Spot(record, ("rejected", number))
        if tombstone.list not in LISTS:
            yield spot.at("list").error(
                "unknown-list", expected="one of " + ", ".join(LISTS), found=quoted(tombstone.list)
            )
        elif tombstone.id in present.get(tombstone.list, ()):
            yield spot.at("id").warning(
                "rejected-present",
                expected=f"a deleted entry of {tombstone.list}",
                found=f"{tombstone.id}, which stands there",
                hint="take one of the two out",
            )
