"""The closed schema of a record: which fields each part of the file has, in canonical order.

A field that may be left out is ``NotRequired`` and still refuses null; null is a value only where the contract
gives it a meaning (a day that the text does not tell, a figure that is a word).
"""

from typing import Annotated, Literal, NotRequired

from pydantic import AfterValidator, Field
from typing_extensions import TypedDict

from generator.model.vocabulary import ActorType, EventType, Origin, PlaceLevel, Relation
from generator.store.claimentries import ClaimEntry
from generator.store.fields import (
    AnyValue,
    Cited,
    Count,
    Country,
    Day,
    DocumentId,
    FileName,
    Gazetteer,
    Language,
    Line,
    Lines,
    Prose,
    Range,
    Sha256,
    Slug,
    Slugs,
    Url,
    about,
    closed,
    fault,
    one_of,
)

AbsentField = Literal["title", "byline", "published", "publisher", "dateline", "url"]


@closed
class TitleEntry(TypedDict):
    """The headline of the incident."""

    text: Annotated[Line, about("Headline in plain words; every number in it must stand in a claim.")]
    origin: Annotated[Origin, one_of("Who wrote it: the program, the document or an editor.")]


@closed
class StatusEntry(TypedDict):
    """That the record is no longer current: withdrawn, or merged into another."""

    withdrawn: NotRequired[Annotated[Line, about("Why it was withdrawn; its page stays, with a notice.")]]
    by: NotRequired[Annotated[Line, about("Who withdrew it.")]]
    since: NotRequired[Annotated[Day, about("When it was withdrawn.")]]
    merged_into: NotRequired[Annotated[Slug, about("Id of the record that now holds the incident.")]]


@closed
class DatesEntry(TypedDict):
    """When the incident happened, as far as the documents tell."""

    anchor: NotRequired[Annotated[Day | None, about("Day of publication, from which weekdays count; null if unknown.")]]
    start: NotRequired[Annotated[Day | None, about("First day of the incident, as far as it is known.")]]
    end: NotRequired[Annotated[Day | None, about("Last day of the incident, as far as it is known.")]]
    days: NotRequired[Annotated[Lines, about("Weekdays and other relative words, as written.")]]
    basis: NotRequired[Annotated[Line, about("Where the anchor comes from.")]]


@closed
class SummaryEntry(TypedDict):
    """A sentence of the summary."""

    text: Annotated[Line, about("One sentence; every number in it must stand in a cited claim.")]
    claims: Annotated[Slugs, about("Ids of the claims that the sentence rests on.")]


@closed
class DocumentEntry(TypedDict):
    """A document that the record draws on."""

    id: Annotated[DocumentId, about("Short id inside this record.")]
    file: Annotated[FileName, about("Name below seeds/, with forward slashes.")]
    sha256: Annotated[Sha256, about("Digest of the document's bytes.")]
    chars: Annotated[Count, about("Length in code points.")]
    story: Annotated[Range, about("Where the story stands.")]
    related: NotRequired[Annotated[Range, about("Where the block of related headlines stands.")]]
    title: NotRequired[Annotated[Line, about("Headline that the document carries.")]]
    published: NotRequired[Annotated[Day, about("Day of publication, where the document states it.")]]
    publisher: NotRequired[Annotated[Line, about("Publisher, where the document states it.")]]
    url: NotRequired[Annotated[Url, about("Address, where the document states it.")]]
    language: NotRequired[Annotated[Language, about("Language tag, where the document states it.")]]
    encoding: NotRequired[Annotated[Literal["cp1252"], about("Encoding, where it is not UTF-8.")]]
    absent: NotRequired[Annotated[list[AbsentField], about("What the document does not tell about itself.")]]
    replaces: NotRequired[Annotated[DocumentId, about("Id of the earlier document that this one re-issues.")]]


@closed
class ActorEntry(TypedDict):
    """A person, office, force or group that speaks or acts."""

    id: Annotated[Slug, about("Short id inside this record.")]
    name: Annotated[Line, about("Fullest name that the text gives.")]
    type: Annotated[ActorType, one_of("What kind of party it is.")]
    role: NotRequired[Annotated[Line, about("Office or description, as the text says.")]]
    aka: NotRequired[Annotated[Lines, about("Other names of the same actor, as written.")]]
    at: Annotated[Cited, about("Where the name stands.")]


