"""The incident record, schema ``incident/1``."""

from collections.abc import Mapping
from dataclasses import field

from generator.model.claim import Claim
from generator.model.partialdate import PartialDate
from generator.model.span import Citation, Span
from generator.model.values import value
from generator.model.vocabulary import ActorType, EventType, Origin, PlaceLevel, Relation

SCHEMA = "incident/1"

Json = None | bool | int | float | str | tuple["Json", ...] | Mapping[str, "Json"]
"""A value of a proposal, as the YAML file holds it; lists are tuples."""


@value
class Title:
    """The incident's headline and who wrote it."""

    text: str
    origin: Origin


@value
class Status:
    """That a record is no longer current.

    Attributes:
        withdrawn: the reason; the page stays, with a notice.
        by: who withdrew it.
        since: when.
        merged_into: id of the record that now holds this incident.
    """

    withdrawn: str | None = None
    by: str | None = None
    since: PartialDate | None = None
    merged_into: str | None = None


@value
class Dates:
    """When the incident happened.

    Attributes:
        anchor: publication day, from which relative days are counted, or None.
        basis: where the anchor comes from, in words.
        start: first day of the incident, as far as known.
        end: last day, as far as known.
        days: weekdays and other relative phrases as written.
    """

    anchor: PartialDate | None = None
    basis: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    days: tuple[str, ...] = ()


@value
class SummarySentence:
    """A sentence of the summary; every number in it stands in a cited claim.

    Attributes:
        text: plain prose.
        claims: ids of the claims that it rests on.
    """

    text: str
    claims: tuple[str, ...]


@value
class SourceDocument:
    """A document that the record draws on; immutable: a re-issued story is a new entry.

    Attributes:
        id: ``d1``, ``d2``, ... inside the record.
        file: name below ``seeds/``.
        sha256: hex digest of the bytes.
        chars: code points of the decoded text.
        story: span of the story.
        related: span of the block of related headlines.
        title: headline, where the document carries one.
        published: publication day, where stated.
        publisher: as stated.
        url: as stated, http or https.
        language: BCP 47 tag, as stated.
        encoding: ``cp1252`` where strict UTF-8 failed; None is UTF-8.
        absent: names of the fields that the document lacks.
        replaces: id of the earlier document that this one re-issues.
    """

    id: str
    file: str
    sha256: str
    chars: int
    story: Span
    related: Span | None = None
    title: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    encoding: str | None = None
    absent: tuple[str, ...] = ()
    replaces: str | None = None


@value
class Actor:
    """A person, office, force or group that speaks or acts.

    Attributes:
        id: short slug, unique in the record.
        name: fullest name the text gives.
        type: what kind of party.
        role: office or description in the text's words.
        aka: other names of the same actor, as written.
        at: where the name stands.
    """

    id: str
    name: str
    type: ActorType
    at: Citation
    role: str | None = None
    aka: tuple[str, ...] = ()


@value
class Place:
    """A place the text names.

    Attributes:
        id: short slug, unique in the record.
        name: as the text spells it.
        level: how large.
        within: id of the place that contains it (``in`` in the file).
        country: ISO 3166-1 alpha-2.
        lat: degrees north, WGS 84; only with ``gazetteer``.
        lon: degrees east, WGS 84; only with ``gazetteer``.
        gazetteer: id in a gazetteer (``geonames:1167528``).
        at: where the name stands.
    """

    id: str
    name: str
    level: PlaceLevel
    at: Citation
    within: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    gazetteer: str | None = None


@value
class RelatedHeadline:
    """A headline that a document lists beside its story.

    Attributes:
        text: as written.
        at: where it stands.
        link: id of the incident that covers it, or None.
        relation: how it stands to this incident.
        why: what the link rests on.
    """

    text: str
    at: Citation
    link: str | None = None
    relation: Relation = Relation.UNRESOLVED
    why: str | None = None


@value
class Tombstone:
    """What an editor deleted, so that it never comes back.

    Attributes:
        id: of the deleted item.
        list: where it stood (``claims``, ``actors``, ...).
        why: the reason.
        by: who deleted it.
    """

    id: str
    list: str
    why: str | None = None
    by: str | None = None


@value
class Proposal:
    """A machine change that met an edited or accepted value.

    Attributes:
        at: path of the value in the record.
        ours: the record's value.
        theirs: the machine's value.
        why: the reason for asking.
    """

    at: str
    ours: Json
    theirs: Json
    why: str | None = None


@value
class Incident:
    """One incident record; field order is the order in the file."""

    id: str
    title: Title
    types: tuple[EventType, ...]
    dates: Dates
    documents: tuple[SourceDocument, ...]
    aliases: tuple[str, ...] = ()
    status: Status | None = None
    summary: tuple[SummarySentence, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    claims: tuple[Claim, ...] = ()
    related: tuple[RelatedHeadline, ...] = ()
    rejected: tuple[Tombstone, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    note: str | None = None


@value
class Position:
    """A place in a text file: 1-based line and column, in code points."""

    line: int
    column: int


Path = tuple[str | int, ...]
"""Way from the top of a record file to a value: keys as the file spells them, 0-based list indexes."""


@value
class Record:
    """An incident together with the file it was read from.

    Attributes:
        incident: what the file says.
        file: name of the file relative to the workspace (``content/incidents/ID.yml``).
        text: the file's text.
        positions: where each key's value (or list item) begins in the file.
    """

    incident: Incident
    file: str
    text: str = ""
    positions: Mapping[Path, Position] = field(default_factory=dict)

    def position(self, path: Path) -> Position | None:
        """Where ``path`` stands, or the nearest value above it; None for a file without positions."""
        for length in range(len(path), -1, -1):
            found = self.positions.get(path[:length])
            if found is not None:
                return found
        return None
