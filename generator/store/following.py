"""Records that no person touched: they say what the machine says, under the ids that their entries have."""

from collections.abc import Collection
from typing import Any

from generator.model.incident import Incident
from generator.store.matching import recognise
from generator.store.schema import read_incident
from generator.store.units import Item, plain
from generator.store.wire import as_data

_PEOPLES = ("aliases", "proposals", "status")


def is_untouched(ours: Incident, base: Incident) -> bool:
    """Whether a record says what the machine said last, and nothing else."""
    last: Item = as_data(base)
    gone = {(each["list"], each["id"]) for each in last.pop("rejected", ())}
    return _plain(as_data(ours), frozenset()) == _plain(last, gone)


def _plain(record: Item, gone: Collection[tuple[str, str]]) -> dict[str, Any]:
    """The record without the places of its passages and the order of what has ids; without what the machine dropped."""
    done: dict[str, Any] = {}
    for name, value in record.items():
        if isinstance(value, list) and isinstance(value[0], dict) and "id" in value[0]:
            kept = {each["id"]: plain(each) for each in value if (name, each["id"]) not in gone}
            done |= {name: kept} if kept else {}
        else:
            done[name] = plain(value)
    return done


def is_told_whole(ours: Incident, theirs: Incident) -> bool:
    """Whether the machine's word draws on all documents of a record."""
    told = {each.sha256 for each in theirs.documents}
    return all(each.sha256 in told for each in ours.documents)


def followed(ours: Incident, theirs: Incident) -> Incident:
    """The machine's word under the ids that a record knows its entries by.

    Args:
        ours: a record that no person touched.
        theirs: what takes its place.

    Raises:
        InvalidRecord: that is no record that could be stored.
    """
    said = {key: value for key, value in as_data(theirs).items() if key not in _PEOPLES}
    news = recognise(said, {}, as_data(ours))  # with a base, entries of documents that left would stay as they were
    return read_incident({**news.record, "id": ours.id}, {}, f"content/incidents/{ours.id}.yml")