@closed
class PlaceEntry(TypedDict):
    """A place that the text names."""

    id: Annotated[Slug, about("Short id inside this record.")]
    name: Annotated[Line, about("Name, as the text spells it.")]
    level: Annotated[PlaceLevel, one_of("How large it is.")]
    within: NotRequired[Annotated[Slug, Field(alias="in"), about("Id of the place that contains it.")]]
    country: NotRequired[Annotated[Country, about("ISO 3166-1 code of two letters.")]]
    lat: NotRequired[Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False), about("Degrees north.")]]
    lon: NotRequired[Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False), about("Degrees east.")]]
    gazetteer: NotRequired[Annotated[Gazetteer, about("Id in a gazetteer; required with coordinates.")]]
    at: Annotated[Cited, about("Where the name stands.")]


@closed
class RelatedEntry(TypedDict):
    """A headline that a document lists beside its story."""

    text: Annotated[Line, about("Headline, as written.")]
    at: Annotated[Cited, about("Where it stands.")]
    link: NotRequired[Annotated[Slug | None, about("Id of the incident that covers it; null if none is known.")]]
    relation: NotRequired[Annotated[Relation, one_of("How it stands to this incident.")]]
    why: NotRequired[Annotated[Line, about("What the link rests on.")]]


@closed
class RejectedEntry(TypedDict):
    """What an editor deleted, so that it never comes back."""

    id: Annotated[Line, about("Id of the deleted item.")]
    list: Annotated[Line, about("The list it stood in.")]
    why: NotRequired[Annotated[Line, about("The reason.")]]
    by: NotRequired[Annotated[Line, about("Who deleted it.")]]


@closed
class ProposalEntry(TypedDict):
    """A change by the program that met an edited or accepted value."""

    at: Annotated[Line, about("Which value it is about.")]
    ours: Annotated[AnyValue, about("What the record says.")]
    theirs: Annotated[AnyValue, about("What the program reads in the document.")]
    why: NotRequired[Annotated[Line, about("Why it asks.")]]


def _checked_status(status: StatusEntry) -> StatusEntry:
    if ("withdrawn" in status) == ("merged_into" in status):
        raise fault("either `withdrawn` with the reason or `merged_into` with an id")
    return status


def _checked_place(place: PlaceEntry) -> PlaceEntry:
    if ("lat" in place) != ("lon" in place):
        raise fault("both `lat` and `lon`, or neither", field="lat" if "lat" in place else "lon")
    if "lat" in place and "gazetteer" not in place:
        raise fault("coordinates only with a `gazetteer` id", field="lat", hint="name the gazetteer or remove them")
    return place


@closed
class IncidentEntry(TypedDict):
    """An incident record: what documents say about one incident, every value with its place."""

    schema: Annotated[Literal["incident/1"], about("Version of this schema.")]
    id: Annotated[Slug, about("Id of the record and name of its file; it never changes.")]
    aliases: NotRequired[Annotated[Slugs, about("Earlier ids, which lead here.")]]
    title: Annotated[TitleEntry, about("Headline.")]
    types: Annotated[
        list[Annotated[EventType, Field(strict=False)]],
        Field(min_length=1, max_length=3),
        about("What happened, by the codebook, the main type first."),
    ]
    status: NotRequired[
        Annotated[StatusEntry, AfterValidator(_checked_status), about("Left out while the record is current.")]
    ]
    dates: Annotated[DatesEntry, about("When it happened.")]
    summary: NotRequired[Annotated[list[SummaryEntry], about("The incident in a few sentences.")]]
    documents: Annotated[list[DocumentEntry], Field(min_length=1), about("The documents it rests on.")]
    actors: NotRequired[Annotated[list[ActorEntry], about("Who speaks or acts.")]]
    places: NotRequired[
        Annotated[list[Annotated[PlaceEntry, AfterValidator(_checked_place)]], about("Where it happened.")]
    ]
    claims: NotRequired[Annotated[list[ClaimEntry], about("Who says what happened.")]]
    related: NotRequired[Annotated[list[RelatedEntry], about("Headlines listed beside the story, in their order.")]]
    rejected: NotRequired[Annotated[list[RejectedEntry], about("What editors deleted.")]]
    proposals: NotRequired[Annotated[list[ProposalEntry], about("What the program would change.")]]
    note: NotRequired[Annotated[Prose, about("Anything worth saying about the record.")]]
