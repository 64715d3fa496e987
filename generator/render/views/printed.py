"""An incident on paper: its page in reading order, and every quote as a numbered note at the end."""

from collections.abc import Iterator, Mapping

from generator.model.claim import Claim
from generator.model.incident import Incident
from generator.model.values import value
from generator.render.addresses import claim_anchor, incident_path
from generator.render.catalogue import Catalogue, Dossier, open_dossier
from generator.render.phrase import Phrase, phrase, quoted
from generator.render.views.claims import ClaimView, caveats_of, day_words, speaker_words, standing_of
from generator.render.views.incidents import IncidentView, incident_view
from generator.render.views.sources import source_name
from generator.render.words import date_words, kind_words


@value
class NoteView:
    """A quote at the end of the paper.

    Attributes:
        number: 1-based, in the order in which the paper comes to it.
        anchor: id of the note; the one that the claim has on its page.
        label: what the claim does, in words.
        quote: the document's words.
        speaker: who says it, with role.
        day: when and where it was said; may be empty.
        source: the document with its publisher and day.
        place: where the words stand in it.
        caveats: what is inferred, ambiguous or noted.
        standing: whether an editor looked at it, and what became of it since.
        id: the claim's id, for readers who report an error.
    """

    number: int
    anchor: str
    label: str
    quote: str
    speaker: Phrase
    day: Phrase
    source: Phrase
    place: Phrase
    caveats: tuple[Phrase, ...]
    standing: Phrase
    id: str


@value
class PrintView:
    """An incident as it is printed.

    Attributes:
        page: what its page shows.
        numbers: number of each claim's note, by claim id.
        notes: one for each claim, by number.
    """

    page: IncidentView
    numbers: Mapping[str, int]
    notes: tuple[NoteView, ...]


def print_view(catalogue: Catalogue, incident: Incident) -> PrintView:
    """The paper about an incident."""
    dossier = open_dossier(catalogue, incident, incident_path(incident.id))
    page = incident_view(catalogue, incident)
    order = dict.fromkeys(each for each in _met(page, dossier) if each in dossier.claims)
    numbers = {claim: number for number, claim in enumerate(order, start=1)}
    notes = tuple(_note(dossier.claims[claim], number, dossier) for claim, number in numbers.items())
    return PrintView(page, numbers, notes)


def _met(page: IncidentView, dossier: Dossier) -> Iterator[str]:
    """Ids of claims in the order in which the paper comes to them; the summary numbers its own in this order too."""
    for sentence in dossier.incident.summary:
        yield from sentence.claims
    for group in page.tolls:
        yield from (row.id for row in group.rows)
    for thread in page.threads:
        for view in thread.threads:
            yield from _thread_ids(view)
    yield from dossier.claims


def _thread_ids(view: ClaimView) -> Iterator[str]:
    yield view.id
    for each in (*view.more, *view.replies):
        yield from _thread_ids(each)


def _note(claim: Claim, number: int, dossier: Dossier) -> NoteView:
    return NoteView(
        number=number,
        anchor=claim_anchor(claim.id),
        label=kind_words(claim.kind),
        quote=claim.quote,
        speaker=speaker_words(claim, dossier),
        day=day_words(claim),
        source=_source(claim, dossier),
        place=phrase(f"characters {claim.at.span.start:,} to {claim.at.span.end:,}"),
        caveats=caveats_of(claim, dossier),
        standing=standing_of(claim, dossier),
        id=claim.id,
    )


def _source(claim: Claim, dossier: Dossier) -> Phrase:
    """``Headline, Publisher, 31 January 2026``, as far as the document says so."""
    document = dossier.documents.get(claim.at.document)
    if document is None:
        return phrase(quoted(claim.at.document))
    publisher = phrase(", ", quoted(document.publisher)) if document.publisher else ()
    published = f", {date_words(document.published)}" if document.published else ""
    return phrase(quoted(source_name(document)), publisher, published)
