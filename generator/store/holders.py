"""Which record a freshly extracted incident belongs to, whatever id it comes under.

An id is made of words that the extraction may find otherwise tomorrow; the documents are what stays.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from generator.model.incident import Incident

_DIGEST = 8


@dataclass(frozen=True, slots=True)
class Index:
    """The records of a workspace by what an incident can be known by.

    Attributes:
        ids: of the records that people edit, whatever their files are called.
        aliases: earlier ids, and the ids of the records that keep them.
        documents: sha256 of a document -> ids of the records that draw on it.
        stories: file or address of a document -> id of the record that draws on it.
        deleted: first digits of a document's sha256 -> id of a record that a person deleted.
    """

    ids: frozenset[str] = frozenset()
    aliases: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stories: Mapping[str, str] = field(default_factory=dict)
    deleted: Mapping[str, str] = field(default_factory=dict)


def index_records(incidents: Iterable[Incident], deleted: Iterable[str] = ()) -> Index:
    """The index of some records.

    Args:
        incidents: as people have them.
        deleted: ids that only the machine's last word still has.
    """
    known = sorted(incidents, key=lambda each: each.id, reverse=True)
    documents: dict[str, tuple[str, ...]] = {}
    for each in reversed(known):
        for source in each.documents:
            documents[source.sha256] = (*documents.get(source.sha256, ()), each.id)
    digests: dict[str, set[str]] = {}
    for name in deleted:
        digests.setdefault(name.rpartition("-")[2], set()).add(name)
    return Index(
        frozenset(each.id for each in known),
        {alias: each.id for each in known for alias in each.aliases},
        documents,
        {key: each.id for each in known for key in _stories(each)},
        {digest: next(iter(names)) for digest, names in digests.items() if len(names) == 1},
    )


def grouped(incidents: Iterable[Incident], index: Index) -> tuple[tuple[str, tuple[Incident, ...]], ...]:
    """Incidents by the record that they belong to, in the order in which the records first come up.

    That is, in order: the record of the same id, the one that keeps it as an earlier id, one that draws on the same
    document and that no other incident of it is known by, the one whose document is re-issued here under its file's
    name or its address, one that a person deleted; else a new one. Of one record the incidents stand by the day of
    publication as far as it is stated, else in the order given.
    """
    given = tuple(incidents)
    names = {
        each.id: index.aliases.get(each.id, each.id)
        for each in given
        if each.id in index.ids or each.id in index.aliases
    }
    names = {name: name if name in index.ids else holder for name, holder in names.items()}
    claimed = {(names[each.id], source.sha256) for each in given if each.id in names for source in each.documents}
    fresh: dict[str, tuple[str, str]] = {}
    groups: dict[str, list[Incident]] = {}
    for each in given:
        name = names.get(each.id) or _known(each, index, claimed) or _joined(each, fresh) or each.id
        claimed |= {(name, source.sha256) for source in each.documents}
        groups.setdefault(name, []).append(each)
        if name not in index.ids:
            fresh |= {key: (name, each.documents[0].sha256) for key in _stories(each) if key not in fresh}
    return tuple((name, tuple(sorted(group, key=_day))) for name, group in groups.items())


def _known(incident: Incident, index: Index, claimed: Collection[tuple[str, str]]) -> str | None:
    """The record that an incident of another id belongs to."""
    digests = [source.sha256 for source in incident.documents]
    for digest in digests:
        for name in index.documents.get(digest, ()):
            if (name, digest) not in claimed:
                return name
    if any(digest in index.documents for digest in digests):
        return None
    stories = (index.stories[key] for key in _stories(incident) if key in index.stories)
    deleted = (index.deleted[digest[:_DIGEST]] for digest in digests if digest[:_DIGEST] in index.deleted)
    return next(stories, None) or next(deleted, None)


def _joined(incident: Incident, fresh: Mapping[str, tuple[str, str]]) -> str | None:
    """The new record of this run whose document is re-issued here; two incidents of one document stay two."""
    for key in _stories(incident):
        name, digest = fresh.get(key, ("", ""))
        if name and digest not in [source.sha256 for source in incident.documents]:
            return name
    return None


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
