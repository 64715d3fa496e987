"""Which record a freshly extracted incident belongs to, whatever id it comes under.

An id is made of words that the extraction may find otherwise tomorrow; the documents are what stays.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from urllib.parse import urlsplit

from generator.model.incident import Incident
from generator.model.values import value

_DIGEST = 8


@value
class Index:
    """The records of a workspace by what an incident can be known by.

    Attributes:
        ids: of the records that people edit, whatever their files are called.
        aliases: earlier ids, and the ids of the records that keep them.
        documents: sha256 of a document -> ids of the records that draw on it.
        stories: file or address of a document -> ids of the records that draw on it.
        deleted: first digits of a document's sha256 -> id of a record that a person deleted.
        merged: id of a record that was merged into another -> id of the one that has its documents now.
    """

    ids: frozenset[str] = frozenset()
    aliases: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stories: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    deleted: Mapping[str, str] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)


def index_records(incidents: Iterable[Incident], deleted: Iterable[str] = ()) -> Index:
    """The index of some records.

    Args:
        incidents: as people have them.
        deleted: ids that only the machine's last word still has.
    """
    known = sorted(incidents, key=lambda each: each.id)
    documents: dict[str, tuple[str, ...]] = {}
    stories: dict[str, tuple[str, ...]] = {}
    for each in known:
        for source in each.documents:
            documents[source.sha256] = (*documents.get(source.sha256, ()), each.id)
        for key in dict.fromkeys(_stories(each)):
            stories[key] = (*stories.get(key, ()), each.id)
    digests: dict[str, set[str]] = {}
    for name in deleted:
        digests.setdefault(name.rpartition("-")[2], set()).add(name)
    return Index(
        frozenset(each.id for each in known),
        {alias: each.id for each in reversed(known) for alias in each.aliases},
        documents,
        stories,
        {digest: next(iter(names)) for digest, names in digests.items() if len(names) == 1},
        _merged({each.id: each for each in known}),
    )


def _merged(known: Mapping[str, Incident]) -> dict[str, str]:
    """Where the news of merged records go: as far as the documents went."""
    ends: dict[str, str] = {}
    for name, record in known.items():
        own = {source.sha256 for source in record.documents}
        place, seen = name, {name}
        while (status := known[place].status) is not None and status.merged_into in known.keys() - seen:
            after = str(status.merged_into)
            if own.isdisjoint(source.sha256 for source in known[after].documents):
                break
            place = ends[name] = after
            seen.add(after)
    return ends


def grouped(incidents: Iterable[Incident], index: Index) -> tuple[tuple[str, tuple[Incident, ...]], ...]:
    """Incidents by the record that they belong to, in the order in which the records first come up.

    That is, in order: the record of the same id, the one that keeps it as an earlier id, one that draws on the same
    document and that no other incident of it is known by, one whose document is re-issued here under its file's name
    or its address, one that a person deleted; else a new one. A record that was merged into another stands for that
    one. Of several incidents of a document each has its record, that of the same words in its id if there is one. Of
    one record the incidents stand by the day of publication as far as it is stated, else in the order given.
    """
    given = tuple(incidents)
    names = {
        each.id: index.aliases.get(each.id, each.id)
        for each in given
        if each.id in index.ids or each.id in index.aliases
    }
    names = {name: name if name in index.ids else holder for name, holder in names.items()}
    search = _Search(index, given)
    for each in given:
        if each.id in names:
            search.claim(each, names[each.id])
    groups: dict[str, list[Incident]] = {}
    for each in given:
        name = names.get(each.id) or search.known(each) or search.fresh(each) or each.id
        search.claim(each, name)
        groups.setdefault(index.merged.get(name, name), []).append(each)
    return tuple((name, tuple(sorted(group, key=_day))) for name, group in groups.items())


class _Search:
    """The search for the records of incidents, each of which may belong to one incident of a document."""

    def __init__(self, index: Index, given: Iterable[Incident]) -> None:
        self._index = index
        self._claimed: Counter[tuple[str, str]] = Counter()
        self._room = Counter(index.merged.values())
        self._siblings: dict[str, set[str]] = {}
        self._fresh: dict[str, tuple[str, ...]] = {}
        for each in given:
            for source in each.documents:
                self._siblings.setdefault(source.sha256, set()).add(_slug(each.id))

    def claim(self, incident: Incident, name: str) -> None:
        """Note that a record is that of an incident, and of no other of its document."""
        name = self._index.merged.get(name, name)
        self._claimed.update((name, source.sha256) for source in incident.documents)
        if name not in self._index.ids:
            for key in _stories(incident):
                self._fresh[key] = tuple(dict.fromkeys((*self._fresh.get(key, ()), name)))

    def known(self, incident: Incident) -> str | None:
        """The record that an incident of another id belongs to."""
        index, digests = self._index, [source.sha256 for source in incident.documents]
        if any(digest in index.documents for digest in digests):
            return self._free(incident, (name for digest in digests for name in index.documents.get(digest, ())))
        told = (name for key in _stories(incident) for name in index.stories.get(key, ()))
        deleted = (index.deleted[digest[:_DIGEST]] for digest in digests if digest[:_DIGEST] in index.deleted)
        return self._free(incident, told) or next(deleted, None)

    def fresh(self, incident: Incident) -> str | None:
        """The new record of this run whose document is re-issued here."""
        return self._free(incident, (name for key in _stories(incident) for name in self._fresh.get(key, ())))

    def _free(self, incident: Incident, candidates: Iterable[str]) -> str | None:
        """The record of the same words in its id; else the first that is no other incident's of the document."""
        digests = [source.sha256 for source in incident.documents]
        free = [name for name in candidates if all(self._has_room(name, digest) for digest in digests)]
        same = (name for name in free if _slug(name) == _slug(incident.id))
        siblings = {slug for digest in digests for slug in self._siblings[digest]}
        others = (name for name in free if self._room[name] or _slug(name) not in siblings)
        return next(same, None) or next(others, None)

    def _has_room(self, name: str, digest: str) -> bool:
        """Whether a record takes another incident of a document: one, and one for each record merged into it."""
        name = self._index.merged.get(name, name)
        return self._claimed[name, digest] <= self._room[name]


def _slug(name: str) -> str:
    """An id without the digits of its first document."""
    return name.rpartition("-")[0]


def is_older(incident: Incident, record: Incident) -> bool:
    """Whether all documents of an incident, new ones among them, appeared before one that the record draws on."""
    known = {source.sha256 for source in record.documents}
    if all(source.sha256 in known for source in incident.documents):
        return False
    days = [str(source.published) for source in record.documents if source.published]
    return bool(days and _day(incident)) and _day(incident) < max(days)


def _day(incident: Incident) -> str:
    return max((str(source.published) for source in incident.documents if source.published), default="")


def _stories(incident: Incident) -> Iterator[str]:
    for source in incident.documents:
        yield f"file {source.file}"
        if source.url and urlsplit(source.url).path.strip("/"):  # a publisher's front page tells no story
            yield f"url {source.url}"
