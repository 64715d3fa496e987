"""Ids: one of each."""

from collections.abc import Iterator, Sequence

from generator.check.finding import Spot, quoted
from generator.model.finding import Finding
from generator.model.incident import Path, Record

SUFFIX = ".yml"


def check_ids(record: Record) -> tuple[Finding, ...]:
    """Ids given twice inside a record (``duplicate-id``)."""
    return tuple(_twice(record))


def check_unique_ids(records: Sequence[Record]) -> tuple[Finding, ...]:
    """Ids and aliases that two records claim, at the later one by file name (``duplicate-id``).

    An id wins over an alias, whichever comes first.
    """
    ordered = sorted(records, key=lambda record: record.file)
    owner: dict[str, str] = {}
    findings = []
    ids = [(record, record.incident.id, ("id",)) for record in ordered]
    aliases: list[tuple[Record, str, Path]] = [
        (record, alias, ("aliases", number))
        for record in ordered
        for number, alias in enumerate(record.incident.aliases)
    ]
    for record, name, path in (*ids, *aliases):
        if name in owner:
            findings.append(
                Spot(record, path).error(
                    "duplicate-id",
                    expected="an id that no record has or had",
                    found=quoted(name),
                    hint=f"it belongs to {owner[name]}",
                )
            )
        owner.setdefault(name, record.file)
    return tuple(findings)


def file_id(file: str) -> str:
    """The id that a record file's name says: ``content/incidents/x.yml`` -> ``x``."""
    return file.rpartition("/")[2].removesuffix(SUFFIX)


def _twice(record: Record) -> Iterator[Finding]:
    incident = record.incident
    lists = {
        "documents": [source.id for source in incident.documents],
        "actors": [actor.id for actor in incident.actors],
        "places": [place.id for place in incident.places],
        "claims": [claim.id for claim in incident.claims],
    }
    for name, ids in lists.items():
        seen = set()
        for number, one in enumerate(ids):
            if one in seen:
                expected = f"an id that no other of the {name} has"
                yield Spot(record, (name, number, "id")).error("duplicate-id", expected=expected, found=quoted(one))
            seen.add(one)
