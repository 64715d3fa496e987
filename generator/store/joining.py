"""Two records of one incident become one: what the second holds is added to the first, under ids that are free.

Documents, actors, places and claims that both have stay one entry; everything else of the second is added as it is.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from generator.model.incident import Incident
from generator.store.likeness import exact_claim
from generator.store.references import headline_key, renamed, roots_of
from generator.store.schema import read_incident
from generator.store.seals import is_sealed, seal_of, sealed
from generator.store.units import Item
from generator.store.wire import as_data

_LISTS = ("documents", "actors", "places", "claims")
_MOST_TYPES = 3

Names = dict[str, dict[str, str]]
"""For each list: ids of the second record, and as they are in the first."""


def new_names(first: Iterable[Incident], second: Iterable[Incident]) -> Names:
    """The ids under which the entries of one record come into another.

    Args:
        first: the record that stays, and its base.
        second: the record that goes into it, and its base.
    """
    ours, theirs = [as_data(each) for each in first], [as_data(each) for each in second]
    names: Names = {}
    for name, is_same in _SAME.items():
        taken = _ids(name, ours)
        there = _entries(name, ours)
        coming = [each for record in theirs for each in renamed(record, names).get(name, ())]
        known: dict[str, str] = {}
        for each in coming:
            twin = next((one["id"] for one in there if is_same(one, each)), None)
            if each["id"] not in known:
                known[each["id"]] = twin or _free(name, each["id"], {*taken, *known.values()})
        for gone in sorted(_ids(name, theirs) - known.keys()):
            known[gone] = _free(name, gone, {*taken, *known.values()})
        names[name] = known
    return names


def joined(first: Incident, second: Incident, names: Names) -> Incident:
    """The first record with all that the second holds; seals that held hold under the new ids.

    Raises:
        InvalidRecord: together they would break the schema.
    """
    record: Item = as_data(first)
    sound = {names["claims"][each.id] for each in second.claims if is_sealed(each)}
    other = renamed(as_data(second), names)
    for name in _LISTS:
        there = {each["id"] for each in record.get(name, ())}
        record[name] = [*record.get(name, ()), *(each for each in other.get(name, ()) if each["id"] not in there)]
    record["related"] = _together(record, other, "related", lambda each: headline_key(each, roots_of(record)))
    record["summary"] = _together(record, other, "summary", lambda each: each["text"])
    marks = [_moved(each, names) for each in other.get("rejected", ())]
    record["rejected"] = _together(record, {"rejected": marks}, "rejected", lambda each: f"{each['list']} {each['id']}")
    record["types"] = list(dict.fromkeys((*record["types"], *other["types"])))[:_MOST_TYPES]
    notes = dict.fromkeys(each["note"] for each in (record, other) if "note" in each)
    record = {key: value for key, value in record.items() if value != []}
    if notes:
        record["note"] = "\n".join(notes)
    incident = read_incident(record, {}, f"content/incidents/{first.id}.yml")
    claims = (
        sealed(each, state=each.review.state, by=each.review.by)
        if each.id in sound and each.review is not None and each.review.seal != seal_of(each)
        else each
        for each in incident.claims
    )
    return replace(incident, claims=tuple(claims))


def told_together(news: Iterable[Incident], name: str) -> tuple[Incident, ...]:
    """Incidents of one record, those that tell of the same documents as one.

    A record may hold several incidents of a document, where an editor merged them. Each alone would look as if the
    machine had dropped all that the others tell.

    Args:
        news: the incidents, oldest first.
        name: id of the record, whose own incident gives the title.

    Raises:
        InvalidRecord: together they would break the schema.
    """
    groups: dict[frozenset[str], list[Incident]] = {}
    for each in news:
        groups.setdefault(frozenset(source.sha256 for source in each.documents), []).append(each)
    whole = []
    for group in groups.values():
        first, *others = sorted(group, key=lambda each: each.id != name)
        for each in others:
            first = joined(first, each, new_names([first], [each]))
        whole.append(first)
    return tuple(whole)


def _together(record: Item, other: Item, name: str, key: Callable[[Item], str]) -> list[Item]:
    """The entries of both, equal ones once."""
    there = {key(each) for each in record.get(name, ())}
    return [*record.get(name, ()), *(each for each in other.get(name, ()) if key(each) not in there)]


def _moved(mark: Item, names: Names) -> Item:
    """A tombstone of a headline under its document's new id; the others follow their ids."""
    if mark["list"] != "related":
        return mark
    document, colon, text = mark["id"].partition(":")
    return {**mark, "id": f"{names['documents'].get(document, document)}{colon}{text}"}


def _entries(name: str, records: Iterable[Item]) -> list[Item]:
    return [each for record in records for each in record.get(name, ())]


def _ids(name: str, records: Iterable[Item]) -> set[str]:
    """The ids of a list that are in use, those of deleted entries among them."""
    kept = list(records)
    marks = {each["id"] for each in _entries("rejected", kept) if each["list"] == name}
    return marks | {each["id"] for each in _entries(name, kept)}


def _free(name: str, wanted: str, taken: Collection[str]) -> str:
    """The id itself where it is free, else the next one that is."""
    if name == "documents":
        number = 1
        while f"d{number}" in taken:
            number += 1
        return f"d{number}"
    free, number = wanted, 1
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free


def _is_one_document(one: Item, other: Item) -> bool:
    return bool(one["sha256"] == other["sha256"])


def _is_one_entry(one: Item, other: Item) -> bool:
    """Whether an actor or place of the second record says nothing that the first one's does not, wherever it stands."""
    return all(one.get(key) == value for key, value in other.items() if key not in ("id", "at"))


def _is_one_claim(one: Item, other: Item) -> bool:
    """Whether two claims are the same words of the same document; one that an editor worked on stays its own."""
    bare = all(key not in other for key in ("review", "grade", "note"))
    return bare and one["at"] == other["at"] and exact_claim(one) == exact_claim(other)


_SAME: dict[str, Callable[[Item, Item], bool]] = {
    "documents": _is_one_document,
    "actors": _is_one_entry,
    "places": _is_one_entry,
    "claims": _is_one_claim,
}
