"""Incidents and claims as CSV (RFC 4180, UTF-8), a row each, for spreadsheets and statistics."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from generator.model.claim import Claim, Damage, Event, Party, Toll
from generator.model.incident import Incident
from generator.model.vocabulary import DOCUMENT_VOICE
from generator.render.site import Site
from generator.render.views.changes import added_on

INCIDENTS = (
    *("id", "title", "types", "status", "start", "end", "days", "countries", "places", "documents", "claims"),
    *("accepted", "added"),
)
CLAIMS = (
    *("incident", "id", "kind", "outcome", "count", "upper", "bound", "vague", "who", "category", "names", "speaker"),
    *("speaker_type", "day_said", "when", "start", "end", "where", "quote", "document", "from", "to", "supersedes"),
    *("part_of", "responds_to", "review"),
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run by spreadsheets."""

_BETWEEN = "; "


def incidents_csv(site: Site) -> str:
    """Every record that is not merged into another, by id."""
    return _table(INCIDENTS, (_incident(each, site) for each in _listed(site)))


def claims_csv(site: Site) -> str:
    """Every claim of those records, in the order of the record, with its words and where they stand.

    ``from`` and ``to`` are code points of the document, 0-based, the end not included. Counts are of persons.
    """
    return _table(CLAIMS, (row for each in _listed(site) for row in _claims(each)))


def _listed(site: Site) -> list[Incident]:
    return sorted((each for each in site.incidents if not _is_merged(each)), key=lambda each: each.id)


def _is_merged(incident: Incident) -> bool:
    return incident.status is not None and incident.status.merged_into is not None


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return written.getvalue()


def _cell(value: object) -> str:
    """A value as a cell; an apostrophe goes before words of a source that a spreadsheet would run as a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) and not isinstance(value, int | float) else text


def _incident(incident: Incident, site: Site) -> Sequence[object]:
    dates = incident.dates
    accepted = sum(claim.review is not None and claim.review.state.value == "accepted" for claim in incident.claims)
    return (
        incident.id,
        incident.title.text,
        _BETWEEN.join(kind.value for kind in incident.types),
        "withdrawn" if incident.status else "current",
        dates.start,
        dates.end,
        _BETWEEN.join(dates.days),
        _BETWEEN.join(dict.fromkeys(place.country for place in incident.places if place.country)),
        _BETWEEN.join(place.name for place in incident.places),
        len(incident.documents),
        len(incident.claims),
        accepted,
        added_on(site.history.get(incident.id, ())),
    )


def _claims(incident: Incident) -> Iterator[Sequence[object]]:
    actors = {actor.id: actor for actor in incident.actors}
    places = {place.id: place.name for place in incident.places}
    files = {document.id: document.file for document in incident.documents}
    for claim in incident.claims:
        speaker = actors.get(claim.said.by)
        named = (actors[who].name if who in actors else who for who in _parties(claim))
        yield (
            incident.id,
            claim.id,
            claim.kind.value,
            *_toll(claim),
            _BETWEEN.join(named),
            "" if claim.said.by == DOCUMENT_VOICE else speaker.name if speaker else claim.said.by,
            speaker.type.value if speaker else DOCUMENT_VOICE,
            claim.said.day,
            *((claim.when.text, claim.when.start, claim.when.end) if claim.when else (None, None, None)),
            _BETWEEN.join(places.get(place, place) for place in claim.where),
            claim.quote,
            files.get(claim.at.document, claim.at.document),
            claim.at.span.start,
            claim.at.span.end,
            claim.supersedes.claim if claim.supersedes else None,
            claim.part_of,
            claim.responds_to,
            claim.review.state.value if claim.review else "unreviewed",
        )


def _toll(claim: Claim) -> Sequence[object]:
    """Outcome, count, upper end, bound, vague word, who, category."""
    what = claim.what
    if isinstance(what, Toll):
        bound = what.bound.value if what.bound else None
        return (what.outcome.value, what.count, what.upper, bound, what.vague, what.who, what.category.value)
    if isinstance(what, Damage):
        bound = what.bound.value if what.bound else None
        return ("damage", what.count, what.upper, bound, what.vague, what.of, None)
    if isinstance(what, Event):
        return (what.type.value, None, None, None, None, None, None)
    return (None,) * 7


def _parties(claim: Claim) -> Sequence[str]:
    """Who is said to have done it, by actor id."""
    what = claim.what
    if isinstance(what, Event):
        return what.perpetrators
    if isinstance(what, Toll) and what.by:
        return (what.by,)
    return what.who if isinstance(what, Party) else ()
