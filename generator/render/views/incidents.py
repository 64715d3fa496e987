"""An incident's page, from its status line to the way to report an error."""

from generator.model.claim import Party
from generator.model.incident import Incident
from generator.model.values import value
from generator.model.vocabulary import ClaimKind
from generator.render.addresses import incident_path, kind_path, link_to
from generator.render.catalogue import Catalogue, Dossier, open_dossier
from generator.render.encoding import one_line
from generator.render.phrase import Phrase, joined, link, listing, phrase, plain, quoted
from generator.render.views.backing import reprint_words
from generator.render.views.changes import ChangesView, changes_view
from generator.render.views.cites import CiteView, cite_view
from generator.render.views.development import ChartView, chart_views
from generator.render.views.facts import KeyFact, key_facts
from generator.render.views.figures import KeyFigure, key_figures
from generator.render.views.gists import claim_brief
from generator.render.views.headlines import RelatedGroup, backlinks, related_groups
from generator.render.views.maps import MapView, map_view
from generator.render.views.places import PlaceNode, place_line, place_remarks, place_tree
from generator.render.views.reports import record_file, report_href
from generator.render.views.sources import source_facts, source_lacks, source_name
from generator.render.views.standing import StateView, state_view
from generator.render.views.threads import ThreadGroup, thread_groups
from generator.render.views.ties import TieView, tie_views
from generator.render.views.timeline import TimelineDay, timeline_days, timeline_note
from generator.render.views.tolls import TollGroup, toll_groups
from generator.render.words import event_words, shortened

_DESCRIPTION_LENGTH = 200
_KEY_FIGURES = 4


@value
class Cited:
    """A reference from a sentence of the summary to a claim.

    Attributes:
        number: 1-based, in the order of first citation on the page.
        href: link to the claim on the page.
        brief: what the claim comes to, for readers who hear the page.
    """

    number: int
    href: str
    brief: str


@value
class SentenceView:
    """A sentence of the summary with its references."""

    text: str
    cited: tuple[Cited, ...]


@value
class DocumentView:
    """A document that the record draws on.

    Attributes:
        name: its headline or file name, linked to its page.
        facts: label and words.
        lacks: what it does not carry; may be empty.
        reprint: whose words it prints again; may be empty.
    """

    name: Phrase
    facts: tuple[tuple[str, Phrase], ...]
    lacks: Phrase
    reprint: Phrase


@value
class ReportView:
    """How to report an error.

    Attributes:
        href: address of a form that names the record, or None.
        file: name of the record's file.
        example: id of one of its claims, to show what an id looks like.
    """

    href: str | None
    file: str
    example: str | None


@value
class IncidentView:
    """An incident's page, in the order in which a reader needs it."""

    state: StateView
    title: str
    types: Phrase
    place: Phrase
    note: str | None
    summary: tuple[SentenceView, ...]
    figures: tuple[KeyFigure, ...]
    facts: tuple[KeyFact, ...]
    tolls: tuple[TollGroup, ...]
    charts: tuple[ChartView, ...]
    threads: tuple[ThreadGroup, ...]
    days: tuple[TimelineDay, ...]
    days_note: str
    map: MapView | None
    places: tuple[PlaceNode, ...]
    place_remarks: tuple[Phrase, ...]
    related: tuple[RelatedGroup, ...]
    backlinks: tuple[Phrase, ...]
    ties: tuple[TieView, ...]
    documents: tuple[DocumentView, ...]
    changes: ChangesView | None
    cite: CiteView
    report: ReportView
    description: str


def types_line(incident: Incident) -> str:
    """``Armed attack · Security operation``."""
    return " · ".join(event_words(kind) for kind in incident.types)


def _types(dossier: Dossier) -> Phrase:
    """The event types, each leading to the page of its kind."""
    return joined(
        (
            link(event_words(kind), link_to(kind_path(kind.value), seen_from=dossier.page))
            for kind in dossier.incident.types
        ),
        " · ",
    )


def _summary(dossier: Dossier) -> tuple[SentenceView, ...]:
    numbers: dict[str, int] = {}
    sentences = []
    for sentence in dossier.incident.summary:
        cited = []
        for identifier in sentence.claims:
            claim = dossier.claims.get(identifier)
            if claim is not None:
                number = numbers.setdefault(identifier, len(numbers) + 1)
                brief = plain(claim_brief(claim, dossier))
                cited.append(Cited(number, dossier.claim_href(identifier), f"Claim {number}: {brief}"))
        sentences.append(SentenceView(sentence.text, tuple(cited)))
    return tuple(sentences)


def _documents(dossier: Dossier) -> tuple[DocumentView, ...]:
    views = []
    reprints = {each.document: each for each in dossier.catalogue.site.reprints.get(dossier.incident.id, ())}
    for document in dossier.incident.documents:
        path = dossier.catalogue.sources[document.file, document.sha256]
        name = quoted(source_name(document), href=link_to(path, seen_from=dossier.page))
        again = reprint_words(reprints[document.id], dossier) if document.id in reprints else ()
        views.append(DocumentView(phrase(name), source_facts(document), source_lacks(document), again))
    return tuple(views)


def _report(dossier: Dossier) -> ReportView:
    claims = dossier.incident.claims
    return ReportView(report_href(dossier), record_file(dossier), claims[0].id if claims else None)


def description_of(incident: Incident) -> str:
    """The summary, cut behind a word; the title where there is none."""
    text = " ".join(sentence.text for sentence in incident.summary) or incident.title.text
    return shortened(one_line(text), _DESCRIPTION_LENGTH)


def incident_view(catalogue: Catalogue, incident: Incident) -> IncidentView:
    """The page of an incident."""
    dossier = open_dossier(catalogue, incident, incident_path(incident.id))
    return IncidentView(
        state=state_view(dossier),
        title=incident.title.text,
        types=_types(dossier),
        place=place_line(dossier),
        note=incident.note,
        summary=_summary(dossier),
        figures=key_figures(dossier, limit=_KEY_FIGURES),
        facts=key_facts(dossier),
        tolls=toll_groups(dossier),
        charts=chart_views(dossier),
        threads=thread_groups(dossier),
        days=timeline_days(dossier),
        days_note=timeline_note(dossier),
        map=map_view(dossier),
        places=place_tree(dossier),
        place_remarks=place_remarks(dossier),
        related=related_groups(dossier),
        backlinks=backlinks(dossier),
        ties=tie_views(dossier),
        documents=_documents(dossier),
        changes=changes_view(dossier),
        cite=cite_view(dossier),
        report=_report(dossier),
        description=description_of(incident),
    )


def blame_line(dossier: Dossier) -> Phrase:
    """Who claims it and who is accused, in a few words for a card; may be empty."""
    claimed: dict[str, None] = {}
    accused: dict[str, None] = {}
    denied = {claim.said.by for claim in dossier.incident.claims if claim.kind is ClaimKind.DENIAL}
    for claim in dossier.incident.claims:
        who = claim.what.who if isinstance(claim.what, Party) else ()
        if claim.kind is ClaimKind.RESPONSIBILITY and (not who or claim.said.by in who):
            claimed[claim.said.by] = None
        if claim.kind is ClaimKind.ACCUSATION and isinstance(claim.what, Party) and claim.what.of is None:
            accused.update(dict.fromkeys(who))
    parts = [phrase("Claimed by ", dossier.actor_list(claimed))] if claimed else []
    if accused:
        named = (phrase(dossier.actor(actor), " (denies it)" if actor in denied else "") for actor in accused)
        parts.append(phrase("Accused: ", listing(named)))
    return joined(parts, " · ")
