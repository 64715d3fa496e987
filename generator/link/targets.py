"""The incidents that a headline may lead to, each with what it can be recognised by."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.link.features import Features, event_kind, normalise_headline
from generator.model.claim import Toll
from generator.model.incident import Incident
from generator.model.values import value
from generator.model.vocabulary import ClaimKind, EventType, Outcome


@value
class Target:
    """A current incident, with the records merged into it, as headlines see it.

    Attributes:
        id: of the incident.
        title: folded title of the incident itself.
        headlines: folded titles and document titles -> what a reader calls that text.
        words: stem -> word, of all its titles.
        figures: numbers of its titles and the counts of its tolls, in digits.
        keys: key and folded name of each place and actor that it names.
        day: publication day or first day, where known.
        events: kinds of event that it is about (see `event_kind`).
        outcomes: what befell the persons whom it counts.
    """

    id: str
    title: str
    headlines: Mapping[str, str]
    words: Mapping[str, str]
    figures: frozenset[str]
    keys: frozenset[str]
    day: datetime.date | None
    events: frozenset[EventType] = frozenset()
    outcomes: frozenset[Outcome] = frozenset()


def read_targets(
    incidents: Iterable[Incident], pages: Mapping[str, str], features: Mapping[str, Features]
) -> tuple[Target, ...]:
    """The current incidents by id; a withdrawn one is no target.

    Args:
        incidents: all records.
        pages: id -> id of the incident that now holds it.
        features: title or document title -> what it is compared by.
    """
    held: dict[str, list[Incident]] = defaultdict(list)
    known = sorted(incidents, key=lambda incident: incident.id)
    owners = _title_owners(known)
    known = [_with_own_titles(incident, owners) for incident in known]
    for incident in known:
        page = pages.get(incident.id)
        if page is not None:
            held[page].append(incident)
    targets = []
    for page, records in sorted(held.items()):
        current = next((record for record in records if record.id == page and record.status is None), None)
        if current is not None:
            targets.append(_target(current, records, features))
    return tuple(targets)


def _title_owners(incidents: Iterable[Incident]) -> Mapping[tuple[str, str], frozenset[str]]:
    """Document and its title -> ids of the records that bear that title themselves."""
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for incident in incidents:
        for document in incident.documents:
            if document.title == incident.title.text:
                owners[document.sha256, document.title].add(incident.id)
    return {key: frozenset(ids) for key, ids in owners.items()}


def _with_own_titles(incident: Incident, owners: Mapping[tuple[str, str], frozenset[str]]) -> Incident:
    """The incident without titles of documents that tell it beside another one, whose title they bear."""
    documents = tuple(
        document
        if not document.title or incident.id in owners.get((document.sha256, document.title), (incident.id,))
        else replace(document, title=None)
        for document in incident.documents
    )
    return incident if documents == incident.documents else replace(incident, documents=documents)


def find_day(incident: Incident) -> datetime.date | None:
    """The publication day, else the first day, else the last day of the incident, where it is known to the day."""
    days = (incident.dates.anchor, incident.dates.start, incident.dates.end)
    return next((day.exact for day in days if day is not None and day.exact), None)


def title_texts(incident: Incident) -> tuple[str, ...]:
    """The incident's title and the titles of its documents."""
    return (incident.title.text, *(document.title for document in incident.documents if document.title))


def _target(current: Incident, records: Sequence[Incident], features: Mapping[str, Features]) -> Target:
    texts = [text for record in records for text in title_texts(record)]
    found = [features[text] for text in texts]
    words: dict[str, str] = {}
    for one in found:
        words = {**one.words, **words}
    return Target(
        id=current.id,
        title=normalise_headline(current.title.text),
        headlines=_headlines(current, records),
        words=words,
        figures=frozenset().union(_counts(current), *(one.figures for one in found)),
        keys=frozenset().union(*(_keys(record) for record in records), *map(_named, found)),
        day=find_day(current),
        events=frozenset(event_kind(kind) for record in records for kind in record.types),
        outcomes=frozenset(toll.outcome for record in records for toll in _tolls(record)),
    )


def _headlines(current: Incident, records: Sequence[Incident]) -> Mapping[str, str]:
    named = {normalise_headline(current.title.text): f"same words as the title of “{current.title.text}”"}
    for record in records:
        reason = f"same words as the earlier title “{record.title.text}”"
        named.setdefault(normalise_headline(record.title.text), reason)
        for document in record.documents:
            if document.title:
                reason = f"same headline as document {document.id} of “{record.title.text}”"
                named.setdefault(normalise_headline(document.title), reason)
    return named


def _tolls(incident: Incident) -> Iterator[Toll]:
    for claim in incident.claims:
        if claim.kind is ClaimKind.TOLL and isinstance(claim.what, Toll):
            yield claim.what


def _counts(incident: Incident) -> frozenset[str]:
    return frozenset(str(count) for toll in _tolls(incident) for count in (toll.count, toll.upper) if count is not None)


def _named(features: Features) -> frozenset[str]:
    return frozenset((*features.keys, *map(normalise_headline, features.keys.values())))


def _keys(incident: Incident) -> frozenset[str]:
    names = [place.name for place in incident.places]
    names += [name for actor in incident.actors for name in (actor.name, *actor.aka)]
    countries = (place.country for place in incident.places if place.country)
    return frozenset((*countries, *map(normalise_headline, names)))
