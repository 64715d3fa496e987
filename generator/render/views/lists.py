"""The home page and the list of incidents."""

from collections.abc import Iterable

from generator.model.incident import Incident
from generator.model.values import value
from generator.render.addresses import (
    ABOUT,
    ACTORS,
    CODEBOOK,
    HEADLINES,
    HOME,
    INCIDENTS,
    PLACES,
    folded,
    incident_path,
    kind_path,
    link_to,
)
from generator.render.catalogue import Catalogue, open_dossier
from generator.render.phrase import Phrase, link, phrase
from generator.render.views.changes import added_on
from generator.render.views.figures import KeyFigure, key_figures, toll_line
from generator.render.views.incidents import StateView, blame_line, is_current, state_view, types_line
from generator.render.views.places import place_line
from generator.render.words import counted, event_words

LATEST = 12
"""Most briefings on the home page."""

_CARD_FIGURES = 3


@value
class Card:
    """An incident on a list.

    Attributes:
        href: its page.
        title: its headline.
        types: its event types, in words.
        place: the outermost places; may be empty.
        toll: the first key figure with its speaker; may be empty.
        figures: the key figures in large type.
        blame: who claims it and who is accused; may be empty.
        lede: first sentence of the summary; may be empty.
        state: where the record stands.
    """

    href: str
    title: str
    types: str
    place: Phrase
    toll: Phrase
    figures: tuple[KeyFigure, ...]
    blame: Phrase
    lede: str
    state: StateView


@value
class HomeView:
    """The home page.

    Attributes:
        counts: documents, incidents, claims, each linked to its list where there is one.
        cards: latest briefings.
        rest: link to all incidents where the page does not show all; may be empty.
        lists: the other lists, linked.
    """

    counts: tuple[Phrase, ...]
    cards: tuple[Card, ...]
    rest: Phrase
    lists: tuple[Phrase, ...]


@value
class IncidentGroup:
    """Incidents of one main event type."""

    label: str
    anchor: str
    href: str
    cards: tuple[Card, ...]


def _card(catalogue: Catalogue, incident: Incident, page: str) -> Card:
    dossier = open_dossier(catalogue, incident, page)
    return Card(
        href=link_to(incident_path(incident.id), seen_from=page),
        title=incident.title.text,
        types=types_line(incident),
        place=place_line(dossier),
        toll=toll_line(dossier),
        figures=key_figures(dossier, limit=_CARD_FIGURES),
        blame=blame_line(dossier),
        lede=incident.summary[0].text if incident.summary else "",
        state=state_view(dossier),
    )


def latest(catalogue: Catalogue) -> tuple[Incident, ...]:
    """Current incidents, those added last first, then by title; one without a history comes last."""
    current = [incident for incident in catalogue.records if is_current(incident)]
    by_title = sorted(current, key=lambda incident: (folded(incident.title.text), incident.id))
    history = catalogue.site.history
    return tuple(sorted(by_title, key=lambda incident: added_on(history.get(incident.id, ())), reverse=True))


def home_view(catalogue: Catalogue) -> HomeView:
    """The home page."""
    incidents = latest(catalogue)
    claims = sum(len(incident.claims) for incident in incidents)
    return HomeView(
        counts=(
            phrase(counted(len(catalogue.sources), "document")),
            phrase(link(counted(len(incidents), "incident"), link_to(INCIDENTS, seen_from=HOME))),
            phrase(counted(claims, "claim")),
        ),
        cards=tuple(_card(catalogue, incident, HOME) for incident in incidents[:LATEST]),
        rest=_rest(len(incidents)),
        lists=tuple(
            phrase(link(words, link_to(path, seen_from=HOME)))
            for words, path in (
                ("All incidents", INCIDENTS),
                ("Places", PLACES),
                ("Actors", ACTORS),
                ("Related headlines", HEADLINES),
                ("How this site is made", ABOUT),
                *((("Codebook", CODEBOOK),) if catalogue.site.codebook else ()),
            )
        ),
    )


def _rest(total: int) -> Phrase:
    if total <= LATEST:
        return ()
    return phrase(link(f"All {counted(total, 'incident')}", link_to(INCIDENTS, seen_from=HOME)))


def incident_groups(catalogue: Catalogue) -> tuple[IncidentGroup, ...]:
    """All incidents that have not been merged, by main event type and then title; withdrawn ones say so."""
    listed = [incident for incident in catalogue.records if not (incident.status and incident.status.merged_into)]
    labels = sorted({event_words(incident.types[0]) for incident in listed if incident.types})
    groups = []
    for label in labels:
        members = [incident for incident in listed if incident.types and event_words(incident.types[0]) == label]
        anchor = f"kind-{members[0].types[0].value}"
        href = link_to(kind_path(members[0].types[0].value), seen_from=INCIDENTS)
        groups.append(IncidentGroup(label, anchor, href, _sorted_cards(catalogue, members)))
    return tuple(groups)


def _sorted_cards(catalogue: Catalogue, incidents: Iterable[Incident]) -> tuple[Card, ...]:
    ordered = sorted(incidents, key=lambda incident: (folded(incident.title.text), incident.id))
    return tuple(_card(catalogue, incident, INCIDENTS) for incident in ordered)
