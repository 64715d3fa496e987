"""An incident on a list: what, where, when, how many, who says so, and how far it is reviewed."""

from generator.model.incident import Incident
from generator.model.values import value
from generator.render.addresses import incident_path, link_to
from generator.render.catalogue import Catalogue, open_dossier
from generator.render.phrase import Phrase, listing, phrase, quoted
from generator.render.views.figures import KeyFigure, key_figures
from generator.render.views.incidents import blame_line, types_line
from generator.render.views.places import place_line
from generator.render.views.standing import StateView, is_current, state_view
from generator.render.words import date_words

_FIGURES = 3


@value
class Card:
    """An incident on a list.

    Attributes:
        href: its page.
        title: its headline.
        types: its event types, in words.
        place: the outermost places; may be empty.
        day: its first day, or the days that its source names; empty where it names none.
        figures: the key figures, each with its speaker; none of a withdrawn record.
        blame: who claims it and who is accused; may be empty.
        lede: first sentence of the summary; may be empty.
        state: where the record stands.
    """

    href: str
    title: str
    types: str
    place: Phrase
    day: Phrase
    figures: tuple[KeyFigure, ...]
    blame: Phrase
    lede: str
    state: StateView


def card_of(catalogue: Catalogue, incident: Incident, page: str) -> Card:
    """The incident as the page at ``page`` lists it."""
    dossier = open_dossier(catalogue, incident, page)
    return Card(
        href=link_to(incident_path(incident.id), seen_from=page),
        title=incident.title.text,
        types=types_line(incident),
        place=place_line(dossier),
        day=day_words(incident),
        figures=key_figures(dossier, limit=_FIGURES) if is_current(incident) else (),
        blame=blame_line(dossier),
        lede=incident.summary[0].text if incident.summary else "",
        state=state_view(dossier),
    )


def day_words(incident: Incident) -> Phrase:
    """``Saturday, 31 January 2026``, or ``Friday and Saturday, no full date``: weekdays stay what the source says."""
    dates = incident.dates
    if dates.start is not None:
        return phrase(date_words(dates.start))
    named = listing(quoted(day) for day in dict.fromkeys(dates.days))
    return phrase(named, ", no full date") if named else phrase("No date in the source")
