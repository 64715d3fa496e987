"""One record becomes two: what some of its documents say goes into another, under the same ids.

An entry that both parts name stays in both. Where its passage stands in a document of the other part, another one is
found for it in a document of its own.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from generator.model.incident import Incident, Title
from generator.model.vocabulary import Origin
from generator.store.references import document_of, is_founded, references, roots_of, without_absent
from generator.store.schema import read_incident
from generator.store.units import Item
from generator.store.wire import as_data

_NAMED = ("actors", "places")


def stories_of(incident: Incident, documents: Iterable[str]) -> frozenset[str]:
    """Some documents of a record, with all issues of the stories that they are of."""
    roots = roots_of(as_data(incident))
    wanted = {roots.get(each, each) for each in documents}
    return frozenset(each.id for each in incident.documents if roots.get(each.id, each.id) in wanted)


def part_of(incident: Incident, documents: Collection[str], texts: Mapping[str, str]) -> Incident:
    """The record as far as it rests on some of its documents, with all that people made of that.

    Args:
        incident: the record.
        documents: ids of those documents, all issues of each story.
        texts: id of a document -> its text, where it can be read.

    Raises:
        InvalidRecord: that is no record that could be stored.
    """
    record: Item = as_data(incident)
    claims = [each for each in record.get("claims", ()) if document_of(each) in documents]
    record["documents"] = [each for each in record["documents"] if each["id"] in documents]
    for key in _NAMED:
        cited = (_cited(each, documents, texts, _passages(key, each["id"], claims)) for each in record.get(key, ()))
        record[key] = [each for each in cited if document_of(each) in documents]
    record["places"] = _nested(record["places"])
    record["claims"] = _sound(claims, record)
    ids = {each["id"] for each in record["claims"]}
    record["summary"] = [each for each in record.get("summary", ()) if ids.issuperset(each["claims"])]
    record["related"] = [each for each in record.get("related", ()) if document_of(each) in documents]
    record["rejected"] = [each for each in record.get("rejected", ()) if _is_of(each, documents)]
    filled = {key: value for key, value in record.items() if value != []}
    part = read_incident(filled, {}, f"content/incidents/{incident.id}.yml")
    return replace(part, title=_title(incident, part))


def _passages(key: str, name: str, claims: Iterable[Item]) -> list[str]:
    """Where the claims stand that name an entry."""
    return [each["at"] for each in claims if (key, name) in references(each)]


def _cited(entry: Item, documents: Collection[str], texts: Mapping[str, str], passages: list[str]) -> Item:
    """An entry that claims name, with a passage in one of some documents: its name's, else that of such a claim."""
    if document_of(entry) in documents or not passages:
        return entry
    for name in (entry["name"], *entry.get("aka", ())):
        for document in sorted(texts.keys() & documents):
            start = texts[document].find(name)
            if start >= 0:
                return {**entry, "name": name, "at": f"{document}:{start}-{start + len(name)}"}
    return {**entry, "at": passages[0]}


def _nested(places: list[Item]) -> list[Item]:
    """The places, those whose larger place is not among them without it."""
    ids = {each["id"] for each in places}
    return [{key: value for key, value in each.items() if key != "in" or value in ids} for each in places]


def _sound(claims: list[Item], record: Item) -> list[Item]:
    """The claims, without what they name and the record has not."""
    present = {key: {each["id"] for each in record[key]} for key in ("documents", *_NAMED)}
    present["claims"] = {each["id"] for each in claims}
    return [without_absent(each, present) for each in claims if is_founded(each, present)]


def _is_of(mark: Item, documents: Collection[str]) -> bool:
    """Whether a tombstone may be of an entry of some documents; only that of a headline tells."""
    return mark["list"] != "related" or mark["id"].partition(":")[0] in documents


def _title(whole: Incident, part: Incident) -> Title:
    """The whole record's title where it may be of the part that has its first document; else the last document's."""
    own = [each.title for each in part.documents if each.title]
    is_ours = whole.documents[0] in part.documents or whole.title.text in own
    others = {each.title for each in whole.documents} - set(own)
    if not own or (is_ours and whole.title.text not in others):
        return whole.title
    return Title(own[-1], Origin.DOCUMENT)
